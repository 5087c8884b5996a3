"""Of what kind an article is, and which place its 我市 and 省委 speak of."""

from __future__ import annotations

import re
from functools import cache

from kg.extract.meetings import Met
from kg.extract.places import homes
from kg.extract.reading import Reading
from kg.lexicon import table, words


def article_kind(reading: Reading, met: list[Met]) -> str:
    """Return the key of an article's kind; one that reports a meeting is of kind ``meeting``."""
    if met:
        return "meeting"
    for kind in table("setting")["kinds"]:
        if any(sign in reading.text for sign in words("setting", f"kinds.{kind}")):
            return str(kind)
    return "other"


@cache
def _dateline() -> re.Pattern[str]:
    marks = "|".join(sorted(words("setting", "place.datelines"), key=len, reverse=True))
    return re.compile(rf"\s*([\u4e00-\u9fff]{{2,8}}?)(?:{marks})[ ：（\n]?")


@cache
def _publisher() -> re.Pattern[str]:
    ends = "|".join(sorted(words("setting", "place.publishers"), key=len, reverse=True))
    return re.compile(rf"([\u4e00-\u9fff]{{2,8}}?)(?:{ends})$")


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
