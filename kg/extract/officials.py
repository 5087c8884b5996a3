"""Named individuals: ``省委书记巴音朝鲁``, ``庞庆波、李明伟``, ``（记者冯可欣）``, ``肖捷参加``.

A name is believed where its context says so: after a post, in a list, before what only people do, beside a title that
follows it, in a byline. What is believed once is a mention wherever the article repeats it.
"""

from __future__ import annotations

from kg.extract import actors, appointees, dotted, introduced, lists, titled
from kg.extract.cast import Cast, Mention
from kg.extract.reading import Reading
from kg.extract.wordlists import lookup

__all__ = ["Cast", "Mention", "find"]

FINDERS = (
    introduced.after_words,
    introduced.in_bylines,
    lists.find,
    actors.before_verbs,
    appointees.find,
    titled.before_titles,
    titled.before_brackets,
    titled.before_sexes,
    dotted.find,
)
"""What believes names, in the order of their credit: the first to believe a name names the rule."""

_WEAK = frozenset({"name-before-verb", "name-before-title"})
"""Rules whose names give way to longer ones that hold them."""


def find(reading: Reading) -> Cast:
    """Return the people of an article."""
    cast = Cast()
    for finder in FINDERS:
        finder(reading, cast)
    _drop_parts(cast)
    _mention(reading, cast)
    return cast


def _drop_parts(cast: Cast) -> None:
    """Drop names that are part of a longer one and believed on less: 万贯 (同志) beside 钱万贯."""
    weak = sorted(name for name, (_, _, rule) in cast.first.items() if rule in _WEAK)
    for name in weak:
        if any(name != other and (other.startswith(name) or other.endswith(name)) for other in cast.first):
            del cast.first[name]


def _mention(reading: Reading, cast: Cast) -> None:
    """Find every mention of the names believed; longer names first, none inside another; doctrines are no mentions."""
    text, doctrines = reading.text, lookup("people", "doctrines.endings")
    taken: set[int] = set()
    for name in sorted(cast.first, key=len, reverse=True):
        at, size, seen = text.find(name), len(name), False
        while at >= 0:
            end = at + size
            if at not in taken and end - 1 not in taken:
                taken.update(range(at, end))
                if not doctrines.at(text, end):
                    cast.mentions.append(Mention(at, end, name))
                    seen = True
            at = text.find(name, end)
        if not seen:
            del cast.first[name]
    cast.mentions.sort()
