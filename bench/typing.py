"""``python -m bench.typing [PEOPLE] [KEYS]``: from a key to the new page on the screen, in Chromium, others typing too.

One person types in Chromium in the decision of twelve pages of an example; the others ask for pages as their browsers
would, each half a second after the last answer, in a process of their own. The server has two workers.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median, quantiles
from threading import Thread

import httpx

from bench.machine import load
from generator.resources import DATA
from generator.service import open_dossier
from generator.service.pages.keeping import text_of
from generator.store import dossiers
from generator.store.engine import open_store
from generator.store.migrations import migrate
from generator.web.app import create_app
from generator.web.security.sessions import COOKIE
from generator.web.settings import WebSettings
from generator.workbook.folder import typed_data
from tests.web.browsers import DESK, chromium, served
from tests.web.offices import Office

_EXAMPLE, _DOCUMENT = "thuong-lo-2024", "quyet-dinh"
_PAUSE = 0.5


def main(people: int = 1, keys: int = 60) -> int:
    """Measures and prints."""
    from fastapi.testclient import TestClient

    with tempfile.TemporaryDirectory(prefix="vanthu-bench-") as folder:
        store = open_store(Path(folder))
        migrate(store)
        app = create_app(store, WebSettings(workers=2))
        office = Office(store, 0, TestClient(app))
        office.agency = office.add_agency("Ủy ban nhân dân xã Suối Trong")
        text = text_of(typed_data(open_dossier(DATA / _EXAMPLE).dossier))
        with store.begin() as database:
            number = dossiers.create(database, office.agency, "Năm 2024", 2024, text, None).id
        at = [one.get("ten_tep") for one in json.loads(text)["van_ban"]].index(_DOCUMENT)
        person = office.browser("soan_thao")
        cookie, secret = person.cookies[COOKIE], person.headers["X-CSRF"]
        with served(app) as url:
            page = f"{url}/co-quan/{office.agency}/soan/{number}/{_DOCUMENT}"
            box = f"/van_ban/{at}/trich_yeu"
            asked = json.dumps({"url": page, "cookie": cookie, "csrf": secret, "box": box})
            others = subprocess.Popen([sys.executable, "-m", "bench.typing", "--others", str(people - 1), asked])
            try:
                _told(people, _typed(url, page, cookie, box, keys))
            finally:
                others.kill()
                others.wait()
        store.close()
    return 0


def _typed(url: str, address: str, cookie: str, box: str, keys: int) -> list[float]:
    """How long each key took, in milliseconds."""
    with chromium() as browser:
        context = browser.new_context(viewport=DESK)  # type: ignore[arg-type]
        context.add_cookies([{"name": COOKIE, "value": cookie, "url": url}])
        page = context.new_page()
        page.goto(address)
        page.locator("#cac-trang svg").first.wait_for(timeout=60_000)
        field = page.locator(f'[name="{box}"]')
        field.focus()
        page.keyboard.press("End")
        found = []
        for key in range(keys + 5):
            page.evaluate("delete document.getElementById('cac-trang').dataset.mat")
            page.keyboard.press("abcdeghik"[key % 9])
            page.locator("#cac-trang[data-mat]").wait_for(timeout=30_000)
            found.append(float(page.evaluate("document.getElementById('cac-trang').dataset.mat")))
            time.sleep(_PAUSE)
        return found[5:]  # the first make the workers' typefaces and templates ready


def _told(people: int, times: list[float]) -> None:
    found = f"ít nhất {min(times):.0f}, giữa {median(times):.0f}, p95 {quantiles(times, n=20)[-1]:.0f}"
    print(f"{people} người gõ, {len(times)} phím; mili giây từ phím tới trang trên màn hình: {found}; tải {load()}")


def others(people: int, asked: str) -> None:
    """Types as so many people, until it is killed."""
    to = json.loads(asked)

    def types(who: int) -> None:
        known: list[str] = []
        with httpx.Client(cookies={COOKIE: to["cookie"]}, headers={"X-CSRF": to["csrf"]}, timeout=60) as client:
            for n in range(1_000_000):
                change = {"viec": "ghi", "o": to["box"], "gia_tri": f"Về việc của người {who} lần {n}"}
                answer = client.post(f"{to['url']}/trang", json={"ban": 1, "doi": [change], "biet": known})
                known = answer.json()["trang"] if answer.status_code == 200 else known
                time.sleep(_PAUSE)

    threads = [Thread(target=types, args=(n,), daemon=True) for n in range(people)]
    for thread in threads:
        thread.start()
        time.sleep(_PAUSE / (people + 1))
    for thread in threads:
        thread.join()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--others"]:
        others(int(sys.argv[2]), sys.argv[3])
    else:
        sys.exit(main(*map(int, sys.argv[1:])))
