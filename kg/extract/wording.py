"""The lists of ``kg/lexicon/directives.toml`` in the forms that the rules on directives look them up in.

A list is looked up by the characters at a place, once per length of its words, not word by word: this is the hot path.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

import ahocorasick_rs

from kg.lexicon import table, words


class Wording:
    """A list of words that may begin or end at a place."""

    __slots__ = ("firsts", "lasts", "words")

    def __init__(self, listed: Iterable[str]) -> None:
        self.words = frozenset(listed)
        self.firsts, self.lasts = (_lengths(self.words, place) for place in (0, -1))

    def at(self, text: str, start: int) -> int:
        """Return the length of the longest word that begins at ``start``, or 0."""
        for length in self.firsts.get(text[start : start + 1], ()):
            if text[start : start + length] in self.words:
                return length
        return 0

    def before(self, text: str, start: int, end: int) -> int:
        """Return the length of the longest word that ends at ``end`` and does not begin before ``start``, or 0."""
        for length in self.lasts.get(text[end - 1 : end], ()):
            if end - length >= start and text[end - length : end] in self.words:
                return length
        return 0


def _lengths(words: Iterable[str], place: int) -> dict[str, tuple[int, ...]]:
    """Return how long the words are, the longest first, by their first or their last character."""
    found: dict[str, set[int]] = {}
    for word in words:
        found.setdefault(word[place], set()).add(len(word))
    return {character: tuple(sorted(lengths, reverse=True)) for character, lengths in found.items()}


@cache
def wording(*entries: str) -> Wording:
    """Return some lists as one for look-ups at a place."""
    return Wording(word for entry in entries for word in words("directives", entry))


@cache
def wordset(*entries: str) -> frozenset[str]:
    """Return some lists as one set."""
    return frozenset(word for entry in entries for word in words("directives", entry))


def scanner(listed: Iterable[str]) -> tuple[ahocorasick_rs.AhoCorasick, list[str]]:
    """Return a matcher of words, the longest at each place, and the words in the order of its numbers.

    It finds fifty words in a report in 4 µs, an alternation in a regular expression in 50 µs.
    """
    ordered = sorted(set(listed))
    return ahocorasick_rs.AhoCorasick(ordered, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest), ordered


@cache
def either(*entries: str) -> re.Pattern[str]:
    """Return a pattern of all words of some lists; the longest at a place matches."""
    return re.compile("|".join(map(re.escape, sorted(wordset(*entries), key=lambda word: (-len(word), word)))))


@cache
def kinds() -> dict[str, str]:
    """Return the kind of block that each attributing verb opens, by verb."""
    return {verb: kind for kind in table("directives")["kinds"] for verb in words("directives", f"kinds.{kind}")}


@cache
def raised() -> re.Pattern[str]:
    """Return the pattern of a demand made as a noun, ``提出三点要求``, ``提出以下意见和建议``, ``对任务进行了阐述``."""
    raising, nouns, expounding = (either(f"attribution.{entry}").pattern for entry in ("raising", "nouns", "expounding"))
    nouns = f"{nouns}|{expounding}"
    return re.compile(rf"(?:{raising})[^，。；：\n]{{0,8}}(?:{nouns})(?:[^，。；：\n]{{0,4}}(?:{nouns}))?")


_NUMERALS = "一二三四五六七八九十"
_NUMBER = re.compile(
    rf"[（][{_NUMERALS}]{{1,2}}[）]|第?[{_NUMERALS}]{{1,2}}(?:是要|是|要|、|，)|[0-9]{{1,2}}[.、．](?![0-9])|其[{_NUMERALS}]，?|[其再首][先次]，?"
)
NUMBER_STARTS = frozenset(_NUMERALS + "（第0123456789其再首")
"""Characters with which a number can begin."""


def numbered(text: str, start: int) -> int:
    """Return the end of the number that begins at ``start`` (一是, （二）, 三要, 四、), or 0."""
    if text[start : start + 1] not in NUMBER_STARTS:
        return 0
    found = _NUMBER.match(text, start)
    return found.end() if found else 0


def begins_list(text: str, start: int) -> bool:
    """Whether the number at ``start`` is a list's first: 一是, 第一, 首先, 1."""
    return text[start] in "一1首" or text[start + 1 : start + 2] in ("一", "1")


_LAID_OUT = 24
"""Characters behind a verb in which a short sentence ends."""
_AMOUNT = rf"(?:[0-9]+|[{_NUMERALS}两]+)"


@cache
def due() -> re.Pattern[str]:
    """Return the pattern of what says until when: 5月底前, 三天内, 本月底前, 年内."""
    entries = ("before", "within", "spans", "parts", "periods", "which", "occasions")
    before, within, spans, parts, periods, which, occasions = (f"(?:{either(f'deadlines.{one}').pattern})" for one in entries)
    day, hour = f"{_AMOUNT}日", f"(?:{_AMOUNT}[时点])?"
    return re.compile(
        rf"(?:[0-9]{{4}}年)?{_AMOUNT}月(?:{day}|{parts})?{hour}{before}|{day}{hour}{before}"
        rf"|{_AMOUNT}个?{spans}{within}"
        rf"|(?:[0-9]{{4}}年|{which})?{periods}(?:[底末内])(?:{before}|内)?"
        rf"|{occasions}{before}"
    )


@cache
def _due_ends() -> re.Pattern[str]:
    """What every deadline ends with; it is rare, and found without trying every form at every place."""
    occasions = "".join(sorted({word[-1] for word in wordset("deadlines.occasions")}))
    return re.compile(f"[月日天周年度时点份旬底末初{occasions}](?:[之以]?前|[之以]?内|底|末)")


def deadline(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the range that says until when something is to be done, or None."""
    for ends in _due_ends().finditer(text, start, end):
        found = due().search(text, max(start, ends.start() - 12), min(end, ends.end() + 2))
        if found:
            return found.span()
    return None


@cache
def deadline_starts() -> frozenset[str]:
    """Return the characters that a deadline can begin with."""
    return frozenset(
        "0123456789两今明本当这上下月周年季" + _NUMERALS + "".join(word[0] for word in wordset("deadlines.occasions"))
    )


@cache
def _openers() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Verbs and adverbs of two characters, of one, and the first three characters of longer ones."""
    listed = wordset("imperative.verbs", "imperative.adverbs")
    one, two = (frozenset(word for word in listed if len(word) == length) for length in (1, 2))
    return two, one, frozenset(word[:3] for word in listed if len(word) > 2)


def opens_order(text: str, start: int, *, longer: bool = False) -> bool:
    """Whether a verb or an adverb of action begins at ``start``; of two characters or more where ``longer``."""
    two, one, three = _openers()
    if text[start : start + 2] in two or text[start : start + 3] in three:
        return True
    return not longer and text[start : start + 1] in one


def lays_out(text: str, at: int) -> bool:
    """Whether the short sentence that goes on at ``at`` ends before numbered items: 部署了下一阶段重点工作。(一)…."""
    stop = text.find("。", at, at + _LAID_OUT)
    return stop > 0 and "，" not in text[at:stop] and "；" not in text[at:stop] and numbered(text, stop + 1) > 0
