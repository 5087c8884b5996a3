"""Sentences that tell somebody to do or not to do something, and who says so: ``他强调，各部门要抓好落实。``."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from kg.extract import addressees, speech
from kg.extract.modality import Modal, modals
from kg.extract.officials import Cast
from kg.extract.reading import Reading
from kg.extract.speech import Block, Uttered, numbered
from kg.extract.wording import begins, deadline, either, listed, wordset

Range = tuple[int, int]
_MARKS = "，：。“‘"


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
    whom: Range | None = None
    for uttered in speech.find(reading, cast):
        start, block = uttered.start, uttered.block
        if uttered.opens:
            start, whom = _addressed(text, uttered)
        told = _told(text, start, uttered.end, block, whom, uttered.opens)
        if told is not None:
            found.append(told)
        block.ordered = told is not None
        if text[uttered.end - 1] != "；":
            whom = None
    return found


def _addressed(text: str, uttered: Uttered) -> tuple[int, Range | None]:
    """Return where the words of an opening sentence begin, and whom its attribution addressed (叮嘱县住建局负责人，…)."""
    start, block = uttered.start, uttered.block
    if block.whom:
        return start, block.whom
    if block.kind not in ("call", "wish", "ask") or text[start - 1] in "，：。“‘":
        return start, None
    for at in range(start + 2, min(start + 20, uttered.end)):
        if numbered(text, at) and addressees.is_head(text, start, at):
            return start, (start, at)
    stop = next((at for at in range(start, min(start + 30, uttered.end)) if text[at] in "，：。；"), 0)
    for word in wordset("addressees.pronouns"):
        if text.startswith(word, start):
            after = start + len(word)
            return after + (text[after] == "，"), None
    if stop and text[stop] in "，：" and addressees.is_head(text, start, stop):
        left = start + (text.startswith("随行的", start) and 3)
        return stop + 1, (left, stop)
    return start, None


def _told(text: str, start: int, end: int, block: Block, whom: Range | None, opens: bool) -> Told | None:
    if end - start < 4:
        return None
    orders = modals(text, start, end)
    rule, modality = _verdict(text, start, end, block, orders, opens)
    acting: list[Range] | None = None
    if not rule and _eager(block, opens) and (block.kind != "settle" or numbered(text, start)):
        acting = _subjects(text, start, end)
        if acting:
            rule, modality = "directive-with-actor", "require"
    if not rule:
        return None
    kind = {"call": "urge", "wish": "hope", "settle": "decide"}.get(block.kind)
    if kind and rule != "directive-modal":
        modality = kind
    strong = [
        order
        for order in orders
        if order.modality in ("require", "must", "forbid") or (order.modality != "ensure" and not order.weak)
    ]
    whom_all = addressees.find(text, start, end, strong, whom)
    if opens and block.kind in ("wish", "call", "ask") and text[start - 1] not in "，：。“‘" and not whom_all:
        hoped = addressees._hoped(text, start, end)
        if hoped[1] > hoped[0]:
            whom_all = [hoped]
    return Told(
        start,
        end,
        block.speaker.name,
        block.attribution,
        modality,
        tuple(whom_all),
        _documents(text, start, end),
        _deadline(text, start, end),
        rule,
    )


def _verdict(text: str, start: int, end: int, block: Block, orders: list[Modal], opens: bool) -> tuple[str, str]:
    """Return the rule by which a sentence is an order and its modality, or two empty strings."""
    if block.kind == "settle" and text.startswith(listed("settled.not_task"), start):
        return "", ""
    for order in orders:
        if order.modality in ("hope", "urge"):
            if (
                not order.weak
                and not either("wishing.words").search(text, order.end, end)
                and addressees._hoped(text, order.end, end)[1] > order.end
            ):
                return "directive-modal", order.modality
            continue
        if not _is_weak(text, start, order, block):
            return "directive-modal", order.modality
    raised = _raised().search(text, start, end)
    eager = raised is not None or _eager(block, opens) or (block.kind != "think" and bool(numbered(text, start)))
    if eager and _bare(text, raised.end() if raised else start, end):
        return "directive-bare", "require"
    if (
        opens
        and block.attribution[2] in wordset("attribution.demand")
        and text[start - 1] not in _MARKS
        and not _assesses(text, start, end)
    ):
        return "directive-asked", "require"
    if (
        opens
        and block.kind in ("call", "wish")
        and addressees._hoped(text, start, end)[1] > start
        and not either("wishing.words").search(text, start, end)
    ):
        return "directive-addressed", "hope"
    return "", ""


def _eager(block: Block, opens: bool) -> bool:
    """Whether a sentence of a block is an order without a modal: in a row of orders, or after a verb of demanding."""
    if block.kind == "think":
        return block.ordered
    if block.ordered or block.kind in ("call", "wish", "settle"):
        return True
    return block.kind == "ask" and (opens or block.attribution[2] in wordset("attribution.demand"))


@cache
def _raised() -> re.Pattern[str]:
    """``提出以下意见和建议：``: what the sentence goes on with is asked for."""
    raising, nouns = ("|".join(map(re.escape, listed(f"attribution.{entry}"))) for entry in ("raising", "nouns"))
    return re.compile(rf"(?:{raising})[^，。；：\n]{{0,8}}(?:{nouns})[^，。；：\n]{{0,4}}：")


def _is_weak(text: str, start: int, order: Modal, block: Block) -> bool:
    """Whether a modal makes no order where it stands: 将坚决…, 制度应…, 不能满足…."""
    word = text[order.start : order.end]
    if word in wordset("modals.require") or word in wordset("modals.must") or word in wordset("modals.forbid"):
        return text[order.start - 1] in "愿将" and order.start > start
    clause = order.start
    while clause > start and text[clause - 1] not in "，。；：\n":
        clause -= 1
    if clause == order.start:
        if order.modality == "ensure":
            return (not block.ordered and block.kind not in ("ask", "call", "settle")) or (
                order.start > start and not block.ordered
            )
        return "是" in text[order.end : order.end + 6]
    return not addressees.is_head(text, addressees._lead(text, clause, order.start), order.start)


def _subjects(text: str, start: int, end: int) -> list[Range]:
    if _assesses(text, start, end):
        return []
    return addressees._acting(text, start, end, [])


@cache
def _assessing() -> tuple[re.Pattern[str], frozenset[str]]:
    return either("imperative.not_assessing", "imperative.assessing"), wordset("imperative.assessing")


def _assesses(text: str, start: int, end: int) -> bool:
    start = addressees._lead(text, start, end)
    pattern, assessing = _assessing()
    return any(found[0] in assessing for found in pattern.finditer(text, start, end))


def _bare(text: str, start: int, end: int) -> bool:
    """Whether a sentence begins as a bare order does: with a verb or an adverb of action, after its circumstances."""
    at = addressees._lead(text, start, end)
    for _ in range(3):
        if begins(text, at, "imperative.verbs", "imperative.adverbs"):
            return not _assesses(text, start, end)
        if text.find("地", at + 2, at + 6) > 0 and begins(text, text.find("地", at + 2, at + 6) + 1, "imperative.verbs"):
            return not _assesses(text, start, end)
        comma = next((position for position in range(at, end) if text[position] in "，："), 0)
        if not comma or not (
            text.startswith(listed("imperative.topics"), at) or text[comma] == "：" or text[comma - 1] in "的上下中后前"
        ):
            return False
        at = addressees._lead(text, comma + 1, end)
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


def _deadline(text: str, start: int, end: int) -> Range | None:
    """Return the range that says until when, ``5月底前``, ``三天内``, or None."""
    found = deadline().search(text, start, end)
    return found.span() if found else None


__all__ = ["Told", "find"]
