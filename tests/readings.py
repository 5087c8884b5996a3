"""What tests of the extractors ask for: the people and posts that a text holds, in one line each."""

from __future__ import annotations

from kg.extract import extract, officials, roles
from kg.extract.reading import Reading
from kg.model.text import Article


def reading(text: str) -> Reading:
    """Return the reading of an article of that text."""
    return Reading(Article("a", text))


def people(text: str) -> list[str]:
    """Return the names of the officials that a text holds, as written."""
    return [official.name for official in extract(Article("a", text)).officials]


def posts(text: str) -> list[str]:
    """Return the roles that a text states, each as ``name:post``."""
    found = extract(Article("a", text))
    names = {official.id: official.name for official in found.officials}
    return [f"{names[role.official]}:{role.post}" for role in found.roles]


def rules(text: str) -> dict[str, str]:
    """Return the rule that believed each name of a text."""
    return {name: rule for name, (_, _, rule) in officials.find(reading(text)).first.items()}


def held(text: str) -> dict[str, str]:
    """Return the rule by which each post of a text was found, by its words."""
    one = reading(text)
    return {one.text[role.start : role.end]: role.rule for role in roles.find(one, officials.find(one))}
