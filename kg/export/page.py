"""A scene → one HTML page that asks nothing of any network.

pyvis holds the opening view (nodes, edges, options) and brings the vis-network script; the page around them is our own,
because pyvis 0.3.2's links two files of a content network even when told to inline, and lets HTML through in titles.
Scripts run by their hash only, data is JSON that no tag can end, and the page's script writes text, never HTML.
"""

from __future__ import annotations

import base64
import hashlib
import json
import math
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from kg.export.scene import LINE, Scene, lines, telling
from kg.export.texts import table, template
from kg.export.whole import visible
from kg.graph.ontology import concepts

SCRIPTS = ("columns.js", "drawing.js", "cards.js", "controls.js")
"""The page's own script, in order: one strict function when put together."""
VIS = ("lib", "vis-9.1.2", "vis-network.min.js")
"""The vis-network script inside pyvis's package."""
FONTS = '"Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", "Hiragino Sans GB", sans-serif'
ON_SCREEN = 1_500
"""Nodes beyond which the page does not grow: panning would no longer be smooth."""


def page(scene: Scene) -> str:
    """Return the page of a scene."""
    vis, own = _vis(), _script()
    policy = "; ".join(
        (
            "default-src 'none'",
            f"script-src {_hash(vis)} {_hash(own)}",
            "style-src 'unsafe-inline'",
            "img-src data: blob:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True)
    return environment.from_string(template("picture.html")).render(
        policy=policy,
        title=table()["interface"][f"{scene.kind}_title"],
        texts=table()["interface"],
        # Markup is what Jinja2 does not escape: our own files, pyvis's, and JSON that script_json has escaped.
        style=Markup(template("picture.css")),
        vis=Markup(vis),
        script=Markup(own),
        data=Markup(script_json(_data(scene))),
    )


def script_json(value: object) -> str:
    """Return JSON that may stand between script tags: nothing in it can end the element or a line."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    for letter in "<>&\u2028\u2029":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return text


def opening(scene: Scene) -> dict[str, Any]:
    """Return the opening view as pyvis models it: nodes, edges and options of vis-network."""
    # Here and not above: pyvis imports IPython, 0.4 s that every command would pay.
    from pyvis.network import Network

    network = Network(height="100%", width="100%", cdn_resources="in_line")
    for number in sorted(scene.places):
        node, (x, y) = scene.nodes[number], scene.places[number]
        shape = "dot" if node.kind == "o" else "square"
        network.add_node(number, label="\n".join(lines(node)), shape=shape, size=node.radius, x=x, y=y)
    # At once, and options as they are: add_edge is superlinear, and set_options takes the blanks out of font names.
    network.edges = [_edge(scene, number) for number in _drawn(scene)]
    network.options = {**_OPTIONS}
    nodes, edges, _, _, _, options = network.get_network_data()
    return {"nodes": nodes, "edges": edges, "options": json.loads(options)}


def _drawn(scene: Scene) -> list[int]:
    return [
        number
        for number, tie in enumerate(scene.ties)
        if tie.a in scene.places
        and tie.b in scene.places
        and tie.weight >= scene.weight
        and (not scene.rank or tie.rank <= scene.rank)
    ]


def _edge(scene: Scene, number: int) -> dict[str, Any]:
    tie = scene.ties[number]
    return {"id": number, "from": tie.a, "to": tie.b, "width": width(tie.weight) if scene.kind == "attendance" else 1.5}


def width(weight: float) -> float:
    """Return the pixels that a tie is wide: from 0.8, by the logarithm of its weight, to 6."""
    return round(min(0.8 + 1.2 * math.log2(1 + weight), 6.0), 2)


def _data(scene: Scene) -> dict[str, Any]:
    return {
        **scene.columns,
        "kind": scene.kind,
        "opening": opening(scene),
        "nodes": {
            "kind": "".join(node.kind for node in scene.nodes),
            "label": [visible(node.label) for node in scene.nodes],
            "below": [node.below for node in scene.nodes],
            "strength": [node.strength for node in scene.nodes],
            "radius": [node.radius for node in scene.nodes],
            "font": [node.font for node in scene.nodes],
        },
        "ties": {
            "a": [tie.a for tie in scene.ties],
            "b": [tie.b for tie in scene.ties],
            "weight": [tie.weight for tie in scene.ties],
            "count": [tie.count for tie in scene.ties],
            "rank": [tie.rank for tie in scene.ties],
        },
        "groupings": scene.groupings,
        "settings": {
            "weight": scene.weight,
            "rank": scene.rank,
            "left_out": scene.left_out,
            "grouping": telling(scene.groupings, scene.places),
            "line": LINE,
            "on_screen": ON_SCREEN,
            "fonts": FONTS,
        },
        "texts": {"interface": table()["interface"], "capacity": concepts()["capacity"]},
    }


@cache
def _vis() -> str:
    return files("pyvis").joinpath(*VIS).read_text(encoding="utf-8")


@cache
def _script() -> str:
    return '"use strict";\n(() => {\n' + "\n".join(template(name) for name in SCRIPTS) + "\n})();\n"


def _hash(script: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii") + "'"


_OPTIONS: dict[str, Any] = {
    "autoResize": True,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "hover": True,
        "hideEdgesOnDrag": False,
        "tooltipDelay": 150,
        "keyboard": {"enabled": True, "bindToWindow": False},
        "selectConnectedEdges": False,
    },
    "edges": {"smooth": False, "selectionWidth": 2, "hoverWidth": 1},
    "nodes": {"borderWidth": 1.5, "borderWidthSelected": 3, "scaling": {"label": {"drawThreshold": 7}}},
}
