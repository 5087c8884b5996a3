"""``kg ask``: a named question, a query file, or a query given on the line."""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kg.app import table
from kg.app.opened import opened
from kg.app.options import Commands, add_command, add_least, add_output
from kg.app.streams import end_on_termination, tell, text
from kg.errors import QuestionError

if TYPE_CHECKING:
    from kg.graph.questions import Question
    from kg.graph.store import Store, Table

WRITERS = {"csv": table.write_csv, "json": table.write_json}

IDS = "_id"
"""How the columns end that hold IRIs: for programs, left out of a table."""

SHEET = 120
"""Places of a table's line where there is no terminal that says how many it has."""


def add(commands: Commands) -> None:
    """Name the options of the command."""
    parser = add_command(commands, "ask")
    parser.add_argument(
        "question", metavar="QUESTION", nargs="?", type=text, help="a question's name, a .rq file, or a SPARQL query"
    )
    parser.add_argument("parameters", metavar="NAME=VALUE", nargs="*", type=text, help="what a named question wants to know")
    parser.add_argument("--format", choices=["table", *WRITERS], help="how to print the answer (default: table)")
    add_least(parser)
    add_output(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the answer, or the list of questions, and return the exit code."""
    from kg.graph.questions import questions

    if options.question is None:
        _print_questions(questions(), options.format)
        return 0
    if options.least_precision is None:
        end_on_termination()
    with opened(options) as store:
        answer = _answer(store, options.question, options.parameters)
        _print_answer(answer, options.format)
    return 0


def _answer(store: Store, question: str, parameters: Sequence[str]) -> Table | bool | str:
    from kg.graph import questions

    query = _query(question)
    if query is None:
        return questions.ask(store, question, _named(parameters))
    if parameters:
        raise QuestionError(f"only a named question takes parameters: {parameters[0]!r}")
    return questions.ask_query(store, query)


def _query(question: str) -> str | None:
    """Return the text of a query, from a file or from the line itself; None for the name of a question."""
    if question == "-":
        return sys.stdin.read()
    if question.endswith(".rq"):
        try:
            return Path(question).read_text(encoding="utf-8-sig")
        except OSError as error:
            raise QuestionError(f"{question}: cannot be read: {error.strerror or error}") from None
        except UnicodeDecodeError as error:
            raise QuestionError(f"{question}: not UTF-8 at byte {error.start}") from None
    return question if "{" in question or len(question.split()) > 1 else None


def _named(parameters: Sequence[str]) -> dict[str, str]:
    named: dict[str, str] = {}
    for parameter in parameters:
        name, sign, value = parameter.partition("=")
        if not sign or not name:
            raise QuestionError(f"not NAME=VALUE: {parameter!r}")
        if name in named:
            raise QuestionError(f"{name!r} is given twice")
        named[name] = value
    return named


def _print_answer(answer: Table | bool | str, form: str | None) -> None:
    if isinstance(answer, bool):
        print("true" if answer else "false")
    elif isinstance(answer, str):
        if form is not None:
            raise QuestionError(f"this query describes a graph, which is printed as Turtle, not as {form}")
        sys.stdout.write(answer)
    else:
        _print_rows(answer.columns, answer.rows, form)


def _print_rows(columns: Sequence[str], rows: table.Rows, form: str | None) -> None:
    if form in WRITERS:
        WRITERS[form](columns, rows, sys.stdout)
        return
    shown = [number for number, column in enumerate(columns) if not column.endswith(IDS)] or range(len(columns))
    narrowed = [[row[number] for number in shown] for row in rows]
    cut = table.write_table([columns[number] for number in shown], narrowed, sys.stdout, _places())
    left_out = cut or len(shown) < len(columns)
    note = "; --format csv or json has ids and uncut text" if left_out and rows else ""
    tell(f"{len(rows):,} {'row' if len(rows) == 1 else 'rows'}{note}")


def _places() -> int:
    """Return the width of the terminal, or of a sheet where the table goes elsewhere."""
    return shutil.get_terminal_size(fallback=(SHEET, 0)).columns


def _print_questions(found: Sequence[Question], form: str | None) -> None:
    if form in WRITERS:
        columns = ("name", "zh", "en", "parameters")
        rows = [(one.name, one.zh, one.en, " ".join(parameter.name for parameter in one.parameters)) for one in found]
        WRITERS[form](columns, rows, sys.stdout)
        return
    for one in found:
        print(one.name)
        print(f"    {one.zh}")
        print(f"    {one.en}")
        for parameter in one.parameters:
            default = "" if parameter.default is None else f" (default: {parameter.default})"
            needed = " (needed)" if parameter.required else default
            print(f"      {parameter.name}=…  {parameter.zh}  {parameter.en}{needed}")
    tell(f"{len(found)} questions; ask one: kg ask {found[0].name}" if found else "no questions")
