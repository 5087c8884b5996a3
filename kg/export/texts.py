"""What the pictures and the exporters say to people, in Chinese and English: ``templates/texts.toml``."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table() -> dict[str, dict[str, dict[str, str]]]:
    """Return the table of texts: section → key → language → text."""
    found: dict[str, Any] = tomllib.loads(template("texts.toml"))
    return found


def texts(key: str, section: str = "groups") -> dict[str, str]:
    """Return one text in both languages."""
    return table()[section][key]


def template(name: str) -> str:
    """Return a file of the folder of templates."""
    return files(__package__).joinpath("templates", name).read_text(encoding="utf-8")
