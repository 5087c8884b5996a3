"""Who may import whom, which library belongs where, and what Python files hold: read from the source, not by importing it."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tokenize
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
HOUSE = ROOT / "kg"
FILES = sorted(HOUSE.rglob("*.py"))

ABOVE = {"errors", "model", "lexicon", "source", "extract", "resolve", "derive", "graph", "view", "export", "evaluate"}
MAY = {
    "": set(),
    "errors": set(),
    "model": {"errors"},
    "lexicon": {"errors", "model"},
    "source": {"errors", "model", "lexicon"},
    "extract": {"errors", "model", "lexicon"},
    "resolve": {"errors", "model", "lexicon"},
    "derive": {"errors", "model", "lexicon"},
    "graph": {"errors", "model"},
    "view": {"errors", "graph"},
    "export": {"errors", "graph", "view"},
    "evaluate": {"errors", "model", "extract"},
    "pipeline": ABOVE,
    "app": {"pipeline", "view", "export", "graph", "model", "errors"},
    "api": {"pipeline", "view", "export", "graph", "model", "errors"},
}
"""What each part of ``kg`` may import besides itself."""

FENCED = {
    "rdflib": {"graph"},
    "oxrdflib": {"graph"},
    "pyoxigraph": {"graph"},
    "pyshacl": {"graph"},
    "ahocorasick_rs": {"extract"},
    "opencc": {"extract"},
    "networkx": {"view", "export"},
    "igraph": {"view", "export"},
    "numpy": {"view", "export"},
    "scipy": {"view", "export"},
    "pyvis": {"export"},
    "jinja2": {"export", "app"},
    "markupsafe": {"export", "app"},
}
"""The outside libraries, and the parts that may import them; any other is a surprise."""

CLOCKLESS = {"extract", "resolve", "derive"}
CLOCKS_AND_FILES = {
    "glob",
    "io",
    "os",
    "pathlib",
    "random",
    "secrets",
    "shutil",
    "socket",
    "subprocess",
    "tempfile",
    "time",
    "urllib",
}
SETS_ASIDE = {"extracting.py"}
"""Catches whatever goes wrong in one article, names it and counts it, so that the others are built."""

EMPTY_NAMES = {"utils", "helpers", "common", "core", "misc", "util", "helper", "manager"}
MOST_WORDS = 4
"""So many Chinese words in one place are a list, and belong into a lexicon table."""

HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")


def part(path: Path) -> str:
    """Return the part of the house that a file belongs to: the name under ``kg/``, or nothing for ``kg/__init__.py``."""
    first = path.relative_to(HOUSE).parts[0].removesuffix(".py")
    return "" if first == "__init__" else first


def module(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


@cache
def parse(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """Yield line and full name of everything that a file imports, wherever in the file it does so."""
    package = module(path) if path.name == "__init__.py" else module(path).rpartition(".")[0]
    for node in ast.walk(parse(path)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                above = package.split(".")[: len(package.split(".")) - node.level + 1]
                base = ".".join([*above, *([base] if base else [])])
            # Each name may be a module of its own: ``from kg.graph import store``.
            yield from ((node.lineno, f"{base}.{alias.name}") for alias in node.names)


def where(path: Path, line: int) -> str:
    return f"{path.relative_to(ROOT)}:{line}"


def inner() -> Iterator[tuple[Path, int, str]]:
    """Yield every import of something of this package."""
    for path in FILES:
        yield from ((path, line, name) for line, name in imports(path) if name.split(".")[0] == "kg")


def test_every_part_of_the_house_is_in_the_table() -> None:
    assert {part(path) for path in FILES} <= set(MAY)


def test_no_part_imports_one_that_the_table_keeps_from_it() -> None:
    wrong = []
    for path, line, name in inner():
        here, there = part(path), ([*name.split("."), ""])[1]
        if here != there and there not in MAY[here]:
            wrong.append(f"{where(path, line)}: {here or 'kg'} imports {name}")
    assert not wrong, "\n".join(wrong)


def test_a_name_that_is_imported_by_name_is_found_as_well_as_a_module() -> None:
    found = set(imports(HOUSE / "lexicon" / "__init__.py"))
    assert any(name == "kg.errors.LexiconError" for _, name in found)


def test_outside_libraries_stay_behind_their_fence() -> None:
    wrong = []
    for path in FILES:
        for line, name in imports(path):
            library = name.split(".")[0]
            if library == "kg" or library in sys.stdlib_module_names or part(path) in FENCED.get(library, set()):
                continue
            wrong.append(f"{where(path, line)}: {part(path) or 'kg'} imports {library}")
    assert not wrong, "\n".join(wrong)


def test_no_modules_import_each_other_in_a_circle() -> None:
    names = {module(path): path for path in FILES}
    edges: dict[str, set[str]] = {name: set() for name in names}
    for path, _, name in inner():
        target = name if name in names else name.rpartition(".")[0]
        # A package that gathers the names of its own modules is no circle of theirs.
        if target in names and target != module(path) and not module(path).startswith(target + "."):
            edges[module(path)].add(target)
    circle = _circle(edges)
    assert not circle, " → ".join(circle)


def _circle(edges: dict[str, set[str]]) -> list[str]:
    done: set[str] = set()

    def visit(name: str, trail: list[str]) -> list[str]:
        if name in trail:
            return [*trail[trail.index(name) :], name]
        if name in done:
            return []
        for target in sorted(edges[name]):
            found = visit(target, [*trail, name])
            if found:
                return found
        done.add(name)
        return []

    return next((found for name in sorted(edges) if (found := visit(name, []))), [])


def test_a_circle_would_be_found() -> None:
    assert _circle({"a": {"b"}, "b": {"c"}, "c": {"a"}}) == ["a", "b", "c", "a"]
    assert _circle({"a": {"b", "c"}, "b": {"c"}, "c": set()}) == []


def test_extraction_and_what_follows_from_it_know_no_clock_no_chance_and_no_files() -> None:
    wrong = []
    for path in FILES:
        if part(path) not in CLOCKLESS:
            continue
        wrong += [f"{where(path, n)}: {name}" for n, name in imports(path) if name.split(".")[0] in CLOCKS_AND_FILES]
        for node in ast.walk(parse(path)):
            if isinstance(node, ast.Attribute) and node.attr in {"today", "now", "utcnow"}:
                wrong.append(f"{where(path, node.lineno)}: .{node.attr}")
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"open", "print", "input"}:
                wrong.append(f"{where(path, node.lineno)}: {node.func.id}()")
    assert not wrong, "\n".join(wrong)


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert not [str(path) for path in FILES if path.stem in EMPTY_NAMES]


def test_every_module_says_what_it_holds() -> None:
    assert not [str(path) for path in FILES if not ast.get_docstring(parse(path))]


def test_nine_modules_of_ten_have_fewer_than_300_lines() -> None:
    long = [path for path in FILES if len(path.read_text(encoding="utf-8").splitlines()) >= 300]
    assert len(long) * 10 <= len(FILES), "\n".join(str(path.relative_to(ROOT)) for path in long)


def test_chinese_stands_in_data_not_in_python() -> None:
    """Extractors may name a particle that their algorithm turns on; words they take from the lexicon."""
    wrong = []
    for path in FILES:
        if part(path) == "extract":
            continue
        prose = {
            line
            for node in ast.walk(parse(path))
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
            for line in range(node.lineno, (node.end_lineno or node.lineno) + 1)
        }
        with tokenize.open(path) as stream:
            wrong += [
                f"{where(path, token.start[0])}: {token.string[:40]}"
                for token in tokenize.generate_tokens(stream.readline)
                if token.type != tokenize.COMMENT and token.start[0] not in prose and HAN.search(token.string)
            ]
    assert not wrong, "\n".join(wrong)


def test_extractors_hold_no_list_of_chinese_words() -> None:
    wrong = []
    for path in FILES:
        if part(path) != "extract":
            continue
        for node in ast.walk(parse(path)):
            words: list[object] = []
            if isinstance(node, ast.Tuple | ast.List | ast.Set):
                words = [one.value for one in node.elts if isinstance(one, ast.Constant)]
            elif isinstance(node, ast.Dict):
                words = [one.value for one in [*node.keys, *node.values] if isinstance(one, ast.Constant)]
            elif isinstance(node, ast.Constant) and isinstance(node.value, str) and not node.value.count("\n"):
                words = list(re.split(r"[|()\[\]]", node.value))
            long = [word for word in words if isinstance(word, str) and len(HAN.findall(word)) > 1]
            if len(long) >= MOST_WORDS:
                wrong.append(f"{where(path, node.lineno)}: {' '.join(long)[:60]}")
    assert not wrong, "\n".join(wrong)


def test_no_handler_catches_everything_or_drops_what_it_caught() -> None:
    wrong = []
    for path in FILES:
        for node in ast.walk(parse(path)):
            if not isinstance(node, ast.ExceptHandler):
                continue
            bare = node.type is None or (isinstance(node.type, ast.Name) and node.type.id in {"Exception", "BaseException"})
            reraised = any(isinstance(inside, ast.Raise) for inside in ast.walk(node))
            if bare and not reraised and path.name not in SETS_ASIDE:
                wrong.append(where(path, node.lineno))
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("name", ["kg", "kg.errors", "kg.app.cli"])
def test_importing_costs_no_library(name: str) -> None:
    if not any(module(path) == name for path in FILES):
        pytest.skip(f"{name} is not there")
    program = f"import sys, {name}; print(*sorted({{one.split('.')[0] for one in sys.modules}}))"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    assert not set(run.stdout.split()) & set(FENCED)
