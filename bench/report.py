"""The measurements as a text to read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bench.run import COMMAND, COMPILED, IN_PROCESS

LEAST = 5_000
"""Reports per second and core that the extraction is to reach in process."""

TIMES = 25
"""How many times as fast as the tagger the command is to be."""


def render(found: dict[str, Any]) -> str:
    """Return the measurements, a line each."""
    return "\n".join(_lines(found)) + "\n"


def _lines(found: dict[str, Any]) -> Iterator[str]:
    machine = found["machine"]
    yield f"Python {machine['python']}, {machine['processors']} processors; {found['source']}, {found['characters']:,} characters"
    yield ""
    yield f"{'reports of 700 characters per second and core':48}{'median':>10}{'slowest':>10}{'fastest':>10}{'× jieba':>9}"
    for name, rate in found["rates"].items():
        times = found["times_tagger"].get(name)
        figures = f"{rate['median']:>10,.0f}{rate['slowest']:>10,.0f}{rate['fastest']:>10,.0f}"
        yield f"{name:48}{figures}" + ("" if times is None else f"{times:>9.1f}")
    yield from _verdicts(found)
    yield from _where(found)
    yield ""
    yield f"{'once':48}{'seconds':>10}{'of CPU':>10}{'most MB':>10}"
    yield from (f"{row['name']:48}{row['wall']:>10.1f}{row['cpu']:>10.1f}{row['peak']:>10.0f}" for row in found["commands"])
    if found["pictures"]:
        yield ""
        yield f"{'pictures of that build':48}{'seconds':>10}{'MB':>10}{'complaints':>12}"
        for row in found["pictures"]:
            yield f"{row['name']:48}{row['seconds']:>10.2f}{row['megabytes']:>10.1f}{len(row['complaints']):>12}"


def _verdicts(found: dict[str, Any]) -> Iterator[str]:
    yield ""
    yield f"in process: {found['rates'][IN_PROCESS]['median'] / LEAST:.2f} of the {LEAST:,} that are asked for"
    if found["times_tagger"]:
        yield f"kg extract: {found['times_tagger'][COMMAND] / TIMES:.2f} of the {TIMES} times that are asked for"
    else:
        yield "jieba is not installed, so that nothing is measured beside it: pip install jieba==0.42.1"
    if found["not_compiled"]:
        yield f"compiled extraction: {found['not_compiled']}, so that it is not measured: make fast"
    else:
        rates = found["rates"]
        in_process, command = (rates[COMPILED[name]]["median"] / rates[name]["median"] for name in (IN_PROCESS, COMMAND))
        yield f"compiled extraction: {in_process:.2f} times as fast in process, {command:.2f} times as kg extract"


def _where(found: dict[str, Any]) -> Iterator[str]:
    total = sum(found["stages"].values())
    yield ""
    yield f"{'stage':48}{'µs':>10}{'share':>10}"
    yield from (f"{name:48}{spent:>10.1f}{spent / total:>10.1%}" for name, spent in found["stages"].items())
    yield ""
    yield f"{'within article → extraction':48}{'':>10}{'share':>10}"
    yield from (f"{name:48}{'':>10}{share:>10.1%}" for name, share in found["modules"].items() if share >= 0.005)
    yield ""
    yield f"{'articles':48}{'KB kept':>10}"
    yield from (f"{count:<48,}{held:>10,.0f}" for count, held in found["memory"].items())
