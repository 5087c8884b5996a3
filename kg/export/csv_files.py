"""CSV: one file per class, for spreadsheets and data frames.

UTF-8 with a byte order mark, comma, CRLF, a header row, rows sorted by id. Several values of a cell are joined by `` | ``.
Beside each id of an official or a meeting stands its name, beside evidence the first sentence. A cell that a spreadsheet
would take for a formula (it begins with ``=``, ``+``, ``-``, ``@``, their full-width forms, a tab or a line end) gets an
apostrophe in front, as OWASP advises: a partial date ``--05-12`` reads ``'--05-12``. Control characters are left out.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

from kg.export.exporter import Exporter
from kg.export.whole import legal, write_whole
from kg.graph.store import Store
from kg.view import rows, tables
from kg.view.reading import Reading

BETWEEN = " | "
FORMULA = tuple("=+-@＝＋－＠\t\r\n")
NAMED = {"official": "official_name", "meeting": "meeting_label", "issuer": "issuer_name", "evidence": "quote"}
"""Columns of ids → the column beside them that says what they mean."""


def write(store: Store, folder: Path) -> tuple[Path, ...]:
    """Write ``csv/officials.csv``, ``csv/meetings.csv`` … into the folder."""
    reading = Reading(store)
    sentences, officials, meetings = tables.evidence(reading), tables.officials(reading), tables.meetings(reading)
    names = {row.id: row.name for row in officials} | {row.id: row.label for row in meetings}
    names |= {row.id: row.quote for row in sentences}
    classes: tuple[tuple[str, type, Sequence[Any]], ...] = (
        ("agenda", rows.AgendaRow, tables.agenda(reading)),
        ("articles", rows.ArticleRow, tables.articles(reading)),
        ("directives", rows.DirectiveRow, tables.directives(reading)),
        ("evidence", rows.EvidenceRow, sentences),
        ("groups", rows.GroupRow, tables.groups(reading)),
        ("meetings", rows.MeetingRow, meetings),
        ("officials", rows.OfficialRow, officials),
        ("organizations", rows.OrganizationRow, tables.organizations(reading)),
        ("participations", rows.ParticipationRow, tables.participations(reading)),
        ("roles", rows.RoleRow, tables.roles(reading)),
    )
    return tuple(write_whole(folder / "csv" / f"{name}.csv", sheet(kind, found, names)) for name, kind, found in classes)


def sheet(kind: type, records: Sequence[Any], names: Mapping[str, str]) -> bytes:
    """Return one file. ``names`` says what an id of an official, a meeting or a sentence means."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(_header(kind))
    writer.writerows(_cells(row, names) for row in records)
    return file.getvalue().encode("utf-8-sig")


def safe(text: str) -> str:
    """Return a cell that no spreadsheet runs."""
    return legal(f"'{text}" if text.startswith(FORMULA) else text)


def _header(kind: type) -> Iterator[str]:
    for field in fields(kind):
        yield field.name
        if field.name in NAMED:
            yield NAMED[field.name]


def _cells(row: Any, names: Mapping[str, str]) -> Iterator[str | int]:
    for field in fields(row):
        value = getattr(row, field.name)
        yield _cell(value)
        if field.name in NAMED:
            first = value if isinstance(value, str) else next(iter(value), "")
            yield safe(names.get(first, ""))


def _cell(value: str | int | tuple[str, ...] | None) -> str | int:
    if isinstance(value, int):
        return value
    return safe(BETWEEN.join(value) if isinstance(value, tuple) else value or "")


CSV = Exporter("csv", "/", write)
