"""JSON Lines → Articles: one object a line, streamed, so that memory holds one line however long the file is.

``id`` and ``text`` are required; ``title``, ``published``, ``place``, ``publisher`` and ``url`` are read where they are strings;
other keys are ignored, on purpose: a source may say more than an article holds. The text stays untouched.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import IO, Any

from kg.errors import DecodeError, RecordError, SourceError
from kg.model.dates import PartialDate
from kg.model.text import Article
from kg.source.decode import refuse_binary
from kg.source.defaults import Defaults

LINE_LIMIT = 16 * 1024 * 1024
"""The longest line that is read, in bytes; a longer one is reported and passed over."""

_BOM = b"\xef\xbb\xbf"
_SAYS = ("title", "place", "publisher", "url")


def read_jsonl(path: Path, defaults: Defaults) -> Iterator[tuple[int, Article | SourceError]]:
    """Yield what each line holds with its number: an article, or why it is none. Blank lines are passed over.

    What stops the reading (a missing file, a binary, a damaged gzip) comes as the last value, after the lines before it.
    """
    number = 0
    name = str(path)
    try:
        with closing(_open(path)) as stream:
            for number, line in _lines(stream):
                if line.strip():
                    yield number, _article(line, name, number, defaults)
    except SourceError as error:
        yield number + 1, error
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        yield number + 1, SourceError(name, f"damaged gzip: {error}", str(number + 1))
    except OSError as error:
        yield number + 1, SourceError(name, f"cannot be read: {error.strerror or error}", str(number + 1) if number else "")


def _open(path: Path) -> IO[bytes]:
    return gzip.open(path, "rb") if path.suffix == ".gz" else path.open("rb")  # type: ignore[return-value]


def _lines(stream: IO[bytes]) -> Iterator[tuple[int, bytes]]:
    """Yield number and bytes of each line; of one past the limit only the first ``LINE_LIMIT + 1`` bytes."""
    number = 0
    while line := stream.readline(LINE_LIMIT + 1):
        number += 1
        if number == 1:
            line = line.removeprefix(_BOM)
        yield number, line
        rest = line
        while len(rest) > LINE_LIMIT and not rest.endswith(b"\n"):
            rest = stream.readline(LINE_LIMIT + 1)


def _article(line: bytes, name: str, number: int, defaults: Defaults) -> Article | SourceError:
    refuse_binary(line, name, number)
    try:
        return _build(_parse(line, name, number), name, number, defaults)
    except SourceError as error:
        return error


def _parse(line: bytes, name: str, number: int) -> dict[str, Any]:
    if len(line) > LINE_LIMIT:
        raise RecordError(name, f"a line of more than {LINE_LIMIT // 1024**2} MB", str(number))
    try:
        parsed = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        bad = line[error.start : error.start + 4].hex(" ")
        raise DecodeError(name, f"JSON Lines must be UTF-8: bytes {bad} at byte {error.start} of the line", str(number)) from None
    except json.JSONDecodeError as error:
        raise RecordError(name, f"no JSON: {error.msg}", f"{number}:{error.colno}") from None
    except (RecursionError, ValueError) as error:
        raise RecordError(name, f"no JSON that can be read: {error}", str(number)) from None
    if not isinstance(parsed, dict):
        raise RecordError(name, "no JSON object", str(number))
    return parsed


def _build(fields: dict[str, Any], name: str, number: int, defaults: Defaults) -> Article:
    identifier = _string(fields, "id", name, number)
    text = _string(fields, "text", name, number)
    for key, value in (("id", identifier), ("text", text)):
        if value is None or not value.strip():
            raise RecordError(name, f"no {key!r}" if value is None else f"{key!r} is empty", str(number))
    title, place, publisher, url = (_string(fields, key, name, number) for key in _SAYS)
    return Article(
        id=identifier or "",
        text=text or "",
        title=title or None,
        published=_published(fields, name, number) or defaults.published,
        place=place or defaults.place,
        publisher=publisher or defaults.publisher,
        url=url or None,
        source=name,
    )


def _string(fields: dict[str, Any], key: str, name: str, number: int) -> str | None:
    value = fields.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        raise RecordError(name, f"{key!r} is no string: {str(value)[:40]}", str(number))
    if not value.isascii():
        _refuse_surrogates(value, key, name, number)
    return value


def _refuse_surrogates(value: str, key: str, name: str, number: int) -> None:
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        raise RecordError(name, f"{key!r} has half a surrogate pair at character {error.start}", str(number)) from None


def _published(fields: dict[str, Any], name: str, number: int) -> PartialDate | None:
    value = _string(fields, "published", name, number)
    if not value:
        return None
    try:
        return PartialDate.parse(value)
    except ValueError as error:
        raise RecordError(name, f"'published' is no date like 2020-05-12: {error}", str(number)) from None
