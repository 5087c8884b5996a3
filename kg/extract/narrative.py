"""An article's sentences as they tell a meeting: where reported speech begins in each, its verbs, and who stands in it.

``李明出席会议并讲话，他强调，要抓好落实。`` tells up to ``强调，``; a sentence that goes on with a speech tells nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import NamedTuple

from kg.extract.cast import Cast, Mention
from kg.extract.deeds import actions
from kg.extract.reading import ABSENT, ACT, ATTEND, CHAIR, DEED, HOLD, SAY, Reading, Token
from kg.extract.signs import DECIDING
from kg.extract.speech import Uttered
from kg.extract.wordlists import characters, either, listed, longest_first, pattern, word

TELLING = CHAIR | SAY | ACT | ATTEND | ABSENT | HOLD
"""Classes of the verbs that say what people do at a meeting."""
_AFTER_VERB = ("，", "：")
_BEFORE_SPEECH = frozenset("，：。“‘")
_OBJECT = 24
"""Characters behind a verb in which its object ends."""
_CLAUSE_ENDS = frozenset("，。；！")
_TO_DECISION = 4
"""Characters at most before a verb that brings a decision: 会议决定，."""


class Sentence(NamedTuple):
    """A sentence of the view.

    ``speech`` is where somebody's words begin, or ``end``; ``verbs`` are its tokens of the classes :data:`TELLING`, and
    ``people`` the mentions in it. ``within`` says that it goes on with a speech begun before, if only behind ；.
    ``opening`` is the speech that begins in the sentence, if its speaker is known.
    """

    start: int
    end: int
    speech: int
    verbs: list[Token]
    people: list[Mention]
    within: bool
    opening: Uttered | None


@cache
def _deciding() -> re.Pattern[str]:
    return re.compile(rf".{{0,{_TO_DECISION}}}?{either('participation', 'speaking.deciding')}(?=[，：])")


def sentences(reading: Reading, cast: Cast, uttered: list[Uttered]) -> list[Sentence]:
    """Return the sentences of a reading; ``uttered`` is what :func:`kg.extract.speech.find` found in it."""
    text, mentions, found = reading.text, cast.mentions, list[Sentence]()
    tokens = _tokens(reading)
    opened, goes_on = _spoken(reading, uttered)
    decides = reading.signs & DECIDING > 0
    token = mention = 0
    all_tokens, all_mentions = len(tokens), len(mentions)
    joined = False
    for number, (start, end) in enumerate(reading.sentences):
        first, begin = token, mention
        while token < all_tokens and tokens[token][0] < end:
            token += 1
        while mention < all_mentions and mentions[mention][0] < end:
            mention += 1
        verbs, people = tokens[first:token], mentions[begin:mention]
        on, opening = goes_on.get(number), opened.get(number)
        if on is not None and _stays(text, start, end, verbs, people, on):
            speech = start
        else:
            speech = _speech_start(text, start, end, verbs, decides)
        if opening is not None and _marked(text, opening):
            speech = min(speech, opening.start)
        found.append(Sentence(start, end, speech, verbs, people, joined or speech == start, opening))
        # What ； joins to a speech is still the speech.
        joined = speech < end and text[end - 1] == "；"
    return found


def _tokens(reading: Reading) -> list[Token]:
    """Return the verbs of a reading that say what people do at a meeting."""
    text, starts, ends, classes = reading.text, reading.token_starts, reading.token_ends, reading.token_classes
    return [
        Token(starts[index], ends[index], classes[index] | ACT if classes[index] & DEED else classes[index])
        for index in reading.of(TELLING | DEED)
        if classes[index] & TELLING or _gives_speech(text, starts[index], ends[index])
    ]


def _gives_speech(text: str, start: int, end: int) -> bool:
    """Whether a verb that has many objects has a speech for one: 作提案工作情况报告, 作了检讨."""
    if text[start:end] not in _giving():
        return False
    stop = next((at for at in range(end, min(end + _OBJECT, len(text))) if text[at] in _CLAUSE_ENDS), -1)
    return stop > 0 and text.endswith(longest_first("people", "subjects.speeches"), end, stop)


@cache
def _giving() -> frozenset[str]:
    return listed("people", "subjects.giving")


def _stays(text: str, start: int, end: int, verbs: list[Token], people: list[Mention], on: Uttered) -> bool:
    """Whether a sentence goes on with the speech before it: it demands something, or it tells nothing of the meeting."""
    if _business().match(text, start) or _begins_anew(text, verbs, people):
        return False
    return bool(on.orders) or not _resumes(text, start, end, verbs)


@cache
def _business() -> re.Pattern[str]:
    """Return the pattern of a sentence that begins with what the meeting did: 会议听取, 大会审议."""
    verbs = "|".join(map(re.escape, sorted(actions(), key=len, reverse=True)))
    return re.compile(f"{either('business', 'conveyed.subjects')}(?:{verbs})(?!{word('meetings', 'names.of')})")


def _begins_anew(text: str, verbs: list[Token], people: list[Mention]) -> bool:
    """Whether a sentence brings the words of somebody else whom it names: ``李明建议，``."""
    if not people or not verbs:
        return False
    ends = {mention.end for mention in people}
    return any(verb.start in ends and verb.classes & SAY and _brings_speech(text, verb) for verb in verbs)


def _marked(text: str, opening: Uttered) -> bool:
    """Whether a mark stands between an attribution and the speech: else what follows may be a mere object, 要求座谈会…."""
    return text[opening.start - 1] in _BEFORE_SPEECH and opening.block.kind != "settle"


def _spoken(reading: Reading, uttered: list[Uttered]) -> tuple[dict[int, Uttered], dict[int, Uttered]]:
    """Return the speeches that open in a sentence and those that go on in one, by the sentence's number."""
    sentences, last = reading.sentences, len(reading.text)
    opened: dict[int, Uttered] = {}
    goes_on: dict[int, Uttered] = {}
    for one in uttered:
        number = bisect_right(sentences, (one.start, last)) - 1
        (opened if one.opens else goes_on).setdefault(number, one)
    return opened, goes_on


def _resumes(text: str, start: int, end: int, verbs: list[Token]) -> bool:
    """Whether a sentence among those of a speech tells of the meeting again.

    A paragraph does that has a verb of holding or attending, a sentence that ends in one, ``…出席会议并讲话。``.
    """
    if not verbs:
        return False
    last = verbs[-1]
    if last.classes & (ATTEND | ACT) and last.end == end - 1:
        return True
    begins = start == 0 or text[start - 1] == "\n"
    return begins and any(verb.classes & (HOLD | CHAIR | ATTEND) for verb in verbs)


def _speech_start(text: str, start: int, end: int, verbs: list[Token], decides: bool) -> int:
    """Return where a sentence begins to give somebody's words, or its end; ``decides`` says that the text brings decisions."""
    stop = end
    for verb in verbs:
        if verb[2] & SAY and _brings_speech(text, verb):
            stop = verb.end
            break
    if decides and (decision := _deciding().match(text, start, stop)):
        return decision.end()
    if stop < end or text[end - 1] == "：":
        return stop
    colon = text.find("：", start, end)
    announced = colon > start and pattern("participation", "speaking.announcing").search(text, start, colon)
    return colon if announced else end


def _brings_speech(text: str, verb: Token) -> bool:
    """Whether words follow a verb of saying: a mark stands behind it, and nothing makes a noun of it, 的重要指示，."""
    return text[verb.end : verb.end + 1] in _AFTER_VERB and text[verb.start - 1] not in _noun_behind()


@cache
def _noun_behind() -> frozenset[str]:
    return characters("participation", "speaking.deed_noun_behind")


def sentence_at(told: list[Sentence], position: int) -> int:
    """Return the number of the sentence that ``position`` stands in."""
    return max(bisect_right(told, position, key=lambda sentence: sentence.start) - 1, 0)
