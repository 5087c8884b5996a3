"""What names are made of, in the forms that the rules ask for: surnames, transliterations, beginnings of minorities' names."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from kg.extract.reading import (
    ABSENT,
    ACT,
    ATTEND,
    CHAIR,
    ETCETERA,
    GROUP,
    HARD,
    HOLD,
    HONORIFIC,
    INTRODUCTION,
    MEETING,
    ORGANIZATION,
    POST,
    SAY,
)
from kg.extract.wordlists import Lookup, characters, listed, lookup

PERSON_VERB = SAY | ACT | ATTEND | ABSENT | CHAIR | ETCETERA
"""Classes of the words that only a person, or a list of them, has behind it."""
DOES = PERSON_VERB & ~ETCETERA
"""Classes of the words that say what a person does."""
ENDS_NAME = PERSON_VERB | POST | INTRODUCTION | ORGANIZATION | HOLD | MEETING | HARD | GROUP | HONORIFIC
"""Classes of the words that are no part of a name."""


class NameWords(NamedTuple):
    """The tables of ``kg/lexicon/names.toml``.

    ``surname_initials`` are the characters that surnames begin with, ``initials`` those that any name begins with which has
    no dot: most places where a name could stand are ruled out by their first character.
    """

    single: frozenset[str]
    compound: frozenset[str]
    japanese: frozenset[str]
    common: frozenset[str]
    transliteration: frozenset[str]
    beginnings: Lookup
    never: frozenset[str]
    unlikely: frozenset[str]
    particles: frozenset[str]
    joining: frozenset[str]
    barred: frozenset[str]
    followers: frozenset[str]
    following: frozenset[str]
    surname_initials: frozenset[str]
    initials: frozenset[str]


@cache
def tables() -> NameWords:
    """Return the tables, each as what it is asked for."""
    single, compound = listed("names", "surnames.single"), listed("names", "surnames.compound")
    transliteration = characters("names", "foreign.transliteration")
    beginnings = lookup("names", "minority.beginnings")
    surname_initials = single | {surname[0] for surname in compound}
    return NameWords(
        single=single,
        compound=compound,
        japanese=listed("names", "surnames.japanese"),
        common=listed("names", "surnames.common"),
        transliteration=transliteration,
        beginnings=beginnings,
        never=characters("names", "given.rare"),
        unlikely=characters("names", "given.unlikely"),
        particles=listed("names", "surnames.particles"),
        joining=listed("names", "surnames.joining"),
        barred=listed("names", "surnames.never"),
        followers=listed("boundaries", "boundaries.followers"),
        following=characters("people", "subjects.after_rare", "subjects.after_minority"),
        surname_initials=surname_initials,
        initials=surname_initials | transliteration | set(beginnings.initials),
    )


def is_han(character: str) -> bool:
    """Whether a character can stand in a name without a dot."""
    return (
        "\u4e00" <= character <= "\u9fff"
        or "\u3400" <= character <= "\u4dbf"
        or "\U00020000" <= character <= "\U0003ffff"
        or character == "\u3007"
    )


def surname(text: str, start: int) -> int:
    """Return the length of the surname at ``start``: 2, 1, or 0 where there is none."""
    names = tables()
    if text[start : start + 2] in names.compound:
        return 2
    return 1 if text[start : start + 1] in names.single else 0


def common_surname(text: str, start: int) -> bool:
    """Whether a name at ``start`` has one of the few hundred surnames that most people have, or one of two characters."""
    names = tables()
    return text[start] in names.common or text[start : start + 2] in names.compound
