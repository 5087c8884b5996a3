"""Newspaper pages made from articles: wrapped into columns, cut, headlines moved, captions doubled.

Places and people are invented.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from itertools import pairwise

from kg.source.width import cells

_NEVER_FIRST = "，。、；：！？”’）》」…%"


@dataclass(frozen=True)
class Told:
    """An article as it was written, before a page was made of it."""

    title: str | None
    paragraphs: tuple[str, ...]
    subtitle: str | None = None
    byline: str | None = None
    caption: str | None = None
    headings: tuple[str, ...] = ()

    @property
    def head(self) -> list[str]:
        return [line for line in (self.title, self.subtitle, self.byline) if line]

    @property
    def text(self) -> str:
        return "\n".join([*self.head, *self.paragraphs, *([self.caption] if self.caption else [])])


TOLD = (
    Told(
        "云河市召开防汛工作调度会",
        (
            "本报讯（记者秦岚）7月3日，市委副书记、市长沈怀远主持召开全市防汛工作调度会，听取水利、气象等部门汇报，安排部署当前防汛工作。",
            "沈怀远强调，各县区要把防汛作为当前头等大事，加密巡查水库堤坝，及时转移低洼地带群众，确保安全度汛。"
            "水利部门要科学调度上游三座水库，留足防洪库容；气象部门要滚动发布雨情预报，为指挥决策提供依据。",
            "副市长贺兰亭，市政府秘书长佟一鸣出席会议。各县区主要负责同志在分会场参加会议。",
        ),
    ),
    Told(
        "石桥镇苹果园里话丰收",
        (
            "清早的露水还没有散尽，石桥镇柳树沟村的苹果园里已经热闹起来。果农蔺春生踩着木梯，把一个个红透的苹果轻轻放进筐里。",
            "“今年雨水匀，果子个头大，客商早早就把定金交了。”蔺春生算了一笔账，二十亩果园一年能收入十几万元，比过去种玉米强得多。",
            "柳树沟村原来是有名的旱塬，靠天吃饭。五年前村里打了机井，铺了滴灌，请来农艺师教大家拉枝、套袋。"
            "如今全村苹果种植面积达到一千八百亩，建起了冷库和选果线，苹果卖到了南方十几个城市。",
        ),
        subtitle="——柳树沟村见闻",
        byline="●尤小满",
        caption="图①果农在采摘苹果。图②工人在选果线上分拣苹果，准备装箱发往外地。",
    ),
    Told(
        "市人大常委会举行第十八次会议",
        (
            "本报讯（记者温宁）7月2日，市六届人大常委会举行第十八次会议。市人大常委会主任褚明山主持会议并讲话。",
            "会议听取和审议了市政府关于上半年预算执行情况的报告、关于学前教育条例实施情况的报告，表决通过了有关人事任免事项。"
            "褚明山为新任命的国家机关工作人员颁发任命书，并组织宪法宣誓。",
            "市人大常委会副主任凌志坚、阮秋白，秘书长费云龙出席会议。副市长贺兰亭，市中级人民法院院长梅一川列席会议。",
        ),
    ),
    Told(
        "青松岭隧道提前贯通",
        (
            "随着最后一声爆破响起，全长四千六百米的青松岭隧道昨日提前两个月贯通，云河至平川高速公路的控制性工程取得突破。",
            "隧道穿过三条断裂带，最大涌水量每天超过两万立方米。施工单位采用超前地质预报和帷幕注浆，两年多来没有发生一起伤亡事故。",
            "高速公路建成以后，从云河市区到平川县城的车程将由两个半小时缩短到五十分钟，沿线七个乡镇的农产品外运不再绕行老国道。",
        ),
        byline="●景小舟",
    ),
    Told(
        "我市开展中小学食堂食品安全检查",
        (
            "本报讯（记者苗青）秋季开学前夕，市市场监管局联合市教育局，对全市一百三十二所中小学食堂开展食品安全专项检查。",
            "检查组查看了食材采购台账、留样冰箱和餐具消毒记录，对五所学校存在的进货查验不全、防蝇设施破损等问题当场下达整改通知。",
            "市市场监管局负责人表示，开学后还将组织回头看，对整改不到位的学校食堂予以停业，并在网上公布名单，请家长监督。",
        ),
    ),
    Told(
        "一位老邮递员的四十年山路",
        (
            "葛长顺今年五十九岁，再过三个月就要退休了。他负责的邮路在白鹤山里，来回八十多公里，一走就是四十年。",
            "早些年没有公路，他背着邮包翻山，鞋子一年要磨破七八双。遇上大雪封山，他就住在护林员的窝棚里，第二天接着走。",
            "山里老人多，年轻人寄回来的汇款单、药品和照片，都经他的手送到。有人不识字，他就坐在炕头把信念完，再替老人写回信。",
            "去年邮路通了摩托车，他带的徒弟也能独自跑完全程。葛长顺说，等退休了，想把这些年走过的村子再慢慢走一遍。",
        ),
        subtitle="——记白鹤山邮政所职工葛长顺",
        byline="●尹小可",
    ),
    Told(
        "平川县推进城乡供水一体化",
        (
            "本报讯（通讯员常青 陶然）今年以来，平川县把城乡供水一体化列为民生工程，"
            "投资二亿三千万元新建水厂两座，铺设管网四百多公里。",
            "工程以红石崖水库为水源，采用城市管网延伸的办法，让九个乡镇的居民喝上与县城同网、同质、同价的自来水。"
            "目前，第一水厂主体已经完工，净水设备正在安装调试，年底前可以通水。",
            "县水务局还成立了供水服务中心，实行统一抄表、统一维修，群众打一个电话就能上门处理漏水和停水。",
        ),
    ),
    Told(
        "市文化馆送戏下乡受欢迎",
        (
            "锣鼓一响，平日安静的打谷场坐满了人。市文化馆的演员们在石桥镇搭台唱戏，两出折子戏、一段快板，赢得台下阵阵掌声。",
            "这是市文化馆今年的第三十六场送戏下乡演出。演员们把移风易俗、防范电信诈骗的故事编进快板，乡亲们听得懂、记得住。",
            "馆长卓文秀说，下半年还要排练一台反映邮递员生活的小戏，请群众点单，把舞台搭到更偏远的山村去。",
        ),
        caption="图为演员在打谷场上演出折子戏。",
    ),
    Told(
        None,
        (
            "本报讯（记者陆鸣）连日来，城关区组织志愿者清理背街小巷的小广告和积存垃圾，一周共清理垃圾四十余吨，粉刷墙面六千平方米。",
            "城关区城管局还在居民小区设置了便民信息栏，供群众免费张贴租房、家政等信息，从源头上减少乱贴乱画。",
        ),
    ),
    Told(
        "工业园区企业用工有了新办法",
        (
            "本报讯（记者秦岚）为破解企业招工难，云河工业园区推出共享用工平台，淡季企业的熟练工可以到旺季企业短期上岗。",
            "平台上线两个月来，已有四十三家企业发布岗位信息，调剂用工一千二百多人次。园区管委会为共享员工统一购买工伤保险，解除后顾之忧。",
            "一家纺织企业的厂长说，往年订单集中时要高薪抢人，如今在手机上点一点，三天就补齐了缺口。",
        ),
    ),
)

FEATURE = Told(
    "社区里的小小议事厅",
    (
        "傍晚六点半，梧桐社区的议事厅亮起灯。十几位居民围坐在一起，商量小区停车位怎么划。",
        "谁家的事谁来说",
        "议事厅是去年春天办起来的。社区把一间旧车库腾出来，刷白墙壁，摆上长桌，居民有事就来坐坐。刚开始大家不愿开口，"
        "社区主任邢素梅就一家一家去请，请了半个月，桌边才坐满了人。",
        "议定的事马上办",
        "停车位、晾衣杆、快递柜，一年多来，议事厅议定了五十七件事，办成了五十一件，没有办成的也张榜说明原因。",
    ),
    byline="●尤小满",
    headings=("谁家的事谁来说", "议定的事马上办"),
)


@dataclass(frozen=True)
class Style:
    """How a page is set: paragraphs ``kept`` indented, ``stripped`` of their indent, or ``flush``; where headlines stand."""

    indent: str = "stripped"
    heads: str = "mixed"
    torn: bool = True
    masthead: bool = False
    interleaved: bool = False


def make_page(seed: int, count: int, style: Style) -> tuple[list[Told], str]:
    """Return some articles, in their order on the page, and the page that was made of them."""
    rnd = random.Random(seed)
    told = rnd.sample(TOLD, count)
    blocks: list[list[str]] = []
    late: list[list[str]] = []
    waiting: list[list[str]] = []
    for article in told:
        where = rnd.choice(("before", "after", "end")) if style.heads == "mixed" else style.heads
        if where == "before" and article.head:
            blocks.append(article.head)
        columns = _columns(article, rnd, style)
        keep = columns[-1:] if style.interleaved and len(columns) > 1 and not waiting else []
        blocks += columns[: len(columns) - len(keep)]
        if waiting:
            blocks += waiting
            waiting = []
        waiting = keep
        if article.caption:
            blocks.append([_twice(line, rnd) for line in wrap(article.caption, 28, 28)])
        if where == "after" and article.head:
            blocks.append(article.head)
        if where == "end" and article.head:
            late.append(article.head)
    rnd.shuffle(late)
    page = "\n\n".join("\n".join(block) for block in [*blocks, *waiting, *late]) + "\n"
    if style.masthead:
        page = f"云河日报　2021年7月4日　星期日　第01版\n\n{page}\n责任编辑：温宁　版式：苗青\n"
    return told, page


def _columns(article: Told, rnd: random.Random, style: Style) -> list[list[str]]:
    """Wrap an article and cut it into blocks: at paragraphs, and where a column ends in mid-sentence."""
    width = rnd.choice((28, 32, 36, 42, 46))
    blocks: list[list[str]] = []
    for paragraph in article.paragraphs:
        if paragraph in article.headings:
            blocks.append([paragraph])
            continue
        lines = wrap(paragraph, width, width if style.indent == "flush" else width - 4)
        if style.indent == "kept":
            lines[0] = "　　" + lines[0]
        joined = bool(blocks) and (blocks[-1][-1] in article.headings or style.indent == "kept")
        if joined:
            blocks[-1] += lines
        else:
            blocks.append(lines)
    return [part for block in blocks for part in (_tear(block, rnd) if style.torn else [block])]


def _tear(block: list[str], rnd: random.Random) -> list[list[str]]:
    places = [place for place in range(2, len(block) - 1) if block[place - 1][-1] not in "。”"]
    if len(block) < 5 or not places or rnd.random() < 0.5:
        return [block]
    place = rnd.choice(places)
    return [block[:place], block[place:]]


def wrap(text: str, width: int, first: int) -> list[str]:
    """Cut a text into lines of so many cells; no line begins with a closing mark."""
    lines, line, limit = [], "", first
    for character in text:
        if cells(line + character) > limit and character not in _NEVER_FIRST:
            lines.append(line)
            line, limit = "", width
        line += character
    return [*lines, line]


def _twice(line: str, rnd: random.Random) -> str:
    """Print a line's glyphs twice, in stretches, as bold captions come out of print files."""
    cuts = sorted({0, len(line), *(rnd.randrange(len(line)) for _ in range(3))})
    return "".join(line[start:end] * 2 for start, end in pairwise(cuts))
