"""Invented registers for the tests of views, exports and pictures: tiny, a sample, large, and one with hostile names."""

from __future__ import annotations

import random

from kg.view.register import Register, register
from kg.view.rows import ArticleRow, EvidenceRow, MeetingRow, OfficialRow, ParticipationRow, RoleRow

BASE = "https://w3id.org/govmeet/id/"
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜"
GIVEN = "文武明德建国海峰立新志远春华秋实永安长青思源和平光辉继先卫东学军玉兰晓燕雪梅"
WORDS = {
    "posts": "市委书记 市长 副市长 市委常委 市人大常委会主任 市政协主席 市委秘书长 市公安局局长 省委书记 省长 副省长 "
    "平川县委书记 平川县县长 东湖区委书记 青石镇党委书记 国务院总理 国务院副总理 市卫生健康委主任 市财政局局长",
    "bodies": "云川市政府 云川市委常委会 省委常委会 省政府 国务院 平川县委 市疫情防控工作领导小组 东湖区政府",
    "kinds": "常务会议 专题会议 疫情防控工作视频会议 经济运行调度会 党组理论学习中心组集体学习会 安全生产工作电视电话会议",
}
POSTS, BODIES, KINDS = (words.split() for words in WORDS.values())
HOSTILE = (
    "<script>alert(1)</script>",
    "</script><b>甲",
    '"><img src=x onerror=alert(2)>',
    "乙\u202e丙",
    "=cmd|' /C calc'!A0",
    "\u2028丁\x07",
)


def made(people: int, meetings: int, seed: int = 7, most: int = 12) -> Register:
    """Make a register in which few officials are at many meetings (Zipf), and teams meet among themselves."""
    chance = random.Random(seed)
    names = [_name(chance) for _ in range(people)]
    officials = [OfficialRow(f"{BASE}article/a/{number:05}", name) for number, name in enumerate(names)]
    posts = [chance.choice(POSTS) for _ in names]
    team_of = [number % max(3, people // 60) for number in range(people)]
    teams = [[number for number in range(people) if team_of[number] == team] for team in range(max(team_of) + 1)]
    rows: list[MeetingRow] = []
    said: list[ParticipationRow] = []
    articles: list[ArticleRow] = []
    evidence: list[EvidenceRow] = []
    roles: dict[str, RoleRow] = {}
    for number in range(meetings):
        body, kind = chance.choice(BODIES), chance.choice(KINDS)
        day = f"{2018 + number * 5 // meetings}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        article = f"{BASE}article/a{number:05}"
        team = teams[min(int(chance.paretovariate(0.9)) - 1, len(teams) - 1)]
        size = min(len(team), 2 + int(chance.paretovariate(1.1)), most)
        members = list(dict.fromkeys(team[min(int(chance.paretovariate(0.8)) - 1, len(team) - 1)] for _ in range(size)))
        listed = "、".join(posts[member] + names[member] for member in members[1:])
        sentence = f"{posts[members[0]]}{names[members[0]]}主持召开{body}{kind}，{listed}出席会议。"
        articles.append(
            ArticleRow(
                article, f"{body}召开{kind}", day, chance.choice(("云川日报", "平川晚报")), f"https://news.example/{number}"
            )
        )
        evidence.append(EvidenceRow(f"{article}/e0", article, 0, len(sentence), sentence))
        rows.append(
            MeetingRow(
                f"{article}/m1",
                body + kind,
                name=body + kind,
                start=day,
                body=body,
                articles=(article,),
                evidence=(f"{article}/e0",),
            )
        )
        for position, member in enumerate(members, 1):
            capacities = ("chair", "speaker") if position == 1 else ("attendee",)
            said.append(
                ParticipationRow(
                    f"{article}/p{position}",
                    f"{article}/m1",
                    officials[member].id,
                    capacities,
                    position,
                    posts[member],
                    article,
                    (f"{article}/e0",),
                )
            )
            role = f"{article}/r{position}"
            roles[role] = RoleRow(role, officials[member].id, posts[member], "incumbent", "", article, (f"{article}/e0",))
    return register(officials, rows, said, roles.values(), articles, evidence)


def hostile() -> Register:
    """Make one meeting whose every text is an attack on the page that shows it."""
    article, sentence = f"{BASE}article/h", f"主持人{''.join(HOSTILE)}主持会议。"
    officials = [OfficialRow(f"{article}/o{number}", name) for number, name in enumerate(HOSTILE)]
    said = [
        ParticipationRow(
            f"{article}/p{number}",
            f"{article}/m1",
            official.id,
            ("chair",) if number < 2 else ("attendee",),
            number + 1,
            HOSTILE[0],
            article,
            (f"{article}/e0",),
        )
        for number, official in enumerate(officials)
    ]
    return register(
        officials,
        [
            MeetingRow(
                f"{article}/m1", HOSTILE[2], start="2020-05-12", body=HOSTILE[1], articles=(article,), evidence=(f"{article}/e0",)
            )
        ],
        said,
        [RoleRow(f"{article}/r0", officials[0].id, HOSTILE[2], "incumbent", "", article, (f"{article}/e0",))],
        [ArticleRow(article, HOSTILE[0], "2020-05-13", HOSTILE[2], "javascript:alert(3)")],
        [EvidenceRow(f"{article}/e0", article, 0, len(sentence), sentence)],
    )


def empty() -> Register:
    """Make a register that holds nothing."""
    return register([], [], [], [], [], [])


def _name(chance: random.Random) -> str:
    return chance.choice(SURNAMES) + "".join(chance.sample(GIVEN, chance.choice((1, 2, 2))))
