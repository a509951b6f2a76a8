"""The pages in a real browser: axe-core, the phone, the keyboard alone."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect

from generator.store import dossiers
from generator.store.models import Agency, Dossier, Paper, Stage, User
from generator.store.models.base import now
from generator.store.people import accounts, openings
from generator.web.security import passwords
from generator.web.security.sessions import COOKIE
from tests.web.browsers import PHONE, Desk, unfit

PASSWORD = "con mèo trèo cây cau"
ROOMS = ("nguoi-dung", "thiet-lap", "mau", "ma-truy-cap", "nhat-ky", "cac-co-quan")


def test_axe_finds_nothing_serious_and_nothing_is_wider_than_the_window(desk: Desk) -> None:
    with desk.office.store.begin() as database:
        user = accounts.user_of(database, "quan_tri")
        assert user is not None
        user.runs_all = True
        link = f"/mo-dau/{openings.new_opening(database)}"
        dossier = Dossier(agency_id=desk.office.agency, name="Mục tiêu 2026", year=2026, created=now())
        database.add(dossier)
        database.flush()
        own = {"agency_id": desk.office.agency, "dossier_id": dossier.id, "drafter_id": user.id, "created": now()}
        database.add(Paper(name="quyet-dinh", subject="Về việc ban hành", stage=Stage.DRAFT.value, **own))
    root = f"/co-quan/{desk.office.agency}"
    inside = ["/mat-khau", "/?chon=1", "/khong-co", f"{root}/viec", *(f"{root}/quan-tri/{one}" for one in ROOMS)]
    outside, signed_in = desk.page(), desk.page("quan_tri")
    for page, paths in ((outside, ["/dang-nhap", link]), (signed_in, inside)):
        for path in paths:
            page.goto(path)
            assert unfit(page) == [], path


_PRESSED = "document.querySelectorAll('form').forEach((one) => { one.noValidate = true; })"


def test_axe_finds_nothing_serious_where_errors_show_lists_are_empty_and_names_are_long(desk: Desk) -> None:
    office, root, long = desk.office, f"/co-quan/{desk.office.agency}", "Ủyban" * 40
    with office.store.begin() as database:
        database.query(Agency).one().name = long
        user = database.query(User).filter_by(login="soan_thao").one()
        empty = {"nam": 2026, "muc_tieu": [{"noi_dung": long}], "ket_qua": []}
        text = json.dumps(empty, ensure_ascii=False)
        dossier = dossiers.create(database, office.agency, long, 2026, text, user.id).id
    told = {}

    def look(page: Page, state: str) -> None:
        if found := unfit(page):
            told[state] = found

    drafter = desk.page("soan_thao")
    for part in ("muc-tieu", "ket-qua", "van-ban", "dong"):
        drafter.goto(f"{root}/ho-so/{dossier}/{part}")
        drafter.wait_for_load_state("networkidle")
        look(drafter, part)
    clerk = desk.page("van_thu")
    clerk.goto(f"{root}/so?tu=32/1/2026&den=x&tim={'b' * 300}")
    look(clerk, "so")
    clerk.goto(f"{root}/so/cap-so")
    clerk.evaluate(_PRESSED)
    clerk.get_by_role("button", name="Giữ số").click()
    expect(clerk.get_by_role("alert")).to_be_visible()
    look(clerk, "cap-so")
    assert told == {}


def _reach(page: Page, label: str) -> None:
    """Goes on by Tab until the element of that name has the focus, as who has no mouse does."""
    for _ in range(80):
        page.keyboard.press("Tab")
        named = page.evaluate(
            "(() => { const e = document.activeElement;"
            " return (e.getAttribute('aria-label') || (e.labels && e.labels[0] ? e.labels[0].innerText : e.innerText))"
            ".trim(); })()"
        )
        if named == label:
            return
    pytest.fail(f"the keyboard does not come to «{label}»")


def test_signing_in_and_making_a_user_by_the_keyboard_alone(desk: Desk) -> None:
    with desk.office.store.begin() as database:
        user = accounts.user_of(database, "quan_tri")
        assert user is not None
        user.password = passwords.hashed(PASSWORD)
    page = desk.page()
    page.goto("/")
    _reach(page, "Tên đăng nhập")
    page.keyboard.type("quan_tri")
    _reach(page, "Mật khẩu")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Việc hôm nay")).to_be_visible()
    _reach(page, "Quản trị")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Thêm người dùng")).to_be_visible()
    _reach(page, "Thêm người dùng")
    page.keyboard.press("Enter")
    _reach(page, "Họ và tên")
    page.keyboard.type("Lò Thị Mai")
    _reach(page, "Tên đăng nhập")
    page.keyboard.type("lo.mai")
    _reach(page, "Văn thư")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Đã thêm Lò Thị Mai")).to_be_visible()
    secret = page.locator("#mat-khau-moi").inner_text()

    hers = desk.page()
    hers.goto("/dang-nhap")
    hers.get_by_label("Tên đăng nhập").fill("lo.mai")
    hers.get_by_label("Mật khẩu").fill(secret)
    hers.keyboard.press("Enter")
    expect(hers.get_by_role("heading", name="Đổi mật khẩu")).to_be_visible()
    hers.get_by_label("Mật khẩu đang dùng").fill(secret)
    hers.get_by_label("Mật khẩu mới", exact=True).fill(PASSWORD)
    hers.get_by_label("Nhập lại mật khẩu mới").fill(PASSWORD)
    hers.keyboard.press("Enter")
    expect(hers.get_by_role("heading", name="Việc hôm nay")).to_be_visible()
    expect(hers.get_by_text("Vai trò của bạn: Văn thư.")).to_be_visible()


def test_the_list_of_pages_folds_on_a_phone_without_a_script(desk: Desk) -> None:
    page = desk.page("quan_tri", PHONE)
    page.goto(f"/co-quan/{desk.office.agency}/viec")
    link = page.get_by_role("link", name="Quản trị")
    expect(link).to_be_hidden()
    page.get_by_text("Danh mục").click()
    expect(link).to_be_visible()


def test_what_cannot_be_undone_is_asked_about_first(desk: Desk) -> None:
    page = desk.page("quan_tri")
    page.goto(f"/co-quan/{desk.office.agency}/quan-tri/nguoi-dung")
    page.once("dialog", lambda dialog: dialog.dismiss())
    page.get_by_role("button", name="Khóa Người van_thu").click()
    expect(page.get_by_text("đã khóa")).to_have_count(0)
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Khóa Người van_thu").click()
    expect(page.get_by_text("không đăng nhập được nữa")).to_be_visible()
    page.reload()
    expect(page.get_by_text("không đăng nhập được nữa")).to_have_count(0)


def test_a_session_that_ended_loses_nothing_and_goes_on_after_signing_in_again(desk: Desk) -> None:
    page = desk.page("van_thu")
    page.goto("/mat-khau")
    page.get_by_label("Mật khẩu đang dùng").fill("đang gõ dở")
    before = page.locator("meta[name=csrf]").get_attribute("content")
    page.context.clear_cookies()
    status = "window.vanthu.send('/dang-xuat', {method: 'POST'}).then((answer) => answer.status)"
    assert page.evaluate(status) == 401
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("Phiên làm việc đã hết")
    expect(alert.get_by_role("link")).to_have_attribute("href", "/dang-nhap")
    for login, told in (("soan_thao", "Phiên làm việc đã hết"), ("van_thu", "Đã đăng nhập lại")):
        # Another person's name must not stand on what was typed here.
        secret = desk.office.browser(login).cookies[COOKIE]
        page.context.add_cookies([{"name": COOKIE, "value": secret, "url": desk.url}])
        page.evaluate("window.dispatchEvent(new Event('focus'))")
        expect(page.locator("#thong-bao")).to_contain_text(told)
    assert page.locator("meta[name=csrf]").get_attribute("content") != before
    assert page.get_by_label("Mật khẩu đang dùng").input_value() == "đang gõ dở"
    assert page.evaluate("fetch('/dang-xuat', {method: 'POST'}).then((answer) => answer.status)") == 403
    assert page.evaluate(status) == 200  # signed out, and at the door
