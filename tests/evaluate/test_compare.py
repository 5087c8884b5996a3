from __future__ import annotations

from difflib import SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.evaluate.compare import alike, bare, common, contained, pairing, person

texts = st.text("各镇要修好堤坝。 ，", max_size=12)


def unpruned(left: str, right: str) -> float:
    left, right = bare(left), bare(right)
    if not left or not right:
        return 0.0
    blocks = SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / max(len(left), len(right))


@given(texts, texts, st.sampled_from([0.0, 0.3, 0.6, 1.0]))
def test_pruning_leaves_out_only_what_does_not_count(left: str, right: str, least: float) -> None:
    share, pruned = unpruned(left, right), common(left, right, least)
    assert pruned == share if share >= least else pruned in (0.0, share)


@given(texts, texts)
def test_names_are_as_alike_as_the_matcher_says(left: str, right: str) -> None:
    expected = SequenceMatcher(None, bare(left), bare(right), autojunk=False).ratio() if left and right else 0.0
    assert alike(left, right) == expected


@pytest.mark.parametrize("dotted", ["阿力木·买买提", "阿力木•买买提", "阿力木 ・ 买买提", "阿力木.买买提", "阿力木‧买买提"])
def test_all_middle_dots_are_one(dotted: str) -> None:
    assert person(dotted) == "阿力木·买买提"


def test_a_phrase_counts_when_it_holds_half_of_the_other() -> None:
    assert contained("各镇负责人", "各镇") == 0.4
    assert contained("各镇", "各镇 ") == 1.0
    assert contained("各镇", "各乡") == 0.0
    assert contained("", "各乡") == 0.0


def test_the_best_pairs_come_first_and_each_value_has_one_partner() -> None:
    pairs = pairing(["堤坝", "堤"], ["堤", "堤坝工程", "桥"], contained, 0.5)
    assert pairs == ([(1, 0), (0, 1)], [], [2])
