"""What a source cannot say of itself, as its reader was told."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model.dates import PartialDate


@dataclass(frozen=True, slots=True)
class Defaults:
    """What goes into articles whose source does not say it. ``place`` is whose "our city" they speak of."""

    place: str | None = None
    published: PartialDate | None = None
    publisher: str | None = None
