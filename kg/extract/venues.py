"""How and where a meeting sat, and how many came.

``以视频形式召开``, ``在县行政中心四楼会议室举行``, ``在白城分会场参加``, ``应到委员113人，实到98人``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from kg.extract import convening
from kg.extract.clauses import clause_start
from kg.extract.narrative import Sentence
from kg.extract.reading import CHAIR, HOLD
from kg.extract.wordlists import either, listed, word
from kg.lexicon import table

Range = tuple[int, int]
Form = tuple[int, int, str]
"""The range that tells the form, and its key."""
Count = tuple[int, int, int]
"""The range that tells how many, and the number."""


class _Rules(NamedTuple):
    form: re.Pattern[str]
    forms: re.Pattern[str]
    keys: dict[str, str]
    venue: re.Pattern[str]
    branch: re.Pattern[str]
    expected: re.Pattern[str]
    present: re.Pattern[str]


@cache
def _rules() -> _Rules:
    """Return the patterns; the numbers in them count characters."""
    keys = {sign: form for form in table("business")["forms"]["keys"] for sign in listed("business", f"forms.keys.{form}")}
    by, ends = (either("business", f"forms.{entry}") for entry in ("by", "ends"))
    between, verbs = (either("business", f"venues.{entry}") for entry in ("between", "verbs"))
    at, branch = (word("business", f"venues.{entry}") for entry in ("at", "branch"))
    due, came, people = (either("business", f"counts.{entry}") for entry in ("due", "came", "people"))
    return _Rules(
        form=re.compile(f"{by}([^，。；]{{2,8}}){ends}"),
        forms=re.compile("|".join(map(re.escape, sorted(keys, key=len, reverse=True)))),
        keys=keys,
        venue=re.compile(f"{at}([^，。；、（{at}]{{1,24}}?){between}?{verbs}"),
        branch=re.compile(f"{at}([^，。；、{at}]{{1,16}}{branch})"),
        expected=re.compile(f"{due}([^0-9，。；]{{0,12}}?)([0-9]+){people}?"),
        present=re.compile(f"{came}[^0-9，。；{word('business', 'counts.ought')}]{{0,6}}([0-9]+){people}"),
    )


def form(text: str, sentence: Sentence) -> Form | None:
    """Return in what form a sentence says that the meeting sat."""
    found = _rules().form.search(text, sentence.start, sentence.speech)
    sign = _rules().forms.search(text, *found.span()) if found else None
    return (*found.span(), _rules().keys[sign[0]]) if found and sign else None


def venue(text: str, sentence: Sentence) -> Range | None:
    """Return where a sentence says that the meeting sat."""
    for verb in sentence.verbs:
        if verb.classes & (HOLD | CHAIR) and verb.end <= sentence.speech and convening.held(text, sentence.start, verb):
            found = _rules().venue.search(text, clause_start(text, sentence.start, verb.start), verb.end)
            if found:
                return found.span(1)
    return None


def branches(text: str, sentence: Sentence) -> list[Range]:
    """Return the branch venues that a sentence names."""
    return [found.span(1) for found in _rules().branch.finditer(text, sentence.start, sentence.speech)]


def counts(text: str, sentence: Sentence) -> tuple[Count, Range, Count | None] | None:
    """Return how many should have come, who these are (an empty range where nothing says it), and how many came."""
    rules = _rules()
    expected = rules.expected.search(text, sentence.start, sentence.end)
    if expected is None:
        return None
    present = rules.present.search(text, expected.end(), sentence.end)
    came = (*present.span(), int(present[1])) if present else None
    return (*expected.span(), int(expected[2])), expected.span(1), came
