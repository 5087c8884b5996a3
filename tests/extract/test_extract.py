"""From an article to its records, all of it."""

from __future__ import annotations

from tellings import told

from kg.extract import EXTRACTORS, extract
from kg.model.codec import to_row
from kg.model.dates import PartialDate
from kg.model.text import Article
from kg.model.verify import verify

REPORT = """罗闻主持召开防汛会议

　　本报讯（记者 高航）3月2日，青禾市委书记罗闻主持召开全市防汛工作会议。市长白晓岚，副市长任重、秦岭出席会议。
　　会议传达学习全国防汛会议精神，听取水务局局长欧阳文关于堤坝的汇报，审议通过《青禾市防汛办法》。
　　罗闻强调，各镇要在5月底前修好堤坝；水务局要值守。不得瞒报。
　　市直有关部门负责人，各镇镇长在主会场参加会议。
"""


def test_a_report_gives_what_a_reader_would_write_down() -> None:
    found = extract(Article("a", REPORT, published=PartialDate(2021, 3, 3)))
    verify(found)
    row = to_row(found)
    assert sorted(row["persons"]) == sorted(["罗闻", "高航", "白晓岚", "任重", "秦岭", "欧阳文"])
    (meeting,) = row["meetings"]
    assert meeting["name"] == "全市防汛工作会议"
    assert meeting["date"] == "2021-03-02"
    assert meeting["chairs"] == ["罗闻"]
    assert sorted(meeting["attendees"]) == sorted(["罗闻", "白晓岚", "任重", "秦岭", "欧阳文"])
    assert sorted(meeting["speakers"]) == sorted(["罗闻", "欧阳文"])
    assert meeting["groups"] == ["市直有关部门负责人", "各镇镇长"]
    assert meeting["conveys"] == ["全国防汛会议"]
    assert [order["text"] for order in row["directives"]] == ["各镇要在5月底前修好堤坝；", "水务局要值守。", "不得瞒报。"]


def test_a_text_without_meeting_or_people_gives_nothing() -> None:
    found = told("堤坝完工了，水也清了。")
    assert not (found.officials or found.meetings or found.groups or found.directives)


def test_the_extractors_are_named_in_their_order() -> None:
    modules = [extractor.__module__.rpartition(".")[2] for extractor in EXTRACTORS]
    assert modules.index("officials") < modules.index("roles") < modules.index("meetings") < modules.index("participations")
    assert len(set(modules)) == len(modules)


def test_a_bracketed_date_behind_the_name_does_not_hide_the_meeting() -> None:
    (meeting,) = to_row(told("青禾县第九届人民代表大会第三次会议昨日（1月12日）下午胜利闭幕。"))["meetings"]
    assert (meeting["name"], meeting["date"]) == ("青禾县第九届人民代表大会第三次会议", "--01-12")


def test_who_chairs_and_speaks_in_one_verb_does_both() -> None:
    row = to_row(told("3月7日，青禾县委常委会召开扩大会议。县委书记罗闻主持并讲话，县长白晓岚出席。"))
    (meeting,) = row["meetings"]
    assert (meeting["chairs"], meeting["speakers"]) == (["罗闻"], ["罗闻"])


DIGEST = """一周要闻
▲3月7日，县长罗闻主持召开县政府第三次常务会议。
▲3月8日，副县长白晓岚检查堤坝。
▲3月9日，全县防汛会议召开，副县长任重主持。
"""


def test_each_meeting_of_a_weeks_digest_keeps_its_own_people() -> None:
    first, second = to_row(told(DIGEST))["meetings"]
    assert (first["chairs"], first["attendees"]) == (["罗闻"], ["罗闻"])
    assert (second["chairs"], second["attendees"]) == (["任重"], ["任重"])
