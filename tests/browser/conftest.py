"""A real Chromium: the one that KG_CHROMIUM names, or the system's."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from bench import pictures

ARGUMENTS = (
    "--no-sandbox",  # containers run as root, which the sandbox refuses
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

Show = Callable[..., Page]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = pictures.browser()
    if path is None:
        pytest.skip(f"no Chromium found: none of {', '.join(pictures.NAMES)} on the path, and KG_CHROMIUM is not set")
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield found
        found.close()


@pytest.fixture
def show(browser: Browser) -> Iterator[Show]:
    """Open a page, and at the end hold it to what holds for all: no word on the console, no request to anybody."""
    complaints: list[str] = []
    contexts = []

    def opened(path: Path, **settings: str) -> Page:
        context = browser.new_context(viewport={"width": 1280, "height": 800}, **{"locale": "zh-CN", **settings})
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("console", lambda message: complaints.append(f"console {message.type}: {message.text}"))
        page.on("pageerror", lambda error: complaints.append(f"error: {error}"))
        page.on("dialog", lambda dialog: (complaints.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.on(
            "request",
            lambda request: request.url.startswith(("file:", "data:", "blob:")) or complaints.append(f"request: {request.url}"),
        )
        page.goto(path.as_uri())
        page.wait_for_selector("html[data-ready=yes]", state="attached")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []
