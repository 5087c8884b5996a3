"""Who is held to be whom, and why."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.model.resolution import Key, Named, Resolution, Summary, Told
from kg.resolve import resolve
from kg.resolve.clusters import Clusters


def article(
    identifier: str,
    *officials: tuple[str, ...],
    place: str | None = None,
    published: str | None = "2020-05-12",
    meetings: tuple[Told, ...] = (),
) -> Summary:
    """Return an article that names officials, each a name and posts."""
    named = tuple(Named(f"o{number}", name, posts) for number, (name, *posts) in enumerate(officials, 1))  # type: ignore[arg-type]
    return Summary(identifier, published, place, named, meetings, (), (), ())


def groups(resolution: Resolution, *keys: tuple[str, str]) -> list[int]:
    """Number the canonical records of some, from 0, in the order of first appearance."""
    canonical = [resolution.of(*key) for key in keys]
    return [list(dict.fromkeys(canonical)).index(one) for one in canonical]


def test_one_name_in_one_place_is_one_person() -> None:
    found = resolve([article("a", ("林海",), place="云川市"), article("b", ("林海",), place="云川市")])
    assert groups(found, ("a", "o1"), ("b", "o1")) == [0, 0]
    (judgement,) = found.judgements
    assert (judgement.verdict, judgement.rule) == ("same", "same_name_and_place")
    assert judgement.reason == "林海 of 2 articles is one person: all of 云川市."


def test_one_name_in_two_places_is_kept_apart_and_said_to_be_undecided() -> None:
    found = resolve([article("a", ("林海", "市长"), place="云川市"), article("b", ("林海", "市长"), place="平川市")])
    assert groups(found, ("a", "o1"), ("b", "o1")) == [0, 1]
    assert [judgement.verdict for judgement in found.judgements] == ["cannot tell"]


def test_a_post_joins_a_province_and_its_city_and_nothing_else_does() -> None:
    province = article("a", ("林海", "省委书记"), ("高岩", "省长"), place="江北省")
    city = article("b", ("林海", "省委书记"), ("高岩", "市长"), place="江北省云川市")
    found = resolve([province, city])
    assert groups(found, ("a", "o1"), ("b", "o1"), ("a", "o2"), ("b", "o2")) == [0, 0, 1, 2]


def test_where_no_article_knows_its_place_the_name_decides() -> None:
    found = resolve([article("a", ("林海", "省长")), article("b", ("林海", "部长"))])
    assert groups(found, ("a", "o1"), ("b", "o1")) == [0, 0]


def test_a_mention_without_a_place_joins_the_only_holder_of_its_post() -> None:
    somewhere = article("a", ("林海", "市长"), place="云川市")
    nowhere = article("b", ("林海", "市长"))
    assert groups(resolve([somewhere, nowhere]), ("a", "o1"), ("b", "o1")) == [0, 0]
    elsewhere = article("c", ("林海", "市长"), place="平川市")
    assert groups(resolve([somewhere, nowhere, elsewhere]), ("a", "o1"), ("b", "o1"), ("c", "o1")) == [0, 1, 2]


def test_two_of_one_name_in_one_article_stay_two_and_posts_tell_which_is_which() -> None:
    both = article("a", ("王伟", "市长"), ("王伟", "县长"), place="云川市")
    later = article("b", ("王伟", "县长"), place="云川市", published="2020-06-01")
    unknown = article("c", ("王伟",), place="云川市", published="2020-06-02")
    found = resolve([both, later, unknown])
    assert groups(found, ("a", "o1"), ("a", "o2"), ("b", "o1"), ("c", "o1")) == [0, 1, 1, 2]
    assert {judgement.rule for judgement in found.judgements} == {"same_name_and_post", "namesakes_in_one_article"}


def test_the_canonical_record_is_that_of_the_earliest_article() -> None:
    late = article("a", ("林海",), published="2020-05-13")
    early = article("b", ("林海",), published="2020-05-12")
    undated = article("0", ("林海",), published=None)
    found = resolve([late, undated, early])
    assert {found.of(name, "o1") for name in ("a", "b", "0")} == {Key("b", "o1")}


MEETING = Told("m1", "防汛工作会议", "2020-05-12", ("林海", "高岩"))


def test_one_meeting_told_by_two_papers_of_a_place_is_one() -> None:
    found = resolve([article(name, place="云川市", meetings=(MEETING,)) for name in "ab"])
    assert groups(found, ("a", "m1"), ("b", "m1")) == [0, 0]
    assert found.judgements[0].reason == "2 articles tell of 防汛工作会议 on 2020-05-12 in 云川市."


def test_meetings_of_another_place_day_or_name_are_others() -> None:
    tellings = [
        article("a", place="云川市", meetings=(MEETING,)),
        article("b", place="平川市", meetings=(MEETING,)),
        article("c", place="云川市", meetings=(MEETING._replace(date="2020-05-13"),)),
        article("d", place="云川市", meetings=(MEETING._replace(name="防汛会议"),)),
        article("e", place="云川市", meetings=(MEETING._replace(date=None),)),
        article("f", place="云川市", meetings=(MEETING._replace(date=None),)),
    ]
    assert groups(resolve(tellings), *((name, "m1") for name in "abcdef")) == [0, 1, 2, 3, 4, 5]


def test_without_a_place_somebody_who_was_there_must_speak_for_it() -> None:
    tellings = [
        article("a", meetings=(MEETING,)),
        article("b", meetings=(MEETING._replace(present=("高岩", "白雪")),)),
        article("c", meetings=(MEETING._replace(present=("简直",)),)),
    ]
    assert groups(resolve(tellings), ("a", "m1"), ("b", "m1"), ("c", "m1")) == [0, 0, 1]


NAMES = st.sampled_from(["林海", "高岩"])
POSTS = st.sampled_from([(), ("市长",), ("县长",), ("市长", "县长")])
PLACES = st.sampled_from([None, "江北省", "江北省云川市", "江南省"])


@st.composite
def corpora(draw: st.DrawFn) -> list[Summary]:
    count = draw(st.integers(1, 6))
    return [
        article(
            f"a{number}",
            *draw(st.lists(st.tuples(NAMES, POSTS).map(lambda pair: (pair[0], *pair[1])), max_size=3)),
            place=draw(PLACES),
            published=draw(st.sampled_from([None, "2020-05-12", "2020-06"])),
            meetings=(MEETING,) if draw(st.booleans()) else (),
        )
        for number in range(count)
    ]


@given(corpora(), st.randoms(use_true_random=False))
def test_the_order_in_which_articles_come_changes_nothing(corpus: list[Summary], chance: object) -> None:
    shuffled = list(corpus)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert resolve(shuffled) == resolve(corpus)


@given(corpora())
def test_records_of_one_article_are_never_the_same_and_a_canonical_record_is_its_own(corpus: list[Summary]) -> None:
    found = resolve(corpus)
    for summary in corpus:
        canonical = [found.of(summary.article, official.id) for official in summary.officials]
        assert len(set(canonical)) == len(canonical)
        assert all(found.of(*key) == key for key in canonical)


@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=12))
def test_clusters_are_disjoint_and_never_hold_a_bar_twice(joins: list[tuple[int, int]]) -> None:
    bars = "aabbccdd"
    clusters = Clusters(bars)
    for left, right in joins:
        clusters.join(left, right)
    sets = list(clusters.sets())
    assert sorted(number for one in sets for number in one) == list(range(8))
    assert all(len({bars[number] for number in one}) == len(one) for one in sets)
