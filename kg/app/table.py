"""Answers as an aligned table, as CSV, or as JSON."""

from __future__ import annotations

import csv
import json
import unicodedata
from collections.abc import Sequence
from typing import TextIO

Cell = str | int | float | None
Rows = Sequence[Sequence[Cell]]

GAP = "  "
NARROWEST = 8
"""No column is cut below this many places."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet would run (OWASP, CSV injection)."""


def width(text: str) -> int:
    """Return how many places a terminal needs for a text: two for wide characters, none for combining ones (UAX #11)."""
    if text.isascii():
        return len(text)
    return sum(_places(character) for character in text)


def _places(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def cut(text: str, places: int) -> str:
    """Return the text, or as much of its beginning as fits with an ellipsis."""
    if width(text) <= places:
        return text
    kept, used = [], 1
    for character in text:
        used += _places(character)
        if used > places:
            break
        kept.append(character)
    return "".join(kept) + "…"


def write_table(columns: Sequence[str], rows: Rows, stream: TextIO, places: int | None = None) -> bool:
    """Write an aligned table in so many places, None for as many as it takes; return whether anything had to be cut."""
    lines = [[_visible(cell) for cell in row] for row in (columns, *rows)]
    needed = [max(width(line[number]) for line in lines) for number in range(len(columns))]
    widths = needed if places is None else _shrunk(needed, places)
    for number, line in enumerate(lines):
        stream.write(_line(line, widths))
        if number == 0:
            stream.write(_line(["─" * one for one in widths], widths))
    return widths != needed


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    cells = [cut(cell, places) for cell, places in zip(cells, widths, strict=True)]
    padded = (cell + " " * (places - width(cell)) for cell, places in zip(cells, widths, strict=True))
    return GAP.join(padded).rstrip() + "\n"


def _shrunk(widths: Sequence[int], places: int) -> list[int]:
    """Take places from the widest columns until the table fits, or nothing is left to take."""
    widths = list(widths)
    over = sum(widths) + len(GAP) * (len(widths) - 1) - places
    while over > 0:
        widest = max(range(len(widths)), key=widths.__getitem__)
        if widths[widest] <= NARROWEST:
            break
        widths[widest] -= 1
        over -= 1
    return widths


def _visible(cell: Cell) -> str:
    """Return a cell on one line and without control characters, which a terminal would obey."""
    text = "" if cell is None else str(cell)
    if text.isprintable():
        return text
    return "".join(" " if one.isspace() else one if unicodedata.category(one) not in {"Cc", "Cs"} else "\ufffd" for one in text)


def write_csv(columns: Sequence[str], rows: Rows, stream: TextIO) -> None:
    """Write RFC 4180 CSV; text that a spreadsheet would take for a formula gets an apostrophe in front."""
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)


def _harmless(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def write_json(columns: Sequence[str], rows: Rows, stream: TextIO) -> None:
    """Write a JSON list of objects, one row a line."""
    lines = (json.dumps(dict(zip(columns, row, strict=True)), ensure_ascii=False) for row in rows)
    text = ",\n ".join(lines)
    stream.write(f"[{text}]\n")
