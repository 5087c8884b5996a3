"""What the extraction is measured beside: a tagger that is widely used, and a bare scan for 5,000 words."""

from __future__ import annotations

import importlib.util
import logging
import warnings
from collections import Counter
from collections.abc import Callable, Sequence

import ahocorasick_rs

from kg.model.text import Article

WORDS = 5_000
"""Words that the automaton looks for."""

LENGTH = 4
"""Characters of each of them."""


def tagger() -> Callable[[Sequence[Article]], int] | None:
    """Return jieba.posseg over articles, its dictionary loaded beforehand; None where it is not installed."""
    if importlib.util.find_spec("jieba") is None:
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its own code draws warnings about escapes and about pkg_resources
        import jieba.posseg
    jieba.setLogLevel(logging.ERROR)
    jieba.initialize()
    return lambda articles: sum(1 for article in articles for _ in jieba.posseg.cut(article.text))


def scanner(articles: Sequence[Article]) -> Callable[[Sequence[Article]], int]:
    """Return a leftmost-longest scan for the 5,000 commonest runs of four characters of the articles themselves."""
    runs = Counter(text[i : i + LENGTH] for text in (article.text for article in articles) for i in range(len(text) - LENGTH + 1))
    words = [run for run, _ in sorted(runs.items(), key=lambda entry: (-entry[1], entry[0]))[:WORDS]]
    automaton = ahocorasick_rs.AhoCorasick(words, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    return lambda articles: sum(len(automaton.find_matches_as_indexes(article.text)) for article in articles)
