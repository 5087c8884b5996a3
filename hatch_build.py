"""Compile the extraction to C with mypyc when a wheel is built with ``HATCH_BUILD_HOOKS_ENABLE=1``.

Off by default (``enable-by-default`` in pyproject.toml): without the variable this file is not even loaded, and the wheel holds
Python only. What is compiled is a copy in a temporary folder, so that no library comes to lie beside the sources, where it
would be imported in their place after they were changed.
"""

from __future__ import annotations

import os
import shutil
import sysconfig
from contextlib import chdir
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from mypyc.build import mypycify
from setuptools import Distribution, Extension
from setuptools.command.build_ext import build_ext

COMPILED = "kg/extract/*.py"
"""What is compiled. The records of kg/model are not: mypyc's frozen dataclasses cannot be pickled for another process."""


def paths(root: Path) -> list[str]:
    """Return the modules to compile, from the root, sorted."""
    return sorted(path.relative_to(root).as_posix() for path in root.glob(COMPILED))


class CompileHook(BuildHookInterface[Any]):
    """Add what mypyc makes of the modules to the wheel, beside their sources."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and name what came of it to the builder."""
        if version == "editable":
            self.app.display_warning("an editable install reads the sources: nothing is compiled")
            return
        self._folder = TemporaryDirectory(prefix="govmeet-")
        folder = Path(self._folder.name).resolve()
        made = compiled(generated(Path(self.root), folder), folder)
        build_data["force_include"] |= {str(path): name for name, path in made.items()}
        build_data |= {"pure_python": False, "infer_tag": True}

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Drop the temporary folder when the wheel is written."""
        if version != "editable":
            self._folder.cleanup()


def generated(root: Path, folder: Path) -> list[Extension]:
    """Let mypyc write C within a folder, which gets a copy of the package; return what there is to compile, by its place there.

    Raises:
        SystemExit: if mypyc cannot compile a module; it says which and why on stdout.
    """
    shutil.copytree(root / "kg", folder / "kg", ignore=shutil.ignore_patterns("__pycache__"))
    with chdir(folder):  # file names in tracebacks are as mypyc was given them
        # gcc takes 41 s at level 1, 80 s at 2, 71 s at 3, 15 s at 0; the code is as fast at 1 as at 3, and hardly faster
        # than Python's own at 0. A file of C for each module (multi_file) takes it 57 s.
        extensions = mypycify(
            ["--config-file", str(root / "pyproject.toml"), *paths(root)],
            opt_level="1",
            debug_level="0",
            group_name="govmeet",
            target_dir="c",
        )
    for extension in extensions if os.name == "posix" else ():
        extension.extra_compile_args.append("-w")  # to look for what to warn of takes gcc half as long again
    return extensions


def compiled(extensions: list[Extension], folder: Path) -> dict[str, Path]:
    """Compile the C of a folder there; return the libraries by their place in the wheel."""
    with chdir(folder):
        command = build_ext(Distribution({"name": "govmeet", "ext_modules": extensions}))
        command.build_lib, command.build_temp = "made", "objects"
        command.ensure_finalized()
        command.run()
    made, suffix = folder / "made", sysconfig.get_config_var("EXT_SUFFIX")
    return {path.relative_to(made).as_posix(): path for path in sorted(made.rglob(f"*{suffix}"))}
