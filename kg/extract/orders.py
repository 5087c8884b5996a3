"""Whether a sentence of somebody's speech is an order, and by which rule: a modal word, a bare verb, an actor, a deadline."""

from __future__ import annotations

from functools import cache

from kg.extract import addressees
from kg.extract.attribution import Block
from kg.extract.cues import Modal
from kg.extract.heads import is_head, lead
from kg.extract.speech import Uttered
from kg.extract.wording import (
    NUMBER_STARTS,
    Wording,
    begins_list,
    deadline,
    either,
    numbered,
    opens_order,
    raised,
    wording,
    wordset,
)

_MARKS = "，：。“‘"
_MODALITY = {"call": "urge", "wish": "hope", "settle": "decide"}
"""What a kind of block makes of an order without a modal; else it is required."""
_HEADING = 16
"""Characters of the longest numbered heading that counts as an order without a verb in front."""
_OBJECT = 24
"""Characters in which a preposition's object is looked for."""
Verdict = tuple[str, str]
"""A rule and a modality."""


def judge(text: str, uttered: Uttered) -> Verdict | None:
    """Return by which rule a sentence is an order, and its modality; None where it is none."""
    return (uttered.orders and _by_modal(text, uttered)) or _without_modal(text, uttered)


def governed(text: str, uttered: Uttered) -> bool:
    """Whether a sentence is the object of its attribution's verb, ``要求各单位…``, without a mark between."""
    return uttered.opens and text[uttered.start - 1] not in _MARKS and uttered.block.kind in ("ask", "call", "wish")


def note_list(text: str, start: int, end: int, block: Block) -> None:
    """Note in a block whether the numbered items that a sentence begins or goes on with are orders."""
    colon = text.find("：", start, end)
    item = text[start] in NUMBER_STARTS and numbered(text, start)
    within = (colon >= 0 and numbered(text, colon + 1)) or (
        text.find("，一是", start, end) >= 0 and (block.ordered or addressees.is_past(text, start, end))
    )
    if not item and not within:
        return
    if (block.listing is None or within or begins_list(text, start)) and not _grants(text, start, end):
        block.listing = block.ordered


def _by_modal(text: str, uttered: Uttered) -> Verdict | None:
    """Return rule and modality of a sentence that a modal word makes an order."""
    start, end, block, _, orders = uttered
    if block.kind == "settle" and wording("settled.not_task").at(text, start):
        return None
    for greeting in wordset("wishing.greetings"):
        if text.find(greeting, start, end) >= 0:
            return None
    weak = block.listing is not False or not numbered(text, start)
    for order in orders:
        if (order.firm or weak) and _orders(text, uttered, order):
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
        return is_head(text, lead(text, clause, order.start), order.start)
    if order.modality == "ensure":
        return block.ordered or (order.start == start and block.kind in ("ask", "call", "settle"))
    return "是" not in text[order.end : order.end + 6]


def _wished(text: str, start: int, end: int) -> bool:
    """Whether what is hoped is asked of somebody who can act, and no good wish."""
    asked = wording("addressees.audience").at(text, start) > 0 or addressees.hoped(text, start, end) is not None
    return asked and not either("wishing.words").search(text, start, end)


def _without_modal(text: str, uttered: Uttered) -> Verdict | None:
    """Return rule and modality of an order without a modal."""
    start, end, block, opens, _ = uttered
    kind = block.kind
    if kind == "settle" and _grants(text, start, end):
        return None
    modality = _MODALITY.get(kind, "require")
    if opens and governed(text, uttered) and block.attribution[2] in wordset("attribution.demand"):
        loose = block.agenda or _assesses(text, start, end)
        return ("directive-asked", modality) if not loose or addressees.hoped(text, start, end) else None
    if (rule := _bare_rule(text, uttered)) is not None:
        return rule, modality
    if kind != "think" and addressees.is_soon(text, start, end) and not addressees.is_past(text, start, end):
        return "directive-soon", modality
    if opens and kind in ("call", "wish") and _wished(text, start, end):
        return "directive-addressed", modality
    return None


def _bare_rule(text: str, uttered: Uttered) -> str | None:
    """Return the rule of a bare order: in a row of orders, in a numbered list, or after a verb of demanding."""
    start, end, block, _, _ = uttered
    noun = _noun(text, start, end)
    number = text[start] in NUMBER_STARTS and block.kind != "think" and block.listing is not False and numbered(text, start) > 0
    eager = _eager(text, uttered)
    if not (eager or number or noun) or _assesses(text, start, end):
        return None
    if _bare(text, noun or start, end):
        return "directive-bare"
    if number and end - start < _HEADING and block.attribution[2] in wordset("attribution.nouns"):
        return "directive-numbered"
    if not eager or addressees.is_past(text, start, end):
        return None
    if deadline(text, start, end) and not _grants(text, start, end):
        return "directive-with-deadline"
    return "directive-with-actor" if addressees.find(text, start, end, [], None) else None


def _noun(text: str, start: int, end: int) -> int:
    """Return where the words begin that a demand made as a noun announces in a sentence, ``提两点要求：``, or 0."""
    if text.find("：", start, end) < 0:
        return 0
    found = raised().search(text, start, end)
    return found.end() + 1 if found is not None and text[found.end()] == "：" else 0


def _grants(text: str, start: int, end: int) -> bool:
    """Whether a decision assigns no task: it is done by being made, or grants something."""
    return wording("settled.not_task").at(text, start) > 0 or either("settled.granting").search(text, start, end) is not None


def _eager(text: str, uttered: Uttered) -> bool:
    """Whether a sentence of its block is an order without a modal; no further part of an agenda is (…；要求做好…)."""
    start, _, block, opens, _ = uttered
    if block.agenda and not opens and wording("attribution.demand").at(text, start):
        return False
    if block.ordered or block.listing:
        return True
    if block.kind == "ask":
        return opens or block.attribution[2] in wordset("attribution.demand")
    return block.kind in ("call", "wish", "settle")


def _assesses(text: str, start: int, end: int) -> bool:
    """Whether a sentence speaks of a thing instead of ordering it: …是…, …有利于…, 取得了…."""
    assessing, becoming = wordset("imperative.assessing"), wordset("imperative.becoming")
    pattern = either("imperative.not_assessing", "imperative.assessing", "imperative.becoming")
    for found in pattern.finditer(text, lead(text, start, end), end):
        word = found[0]
        if word in assessing:
            return True
        if word in becoming and not either("imperative.causing").search(text, start, found.start()):
            return True
    return False


@cache
def _openings() -> tuple[Wording, Wording]:
    return wording("imperative.prepositions"), wording("imperative.topics")


def _bare(text: str, start: int, end: int) -> bool:
    """Whether a sentence begins as a bare order does: with a verb or an adverb of action, after its circumstances."""
    prepositions, topics = _openings()
    at = lead(text, start, end)
    for _ in range(3):
        if opens_order(text, at):
            return True
        manner = text.find("地", at + 2, at + 6)
        if manner > 0 and "的" not in text[at:manner] and opens_order(text, manner + 1):
            return True
        if prepositions.at(text, at) and _after_object(text, at, end):
            return True
        comma = next((position for position in range(at, end) if text[position] in "，："), 0)
        if not comma or not (topics.at(text, at) or text[comma] == "：" or text[comma - 1] in "的上下中后前"):
            return False
        at = lead(text, comma + 1, end)
    return False


def _after_object(text: str, at: int, end: int) -> bool:
    """Whether a verb of action follows the object of the preposition at ``at``: ``对受灾群众|加大帮扶``."""
    stop = next((position for position in range(at, end) if text[position] in "，：；。"), end)
    if text[stop - 1] in "后中下时前":
        # 在新征程中，: a circumstance of what follows.
        return False
    stop = min(at + _OBJECT, stop)
    return any(opens_order(text, position, longer=True) for position in range(at + 3, stop))
