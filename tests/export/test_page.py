import json
import re

import pytest
import registers
from hypothesis import given
from hypothesis import strategies as st

from kg.export.attendance import attendance_scene
from kg.export.chairs import chairs_scene
from kg.export.page import page, script_json
from kg.export.scene import linkable

PICTURES = pytest.mark.parametrize("scene", [chairs_scene, attendance_scene], ids=["chairs", "attendance"])


def data_of(html: str) -> dict:
    return json.loads(html.split('<script type="application/json" id="data">')[1].split("</script>")[0])


@PICTURES
def test_the_same_register_gives_the_same_bytes(scene) -> None:
    assert page(scene(registers.made(60, 40))) == page(scene(registers.made(60, 40)))


@PICTURES
def test_a_page_names_no_address_but_those_of_articles_and_the_licence_of_its_script(scene) -> None:
    html = page(scene(registers.made(40, 20)))
    tags = re.findall(r"<(?:link|script|img|iframe|style|meta)\b[^>]*>", html.split("<script>")[0])
    assert not [tag for tag in tags if re.search(r"(?:src|href)=(?!\"data:,\")", tag)]
    assert "cdnjs" not in html
    assert "jsdelivr" not in html
    assert "default-src &#39;none&#39;" in html


@PICTURES
def test_no_text_of_the_data_ends_the_element_that_holds_it(scene) -> None:
    html = page(scene(registers.hostile()))
    harmless = page(scene(registers.made(5, 3)))
    assert html.count("<script") == harmless.count("<script")
    assert html.count("</script>") == harmless.count("</script>") == 3
    assert "onerror=alert" not in html.split("<script type")[0]
    assert "<script>alert(1)</script>" in data_of(html)["nodes"]["label"]


@PICTURES
def test_an_address_that_is_not_of_the_web_is_no_link(scene) -> None:
    assert set(data_of(page(scene(registers.hostile())))["articles"]["url"]) == {""}


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", " javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//x", ""]
)
def test_only_http_and_https_lead_anywhere(url: str) -> None:
    assert linkable(url) == ""
    assert linkable("https://news.example/1") == "https://news.example/1"


@given(st.recursive(st.text() | st.integers(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=8))
def test_json_comes_back_as_it_was_and_holds_no_tag(value) -> None:
    text = script_json(value)
    assert json.loads(text) == value
    assert not set("<>&\u2028\u2029") & set(text)


def test_the_opening_view_of_a_large_network_stays_small_and_every_tie_in_it_has_both_ends() -> None:
    for scene in (chairs_scene, attendance_scene):
        opening = data_of(page(scene(registers.made(2000, 3000))))["opening"]
        shown = {node["id"] for node in opening["nodes"]}
        assert 50 < len(shown) <= 300
        assert {end for edge in opening["edges"] for end in (edge["from"], edge["to"])} <= shown
        assert opening["options"]["physics"] == {"enabled": False}
