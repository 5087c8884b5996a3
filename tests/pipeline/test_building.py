"""The stages together: what is left out is named, what is built counts once, progress has no say."""

from __future__ import annotations

from pathlib import Path

import pytest

import kg.extract
from kg.errors import LexiconError
from kg.graph.store import Store
from kg.model.records import Extraction, Official
from kg.model.text import Article, Evidence
from kg.pipeline import Problem, build, extractions, read

MEETING = "3月6日，市长楚云峥主持召开市政府第四十次常务会议。副市长兰素梅出席会议。"


def article(number: int, text: str = MEETING) -> Article:
    return Article(f"a{number}", text, place="澜川省青棠市")


def test_the_sample_is_read_where_no_source_is_named() -> None:
    articles = [found for found in read() if isinstance(found, Article)]
    assert len(articles) >= 20
    assert {found.place for found in articles} == {"澜川省青棠市"}


def test_a_source_that_cannot_be_read_is_a_problem_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"id": "1", "text": "会议"}\nbroken\n{"id": "2", "text": "会议"}\n', encoding="utf-8")
    found = list(read([tmp_path / "a.jsonl"]))
    assert [isinstance(one, Problem) for one in found] == [False, True, False]
    assert isinstance(found[1], Problem)
    assert "a.jsonl:2" in found[1].reason
    assert not found[1].read


def test_evidence_that_does_not_hold_sets_the_article_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    def invent(given: Article) -> Extraction:
        return Extraction(given, "meeting", None, "unknown", officials=(Official("o1", "祁望舒", (Evidence(0, 2, "rule"),)),))

    monkeypatch.setattr(kg.extract, "extract", invent)
    (found,) = extractions([article(1)])
    assert isinstance(found, Problem)
    assert found.read
    assert "a1" in found.reason


def test_a_fault_of_the_program_in_one_article_costs_no_other(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    say = kg.extract.extract

    def stumble(given: Article) -> Extraction:
        if given.id == "a2":
            raise IndexError("list index out of range")
        return say(given)

    monkeypatch.setattr(kg.extract, "extract", stumble)
    report = build([article(1), article(2), article(3)], tmp_path / "out")
    assert report.articles == 3
    assert len(report.set_aside) == 1
    assert "a2: a fault of this program: IndexError" in report.set_aside[0]
    with Store.open(tmp_path / "out") as store:
        assert [row["id"] for row in store.articles()] == ["a1", "a3"]


def test_a_broken_lexicon_stops_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(given: Article) -> Extraction:
        raise LexiconError("words.toml: no entry 'posts'")

    monkeypatch.setattr(kg.extract, "extract", stop)
    with pytest.raises(LexiconError, match=r"words\.toml"):
        list(extractions([article(1)]))


def test_a_meeting_and_an_official_of_two_articles_count_once(tmp_path: Path) -> None:
    told = MEETING.replace("3月6日", "2031年3月6日")
    report = build([article(1, told), article(2, told)], tmp_path / "out")
    assert (report.articles, report.meetings, report.officials) == (2, 1, 2)
    assert {path.name for path in report.files} == {"graph.ttl", "chairs.html", "attendance.html"}


def test_articles_with_one_id_are_not_both_published(tmp_path: Path) -> None:
    report = build([article(1), article(1)], tmp_path / "out")
    assert len(report.set_aside) == 1


def test_nothing_is_written_from_nothing(tmp_path: Path) -> None:
    report = build([Problem("missing.txt: no such file", read=False)], tmp_path / "out")
    assert report.files == ()
    assert report.failures == ("missing.txt: no such file",)
    assert not (tmp_path / "out").exists()


def test_an_error_on_the_way_leaves_the_former_build(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    out = tmp_path / "out"
    build([article(1)], out)
    before = {path.name: path.read_bytes() for path in out.iterdir() if path.is_file()}

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("kg.export.picture.write_pictures", full)
    with pytest.raises(OSError, match="No space"):
        build([article(2, MEETING.replace("楚云峥", "佟静姝"))], out)
    assert {path.name: path.read_bytes() for path in out.iterdir() if path.is_file()} == before
    with Store.open(out) as store:
        assert [row["id"] for row in store.articles()] == ["a1"]


def test_progress_hears_of_every_article(tmp_path: Path) -> None:
    heard: list[tuple[str, int | None]] = []

    def listen(stage: str, count: int | None = None) -> None:
        heard.append((stage, count))

    build([article(number) for number in range(3)], tmp_path / "out", progress=listen)
    assert [count for stage, count in heard if stage == "articles read:"] == [1, 2, 3]
    assert ("writing graph.ttl", None) in heard
