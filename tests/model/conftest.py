"""An invented report and what it says, made by hand: the codec and the check of evidence need no extractor."""

from __future__ import annotations

import pytest

from kg.model.dates import PartialDate
from kg.model.records import AgendaItem, Directive, Extraction, Group, Meeting, Official, Participation, Role
from kg.model.text import Article, Evidence, Segment, Stated

TEXT = (
    "3月2日，青禾市市长罗闻主持召开市政府第8次常务会议。副市长白晓岚（女，回族）、秘书长简\n直出席，"
    "高岩请假。会议传达全省防汛工作会议精神，各镇负责人列席。罗闻强调，水务、应急部门要在5月底前\n　　修好三条堤坝。"
    "会议要求，各镇须认真落实《青禾市防汛办法》。"
)


def cite(words: str, rule: str = "by-hand", after: int = 0) -> Evidence:
    """Return where the words stand in the invented report."""
    start = TEXT.index(words, after)
    return Evidence(start, start + len(words), rule)


def said(words: str, value: str | None = None) -> Stated[str]:
    """Return the words, or another value that is read from them, with where they stand."""
    return Stated(words if value is None else value, cite(words))


@pytest.fixture
def extraction() -> Extraction:
    return Extraction(
        article=Article(
            id="qinghe-1",
            text=TEXT,
            title="罗闻主持召开市政府常务会议",
            published=PartialDate(2021, 3, 3),
            place="青禾市",
            publisher="青禾日报",
            segments=(Segment(0, 5, 10, 15),),
        ),
        kind="meeting",
        place="青禾市",
        place_from="given",
        officials=(
            Official("o1", "罗闻", (cite("罗闻"),)),
            Official("o2", "白晓岚", (cite("白晓岚"), cite("（女，回族）")), sex="female", ethnicity="回族"),
            Official("o3", "简直", (cite("简\n直"),)),
            Official("o4", "高岩", (cite("高岩"),)),
        ),
        roles=(
            Role("r1", "o1", "青禾市市长", "incumbent", "青禾市", cite("青禾市市长罗闻")),
            Role("r2", "o2", "副市长", "incumbent", None, cite("副市长白晓岚")),
        ),
        meetings=(
            Meeting(
                "m1",
                cite("青禾市市长罗闻主持召开市政府第8次常务会议"),
                name=said("市政府第8次常务会议"),
                kind="executive",
                body=said("市政府"),
                session=said("第8次"),
                form=Stated("in_person", cite("召开")),
                date=Stated(PartialDate(2021, 3, 2), cite("3月2日")),
                agenda=(AgendaItem("convey", "全省防汛工作会议精神", cite("传达全省防汛工作会议精神")),),
                conveys=(said("全省防汛工作会议"),),
            ),
        ),
        participations=(
            Participation("p2", "m1", "o2", (said("出席", "attendee"),), 1, "副市长"),
            Participation("p3", "m1", "o3", (said("出席", "attendee"),), 2, "秘书长"),
            Participation("p1", "m1", "o1", (said("罗闻主持", "chair"), said("罗闻强调", "speaker"))),
            Participation("p4", "m1", "o4", (said("高岩请假", "excused"),)),
        ),
        groups=(Group("g1", "m1", "各镇负责人", "observer", cite("各镇负责人列席")),),
        directives=(
            Directive(
                "d1",
                "水务、应急部门要在5月底前修好三条堤坝。",
                cite("水务、应急部门要在5月底前\n　　修好三条堤坝。"),
                "o1",
                said("强调"),
                "require",
                "m1",
                addressees=(said("水务、应急部门"),),
                deadline=said("5月底前"),
            ),
            Directive(
                "d2",
                "各镇须认真落实《青禾市防汛办法》。",
                cite("各镇须认真落实《青禾市防汛办法》。"),
                None,
                said("要求"),
                "must",
                "m1",
                addressees=(Stated("各镇", cite("各镇须")),),
                documents=(said("《青禾市防汛办法》"),),
            ),
        ),
    )
