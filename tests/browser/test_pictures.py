"""The two pictures, opened and used in a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest
import registers
from playwright.sync_api import Page, expect

from kg.export.attendance import attendance_scene
from kg.export.chairs import chairs_scene
from kg.export.page import page
from kg.export.scene import box
from kg.view.register import Register

SCENES = {"chairs": chairs_scene, "attendance": attendance_scene}
PICTURES = pytest.mark.parametrize("kind", ["chairs", "attendance"])


def drawn(folder: Path, kind: str, register: Register) -> Path:
    path = folder / f"{kind}.html"
    path.write_text(page(SCENES[kind](register)), encoding="utf-8")
    return path


def painted(opened: Page) -> int:
    """Count the pixels of the canvas that are not empty."""
    return int(
        opened.evaluate(
            """() => { const canvas = document.querySelector("#network canvas");
            const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
            let painted = 0; for (let at = 3; at < pixels.length; at += 4) painted += pixels[at] > 0; return painted; }"""
        )
    )


def search(opened: Page, text: str) -> None:
    opened.keyboard.press("/")
    opened.keyboard.type(text)
    opened.keyboard.press("Enter")


def gap(register: Register) -> float:
    """Return how far below the middle of a picture of two officials the tie shows between label and node."""
    scene = attendance_scene(register)
    (_, top), (_, bottom) = sorted(scene.places.values(), key=lambda place: place[1])
    upper, lower = (box(scene.nodes[number]) for number in sorted(scene.places, key=lambda number: scene.places[number][1]))
    middle = (top - upper.above - 4 + bottom + lower.below + 4) / 2
    return (top + upper.below + bottom - lower.above) / 2 - middle


@PICTURES
def test_a_large_picture_opens_settled(show, tmp_path: Path, kind: str) -> None:
    path = drawn(tmp_path, kind, registers.made(2000, 3000))
    opened = show(path)
    before = opened.locator("#network canvas").screenshot()
    opened.wait_for_timeout(300)
    assert opened.locator("#network canvas").screenshot() == before
    assert painted(opened) > 10_000


@PICTURES
def test_a_name_typed_is_found_and_its_card_shows_post_meeting_date_paper_link_and_quote(show, tmp_path: Path, kind: str) -> None:
    register = registers.made(40, 20)
    chair = next(row for row in register.participations if row.chairs)
    name, meeting = register.officials[chair.official].name, register.meetings[chair.meeting]
    opened = show(drawn(tmp_path, kind, register))
    search(opened, name)
    card = opened.locator("#card")
    expect(card.locator("h2")).to_have_text(name)
    for told in (chair.post, meeting.label, meeting.start, register.articles[chair.article].publisher):
        assert told in card.inner_text()
    quotes = card.locator("blockquote").all_text_contents()
    assert any(name in quote and "主持召开" in quote for quote in quotes)
    link = card.locator("a").first
    assert link.get_attribute("rel") == "noopener noreferrer"
    assert (link.get_attribute("href") or "").startswith("https://news.example/")


def test_a_click_on_a_tie_shows_the_meetings_that_the_two_shared(show, tmp_path: Path) -> None:
    register = registers.made(6, 2, seed=4, most=2)
    names = {register.officials[row.official].name for row in register.participations}
    assert len(names) == 2
    opened = show(drawn(tmp_path, "attendance", register))
    # Two nodes stand one above the other, drawn at 1.15 and 26 pixels above the middle of the canvas.
    canvas = opened.locator("#network canvas").bounding_box()
    assert canvas
    opened.mouse.click(canvas["x"] + canvas["width"] / 2, canvas["y"] + canvas["height"] / 2 - 26 + gap(register) * 1.15)
    heading = opened.locator("#card h2")
    assert set(heading.inner_text().split(" — ")) == names
    assert "共同参加的会议（2）" in opened.locator("#card").inner_text()
    assert opened.locator("#card blockquote").count() == 2


def test_the_neighbours_of_a_node_come_on_screen_when_asked_for(show, tmp_path: Path) -> None:
    opened = show(drawn(tmp_path, "chairs", registers.made(2000, 3000)))
    before = opened.locator("#counts").inner_text()
    opened.locator("#search").fill("何辉")
    opened.keyboard.press("Enter")
    opened.get_by_role("button", name="展开全部相邻").click()
    assert opened.locator("#counts").inner_text() != before
    expect(opened.get_by_role("button", name="展开全部相邻")).to_have_count(0)
    opened.get_by_role("button", name="恢复初始视图").click()
    expect(opened.locator("#counts")).to_have_text(before)


def test_a_level_can_be_hidden_and_shown_again(show, tmp_path: Path) -> None:
    opened = show(drawn(tmp_path, "chairs", registers.made(40, 20)))
    before = opened.locator("#counts").inner_text()
    county = opened.get_by_role("checkbox", name="县级")
    county.uncheck()
    assert opened.locator("#counts").inner_text() != before
    county.check()
    expect(opened.locator("#counts")).to_have_text(before)


def test_a_heavier_threshold_takes_ties_off_the_screen(show, tmp_path: Path) -> None:
    opened = show(drawn(tmp_path, "attendance", registers.made(40, 20)))
    before = int(opened.locator("#counts").get_attribute("data-ties") or 0)
    opened.locator("#weight").focus()
    opened.keyboard.press("End")
    assert 1 <= int(opened.locator("#counts").get_attribute("data-ties") or 0) < before


def test_the_interface_speaks_chinese_and_english(show, tmp_path: Path) -> None:
    opened = show(drawn(tmp_path, "attendance", registers.made(40, 20)), locale="en-GB")
    expect(opened.locator("h1")).to_have_text("Who met with whom")
    opened.get_by_role("button", name="中文").click()
    expect(opened.locator("h1")).to_have_text("谁与谁一同参会")
    assert opened.locator("html").get_attribute("lang") == "zh-CN"


@PICTURES
def test_hostile_names_stay_text(show, tmp_path: Path, kind: str) -> None:
    opened = show(drawn(tmp_path, kind, registers.hostile()))
    elements = opened.evaluate("() => [document.scripts.length, document.images.length, document.querySelectorAll('b').length]")
    for name in ("<script>alert(1)</script>", "</script><b>甲"):
        opened.locator("#search").fill(name)
        opened.keyboard.press("Enter")
        expect(opened.locator("#card h2")).to_have_text(name)
    assert opened.locator("#card a").count() == 0
    assert (
        opened.evaluate("() => [document.scripts.length, document.images.length, document.querySelectorAll('b').length]")
        == elements
    )
    assert elements[1:] == [0, 0]


def test_a_bidirectional_control_is_spelled_out(show, tmp_path: Path) -> None:
    opened = show(drawn(tmp_path, "attendance", registers.hostile()))
    opened.locator("#search").fill("乙")
    assert "乙⟨U+202E⟩丙" in opened.locator("#matches").inner_text()


@PICTURES
def test_a_picture_of_nothing_says_so(show, tmp_path: Path, kind: str) -> None:
    opened = show(drawn(tmp_path, kind, registers.empty()))
    expect(opened.locator("#empty")).to_contain_text("没有可画的会议")
    assert not opened.locator("#search").is_visible()


def test_escape_closes_the_card_and_arrows_choose_among_the_found(show, tmp_path: Path) -> None:
    opened = show(drawn(tmp_path, "chairs", registers.made(40, 20)))
    opened.keyboard.press("/")
    opened.keyboard.type("会议")
    expect(opened.locator("#match-0")).to_have_attribute("aria-selected", "true")
    opened.keyboard.press("ArrowDown")
    expect(opened.locator("#match-1")).to_have_attribute("aria-selected", "true")
    opened.keyboard.press("Enter")
    expect(opened.locator("#card")).to_be_visible()
    opened.keyboard.press("Escape")
    expect(opened.locator("#card")).to_be_hidden()
