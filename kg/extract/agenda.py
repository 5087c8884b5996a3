"""What a meeting did, item by item: ``会议听取了…汇报，审议通过…``.

A verb of business at the start of a clause, and what follows it up to the clause's end.
"""

from __future__ import annotations

from functools import cache

from kg.extract.clauses import clause_end
from kg.extract.deeds import Deed, actions
from kg.extract.narrative import Sentence
from kg.extract.reading import Reading
from kg.extract.wordlists import characters

Item = tuple[int, int, str]
"""The range of an agenda item and the key of its action."""
_LEAST = 2
"""Characters of the shortest object."""


@cache
def _behind() -> frozenset[str]:
    return characters("business", "clauses.verb_behind") | frozenset("，；、")


def find(reading: Reading, sentence: Sentence, deeds: list[Deed]) -> list[Item]:
    """Return the agenda items of a sentence, of whose words ``deeds`` are those before any speech."""
    text, items, known, behind = reading.text, list[Item](), actions(), _behind()
    for start, end in deeds:
        action = known.get(text[start:end])
        if action is None or (start > sentence.start and text[start - 1] not in behind):
            continue
        stop = clause_end(text, end, sentence.speech)
        if stop - end >= _LEAST:
            items.append((start, stop, action))
    return items
