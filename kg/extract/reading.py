"""One reading of an article: its view, and every word of the lexicon in it, found in one scan."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache
from typing import NamedTuple

import ahocorasick_rs

from kg.extract import signs
from kg.extract.places import plain
from kg.extract.view import DOT, View, make_view
from kg.extract.wordlists import flags
from kg.model.text import Article, Evidence

POST = 1 << 0
INTRODUCTION = 1 << 1
ORGANIZATION = 1 << 2
SAY = 1 << 3
ACT = 1 << 4
ATTEND = 1 << 5
ABSENT = 1 << 6
CHAIR = 1 << 7
HOLD = 1 << 8
MEETING = 1 << 9
HARD = 1 << 10
SOFT = 1 << 11
LEFT = 1 << 12
ETCETERA = 1 << 13
NOUN = 1 << 14
GROUP = 1 << 15
BYLINE = 1 << 16
HONORIFIC = 1 << 17
PLACE = 1 << 18
COURTESY = 1 << 19
DEED = 1 << 20

_CLASSES = (
    ("posts", "posts.heads", POST),
    ("posts", "posts.courtesy", COURTESY),
    ("people", "introductions.bylines", INTRODUCTION | BYLINE),
    ("people", "introductions.people", INTRODUCTION),
    ("people", "honorifics.titles", HONORIFIC | COURTESY),
    ("people", "honorifics.comrades", COURTESY),
    ("people", "lists.etcetera", ETCETERA),
    ("people", "subjects.deeds", DEED),
    ("bodies", "bodies.heads", ORGANIZATION),
    ("boundaries", "boundaries.hard", HARD),
    ("boundaries", "boundaries.soft", SOFT),
    ("boundaries", "boundaries.left", LEFT),
    ("boundaries", "nouns.words", NOUN),
    ("participation", "speaking.say", SAY),
    ("participation", "speaking.act", ACT),
    ("participation", "attending.present", ATTEND),
    ("participation", "attending.absent", ABSENT),
    ("convening", "holding.chairing", CHAIR),
    ("convening", "holding.verbs", HOLD),
    ("meetings", "names.heads", MEETING),
    ("groups", "heads.people", GROUP),
    ("groups", "heads.bodies", GROUP),
)
"""Table and entry of each list that the scan looks for, and the classes that its words stand in."""

_BOUNDARY = HARD | SOFT | LEFT
TELLING = POST | INTRODUCTION | SAY | ACT | ATTEND | ABSENT | CHAIR | HOLD | MEETING | ETCETERA | GROUP | COURTESY | DEED
"""Classes of the words that rules start from: one of four; the others only bound what stands beside them."""
_ENDING = "。！？；"
_CLOSING = "”’』」）"
_GOES_ON = frozenset(_ENDING + _CLOSING)


class Token(NamedTuple):
    """A word of the lexicon in the view: its range and the classes that it stands in."""

    start: int
    end: int
    classes: int


@cache
def _classes() -> dict[str, int]:
    """Return the classes of every word of the lexicon."""
    found = flags(_CLASSES)
    for word in plain():
        found[word] = found.get(word, 0) | PLACE
    return found


@cache
def boundary_characters() -> dict[str, int]:
    """Return the classes of the single characters that only bound other words: 的, 和, 在.

    They are four of ten words in a text. The scan leaves them out, which changes no other word that it finds: what one
    character would take up, no longer word could begin in.
    """
    return {word: classes for word, classes in _classes().items() if len(word) == 1 and not classes & ~_BOUNDARY}


@cache
def last_characters(classes: int) -> frozenset[str]:
    """Return the characters that words of some of ``classes`` end in: most places are told by them to be behind none."""
    return frozenset(word[-1] for word, its_classes in _classes().items() if its_classes & classes)


@cache
def _automaton() -> tuple[ahocorasick_rs.AhoCorasick, list[int]]:
    classes = _classes()
    ordered = sorted(classes.keys() - boundary_characters().keys())
    matcher = ahocorasick_rs.AhoCorasick(ordered, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    # One object for each combination of classes: thousands of them would not stay in the processor's cache.
    shared = {one: one for one in classes.values()}
    return matcher, [shared[classes[word]] for word in ordered]


class Reading:
    """An article's view with its tokens and sentences; positions are the view's until :meth:`evidence` is asked.

    A token is a word of the lexicon; tokens do not overlap. They are kept as three lists in step, since a list of
    integers is read many times faster than objects are made.

    Attributes:
        text: the view's text. ``gaps``: the view's gaps. ``dotted``: whether any name with dots can stand in the text.
        token_starts: where the tokens start, ascending. ``token_ends``: where they end. ``token_classes``: what they are.
        starts: a token's index by its start. ``ends``: the same by its end.
        sentences: ranges up to 。！？； or a paragraph's end, blank ones left out.
        signs: which lists of rare words it holds a word of, by :mod:`kg.extract.signs`.
        telling: the indices of the tokens of some class of :data:`TELLING`.
        boundaries: what :func:`boundary_characters` returns.
        name_ends: what :func:`kg.extract.names.name_end` found, so that no rule asks twice.
    """

    __slots__ = (
        "_by_classes",
        "article",
        "boundaries",
        "dotted",
        "ends",
        "gaps",
        "name_ends",
        "sentences",
        "signs",
        "starts",
        "telling",
        "text",
        "token_classes",
        "token_ends",
        "token_starts",
        "view",
    )

    def __init__(self, article: Article) -> None:
        self.article = article
        self.view: View = make_view(article.text)
        self.text = self.view.text
        self.gaps = self.view.gaps
        self.dotted = DOT in self.text
        self.signs = signs.of(self.text)
        matcher, classes = _automaton()
        found = matcher.find_matches_as_indexes(self.text)
        self.token_classes = [classes[word] for word, _, _ in found]
        self.token_starts = [start for _, start, _ in found]
        self.token_ends = [end for _, _, end in found]
        self.starts = dict(zip(self.token_starts, range(len(found)), strict=True))
        self.ends = dict(zip(self.token_ends, range(len(found)), strict=True))
        self.telling = [index for index, one in enumerate(self.token_classes) if one & TELLING]
        self.sentences = _sentences(self.text)
        self.name_ends: dict[int, int] = {}
        self.boundaries = boundary_characters()
        self._by_classes: dict[int, tuple[list[int], list[int]]] = {}

    def evidence(self, start: int, end: int, rule: str) -> Evidence:
        """Return the article's range of the view's ``[start, end)`` as evidence by ``rule``."""
        return Evidence(*self.view.span(start, end), rule)

    def token_after(self, position: int) -> int:
        """Return the index of the first token that starts at ``position`` or later."""
        return bisect_left(self.token_starts, position)

    def of(self, classes: int, start: int = 0, end: int | None = None) -> list[int]:
        """Return the indices of the tokens of some of ``classes`` that start in ``[start, end)``."""
        indices, starts = self._by_classes.get(classes) or self._sorted_out(classes)
        first = bisect_left(starts, start) if start else 0
        return indices[first : len(indices) if end is None else bisect_left(starts, end)]

    def _sorted_out(self, classes: int) -> tuple[list[int], list[int]]:
        """Return the indices of all tokens of some of ``classes``, and where they start; the next asking finds them ready."""
        all_classes, starts = self.token_classes, self.token_starts
        if classes & ~TELLING:
            indices = [index for index, one in enumerate(all_classes) if one & classes]
        else:
            indices = [index for index in self.telling if all_classes[index] & classes]
        found = self._by_classes[classes] = indices, [starts[index] for index in indices]
        return found

    def starting(self, position: int) -> int:
        """Return the classes of the word that starts at ``position``, or 0."""
        index = self.starts.get(position)
        if index is not None:
            return self.token_classes[index]
        return self._boundary(position) if self.text[position : position + 1] in self.boundaries else 0

    def ending(self, position: int) -> int:
        """Return the classes of the word that ends at ``position``, or 0."""
        index = self.ends.get(position)
        if index is not None:
            return self.token_classes[index]
        return self._boundary(position - 1) if self.text[position - 1 : position] in self.boundaries else 0

    def covered(self, position: int) -> int:
        """Return where the token ends that ``position`` stands in or behind, or 0 before the first."""
        index = bisect_right(self.token_starts, position)
        return self.token_ends[index - 1] if index else 0

    def _boundary(self, position: int) -> int:
        """Return the classes of the boundary character at ``position``, or 0 where a token covers it."""
        return self.boundaries[self.text[position]] if self.covered(position) <= position else 0


def _sentences(text: str) -> list[tuple[int, int]]:
    """Return the ranges of the sentences of a view, blank ones left out: its only white space are single line ends.

    Looked for mark by mark: that is twice as fast as a pattern, which asks at every character.
    """
    found, start = [], 0
    for stop in _stops(text):
        if stop < start:
            continue
        end = stop + 1
        if text[end : end + 1] in _GOES_ON and text[stop] != "\n":
            end = _behind(text, _behind(text, end, _ENDING), _CLOSING)
        if end - start > 1 or text[start] != "\n":
            found.append((start, end))
        start = end
    if start < len(text):
        found.append((start, len(text)))
    return found


def _stops(text: str) -> list[int]:
    """Return where the marks stand that end a sentence, and the line ends."""
    found = []
    for mark in _ENDING + "\n":
        at = text.find(mark)
        while at >= 0:
            found.append(at)
            at = text.find(mark, at + 1)
    found.sort()
    return found


def _behind(text: str, at: int, marks: str) -> int:
    """Return where a run of ``marks`` that begins at ``at`` ends."""
    while at < len(text) and text[at] in marks:
        at += 1
    return at
