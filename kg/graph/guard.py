"""What a free query may not do: change the graph, or reach out of it.

Oxigraph follows SERVICE over the network and rdflib follows FROM, to files too; neither has a switch. A query is therefore
read token by token before it is asked, and refused where either word stands outside strings, IRIs and comments. Where the
word appears at all, notations in which two readers could disagree on what is a string (long quotes, ``\\u`` escapes) are
refused with it.
"""

from __future__ import annotations

import re

from kg.errors import QuestionError

_OUTWARD = re.compile(r"(?<!\w)(SERVICE|FROM)(?!\w)", re.IGNORECASE)
_DOUBTFUL = re.compile(r'"""|\'\'\'|\\[uU]')
_FORMS = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})

_TOKEN = re.compile(
    r"""
    (?P<blank>\s+|\#[^\r\n]*)
    | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
    | (?P<string>\"{3}.*?(?<!\\)\"{3}|'{3}.*?(?<!\\)'{3}|"(?:[^"\\\r\n]|\\.)*"|'(?:[^'\\\r\n]|\\.)*')
    | (?P<variable>[?$]\w+)
    | (?P<prefixed>[\w.-]*:(?:[\w.:%-]|\\.)*)
    | (?P<word>\w+)
    | (?P<sign>[^\w"'\\])
    """,
    re.VERBOSE | re.DOTALL,
)


def checked(query: str) -> str:
    """Return a query that only reads the graph that it is put to.

    Raises:
        QuestionError: if it changes the graph, reaches out of it, or is no SELECT, ASK, CONSTRUCT or DESCRIBE.
    """
    words = [found for found in _tokens(query) if found.lastgroup in {"word", "prefixed"}]
    form = _form(query, words)
    if form not in _FORMS:
        raise QuestionError(f"only SELECT, ASK, CONSTRUCT and DESCRIBE are asked, not {form or 'an empty query'}")
    outward = _OUTWARD.search(query)
    if outward is None:
        return query
    if _DOUBTFUL.search(query):
        raise _refused(outward, "; with long quotes or \\u escapes the word is refused in strings too")
    for found in words:
        named = _OUTWARD.match(found[0])
        if named is not None:
            raise _refused(named)
    return query


def _tokens(query: str) -> list[re.Match[str]]:
    found, place = [], 0
    while place < len(query):
        token = _TOKEN.match(query, place)
        if token is None:
            raise QuestionError(f"this is no SPARQL query: {query[place : place + 20]!r} at character {place}")
        found.append(token)
        place = token.end()
    return found


def _form(query: str, words: list[re.Match[str]]) -> str:
    """Return the first word after the prologue, in capitals."""
    for found in words:
        word = found[0].upper()
        if found.lastgroup == "word" and word not in {"PREFIX", "BASE"}:
            return word
    return ""


def _refused(found: re.Match[str], why: str = "") -> QuestionError:
    return QuestionError(f"{found[1].upper()} would reach out of the graph, at character {found.start()}: not allowed{why}")
