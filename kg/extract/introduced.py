"""Names that a word introduces, and those that 、 joins to them: ``省委书记巴音朝鲁、省长王小明``, ``（记者冯可欣 李白云）``."""

from __future__ import annotations

import re
from functools import cache

from kg.extract.bounds import follows, verb_follows
from kg.extract.cast import Cast
from kg.extract.names import name_end
from kg.extract.namewords import PERSON_VERB, common_surname, is_han, surname, tables
from kg.extract.posts import post_start
from kg.extract.reading import BYLINE, HARD, INTRODUCTION, MEETING, NOUN, ORGANIZATION, PLACE, POST, Reading
from kg.extract.view import DOT
from kg.extract.wordlists import characters, listed, longest_first, lookup, word

_BODY = range(2, 14)
"""Characters that the name of a body before a reporter's name may have."""
_BRACKET = 16
"""Characters of the longest bracket behind a name that says something of the person."""


def after_words(reading: Reading, cast: Cast) -> None:
    """Believe names right after a post or an introduction, and the names that 、 joins to them."""
    text, all_classes = reading.text, reading.token_classes
    beginnings, dotted = _beginnings(), reading.dotted
    for index in reading.of(POST | INTRODUCTION):
        at = reading.token_ends[index]
        classes = all_classes[index]
        if text[at : at + 1] not in beginnings and not dotted and not classes & POST:
            continue
        at = _name_start(reading, index, classes)
        stop = name_end(reading, at, open_ended=bool(classes & POST)) or (classes & INTRODUCTION and _minority_end(reading, at))
        if not stop:
            continue
        if not classes & POST and not _introduces(reading, index, at, stop):
            continue
        if follows(reading, stop) and (
            _firm(reading, index, at, stop)
            or (classes & POST and _in_office(reading, index, at, stop))
            or (classes & BYLINE and _set_apart(reading, index, stop))
        ):
            rule = "name-after-post" if classes & POST else "name-in-byline" if classes & BYLINE else "name-after-introduction"
            cast.believe(text, at, stop, rule)
            _chain(reading, cast, at, stop, rule)


def _set_apart(reading: Reading, index: int, stop: int) -> bool:
    """Whether blanks stand before a name in a byline, and blanks or the bracket's end behind it: （记者 何必 罗闻）."""
    return reading.token_ends[index] in reading.gaps and (stop in reading.gaps or reading.text.startswith("）", stop))


@cache
def _beginnings() -> frozenset[str]:
    """Return the characters behind an introduction that a name can begin with, or that may stand before one."""
    return tables().initials | _leads()


@cache
def _leads() -> frozenset[str]:
    """Return the characters that may stand between a word and the name that it introduces."""
    return frozenset({"：", "（", word("posts", "joints.of"), word("posts", "joints.is")})


def _name_start(reading: Reading, index: int, classes: int) -> int:
    """Return where a name begins behind the token ``index``: at once or behind ：, （主持工作） or 的 (任省长的王小明)."""
    text, start, at = reading.text, reading.token_starts[index], reading.token_ends[index]
    mark = text[at : at + 1]
    if mark not in _leads():
        return at
    if mark == "：" and classes & INTRODUCTION:
        return _behind_body(reading, at + 1) if at + 1 < len(text) else at + 1
    if mark == "（":
        return at + lookup("posts", "posts.brackets").at(text, at)
    if mark == word("posts", "joints.is"):
        return at + 1
    if mark == word("posts", "joints.of") and word("posts", "joints.holding") in text[max(0, start - 30) : start]:
        return at + 1
    return at


def _behind_body(reading: Reading, at: int) -> int:
    """Return where a name begins behind a body's name: ``作者：办公室 李白云``."""
    if reading.gaps and (not surname(reading.text, at) or reading.starting(at) & ORGANIZATION):
        for size in _BODY:
            if at + size in reading.gaps and reading.ending(at + size) & ORGANIZATION:
                return at + size
    return at


def _introduces(reading: Reading, index: int, at: int, stop: int) -> bool:
    """Whether what follows an introduction is a name: 记者从 and 儿童权益 are none."""
    text, classes = reading.text, reading.token_classes[index]
    start, end = reading.token_starts[index], reading.token_ends[index]
    apart = at != end or end in reading.gaps
    byline = bool(classes & BYLINE)
    if byline and text[start:end] in listed("people", "introductions.credits"):
        return apart
    if DOT in text[at:stop] or tables().beginnings.at(text, at):
        return byline or _vouched(reading, stop)
    if not common_surname(text, at) or is_plain(reading, at, stop):
        return byline and apart and not is_plain(reading, at, stop)
    if text[at] in characters("people", "subjects.place_ends", "subjects.no_surname"):
        return byline
    if stop - at == 3 and text[at] not in tables().particles:
        return True
    return byline or (_vouched(reading, stop) and (stop - at > 2 or bool(reading.starting(stop) & PERSON_VERB)))


def _vouched(reading: Reading, end: int) -> bool:
    """Whether what follows a name is what only people do, or a comma between names."""
    return end > 0 and (reading.text[end : end + 1] in ("、", "，", "（", "") or bool(reading.starting(end) & PERSON_VERB))


def is_plain(reading: Reading, start: int, end: int) -> bool:
    """Whether an everyday word begins or ends what would be a name: 高质量, 文学|创作."""
    index = reading.starts.get(start)
    if index is not None:
        classes = reading.token_classes[index]
        if classes & NOUN or (classes & PLACE and reading.token_ends[index] >= end):
            return True
    index = reading.ends.get(end)
    if index is None or not start < reading.token_starts[index] < end - 1:
        return False
    return bool(reading.token_classes[index] & (NOUN | ORGANIZATION | MEETING))


def _firm(reading: Reading, index: int, start: int, end: int) -> bool:
    """Whether the name needs no more proof than a post before it: no everyday word, no risky surname."""
    text, names = reading.text, tables()
    at = reading.starts.get(start)
    if at is not None:
        first, reach = reading.token_classes[at], reading.token_ends[at]
        if first & NOUN and reach < end:
            # 林海|峰: a word begins the name; 水利|工程: a longer word does.
            return end - start == 3 and (
                verb_follows(reading, end)
                or not is_han(text[end : end + 1])
                or text[end : end + 1] in characters("people", "subjects.after_rare")
            )
        if first & NOUN:
            apart = text[end : end + 1] in ("；", "（", "）") or end in reading.gaps
            if reading.starting(end) & PERSON_VERB and not _many(reading, index, text[start:end]):
                return reach <= end
            return reach <= end and (apart or _named_so(reading, index, start, end))
        if first & PLACE and reach == end:
            return bool(reading.starting(end) & PERSON_VERB)
    if text[start] in names.joining:
        return _joined(reading, start, end) or bool(reading.starting(end) & PERSON_VERB)
    if not common_surname(text, start) and DOT not in text[start:end]:
        apart = end in reading.gaps or not is_han(text[end : end + 1])
        if apart and text[end : end + 1] in ("。", "；") and post_start(reading, index) == reading.token_starts[index]:
            # 不得由秘书代笔。 against 现任总统奥巴马。
            return end - start > 2 and names.transliteration.issuperset(text[start:end])
        follower = text[end : end + 2] in names.followers or text[end : end + 1] in characters("people", "subjects.after_rare")
        return apart or follower or verb_follows(reading, end)
    return end - start > 2 or text[start] not in names.particles or verb_follows(reading, end)


def _many(reading: Reading, index: int, word_there: str) -> bool:
    """Whether a post is one that many hold and what follows says how they do something: 人大代表普遍认为."""
    post = reading.text[reading.token_starts[index] : reading.token_ends[index]]
    return word_there in listed("boundaries", "nouns.adverbs") and post in listed("posts", "posts.general", "posts.unnamed")


def _named_so(reading: Reading, index: int, start: int, end: int) -> bool:
    """Whether an everyday word that stands in a name's place is one: 副区长任意，, 厂长宁波询问; not 书记高度重视, 领导水平，."""
    text = reading.text
    if text[reading.token_starts[index] : reading.token_ends[index]] in listed("posts", "posts.general", "posts.unnamed"):
        return False
    if text[end : end + 1] in ("、", "，", "："):
        return end - start <= 3
    if text[start:end] in listed("boundaries", "nouns.adverbs"):
        return False
    if text[end : end + 1] in characters("people", "subjects.after_word"):
        return True
    return text[end : end + 2] in tables().followers or bool(reading.starting(end) & HARD and reading.starts.get(end) is not None)


def _in_office(reading: Reading, index: int, start: int, end: int) -> bool:
    """Whether a post of a body that is named leaves no doubt that a name follows, though it is a word: 教育局局长成果，."""
    text = reading.text
    head = text[reading.token_starts[index] : reading.token_ends[index]]
    if (
        head in listed("posts", "posts.general")
        or reading.token_ends[index] != start
        or post_start(reading, index) == reading.token_starts[index]
    ):
        return False
    first = reading.starts.get(start)
    whole = first is None or reading.token_ends[first] <= end
    return whole and end - start <= 3 and text[start] not in tables().joining and text[end : end + 1] in ("、", "，", "。", "")


def _joined(reading: Reading, start: int, end: int) -> bool:
    """Whether a name whose surname joins words stands in a list or before its company: 副市长于小明、, 副市长于小明一行."""
    text = reading.text
    if end - start <= 2 or text[start] in listed("people", "lists.and"):
        return False
    return text[end : end + 1] in ("、", "，", "（") or text.startswith(word("people", "lists.party"), end)


def _chain(reading: Reading, cast: Cast, start: int, end: int, rule: str) -> None:
    """Follow 、 (and a closing 和) from a believed name to further names; in bylines white space joins as well."""
    text, found = reading.text, [(start, end)]
    byline = rule == "name-in-byline"
    while True:
        end = skip_bracket(text, end)
        step = 1 if text[end : end + 1] == "、" else _conjunction(text, end)
        if step:
            stop = name_end(reading, end + step, open_ended=text[end] == "、")
        elif byline and end in reading.gaps:
            stop = name_end(reading, end, open_ended=False) or _minority_end(reading, end)
            stop = 0 if stop and is_plain(reading, end, stop) else stop
        else:
            break
        if not stop or not follows(reading, stop):
            break
        if step and text[end] != "、" and not (_vouched(reading, stop) or reading.starting(stop) & HARD):
            break
        start, end = end + step, stop
        if _is_body(reading, start, end):
            break
        found.append((start, end))
        cast.believe(text, start, end, rule if byline else "name-in-list")
    if len(found) > 1:
        cast.lists.append(found)


def _conjunction(text: str, at: int) -> int:
    """Return the length of the word at ``at`` that joins a further name, or 0."""
    return next((len(joint) for joint in longest_first("people", "lists.further") if text.startswith(joint, at)), 0)


def _is_body(reading: Reading, start: int, end: int) -> bool:
    """Whether an everyday word takes up the whole name and it ends as bodies do: 文旅局."""
    ends_as_body = reading.text[end - 1] in characters("people", "subjects.place_ends")
    if (
        ends_as_body
        and is_han(reading.text[end : end + 1] or "，")
        and end not in reading.gaps
        and not verb_follows(reading, end)
    ):
        return True
    index = reading.starts.get(start)
    if index is None or not reading.token_classes[index] & (NOUN | PLACE) or reading.token_ends[index] < end:
        return False
    if reading.token_classes[index] & PLACE:
        return not reading.starting(end) & PERSON_VERB
    return reading.text[end - 1] in characters("people", "subjects.place_ends")


def _minority_end(reading: Reading, start: int) -> int:
    """Return the end of a minority's name at ``start`` in a byline, or 0."""
    return name_end(reading, start, open_ended=True) if tables().beginnings.at(reading.text, start) else 0


def skip_bracket(text: str, at: int) -> int:
    """Return the end of a short bracket that starts at ``at`` (``（女，藏族）``), or ``at``."""
    if text[at : at + 1] != "（":
        return at
    close = text.find("）", at, at + _BRACKET)
    return close + 1 if close > 0 else at


_BYLINE = re.compile("[^（）\n]{2,40}）")
"""What a bracket holds that can be a byline."""


def _behind(text: str, mark: str) -> list[int]:
    """Return the places right behind a mark."""
    found, at = [], text.find(mark)
    while at >= 0:
        found.append(at + 1)
        at = text.find(mark, at + 1)
    return found


def in_bylines(reading: Reading, cast: Cast) -> None:
    """Believe the names of ``本报讯（赵南林 王志华）``, ``●杨健民`` and a paragraph that begins ``（扎西卓玛　杨柳）``."""
    _in_brackets(reading, cast)
    text, leads = reading.text, longest_first("people", "introductions.datelines")
    brackets = [at for at in _behind(text, "（") if text.endswith(leads, 0, at) and _BYLINE.match(text, at)]
    for at in sorted(_behind(text, "●") + brackets):
        stop = name_end(reading, at, open_ended=False)
        if stop and follows(reading, stop):
            cast.believe(text, at, stop, "name-in-byline")
            _chain(reading, cast, at, stop, "name-in-byline")


def _in_brackets(reading: Reading, cast: Cast) -> None:
    """Believe what a bracket at a paragraph's start holds where all of it is names with blanks between them."""
    text = reading.text
    if not reading.gaps:
        return
    for opening in _behind(text, "\n（"):
        found, at = [], opening + 1
        while stop := name_end(reading, at, open_ended=False) or _minority_end(reading, at):
            found.append((at, stop))
            at = stop
            if stop not in reading.gaps:
                break
        if len(found) > 1 and text.startswith("）", at):
            for left, right in found:
                cast.believe(text, left, right, "name-in-byline")
