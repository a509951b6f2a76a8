"""A real server on a free port, a real Chromium with someone signed in, and axe-core's word on a page."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from fastapi import FastAPI
from playwright.sync_api import Browser, Page, expect, sync_playwright

from generator.web.security.sessions import COOKIE
from generator.web.serving import listen
from tests.conftest import require
from tests.web.offices import Office

DESK = {"width": 1366, "height": 768}
PHONE = {"width": 390, "height": 844}
_SLOW = 60_000  # milliseconds a page may take on a machine that does much else
_SERIOUS = ("serious", "critical")


@dataclass
class Desk:
    """An office served at ``url``, and a browser to open its pages in."""

    office: Office
    url: str
    browser: Browser

    def page(self, login: str | None = None, size: dict[str, int] | None = None) -> Page:
        """An empty page of a browser of its own in which the user is signed in (nobody without ``login``).

        ``page.goto("/co-quan/1/viec")`` opens an address of the office; what a page's script throws fails the test.
        """
        context = self.browser.new_context(base_url=self.url, viewport=size or DESK, locale="vi-VN")  # type: ignore[arg-type]
        if login is not None:
            secret = self.office.browser(login).cookies[COOKIE]
            context.add_cookies([{"name": COOKIE, "value": secret, "url": self.url}])
        page = context.new_page()
        page.set_default_timeout(_SLOW)
        expect.set_options(timeout=_SLOW)
        page.on("pageerror", lambda error: pytest.fail(f"{page.url}: {error}"))
        return page


def unfit(page: Page) -> list[str]:
    """What is wrong with the page as it stands for who cannot see it well, on a desk and on a phone.

    That is what axe-core finds serious or critical (the rule, and the first element it means), and a page wider than
    its window. The page is left as wide as a desk's.
    """
    told = []
    for name, size in (("phone", PHONE), ("desk", DESK)):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
        told += [f"{name}: {one['id']}: {one['nodes'][0]['html']}" for one in found if one["impact"] in _SERIOUS]
        if wider := page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"):
            told.append(f"{name}: {wider} px too wide")
    return told


@contextlib.contextmanager
def served(app: FastAPI) -> Iterator[str]:
    """The application served by uvicorn on a free port of this machine; its address."""
    taken = listen(("127.0.0.1", 0))
    port = taken.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [taken]})
    thread.start()
    while not server.started and thread.is_alive():
        time.sleep(0.02)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join()


@contextlib.contextmanager
def chromium() -> Iterator[Browser]:
    """Chromium without a window."""
    path = require("chromium", "pages are not tried in a browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=Path(path), args=["--no-sandbox"])
        yield browser
        browser.close()
