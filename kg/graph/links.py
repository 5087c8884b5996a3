"""The graph of links: the canonical record of each official and meeting, and the direct edges between canonical ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kg.graph import names, vocab
from kg.graph.terms import Triple, literal, segment
from kg.model.resolution import Key, Resolution, Summary, Tie


def links(summaries: Iterable[Summary], resolution: Resolution, base: str, edition: str) -> Iterator[Triple]:
    """Yield the triples of the graph of links. An edge that several articles state comes several times."""
    here = names.links_graph(base)
    yield here, vocab.RDF_TYPE, vocab.PROV_BUNDLE
    yield here, vocab.PROV_WAS_GENERATED_BY, names.run(base, edition)
    yield here, vocab.FACT_STATUS, names.concept("fact-status", "derived")
    for summary in summaries:
        yield from _of(summary, resolution, base)
    for judgement in resolution.judgements:
        if judgement.verdict == "same":
            canonical = _node(judgement.members[0], base)
            yield canonical, vocab.LINKED_BY, literal(judgement.rule)
            yield canonical, vocab.LINK_REASON, literal(judgement.reason)


def _of(summary: Summary, resolution: Resolution, base: str) -> Iterator[Triple]:
    article = summary.article

    def canonical(record: str) -> str:
        return _node(resolution.of(article, record), base)

    for record in (*(official.id for official in summary.officials), *(meeting.id for meeting in summary.meetings)):
        yield _node(Key(article, record), base), vocab.CANONICAL, canonical(record)
    edges: tuple[tuple[str, tuple[Tie, ...]], ...] = (
        (vocab.CHAIRED_BY, summary.chaired),
        (vocab.ATTENDED_BY, summary.attended),
    )
    for predicate, ties in edges:
        for meeting, official in ties:
            yield canonical(meeting), predicate, canonical(official)
    for directive, official in summary.issued:
        yield _node(Key(article, directive), base), vocab.ISSUED_BY, canonical(official)


def _node(key: Key, base: str) -> str:
    return f"<{names.article(base, key.article)}/{key.record}>"


def run(base: str, edition: str, program: Mapping[str, str]) -> Iterator[Triple]:
    """Yield the triples that describe a run, and the software that made it: what it is called → its version."""
    here = names.run(base, edition)
    yield here, vocab.RDF_TYPE, vocab.PROV_ACTIVITY
    for name, version in program.items():
        agent = f"<{base}agent/{segment(f'{name}-{version}')}>"
        yield here, vocab.PROV_WAS_ASSOCIATED_WITH, agent
        yield agent, vocab.RDF_TYPE, vocab.PROV_SOFTWARE_AGENT
        yield agent, vocab.SCHEMA_NAME, literal(name)
        yield agent, vocab.SCHEMA_SOFTWARE_VERSION, literal(version)
