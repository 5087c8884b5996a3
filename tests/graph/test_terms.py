"""Terms that any parser reads back as they were meant."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.graph import terms
from kg.model.dates import PartialDate

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


def parsed(token: str) -> ox.Literal | ox.NamedNode:
    (quad,) = ox.parse(f"<a:s> <a:p> {token} .", format=ox.RdfFormat.N_TRIPLES)
    return quad.object


@given(TEXTS)
@example('他说："要\\快"\r\n办')
def test_a_literal_is_read_back_letter_for_letter(text: str) -> None:
    assert parsed(terms.literal(text)) == ox.Literal(text)


@given(TEXTS, TEXTS)
@example(".", "..")
def test_different_ids_have_different_and_valid_names(left: str, right: str) -> None:
    names = [f"<https://example.org/{terms.segment(text)}/o1>" for text in (left, right)]
    assert [parsed(name).value for name in names] == [name[1:-1] for name in names]
    assert (names[0] == names[1]) == (left == right)


def test_han_stays_legible_in_a_name_and_what_would_break_it_is_encoded() -> None:
    assert terms.segment("吉林省白城市") == "吉林省白城市"
    assert terms.segment("各县（市、区）") == "各县%EF%BC%88市%E3%80%81区%EF%BC%89"
    assert terms.segment("a/b c#d") == "a%2Fb%20c%23d"
    assert terms.segment("..") == "%2E%2E"


@pytest.mark.parametrize(
    ("date", "written", "datatype"),
    [
        (PartialDate(2020, 5, 12), "2020-05-12", "date"),
        (PartialDate(2020, 5), "2020-05", "gYearMonth"),
        (PartialDate(2020), "2020", "gYear"),
        (PartialDate(None, 5, 12), "--05-12", "gMonthDay"),
        (PartialDate(None, 5), "--05", "gMonth"),
        (PartialDate(None, None, 24), "---24", "gDay"),
    ],
)
def test_a_date_is_typed_as_precisely_as_it_is_known(date: PartialDate, written: str, datatype: str) -> None:
    literal = parsed(terms.date(date))
    assert (literal.value, literal.datatype.value) == (written, f"http://www.w3.org/2001/XMLSchema#{datatype}")
