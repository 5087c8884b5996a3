"""Posts that a verb gives or takes: 担任, 当选, 推选…为, 免去…职务."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from kg.extract.cast import Cast, Mention
from kg.extract.holding import Held
from kg.extract.namewords import is_han
from kg.extract.posts import post_after, posts_after
from kg.extract.reading import Reading
from kg.extract.wordlists import listed, pattern, word

_FAR = 14
"""Characters between a name and a verb beyond which the two are not believed to belong together."""


class _Verbs(NamedTuple):
    """The words of ``[verbs]`` in ``kg/lexicon/posts.toml`` that the rules ask for."""

    taking: re.Pattern[str]
    signs: re.Pattern[str]
    bare: frozenset[str]
    comrade_ends: str
    careers: frozenset[str]
    elected: frozenset[str]
    done: str
    others: str
    giving: str
    resigning: str
    of: str
    duty: str
    openings: frozenset[str]


@cache
def _verbs() -> _Verbs:
    giving, resigning, of = word("posts", "verbs.giving"), word("posts", "verbs.resigning"), word("posts", "joints.of")
    return _Verbs(
        taking=pattern("posts", "verbs.taking"),
        signs=pattern("posts", "verbs.signs"),
        bare=listed("posts", "verbs.bare"),
        comrade_ends=word("posts", "verbs.comrade_ends"),
        careers=listed("posts", "verbs.careers"),
        elected=listed("posts", "verbs.elected"),
        done=word("posts", "verbs.done"),
        others=word("posts", "verbs.others"),
        giving=giving,
        resigning=resigning,
        of=of,
        duty=word("posts", "verbs.duty"),
        openings=frozenset((giving[0], resigning[0], of, "（")),
    )


def find(reading: Reading, cast: Cast) -> list[Held]:
    """Return the roles that the verbs of sentences with names in them give or take."""
    found: list[Held] = []
    starts = [mention.start for mention in cast.mentions]
    first, count = 0, len(starts)
    for start, end in reading.sentences:
        if first == count:
            break
        if starts[first] < end:
            last = bisect_left(starts, end, first)
            inside = cast.mentions[first:last]
            found += _taking(reading, inside, start, end)
            found += _giving(reading, inside)
            first = last
    return found


def _taking(reading: Reading, inside: list[Mention], start: int, end: int) -> Iterable[Held]:
    """Yield the posts of ``赫玲河担任了主任``, ``由姚平松同志任组长``, ``A，B当选副团长``, ``A，历任区委书记、局长``."""
    text, words = reading.text, _verbs()
    if not words.signs.search(text, inside[0].start + 1, end):
        return
    last = start
    for verb in words.taking.finditer(text, start, end):
        at, stop = verb.span()
        if verb[0] in words.bare and text[at - 1] != words.comrade_ends and not any(mention.end == at for mention in inside):
            continue
        stop += text.startswith(words.done, stop)
        posts = posts_after(reading, stop + text.startswith("“", stop))
        subjects = [mention for mention in inside if last <= mention.start < at]
        if not posts or not subjects or any(posts[0][0] <= mention.start < posts[0][1] for mention in inside):
            continue
        career = verb[0] in words.careers
        between = text[subjects[-1].end : at]
        if not career and ("，" in between or len(between) > _FAR):
            continue
        if career and is_han(text[posts[-1][1] : posts[-1][1] + 1]) and text[posts[-1][1]] != words.others:
            # 接替现任市长罗闻: the post is of who is named behind it.
            continue
        chosen = subjects if verb[0] in words.elected else subjects[:1] if career else subjects[-1:]
        yield from (Held(mention.name, *post, mention.start, "post-taken") for mention in chosen for post in posts)
        last = posts[-1][1]


def _giving(reading: Reading, inside: list[Mention]) -> Iterable[Held]:
    """Yield the posts of ``推选A、B为副总团长``, ``A（藏族）为副县长``, ``免去A的院长职务``, ``A辞去院长职务``."""
    text, words = reading.text, _verbs()
    since = 0
    for number, mention in enumerate(inside, 1):
        after = mention.end
        if text[after : after + 1] not in words.openings:
            continue
        if text[after] == "（":
            after = text.find("）", after) + 1
        if text.startswith(words.giving, after):
            post = post_after(reading, after + len(words.giving))
            joined = _joined(text, inside[since:number])
            yield from (Held(one.name, *post, one.start, "post-given") for one in joined if post)
            since = number
        elif text.startswith(words.resigning, after):
            post = post_after(reading, after + len(words.resigning))
            if post:
                yield Held(mention.name, *post, mention.start, "post-taken-away")
        elif text.startswith(words.of, after):
            post = post_after(reading, after + len(words.of))
            if post and text.startswith(words.duty, post[1]):
                yield Held(mention.name, *post, mention.start, "post-taken-away")
            since = number


def _joined(text: str, mentions: list[Mention]) -> list[Mention]:
    """Return the last mentions that 、 joins, brackets behind them left out."""
    chosen = [mentions[-1]]
    for mention in reversed(mentions[:-1]):
        if text[mention.end : mention.end + 1] != "、":
            break
        chosen.append(mention)
    return chosen[::-1]
