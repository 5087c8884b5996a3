"""Stores built from invented articles, for the tests of views and exports."""

from __future__ import annotations

from pathlib import Path

from kg.graph.building import Builder
from kg.graph.store import Store
from kg.model.dates import PartialDate
from kg.model.records import AgendaItem, Directive, Extraction, Group, Meeting, Official, Participation, Role
from kg.model.resolution import summarize
from kg.model.text import Article, Evidence, Stated
from kg.resolve import resolve

TEXT = (
    "5月12日，市委书记林海峰主持召开全市疫情防控工作会议，传达全省疫情防控工作会议精神。市长孙志刚（女，回族）出席会议，"
    "各县（市、区）党政主要领导在分会场参会。林海峰强调，卫生、公安部门要在5月底前严格落实责任。"
)
SECOND = "昨日，林海峰主持召开全市疫情防控工作会议，孙志刚、周明参加会议。"


def spoken(text: str, words: str) -> Evidence:
    """Return where the words stand."""
    start = text.index(words)
    return Evidence(start, start + len(words), "test")


def first() -> Extraction:
    """Return an article with one record of every class."""

    def at(words: str) -> Evidence:
        return spoken(TEXT, words)

    return Extraction(
        Article(
            "a1", TEXT, "云川召开疫情防控工作会议", PartialDate(2020, 5, 13), "云川市", "云川日报", "https://news.example/a1"
        ),
        "meeting",
        "云川市",
        "given",
        officials=(
            Official("o1", "林海峰", (at("林海峰"),)),
            Official("o2", "孙志刚", (at("孙志刚（女，回族）"),), "female", "回族"),
        ),
        roles=(
            Role("r1", "o1", "市委书记", "incumbent", "市委", at("市委书记林海峰")),
            Role("r2", "o2", "市长", "incumbent", None, at("市长孙志刚")),
        ),
        meetings=(
            Meeting(
                "m1",
                at("主持召开全市疫情防控工作会议"),
                name=Stated("全市疫情防控工作会议", at("全市疫情防控工作会议")),
                kind="work",
                date=Stated(PartialDate(2020, 5, 12), at("5月12日")),
                conveys=(Stated("全省疫情防控工作会议", at("全省疫情防控工作会议")),),
                agenda=(AgendaItem("convey", "传达全省疫情防控工作会议精神", at("传达全省疫情防控工作会议精神")),),
            ),
        ),
        participations=(
            Participation(
                "p1", "m1", "o1", (Stated("chair", at("林海峰主持")), Stated("speaker", at("林海峰强调"))), None, "市委书记"
            ),
            Participation("p2", "m1", "o2", (Stated("attendee", at("孙志刚（女，回族）出席会议")),), 1, "市长"),
        ),
        groups=(Group("g1", "m1", "各县（市、区）党政主要领导", "remote", at("各县（市、区）党政主要领导")),),
        directives=(
            Directive(
                "d1",
                "卫生、公安部门要在5月底前严格落实责任",
                at("卫生、公安部门要在5月底前严格落实责任"),
                "o1",
                Stated("强调", at("林海峰强调")),
                "require",
                "m1",
                addressees=(Stated("卫生、公安部门", at("卫生、公安部门")),),
                deadline=Stated("5月底前", at("5月底前")),
            ),
        ),
    )


def second() -> Extraction:
    """Return another paper's article on the same meeting, which says less and names one more."""

    def at(words: str) -> Evidence:
        return spoken(SECOND, words)

    names = ("林海峰", "孙志刚", "周明")
    return Extraction(
        Article("a2", SECOND, "疫情防控工作会议召开", PartialDate(2020, 5, 13), "云川市", "平川晚报"),
        "meeting",
        "云川市",
        "given",
        officials=tuple(Official(f"o{number}", name, (at(name),)) for number, name in enumerate(names, 1)),
        meetings=(
            Meeting(
                "m1",
                at("主持召开全市疫情防控工作会议"),
                name=Stated("全市疫情防控工作会议", at("全市疫情防控工作会议")),
                date=Stated(PartialDate(2020, 5, 12), at("昨日")),
            ),
        ),
        participations=(
            Participation("p1", "m1", "o1", (Stated("chair", at("林海峰主持")),)),
            Participation("p2", "m1", "o2", (Stated("attendee", at("孙志刚、周明参加会议")),), 1),
            Participation("p3", "m1", "o3", (Stated("attendee", at("孙志刚、周明参加会议")),), 2),
        ),
    )


def built(folder: Path, *extractions: Extraction) -> Store:
    """Build a store of the extractions and open it."""
    summaries = [summarize(extraction) for extraction in extractions]
    with Builder(folder) as builder:
        for extraction in extractions:
            builder.add(extraction)
        builder.link(summaries, resolve(summaries))
    return Store.open(folder)
