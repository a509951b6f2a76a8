"""A document's whole way in a browser: a dossier taken in, drafted, approved by several, numbered, registered."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from generator.resources import DATA
from generator.service.workbooks import export_workbook
from generator.store.models import Membership, Role, User
from generator.web.security.passwords import hashed
from tests.web.browsers import Desk, unfit
from tests.web.papers import dossier_of

EXAMPLE = DATA / "suoi-trong-2026"
HANDS = (
    (Role.CONTENT, "Duyệt nội dung"),
    (Role.FORM, "Duyệt thể thức"),
    (Role.LEADER, "Ký"),
    (Role.CLERK, "Cấp số và ban hành"),
)


def taken_in(page: Page, root: str, workbook: Path) -> str:
    """The id of the dossier that the workbook becomes."""
    page.goto(f"{root}/ho-so")
    page.get_by_label("Tệp Excel").set_input_files(workbook)
    page.get_by_role("button", name="Xem trước").first.click()
    page.get_by_text("Bước 2 trên 2").wait_for()
    page.get_by_label("Tên hồ sơ").fill("Mục tiêu chất lượng 2026")
    page.get_by_role("button", name="Lập hồ sơ năm 2026").click()
    expect(page.get_by_role("heading", name="Mục tiêu chất lượng 2026")).to_be_visible()
    return page.url.split("/ho-so/")[1].split("/")[0]


def test_from_a_workbook_to_the_register(desk: Desk, tmp_path: Path) -> None:
    workbook = tmp_path / "ho-so.xlsx"
    export_workbook(EXAMPLE, workbook)
    root = f"/co-quan/{desk.office.agency}"
    drafter = desk.page(Role.DRAFTER.value)
    dossier = taken_in(drafter, root, workbook)
    drafter.goto(f"{root}/soan/{dossier}/thong-bao")
    expect(drafter.get_by_role("img", name="Trang 1 trên 1")).to_be_visible(timeout=60_000)
    drafter.get_by_role("link", name="Trình duyệt văn bản").click()
    drafter.get_by_role("button", name="Trình duyệt thong-bao").click()
    drafter.get_by_role("heading", name="Các bước đã làm").wait_for()
    paper = drafter.url.removeprefix(desk.url)
    for role, button in HANDS:
        hand = desk.page(role.value)
        hand.goto(f"{root}/viec")
        expect(hand.get_by_role("main")).to_contain_text("Kết luận của Chủ tịch")
        hand.goto(paper)
        hand.get_by_role("button", name=button, exact=True).click()
        if role is Role.CLERK:
            hand.get_by_role("button", name="Cấp số 01/TB-UBND và ban hành").click()
        expect(hand.get_by_role("main")).to_contain_text(f"{button}, Người {role.value}", timeout=60_000)
    reader = desk.page(Role.READER.value)
    reader.goto(f"{root}/so?tim=ket luan cua chu tich")
    expect(reader.get_by_role("cell", name="01/TB-UBND", exact=True)).to_be_visible()


def test_every_page_is_fit_for_who_does_not_see_it_well(desk: Desk, tmp_path: Path) -> None:
    workbook = tmp_path / "ho-so.xlsx"
    export_workbook(EXAMPLE, workbook)
    root = f"/co-quan/{desk.office.agency}"
    dossier = taken_in(desk.page(Role.DRAFTER.value), root, workbook)
    page = desk.page(Role.CLERK.value)
    told = {}
    for path in (
        "viec", "ho-so", f"ho-so/{dossier}/van-ban", f"soan/{dossier}/thong-bao", "kiem-tra", "trinh-duyet", "so",
        "so/ho-so-luu", "so/cap-so",
    ):  # fmt: skip
        page.goto(f"{root}/{path}")
        if found := unfit(page):
            told[path] = found
    assert told == {}


def _go(page: Page, name: str, key: str = "Enter") -> None:
    """On by Tab to what is called so, and the key pressed there: as who has no mouse does."""
    for _ in range(120):
        page.keyboard.press("Tab")
        if page.evaluate(_CALLED) == name:
            page.keyboard.press(key)
            return
    pytest.fail(f"the keyboard does not come to «{name}»")


_CALLED = """(() => { const e = document.activeElement;
  const label = e.getAttribute("aria-label") || (e.labels && e.labels[0] ? e.labels[0].innerText : e.innerText);
  return (label || "").trim(); })()"""


def _no_such_day(page: Page) -> None:
    """31/02 is told at its box when that is left; the day that was there is typed again."""
    there = page.get_by_label("Ngày văn bản").input_value()
    for typed, told in (("31/02/2026", 1), (there, 0)):
        _go(page, "Ngày văn bản", "Control+a")
        page.keyboard.type(typed)
        page.keyboard.press("Tab")
        expect(page.get_by_role("alert").filter(has_text="không có trong lịch")).to_have_count(told)
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Shift+Tab")


def test_from_signing_in_to_the_register_by_keyboard_alone(desk: Desk) -> None:
    """One person with every role, as in a small commune."""
    password = "con mèo trèo cây cau"
    with desk.office.store.begin() as session:
        user = session.query(User).filter_by(login="van_thu").one()
        user.password = hashed(password)
        held = (Role.DRAFTER, Role.CONTENT, Role.FORM, Role.LEADER)
        session.add_all(Membership(user=user, agency_id=desk.office.agency, role=role.value) for role in held)
    dossier_of(desk.office)
    page = desk.page()
    page.goto("/")
    _go(page, "Tên đăng nhập", "v")
    page.keyboard.type("an_thu")
    page.keyboard.press("Tab")
    page.keyboard.insert_text(password)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Việc hôm nay")).to_be_visible()
    _go(page, "Trình duyệt")
    expect(page.get_by_role("heading", name="Chờ tôi làm")).to_be_visible()
    _go(page, "Chọn văn bản")
    expect(page.get_by_role("heading", name="Trình văn bản")).to_be_visible()
    _go(page, "Trình duyệt thong-bao")
    for button, at in (
        ("Duyệt nội dung", "Đã trình"),
        ("Duyệt thể thức", "Đã duyệt nội dung"),
        ("Ký", "Đã duyệt thể thức"),
        ("Cấp số và ban hành", "Đã ký"),
    ):
        expect(page.locator("main .mark").first).to_contain_text(at)
        if at == "Đã ký":
            _no_such_day(page)
        _go(page, button)
    expect(page.get_by_role("heading", name="Ban hành văn bản này?")).to_be_visible()
    _go(page, "Cấp số 01/TB-UBND và ban hành")
    expect(page.get_by_role("heading", name="Thông báo số 01/TB-UBND")).to_be_visible()
    _go(page, "Sổ văn bản đi")
    expect(page.get_by_role("cell", name="01/TB-UBND", exact=True)).to_be_visible()
