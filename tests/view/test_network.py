from itertools import combinations

import registers
from hypothesis import given
from hypothesis import strategies as st

from kg.view.network import attendance_network, chairs_network
from kg.view.register import Register, register
from kg.view.rows import ArticleRow, EvidenceRow, MeetingRow, OfficialRow, ParticipationRow, RoleRow

ARTICLES = [
    ArticleRow("a1", "云川市召开疫情防控工作会议", "2020-05-13", "云川日报", "https://news.example/1"),
    ArticleRow("a2", "市政府召开常务会议", "2020-06-02", "云川日报", "https://news.example/2"),
]
SENTENCES = [
    EvidenceRow("e1", "a1", 0, 24, "5月12日，市委书记林海峰主持召开全市疫情防控工作会议，市长孙志刚、副市长周明出席。"),
    EvidenceRow("e2", "a2", 0, 20, "市长孙志刚主持召开市政府常务会议，副市长周明汇报。"),
]
MEETINGS = [
    MeetingRow("m1", "全市疫情防控工作会议", start="2020-05-12", articles=("a1",), evidence=("e1",)),
    MeetingRow("m2", "市政府常务会议", body="市政府", articles=("a2",), evidence=("e2",)),
]
OFFICIALS = [OfficialRow("o1", "林海峰"), OfficialRow("o2", "孙志刚"), OfficialRow("o3", "周明"), OfficialRow("o4", "吴立")]
ROLES = [
    RoleRow("r1", "o1", "市委书记", "incumbent", "", "a1", ("e1",)),
    RoleRow("r2", "o2", "市长", "incumbent", "", "a1", ("e1",)),
]


def seat(number: int, meeting: str, official: str, capacity: str) -> ParticipationRow:
    article, sentence = ("a1", "e1") if meeting == "m1" else ("a2", "e2")
    return ParticipationRow(f"p{number}", meeting, official, (capacity,), number, "", article, (sentence,))


SEATS = [
    seat(1, "m1", "o1", "chair"),
    seat(2, "m1", "o2", "attendee"),
    seat(3, "m1", "o3", "attendee"),
    seat(4, "m1", "o4", "excused"),
    seat(5, "m2", "o2", "chair"),
    seat(6, "m2", "o3", "presenter"),
]


def two_meetings() -> Register:
    return register(OFFICIALS, MEETINGS, SEATS, ROLES, ARTICLES, SENTENCES)


def test_a_small_meeting_ties_its_members_more_than_a_large_one() -> None:
    graph = attendance_network(two_meetings())
    assert graph.edges["o1", "o2"]["weight"] == 0.5
    assert graph.edges["o2", "o3"]["weight"] == 1.5


def test_who_was_excused_was_not_there() -> None:
    graph = attendance_network(two_meetings())
    assert "o4" not in graph


def test_a_tie_says_how_often_from_when_to_when_and_quotes_the_smallest_meeting() -> None:
    tie = attendance_network(two_meetings()).edges["o2", "o3"]
    assert (tie["shared"], tie["first"], tie["last"], tie["meeting"]) == (2, "2020-05-12", "2020-06-02", "市政府常务会议")
    assert tie["quote"] == SENTENCES[1].quote
    assert tie["article"] == "市政府召开常务会议"


def test_chairs_are_tied_to_their_meetings_with_the_sentence() -> None:
    graph = chairs_network(two_meetings())
    assert sorted(map(sorted, graph.edges)) == [["m1", "o1"], ["m2", "o2"]]
    assert graph.edges["o1", "m1"]["quote"] == SENTENCES[0].quote
    assert graph.nodes["o1"]["posts"] == "市委书记"
    assert graph.nodes["m2"]["date"] == "2020-06-02"  # the article's day, where the meeting's is not told


def test_the_level_comes_from_body_name_or_the_chairs_post() -> None:
    graph = chairs_network(two_meetings())
    assert {graph.nodes[node]["level"] for node in graph} == {"city"}


def test_only_the_strongest_ties_are_kept_when_there_are_too_many() -> None:
    graph = attendance_network(two_meetings(), ties=1)
    assert [tuple(sorted(edge)) for edge in graph.edges] == [("o2", "o3")]
    assert set(graph) == {"o1", "o2", "o3"}


@given(st.lists(st.sets(st.integers(0, 8), min_size=1, max_size=6), max_size=12))
def test_each_participant_gains_one_from_each_meeting_in_company(attended: list[set[int]]) -> None:
    """The weights of an official's ties add up to the number of meetings that the official did not attend alone."""
    officials = [OfficialRow(f"o{number}", str(number)) for number in range(9)]
    rows = [MeetingRow(f"m{number:02}", "会议") for number in range(len(attended))]
    seats = [
        ParticipationRow(f"p{number}-{member}", f"m{number:02}", f"o{member}", ("attendee",))
        for number, members in enumerate(attended)
        for member in members
    ]
    graph = attendance_network(register(officials, rows, seats, [], [], []))
    for member in set().union(*attended):
        in_company = sum(1 for members in attended if member in members and len(members) > 1)
        assert abs(graph.degree(f"o{member}", weight="weight") - in_company) < 1e-4
    pairs = {pair for members in attended for pair in combinations(sorted(members), 2)}
    assert graph.number_of_edges() == len(pairs)


def test_every_attribute_is_a_string_or_a_number() -> None:
    made = registers.made(40, 20)
    for graph in (chairs_network(made), attendance_network(made)):
        values = [value for _, told in graph.nodes(data=True) for value in told.values()]
        values += [value for _, _, told in graph.edges(data=True) for value in told.values()]
        assert values
        assert {type(value) for value in values} <= {str, int, float}
