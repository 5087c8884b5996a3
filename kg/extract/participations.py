"""Who was at a meeting, and in what capacity: 主持, 讲话, 汇报, 出席, 列席, 分会场, 请假, 受…委托."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from kg.extract.meetings import Met, speech_start
from kg.extract.officials import Cast, Mention
from kg.extract.posts import posts_before
from kg.extract.reading import ABSENT, ACT, ATTEND, CHAIR, HOLD, MEETING, ORGANIZATION, POST, SAY, Reading, Token
from kg.lexicon import words

_PREDICATE = CHAIR | SAY | ACT | ATTEND | ABSENT | HOLD
_BULLETS = frozenset("★●◆■▲☆")
_FAR = 60
"""Characters between a name and what it does, beyond which the two are not believed to belong together."""


@dataclass(slots=True)
class Part:
    """A person at a meeting: capacities by the range that states each, in the order in which the text states them."""

    name: str
    capacities: dict[str, tuple[int, int, str]] = field(default_factory=dict)
    mention: Mention | None = None
    position: int | None = None


@cache
def _words(entry: str) -> tuple[str, ...]:
    return tuple(sorted(words("words", entry), key=len, reverse=True))


def find(reading: Reading, cast: Cast, met: Met) -> list[Part]:
    """Return the people at a meeting, chairs first, then in the order of the text."""
    parts: dict[str, Part] = {}
    outside = _instructing(reading, cast)
    bylines = {name for name, (_, _, rule) in cast.first.items() if rule == "name-in-byline"}
    pronoun: list[Mention] = []
    for index in range(met.sentence, min(met.last, len(reading.sentences))):
        start, end = reading.sentences[index]
        if index > met.sentence and reading.text[start] in _BULLETS:
            break
        inside = [mention for mention in cast.mentions if start <= mention.start < end and mention.name not in bylines]
        _pronoun(reading, pronoun, start, end, parts, outside)
        if inside:
            pronoun = _sentence(reading, inside, start, end, parts, outside) or pronoun
    _caller(reading, cast, met, parts, bylines)
    present = [part for part in parts.values() if part.capacities]
    return sorted(present, key=lambda part: (0 if "chair" in part.capacities else 1, part.mention.start if part.mention else 0))


def _add(parts: dict[str, Part], mention: Mention, capacity: str, start: int, end: int, rule: str) -> None:
    part = parts.setdefault(mention.name, Part(mention.name))
    part.capacities.setdefault(capacity, (min(mention.start, start), max(mention.end, end), rule))
    if part.mention is None:
        part.mention = mention


def _sentence(
    reading: Reading, inside: list[Mention], start: int, end: int, parts: dict[str, Part], outside: set[str]
) -> list[Mention]:
    """Walk a sentence's names and verbs in order and give each group of names what the verb after it says."""
    text = reading.text
    stop = speech_start(reading, start, end)
    queue: list[Mention | Token] = [mention for mention in inside if mention.start < stop]
    queue += [token for token in reading.tokens[reading.token_after(start) : reading.token_after(stop)] if token.classes & _PREDICATE]
    queue.sort(key=lambda one: one[0])
    group: list[Mention] = []
    subject: list[Mention] = []
    chained: list[Mention] = []
    carried = called = False
    for one in queue:
        if isinstance(one, Mention):
            if not _cited(reading, one):
                group.append(one)
            continue
        fresh = bool(group)
        if group:
            subject, group = group, []
            chained = [*chained, *subject]
            carried = called = False
        if not subject:
            if one.classes & ATTEND:
                _listed_after(reading, inside, one, parts)
            continue
        between = text[subject[-1].end : one.start]
        if len(between) > _FAR:
            continue
        if one.classes & CHAIR:
            for mention in _coordinate(reading, subject):
                _add(parts, mention, "chair", one.start, one.end, "chair-before-verb")
            carried, called = True, text.startswith("召开", one.end) or text[one.start : one.end].endswith("召开")
        elif one.classes & ABSENT:
            _add(parts, subject[-1], "excused", one.start, one.end, "excused")
        elif one.classes & ATTEND:
            _attending(reading, chained, one, parts)
            chained, carried = [], True
        elif one.classes & (SAY | ACT) and (carried or "，" not in between or fresh and one.classes & ACT):
            if not (called and text[one.start : one.end] in _words("speech.nouns_too")):
                carried = _speaking(reading, subject, one, parts, outside, fresh) or carried
    _listed_before_end(reading, queue, inside, parts)
    return subject


_PRONOUN = re.compile("[他她](?:[还又并也]|同时|最后|特别|进一步)?")


def _pronoun(reading: Reading, subject: list[Mention], start: int, end: int, parts: dict[str, Part], outside: set[str]) -> None:
    """``他强调，``: who was the subject of the sentence before speaks on."""
    found = _PRONOUN.match(reading.text, start, end)
    if not found or not subject:
        return
    index = reading.starts.get(found.end())
    if index is not None and reading.tokens[index].classes & SAY and reading.text[reading.tokens[index].end] in "，：“":
        token = reading.tokens[index]
        if subject[-1].name not in outside:
            mention = subject[-1]
            part = parts.setdefault(mention.name, Part(mention.name, mention=mention))
            part.capacities.setdefault("speaker", (mention.start, token.end, "speaking-by-pronoun"))


def _listed_before_end(reading: Reading, queue: list[Mention | Token], inside: list[Mention], parts: dict[str, Part]) -> None:
    """``出席会议的有A、B、C``, ``在主席台就座的还有：A、B``: names behind the verb."""
    for one in queue:
        if isinstance(one, Token) and one.classes & ATTEND:
            _listed_after(reading, inside, one, parts)


def _attending(reading: Reading, group: list[Mention], token: Token, parts: dict[str, Part]) -> None:
    text = reading.text
    verb = text[token.start : token.end]
    capacity = "observer" if verb in _words("capacities.observer") else "attendee"
    if group and "分会场" in text[group[-1].end : token.end]:
        capacity = "remote"
    for position, mention in enumerate(group, 1):
        if _delegated(reading, mention):
            _add(parts, mention, "delegator", mention.start, mention.end, "delegator")
            continue
        part = parts.get(mention.name)
        if part and "excused" in part.capacities:
            continue
        _add(parts, mention, capacity, token.start, token.end, "attending-before-verb")
        if parts[mention.name].position is None:
            parts[mention.name].position = position


def _listed_after(reading: Reading, inside: list[Mention], token: Token, parts: dict[str, Part]) -> None:
    """``出席会议的有A、B、C``, ``在主席台就座的还有：A、B``."""
    text = reading.text
    tail = text[token.end : token.end + 12]
    if "的有" in tail or "的还有" in tail or "的领导有" in tail or "的领导同志有" in tail:
        for position, mention in enumerate([mention for mention in inside if mention.start > token.end], 1):
            _add(parts, mention, "attendee", token.start, token.end, "attending-after-verb")
            parts[mention.name].position = parts[mention.name].position or position


def _speaking(
    reading: Reading, subject: list[Mention], token: Token, parts: dict[str, Part], outside: set[str], fresh: bool
) -> bool:
    """Give the subject of a verb of speech its capacity; return whether the verb is one here."""
    text = reading.text
    verb = text[token.start : token.end]
    if token.classes & SAY and reading.ending(token.start) & MEETING or not _speech_verb(reading, token, verb, fresh, subject):
        return False
    speakers = [mention for mention in _coordinate(reading, subject) if mention.name not in outside and not _delegated(reading, mention)]
    capacity = "presenter" if verb in _words("capacities.presenter") else "speaker"
    for mention in speakers:
        _add(parts, mention, capacity, token.start, token.end, "speaking-before-verb")
    return bool(speakers)


def _speech_verb(reading: Reading, token: Token, verb: str, fresh: bool, subject: list[Mention]) -> bool:
    """Whether a word is a verb of speech where it stands: 讲话 and 汇报 are nouns too, 表示祝贺 attributes no words."""
    text = reading.text
    before, after = text[token.start - 1], text[token.end : token.end + 1]
    if verb == "讲话":
        return before not in "要的列论" and (after in "，。；、“\n" or before in "别上" or after in "指强说要")
    if verb == "提出":
        return any(word in text[token.end : token.end + 8] for word in words("words", "speech.proposed"))
    if verb in _words("speech.nouns_too"):
        between = text[subject[-1].end : token.start]
        return fresh and "，" not in between and "的" not in between and not any(word in between for word in ("听取", "审议"))
    if token.classes & SAY and not token.classes & ACT:
        return after in "，：“" or verb in _words("speech.task")
    return True


def _coordinate(reading: Reading, group: list[Mention]) -> list[Mention]:
    """Return the last names of a group that are joined by 、 or 和 or ，with nothing but posts between them."""
    text, chosen = reading.text, [group[-1]]
    for mention in reversed(group[:-1]):
        following = chosen[-1]
        end = mention.end
        index = reading.starts.get(end)
        if index is not None and reading.tokens[index].classes & POST:
            end = reading.tokens[index].end
        between = text[end : following.start]
        if _delegated(reading, mention) or not between:
            break
        titled = between[1:] == "" or bool(posts_before(reading, following.start, end)) or reading.ending(following.start) & ORGANIZATION
        subject_of_its_own = between.startswith("就") and between.endswith("、") and len(between) < 24
        if not subject_of_its_own and not (between[0] in "、和，" and titled and len(between) < 60):
            break
        chosen.append(mention)
    return chosen[::-1]


def _delegated(reading: Reading, mention: Mention) -> bool:
    """Whether the name stands in 受…委托: who had another act in their place."""
    return reading.text.startswith("委托", mention.end)


def _cited(reading: Reading, mention: Mention) -> bool:
    """Whether a text only cites the name: ``学习贯彻习近平总书记重要讲话精神``, ``以习近平同志为核心``."""
    text = reading.text
    after = mention.end
    index = reading.starts.get(after)
    if index is not None and reading.tokens[index].classes & POST:
        after = reading.tokens[index].end
    if text.startswith("同志", after):
        after += 2
    clause = text[after : after + 40]
    for mark in "，。；\n":
        cut = clause.find(mark)
        if cut >= 0:
            clause = clause[:cut]
    posts = posts_before(reading, mention.start)
    begin = posts[0][0] if posts else mention.start
    if text.endswith(_words("cited.before"), max(0, begin - 6), begin):
        return True
    if clause.startswith("在") and any(word in clause for word in ("重要讲话", "的讲话", "的指示", "时的")) and not _acts(reading, after):
        return True
    return clause.startswith(_words("cited.after")) and any(deed in clause for deed in _words("cited.deed")) and not _acts(reading, after)


def _acts(reading: Reading, at: int) -> bool:
    """Whether the person right before ``at`` does something: 在讲话中指出, 提出要求."""
    text = reading.text
    for token in reading.tokens[_index(reading, at) :]:
        if token.start > at + 24 or text[token.start] in "，。":
            return False
        if any(mark in text[at : token.start] for mark in "，。；"):
            return False
        if token.classes & SAY and text[token.end : token.end + 1] in "，：“":
            return True
        if token.classes & ACT and token.end - token.start > 2 and text[token.start - 1] not in "的要":
            return True
    return False


def _index(reading: Reading, at: int) -> int:
    low, high = 0, len(reading.tokens)
    while low < high:
        middle = (low + high) // 2
        if reading.tokens[middle].start < at:
            low = middle + 1
        else:
            high = middle
    return low


def _instructing(reading: Reading, cast: Cast) -> set[str]:
    """Return those who sent an instruction to the meeting: they speak, but not there."""
    text, found = reading.text, set()
    for mention in cast.mentions:
        stop = len(text)
        for mark in "。；\n":
            at = text.find(mark, mention.end)
            stop = min(stop, at) if at >= 0 else stop
        clause = text[mention.end : min(stop, mention.end + 40)]
        if "作出" in clause and ("批示" in clause or "指示" in clause) or clause.startswith(("要求会议", "批示", "致信", "发来贺信", "致贺信")):
            found.add(mention.name)
    return found


def _caller(reading: Reading, cast: Cast, met: Met, parts: dict[str, Part], bylines: set[str]) -> None:
    """Whoever 召开 a meeting that nobody is said to 主持 chairs it: ``李克强在包头市召开棚改现场会``."""
    if any("chair" in part.capacities for part in parts.values()):
        return
    start, end = reading.sentences[met.sentence]
    text = reading.text
    verb = text[met.start : met.end]
    if not verb.startswith(("召开", "召集", "开了")):
        return
    called = text.find("召集", start, met.start)
    if called >= 0:
        before = [mention for mention in cast.mentions if start <= mention.start and mention.end == called]
        for mention in before:
            _add(parts, mention, "chair", called, called + 2, "chair-by-calling")
        return
    before = [mention for mention in cast.mentions if start <= mention.start < met.start and mention.name not in bylines and not _cited(reading, mention)]
    if before and met.start - before[-1].end <= 30 and text[before[-1].end : met.start].count("，") == 0:
        _add(parts, before[-1], "chair", met.start, met.end, "chair-by-calling")
