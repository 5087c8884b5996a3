"""The names for use from Python.

::

    from pathlib import Path
    from kg import api

    for found in api.extractions(api.read([Path("page.txt")])):
        print(api.to_row(found))                     # what `kg extract` prints; or an api.Problem
    api.build(api.read(), Path("output"))            # the embedded sample
    with api.Store.open(Path("output")) as store:
        print(api.ask(store, "chaired-by", {"official": "…"}).rows)
"""

from kg.errors import KgError
from kg.graph.questions import ask, questions
from kg.graph.store import Store
from kg.model.codec import to_row
from kg.model.records import Extraction
from kg.model.text import Article
from kg.pipeline import Problem, Report, build, extract, extractions, read

__all__ = [
    "Article",
    "Extraction",
    "KgError",
    "Problem",
    "Report",
    "Store",
    "ask",
    "build",
    "extract",
    "extractions",
    "questions",
    "read",
    "to_row",
]
