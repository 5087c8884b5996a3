"""The evidence list of one row of the outward contract, as the codec fills it."""

from __future__ import annotations

from json.encoder import encode_basestring
from typing import Any

from kg.model.dates import PartialDate
from kg.model.text import Evidence, Stated


class Citations:
    """The evidence list of one row, as it grows: each entry has a JSON Pointer (RFC 6901) into the row."""

    __slots__ = ("entries", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.entries: list[tuple[str, Evidence]] = []

    def add(self, path: str, evidence: Evidence) -> None:
        """Cite the text for the value at ``path``, a pointer of plain letters and digits."""
        self.entries.append((path, evidence))

    def rows(self) -> list[dict[str, Any]]:
        """Return the list as the contract prints it."""
        text = self.text
        return [
            {"path": path, "start": start, "end": end, "quote": text[start:end], "rule": rule}
            for path, (start, end, rule) in self.entries
        ]

    def dumps(self) -> str:
        """Return what the encoder of JSON makes of :meth:`rows`, in a third of its time: they are most of a row's values."""
        text, quoted = self.text, encode_basestring
        entries = [
            f'{{"path": "{path}", "start": {start}, "end": {end}, "quote": {quoted(text[start:end])}, "rule": {quoted(rule)}}}'
            for path, (start, end, rule) in self.entries
        ]
        return f"[{', '.join(entries)}]"

    def value(self, path: str, stated: Stated[Any] | None) -> Any:
        """Return a stated value, cited, or None where the article states none."""
        if stated is None:
            return None
        self.add(path, stated.evidence)
        return stated.value

    def values(self, path: str, stated: tuple[Stated[Any], ...]) -> list[Any]:
        """Return a list of stated values, each cited."""
        for number, (_, evidence) in enumerate(stated):
            self.add(f"{path}/{number}", evidence)
        return [value for value, _ in stated]

    def date(self, path: str, stated: Stated[PartialDate] | None) -> str | None:
        """Return a date as the contract writes it, cited."""
        found: PartialDate | None = self.value(path, stated)
        return None if found is None else found.iso()
