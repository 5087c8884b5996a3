"""Bytes → text: UTF-8 and UTF-16 (told by their mark), then UTF-8, then GB18030; anything else is an error with its place."""

from __future__ import annotations

import codecs
import re

from kg.errors import DecodeError, SourceError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDE = re.compile(r"[^\x00-\x7f]")
_CHINESE = re.compile("[\u4e00-\u9fff\u3000-\u3011\uff01-\uff5e\u2014\u2018-\u201d\u2026\u00b7]")
_PLAUSIBLE = 0.9
"""The least share of Chinese among the wide characters for bytes to be called GB18030 (Latin-1 and Big5 stay far below)."""


def decode(data: bytes, path: str) -> tuple[str, str]:
    """Return the text and the name of its encoding; a byte order mark is left out.

    Raises:
        DecodeError: where no encoding fits; names the line and the first byte (from 0) that is no UTF-8.
        SourceError: for a binary.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data, path, encoding, len(mark)), encoding
    refuse_binary(data, path)
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        if not _is_damaged_utf8(data):
            text = _gb18030(data)
            if text is not None:
                return text, "gb18030"
        line = data.count(b"\n", 0, error.start) + 1
        raise DecodeError(path, _says(error, 0), str(line)) from None


def refuse_binary(data: bytes, path: str, line: int = 1, offset: int = 0) -> None:
    """Raise a SourceError that names the first NUL byte, if there is one; ``line`` and ``offset`` are those of ``data``."""
    found = data.find(b"\0")
    if found >= 0:
        at = line + data.count(b"\n", 0, found)
        raise SourceError(path, f"a binary, not text: NUL at byte {offset + found}", str(at))


def _strict(data: bytes, path: str, encoding: str, skip: int) -> str:
    body = data[skip:]
    try:
        return body.decode(encoding)
    except UnicodeDecodeError as error:
        line = body[: error.start].decode(encoding, "replace").count("\n") + 1
        raise DecodeError(path, _says(error, skip), str(line)) from None


def _says(error: UnicodeDecodeError, skip: int) -> str:
    bad = error.object[error.start : min(error.end, error.start + 4)]
    return f"not {error.encoding}: bytes {bad.hex(' ')} at byte {skip + error.start} ({error.reason})"


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether most of the wide characters are sound UTF-8: then GB18030 would only make nonsense of them."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    return len(_CHINESE.findall(text)) > 4 * broken


def _gb18030(data: bytes) -> str | None:
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return None
    wide = len(_WIDE.findall(text))
    return text if len(_CHINESE.findall(text)) >= _PLAUSIBLE * wide else None
