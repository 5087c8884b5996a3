"""Files that appear whole or not at all."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

# C0 and C1 controls, surrogates and non-characters: XML 1.0 (section 2.2) has no place for them but tab and line ends.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# Bidirectional controls (Unicode Standard Annex 9), invisible and able to show a name as another.
_HIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")


@contextmanager
def whole(target: Path) -> Iterator[BinaryIO]:
    """Open a file to write beside its place, and move it there at the end; the folder is made if it is missing.

    Raises:
        OSError: if the place cannot be written. Whatever goes wrong, nothing is left behind.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".tmp")
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(0o644)  # mkstemp gives the owner alone the right to read
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def write_whole(target: Path, content: bytes) -> Path:
    """Write a file whole, and return its path."""
    with whole(target) as file:
        file.write(content)
    return target


def legal(text: str) -> str:
    """Return the text without the characters that XML cannot hold."""
    return _ILLEGAL.sub("", text)


def visible(text: str) -> str:
    """Return the text with what cannot be seen spelled out: ``⟨U+202E⟩``."""
    return _HIDDEN.sub(lambda found: f"⟨U+{ord(found[0]):04X}⟩", text)
