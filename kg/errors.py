"""Everything that this package raises on purpose.

::

    KgError                    the base: its message names the file and the place
    ├── SourceError            an input cannot be read
    │   ├── DecodeError        bytes that are no text in any encoding tried
    │   └── RecordError        a line of JSON Lines that is no article
    ├── LexiconError           a rule file that does not hold what it should
    ├── EvidenceError          a record whose quote does not stand in its article
    ├── StoreError             a build that is missing, unreadable or in use
    ├── QuestionError          a query or named question that cannot be asked
    └── ShapeError             a graph that breaks a shape
"""

from __future__ import annotations


class KgError(Exception):
    """The base of every error that this package raises on purpose."""


class SourceError(KgError):
    """An input cannot be read; ``path`` and ``place`` say where."""

    def __init__(self, path: str, message: str, place: str = "") -> None:
        self.path, self.place, self.message = path, place, message
        super().__init__(f"{path}:{place}: {message}" if place else f"{path}: {message}")


class DecodeError(SourceError):
    """The bytes are no text in any of the encodings tried."""


class RecordError(SourceError):
    """A line of JSON Lines that is no article."""


class LexiconError(KgError):
    """A rule file that does not hold what it should; the message names file and entry."""


class EvidenceError(KgError):
    """A record whose quote does not stand in its article, or does not hold its value."""


class StoreError(KgError):
    """A build that is missing, unreadable or in use."""


class QuestionError(KgError):
    """A query or named question that cannot be asked."""


class ShapeError(KgError):
    """A graph that breaks a shape; the message names the shape and the node."""
