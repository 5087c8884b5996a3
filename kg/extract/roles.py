"""Officials holding posts, as the article states it.

``省委书记、省疫情防控工作领导小组组长巴音朝鲁``, ``市政府副市长林海峰、孙志刚``, ``余春存、杨斐然等县领导``, ``应柏平副厅长``,
``张三（市委书记）``, ``赫玲河，市政协委员，信息化中心主任。``. What a verb gives or takes is :mod:`kg.extract.appointments`'.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from kg.extract import appointments
from kg.extract.cast import Cast, Mention
from kg.extract.holding import Held
from kg.extract.posts import post_words, posts_before
from kg.extract.reading import GROUP, POST, Reading
from kg.extract.wordlists import either, longest_first, word

__all__ = ["Held", "find"]

_LONGEST_LABEL = 16
"""Characters of the longest label behind a list."""
_JOINTS = frozenset("、，。；\n")
"""Marks behind which no name has a post before it."""
_LONGEST_PREDICATE = 120
"""Characters in which the posts end that a name is said to be."""
_CLAUSE_END = re.compile("[，。；]")
_LONGEST_BRACKET = 40
"""Characters of the longest bracket that gives a post."""


def find(reading: Reading, cast: Cast) -> list[Held]:
    """Return the roles of an article in the order of the names that hold them; one row for each wording."""
    if not cast.mentions:
        return []
    mentions = {mention.start: mention for mention in cast.mentions}
    found, titled = _titles(reading, cast, mentions)
    found += _list_labels(reading, cast, mentions, titled)
    found += _after_names(reading, cast)
    found += _appositions(reading, mentions)
    found += _predicates(reading, cast)
    found += appointments.find(reading, cast)
    found.sort(key=lambda role: (role.mention, role.start))
    rows: dict[tuple[str, str], Held] = {}
    for role in found:
        rows.setdefault((role.name, reading.text[role.start : role.end]), role)
    return list(rows.values())


def _titles(reading: Reading, cast: Cast, mentions: dict[int, Mention]) -> tuple[list[Held], set[int]]:
    """Return posts before names, given to every name of a list, and the starts of the names that have one."""
    lists = {left: names for names in cast.lists for left, _ in names}
    found: list[Held] = []
    titled: set[int] = set()
    floor = 0
    for mention in cast.mentions:
        names = lists.get(mention.start, [])
        posts = _before_name(reading, mention, floor, listed=bool(names))
        floor = mention.end
        if not posts:
            continue
        for holder in (mention, *_followers(mention, names, mentions)):
            if holder.start not in titled:
                titled.add(holder.start)
                rule = "post-before-name" if holder is mention else "post-before-list"
                found += [Held(holder.name, start, end, holder.start, rule) for start, end in posts]
    return found, titled


def _before_name(reading: Reading, mention: Mention, floor: int, *, listed: bool) -> list[tuple[int, int]]:
    """Return the posts right before a name, or before the colon of a list: ``副主任：王小明、李白云``."""
    text, at = reading.text, mention.start
    mark = text[at - 1 : at]
    if mark in _JOINTS:
        return []
    posts = posts_before(reading, at, floor)
    if not posts and listed and mark == "：":
        posts = posts_before(reading, at - 1, floor)
    # 当选为主席 王小明: what a verb gives to who stands before it is not who stands behind a gap.
    if posts and posts[0][0] > 1 and posts[-1][1] in reading.gaps:
        return [] if text.endswith(longest_first("posts", "verbs.taking"), 0, posts[0][0]) else posts
    return posts


def _followers(mention: Mention, names: list[tuple[int, int]], mentions: dict[int, Mention]) -> Iterable[Mention]:
    """Return the names of a list behind one of them."""
    own = (mention.start, mention.end)
    behind = names[names.index(own) + 1 :] if own in names else []
    return (mentions[left] for left, _ in behind if left in mentions)


def _list_labels(reading: Reading, cast: Cast, mentions: dict[int, Mention], titled: set[int]) -> Iterable[Held]:
    """Yield a label after a list for each name: ``余春存、余世明、李海祥、杨斐然等县领导出席``."""
    for names in cast.lists:
        if any(left in titled for left, _ in names):
            continue
        label = _label(reading, names[-1][1])
        if label:
            yield from (Held(mentions[left].name, *label, left, "label-after-list") for left, _ in names if left in mentions)


@cache
def _count() -> re.Pattern[str]:
    return re.compile(rf"(?:[0-9]|{either('posts', 'labels.numerals')})+{either('posts', 'labels.counters')}?")


def _label(reading: Reading, at: int) -> tuple[int, int] | None:
    """Return the post that follows 等 at ``at``, a count before it left out: 等3位市领导."""
    text = reading.text
    if not text.startswith(word("people", "lists.and_others"), at):
        return None
    counted = _count().match(text, at + 1)
    start = counted.end() if counted else at + 1
    for end in range(start + 2, min(start + _LONGEST_LABEL, len(text) + 1)):
        index = reading.ends.get(end)
        if index is not None and reading.token_classes[index] & POST:
            bare = reading.token_starts[index] == start and reading.token_classes[index] & GROUP
            return None if bare and text[start:end] in post_words("bare_labels") else (start, end)
        if not text[end - 1].isalnum():
            return None
    return None


def _after_names(reading: Reading, cast: Cast) -> Iterable[Held]:
    """Yield titles after a name, ``应柏平副厅长``, and posts in a bracket after it, ``张三（市委书记）``."""
    text, heads = reading.text, post_words("after_name")
    for name_start, at, name in cast.mentions:
        index = reading.starts.get(at)
        if index is not None and reading.token_classes[index] & POST and text[at : reading.token_ends[index]] in heads:
            yield Held(name, at, reading.token_ends[index], name_start, "title-after-name")
        elif text[at : at + 1] == "（":
            close = text.find("）", at, at + _LONGEST_BRACKET)
            posts = posts_before(reading, close, at + 1) if close > 0 else []
            yield from (Held(name, start, end, name_start, "post-in-bracket") for start, end in posts)


def _appositions(reading: Reading, mentions: dict[int, Mention]) -> Iterable[Held]:
    """Yield the posts of a sentence that is a name and its posts: ``赫玲河，市政协委员，信息化中心主任。``."""
    for start, end in reading.sentences:
        mention = mentions.get(start)
        if mention is not None and reading.text[mention.end : mention.end + 1] == "，":
            posts = _all_posts(reading, mention.end + 1, end)
            yield from (Held(mention.name, left, right, start, "post-in-apposition") for left, right in posts)


def _predicates(reading: Reading, cast: Cast) -> Iterable[Held]:
    """Yield the posts that a name is said to be: ``罗闻同志是县政协主席，省人大代表。``; not 是县委书记的榜样."""
    text, joint, comrade = reading.text, word("posts", "joints.is"), word("groups", "names.comrade")
    for start, at, name in cast.mentions:
        at += len(comrade) if text.startswith(comrade, at) else 0
        at += text.startswith("，", at)
        if not text.startswith(joint, at):
            continue
        floor = at + len(joint)
        for stop in _CLAUSE_END.finditer(text, floor, floor + _LONGEST_PREDICATE):
            posts = posts_before(reading, stop.start(), floor)
            if not posts or posts[0][0] != floor:
                break
            yield from (Held(name, left, right, start, "post-in-predicate") for left, right in posts)
            floor = stop.end()
            if stop[0] == "。":
                break


def _all_posts(reading: Reading, floor: int, end: int) -> list[tuple[int, int]]:
    """Return the posts of the clauses of ``[floor, end)``, or nothing where one is no post."""
    posts: list[tuple[int, int]] = []
    for stop in re.finditer("[，。]", reading.text[floor:end]):
        part = posts_before(reading, floor + stop.start(), posts[-1][1] if posts else floor)
        if not part:
            return []
        posts += part
    return posts
