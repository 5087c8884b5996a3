"""RDF terms as N-Triples tokens: what the writer puts together, and the store's loader reads."""

from __future__ import annotations

import re
from urllib.parse import quote

from kg.model.dates import PartialDate

Triple = tuple[str, str, str]
"""Subject, predicate and object, each as an N-Triples token."""

XSD = "http://www.w3.org/2001/XMLSchema#"

_OUTSIDE_IRI = re.compile(r"[^\w.~-]")
_ESCAPED = re.compile(r'[\\"\n\r]')
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r"}

_DATATYPES = {
    (True, True, True): "date",
    (True, True, False): "gYearMonth",
    (True, False, False): "gYear",
    (False, True, True): "gMonthDay",
    (False, True, False): "gMonth",
    (False, False, True): "gDay",
}
"""Which of year, month and day are known → the type of XML Schema that says just that."""


def segment(text: str) -> str:
    """Return a text as one segment of an IRI's path: letters of any script stay, the rest is percent-encoded."""
    if not text.strip("."):
        # A segment of dots only would be taken for a relative path.
        return text.replace(".", "%2E")
    return _OUTSIDE_IRI.sub(lambda found: quote(found[0], safe=""), text)


def literal(text: str) -> str:
    """Return a plain string."""
    if _ESCAPED.search(text):
        text = _ESCAPED.sub(lambda found: _ESCAPES[found[0]], text)
    return f'"{text}"'


def typed(text: str, datatype: str) -> str:
    """Return a value of one of XML Schema's types."""
    return f"{literal(text)}^^<{XSD}{datatype}>"


def integer(number: int) -> str:
    """Return a whole number."""
    return f'"{number}"^^<{XSD}integer>'


def decimal(number: float) -> str:
    """Return a number to four places."""
    text = f"{number:.4f}".rstrip("0")
    return typed(f"{text}0" if text.endswith(".") else text, "decimal")


def date(when: PartialDate) -> str:
    """Return a date, typed as precisely as it is known."""
    known = (when.year is not None, when.month is not None, when.day is not None)
    return f'"{when.iso()}"^^<{XSD}{_DATATYPES[known]}>'
