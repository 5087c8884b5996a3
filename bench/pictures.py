"""How long the two pictures of a build take to open settled in a browser, where there is one."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from statistics import median

_FRAMES = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))))"
"""Milliseconds from asking for the page to the second frame after its scripts were done."""
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
"""What a Chromium is called on the path."""
_QUIET = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update")


def browser() -> str | None:
    """Return the path of a Chromium, or None where there is none."""
    named = os.environ.get("KG_CHROMIUM")
    return named or next(filter(None, map(shutil.which, NAMES)), None)


def opened(output: Path, rounds: int) -> Iterator[dict[str, object]]:
    """Yield for each picture its name, the median seconds to open, its megabytes, and what the console complained of."""
    path = browser()
    if path is None:
        return
    from playwright.sync_api import sync_playwright  # only where there is a browser to drive

    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=path, args=list(_QUIET))
        for picture in ("chairs.html", "attendance.html"):
            seconds, complaints = [], []
            for _ in range(rounds):
                page = chromium.new_page(viewport={"width": 1400, "height": 900})
                page.on(
                    "console", lambda message, told=complaints: told.append(message.text) if message.type == "error" else None
                )
                page.on("pageerror", lambda error, told=complaints: told.append(str(error)))
                page.goto((output / picture).as_uri())
                seconds.append(float(page.evaluate(_FRAMES)) / 1000)
                page.close()
            size = (output / picture).stat().st_size / 1e6
            yield {"name": picture, "seconds": median(seconds), "megabytes": size, "complaints": complaints}
        chromium.close()
