"""Who is only spoken of: cited with what they once said, absent but sending an instruction, or represented by another.

``学习贯彻习近平总书记重要讲话精神``, ``李明对此作出批示``, ``受李明委托``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from kg.extract.cast import Cast, Mention
from kg.extract.clauses import clause_end, clause_start
from kg.extract.posts import posts_before
from kg.extract.reading import ACT, POST, SAY, Reading
from kg.extract.signs import INSTRUCTING
from kg.extract.wordlists import Lookup, characters, either, longest_first, lookup, pattern, word

_POSTS = 80
"""Characters before a name that its posts take."""
_REACH = 40
"""Characters behind a name that tell what is cited of it."""
_DEED = 24
"""Characters behind a name within which a verb of its own begins."""
_STOPS = re.compile("[，。；\n]")
_SENTENCE_STOPS = re.compile("[。；\n]")


class _Words(NamedTuple):
    before: tuple[str, ...]
    before_lasts: frozenset[str]
    before_near: re.Pattern[str]
    after: Lookup
    deeds: re.Pattern[str]
    comrade: str
    elsewhere: str
    elsewhere_deeds: re.Pattern[str]
    giving: str
    given: re.Pattern[str]
    sending: tuple[str, ...]
    delegating: str
    noun_behind: frozenset[str]


@cache
def _words() -> _Words:
    before = longest_first("participation", "citing.before")
    firsts = re.escape("".join(sorted({one[0] for one in before})))
    return _Words(
        before=before,
        before_lasts=frozenset(one[-1] for one in before),
        # The class says the same again, but fast: few characters begin such a word.
        before_near=re.compile(
            f"(?=[{firsts}])(?!{either('participation', 'citing.part_of_post')}){either('participation', 'citing.before')}"
        ),
        after=lookup("participation", "citing.after"),
        deeds=pattern("participation", "citing.deeds"),
        comrade=word("participation", "citing.comrade"),
        elsewhere=word("participation", "citing.elsewhere"),
        elsewhere_deeds=pattern("participation", "citing.elsewhere_deeds"),
        giving=word("participation", "citing.giving"),
        given=pattern("participation", "citing.given"),
        sending=longest_first("participation", "citing.sending"),
        delegating=word("participation", "citing.delegating"),
        noun_behind=characters("participation", "speaking.deed_noun_behind"),
    )


def delegates(text: str, mention: Mention) -> bool:
    """Whether the name stands in 受…委托: who had another act in their place."""
    return text.startswith(_words().delegating, mention.end)


def cites(reading: Reading, mention: Mention) -> bool:
    """Whether a text only cites the name: ``学习贯彻习近平总书记重要讲话精神``, ``以习近平同志为核心``."""
    text, listed, start = reading.text, _words(), mention.start
    if start and text[start - 1] == "《":
        return True
    begin = _begin(reading, start)
    if begin and text[begin - 1] in listed.before_lasts and text.endswith(listed.before, 0, begin):
        return True
    after = _end(reading, mention.end)
    if text.startswith(listed.elsewhere, after):
        stop = _stop(text, after)
        if listed.elsewhere_deeds.search(text, after, stop) and not _acts(reading, after):
            return True
    if not listed.after.at(text, after):
        return False
    return listed.deeds.search(text, after, _stop(text, after)) is not None and not _acts(reading, after)


def _begin(reading: Reading, start: int) -> int:
    """Return where the posts before a name begin, or the name; also the name where nothing before them can cite it."""
    text, index = reading.text, reading.ends.get(start)
    if index is None or not reading.token_classes[index] & POST:
        return start
    # To ask whether such a word stands there at all is cheaper than to ask where the posts begin.
    if not _words().before_near.search(text, clause_start(text, max(0, start - _POSTS), start), start):
        return start
    posts = posts_before(reading, start)
    return posts[0][0] if posts else start


def _end(reading: Reading, after: int) -> int:
    """Return where the words go on behind a name, its title and 同志."""
    index, comrade = reading.starts.get(after), _words().comrade
    if index is not None and reading.token_classes[index] & POST:
        after = reading.token_ends[index]
    return after + len(comrade) if reading.text.startswith(comrade, after) else after


def _stop(text: str, after: int) -> int:
    found = _STOPS.search(text, after, after + _REACH)
    return found.start() if found else min(len(text), after + _REACH)


def _acts(reading: Reading, at: int) -> bool:
    """Whether the person right before ``at`` does something in this clause: 在讲话中指出, 提出要求."""
    text, noun_behind = reading.text, _words().noun_behind
    stop = clause_end(text, at, min(len(text), at + _DEED))
    for index in reading.of(SAY | ACT, at, stop):
        start, end = reading.token_starts[index], reading.token_ends[index]
        if reading.token_classes[index] & SAY and text[end : end + 1] in ("，", "：", "“", ""):
            return True
        if reading.token_classes[index] & ACT and text[start - 1] not in noun_behind and (end - start > 2 or end == stop):
            return True
    return False


def instructing(reading: Reading, cast: Cast) -> set[str]:
    """Return the names of those who sent an instruction to the meeting: they speak, but not there."""
    if not reading.signs & INSTRUCTING:
        return set()
    text, listed, found = reading.text, _words(), set()
    for mention in cast.mentions:
        at = mention.end
        stop = _SENTENCE_STOPS.search(text, at, at + _REACH)
        end = stop.start() if stop else at + _REACH
        given = text.find(listed.giving, at, end) >= 0 and listed.given.search(text, at, end)
        if given or text.startswith(listed.sending, at):
            found.add(mention.name)
    return found
