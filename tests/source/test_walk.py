"""Sources of every kind, good and bad, in the order named."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from kg.errors import DecodeError, RecordError, SourceError
from kg.model.dates import PartialDate
from kg.model.text import Article
from kg.source import jsonl
from kg.source.walk import Defaults, walk

SHARED = Path(__file__).parents[2].parent / "shared"
TEXT = "本报讯（记者秦岚）7月3日，市长沈怀远主持召开会议。"


def read(*sources: Path, defaults: Defaults | None = None) -> list[Article | SourceError]:
    return list(walk(sources, defaults or Defaults()))


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def line(identifier: str = "a-1", text: str = TEXT, **fields: object) -> str:
    return json.dumps({"id": identifier, "text": text, **fields}, ensure_ascii=False) + "\n"


def refusal(*sources: Path) -> SourceError:
    """Return the one error that reading the sources yields."""
    (error,) = (found for found in read(*sources) if isinstance(found, SourceError))
    return error


def test_a_line_is_an_article_with_its_text_untouched(tmp_path: Path) -> None:
    text = "\ufeff  李李有有福福 ⺠ １２\r\n"
    fields = {"title": "题", "published": "2021-07", "place": "云河市", "publisher": "云河日报", "url": "http://x", "weather": 3}
    (found,) = read(write(tmp_path, "a.jsonl", line(text=text, **fields)))
    assert isinstance(found, Article)
    assert (found.id, found.text, found.title, found.published) == ("a-1", text, "题", PartialDate(2021, 7))
    assert (found.place, found.publisher, found.url, found.segments) == ("云河市", "云河日报", "http://x", ())
    assert found.source == str(tmp_path / "a.jsonl")


def test_what_a_line_says_goes_before_the_defaults(tmp_path: Path) -> None:
    path = write(tmp_path, "a.jsonl", line("a", place="平川县") + line("b", place=None, title=""))
    first, second = read(path, defaults=Defaults("云河市", PartialDate(2020), "云河日报"))
    assert isinstance(first, Article) and isinstance(second, Article)
    assert (first.place, first.published, first.publisher) == ("平川县", PartialDate(2020), "云河日报")
    assert (second.place, second.title) == ("云河市", None)


@pytest.mark.parametrize(
    ("bad", "says"),
    [
        ('{"id": "x", "text": }', "1:21: no JSON"),
        ("[1]", ":1: no JSON object"),
        ('{"text": "甲"}', ":1: no 'id'"),
        ('{"id": "x"}', ":1: no 'text'"),
        ('{"id": 7, "text": "甲"}', ":1: 'id' is no string: 7"),
        ('{"id": "x", "text": ["甲"]}', ":1: 'text' is no string"),
        ('{"id": "x", "text": "  "}', ":1: 'text' is empty"),
        ('{"id": "x", "text": "甲", "published": "2021-02-30"}', ":1: 'published' is no date"),
        ('{"id": "x", "text": "甲", "published": "昨天"}', ":1: 'published' is no date"),
        ('{"id": "x", "text": "甲", "place": 4}', ":1: 'place' is no string"),
        ('{"id": "x", "text": "甲\\ud800乙"}', ":1: 'text' has half a surrogate pair at character 1"),
        ("[" * 100_000, ":1: no JSON"),
        ('{"id": "x", "text": "甲", "n": ' + "9" * 5000 + "}", ":1: no JSON"),
    ],
)
def test_a_bad_line_is_named_and_the_next_is_read(tmp_path: Path, bad: str, says: str) -> None:
    error, good = read(write(tmp_path, "a.jsonl", bad + "\n\n" + line()))
    assert isinstance(error, RecordError) and isinstance(good, Article)
    assert says in str(error) and str(error).startswith(str(tmp_path / "a.jsonl"))


def test_a_line_that_is_no_utf8_is_named_with_its_byte(tmp_path: Path) -> None:
    error, good = read(write(tmp_path, "a.jsonl", b'{"id": "x", "text": "\xd6\xd0"}\n' + line().encode()))
    assert isinstance(error, DecodeError) and isinstance(good, Article)
    assert ":1: JSON Lines must be UTF-8: bytes d6 d0" in str(error) and "byte 21" in str(error)


def test_a_byte_order_mark_before_the_first_line_is_no_part_of_it(tmp_path: Path) -> None:
    (found,) = read(write(tmp_path, "a.jsonl", b"\xef\xbb\xbf" + line().encode()))
    assert isinstance(found, Article)


def test_a_line_past_the_limit_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonl, "LINE_LIMIT", 1000)
    path = write(tmp_path, "a.jsonl", line("a") + line("b", text="长" * 5000) + line("c"))
    first, error, last = read(path)
    assert isinstance(first, Article) and isinstance(last, Article) and last.id == "c"
    assert isinstance(error, RecordError) and ":2: a line of more than" in str(error)


def test_a_truncated_gzip_yields_its_good_lines_and_then_says_so(tmp_path: Path) -> None:
    whole = gzip.compress("".join(line(f"a-{number}", text=f"{number}" * 3000 + TEXT) for number in range(300)).encode())
    found = read(write(tmp_path, "a.jsonl.gz", whole[: len(whole) // 2]))
    assert len(found) > 2 and all(isinstance(article, Article) for article in found[:-1])
    assert isinstance(found[-1], SourceError) and "damaged gzip" in str(found[-1]) and f":{len(found)}:" in str(found[-1])


def test_what_is_called_gz_and_is_none_is_an_error(tmp_path: Path) -> None:
    assert "damaged gzip" in str(refusal(write(tmp_path, "a.jsonl.gz", line())))


def test_a_binary_is_refused_with_the_place_of_its_first_nul(tmp_path: Path) -> None:
    assert ":1: a binary, not text: NUL at byte 3" in str(refusal(write(tmp_path, "a.txt", b"\x7fEL\0F")))
    assert ":2: a binary, not text" in str(refusal(write(tmp_path, "a.jsonl", line().encode() + b"\0\0\0")))


@pytest.mark.parametrize("content", ["", " \n\u3000\n", "\ufeff"])
def test_an_empty_page_is_an_error(tmp_path: Path, content: str) -> None:
    assert "an empty page" in str(refusal(write(tmp_path, "a.txt", content)))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_a_page_is_read_in_its_encoding(tmp_path: Path, encoding: str) -> None:
    (found,) = read(write(tmp_path, "a.txt", TEXT.encode(encoding)))
    assert isinstance(found, Article) and found.text == TEXT and found.page_sha256 is not None


def test_undecodable_bytes_are_reported_with_their_place(tmp_path: Path) -> None:
    broken = f"第一行\n{TEXT}".encode()
    error = refusal(write(tmp_path, "a.txt", broken[:-1] + b"\xff"))
    assert isinstance(error, DecodeError)
    assert error.place == "2" and f"byte {len(broken) - 3}" in str(error)
    assert isinstance(refusal(write(tmp_path, "b.txt", "Größe und Übermaß, naïveté".encode("latin-1"))), DecodeError)


def test_what_is_missing_or_of_another_kind_is_an_error_and_the_rest_is_read(tmp_path: Path) -> None:
    page = write(tmp_path, "a.txt", TEXT)
    missing, other, good = read(tmp_path / "none.txt", write(tmp_path, "a.docx", "x"), page)
    assert isinstance(missing, SourceError) and "none.txt" in str(missing)
    assert isinstance(other, SourceError) and "not a kind of file" in str(other)
    assert isinstance(good, Article)


def test_a_folder_is_read_sorted_without_what_is_no_source(tmp_path: Path) -> None:
    write(tmp_path, "b/page.txt", TEXT)
    write(tmp_path, "a.jsonl", line("z"))
    write(tmp_path, "README.md", "#")
    write(tmp_path, ".hidden.txt", TEXT)
    assert [found.id for found in read(tmp_path) if isinstance(found, Article)] == ["z", "b.page-1"]


def test_pages_of_one_name_do_not_collide(tmp_path: Path) -> None:
    one, other = write(tmp_path, "a/page.txt", TEXT), write(tmp_path, "b/page.txt", TEXT + "会议强调安全。")
    first, second = (found.id for found in read(one, other) if isinstance(found, Article))
    assert first == "page-1" and second.startswith("page.") and second.endswith("-1")


def test_an_id_read_twice_names_both_places(tmp_path: Path) -> None:
    path = write(tmp_path, "a.jsonl", line("x") + line("x"))
    first, error = read(path)
    assert isinstance(first, Article) and isinstance(error, RecordError)
    assert str(error) == f"{path}:2: the id 'x' was read before, at {path}:1"


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    path = write(tmp_path, "a.jsonl", line())
    assert len(read(path, path, tmp_path)) == 1


@pytest.mark.skipif(not SHARED.exists(), reason="the corpus in ../shared is not here")
def test_the_corpus_and_the_gold_are_read_without_an_error() -> None:
    gold = [SHARED / "gold" / f"{name}.jsonl" for name in ("seed_page", "local_dev", "real_dev")]
    for sources, count in (([SHARED / "corpus" / "xwlb.jsonl.gz"], 7712), (gold, 117)):
        found = read(*sources)
        assert len(found) == count and all(isinstance(article, Article) for article in found)
