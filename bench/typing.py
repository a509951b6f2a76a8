"""``python -m bench.typing [PEOPLE] [KEYS]``: from a key to the new page on the screen, in Chromium, others typing too.

One person types in Chromium in the decision of twelve pages of an example; the others ask for pages as their browsers
would, each half a second after the last answer. Server, Chromium and the others have a process each, the server two
workers.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from statistics import median, quantiles
from threading import Thread

import httpx

from bench.machine import load
from bench.serving import Served, served
from generator.resources import DATA
from generator.service import open_dossier
from generator.service.pages.keeping import text_of
from generator.web.security.sessions import COOKIE
from generator.workbook.folder import typed_data
from tests.web.browsers import DESK, chromium

_EXAMPLE, _DOCUMENT = "thuong-lo-2024", "quyet-dinh"
_PAUSE = 0.5
_FIRST = 5  # keys that make the workers' typefaces and templates ready


def main(people: int = 1, keys: int = 60) -> int:
    """Measures and prints."""
    text = text_of(typed_data(open_dossier(DATA / _EXAMPLE).dossier))
    at = [one.get("ten_tep") for one in json.loads(text)["van_ban"]].index(_DOCUMENT)
    with served(workers=2, text=text.encode()) as server:
        page = f"{server.url}/co-quan/{server.agency}/soan/{server.dossier}/{_DOCUMENT}"
        box = f"/van_ban/{at}/trich_yeu"
        asked = json.dumps({"url": page, "cookie": server.cookie, "csrf": server.csrf, "box": box})
        command = [sys.executable, "-m", "bench.typing", "--others", str(people - 1), asked]
        others = subprocess.Popen(command)
        try:
            times, work = _typed(server, page, box, keys)
        finally:
            others.kill()
            others.wait()
    found = f"ít nhất {min(times):.0f}, giữa {median(times):.0f}, p95 {quantiles(times, n=20)[-1]:.0f}"
    print(f"{people} người gõ, {len(times)} phím; mili giây từ phím tới trang trên màn hình: {found}; tải {load()}")
    print(f"bộ xử lý trong lúc ấy: máy chủ {work[0]:.0%}, các bộ lập {work[1]:.0%} của một nhân")
    return 0


def _typed(server: Served, address: str, box: str, keys: int) -> tuple[list[float], tuple[float, float]]:
    """How long each key took, in milliseconds; how much of a processor the server and its workers took meanwhile."""
    with chromium() as browser:
        context = browser.new_context(viewport=DESK)  # type: ignore[arg-type]
        context.add_cookies([{"name": COOKIE, "value": server.cookie, "url": server.url}])
        page = context.new_page()
        page.goto(address)
        page.locator("#cac-trang svg").first.wait_for(timeout=60_000)
        field = page.locator(f'[name="{box}"]')
        field.focus()
        page.keyboard.press("End")
        found = []
        began, before = time.monotonic(), server.worked()
        for key in range(keys + _FIRST):
            if key == _FIRST:
                began, before = time.monotonic(), server.worked()
            page.evaluate("delete document.getElementById('cac-trang').dataset.mat")
            page.keyboard.press("abcdeghik"[key % 9])
            page.locator("#cac-trang[data-mat]").wait_for(timeout=30_000)
            found.append(float(page.evaluate("document.getElementById('cac-trang').dataset.mat")))
            time.sleep(_PAUSE)
        took, after = time.monotonic() - began, server.worked()
        return found[_FIRST:], ((after[0] - before[0]) / took, (after[1] - before[1]) / took)


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
