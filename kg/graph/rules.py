"""The rules of the program as nodes: what each reads, and how often it was right where that was measured.

A record leads to its rules by ``gm:rule``. What a rule reads is a class of records, a capacity, or a property; so that of a
record with several rules it can be told which one read what, without a triple of each value's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kg.graph import names, vocab
from kg.graph.names import concept
from kg.graph.terms import Triple, decimal, integer, literal
from kg.model.measured import RuleFigures
from kg.model.records import Directive, Extraction, Meeting
from kg.model.text import Stated

Reading = tuple[str, str]
"""A rule's name, and what it reads, as a token."""


def of_meeting(meeting: Meeting) -> Iterator[tuple[str, Stated[Any]]]:
    """Yield what a meeting says besides that it was held, each with its property; its name stands and falls with it."""
    for predicate, stated in (
        (vocab.SCHEMA_ORGANIZER, meeting.body),
        (vocab.SESSION_TEXT, meeting.session),
        (vocab.FORM, meeting.form),
        (vocab.VENUE_TEXT, meeting.venue),
        (vocab.PART_OF_TEXT, meeting.part_of),
        (vocab.SCHEMA_START_DATE, meeting.date),
        (vocab.SCHEMA_END_DATE, meeting.end),
        (vocab.EXPECTED_COUNT, meeting.expected),
        (vocab.PRESENT_COUNT, meeting.present),
    ):
        if stated is not None:
            yield predicate, stated
    for venue in meeting.branch_venues:
        yield vocab.BRANCH_VENUE_TEXT, venue
    for conveyed in meeting.conveys:
        yield vocab.CONVEYS, conveyed


def of_directive(directive: Directive) -> Iterator[tuple[str, Stated[str]]]:
    """Yield what a directive says besides its text, each with its property; whose words it is stands and falls with it."""
    for addressee in directive.addressees:
        yield vocab.ADDRESSEE, addressee
    for document in directive.documents:
        yield vocab.DCTERMS_REFERENCES, document
    if directive.deadline is not None:
        yield vocab.DEADLINE_TEXT, directive.deadline


def readings(extraction: Extraction) -> Iterator[Reading]:
    """Yield which rule read what in an article; some of them come several times."""
    for official in extraction.officials:
        for evidence in official.evidence:
            yield evidence.rule, vocab.OFFICIAL
    for role in extraction.roles:
        yield role.evidence.rule, vocab.ROLE
    for meeting in extraction.meetings:
        yield from _of_meeting(meeting)
    for seat in extraction.participations:
        for capacity, evidence in seat.capacities:
            yield evidence.rule, concept("capacity", capacity)
    for group in extraction.groups:
        yield group.evidence.rule, vocab.GROUP
    for directive in extraction.directives:
        yield directive.evidence.rule, vocab.DIRECTIVE
        for predicate, stated in of_directive(directive):
            yield stated.evidence.rule, predicate


def _of_meeting(meeting: Meeting) -> Iterator[Reading]:
    yield meeting.evidence.rule, vocab.MEETING
    for predicate, stated in of_meeting(meeting):
        yield stated.evidence.rule, predicate
    for step in meeting.agenda:
        yield step.evidence.rule, vocab.AGENDA_ITEM


def described(found: Iterable[Reading], figures: Mapping[str, RuleFigures], base: str) -> Iterator[Triple]:
    """Yield the nodes of the rules that read something; one that was never measured has no precision."""
    for name in sorted({rule for rule, _ in found}):
        here = names.rule(base, name)
        yield here, vocab.RDF_TYPE, vocab.RULE_CLASS
        yield here, vocab.RDFS_LABEL, literal(name)
        measured = figures.get(name)
        if measured is not None:
            yield here, vocab.PRECISION, decimal(measured.precision)
            yield here, vocab.RIGHT_COUNT, integer(measured.right)
            yield here, vocab.WRONG_COUNT, integer(measured.wrong)
    for name, what in sorted(set(found)):
        yield names.rule(base, name), vocab.READS, what
