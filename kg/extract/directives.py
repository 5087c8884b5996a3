"""Sentences that tell somebody to do or not to do something, and who says so: ``他强调，各部门要抓好落实。``."""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.extract import addressees, speech
from kg.extract.addressees import Heads
from kg.extract.modality import Modal, Modals
from kg.extract.officials import Cast
from kg.extract.reading import Reading
from kg.extract.speech import Block, Uttered
from kg.extract.wording import deadline, either, numbered, opens_order, raised, wording, wordset

Range = tuple[int, int]
_MARKS = "，：。“‘"
_MODALITY = {"call": "urge", "wish": "hope", "settle": "decide"}
"""What a kind of block makes of an order without a modal; else it is required."""
_LEAST = 4
"""Characters of the shortest order."""


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


def find(reading: Reading, cast: Cast) -> list[Told]:
    """Return the directives of an article in the order of its text."""
    text, found = reading.text, []
    heads = addressees.Heads(text)
    whom: Range | None = None
    for uttered in speech.find(reading, cast, Modals(text)):
        if uttered.opens:
            uttered, whom = _addressed(text, uttered)
        told = _told(text, uttered, whom, heads)
        if told is not None:
            found.append(told)
        uttered.block.ordered = told is not None
        if text[uttered.end - 1] != "；":
            whom = None
    return found


def _governed(text: str, uttered: Uttered) -> bool:
    """Whether a sentence is the object of its attribution's verb, ``要求各单位…``, without a mark between."""
    return uttered.opens and text[uttered.start - 1] not in _MARKS and uttered.block.kind in ("ask", "call", "wish")


def _addressed(text: str, uttered: Uttered) -> tuple[Uttered, Range | None]:
    """Return an opening sentence without whom its attribution addressed, and these (叮嘱县住建局负责人，…)."""
    if uttered.block.whom or not _governed(text, uttered):
        return uttered, uttered.block.whom
    start = uttered.start
    for at in range(start + 1, min(start + 20, uttered.end)):
        if text[at] in "，：":
            if text[start:at] in wordset("addressees.pronouns"):
                return uttered._replace(start=at + 1), None
            if addressees.is_head(text, start, at):
                left = start + wording("addressees.accompanying").at(text, start)
                return uttered._replace(start=at + 1), (left, at)
            break
        if numbered(text, at) and addressees.is_head(text, start, at):
            return uttered, (start, at)
    return uttered._replace(start=start + wording("addressees.pronouns").at(text, start)), None


def _told(text: str, uttered: Uttered, whom: Range | None, heads: Heads) -> Told | None:
    start, end, block = uttered.start, uttered.end, uttered.block
    if end - start < _LEAST:
        return None
    verdict = _by_modal(text, uttered) or _without_modal(text, uttered, heads)
    if verdict is None:
        return None
    rule, modality = verdict
    told = addressees.find(text, start, end, uttered.orders, whom, heads)
    if not told and _governed(text, uttered) and (asked := addressees.hoped(text, start, end)):
        told = [asked]
    documents = _documents(text, start, end)
    return Told(
        start, end, block.speaker.name, block.attribution, modality, tuple(told), documents, deadline(text, start, end), rule
    )


def _by_modal(text: str, uttered: Uttered) -> tuple[str, str] | None:
    """Return rule and modality of a sentence that a modal word makes an order."""
    block = uttered.block
    if block.kind == "settle" and wording("settled.not_task").at(text, uttered.start):
        return None
    for order in uttered.orders:
        if _orders(text, uttered, order):
            return "directive-modal", order.modality
    return None


def _orders(text: str, uttered: Uttered, order: Modal) -> bool:
    """Whether a modal makes an order where it stands; not in 将坚决…, 制度应…, 不能满足…."""
    start, block = uttered.start, uttered.block
    if order.firm:
        return order.start == start or text[order.start - 1] not in "愿将"
    if order.modality in ("hope", "urge"):
        return order.initial and _wished(text, order.end, uttered.end)
    if not order.initial:
        clause = max(start - 1, *(text.rfind(mark, start, order.start) for mark in "，；：")) + 1
        return addressees.is_head(text, addressees.lead(text, clause, order.start), order.start)
    if order.modality == "ensure":
        return block.ordered or (order.start == start and block.kind in ("ask", "call", "settle"))
    return "是" not in text[order.end : order.end + 6]


def _wished(text: str, start: int, end: int) -> bool:
    """Whether what is hoped is asked of somebody who can act, and no good wish."""
    return addressees.hoped(text, start, end) is not None and not either("wishing.words").search(text, start, end)


def _without_modal(text: str, uttered: Uttered, heads: Heads) -> tuple[str, str] | None:
    """Return rule and modality of a bare order: in a row of orders, in a numbered list, or after a verb of demanding."""
    start, end, block = uttered.start, uttered.end, uttered.block
    if block.kind == "settle" and wording("settled.not_task").at(text, start):
        return None
    modality = _MODALITY.get(block.kind, "require")
    noun = raised().search(text, start, end) if text.find("：", start, end) >= 0 else None
    if noun is not None and text[noun.end()] != "：":
        noun = None
    number = block.kind != "think" and numbered(text, start) > 0
    eager = _eager(uttered)
    if _governed(text, uttered) and block.attribution[2] in wordset("attribution.demand"):
        loose = _of_agenda(text, block) or _assesses(text, start, end)
        return ("directive-asked", modality) if not loose or addressees.hoped(text, start, end) else None
    if (eager or number or noun) and not _assesses(text, start, end):
        if _bare(text, noun.end() + 1 if noun else start, end):
            return "directive-bare", modality
        if eager and not addressees.is_past(text, start, end) and addressees.find(text, start, end, [], None, heads):
            return "directive-with-actor", modality
    if uttered.opens and block.kind in ("call", "wish") and _wished(text, start, end):
        return "directive-addressed", modality
    return None


def _of_agenda(text: str, block: Block) -> bool:
    """Whether an attribution only sums up what a meeting was about: ``主持召开会议，听取汇报，要求做好…``."""
    start, end, _ = block.attribution
    return text.find("，", start, end) >= 0


def _eager(uttered: Uttered) -> bool:
    """Whether a sentence of its block is an order without a modal."""
    block = uttered.block
    if block.kind == "think" or block.ordered:
        return block.ordered
    if block.kind in ("call", "wish", "settle"):
        return True
    return block.kind == "ask" and (uttered.opens or block.attribution[2] in wordset("attribution.demand"))


def _assesses(text: str, start: int, end: int) -> bool:
    """Whether a sentence speaks of a thing instead of ordering it: …是…, …有利于…, 取得了…."""
    assessing = wordset("imperative.assessing")
    pattern = either("imperative.not_assessing", "imperative.assessing")
    return any(found[0] in assessing for found in pattern.finditer(text, addressees.lead(text, start, end), end))


def _bare(text: str, start: int, end: int) -> bool:
    """Whether a sentence begins as a bare order does: with a verb or an adverb of action, after its circumstances."""
    at = addressees.lead(text, start, end)
    for _ in range(3):
        if opens_order(text, at):
            return True
        manner = text.find("地", at + 2, at + 6)
        if manner > 0 and opens_order(text, manner + 1):
            return True
        comma = next((position for position in range(at, end) if text[position] in "，："), 0)
        if not comma or not (
            wording("imperative.topics").at(text, at) or text[comma] == "：" or text[comma - 1] in "的上下中后前"
        ):
            return False
        at = addressees.lead(text, comma + 1, end)
    return False


_NUMBER = re.compile(r"[一-鿿]{1,6}〔[0-9]{4}〕[0-9]+号")


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
