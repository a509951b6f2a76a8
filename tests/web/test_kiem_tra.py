"""The page «Kiểm tra tệp Word»: any DOCX with marks on its pages, findings, copies; for the one who sent it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from fastapi.testclient import TestClient
from playwright.sync_api import Page

from generator.web.pages.kiem_tra.keeping import Kept
from tests.hostile import zips
from tests.web.api.callers import docx
from tests.web.browsers import PHONE, Desk
from tests.web.offices import Office, office_in


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    with office_in(tmp_path_factory.mktemp("office")) as made:
        yield made


def at_desk(office: Office, login: str) -> TestClient:
    """The office's client, signed in as the user."""
    browser = office.browser(login)
    office.client.cookies = browser.cookies
    office.client.headers["X-CSRF"] = browser.headers["X-CSRF"]
    return office.client


def checked(client: TestClient, data: bytes = b"", name: str = "Quyết định.docx", **chosen: str) -> str:
    """The address of the result."""
    answer = client.post("/co-quan/1/kiem-tra", files={"tep": (name, data or docx())}, data=chosen)
    assert answer.status_code == 303, answer.content[:500]
    return answer.headers["Location"]


def test_a_file_is_shown_with_marks_and_its_copies_are_word_files(office: Office) -> None:
    client = at_desk(office, "soan_thao")
    address = checked(client)
    text = client.get(address).text
    numbers = re.findall(r'<li id="n(\d+)"', text)
    assert numbers == [str(n) for n in range(1, len(numbers) + 1)]
    flags = re.findall(r'id="c(\d+)" href="#n(\d+)"', text)
    assert flags
    assert all(mark == line and mark in numbers for mark, line in flags)
    assert " style=" not in text
    assert not re.search(r"<script>| on\w+=\"", text)
    assert client.get(f"{address}/trang/1.png").content.startswith(b"\x89PNG")
    assert client.get(f"{address}/trang/99.png").status_code == 404
    for kind in ("ban_sua", "chu_thich"):
        copy = client.get(f"{address}/tep/{kind}")
        assert "word/document.xml" in zipfile.ZipFile(io.BytesIO(copy.content)).namelist()
    assert b"word/comments.xml" in client.get(f"{address}/tep/chu_thich").content
    page = client.get(f"{address}/tep/html")
    assert page.headers["Content-Disposition"].startswith("attachment")


def test_what_one_sent_no_other_sees(office: Office) -> None:
    address = checked(at_desk(office, "soan_thao"))
    other = at_desk(office, "van_thu")
    for path in (address, f"{address}/trang/1.png", f"{address}/tep/ban_sua", f"{address}/tep/html"):
        assert other.get(path).status_code == 404
    second = office.add_agency("Ủy ban nhân dân xã Khe Tre")
    assert other.get(address.replace("/1/", f"/{second}/")).status_code == 404
    assert at_desk(office, "soan_thao").get(address).status_code == 200


def test_how_it_is_judged_can_be_chosen_and_nothing_else(office: Office) -> None:
    client = at_desk(office, "soan_thao")
    final = client.get(checked(client, trang_thai="chinh-thuc")).text
    assert "Bản chính thức" in final
    assert "bản chính thức" in final
    assert client.get(checked(client, trang_thai="la")).status_code == 200


@pytest.mark.parametrize(
    ("name", "make", "said"),
    [
        ("a.docx", lambda: b"khong phai", "không phải tệp DOCX"),
        ("a.docx", lambda: zips.bomb(600), "quá tải"),
        ("<script>x.docx", lambda: zips.marked_encrypted(zips.sound()), "mật khẩu"),
        ("a.docx", lambda: b"x" * 20_000_001, "quá 20 MB"),
        ("a.docx", lambda: b"", "chưa chọn tệp"),
    ],
)
def test_what_cannot_be_checked_is_said_on_the_page(
    office: Office, name: str, make: Callable[[], bytes], said: str
) -> None:
    client = at_desk(office, "soan_thao")
    answer = client.post("/co-quan/1/kiem-tra", files={"tep": (name, make())})
    assert answer.status_code in (413, 422)
    assert 'role="alert"' in answer.text
    assert said in answer.text
    assert "<script>x" not in answer.text


def test_a_script_in_a_file_is_shown_as_text(office: Office) -> None:
    from tests.hostile.corpus import make, para

    client = at_desk(office, "soan_thao")
    text = client.get(
        checked(client, make(para("Căn cứ <script>alert(1)</script> 30/2020/NĐ-CP")), "<img src=x>.docx")
    ).text
    assert "<script>alert" not in text
    assert "<img src=x>" not in text


def test_results_are_gone_after_their_hour(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Kept()
    key = kept.put((1, 1), "", b"docx", "shown", [b"png"])
    assert kept.get((1, 1), key) == ("", "shown")
    assert kept.get((2, 1), key) is None
    assert kept.get((1, 2), key) is None
    monkeypatch.setattr("generator.web.pages.kiem_tra.keeping.time.monotonic", lambda: 1e9)
    assert kept.get((1, 1), key) is None
    assert kept.file(key, "docx") is None
    kept.close()


@pytest.fixture
def page(desk: Desk) -> Page:
    """The check's page on a phone."""
    return desk.page("soan_thao", PHONE)


def test_by_keyboard_alone_on_a_phone(page: Page, tmp_path: Path) -> None:
    (tmp_path / "Quyết định.docx").write_bytes(docx())
    (tmp_path / "hong.docx").write_bytes(b"hong")
    page.goto("/co-quan/1/kiem-tra")
    page.set_input_files("#tep", tmp_path / "hong.docx")
    page.get_by_role("button", name="Kiểm tra", exact=True).press("Enter")
    page.wait_for_selector("[role=alert]:focus")
    page.set_input_files("#tep", tmp_path / "Quyết định.docx")
    page.get_by_role("button", name="Kiểm tra", exact=True).press("Enter")
    page.wait_for_url(re.compile("kiem-tra/[0-9a-f]{32}$"))
    number = page.locator("a.number").first
    number.press("Enter")
    flag = page.locator("a.flag:focus")
    assert flag.get_attribute("href") == "#" + (number.locator("xpath=..").get_attribute("id") or "")
    flag.press("Enter")
    assert page.evaluate("document.activeElement.matches('li[id^=n]')")
    found = Axe().run(page).response["violations"]
    assert [one["id"] for one in found if one["impact"] in ("serious", "critical")] == []
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
