"""One reading of an article: its view, and every word of the lexicon in it, found in one scan."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from operator import itemgetter
from typing import NamedTuple

import ahocorasick_rs

from kg.extract.places import plain
from kg.extract.view import View, make_view
from kg.lexicon import words
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

_CLASSES = (
    ("posts.heads", POST),
    ("introductions.bylines", INTRODUCTION | BYLINE),
    ("introductions.people", INTRODUCTION),
    ("introductions.honorifics", HONORIFIC),
    ("organizations.heads", ORGANIZATION),
    ("speech.say", SAY),
    ("speech.act", ACT),
    ("attend.present", ATTEND),
    ("attend.absent", ABSENT),
    ("chair.verbs", CHAIR),
    ("hold.verbs", HOLD),
    ("meetings.heads", MEETING),
    ("boundaries.hard", HARD),
    ("boundaries.soft", SOFT),
    ("boundaries.left", LEFT),
    ("labels.etcetera", ETCETERA),
    ("nouns.words", NOUN),
    ("collectives.heads", GROUP),
)
_start = itemgetter(0)
_SENTENCE = re.compile(r"[^。！？；\n]*(?:[。！？；]+[”’』」）]*|\n|$)")


class Token(NamedTuple):
    """A word of the lexicon in the view: its range and the classes that it stands in."""

    start: int
    end: int
    classes: int


@cache
def _automaton() -> tuple[ahocorasick_rs.AhoCorasick, list[int]]:
    classes: dict[str, int] = {}
    for entry, flag in _CLASSES:
        for word in words("words", entry):
            classes[word] = classes.get(word, 0) | flag
    for word in plain():
        classes[word] = classes.get(word, 0) | PLACE
    ordered = sorted(classes)
    matcher = ahocorasick_rs.AhoCorasick(ordered, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    return matcher, [classes[word] for word in ordered]


class Reading:
    """An article's view with its tokens and sentences; positions are the view's until :meth:`evidence` is asked.

    Attributes:
        text: the view's text.
        tokens: words of the lexicon in order, not overlapping.
        starts: a token's index by its start. ``ends``: the same by its end.
        sentences: ranges up to 。！？； or a paragraph's end, blank ones left out.
    """

    __slots__ = ("article", "ends", "sentences", "starts", "text", "tokens", "view")

    def __init__(self, article: Article) -> None:
        self.article = article
        self.view: View = make_view(article.text)
        self.text = self.view.text
        matcher, classes = _automaton()
        self.tokens = [Token(start, end, classes[word]) for word, start, end in matcher.find_matches_as_indexes(self.text)]
        self.starts = {token.start: index for index, token in enumerate(self.tokens)}
        self.ends = {token.end: index for index, token in enumerate(self.tokens)}
        self.sentences = [found.span() for found in _SENTENCE.finditer(self.text) if found[0].strip()]

    def evidence(self, start: int, end: int, rule: str) -> Evidence:
        """Return the article's range of the view's ``[start, end)`` as evidence by ``rule``."""
        return Evidence(*self.view.span(start, end), rule)

    def token_after(self, position: int) -> int:
        """Return the index of the first token that starts at ``position`` or later."""
        return bisect_left(self.tokens, position, key=_start)

    def starting(self, position: int) -> int:
        """Return the classes of the token that starts at ``position``, or 0."""
        index = self.starts.get(position)
        return 0 if index is None else self.tokens[index].classes

    def ending(self, position: int) -> int:
        """Return the classes of the token that ends at ``position``, or 0."""
        index = self.ends.get(position)
        return 0 if index is None else self.tokens[index].classes
