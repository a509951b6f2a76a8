"""The disk full, the database gone and back: said in Vietnamese, nothing lost, what was typed goes once it can."""

from __future__ import annotations

import os
import re
import sqlite3
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from sqlalchemy import text

from generator.service.pages.keeping import begun, values_of
from generator.store import dossiers
from generator.store.engine import PATIENCE
from generator.store.models import Paper, User
from generator.web.app import STATIC
from tests.store.servers import server
from tests.web.browsers import Desk, served
from tests.web.offices import Office, office_in
from tests.web.papers import dossier_of

_SLOW = 30_000
FULL = "Ổ đĩa của máy chủ đã đầy"


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A folder on a file system of 3 MB."""
    folder = tmp_path / "nho"
    folder.mkdir()
    root = hasattr(os, "getuid") and os.getuid() == 0
    if not root or subprocess.run([*_MOUNT, str(folder)], capture_output=True, check=False).returncode:
        pytest.skip("only root may mount a small file system: a full disk is not tried")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


_MOUNT = ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs"]


def _fill(folder: Path) -> Path:
    """A file that takes the last byte there is."""
    filler = folder / "day"
    with filler.open("wb", buffering=0) as stream:
        for size in (65536, 1):
            try:
                while True:
                    stream.write(b"x" * size)
            except OSError:
                continue
    return filler


def _newest(office: Office, dossier: int) -> tuple[int, object]:
    with office.store.read() as session:
        kept = dossiers.get(session, office.agency, dossier)
        assert kept is not None
        version = dossiers.version(session, kept)
        assert version is not None
        return version.number, values_of(version.data).get("ghi_chu")


def test_on_a_full_disk_everything_is_said_and_nothing_half_done(small: Path) -> None:
    with office_in(small) as office:
        dossier = dossier_of(office)
        browser = office.browser("soan_thao")
        root = f"/co-quan/{office.agency}"
        filler = _fill(small)
        long = "Nội dung gõ khi ổ đĩa đầy. " * 400
        change = {"ban": 1, "doi": [{"viec": "ghi", "o": "/ghi_chu", "gia_tri": long}]}
        saving = {"json": change, "headers": {"X-Requested-With": "fetch"}}
        answer = browser.post(f"{root}/ho-so/{dossier}/luu", **saving)
        assert (answer.status_code, answer.headers["retry-after"]) == (503, "10")
        assert answer.text.startswith(f"{FULL}. Việc vừa làm chưa được lưu")
        handed = {"ho_so": str(dossier), "ten": "thong-bao"}
        answer = browser.post(f"{root}/trinh-duyet/moi", data=handed)
        assert answer.status_code == 503
        assert FULL in answer.text
        for kept in (f'action="{root}/trinh-duyet/moi"', 'name="ten" value="thong-bao"', "Thử lại"):
            assert kept in answer.text  # what was sent can be sent again from there
        assert browser.get(f"{root}/ho-so/{dossier}/co-quan").status_code == 200  # what is there can be read
        with office.store.read() as session:
            assert session.query(Paper).count() == 0
        assert not list(small.rglob(".dang-ghi-*"))
        filler.unlink()
        assert browser.post(f"{root}/ho-so/{dossier}/luu", **saving).status_code == 200
        assert _newest(office, dossier) == (2, long)
        assert browser.post(f"{root}/trinh-duyet/moi", data=handed).status_code == 303


# What the page says while it waits: no one can look at it from outside then.
_REMEMBER = """(() => { const place = document.getElementById('thong-bao');
  const keep = () => sessionStorage.setItem('noi', (sessionStorage.getItem('noi') || '') + place.textContent);
  new MutationObserver(keep).observe(place, {childList: true}); })()"""


def test_while_the_database_is_busy_the_page_says_that_it_waits_and_then_what_became_of_it(
    tmp_path: Path, browser: Browser
) -> None:
    """With a server that waits for two seconds, and a page whose clock is put on to when it says that it waits."""
    with office_in(tmp_path, patience=2) as office, served(office.client.app) as url:  # type: ignore[arg-type]
        _wait_and_try_again(Desk(office, url, browser))


def _wait_and_try_again(desk: Desk) -> None:
    dossier, page = dossier_of(desk.office), desk.page("soan_thao")
    page.on("dialog", lambda dialog: dialog.accept())
    page.clock.install()
    page.goto(f"/co-quan/{desk.office.agency}/ho-so/{dossier}/co-quan")
    state = page.locator("#trang-thai")
    other = sqlite3.connect(desk.office.store.engine.url.database or "", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with page.expect_request("**/luu"):
        page.get_by_label("Ghi chú").fill("Gõ khi có chương trình khác đang ghi")
    page.clock.run_for(3000)
    expect(state).to_contain_text("Đang chờ máy chủ lưu")
    expect(state).to_contain_text("Chưa lưu được: Cơ sở dữ liệu đang bận")
    page.goto(f"/co-quan/{desk.office.agency}/ho-so")
    page.evaluate(_REMEMBER)
    with page.expect_request(lambda request: request.method == "POST"):
        page.get_by_role("button", name="Lập hồ sơ trống").click(no_wait_after=True)
    page.clock.run_for(3000)
    expect(page.get_by_role("heading", name="Chưa làm được lúc này")).to_be_visible()
    assert "Đang chờ máy chủ trả lời" in page.evaluate("sessionStorage.getItem('noi')")
    other.rollback()
    page.get_by_role("button", name="Thử lại").click()
    expect(page.get_by_role("heading", name="Hồ sơ năm")).to_be_visible()


def test_who_writes_gives_up_before_the_page_lets_a_form_go_again(office: Office) -> None:
    """Else a step would be asked for twice while the first still waits for its turn."""
    script = (STATIC / "page.js").read_text(encoding="utf-8")
    (again,) = re.findall(r"const WORK = (\d+);", script)
    with office.store.begin() as session:
        (waits,) = session.execute(text("PRAGMA busy_timeout")).one()
    assert waits == PATIENCE * 1000
    assert 2 * waits < int(again)  # for its turn among those of this process, then among all


def test_typed_while_the_database_is_gone_and_the_page_opened_anew(tmp_path: Path, browser: Browser) -> None:
    """The server of the database is killed under the page, and started again."""
    with server() as database, office_in(tmp_path, database.new_database()) as office:
        with office.store.begin() as session:
            author = session.query(User).filter_by(login="soan_thao").one()
            made = dossiers.create(session, office.agency, "Năm 2026", 2026, begun(2026, {"ten": ["X"]}), author.id)
        dossier = made.id
        with served(office.client.app) as url:  # type: ignore[arg-type]
            page = Desk(office, url, browser).page("soan_thao")
            page.set_default_timeout(_SLOW)
            page.on("dialog", lambda dialog: dialog.accept())
            address = f"/co-quan/{office.agency}/ho-so/{dossier}/co-quan"
            page.goto(address)
            database.kill()
            page.get_by_label("Ghi chú").fill("Gõ khi mất cơ sở dữ liệu")
            state = page.locator("#trang-thai")
            expect(state).to_contain_text("Chưa lưu được: Không dùng được cơ sở dữ liệu", timeout=_SLOW)
            expect(state).to_contain_text("Nội dung vẫn ở đây, sẽ tự lưu lại")
            page.get_by_role("button", name="Đăng xuất").click()  # no form leaves the page for an answer that is none
            expect(page.locator("#thong-bao")).to_contain_text("Không dùng được cơ sở dữ liệu")
            page.goto(address)
            expect(page.get_by_role("heading", name="Chưa làm được lúc này")).to_be_visible()
            database.start()
            page.goto(address)
            expect(page.get_by_label("Ghi chú")).to_have_value("Gõ khi mất cơ sở dữ liệu")
            expect(state).to_contain_text("Đã lưu, bản 2", timeout=_SLOW)
        assert _newest(office, dossier) == (2, "Gõ khi mất cơ sở dữ liệu")
