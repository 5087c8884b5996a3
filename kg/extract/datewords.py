"""The pattern that dates are read with, built once from ``kg/lexicon/dates.toml``, and the tests of what stands around them."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from kg.extract.wordlists import Lookup, lookup
from kg.lexicon import table, words

RELATIVE_DAYS = {"yesterday": -1, "day_before_yesterday": -2, "today": 0, "same_day": 0, "next_day": 1}
"""Words for days, and how many days they are from the one that they count from."""
_RELATIVE_YEARS = ("last_year", "this_year", "next_year")
_RELATIVE_MONTHS = ("this_month", "last_month", "next_month")
_NUMBER_TRIGGER = 6
"""Characters of the longest trigger that is a number: four digits, a joint or a point, a digit."""
_CENTURIES = r"(?:1[89]|20)\d\d"


class Patterns(NamedTuple):
    """The compiled rules: ``triggers`` say where a date may begin, ``master`` reads it, the rest looks around it.

    ``widest`` is how many characters the longest trigger has.
    """

    triggers: tuple[re.Pattern[str], re.Pattern[str]]
    widest: int
    master: re.Pattern[str]
    keys: dict[str, str]
    ends: dict[str, Lookup]
    deadline: re.Pattern[str]
    since: re.Pattern[str]
    dateline: re.Pattern[str]
    stop: re.Pattern[str]
    before_deadline: tuple[str, ...]
    before_planned: tuple[str, ...]
    confirms: tuple[str, ...]
    day_signs: tuple[str, ...]

    def starts(self, text: str, limit: int) -> list[int]:
        """Return where a date may begin before ``limit``, in order."""
        stop = limit + self.widest
        found = [found.start() for trigger in self.triggers for found in trigger.finditer(text, 0, stop)]
        return sorted(start for start in found if start < limit)

    def use(self, text: str, start: int, end: int) -> str | None:
        """Return what a date is for, where its surroundings say it."""
        if self.deadline.match(text, end) or text.endswith(self.before_deadline, 0, start):
            return "deadline"
        if text.endswith(self.before_planned, 0, start):
            return "planned"
        if self.since.match(text, end):
            return "since"
        return "dateline" if self.dateline.match(text, end) and text[end - 1] in self.day_signs else None

    def stands(self, values: dict[str, str], text: str, end: int) -> bool:
        """Whether a match is a date by what stands after it, and by how it is written."""
        smallest = "day" if "d1" in values or "d2" in values else "month" if "m1" in values or "m2" in values else "year"
        if self.ends["any"].at(text, end) or ("bare" in values and "m2" in values and "d2" not in values):
            return False
        alone = "y1" not in values and "yearword" not in values and "monthword" not in values
        if smallest == "year":
            return not self.ends["year"].at(text, end)
        if smallest == "month":
            spoken = not values.get("m1", "0")[0].isdigit() and alone and "part" not in values and "m2" not in values
            return not self.ends["month"].at(text, end) and not spoken
        if not alone or "m1" in values or "m2" in values:
            return True
        if not values["d1"][0].isdigit():
            return text.startswith(self.confirms, end)
        return not self.ends["number" if text[end - 1] == self.day_signs[1] else "day"].at(text, end)


def _any(entry: str) -> str:
    """Return a pattern for any of an entry's words, the longest first."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(words("dates", entry), key=len, reverse=True)) + ")"


def _text(entry: str) -> str:
    group, _, key = entry.partition(".")
    return str(table("dates")[group][key])


@cache
def patterns() -> Patterns:
    """Return the compiled rules of ``dates.toml``."""
    keys = {
        word: key for key in (*RELATIVE_DAYS, *_RELATIVE_YEARS, *_RELATIVE_MONTHS) for word in words("dates", f"relative.{key}")
    }
    clock, other = _text("uses.clock"), f"(?!{_any('uses.other_words')})"
    return Patterns(
        triggers=_triggers(),
        widest=max(_NUMBER_TRIGGER, *map(len, _trigger_words())),
        master=re.compile(_master()),
        keys=keys,
        ends={name: lookup("dates", f"around.not_after_{name}") for name in ("any", "day", "number", "month", "year")},
        deadline=re.compile(clock + _any("uses.deadline") + other),
        since=re.compile(clock + _any("uses.since") + other),
        dateline=re.compile(_any("uses.dateline") + other),
        stop=re.compile(_any("around.stops") + r"|\n"),
        before_deadline=words("dates", "uses.deadline_before"),
        before_planned=words("dates", "uses.planned_before"),
        confirms=words("dates", "around.confirms_day"),
        day_signs=words("dates", "units.day"),
    )


def read_number(written: str) -> int:
    """Return the value of a day or a month of one or two digits or of Chinese numerals up to 99; 0 for what is no number."""
    if written.isdecimal() and written.isascii():
        return int(written)
    digits, ten = _text("numbers.digits"), _text("numbers.ten")
    if written == _text("numbers.first_month"):
        return 1
    tens, sign, ones = written.rpartition(ten)
    if ten in tens or len(tens) > 1 or len(ones) > 1:
        return 0
    return (10 * (digits.index(tens) if tens else 1) if sign else 0) + (digits.index(ones) if ones else 0)


def read_year(written: str) -> int:
    """Return the value of a year of four digits, Arabic or Chinese (``二〇二〇``)."""
    if written.isascii():
        return int(written)
    digits = _text("numbers.digits")
    return int("".join(str(max(digits.find(character), 0)) for character in written))


def _master() -> str:
    """Return the pattern of a date: one alternative for each way to write it, the more telling first."""
    digits, ten = _text("numbers.digits"), _text("numbers.ten")
    han = f"[{digits[1:]}{ten}]{{1,3}}"
    number, month_number = rf"(?:\d\d?|{han})", rf"(?:\d\d?|{han}|{_text('numbers.first_month')})"
    year_number = rf"(?:{_CENTURIES}|[{digits}{''.join(words('dates', 'numbers.zeros'))}]{{4}})"
    years, months = _any_key(_RELATIVE_YEARS), _any_key(_RELATIVE_MONTHS)
    year, month, day = _text("units.year"), _text("units.month") + f"{_text('units.month_suffix')}?", _any("units.day")
    join, listed, part = _any("joints.range"), _any("joints.list"), _any("units.part")
    before = f"(?<![{re.escape(_text('around.not_before_number'))}])"
    unit = f"(?:{year}|{month}|{day})"
    either = f"(?:{join}|{listed})"
    first = (
        rf"(?:(?P<y1>{year_number})(?:{year}|(?={join}{year_number}{year}))|(?P<yearword>{years}))?"
        rf"(?:(?P<m1>{month_number})(?:{month}|(?P<bare>)(?={join}{number}{month}))|(?P<monthword>{months})(?!{_any('around.not_after_month')}))?"
        rf"(?:(?P<d1>{number})(?:{day}|(?={either}{number}{day}))|(?P<part>{part}))?"
    )
    last = (
        rf"(?:{_any('around.part_of_day')}?(?:{join}(?={year_number}{year}|{month_number}{unit})"
        rf"(?:(?P<y2>{year_number}){year})?(?:(?P<m2>{month_number}){month})?(?:(?P<d2>{number}){day}|{part})?"
        rf"|(?:{listed}(?:{number}{month})?{number}{day})*{listed}(?:(?P<m3>{number}){month})?(?P<d3>{number}){day}))?"
    )
    word = (
        rf"(?<![{_text('around.not_before_relative')}])(?:(?P<vague>{_any('relative.vague')})"
        rf"|(?P<word>{_any_key(tuple(RELATIVE_DAYS))})(?!{_any('around.not_after_relative')})"
        rf"(?:[（(](?:(?P<wm>{number}){month})?(?P<wd>{number}){day}[）)])?)"
    )
    numeric = rf"(?P<ny>{_CENTURIES})(?P<sign>[-/.])(?P<nm>\d\d?)(?P=sign)(?:(?P<nd>\d\d?)(?!\d)|(?P<ndd>\d\d)(?=\d\d?[:：]))"
    lost = rf"(?P<lost>\d{{3}}){day}(?={_any('around.part_of_day')})"
    return rf"(?P<lunar>{_text('lunar.day')})|{word}|{before}(?:{numeric}|{lost}|{first}{last})"


def _triggers() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what a date can begin with, a number or a word: patterns that scan fast, as a set of characters leads."""
    digits = f"0-9{_text('numbers.digits')}{_text('numbers.ten')}{''.join(words('dates', 'numbers.zeros'))}"
    units = "".join((_text("units.year"), _text("units.month"), *words("dates", "units.day")))
    joints = re.escape("".join(sorted({word[0] for entry in ("range", "list") for word in words("dates", f"joints.{entry}")})))
    return (
        re.compile(f"[{digits}]{{1,4}}(?:[{units}]|[{joints}][{digits}]|(?<=[0-9]{{4}})[./][0-9])"),
        re.compile("|".join(re.escape(word) for word in sorted(_trigger_words(), key=len, reverse=True))),
    )


def _trigger_words() -> list[str]:
    """Return the words that a date can begin with."""
    relative = [word for entry in table("dates")["relative"] for word in words("dates", f"relative.{entry}")]
    return [*relative, *words("dates", "lunar.starts"), _text("numbers.first_month") + _text("units.month")]


def _any_key(keys: tuple[str, ...]) -> str:
    """Return a pattern for the words of some relative keys."""
    found = [word for key in keys for word in words("dates", f"relative.{key}")]
    return "(?:" + "|".join(re.escape(word) for word in sorted(found, key=len, reverse=True)) + ")"
