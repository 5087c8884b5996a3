"""The same results in the same order, however many processes do the work, and whatever becomes of them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from kg.errors import KgError
from kg.pipeline.pool import CHUNK, FEW, in_order

MANY = list(range(FEW + 5 * CHUNK + 1))


def squares(numbers: Sequence[int]) -> list[int]:
    return [number * number for number in numbers]


def processes(numbers: Sequence[int]) -> list[int]:
    return [os.getpid() for _ in numbers]


def die_once(marks: Sequence[tuple[int, str]]) -> list[int]:
    for number, mark in marks:
        if number == FEW and not Path(mark).exists():
            Path(mark).touch()
            os._exit(9)
    return [number for number, _ in marks]


def die_always(numbers: Sequence[int]) -> list[int]:
    if FEW in numbers:
        os._exit(9)
    return list(numbers)


def fail(numbers: Sequence[int]) -> list[int]:
    raise ValueError(f"cannot work on {numbers[0]}")


def test_several_processes_give_what_one_gives_in_the_same_order() -> None:
    assert list(in_order(squares, MANY, 2)) == list(in_order(squares, MANY, 1)) == squares(MANY)


def test_few_articles_are_worth_no_other_process() -> None:
    assert set(in_order(processes, MANY[:FEW], 2)) == {os.getpid()}
    assert os.getpid() not in set(in_order(processes, MANY, 2))


def test_results_come_while_the_rest_is_still_to_come() -> None:
    def articles() -> list[int]:
        raise AssertionError("read too far ahead")

    def endless():  # type: ignore[no-untyped-def]
        yield from range(100 * CHUNK)
        articles()

    assert next(in_order(squares, endless(), 2)) == 0


def test_a_process_that_is_killed_costs_nothing_but_time(tmp_path: Path) -> None:
    mark = str(tmp_path / "died")
    marks = [(number, mark) for number in MANY]
    assert list(in_order(die_once, marks, 2)) == MANY
    assert Path(mark).exists()


def test_work_that_kills_every_process_is_given_up_with_a_message() -> None:
    with pytest.raises(KgError, match="--jobs 1"):
        list(in_order(die_always, MANY, 2))


def test_an_error_in_another_process_arrives_here() -> None:
    with pytest.raises(ValueError, match="cannot work on 0"):
        list(in_order(fail, MANY, 2))
