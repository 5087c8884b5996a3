"""Where clauses begin and end: the marks between them, and look-ups bounded by a sentence."""

from __future__ import annotations

import re

MARKS = frozenset("，。；：！？\n")
"""What ends a clause."""
_MARK = re.compile("[，。；：！？\n]")
_OTHER_MARK = re.compile("[。；：！？\n]")
_OPENING = frozenset("《“‘（")
_CLOSING = frozenset("》”’）")
_MARK_OR_BRACKET = re.compile("[，。；：！？\n《“‘（》”’）]")


def clause_start(text: str, start: int, at: int) -> int:
    """Return where the clause begins that reaches ``at``, at the earliest ``start``."""
    # Most clauses begin behind a comma, which is found from behind; only what follows it is looked through for the others.
    begin = text.rfind("，", start, at) + 1 or start
    while found := _OTHER_MARK.search(text, begin, at):
        begin = found.end()
    return begin


def clause_end(text: str, at: int, end: int) -> int:
    """Return where the clause ends that goes on at ``at``, at the latest ``end``."""
    found = _MARK.search(text, at, end)
    return found.start() if found else end


def clause_end_outside(text: str, at: int, end: int) -> int:
    """Return the same as :func:`clause_end`, but pass marks within brackets and quotations: ``审议《办法（一，二）》``."""
    depth = 0
    for found in _MARK_OR_BRACKET.finditer(text, at, end):
        mark = found[0]
        if mark in _OPENING:
            depth += 1
        elif mark in _CLOSING:
            depth = max(depth - 1, 0)
        elif not depth:
            return found.start()
    return end
