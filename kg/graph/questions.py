"""The named questions of ``ontology/queries``: one SPARQL file each, whose first lines say what it asks and of what.

::

    # @zh 某人主持了哪些会议？
    # @en Which meetings did an official chair?
    # @param official text required 人员姓名 | the official's name

A parameter is ``required``, ``optional`` or has a ``default=``; in the query its variable is ``?_official``, left open as
``VALUES ?_official { UNDEF }``, so that the file can be asked as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache

from kg.errors import QuestionError
from kg.graph import ontology
from kg.graph.binding import places
from kg.graph.guard import checked
from kg.graph.store import Store, Table

_LINE = re.compile(r"# @(zh|en|param) (.+)")
_PARAMETER = re.compile(
    r"(?P<name>\w+) (?P<type>text|date|number) (?P<need>required|optional|default=\S+) (?P<zh>.+) \| (?P<en>.+)"
)
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?|--\d\d(-\d\d)?|---\d\d")


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question is asked of: ``type`` is ``text``, ``date`` or ``number``."""

    name: str
    type: str
    zh: str
    en: str
    required: bool
    default: str | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A named question, its sentence in Chinese and English, and its SPARQL text."""

    name: str
    zh: str
    en: str
    parameters: tuple[Parameter, ...]
    text: str


@cache
def questions() -> tuple[Question, ...]:
    """Return the named questions, by name.

    Raises:
        QuestionError: if a file's head cannot be read, or does not fit its query; the message names the file.
    """
    files = sorted((ontology.folder() / "queries").glob("*.rq"))
    return tuple(_read(path.stem, path.read_text(encoding="utf-8")) for path in files)


def question(name: str) -> Question:
    """Return a question by its name.

    Raises:
        QuestionError: if there is none; the message names those most alike.
    """
    known = {one.name: one for one in questions()}
    if name not in known:
        raise QuestionError(f"no question {name!r}; {_nearest(name, tuple(known))}")
    return known[name]


def ask(store: Store, name: str, parameters: Mapping[str, str] | None = None) -> Table:
    """Ask a named question.

    Raises:
        QuestionError: if there is no such question or parameter, one that is required is missing, or a value is of the
            wrong type.
    """
    asked = question(name)
    given = dict(parameters or {})
    known = tuple(parameter.name for parameter in asked.parameters)
    for unknown in sorted(set(given) - set(known)):
        raise QuestionError(f"{name} has no parameter {unknown!r}; {_nearest(unknown, known)}")
    bindings: dict[str, str | int] = {}
    for parameter in asked.parameters:
        value = given.get(parameter.name, parameter.default)
        if value is not None:
            bindings[f"_{parameter.name}"] = _typed(name, parameter, value)
        elif parameter.required:
            raise QuestionError(f"{name} needs {parameter.name}=… ({parameter.zh}; {parameter.en})")
    return store.select(asked.text, bindings)


def ask_query(store: Store, text: str) -> Table | bool | str:
    """Ask a free query: a table for SELECT, a truth value for ASK, Turtle for CONSTRUCT and DESCRIBE.

    Raises:
        QuestionError: if it cannot be parsed, changes the graph, or reaches out of it.
    """
    return store.query(checked(text))


def _read(name: str, text: str) -> Question:
    said: dict[str, list[str]] = {"zh": [], "en": [], "param": []}
    for line in text.splitlines():
        if found := _LINE.fullmatch(line):
            said[found[1]].append(found[2])
    if len(said["zh"]) != 1 or len(said["en"]) != 1:
        raise QuestionError(f"{name}.rq: needs one line `# @zh` and one line `# @en`")
    parameters = tuple(_parameter(name, line) for line in said["param"])
    open_in_query = set(places(text))
    if open_in_query != {f"_{parameter.name}" for parameter in parameters}:
        raise QuestionError(f"{name}.rq: its parameters are not those that the query leaves open: {sorted(open_in_query)}")
    return Question(name, said["zh"][0], said["en"][0], parameters, text)


def _parameter(question_name: str, line: str) -> Parameter:
    found = _PARAMETER.fullmatch(line)
    if found is None:
        raise QuestionError(f"{question_name}.rq: cannot read `# @param {line}`")
    need = found["need"]
    default = need.removeprefix("default=") if need.startswith("default=") else None
    return Parameter(found["name"], found["type"], found["zh"], found["en"], need == "required", default)


def _typed(question_name: str, parameter: Parameter, value: str) -> str | int:
    if not value:
        raise QuestionError(f"{question_name}: {parameter.name} is empty")
    if parameter.type == "number":
        try:
            return int(value)
        except ValueError:
            raise QuestionError(f"{question_name}: {parameter.name} is a number, not {value!r}") from None
    if parameter.type == "date" and not _DATE.fullmatch(value):
        raise QuestionError(f"{question_name}: {parameter.name} is a date such as 2020-05-12 or 2020-05, not {value!r}")
    return value


def _nearest(name: str, known: tuple[str, ...]) -> str:
    if not known:
        return "it has none"
    alike = get_close_matches(name, known, n=3, cutoff=0.5)
    return f"did you mean {', '.join(alike)}?" if alike else f"there are {', '.join(known)}"
