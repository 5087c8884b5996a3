"""Evidence that holds: every record's quote stands in its article and contains what it is evidence of.

Text is compared as a careful reader would: after NFKC, without white space and zero-width characters. Names, directives,
posts, places … must stand in their quotes letter for letter in that sense; dates, counts and capacities are *read from* their
quotes (``昨日`` gives a date), so that of them only the span is checked.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from kg.errors import EvidenceError
from kg.model.records import Directive, Extraction, Meeting
from kg.model.text import Evidence, Stated

_BLANK = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]+")

_MIXING = re.compile(
    r"[^\u0000-\u02ff\u2000-\u206f\u2460-\u24ff\u3000-\u3029\u3030-\u3098\u309b-\u30ff\u3400-\u9fff\uff00-\uff9d]"
)
"""Characters outside the blocks of which NFKC is known to change each on its own, whatever stands beside it."""

Claim = tuple[str, Evidence, str | None]
"""What a record says: the record's id, where it is said, and the words that must stand there, if any."""


def bare(text: str) -> str:
    """Return the text as matching sees it: NFKC, without white space and zero-width characters."""
    return _BLANK.sub("", unicodedata.normalize("NFKC", text))


def verify(extraction: Extraction) -> int:
    """Check every evidence of an extraction, and return how many there are.

    Raises:
        EvidenceError: if a span is empty or outside the article, or its quote does not hold its value; the message names the
            article, the record, the rule and the span.
    """
    text = extraction.article.text
    # Where no character acts on its neighbours, words that stand in a text also stand in its bare form: no need to make it.
    plain = not _MIXING.search(text)
    length = len(text)
    count = 0
    for record, (start, end, rule), words in claims(extraction):
        count += 1
        if not 0 <= start < end <= length:
            raise _unsound(extraction, record, start, end, rule, "the span is empty or outside the text")
        if words is None:
            continue
        quote = text[start:end]
        if quote != words and not (plain and words in quote) and bare(words) not in bare(quote):
            raise _unsound(extraction, record, start, end, rule, f"{quote!r:.80} does not hold {words!r:.80}")
    return count


def claims(extraction: Extraction) -> Iterator[Claim]:
    """Yield every evidence of every record with what it must hold.

    Raises:
        EvidenceError: if an official has none.
    """
    for official in extraction.officials:
        if not official.evidence:
            raise EvidenceError(f"{extraction.article.id}: {official.id} has no evidence")
        # The first mention has the name; others may say more of the same person by a pronoun or in brackets.
        yield official.id, official.evidence[0], official.name
        for evidence in official.evidence[1:]:
            yield official.id, evidence, None
    for role in extraction.roles:
        yield role.id, role.evidence, role.post
    for meeting in extraction.meetings:
        yield from _meeting(meeting)
    for seat in extraction.participations:
        for _, evidence in seat.capacities:
            yield seat.id, evidence, None
    for group in extraction.groups:
        yield group.id, group.evidence, group.text
    for directive in extraction.directives:
        yield from _directive(directive)


def _meeting(meeting: Meeting) -> Iterator[Claim]:
    here = meeting.id
    yield here, meeting.evidence, None
    for stated in (
        meeting.name,
        meeting.body,
        meeting.session,
        meeting.venue,
        meeting.part_of,
        *meeting.branch_venues,
        *meeting.conveys,
    ):
        if stated is not None:
            yield here, stated.evidence, stated.value
    for step in meeting.agenda:
        yield here, step.evidence, step.text
    for read in (meeting.form, meeting.date, meeting.end, meeting.expected, meeting.present):
        if read is not None:
            yield here, read.evidence, None


def _directive(directive: Directive) -> Iterator[Claim]:
    here = directive.id
    yield here, directive.evidence, directive.text
    yield here, directive.attribution.evidence, directive.attribution.value
    said: tuple[Stated[str], ...] = (*directive.addressees, *directive.documents)
    for value, evidence in said:
        yield here, evidence, value
    if directive.deadline is not None:
        yield here, directive.deadline.evidence, directive.deadline.value


def _unsound(extraction: Extraction, record: str, start: int, end: int, rule: str, why: str) -> EvidenceError:
    return EvidenceError(f"{extraction.article.id}: {record} by {rule} at {start}–{end}: {why}")
