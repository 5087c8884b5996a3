"""Whether a build is sound: every article against the shapes and its own text, and the links between them."""

from __future__ import annotations

from collections.abc import Iterator

from kg.errors import EvidenceError
from kg.graph import names, records, shapes, vocab
from kg.graph.facts import Facts
from kg.graph.names import DEFAULT_BASE
from kg.graph.shapes import Fault
from kg.graph.store import Store
from kg.graph.value_tests import lexical, unescaped
from kg.model.records import Extraction
from kg.model.verify import verify

__all__ = ["Fault", "check_extraction", "check_store"]

_ELSEWHERE = frozenset({vocab.PROV_WAS_GENERATED_BY, vocab.RULE})

_DANGLING = """SELECT DISTINCT ?this ?value { GRAPH %s { ?this ?p ?value }
    FILTER(isIRI(?value) && ?p NOT IN (rdf:type, gm:factStatus))
    FILTER NOT EXISTS { ?value a ?kind } } ORDER BY ?this ?value"""


def check_extraction(extraction: Extraction) -> tuple[str, ...]:
    """Return what keeps an article from being published: evidence that does not hold, or shapes that are broken."""
    try:
        verify(extraction)
    except EvidenceError as error:
        return (str(error),)
    return tuple(map(str, shapes.faults(records.facts(extraction, DEFAULT_BASE, "0"))))


def check_store(store: Store) -> Iterator[Fault]:
    """Yield what is wrong with a build, article by article in the order in which they were read, then the links.

    Raises:
        StoreError: if the build cannot be read.
    """
    articles = store.articles()
    read_by: set[str] = set()
    for graph, facts in store.graphs():
        if graph == names.run_graph(store.base):
            yield from shapes.faults(facts)
            yield from _undescribed(facts, read_by)
        if not graph.endswith(records.GRAPH_END):
            continue
        read_by.update(value for node in facts.nodes for value in facts.values(node, vocab.RULE))
        article = next(articles)
        here = f"<{store.article_iri(article['id'])}>"
        if here not in facts.nodes:
            yield Fault("Article", here, "is kept with the build, and not in the graph")
        yield from shapes.faults(facts)
        yield from _dangling(facts, store.base)
        yield from _quotes(facts, article["text"])
    if not store.is_complete():
        yield Fault("Copy", f"<{store.base}>", "the store does not hold as many triples as the copy beside it")
    for rule in shapes.rules():
        for this, _ in store.select(rule.query).rows:
            yield Fault(rule.shape, f"<{this}>", rule.message)
    for this, value in store.select(_DANGLING % names.links_graph(store.base)).rows:
        yield Fault("Link", f"<{this}>", f"leads to {value}, of which the build says nothing")


def _undescribed(facts: Facts, read_by: set[str]) -> Iterator[Fault]:
    for rule in sorted(read_by - set(facts.nodes)):
        yield Fault("Rule", rule, "read something, and the build does not describe it")


def _dangling(facts: Facts, base: str) -> Iterator[Fault]:
    """Yield the nodes of the base that an article's graph leads to and says nothing of; run and rules have their own."""
    for subject, predicate, value in facts:
        if value.startswith(f"<{base}") and value not in facts.nodes and predicate not in _ELSEWHERE:
            yield Fault("Reference", subject, f"leads to {value}, of which the article's graph says nothing")


def _quotes(facts: Facts, text: str) -> Iterator[Fault]:
    """Yield the selectors whose quote does not stand in the article's text at its place."""
    for node in facts.nodes:
        starts, ends, quotes = (facts.values(node, path) for path in (vocab.OA_START, vocab.OA_END, vocab.OA_EXACT))
        for start, end, quote in zip(starts, ends, quotes, strict=False):
            if text[int(lexical(start)) : int(lexical(end))] != unescaped(quote):
                yield Fault("Selector", node, "the quote does not stand in the article at its place")
