from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from kg.model import codec
from kg.model.dates import PartialDate
from kg.model.records import Extraction, Official, Participation
from kg.model.text import Article, Evidence, Segment, Stated

GOLD = Path(__file__).parents[3] / "shared" / "gold"
needs_gold = pytest.mark.skipif(not GOLD.is_dir(), reason="the gold sets of ../shared are not here")


def resolve(row: Any, pointer: str) -> Any:
    """Follow a JSON Pointer; the contract's keys need no escapes."""
    for step in pointer.split("/")[1:]:
        row = row[int(step)] if isinstance(row, list) else row[step]
    return row


def gold_rows() -> Iterator[dict[str, Any]]:
    for path in sorted(GOLD.glob("*.jsonl")):
        yield from map(json.loads, path.read_text(encoding="utf-8").splitlines())


def test_chairs_speakers_and_attendees_follow_from_the_capacities(extraction: Extraction) -> None:
    (meeting,) = codec.to_row(extraction)["meetings"]
    assert meeting["chairs"] == ["罗闻"]
    assert meeting["speakers"] == ["罗闻"]
    assert meeting["attendees"] == ["罗闻", "白晓岚", "简直"], "the chair first, the excused left out"
    assert meeting["participants"][3] == {"person": "高岩", "capacities": ["excused"], "position": None, "post": None}


def test_what_a_presenter_reports_is_speech_and_what_a_delegator_does_is_absence(extraction: Extraction) -> None:
    presenter, delegator = Evidence(0, 4, "x"), Evidence(4, 8, "x")
    seats = (
        Participation("p1", "m1", "o1", (Stated("presenter", presenter),)),
        Participation("p2", "m1", "o4", (Stated("delegator", delegator),)),
    )
    (meeting,) = codec.to_row(replace(extraction, participations=seats))["meetings"]
    assert (meeting["chairs"], meeting["attendees"], meeting["speakers"]) == ([], ["罗闻"], ["罗闻"])


def test_directives_name_their_issuer_or_the_meeting(extraction: Extraction) -> None:
    person, meeting = codec.to_row(extraction)["directives"]
    assert (person["issuer"], person["verb"], person["meeting"]) == ("罗闻", "强调", 0)
    assert meeting["issuer"] == "会议"
    assert person["deadline"] == "5月底前"
    assert meeting["documents"] == ["《青禾市防汛办法》"]


def test_line_breaks_of_the_source_are_not_printed_in_a_directive(extraction: Extraction) -> None:
    first, *rest = extraction.directives
    broken = replace(extraction, directives=(replace(first, text="水务、应急部门要在5月底前\n　　修好三条堤坝。"), *rest))
    assert codec.to_row(broken)["directives"][0]["text"] == "水务、应急部门要在5月底前修好三条堤坝。"


def test_two_officials_of_one_name_share_one_entry_among_the_persons(extraction: Extraction) -> None:
    namesake = Official("o5", "罗闻", (Evidence(20, 22, "second"),))
    row = codec.to_row(replace(extraction, officials=(*extraction.officials, namesake)))
    assert row["persons"] == ["罗闻", "白晓岚", "简直", "高岩"]
    assert [entry["rule"] for entry in row["evidence"] if entry["path"] == "/persons/0"] == ["by-hand", "second"]


def test_every_evidence_path_leads_to_a_value_and_every_quote_is_the_text_there(extraction: Extraction) -> None:
    row = codec.to_row(extraction)
    for entry in row["evidence"]:
        assert resolve(row, entry["path"]) not in (None, [])
        assert row["text"][entry["start"] : entry["end"]] == entry["quote"] != ""


def test_every_value_has_evidence(extraction: Extraction) -> None:
    row = codec.to_row(extraction)
    cited = {entry["path"] for entry in row["evidence"]}
    wanted = {f"/persons/{n}" for n in range(4)} | {"/roles/0", "/roles/1", "/directives/0", "/directives/1"}
    wanted |= {f"/meetings/0/{key}" for key in ("name", "date", "chairs/0", "attendees/0", "attendees/1", "attendees/2")}
    wanted |= {f"/meetings/0/{key}" for key in ("speakers/0", "groups/0", "conveys/0", "agenda/0", "body", "session")}
    wanted |= {"/directives/0/addressees/0", "/directives/0/deadline", "/directives/1/addressees/0", "/directives/1/documents/0"}
    assert wanted <= cited


def test_a_record_that_refers_to_nothing_is_an_error(extraction: Extraction) -> None:
    (first, *_) = extraction.roles
    with pytest.raises(KeyError, match="o9"):
        codec.to_row(replace(extraction, roles=(replace(first, official="o9"),)))


def test_the_row_keeps_the_contract(extraction: Extraction) -> None:
    validator = Draft202012Validator(codec.schema())
    Draft202012Validator.check_schema(codec.schema())
    validator.validate(codec.to_row(extraction))
    validator.validate(codec.to_row(Extraction(Article("empty", ""), "other", None, "unknown")))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda row: row.pop("evidence"),
        lambda row: row.update(meeting=[]),
        lambda row: row["meetings"][0].update(chair="罗闻"),
        lambda row: row["meetings"][0].update(date="2021-3-2"),
        lambda row: row["roles"][0].update(post="市\n长"),
        lambda row: row["persons"].append("罗闻"),
    ],
)
def test_a_row_that_breaks_the_contract_is_not_valid(extraction: Extraction, spoil: Callable[[dict[str, Any]], object]) -> None:
    row = codec.to_row(extraction)
    spoil(row)
    assert not Draft202012Validator(codec.schema()).is_valid(row)


@needs_gold
def test_what_a_reader_wrote_keeps_the_part_of_the_contract_that_both_share() -> None:
    reading = Draft202012Validator({"$ref": "#/$defs/reading", "$defs": codec.schema()["$defs"]})
    rows = list(gold_rows())
    assert rows
    for row in rows:
        reading.validate(row)


@needs_gold
def test_the_checker_of_the_gold_finds_the_evidence_sound(extraction: Extraction, tmp_path: Path) -> None:
    found = tmp_path / "found.jsonl"
    found.write_text(codec.dumps(extraction) + "\n", encoding="utf-8")
    checked = subprocess.run([sys.executable, GOLD / "evidence.py", found], capture_output=True, text=True, check=False)
    assert (checked.returncode, checked.stdout) == (0, "19 of 19 values with sound evidence\n")


def test_a_row_is_one_line_with_its_characters_as_they_are(extraction: Extraction) -> None:
    line = codec.dumps(extraction)
    assert "\n" not in line
    assert "青禾市" in line
    assert line == json.dumps(codec.to_row(extraction), ensure_ascii=False)


def test_an_article_comes_back_from_its_row(extraction: Extraction) -> None:
    assert codec.article_from_row(json.loads(codec.dumps(extraction))) == extraction.article


def test_a_place_that_was_found_in_the_text_is_not_given_the_second_time(extraction: Extraction) -> None:
    article = replace(extraction.article, place=None)
    found = replace(extraction, article=article, place_from="text")
    assert codec.article_from_row(codec.to_row(found)) == article


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
dates = st.dates().map(lambda day: PartialDate(day.year, day.month, day.day)) | st.sampled_from(
    [PartialDate(2020), PartialDate(2020, 5), PartialDate(None, 5, 12), PartialDate(None, None, 24)]
)
articles = st.builds(
    Article,
    id=texts,
    text=texts,
    title=st.none() | texts,
    published=st.none() | dates,
    place=st.none() | texts,
    publisher=st.none() | texts,
    url=st.none() | texts,
    source=st.none() | texts,
    page_sha256=st.none() | texts,
    segments=st.lists(st.builds(Segment, *[st.integers(0, 99)] * 4), max_size=3).map(tuple),
)


@given(articles)
def test_any_article_survives_its_row(article: Article) -> None:
    extraction = Extraction(article, "other", article.place, "given" if article.place else "unknown")
    back = codec.article_from_row(json.loads(codec.dumps(extraction)))
    assert back == (article if article.place else replace(article, place=None))


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"text": "x"}, "no 'id'"),
        ({"id": "a"}, "no 'text'"),
        ({"id": 7, "text": "x"}, "'id' is no string: 7"),
        ({"id": "a", "text": None}, "no 'text'"),
        ({"id": "a", "text": "x\ud800"}, "'text' holds half a surrogate pair at character 1"),
        ({"id": "a", "text": "x", "published": "12.5.2020"}, "'published': not a date"),
        ({"id": "a", "text": "x", "published": "2020-02-30"}, "'published': "),
        ({"id": "a", "text": "x", "segments": [[1, 2, 3]]}, "'segments' holds no four whole numbers"),
        ({"id": "a", "text": "x", "segments": {}}, "'segments' is no list"),
    ],
)
def test_a_row_that_is_no_article_is_refused_with_the_key(row: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        codec.article_from_row(row)
