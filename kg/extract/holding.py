"""What a rule on roles finds."""

from __future__ import annotations

from typing import NamedTuple


class Held(NamedTuple):
    """A name, the range of the post it holds, where the name that says so stands, and the rule that found it."""

    name: str
    start: int
    end: int
    mention: int
    rule: str
