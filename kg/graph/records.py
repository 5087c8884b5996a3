"""One article's records as triples: what stands in its named graph. ``ontology/meeting.ttl`` says how it is laid out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache

from kg.graph import names, ontology, rules, vocab
from kg.graph.facts import Facts
from kg.graph.names import concept
from kg.graph.sentences import Sentences
from kg.graph.terms import date, integer, literal, segment, typed
from kg.model.records import Directive, Extraction, Group, Meeting, Official, Participation, Role
from kg.model.text import Evidence


def facts(extraction: Extraction, base: str, edition: str) -> Facts:
    """Return the triples of an article's named graph, each once, in the order of the records."""
    return _Writer(extraction, base).write(edition)


GRAPH_END = "/graph>"
"""How the names of articles' graphs end."""


def graph_name(base: str, article: str) -> str:
    """Return the name of an article's graph, as a token."""
    return f"<{names.article(base, article)}{GRAPH_END}"


class _Writer:
    """The triples of one article, as they grow; nodes that several records lead to are written once."""

    __slots__ = ("_add", "article", "base", "extraction", "facts", "home", "organizations_at", "quoted", "rules", "sentences")

    def __init__(self, extraction: Extraction, base: str) -> None:
        self.extraction = extraction
        self.base = base
        self.home = names.article(base, extraction.article.id)
        self.article = f"<{self.home}>"
        place = extraction.place
        self.organizations_at = f"{base}organization/{segment(place)}/" if place else f"{self.home}/organization/"
        self.sentences = Sentences(extraction.article.text)
        self.quoted: set[str] = set()
        self.rules: dict[str, str] = {}
        self.facts = Facts()
        self._add = self.facts.add

    def write(self, edition: str) -> Facts:
        """Write every record."""
        self._bundle(edition)
        self._article()
        found = self.extraction
        for official in found.officials:
            self._official(official)
        for role in found.roles:
            self._role(role)
        for meeting in found.meetings:
            self._meeting(meeting)
        for seat in found.participations:
            self._participation(seat)
        for group in found.groups:
            self._group(group)
        for directive in found.directives:
            self._directive(directive)
        return self.facts

    def _bundle(self, edition: str) -> None:
        graph = f"<{self.home}{GRAPH_END}"
        self._add(graph, vocab.RDF_TYPE, vocab.PROV_BUNDLE)
        self._add(graph, vocab.PROV_WAS_DERIVED_FROM, self.article)
        self._add(graph, vocab.PROV_WAS_GENERATED_BY, names.run(self.base, edition))
        self._add(graph, vocab.FACT_STATUS, concept("fact-status", "reported"))

    def _article(self) -> None:
        article, here = self.extraction.article, self.article
        self._add(here, vocab.RDF_TYPE, vocab.SCHEMA_NEWS_ARTICLE)
        self._add(here, vocab.SCHEMA_IDENTIFIER, literal(article.id))
        self._add(here, vocab.SCHEMA_SHA256, literal(hashlib.sha256(article.text.encode()).hexdigest()))
        self._words(here, vocab.SCHEMA_HEADLINE, article.title)
        if article.published is not None:
            self._add(here, vocab.SCHEMA_DATE_PUBLISHED, date(article.published))
        self._words(here, vocab.PUBLISHER_NAME, article.publisher)
        if article.url:
            self._add(here, vocab.SCHEMA_URL, typed(article.url, "anyURI"))
        self._add(here, vocab.ARTICLE_KIND, concept("article-kind", self.extraction.kind))
        self._words(here, vocab.JURISDICTION_NAME, self.extraction.place)
        self._add(here, vocab.JURISDICTION_FROM, concept("jurisdiction-from", self.extraction.place_from))

    def _official(self, official: Official) -> None:
        here = self._record(official.id, vocab.OFFICIAL, official.evidence)
        self._add(here, vocab.FOAF_NAME, literal(official.name))
        if official.sex is not None:
            self._add(here, vocab.SCHEMA_GENDER, concept("sex", official.sex))
        self._words(here, vocab.ETHNICITY, official.ethnicity)

    def _role(self, role: Role) -> None:
        here = self._record(role.id, vocab.ROLE, (role.evidence,))
        self._add(here, vocab.ORG_MEMBER, self._node(role.official))
        self._add(here, vocab.POST_LABEL, literal(role.post))
        self._add(here, vocab.ROLE_STATUS, concept("role-status", role.status))
        if role.organization is not None:
            self._add(here, vocab.ORG_ORGANIZATION, self._organization(role.organization))

    def _meeting(self, meeting: Meeting) -> None:
        said = tuple(stated.evidence for _, stated in rules.of_meeting(meeting))
        named = () if meeting.name is None else (meeting.name.evidence,)
        here = self._record(meeting.id, vocab.MEETING, (meeting.evidence,), (*named, *said), said)
        self._add(here, vocab.SCHEMA_RECORDED_IN, self.article)
        self._add(here, vocab.RDFS_LABEL, literal(_label(meeting)))
        if meeting.kind is not None:
            self._add(here, vocab.MEETING_KIND, concept("meeting-kind", meeting.kind))
        if meeting.form is not None:
            self._add(here, vocab.FORM, concept("form", meeting.form.value))
        if meeting.body is not None:
            self._add(here, vocab.SCHEMA_ORGANIZER, self._organization(meeting.body.value))
        self._meeting_words(here, meeting)
        self._meeting_numbers(here, meeting)
        for number, step in enumerate(meeting.agenda, 1):
            item = self._record(f"{meeting.id}/a{number}", vocab.AGENDA_ITEM, (step.evidence,))
            self._add(item, vocab.IN_MEETING, here)
            self._add(item, vocab.SCHEMA_POSITION, integer(number))
            self._add(item, vocab.ACTION, concept("action", step.action))
            self._add(item, vocab.TEXT, literal(step.text))

    def _meeting_words(self, here: str, meeting: Meeting) -> None:
        for predicate, stated in (
            (vocab.MEETING_NAME, meeting.name),
            (vocab.SESSION_TEXT, meeting.session),
            (vocab.VENUE_TEXT, meeting.venue),
            (vocab.PART_OF_TEXT, meeting.part_of),
        ):
            if stated is not None:
                self._add(here, predicate, literal(stated.value))
        for value in dict.fromkeys(venue.value for venue in meeting.branch_venues):
            self._add(here, vocab.BRANCH_VENUE_TEXT, literal(value))
        for value in dict.fromkeys(conveyed.value for conveyed in meeting.conveys):
            self._add(here, vocab.CONVEYS, literal(value))

    def _meeting_numbers(self, here: str, meeting: Meeting) -> None:
        if meeting.date is not None:
            self._add(here, vocab.SCHEMA_START_DATE, date(meeting.date.value))
        if meeting.end is not None:
            self._add(here, vocab.SCHEMA_END_DATE, date(meeting.end.value))
        if meeting.expected is not None:
            self._add(here, vocab.EXPECTED_COUNT, integer(meeting.expected.value))
        if meeting.present is not None:
            self._add(here, vocab.PRESENT_COUNT, integer(meeting.present.value))

    def _participation(self, seat: Participation) -> None:
        here = self._record(seat.id, vocab.PARTICIPATION, (evidence for _, evidence in seat.capacities))
        self._add(here, vocab.IN_MEETING, self._node(seat.meeting))
        self._add(here, vocab.PROV_AGENT, self._node(seat.official))
        for capacity in dict.fromkeys(value for value, _ in seat.capacities):
            self._add(here, vocab.PROV_HAD_ROLE, concept("capacity", capacity))
        if seat.position is not None:
            self._add(here, vocab.LIST_POSITION, integer(seat.position))
        self._words(here, vocab.POST_AS_PRINTED, seat.post)

    def _group(self, group: Group) -> None:
        here = self._record(group.id, vocab.GROUP, (group.evidence,))
        self._add(here, vocab.IN_MEETING, self._node(group.meeting))
        self._add(here, vocab.TEXT, literal(group.text))
        self._add(here, vocab.PROV_HAD_ROLE, concept("capacity", group.capacity))

    def _directive(self, directive: Directive) -> None:
        said = (stated.evidence for _, stated in rules.of_directive(directive))
        here = self._record(directive.id, vocab.DIRECTIVE, (directive.evidence,), (directive.attribution.evidence,), said)
        self._add(here, vocab.TEXT, literal(directive.text))
        self._add(here, vocab.VERB, literal(directive.attribution.value))
        self._add(here, vocab.MODALITY, concept("modality", directive.modality))
        issuer = directive.issuer or directive.meeting
        if issuer is not None:
            self._add(here, vocab.ISSUER, self._node(issuer))
        if directive.meeting is not None:
            self._add(here, vocab.IN_MEETING, self._node(directive.meeting))
        for addressee in dict.fromkeys(value for value, _ in directive.addressees):
            self._add(here, vocab.ADDRESSEE, self._organization(addressee))
        for title in dict.fromkeys(value for value, _ in directive.documents):
            self._add(here, vocab.DCTERMS_REFERENCES, self._document(title))
        if directive.deadline is not None:
            self._add(here, vocab.DEADLINE_TEXT, literal(directive.deadline.value))

    def _record(
        self,
        identifier: str,
        kind: str,
        evidence: Iterable[Evidence],
        more: Iterable[Evidence] = (),
        said: Iterable[Evidence] = (),
    ) -> str:
        """Write what every record has: its class, the sentences that say it, and the rules that read it there.

        ``more`` lends its sentences, and ``said`` its rules: those that read what the record says besides.
        """
        here = self._node(identifier)
        self._add(here, vocab.RDF_TYPE, kind)
        sources: dict[str, None] = {}
        read_by: dict[str, None] = {}
        for start, end, rule in evidence:
            sources[self._sentence(start, end)] = None
            read_by[rule] = None
        for start, end, _ in more:
            sources[self._sentence(start, end)] = None
        for _, _, rule in said:
            read_by[rule] = None
        for source in sources:
            self._add(here, vocab.PROV_WAS_DERIVED_FROM, source)
        for rule in read_by:
            self._add(here, vocab.RULE, self._rule(rule))
        return here

    def _rule(self, name: str) -> str:
        found = self.rules.get(name)
        if found is None:
            found = self.rules[name] = names.rule(self.base, name)
        return found

    def _sentence(self, start: int, end: int) -> str:
        start, end = self.sentences.around(start, end)
        here = f"<{self.home}/e{start}-{end}>"
        if self._once(here):
            selector = f"<{self.home}/e{start}-{end}/s>"
            self._add(here, vocab.RDF_TYPE, vocab.OA_SPECIFIC_RESOURCE)
            self._add(here, vocab.OA_HAS_SOURCE, self.article)
            self._add(here, vocab.OA_HAS_SELECTOR, selector)
            self._add(selector, vocab.RDF_TYPE, vocab.OA_TEXT_POSITION_SELECTOR)
            self._add(selector, vocab.OA_START, integer(start))
            self._add(selector, vocab.OA_END, integer(end))
            self._add(selector, vocab.OA_EXACT, literal(self.extraction.article.text[start:end]))
        return here

    def _organization(self, name: str) -> str:
        here = f"<{self.organizations_at}{segment(name)}>"
        if self._once(here):
            self._add(here, vocab.RDF_TYPE, vocab.ORGANIZATION)
            self._add(here, vocab.SKOS_PREF_LABEL, literal(name))
        return here

    def _document(self, title: str) -> str:
        here = f"<{self.home}/document/{segment(title)}>"
        if self._once(here):
            self._add(here, vocab.RDF_TYPE, vocab.SCHEMA_CREATIVE_WORK)
            self._add(here, vocab.SCHEMA_NAME, literal(title))
        return here

    def _once(self, here: str) -> bool:
        if here in self.quoted:
            return False
        self.quoted.add(here)
        return True

    def _node(self, identifier: str) -> str:
        return f"<{self.home}/{identifier}>"

    def _words(self, here: str, predicate: str, words: str | None) -> None:
        if words is not None:
            self._add(here, predicate, literal(words))


def _label(meeting: Meeting) -> str:
    """Return the meeting's name, or what is known in its place: the body, the kind, the day."""
    if meeting.name is not None:
        return meeting.name.value
    parts = [meeting.body.value] if meeting.body is not None else []
    parts.append(_kind_label(meeting.kind))
    if meeting.date is not None:
        parts.append(meeting.date.value.iso())
    return " ".join(parts)


@cache
def _kind_label(kind: str | None) -> str:
    """Return the kind's label; that of any meeting where none is known (a kind that is no concept breaks a shape later)."""
    labels = ontology.concepts()["meeting-kind"].get(kind or "")
    return ontology.labels()["Meeting"]["zh"] if labels is None else labels["zh"]
