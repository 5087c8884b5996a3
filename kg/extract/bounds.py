"""What a name, a clause or a sentence can begin behind, and what can follow a name."""

from __future__ import annotations

from kg.extract.namewords import PERSON_VERB, is_han, tables
from kg.extract.reading import HARD, HOLD, HONORIFIC, INTRODUCTION, MEETING, ORGANIZATION, SOFT, Reading

CLAUSE_STARTS = frozenset("，。；：！？、（“‘\n●—☆★◆■▲○◎－-")
"""Marks behind which a clause, or the next name of a list, begins."""
_SENTENCE_STARTS = frozenset("。；！？\n")
"""Marks behind which a sentence begins."""
_AFTER_PERSON = frozenset("、，（。")
_AFTER_NAME = frozenset("，。；：、）（”\n！？/＝—")


def verb_follows(reading: Reading, end: int) -> bool:
    """Whether punctuation or what only people do follows at ``end``."""
    text = reading.text
    if end >= len(text) or text[end] in _AFTER_PERSON or text[end].isdigit():
        return True
    index = reading.starts.get(end)
    if index is None:
        return False
    classes = reading.token_classes[index]
    return bool(classes & (PERSON_VERB | HOLD) or (classes & HARD and reading.token_ends[index] - end > 1))


def follows(reading: Reading, end: int) -> bool:
    """Whether a name can end at ``end``: before punctuation, white space, the end, or a word that is no post or body."""
    text = reading.text
    if end >= len(text) or text[end] in _AFTER_NAME or not is_han(text[end]) or end in reading.gaps:
        return True
    if text[end : end + 2] in tables().followers:
        return True
    classes = reading.starting(end)
    return bool(classes & (PERSON_VERB | HARD | SOFT | HOLD | INTRODUCTION | HONORIFIC)) and not classes & (
        ORGANIZATION | MEETING
    )


def starts_clause(reading: Reading, at: int) -> bool:
    """Whether a clause, or the next member of a list, begins at ``at``: behind a mark, a gap, or at the text's start."""
    return at == 0 or reading.text[at - 1] in CLAUSE_STARTS or at in reading.gaps


def starts_sentence(reading: Reading, at: int) -> bool:
    """Whether a sentence or a paragraph begins at ``at``."""
    return at == 0 or reading.text[at - 1] in _SENTENCE_STARTS
