"""Extraction against gold: figures by slot, source and level, errors with the rule that fired, and what each rule is worth.

:func:`evaluate` compares rows of the outward contract with rows that a reader wrote; :func:`evaluate_gold` reads gold files,
runs the extractor on their articles and compares. :mod:`~kg.evaluate.report` shows the outcome.
"""

from kg.evaluate.evaluation import Evaluation, Mistake, evaluate
from kg.evaluate.figures import Figures
from kg.evaluate.readme import readme_table, write_readme
from kg.evaluate.report import as_json, errors, render
from kg.evaluate.rules import load_rules, write_rules
from kg.model.measured import RuleFigures

__all__ = [
    "Evaluation",
    "Figures",
    "Mistake",
    "RuleFigures",
    "as_json",
    "errors",
    "evaluate",
    "load_rules",
    "readme_table",
    "render",
    "write_readme",
    "write_rules",
]
