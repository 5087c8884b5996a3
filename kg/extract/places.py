"""Names of places, as far as the extractors need them: to tell a place from a person, and a paper's place from its name."""

from __future__ import annotations

from functools import cache

from kg.lexicon import table, words


@cache
def homes() -> frozenset[str]:
    """Return the provinces and prefectures, with the word for their level and without it: 吉林, 吉林省, 白城, 白城市."""
    found = {province["name"] for province in table("places")["provinces"]} | _short()
    for province in table("places")["provinces"]:
        found.update(province.get("prefectures", "").split())
    return frozenset(found)


@cache
def _short() -> frozenset[str]:
    found = set()
    for province in table("places")["provinces"]:
        found.add(province["short"])
        for prefecture in province.get("prefectures", "").split():
            for suffix in ("市", "地区", "盟"):
                if prefecture.endswith(suffix) and len(prefecture) - len(suffix) > 1:
                    found.add(prefecture.removesuffix(suffix))
    return frozenset(found)


@cache
def plain() -> tuple[str, ...]:
    """Return the places that a name could be taken for, without the word for their level: a post may follow (吉林|省长)."""
    foreign = {word for entry in ("countries", "countries_other", "capitals", "cities", "parts") for word in words("places", f"foreign.{entry}")}
    return tuple(sorted(word for word in foreign | _short() if len(word) > 1))
