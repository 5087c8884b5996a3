"""Meetings that the article reports as held, and which of the places that tell of one tell of the same.

``省委书记巴音朝鲁主持召开省委常委会议暨疫情防控工作领导小组会议``, ``全国就业创业工作电视电话会议5月19日在京召开``,
``中共中央政治局常务委员会召开会议`` (unnamed), ``刘云山出席座谈会并讲话``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from kg.extract import convening, meeting_names, meeting_series
from kg.extract.meeting_names import Range
from kg.extract.narrative import Sentence
from kg.extract.reading import ATTEND, CHAIR, HOLD, MEETING, SAY, Reading, Token
from kg.extract.signs import ANNOUNCING, STORY
from kg.extract.wordlists import pattern

_SENTENCE_END = frozenset("。！？；”）")


@dataclass(slots=True)
class Met:
    """A meeting: where it is first told, the best range of its name, and the sentences that tell of it.

    These are those from ``sentence`` to ``last`` and, where a paragraph tells of another meeting in between, from ``again``
    to ``until``. ``aside`` says that it is that other one.
    """

    start: int
    end: int
    rule: str
    sentence: int
    last: int
    name: Range | None = None
    another: bool = False
    headline: bool = False
    aside: bool = False
    again: int = 0
    until: int = 0

    def firsts(self) -> list[int]:
        """Return the numbers of the sentences with which the report begins, or goes on, to tell of the meeting."""
        return [self.sentence, self.again] if self.again < self.until else [self.sentence]

    def told_in(self, told: list[Sentence]) -> list[Sentence]:
        """Return the sentences of an article that tell of the meeting."""
        return told[self.sentence : self.last] + told[self.again : self.until]


def may_tell(reading: Reading) -> bool:
    """Whether an article can tell of a meeting: it has a verb that does, and nothing that only stands in novels."""
    return not reading.signs & STORY and bool(reading.of(HOLD | CHAIR | ATTEND))


def find(reading: Reading, told: list[Sentence]) -> list[Met]:
    """Return the meetings of an article in the order in which it tells of them, if it can at all (:func:`may_tell`)."""
    text = reading.text
    headlines = _headlines(text, told)
    found: list[Met] = []
    for number, sentence in enumerate(told):
        if sentence.within:
            continue
        for met in _told(reading, number, sentence, len(told)):
            met.headline = number < headlines
            if not found and convening.is_cited(text, met.start, met.end):
                # 在主持…时强调 tells of no meeting by itself: the words may be cited from one of long ago.
                continue
            _place(text, found, met)
    if found and all(met.rule == "meeting-presided" and met.name is None for met in found) and _planned(text, told, found[0]):
        return []
    if reading.signs & ANNOUNCING:
        if not any(met.rule == "meeting-chaired" for met in found):
            return []
    elif not found:
        found = _attended(reading, told)
    if found:
        _begin(found[0], alone=len(found) == 1, headlines=headlines)
        _complete(reading, told, found)
    for this, following in pairwise(found):
        this.last = following.sentence
    for this, following in pairwise(found):
        if following.aside:
            _resume(text, told, this, following)
    return found


def _planned(text: str, told: list[Sentence], met: Met) -> bool:
    """Whether the sentences up to a meeting without a name tell only of one to come: 会议定于6月27日举行，…，会议由李明主持."""
    before = [(one, verb) for one in told[: met.sentence] for verb in one.verbs if verb.classes & HOLD]
    return any(convening.planned(text, one.start, verb) for one, verb in before)


def _resume(text: str, told: list[Sentence], main: Met, aside: Met) -> None:
    """Let a meeting go on behind the paragraph that tells what was before it: 会前，市委召开了专题会议。"""
    end = next((number for number in range(aside.sentence + 1, aside.last) if text[told[number].start - 1] == "\n"), aside.last)
    main.again, main.until, aside.last = end, aside.last, end


def _headlines(text: str, told: list[Sentence]) -> int:
    """Return how many sentences at the beginning are lines of headlines: none of them ends as a sentence does."""
    return next((number for number, sentence in enumerate(told) if text[sentence.end - 1] in _SENTENCE_END), 0)


def _told(reading: Reading, number: int, sentence: Sentence, last: int) -> list[Met]:
    """Return the meetings that a sentence tells as held."""
    text, published, found = reading.text, reading.article.published, []
    for verb in sentence.verbs:
        if not verb.classes & (HOLD | CHAIR) or verb.end > sentence.speech or not convening.held(text, sentence.start, verb):
            continue
        name, rule = _named(reading, sentence, verb)
        if name is None or convening.looks_back(text, sentence.start, verb.start, published):
            continue
        met = Met(verb.start, verb.end, rule, number, last)
        if not meeting_names.is_generic(text[slice(*name)]):
            met.name = name
        met.another = convening.tells_another(text, sentence.start, verb.start)
        met.aside = met.another and convening.tells_earlier(text, sentence.start)
        found.append(met)
    return found or _carried_out(reading, number, sentence, last)


def _carried_out(reading: Reading, number: int, sentence: Sentence, last: int) -> list[Met]:
    """Return the meeting that a sentence says a body carried out, ``就生态文明建设进行第六次集体学习``."""
    for index in reading.of(MEETING, sentence.start, sentence.speech):
        end = reading.token_ends[index]
        verb = convening.carried_out(reading.text, sentence.start, end)
        if verb is not None:
            return [Met(*verb, "meeting-held", number, last, name=(verb[1], end))]
    return []


def _named(reading: Reading, sentence: Sentence, verb: Token) -> tuple[Range | None, str]:
    """Return the name of the meeting that a verb tells of, and by which rule it was found."""
    name = meeting_names.after_verb(reading, verb.end, sentence.speech)
    if name is not None:
        return name, "meeting-called" if verb.classes & HOLD else "meeting-chaired"
    if verb.classes & CHAIR:
        return meeting_names.led(reading, sentence.start, verb), "meeting-presided"
    return meeting_names.before_verb(reading, sentence.start, verb), "meeting-held"


def _place(text: str, found: list[Met], met: Met) -> None:
    """Add a meeting to those found, or to the one that it is told of again."""
    for known in reversed(found):
        headed = known.headline and not met.headline and len(found) == 1
        if met.name is None or known.name is None or headed:
            if not met.another or met.name is None or known.headline:
                _merge(known, met, named_anew=True)
                return
        elif meeting_series.same(text[slice(*known.name)], text[slice(*met.name)]):
            _merge(known, met, named_anew=True)
            return
    if found and not met.another:
        _merge(found[-1], met, named_anew=False)
        return
    found.append(met)


def _merge(known: Met, met: Met, named_anew: bool) -> None:
    """Take a meeting for one that is known; the longer name is the better one."""
    if met.name and named_anew and (known.name is None or met.name[1] - met.name[0] > known.name[1] - known.name[0]):
        known.name = met.name
    if known.headline and not met.headline:
        known.headline, known.start, known.end = False, met.start, met.end
        known.sentence, known.rule = met.sentence, met.rule


def _attended(reading: Reading, told: list[Sentence]) -> list[Met]:
    """Return the meeting of an article that only tells who was there: ``刘云山出席座谈会并讲话``, ``副市长董春科主持会议``."""
    for number, sentence in enumerate(told):
        for verb in sentence.verbs:
            if not verb.classes & (ATTEND | CHAIR) or not any(mention.start < verb.start for mention in sentence.people):
                continue
            if verb.start <= sentence.speech and convening.held(reading.text, sentence.start, verb):
                met = _attended_by(reading, sentence, verb)
                if met is not None:
                    met.sentence, met.last = number, len(told)
                    return [met]
    return []


def _attended_by(reading: Reading, sentence: Sentence, verb: Token) -> Met | None:
    """Return the meeting that is the object of a verb of attending, or None where it has another object."""
    text = reading.text
    name = meeting_names.after_verb(reading, verb.end, sentence.end)
    if name is None:
        whole = _whole().search(text, verb.start, verb.end)
        if whole is None:
            return None
        name = whole.span()
    named = not meeting_names.is_generic(text[slice(*name)])
    return Met(verb.start, verb.end, "meeting-attended", 0, 0, name if named else None)


@cache
def _whole() -> re.Pattern[str]:
    return pattern("convening", "attended.whole")


def _begin(met: Met, alone: bool, headlines: int) -> None:
    """Let the article's first meeting be told from its first sentence on, unless a sentence of its own opens it."""
    unnamed = alone and met.name is None
    if unnamed or met.rule in ("meeting-attended", "meeting-presided") or met.sentence <= headlines:
        met.sentence = 0


def _complete(reading: Reading, told: list[Sentence], found: list[Met]) -> None:
    """Give an unnamed meeting the name that 在…上 tells, and a name that is only a number the body before it elsewhere."""
    for met in found:
        if met.name is not None:
            met.name = meeting_series.with_body(reading, met.name)
        elif len(found) == 1:
            met.name = meeting_names.told_inside(reading.text) or _spoken_at(reading, told)


def _spoken_at(reading: Reading, told: list[Sentence]) -> Range | None:
    """Return the meeting at which somebody is said to speak, ``罗闻3日在全市防汛工作会议上强调，``, or None."""
    for sentence in told:
        for verb in sentence.verbs:
            if (
                verb.classes & SAY
                and verb.start < sentence.speech + 1
                and (name := meeting_names.spoken_at(reading, sentence.start, verb))
            ):
                first = next((mention for mention in sentence.people if mention.end < name[0]), None)
                if first is not None and reading.text.find("，", first.end, name[0]) < 0:
                    return name
    return None
