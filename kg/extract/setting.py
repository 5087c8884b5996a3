"""Of what kind an article is, and which place its 我市 and 省委 speak of."""

from __future__ import annotations

import re
from functools import cache

from kg.extract.meetings import Met
from kg.extract.places import homes
from kg.extract.reading import Reading
from kg.extract.signs import kinds
from kg.extract.wordlists import either

_NAME = "([\u4e00-\u9fff]{2,8}?)"
"""The name of a place before what follows it."""


def article_kind(reading: Reading, met: list[Met]) -> str:
    """Return the key of an article's kind; one that reports a meeting is of kind ``meeting``."""
    if met:
        return "meeting"
    return next((kind for kind, sign in kinds().items() if reading.signs & sign), "other")


@cache
def _dateline() -> re.Pattern[str]:
    return re.compile(rf"\s*{_NAME}{either('setting', 'place.datelines')}[ ：（\n]?")


@cache
def _publisher() -> re.Pattern[str]:
    return re.compile(rf"{_NAME}{either('setting', 'place.publishers')}$")


def jurisdiction(reading: Reading) -> tuple[str | None, str]:
    """Return the place whose 我市 the article speaks of, and how it is known: given, publisher, text or unknown."""
    article = reading.article
    if article.place:
        return article.place, "given"
    if article.publisher:
        found = _publisher().match(article.publisher)
        if found and found[1] in homes():
            return found[1], "publisher"
    found = _dateline().match(reading.text)
    if found and found[1] in homes():
        return found[1], "text"
    return None, "unknown"
