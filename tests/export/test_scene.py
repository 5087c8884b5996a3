import registers

from kg.export.chairs import chairs_scene
from kg.export.scene import Node, lines, telling


def drawn(label: str, below: str = "") -> list[str]:
    return lines(Node("m", "m", label, 1.0, "city", below=below))


def test_a_short_label_leaves_room_for_the_day() -> None:
    assert drawn("市政府常务会议", "2020-06-02") == ["市政府常务会议", "2020-06-02"]
    assert drawn("林海峰") == ["林海峰"]


def test_a_long_label_is_cut_into_two_lines_of_one_length() -> None:
    assert drawn("市政府第四十七次常务会议", "2020-06-02") == ["市政府第四十", "七次常务会议"]


def test_what_does_not_fit_in_two_lines_ends_in_dots() -> None:
    first, second = drawn("中国共产党云川市第七届委员会第九次全体会议暨市委经济工作会议")
    assert (len(first), len(second), second[-1]) == (11, 11, "…")


def test_levels_colour_the_picture_unless_nearly_everybody_is_of_one() -> None:
    even = {"key": "level", "names": [{}] * 3, "of": [0, 1, 0, 1]}
    uneven = {"key": "level", "names": [{}] * 3, "of": [0, 0, 0, 0]}
    bodies = {"key": "body", "names": [{}] * 4, "of": [0, 1, 2, 0]}
    unknown = {"key": "body", "names": [{}] * 4, "of": [3, 3, 3, 3]}
    assert telling([even, bodies], range(4)) == 0
    assert telling([uneven, unknown, bodies], range(4)) == 2
    assert telling([uneven], []) == 0


def test_the_largest_network_keeps_to_what_a_file_may_hold(monkeypatch) -> None:
    monkeypatch.setattr("kg.export.chairs.OFFICIALS", 5)
    monkeypatch.setattr("kg.export.chairs.MEETINGS", 7)
    scene = chairs_scene(registers.made(200, 100))
    assert sum(node.kind == "o" for node in scene.nodes) == 5
    assert sum(node.kind == "m" for node in scene.nodes) == 7
    assert scene.left_out > 0
    assert {end for tie in scene.ties for end in (tie.a, tie.b)} <= set(range(12))
