"""What stands in an article's graph."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from stores import TEXT, first, second

from kg.graph import records, vocab
from kg.graph.facts import Facts
from kg.graph.names import DEFAULT_BASE
from kg.model.dates import PartialDate
from kg.model.text import Article, Stated

HOME = f"{DEFAULT_BASE}article/a1"


def facts() -> Facts:
    return records.facts(first(), DEFAULT_BASE, "0")


def node(local: str) -> str:
    return f"<{HOME}/{local}>"


def test_a_meeting_leads_to_its_article_kind_day_and_sentences() -> None:
    found = facts()
    assert found.values(node("m1"), vocab.RDF_TYPE) == [vocab.MEETING]
    assert found.values(node("m1"), vocab.MEETING_NAME) == ['"全市疫情防控工作会议"']
    assert found.values(node("m1"), vocab.SCHEMA_START_DATE) == ['"2020-05-12"^^<http://www.w3.org/2001/XMLSchema#date>']
    assert found.values(node("m1"), vocab.MEETING_KIND) == ["<https://w3id.org/govmeet/scheme/meeting-kind/work>"]
    assert found.values(node("m1"), vocab.SCHEMA_RECORDED_IN) == [f"<{HOME}>"]


def test_records_of_one_sentence_share_their_evidence() -> None:
    found = facts()
    sentence = found.values(node("p1"), vocab.PROV_WAS_DERIVED_FROM)[0]
    assert sentence == found.values(node("r1"), vocab.PROV_WAS_DERIVED_FROM)[0]
    (selector,) = found.values(sentence, vocab.OA_HAS_SELECTOR)
    end = TEXT.index("。") + 1
    assert found.values(selector, vocab.OA_EXACT) == [f'"{TEXT[:end]}"']
    assert found.values(selector, vocab.OA_END) == [f'"{end}"^^<http://www.w3.org/2001/XMLSchema#integer>']


def test_a_chair_who_speaks_later_has_both_capacities_and_both_sentences() -> None:
    found = facts()
    roles = [role.rpartition("/")[2] for role in found.values(node("p1"), vocab.PROV_HAD_ROLE)]
    assert roles == ["chair>", "speaker>"]
    assert len(found.values(node("p1"), vocab.PROV_WAS_DERIVED_FROM)) == 2


def test_an_organization_is_named_by_the_jurisdiction_or_else_by_the_article() -> None:
    assert facts().values(node("r1"), vocab.ORG_ORGANIZATION) == [f"<{DEFAULT_BASE}organization/云川市/市委>"]
    nowhere = records.facts(replace(first(), place=None, place_from="unknown"), DEFAULT_BASE, "0")
    assert nowhere.values(node("r1"), vocab.ORG_ORGANIZATION) == [node("organization/市委")]


def test_a_directive_without_a_speaker_is_issued_by_its_meeting() -> None:
    (directive,) = first().directives
    found = records.facts(replace(first(), directives=(replace(directive, issuer=None),)), DEFAULT_BASE, "0")
    assert found.values(node("d1"), vocab.ISSUER) == [node("m1")]


def test_an_unnamed_meeting_is_labelled_by_body_kind_and_day() -> None:
    (meeting,) = first().meetings
    unnamed = replace(
        meeting, name=None, body=Stated("市委", meeting.evidence), date=Stated(PartialDate(None, 5, 12), meeting.evidence)
    )
    found = records.facts(replace(first(), meetings=(unnamed,)), DEFAULT_BASE, "0")
    assert found.values(node("m1"), vocab.RDFS_LABEL) == ['"市委 工作会议 --05-12"']
    bare = records.facts(replace(first(), meetings=(replace(unnamed, body=None, kind=None, date=None),)), DEFAULT_BASE, "0")
    assert bare.values(node("m1"), vocab.RDFS_LABEL) == ['"会议"']


def test_every_triple_is_written_once_and_every_node_of_the_article_is_described() -> None:
    for extraction in (first(), second()):
        found = records.facts(extraction, DEFAULT_BASE, "0")
        assert max(Counter(found).values()) == 1
        led_to = {value for _, predicate, value in found if value.startswith(f"<{DEFAULT_BASE}article")}
        assert led_to <= set(found.nodes)


def test_an_article_without_records_has_its_own_description_alone() -> None:
    extraction = replace(first(), officials=(), roles=(), meetings=(), participations=(), groups=(), directives=())
    found = records.facts(replace(extraction, article=Article("a1", TEXT)), DEFAULT_BASE, "0")
    assert set(found.nodes) == {f"<{HOME}>", f"<{HOME}/graph>"}
