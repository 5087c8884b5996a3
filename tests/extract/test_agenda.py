"""What a meeting did, item by item."""

from __future__ import annotations

from tellings import only

from kg.extract.deeds import actions, find

MET = "青禾市市长罗闻主持召开市政府常务会议"


def items(text: str) -> list[tuple[str, str]]:
    return [(one.action, one.text) for one in only(text).agenda]


def test_each_clause_of_business_is_an_item() -> None:
    assert items(f"{MET}，听取堤坝情况的汇报，审议通过《防汛办法》，并研究了排水。") == [
        ("hear", "听取堤坝情况的汇报"),
        ("deliberate", "审议通过《防汛办法》"),
        ("analyse", "研究了排水"),
    ]


def test_a_verb_in_the_middle_of_a_clause_begins_none() -> None:
    assert items(f"{MET}。罗闻认真研究防汛。") == []


def test_what_a_speaker_demands_is_no_business() -> None:
    assert items(f"{MET}。他强调，要抓好防汛。研究排水，部署值守。") == []


def test_a_verb_without_an_object_is_no_item() -> None:
    assert items(f"{MET}，研究。") == []


def test_the_longest_verb_at_a_place_counts() -> None:
    text = "审议通过了《防汛办法》"
    ((start, end),) = find(text)
    assert actions()[text[start:end]] == "deliberate"
    assert text[start:end] == "审议通过了"
