"""The names of those who can act, by their last words: ``各部门``, ``吉林市``, ``值守人员``; and how a clause leads up to one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

import ahocorasick_rs

from kg.extract.wording import NUMBER_STARTS, Wording, deadline_starts, due, either, numbered, opens_order, wording, wordset

Range = tuple[int, int]


@cache
def _heads() -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    heads = wordset("addressees.heads")
    one, two, three = (frozenset(head for head in heads if len(head) == length) for length in (1, 2, 3))
    return one | wordset("addressees.head_characters"), two, three, wordset("addressees.not_heads"), wordset("addressees.alone")


@cache
def _ending() -> ahocorasick_rs.AhoCorasick:
    one, two, three, _, alone = _heads()
    listed = sorted(one | two | three | alone | {"等", "们"})
    return ahocorasick_rs.AhoCorasick(listed, matchkind=ahocorasick_rs.MatchKind.Standard)


def ends(text: str, start: int, end: int) -> list[int]:
    """Return where words end in a stretch with which the name of one who can act ends, in order; none inside another."""
    found = _ending().find_matches_as_indexes(text[start:end], overlapping=True)
    inside = {at for _, left, right in found if right - left > 1 for at in range(left + 1, right)}
    return sorted({start + right for _, _, right in found if right not in inside})


def is_head(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` ends as the name of one who can act."""
    size = end - start
    if size < 2:
        return False
    one, two, three, never, alone = _heads()
    last = text[end - 1]
    pair = text[end - 2 : end]
    if pair in two or text[end - 3 : end] in three:
        return size > 3 or text[start:end] not in never
    if last in one:
        return pair not in never or text[start:end] in alone
    if last == "）":
        opening = text.rfind("（", start, end)
        return opening > start + 1 and is_head(text, start, opening)
    if last == "等":
        return is_head(text, max(start, text.rfind("、", start, end) + 1), end - 1)
    if last == "们":
        return size > 2 and text[start:end] not in wordset("addressees.pronouns")
    return text[start:end] in alone


_YEAR = re.compile("[0-9]{4}年(?![度底初内前终])")


@cache
def _leading() -> tuple[Wording, frozenset[str], frozenset[str]]:
    times = deadline_starts()
    return wording("imperative.leads"), times, times | NUMBER_STARTS | {word[0] for word in wordset("imperative.leads")}


def lead(text: str, start: int, end: int) -> int:
    """Return where a clause begins without its number and what leads in: 一要, 同时, 年内."""
    leads, times, leading = _leading()
    while start < end and text[start] in leading:
        at = numbered(text, start)
        if not at and text[start] in times and (time := due().match(text, start, end)):
            at = time.end()
        if not at and text[start].isdigit() and (year := _YEAR.match(text, start, end)):
            at = year.end()
        if not at and (size := leads.at(text, start)):
            at = start + size + (text[start + size : start + size + 1] == "，")
        if not at or at >= end:
            return start
        start = at
    return start


def clean(text: str, start: int, end: int) -> bool:
    """Whether a stretch is the name of one who can act: no pronoun, no verb or preposition in it."""
    name = text[start:end]
    if name in wordset("addressees.alone"):
        return True
    if "《" in name or name in wordset("addressees.pronouns", "addressees.not_heads") or not may_begin(text, start):
        return False
    at = name.find("是")
    if at >= 0 and name[at - 1] not in "别其":
        return False
    never = wordset("addressees.inner_never")
    return not any(found in never for found in either("addressees.inner_ever", "addressees.inner_never").findall(name))


def may_begin(text: str, start: int) -> bool:
    """Whether the name of one who can act may begin here: no verb unless it names (组织部门), no preposition."""
    firsts, quantifiers, naming, naming_ends, not_start = _beginning()
    if text[start] not in firsts or quantifiers.at(text, start):
        return True
    if size := naming.at(text, start):
        return naming_ends.at(text, start + size) > 0
    return not not_start.at(text, start) and not opens_order(text, start)


@cache
def _beginning() -> tuple[frozenset[str], Wording, Wording, Wording, Wording]:
    """Return the characters with which something begins that is no name of one who can act, and the lists that tell."""
    entries = ("imperative.naming", "imperative.verbs", "imperative.adverbs", "addressees.not_start")
    firsts = frozenset(word[0] for word in wordset(*entries))
    listed = ("addressees.quantifiers", "imperative.naming", "imperative.naming_ends", "addressees.not_start")
    quantifiers, naming, naming_ends, not_start = map(wording, listed)
    return firsts, quantifiers, naming, naming_ends, not_start


class _Turns(NamedTuple):
    """What stands on both sides of a turn: ends of names (``pairs`` of characters, or a last one), beginnings of deeds."""

    pattern: re.Pattern[str]
    pairs: frozenset[str]
    lasts: frozenset[str]
    never: frozenset[str]
    firsts: frozenset[str]
    deeds: frozenset[str]


@cache
def _turns() -> _Turns:
    one, two, three, never, alone = _heads()
    lasts = one | {"等", "们", "）"}
    pairs = two | {word[-2:] for word in three | alone}
    words = wordset("imperative.verbs", "imperative.adverbs", "addressees.following")
    firsts = frozenset(word for word in words if len(word) == 1) | deadline_starts() | {"是", "由"}
    deeds = frozenset(word[:2] for word in words if len(word) > 1)
    paired = [pair for pair in pairs if pair[-1] not in lasts]
    longer = [deed for deed in deeds if deed[0] not in firsts]
    # Characters that may stand there, as a pattern finds them fast; which of them go together is asked of the sets.
    before, end, also = (_class(found) for found in ({pair[0] for pair in paired}, lasts, {pair[-1] for pair in paired}))
    first, begin, go_on = (_class(found) for found in (firsts, {deed[0] for deed in longer}, {deed[1] for deed in longer}))
    pattern = re.compile(f"[{end}{also}](?=[{first}]|[{begin}][{go_on}])(?<![^{before}][{also}])")
    return _Turns(pattern, frozenset(pairs), lasts, never - pairs, firsts, deeds)


def _class(characters: Iterable[str]) -> str:
    """Return characters as they stand in a class of a pattern."""
    return re.escape("".join(sorted(characters)))


def turns_in(text: str, start: int, end: int) -> list[int]:
    """Return where in a stretch what one does may begin behind the name of one who can act: a rough look before the rules."""
    pattern, pairs, lasts, never, firsts, deeds = _turns()
    found = []
    # The pattern looks at two characters behind the turn, also where the second stands outside of the stretch.
    for turn in pattern.finditer(text, start, end + 1):
        at = turn.end()
        if at < end and (text[at] in firsts or text[at : at + 2] in deeds):
            pair = text[at - 2 : at]
            if pair in pairs or (text[at - 1] in lasts and pair not in never):
                found.append(at)
    return found


def is_within(text: str, at: int) -> bool:
    """Whether ``at`` is inside of a longer word with which such a name ends: 基层党|组织, 国企|业."""
    _, two, three, _, alone = _heads()
    for left in range(max(at - 3, 0), at):
        for right in range(at + 1, at + 5):
            word = text[left:right]
            if word in two or word in three or word in alone:
                return True
    return False


def does(text: str, at: int, end: int) -> bool:
    """Whether what one does begins at ``at``, behind a name that does not go on (县委|督查|室)."""
    if text[at] == "是":
        return text.find("责任人", at, at + 8) > 0
    if not (opens_order(text, at) or wording("addressees.following").at(text, at)):
        return text[at] in deadline_starts() and due().match(text, at, end) is not None
    _, _, naming, naming_ends, _ = _beginning()
    size = naming.at(text, at)
    return not (size and at + size < end and naming_ends.at(text, at + size))


def parts(text: str, start: int, end: int) -> list[Range]:
    """Split at 、 where each part stands alone (吉林市、舒兰市), keep what shares a head (民政、人社部门)."""
    name = text[start:end]
    whole = [(start, end)]
    for mark in wordset("addressees.above_all"):
        # 全省各级党委特别是甲市、乙市党委: all of them, and a list of some.
        at = text.find(mark, start, end)
        if at > start and "、" in text[at:end] and is_head(text, start, at):
            return [(start, at), (at + len(mark), end)]
    for mark in wordset("addressees.apart"):
        at = text.find(mark, start, end)
        if at > start and is_head(text, start, at):
            return [*parts(text, start, at), *parts(text, at + len(mark) - 2, end)]
    if "、" not in name or name[-1] == "等" or any(mark in name for mark in wordset("addressees.joining")):
        return whole
    if wording("addressees.pair").at(text, start):
        return whole
    split = _listed(text, start, end)
    bare = wordset("addressees.bare")
    if wording("addressees.bare_ends").before(text, start, end) and any(text[slice(*part)] in bare for part in split):
        return whole
    tail = wording("addressees.shared").before(text, start, end)
    if tail and not any(text.endswith(text[end - tail : end], *part) for part in split[:-1]):
        return whole
    of = "的" in text[slice(*split[0])] or "的" in text[slice(*split[-1])]
    return split if not of and all(is_head(text, *part) for part in split) else whole


def _listed(text: str, start: int, end: int) -> list[Range]:
    """Return the parts of a list, brackets kept whole."""
    split, left, depth = [], start, 0
    for at in range(start, end):
        depth += text[at] in "（《"
        depth -= text[at] in "）》"
        if text[at] == "、" and not depth:
            split.append((left, at))
            left = at + 1
    return [*split, (left, end)]
