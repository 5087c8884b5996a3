"""What compiling the extraction needs (hatch_build.py), as far as it shows without a C compiler."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from tests.modules import load

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def hook() -> ModuleType:
    return load(ROOT / "hatch_build.py")


def mixed(source: str) -> Iterator[str]:
    """Yield what joins something that may be a frozenset, on the left, with the keys of a dictionary.

    Type checkers take that for a frozenset. It is a set, which compiled code refuses where a frozenset is to be.
    """
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr | ast.BitAnd | ast.Sub | ast.BitXor):
            plain = keys(node.left) or isinstance(node.left, ast.Set | ast.SetComp)
            if keys(node.right) and not plain:
                yield ast.unparse(node)


def keys(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in {"keys", "items"}


def test_a_mixed_set_is_seen() -> None:
    assert list(mixed("a | b.keys()\na.keys() | b.keys()\n{x for x in a} - b.keys()\na.union(b)")) == ["a | b.keys()"]


def test_no_frozenset_is_joined_with_keys(hook: ModuleType) -> None:
    assert not {path: found for path in hook.paths(ROOT) if (found := list(mixed((ROOT / path).read_text(encoding="utf-8"))))}


def test_the_records_are_left_to_python_which_can_send_them_to_another_process(hook: ModuleType) -> None:
    paths = hook.paths(ROOT)
    assert "kg/extract/__init__.py" in paths
    assert not [path for path in paths if path.startswith("kg/model/")]


def test_mypyc_takes_every_module_of_the_extraction(hook: ModuleType, tmp_path: Path) -> None:
    extensions = hook.generated(ROOT, tmp_path)
    assert len(extensions) == len(hook.paths(ROOT)) + 1  # and the library that holds the code of all
    assert list((tmp_path / "c").glob("*.c"))
