"""Sentences that tell somebody to do or not to do something, and who says so: ``他强调，各部门要抓好落实。``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from kg.extract import addressees
from kg.extract.heads import Range, is_head
from kg.extract.orders import governed, judge, note_list
from kg.extract.reading import Reading
from kg.extract.speech import Uttered
from kg.extract.wording import NUMBER_STARTS, deadline, numbered, wording, wordset

_LEAST = 4
"""Characters of the shortest order."""
_WHOM = 20
"""Characters in which the mark behind those is looked for whom an attribution addresses."""
_NUMBER = re.compile(r"[一-鿿]{1,6}〔[0-9]{4}〕[0-9]+号")


class Told(NamedTuple):
    """A directive; all positions are the view's.

    ``issuer`` is a name of the cast, None where the meeting speaks; ``attribution`` is the range of the words that opened
    the block and their verb.
    """

    start: int
    end: int
    issuer: str | None
    attribution: tuple[int, int, str]
    modality: str
    addressees: tuple[Range, ...]
    documents: tuple[Range, ...]
    deadline: Range | None
    rule: str


def find(reading: Reading, sentences: Iterable[Uttered]) -> list[Told]:
    """Return the directives of an article, among the sentences of its reported speech, in the order of its text."""
    text = reading.text
    found: list[Told] = []
    whom: Range | None = None
    for uttered in sentences:
        if uttered.opens:
            uttered, whom = _addressed(text, uttered)
        start, end, block, _, _ = uttered
        told = _told(text, uttered, whom) if end - start >= _LEAST else None
        if told is not None:
            found.append(told)
        block.ordered = told is not None
        note_list(text, start, end, block)
        if text[end - 1] != "；":
            whom = None
    return found


def _addressed(text: str, uttered: Uttered) -> tuple[Uttered, Range | None]:
    """Return an opening sentence without whom its attribution addressed, and these (叮嘱县住建局负责人，…)."""
    if uttered.block.whom or not governed(text, uttered):
        return uttered, uttered.block.whom
    start = uttered.start
    for at in range(start + 1, min(start + _WHOM, uttered.end)):
        if text[at] in "，：":
            if text[start:at] in wordset("addressees.pronouns"):
                return uttered._replace(start=at + 1), None
            left = start + wording("addressees.accompanying").at(text, start)
            if is_head(text, left, at) and addressees.hoped(text, left, at) == (left, at):
                return uttered._replace(start=at + 1), (left, at)
            break
        if text[at] in NUMBER_STARTS and numbered(text, at) and is_head(text, start, at):
            return uttered, (start, at)
    return uttered._replace(start=start + wording("addressees.pronouns").at(text, start)), None


def _told(text: str, uttered: Uttered, whom: Range | None) -> Told | None:
    verdict = judge(text, uttered)
    if verdict is None:
        return None
    start, end, block, _, orders = uttered
    told = addressees.find(text, start, end, orders, whom)
    if uttered.opens and not told and governed(text, uttered) and (asked := addressees.hoped(text, start, end)):
        told = [asked]
    rule, modality = verdict
    documents, until = _documents(text, start, end), deadline(text, start, end)
    return Told(start, end, block.speaker.name, block.attribution, modality, tuple(told), documents, until, rule)


def _documents(text: str, start: int, end: int) -> tuple[Range, ...]:
    """Return the documents that a sentence cites, ``《…》`` and their numbers."""
    found, at = [], text.find("《", start, end)
    while at >= 0:
        close = text.find("》", at, end)
        if close < 0:
            break
        found.append((at, close + 1))
        at = text.find("《", close, end)
    if text.find("〔", start, end) >= 0:
        found += [number.span() for number in _NUMBER.finditer(text, start, end)]
    return tuple(found)
