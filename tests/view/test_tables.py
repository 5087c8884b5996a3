import pytest
import stores

from kg.view import tables
from kg.view.network import attendance_network, chairs_network
from kg.view.reading import Reading

A1 = "https://w3id.org/govmeet/id/article/a1"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory):
    with stores.built(tmp_path_factory.mktemp("store"), stores.first(), stores.second()) as found:
        yield found


@pytest.fixture(scope="module")
def told(store) -> Reading:
    return Reading(store)


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Reading:
    with stores.built(tmp_path_factory.mktemp("alone"), stores.first()) as found:
        return Reading(found)


def test_a_meeting_told_by_two_papers_is_one_row_with_both_articles(told) -> None:
    (meeting,) = tables.meetings(told)
    assert (meeting.name, meeting.start, meeting.kind) == ("全市疫情防控工作会议", "2020-05-12", "work")
    assert len(meeting.articles) == 2
    assert meeting.conveys == ("全省疫情防控工作会议",)


def test_an_official_of_two_articles_is_one_row_with_what_either_says(told) -> None:
    officials = {row.name: row for row in tables.officials(told)}
    assert sorted(officials) == ["周明", "孙志刚", "林海峰"]
    assert (officials["孙志刚"].sex, officials["孙志刚"].ethnicity) == ("female", "回族")
    assert len(officials["林海峰"].mentions) == 2


def test_participations_stay_as_each_article_tells_them(told) -> None:
    rows = tables.participations(told)
    assert len(rows) == 5
    assert {row.meeting for row in rows} == {f"{A1}/m1"}
    (chair,) = (row for row in rows if row.chairs and row.article == A1)
    assert chair.capacities == ("chair", "speaker")
    assert chair.post == "市委书记"


def test_every_row_leads_to_a_sentence(told) -> None:
    sentences = {row.id: row for row in tables.evidence(told)}
    rows = [
        *tables.participations(told),
        *tables.roles(told),
        *tables.directives(told),
        *tables.groups(told),
    ]
    rows += [*tables.agenda(told), *tables.meetings(told)]
    assert rows
    for row in rows:
        assert row.evidence
        assert all(sentences[key].quote for key in row.evidence)


def test_a_role_names_its_post_its_body_and_its_article(alone) -> None:
    roles = {row.post: row for row in tables.roles(alone)}
    assert (roles["市委书记"].organization, roles["市委书记"].status) == ("市委", "incumbent")
    assert roles["市长"].organization == ""
    assert roles["市长"].article == A1


def test_a_directive_names_issuer_addressees_and_deadline(alone) -> None:
    (directive,) = tables.directives(alone)
    assert directive.issuer == f"{A1}/o1"
    assert directive.addressees == ("卫生、公安部门",)
    assert (directive.modality, directive.deadline, directive.meeting) == ("require", "5月底前", f"{A1}/m1")


def test_groups_agenda_organizations_and_articles_are_read(alone) -> None:
    assert [(row.text, row.capacities) for row in tables.groups(alone)] == [("各县（市、区）党政主要领导", ("remote",))]
    assert [(row.position, row.action) for row in tables.agenda(alone)] == [(1, "convey")]
    assert {(row.name, row.level) for row in tables.organizations(alone)} == {
        ("市委", "city"),
        ("卫生、公安部门", "unknown"),
    }
    (article,) = tables.articles(alone)
    assert (article.headline, article.published, article.publisher) == ("云川召开疫情防控工作会议", "2020-05-13", "云川日报")
    assert (article.url, article.kind, article.jurisdiction) == ("https://news.example/a1", "meeting", "云川市")


def test_the_networks_of_a_store_join_what_its_articles_say(store) -> None:
    register = tables.read_register(store)
    assert chairs_network(register).number_of_edges() == 1
    graph = attendance_network(register)
    assert sorted(label for _, label in graph.nodes(data="label")) == ["周明", "孙志刚", "林海峰"]
    assert {weight for _, _, weight in graph.edges(data="weight")} == {0.5}
