"""Named questions and free queries: what they answer, and what they refuse."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stores import built, first, second

from kg.errors import QuestionError
from kg.graph import questions
from kg.graph.binding import bound, places
from kg.graph.guard import checked
from kg.graph.questions import Question, ask, ask_query
from kg.graph.store import Store, Table

VALUES = {
    "official": "林海峰",
    "meeting": "疫情防控",
    "addressee": "公安",
    "post": "书记",
    "date": "2020-05",
    "body": "市委",
    "document": "办法",
    "least": "2",
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with built(tmp_path_factory.mktemp("build"), first(), second()) as opened:
        yield opened


def column(table: Table, name: str) -> list[object]:
    return [row[table.columns.index(name)] for row in table.rows]


def test_there_are_at_least_eighteen_questions_each_with_a_sentence_in_both_languages() -> None:
    assert len(questions.questions()) >= 18
    for one in questions.questions():
        assert one.zh.endswith("？")
        assert one.en.endswith("?")


@pytest.mark.parametrize("one", questions.questions(), ids=lambda one: one.name)
def test_every_question_answers_with_and_without_its_options(store: Store, one: Question) -> None:
    full = {parameter.name: VALUES[parameter.name] for parameter in one.parameters}
    needed = {parameter.name: VALUES[parameter.name] for parameter in one.parameters if parameter.required}
    assert len(ask(store, one.name, needed).rows) >= len(ask(store, one.name, full).rows)
    assert not [name for name in ask(store, one.name, full).columns if name.startswith("_")]


@pytest.mark.parametrize("one", [one for one in questions.questions() if one.parameters], ids=lambda one: one.name)
def test_a_value_that_nothing_has_is_answered_with_nothing(store: Store, one: Question) -> None:
    nothing = {"date": "1900-01-01", "number": "1000"}
    given_values = {parameter.name: nothing.get(parameter.type, "谁也不是") for parameter in one.parameters}
    assert ask(store, one.name, given_values).rows == ()


def test_who_chaired_is_told_once_for_each_article_with_the_sentence(store: Store) -> None:
    table = ask(store, "chaired-by", {"official": "林海峰"})
    assert column(table, "article") == ["a1", "a2"]
    assert set(column(table, "date")) == {"2020-05-12"}
    assert len(set(column(table, "meeting_id"))) == 1
    assert column(table, "post") == ["市委书记", None]
    assert column(table, "quote")[1] == second().article.text


def test_attended_with_counts_meetings_not_articles(store: Store) -> None:
    table = ask(store, "attended-with", {"official": "孙志刚"})
    assert list(zip(column(table, "other"), column(table, "meetings"), strict=True)) == [("周明", 1), ("林海峰", 1)]


def test_directives_to_a_department_name_who_gave_them(store: Store) -> None:
    table = ask(store, "directives-to", {"addressee": "公安"})
    assert column(table, "issuer") == ["林海峰"]
    assert column(table, "addressee") == ["卫生、公安部门"]
    assert column(table, "directive") == ["卫生、公安部门要在5月底前严格落实责任"]


def test_conveyed_finds_the_meetings_that_passed_a_meeting_on(store: Store) -> None:
    assert column(ask(store, "conveyed", {"meeting": "全省疫情"}), "meeting") == ["全市疫情防控工作会议"]


def test_roles_count_the_articles_and_quote_the_first(store: Store) -> None:
    table = ask(store, "roles-of", {"official": "林海峰"})
    assert (table.rows[0][:6]) == ("林海峰", "市委书记", "incumbent", "2020-05-13", "2020-05-13", 1)
    assert column(table, "article") == ["a1"]
    assert str(column(table, "quote")[0]).startswith("5月12日")


def test_attendees_come_in_the_order_of_the_list_with_their_capacities(store: Store) -> None:
    table = ask(store, "attendees-of", {"meeting": "疫情防控工作会议"})
    rows = list(zip(column(table, "article"), column(table, "official"), column(table, "capacities"), strict=True))
    assert rows == [
        ("a1", "林海峰", "主持、讲话"),
        ("a1", "孙志刚", "出席"),
        ("a2", "林海峰", "主持"),
        ("a2", "孙志刚", "出席"),
        ("a2", "周明", "出席"),
    ]


def test_what_was_taken_for_one_person_says_why(store: Store) -> None:
    table = ask(store, "who-is-who", {"official": "林海峰"})
    assert column(table, "reason") == ["林海峰 of 2 articles is one person: all of 云川市."]


@pytest.mark.parametrize(
    ("name", "parameters", "said"),
    [
        ("chaired_by", {}, "did you mean chaired-by"),
        ("zzz", {}, "there are absent, agenda-of"),
        ("chaired-by", {}, r"needs official=… \(人员姓名; the official's name\)"),
        ("chaired-by", {"oficial": "林"}, "did you mean official"),
        ("chairs", {"official": "林"}, "it has none"),
        ("chaired-by", {"official": ""}, "official is empty"),
        ("co-attendance", {"least": "many"}, "a number, not 'many'"),
        ("meetings-on", {"date": "12 May"}, "a date such as"),
    ],
)
def test_what_cannot_be_asked_is_answered_with_what_can(store: Store, name: str, parameters: dict[str, str], said: str) -> None:
    with pytest.raises(QuestionError, match=said):
        ask(store, name, parameters)


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_a_parameter_is_a_value_whatever_it_holds(store: Store, text: str) -> None:
    for attack in (text, f'" }} {text}', f'林" UNION {{ ?s ?p "{text}', f"\\{text}"):
        assert ask(store, "chaired-by", {"official": attack}).rows == ()


def test_only_an_open_variable_can_be_bound() -> None:
    query = "SELECT * { VALUES ?_name { UNDEF } ?o foaf:name ?_name }"
    assert places(query) == ("_name",)
    assert bound(query, {"_name": 'a"?_name\n'}) == 'SELECT * {  ?o foaf:name "a\\"?_name\\n" }'
    with pytest.raises(QuestionError, match="leaves no"):
        bound(query, {"other": "x"})
    with pytest.raises(QuestionError, match="no text"):
        bound(query, {"_name": "\ud800"})


def test_free_queries_of_every_form_are_answered(store: Store) -> None:
    assert ask_query(store, "SELECT (COUNT(*) AS ?n) { ?m a gm:Meeting }") == Table(("n",), ((2,),))
    assert ask_query(store, "ASK { ?m a gm:Meeting }") is True
    turtle = ask_query(store, "CONSTRUCT { ?o foaf:name ?n } WHERE { ?o foaf:name ?n }")
    assert isinstance(turtle, str)
    assert '<article/a1/o1> foaf:name "林海峰" .' in turtle
    assert "gm:Meeting" in str(ask_query(store, "DESCRIBE <https://w3id.org/govmeet/id/article/a1/m1>"))


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }",
        "select * { service silent ?x { ?s ?p ?o } }",
        "SELECT * { SERVICE<http://example.org/> { ?s ?p ?o } }",
        "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
        "SELECT * FROM NAMED <http://example.org/> { ?s ?p ?o }",
        "PREFIX e: <http://example.org/> SELECT * FROM e:x { ?s ?p ?o }",
        "PREFIX : <http://example.org/> SELECT * FROM:x { ?s ?p ?o }",
        'SELECT * { FILTER(?a<5#>"\n) SERVICE <http://example.org/> { ?s ?p ?o } } #"',
        'SELECT * { FILTER(?a<5#>"""\n) SERVICE <http://example.org/> { ?s ?p ?o } #"""\n }',
        "SELECT * { # SELECT\n SERVICE <http://example.org/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p '\\u0027 } SERVICE <x> { ?s ?p ?o' }",
        "INSERT DATA { <a:s> <a:p> 1 }",
        "PREFIX e: <http://example.org/> DELETE WHERE { ?s ?p ?o }",
        "LOAD <http://example.org/>",
        "",
        "# SELECT * { ?s ?p ?o }",
        "SELECT * { ?s ?p 'open }",
        "SELECT * { ?s ?p ",
    ],
)
def test_a_query_that_changes_reaches_out_or_is_none_is_refused(store: Store, query: str) -> None:
    with pytest.raises(QuestionError):
        ask_query(store, query)


@pytest.mark.parametrize(
    "query",
    [
        'SELECT ?t { ?s gm:text ?t FILTER(CONTAINS(?t, "from SERVICE")) }',
        "SELECT ?service ?from { ?service ?from ?o } # from here",
        "SELECT * { ?s <http://example.org/service> ?o }",
        "SELECT * { ?s <http://example.org/from> ?o }",
    ],
)
def test_the_words_may_stand_where_they_mean_nothing(store: Store, query: str) -> None:
    assert checked(query) == query
    assert isinstance(ask_query(store, query), Table)


def test_a_head_that_does_not_fit_its_query_is_an_error_that_names_the_file() -> None:
    for text, said in (
        ("# @zh 谁？\nSELECT * { ?s ?p ?o }", "one line `# @en`"),
        ("# @zh 谁？\n# @en Who?\n# @param x text\nSELECT * { ?s ?p ?o }", "cannot read"),
        ("# @zh 谁？\n# @en Who?\nSELECT * { VALUES ?_x { UNDEF } }", "not those that the query leaves open"),
    ):
        with pytest.raises(QuestionError, match=rf"^mine\.rq: .*{said}"):
            questions._read("mine", text)


def test_values_come_back_as_what_they_are(store: Store) -> None:
    query = 'SELECT ("a" AS ?s) (1 AS ?i) (1.5 AS ?d) (true AS ?b) (<a:b> AS ?u) ?none ("2020-05"^^xsd:gYearMonth AS ?y) {}'
    assert store.select(query).rows == (("a", 1, 1.5, True, "a:b", None, "2020-05"),)
