"""What a meeting passed on, studied or was held to implement: ``传达学习了中央农村工作会议、省委经济工作会议精神``.

What stands between the verb and 精神 or the clause's end. Where the sentence does not tell of the meeting itself, only what
somebody or the meeting passed on counts.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from kg.extract.clauses import clause_end_outside
from kg.extract.deeds import Deed, actions
from kg.extract.narrative import Sentence
from kg.extract.reading import CHAIR, HOLD, Reading
from kg.extract.wordlists import characters, listed, longest_first, pattern, word

Range = tuple[int, int]
_LONGEST = 60
"""Characters of what is conveyed."""
_LEAST = 3
"""Characters of the shortest."""


class _Words(NamedTuple):
    verbs: frozenset[str]
    passing: tuple[str, ...]
    subjects: tuple[str, ...]
    behind: frozenset[str]
    onward: tuple[str, ...]
    spirit: str
    particles: frozenset[str]
    needs: re.Pattern[str]
    ends: tuple[str, ...]
    joints: re.Pattern[str]
    never: tuple[str, ...]
    and_then: str
    doing: tuple[str, ...]


@cache
def _words() -> _Words:
    return _Words(
        verbs=listed("business", "conveyed.verbs"),
        passing=longest_first("business", "conveyed.passing"),
        subjects=longest_first("business", "conveyed.subjects"),
        behind=characters("business", "conveyed.behind") | frozenset("，、；"),
        onward=longest_first("business", "conveyed.onward"),
        spirit=word("business", "conveyed.spirit"),
        particles=characters("business", "conveyed.particles"),
        needs=pattern("business", "conveyed.needs"),
        ends=(*longest_first("business", "conveyed.ends"), "》"),
        joints=pattern("business", "conveyed.joints", "conveyed.and_then"),
        never=longest_first("business", "conveyed.never"),
        and_then=word("business", "conveyed.and_then"),
        doing=tuple(sorted(actions(), key=len, reverse=True)),
    )


def find(reading: Reading, sentence: Sentence, deeds: list[Deed], own: bool) -> list[Range]:
    """Return what a sentence says was conveyed; ``own`` says that it is the sentence that tells of the meeting."""
    text, listed_words, found = reading.text, _words(), list[Range]()
    deeds = [(start, end) for start, end in deeds if text[start:end] in listed_words.verbs]
    if not deeds:
        return found
    own = own or any(verb.classes & (HOLD | CHAIR) and verb.end <= sentence.speech for verb in sentence.verbs)
    own = own or text.startswith(listed_words.subjects, sentence.start)
    at = sentence.start
    for start, end in deeds:
        if start < at:
            continue
        if not text.startswith(listed_words.passing, start) and not (own and _begins(reading, sentence, start)):
            continue
        stop = clause_end_outside(text, end, sentence.speech)
        parts = _parts(text, end + (text[end : end + 1] in listed_words.particles), stop)
        if parts:
            found += parts
            # Who passes something on does so at the meeting, and what follows is the meeting's.
            at, own = stop, True
    return found


def _begins(reading: Reading, sentence: Sentence, at: int) -> bool:
    """Whether a verb at ``at`` begins what the meeting does: at a clause's start, behind a name, or behind 召开."""
    text = reading.text
    if at == sentence.start or text[at - 1] in _words().behind or text.endswith(_words().onward, 0, at):
        return True
    return bool(reading.ending(at) & (HOLD | CHAIR)) or any(mention.end == at for mention in sentence.people)


def _parts(text: str, start: int, end: int) -> list[Range]:
    """Return what stands in ``[start, end)`` behind a verb of conveying, split where each part stands alone."""
    listed_words = _words()
    found = []
    for left, right in _split(text, start, end):
        spirit = text.find(listed_words.spirit, left, right)
        stop = spirit if spirit > left else right
        if not listed_words.needs.search(text, left, min(right, stop + len(listed_words.spirit))):
            continue
        if (
            _LEAST <= stop - left <= _LONGEST
            and text[left] != "、"
            and not text.startswith(listed_words.never, left)
            and not text.startswith(listed_words.doing, left)
        ):
            found.append((left, stop))
    return found


def _split(text: str, start: int, end: int) -> list[Range]:
    """Split a range at 、 and 和 behind what ends as a meeting, speech or document does, and end it at 并 there."""
    listed_words, found, left = _words(), list[Range](), start
    for joint in listed_words.joints.finditer(text, start, end):
        at = joint.start()
        if at <= left or not text.endswith(listed_words.ends, left, at) or _open(text, left, at):
            continue
        found.append((left, at))
        left = joint.end()
        if joint[0] == listed_words.and_then:
            return found
    return [*found, (left, end)]


def _open(text: str, start: int, end: int) -> bool:
    """Whether a title or bracket is open at the end of a range."""
    return text.count("《", start, end) > text.count("》", start, end) or text.count("（", start, end) > text.count(
        "）", start, end
    )
