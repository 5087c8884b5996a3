import pytest

from kg.view.levels import first_known, highest, level_of, levels, table


@pytest.mark.parametrize("rule", table()["rules"], ids=lambda rule: rule["level"])
def test_each_rule_decides_its_own_examples_and_leaves_the_others_alone(rule: dict[str, object]) -> None:
    assert {text: level_of(text) for text in rule["yes"]} == dict.fromkeys(rule["yes"], rule["level"])  # type: ignore[attr-defined]
    wrong = [text for text in rule["no"] if level_of(text) == rule["level"]]  # type: ignore[attr-defined]
    assert wrong == []


def test_every_rule_names_a_level_of_the_table() -> None:
    assert {rule["level"] for rule in table()["rules"]} <= {level.key for level in levels()}


def test_the_lowest_unit_of_one_name_decides() -> None:
    assert level_of("吉林省云川市平川县人民政府") == "county"


def test_the_highest_of_several_posts_decides() -> None:
    assert highest(["市委书记", "省委常委"]) == "province"


def test_a_name_that_shows_no_level_passes_to_the_next() -> None:
    assert first_known(["", "会议", "省委书记"]) == "province"


def test_nothing_known_is_unknown() -> None:
    assert highest([]) == first_known([""]) == "unknown"
