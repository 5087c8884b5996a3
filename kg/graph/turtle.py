"""Turtle and TriG from sorted lines: prefixes, one block for each subject, names under the base written short."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kg.graph import ontology, vocab

_LOCAL = re.compile(r"[A-Za-z_][\w-]*", re.ASCII)
_KEPT = 50_000
"""Terms whose short form is remembered; predicates, classes and concepts come again and again."""


class _Short:
    """Terms as Turtle writes them, by the ontology's prefixes and the base."""

    def __init__(self, base: str) -> None:
        self._base = f"<{base}"
        self._prefixes = {f"<{iri}": prefix for prefix, iri in ontology.prefixes().items()}
        self._known: dict[str, str] = {}

    def head(self) -> str:
        """Return the declarations."""
        lines = [f"@base {self._base}> ."]
        lines += [f"@prefix {prefix}: {iri}> ." for iri, prefix in sorted(self._prefixes.items(), key=lambda pair: pair[1])]
        return "\n".join(lines) + "\n"

    def term(self, token: str) -> str:
        """Return the short form of an N-Triples token."""
        if token[-1] == '"':
            return token
        if token.startswith(self._base):
            return f"<{token[len(self._base) :]}"
        known = self._known.get(token)
        if known is None:
            known = self._made(token)
            if len(self._known) < _KEPT:
                self._known[token] = known
        return known

    def _made(self, token: str) -> str:
        if token[0] == "<":
            return self._iri(token)
        text, mark, datatype = token.rpartition("^^")
        return f"{text}^^{self._iri(datatype)}" if mark and datatype[0] == "<" else token

    def _iri(self, token: str) -> str:
        cut = max(token.rfind("#"), token.rfind("/")) + 1
        prefix = self._prefixes.get(token[:cut])
        local = token[cut:-1]
        return f"{prefix}:{local}" if prefix and _LOCAL.fullmatch(local) else token


def turtle(lines: Iterable[str], base: str) -> Iterator[str]:
    """Yield a Turtle document of sorted lines ``subject predicate object``."""
    short = _Short(base)
    yield short.head()
    yield from _blocks(lines, short, "")


def trig(lines: Iterable[str], base: str) -> Iterator[str]:
    """Yield a TriG document of sorted lines ``graph subject predicate object``."""
    short = _Short(base)
    yield short.head()
    current = ""
    batch: list[str] = []
    for line in lines:
        graph, _, triple = line.partition(" ")
        if graph != current:
            yield from _graph(current, batch, short)
            current, batch = graph, []
        batch.append(triple)
    yield from _graph(current, batch, short)


def _graph(graph: str, lines: list[str], short: _Short) -> Iterator[str]:
    if lines:
        yield f"\n{short.term(graph)} {{"
        yield from _blocks(lines, short, "    ")
        yield "}\n"


def _blocks(lines: Iterable[str], short: _Short, indent: str) -> Iterator[str]:
    """Yield the triples, with ``;`` between predicates of one subject and ``,`` between objects of one predicate."""
    last_subject = last_predicate = ""
    for line in lines:
        subject, predicate, value = line.split(" ", 2)
        if subject != last_subject:
            yield f"{_end(last_subject)}\n{indent}{short.term(subject)} {_verb(predicate, short)} {short.term(value)}"
        elif predicate != last_predicate:
            yield f" ;\n{indent}    {_verb(predicate, short)} {short.term(value)}"
        else:
            yield f", {short.term(value)}"
        last_subject, last_predicate = subject, predicate
    yield _end(last_subject)


def _end(subject: str) -> str:
    return " .\n" if subject else ""


def _verb(predicate: str, short: _Short) -> str:
    return "a" if predicate == vocab.RDF_TYPE else short.term(predicate)
