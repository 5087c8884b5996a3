"""Officials holding posts, as the article states it.

``省委书记、省疫情防控工作领导小组组长巴音朝鲁``, ``市政府副市长林海峰、孙志刚``, ``余春存、杨斐然等县领导``, ``应柏平副厅长``,
``张三（市委书记）``, ``赫玲河担任了信息化中心主任``, ``免去额尔其图的旗人民法院院长职务``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from kg.extract.names import DOT
from kg.extract.officials import Cast, Mention
from kg.extract.posts import post_after, post_words, posts_after, posts_before
from kg.extract.reading import ETCETERA, GROUP, POST, Reading


class Held(NamedTuple):
    """A name, the range of the post it holds, where the name that says so stands, and the rule that found it."""

    name: str
    start: int
    end: int
    mention: int
    rule: str


def find(reading: Reading, cast: Cast) -> list[Held]:
    """Return the roles of an article in the order of the names that hold them; one row for each wording."""
    found: list[Held] = []
    titled = _titles(reading, cast, found)
    _list_labels(reading, cast, titled, found)
    _after_names(reading, cast, found)
    _appositions(reading, cast, found)
    _appointments(reading, cast, found)
    seen: set[tuple[str, str]] = set()
    rows = []
    for role in sorted(found, key=lambda role: (role.mention, role.start)):
        key = (role.name, reading.text[role.start : role.end])
        if key not in seen:
            seen.add(key)
            rows.append(role)
    return rows


def _titles(reading: Reading, cast: Cast, found: list[Held]) -> set[int]:
    """Posts before names, given to every name of a list; return the starts of the names that have one."""
    mentions = {mention.start: mention for mention in cast.mentions}
    followers = {left: names for names in cast.lists for left, _ in names}
    titled: set[int] = set()
    floor = 0
    for mention in cast.mentions:
        posts = posts_before(reading, mention.start, floor)
        if not posts and reading.text[mention.start - 1 : mention.start] == "：":
            posts = [post for post in posts_before(reading, mention.start - 1, floor) if followers.get(mention.start)]
        floor = mention.end
        if not posts or posts[0][0] > 1 and reading.text.endswith(tuple(post_words("appointing")), 0, posts[0][0]) and posts[-1][1] in reading.view.gaps:
            continue
        holders = [mention]
        names = followers.get(mention.start)
        if names:
            rest = [mentions.get(left) for left, _ in names[names.index((mention.start, mention.end)) + 1 :] if (mention.start, mention.end) in names]
            holders += [other for other in rest if other]
        for holder in holders:
            if holder.start in titled:
                continue
            titled.add(holder.start)
            rule = "post-before-name" if holder is mention else "post-before-list"
            found += [Held(holder.name, start, end, holder.start, rule) for start, end in posts]
    return titled


def _list_labels(reading: Reading, cast: Cast, titled: set[int], found: list[Held]) -> None:
    """A label after a list: ``余春存、余世明、李海祥、杨斐然等县领导出席``."""
    mentions = {mention.start: mention for mention in cast.mentions}
    for names in cast.lists:
        if any(left in titled for left, _ in names):
            continue
        label = _label(reading, names[-1][1])
        if label:
            found += [Held(mentions[left].name, *label, left, "label-after-list") for left, _ in names if left in mentions]


_COUNT = re.compile(r"[0-9一二三四五六七八九十两]+[位名个]?")


def _label(reading: Reading, at: int) -> tuple[int, int] | None:
    """Return the post that follows 等 at ``at``, without a count before it."""
    text = reading.text
    if text[at : at + 1] != "等":
        return None
    start = at + 1
    count = _COUNT.match(text, start)
    if count:
        start = count.end()
    for end in range(start + 2, min(start + 16, len(text) + 1)):
        index = reading.ends.get(end)
        if index is not None and reading.tokens[index].classes & POST:
            if reading.tokens[index].start == start and reading.tokens[index].classes & GROUP and text[start:end] in ("领导", "领导成员"):
                return None
            return start, end
        if not text[end - 1 : end].isalnum():
            return None
    return None


def _after_names(reading: Reading, cast: Cast, found: list[Held]) -> None:
    """Titles after a name, ``应柏平副厅长``, and posts in a bracket after it, ``张三（市委书记）``."""
    text, heads = reading.text, post_words("after_name")
    for mention in cast.mentions:
        index = reading.starts.get(mention.end)
        if index is not None and text[mention.end : reading.tokens[index].end] in heads:
            end = reading.tokens[index].end
            found.append(Held(mention.name, mention.end, end, mention.start, "title-after-name"))
        elif text[mention.end : mention.end + 1] == "（":
            close = text.find("）", mention.end, mention.end + 40)
            if close > 0:
                found += [Held(mention.name, start, end, mention.start, "post-in-bracket") for start, end in posts_before(reading, close, mention.end + 1)]


def _appositions(reading: Reading, cast: Cast, found: list[Held]) -> None:
    """``赫玲河，市政协委员，白城医专信息化中心主任。``: a sentence that is a name and its posts."""
    text = reading.text
    mentions = {mention.start: mention for mention in cast.mentions}
    for start, end in reading.sentences:
        mention = mentions.get(start)
        if mention is None or text[mention.end : mention.end + 1] != "，":
            continue
        floor, posts = mention.end + 1, []
        for stop in re.finditer("[，。]", text[floor:end]):
            part = posts_before(reading, floor + stop.start(), floor if not posts else posts[-1][1])
            if not part:
                break
            posts += part
        else:
            found += [Held(mention.name, left, right, mention.start, "post-in-apposition") for left, right in posts]


@cache
def _verbs() -> re.Pattern[str]:
    verbs = sorted(post_words("appointing"), key=len, reverse=True)
    return re.compile("|".join(verbs))


def _appointments(reading: Reading, cast: Cast, found: list[Held]) -> None:
    """Posts that a verb gives or takes: 担任, 当选, 任命…为, 免去…职务."""
    text = reading.text
    for start, end in reading.sentences:
        inside = [mention for mention in cast.mentions if start <= mention.start < end]
        if inside:
            _taking(reading, inside, start, end, found)
            _giving(reading, inside, found)
    del text


def _taking(reading: Reading, inside: list[Mention], start: int, end: int, found: list[Held]) -> None:
    """``赫玲河担任了信息化中心主任``, ``由姚平松同志任组长``, ``A，B当选副团长``, ``A…，历任区委书记、局长``."""
    text = reading.text
    last = start
    for verb in _verbs().finditer(text, start, end):
        if verb[0] == "任" and not (text[verb.start() - 1] == "志" or any(m.end == verb.start() for m in inside)):
            continue
        at = verb.end() + (text[verb.end() : verb.end() + 1] == "了")
        posts = posts_after(reading, at)
        subjects = [mention for mention in inside if last <= mention.start < verb.start()]
        if not posts or not subjects:
            continue
        career = verb[0] in ("历任", "曾任", "先后任")
        between = text[subjects[-1].end : verb.start()]
        if not career and ("，" in between or len(between) > 14):
            continue
        chosen = subjects if verb[0].startswith("当选") else subjects[:1] if career else subjects[-1:]
        found += [Held(mention.name, *post, mention.start, "post-taken") for mention in chosen for post in posts]
        last = posts[-1][1]


def _giving(reading: Reading, inside: list[Mention], found: list[Held]) -> None:
    """``推选A、B为副总团长``, ``A（藏族）为副县长``, ``免去A的院长职务``."""
    text = reading.text
    pending: list[Mention] = []
    for mention in inside:
        after = mention.end
        if text[after : after + 1] == "（":
            after = text.find("）", after) + 1
        pending.append(mention)
        if text.startswith("为", after):
            post = post_after(reading, after + 1)
            if post:
                found += [Held(one.name, *post, one.start, "post-given") for one in _joined(text, pending)]
            pending = []
        elif text.startswith("辞去", after):
            post = post_after(reading, after + 2)
            if post:
                found.append(Held(mention.name, *post, mention.start, "post-taken-away"))
        elif text.startswith("的", after):
            post = post_after(reading, after + 1)
            if post and text.startswith("职务", post[1]):
                found.append(Held(mention.name, *post, mention.start, "post-taken-away"))
            pending = []


def _joined(text: str, mentions: list[Mention]) -> list[Mention]:
    """Return the last mentions that 、 joins, posts between them allowed."""
    chosen = [mentions[-1]]
    for mention in reversed(mentions[:-1]):
        if text[mention.end : mention.end + 1] != "、" or DOT == text[mention.end]:
            break
        chosen.append(mention)
    return chosen[::-1]
