"""Tables that line up whatever is in them, and CSV that a spreadsheet may open."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.app.table import cut, width, write_csv, write_json, write_table

CELLS = st.one_of(st.none(), st.integers(), st.text(max_size=30))


def table(columns: list[str], rows: list[list[object]], places: int | None = None) -> list[str]:
    stream = io.StringIO()
    write_table(columns, rows, stream, places)  # type: ignore[arg-type]
    return stream.getvalue().splitlines()


@pytest.mark.parametrize(
    ("text", "places"),
    [("kg", 2), ("市长", 4), ("吐尔洪江·帕尔哈提", 17), ("e\u0301", 1), ("（）", 4), ("", 0), ("a\u200bb", 2)],
)
def test_a_wide_character_takes_two_places(text: str, places: int) -> None:
    assert width(text) == places


def test_columns_of_chinese_and_latin_line_up() -> None:
    assert table(["name", "n"], [["霍启澄", 3], ["Wu", 12], [None, None]]) == [
        "name    n",
        "──────  ──",
        "霍启澄  3",
        "Wu      12",
        "",
    ]


def test_a_long_quote_is_cut_where_the_terminal_ends() -> None:
    lines = table(["who", "quote"], [["霍启澄", "各县（区）要把工作做细做实" * 5]], 40)
    assert all(width(line) <= 40 for line in lines)
    assert lines[-1].endswith("…")


def test_nothing_is_cut_where_the_table_goes_into_a_file() -> None:
    quote = "各县（区）要把工作做细做实" * 5
    assert table(["quote"], [[quote]])[-1] == quote


def test_line_breaks_and_control_characters_do_not_break_the_table() -> None:
    assert table(["text"], [["一\n二\x1b[2J"]])[-1] == "一 二\ufffd[2J"


@given(st.text(max_size=40), st.integers(min_value=1, max_value=60))
def test_a_cut_text_fits(text: str, places: int) -> None:
    assert width(cut(text, places)) <= places or width(text) <= places


@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), max_size=5), st.integers(min_value=40, max_value=100))
def test_every_line_of_a_table_fits_the_terminal(rows: list[list[object]], places: int) -> None:
    assert all(width(line) <= places for line in table(["a", "b", "c"], rows, places))


def test_csv_quotes_what_it_must_and_disarms_formulas() -> None:
    stream = io.StringIO()
    write_csv(["name", "text"], [["霍启澄", '说，"好"'], ["=cmd()", "-2"], ["", -2]], stream)
    assert stream.getvalue() == 'name,text\r\n霍启澄,"说，""好"""\r\n\'=cmd(),\'-2\r\n,-2\r\n'


@given(st.lists(st.lists(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])), min_size=2, max_size=2)))
def test_what_csv_holds_can_be_read_back(rows: list[list[str]]) -> None:
    stream = io.StringIO(newline="")
    write_csv(["a", "b"], rows, stream)
    back = list(csv.reader(io.StringIO(stream.getvalue(), newline="")))[1:]
    assert [[cell.removeprefix("'") for cell in row] for row in back] == [
        [cell.removeprefix("'") for cell in row] for row in rows
    ]


@given(st.lists(st.lists(CELLS, min_size=2, max_size=2), max_size=4))
def test_json_is_a_list_of_objects(rows: list[list[object]]) -> None:
    stream = io.StringIO()
    write_json(["a", "b"], rows, stream)  # type: ignore[arg-type]
    assert json.loads(stream.getvalue()) == [{"a": left, "b": right} for left, right in rows]
