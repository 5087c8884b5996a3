"""Which lists of rare words a text holds a word of, found in one search: a rule whose words it lacks is not asked at all."""

from __future__ import annotations

import re
from functools import cache

from kg.extract.wordlists import flags
from kg.lexicon import table

STORY = 1 << 0
ANNOUNCING = 1 << 1
INSTRUCTING = 1 << 2
DECIDING = 1 << 3
FORM = 1 << 4
BRANCH = 1 << 5
DUE = 1 << 6
FRAME = 1 << 7
APPOINTING = 1 << 8
KINDS = 1 << 9
"""Of the first kind of articles; those of the others follow."""

_LISTS = (
    ("convening", "held.story", STORY),
    ("convening", "held.template", STORY),
    ("convening", "held.announcing", ANNOUNCING),
    ("participation", "citing.given", INSTRUCTING),
    ("participation", "citing.sending", INSTRUCTING),
    ("participation", "speaking.deciding", DECIDING),
    ("business", "forms.ends", FORM),
    ("business", "venues.branch", BRANCH),
    ("business", "counts.due", DUE),
    ("directives", "subject.frame", FRAME),
    ("posts", "verbs.appointing", APPOINTING),
)
"""Table and entry of each list, and the sign that its words are."""


@cache
def kinds() -> dict[str, int]:
    """Return the kinds of articles in the order of their credit, and the sign of each."""
    return {kind: KINDS << number for number, kind in enumerate(table("setting")["kinds"])}


@cache
def _words() -> tuple[re.Pattern[str], dict[str, int]]:
    """Return the pattern of all words, and what each is a sign of, with the shorter words that it begins with."""
    signs = flags([*_LISTS, *(("setting", f"kinds.{kind}", sign) for kind, sign in kinds().items())])
    ordered = sorted(signs, key=lambda word: (-len(word), word))
    for word in reversed(ordered):
        for size in range(1, len(word)):
            signs[word] |= signs.get(word[:size], 0)
    # A text holds few of them: the pattern, which tells by one character where none begins, is faster than an automaton.
    return re.compile("|".join(map(re.escape, ordered))), signs


def of(text: str) -> int:
    """Return the signs of a text as one number: ``of(text) & STORY`` tells whether it holds what only novels hold."""
    pattern, signs = _words()
    found, match = 0, pattern.search(text)
    while match:
        found |= signs[match[0]]
        match = pattern.search(text, match.start() + 1)
    return found
