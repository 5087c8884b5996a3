"""Names of places, as far as the extractors need them: to tell a place from a person, and a paper's place from its name."""

from __future__ import annotations

from functools import cache

from kg.extract.wordlists import listed, longest_first
from kg.lexicon import table

_FOREIGN = tuple(f"foreign.{entry}" for entry in ("countries", "countries_other", "capitals", "cities", "parts"))


@cache
def homes() -> frozenset[str]:
    """Return the provinces and prefectures, with the word for their level and without it: 吉林, 吉林省, 白城, 白城市."""
    names = {province["name"] for province in table("places")["provinces"]}
    return frozenset(names | set(_prefectures()) | _short())


@cache
def plain() -> tuple[str, ...]:
    """Return the places that a name could be taken for, without the word for their level: a post may follow (吉林|省长)."""
    return tuple(sorted(word for word in listed("places", *_FOREIGN) | _short() if len(word) > 1))


def _prefectures() -> list[str]:
    return [name for province in table("places")["provinces"] for name in province.get("prefectures", "").split()]


@cache
def _short() -> frozenset[str]:
    """Return the short names of provinces and prefectures."""
    cut = {
        name.removesuffix(suffix)
        for name in _prefectures()
        for suffix in longest_first("places", "suffixes.left_out")
        if name.endswith(suffix) and len(name) - len(suffix) > 1
    }
    return frozenset(cut | {province["short"] for province in table("places")["provinces"]})
