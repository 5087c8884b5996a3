"""Values as the article writes them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from readings import reading

from kg.extract.stating import stated, value


def test_a_value_has_no_padding_and_no_line_breaks() -> None:
    one = reading("市长罗\u3000闻主持\n会议")
    assert value(one, 2, 4) == "罗闻"


def test_a_value_keeps_the_articles_script_and_widths() -> None:
    one = reading("縣長羅聞主持會議")
    found = stated(one, 0, 2, "rule")
    assert found.value == "縣長"
    assert one.article.quote(found.evidence) == "縣長"
    assert found.evidence.rule == "rule"


@given(st.text("罗闻修堤 \u3000\n\u200b縣長", min_size=1, max_size=20), st.data())
def test_a_value_is_its_quote_without_blanks(text: str, data: st.DataObject) -> None:
    one = reading(text)
    if not one.text:
        return
    start = data.draw(st.integers(0, len(one.text) - 1))
    end = data.draw(st.integers(start + 1, len(one.text)))
    found = stated(one, start, end, "rule")
    quote = one.article.quote(found.evidence)
    assert found.value == "".join(quote.split()).replace("\u200b", "")
