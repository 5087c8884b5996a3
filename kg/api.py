"""The names for use from Python.

::

    from pathlib import Path
    from kg import api

    for found in api.extractions(api.read([Path("page.txt")])):
        print(api.to_row(found))                     # what `kg extract` prints; or an api.Problem
    api.build(api.read(), Path("output"))            # the embedded sample
    with api.Store.open(Path("output")) as store:
        print(api.ask(store, "chaired-by", {"official": "…"}).rows)
        with api.at_least(store, api.Least(0.95)) as (certain, left_out):
            print(api.ask(certain, "chairs").rows)   # without what rests on rules that were right less often
"""

from kg.errors import KgError
from kg.graph.least import Least, at_least
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
    "Least",
    "Problem",
    "Report",
    "Store",
    "ask",
    "at_least",
    "build",
    "extract",
    "extractions",
    "questions",
    "read",
    "to_row",
]
