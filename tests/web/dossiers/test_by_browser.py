"""The main paths of Hồ sơ năm and Soạn văn bản in Chromium."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from generator.service.pages.keeping import values_of
from generator.store import dossiers
from tests.web.browsers import Desk, unfit

_DRAFTER = "soan_thao"


def _kept(desk: Desk, dossier: int) -> dict[str, object]:
    with desk.office.store.begin() as database:
        one = dossiers.get(database, desk.office.agency, dossier)
        assert one is not None
        version = dossiers.version(database, one)
        assert version is not None
        return values_of(version.data)


def _tab_to(page: Page, name: str) -> None:
    """Goes by the Tab key alone to the box or button of that name."""
    for _ in range(400):
        page.keyboard.press("Tab")
        if (
            page.evaluate(
                "[document.activeElement.name, document.activeElement.value, document.activeElement.id].join('|')"
            ).find(name)
            >= 0
        ):
            return
    pytest.fail(f"no way to «{name}» by Tab")


def _fill(page: Page, name: str, text: str) -> None:
    _tab_to(page, name)
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(text)


def _press(page: Page, name: str) -> None:
    _tab_to(page, name)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_from_an_empty_dossier_to_pages_by_keyboard_alone(desk: Desk) -> None:
    page = desk.page(_DRAFTER)
    page.goto("/co-quan/1/ho-so")
    _fill(page, "ten|", "Hồ sơ thử")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    _fill(page, "/co_quan/viet_tat", "UBND")
    _fill(page, "/co_quan/dia_danh", "Suối Trong")
    page.keyboard.press("Control+s")
    expect(page.locator("#trang-thai")).to_contain_text("Đã lưu")
    page.goto("/co-quan/1/ho-so/1/nguoi-ky")
    _press(page, "them:/co_quan/nguoi")
    _fill(page, "/co_quan/nguoi/0/ho_ten", "Lê Văn An")
    _fill(page, "/co_quan/nguoi/0/chuc_vu", "Chủ tịch")
    page.keyboard.press("Control+s")
    expect(page.locator("#trang-thai")).to_contain_text("Đã lưu")
    page.goto("/co-quan/1/ho-so/1/van-ban")
    _press(page, "them:/van_ban")
    page.goto("/co-quan/1/soan/1/quyet-dinh")
    _fill(page, "/van_ban/0/trich_yeu", "về việc thành lập Tổ công tác")
    _tab_to(page, "kieu:/van_ban/0/noi_dung")
    assert page.evaluate("document.activeElement.value") == "dieu"  # what a decision most often has
    _press(page, "them:/van_ban/0/noi_dung")
    expect(page.locator('[name="/van_ban/0/noi_dung/0/dieu"]')).to_be_focused()
    page.keyboard.type("Thành lập Tổ công tác của xã.")
    _fill(page, "/van_ban/0/noi_nhan", "Như Điều 1")
    _tab_to(page, "/van_ban/0/ky/nguoi")
    page.keyboard.press("ArrowDown")
    expect(page.locator("#trang-noi")).to_contain_text("1 trang")
    expect(page.locator('#cac-trang [data-o="/van_ban/0/trich_yeu"]').first).to_be_attached()
    page.locator('#cac-trang [data-o="/van_ban/0/trich_yeu"]').first.dispatch_event("click")
    assert page.evaluate("document.activeElement.name") == "/van_ban/0/trich_yeu"
    expect(page.locator("#cac-trang .dang-sua").first).to_be_attached()
    expect(page.locator("#trang-thai")).to_contain_text("Đã lưu")
    document = _kept(desk, 1)["van_ban"][0]  # type: ignore[index]
    assert document["noi_dung"] == [{"dieu": "Thành lập Tổ công tác của xã."}]
    assert document["ky"] == {"nguoi": "nguoi-1"}


def _paste(place: Locator, text: str) -> None:
    place.evaluate(
        """(place, text) => {
          const data = new DataTransfer();
          data.setData("text/plain", text);
          place.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        }""",
        text,
    )


def test_cells_of_excel_are_pasted_into_the_plan(desk: Desk, dossier: int) -> None:
    page = desk.page(_DRAFTER)
    page.goto(f"/co-quan/1/ho-so/{dossier}/ke-hoach")
    grid = page.locator('[data-luoi="/ke_hoach/0/cong_viec"]')
    first = _kept(desk, dossier)["ke_hoach"][0]["cong_viec"]  # type: ignore[index]
    before = len(first)
    grid.locator('.tabulator-cell[tabulator-field="noi_dung"]').first.click()
    copied = "\r\n".join("\t".join(f"ô {row}{column}" for column in "abc") for row in range(3)) + '\t"hai\ndòng"\r\n'
    _paste(grid.locator(".tabulator"), copied)
    expect(page.locator("#trang-thai")).to_contain_text("Đã lưu")
    tasks = _kept(desk, dossier)["ke_hoach"][0]["cong_viec"]  # type: ignore[index]
    assert len(tasks) == max(before, 3)
    assert [(one["noi_dung"], one["chu_tri"], one["phoi_hop"]) for one in tasks[:3]] == [
        ([f"ô {row}a"], [f"ô {row}b"], [f"ô {row}c"]) for row in range(3)
    ]
    assert tasks[2]["thoi_gian"] == ["hai", "dòng"]
    grid.get_by_role("button", name="Hoàn tác").click()
    expect(page.locator("#trang-thai")).to_contain_text("bản 3")
    back = _kept(desk, dossier)["ke_hoach"][0]["cong_viec"]  # type: ignore[index]
    assert [(one["noi_dung"], one["chu_tri"]) for one in back] == [(one["noi_dung"], one["chu_tri"]) for one in first]
    grid.locator('.tabulator-cell[tabulator-field="noi_dung"]').first.dblclick()  # as in Excel: Enter leaves the cell
    page.keyboard.press("Control+a")
    page.keyboard.type("Rà soát")
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowRight")
    page.keyboard.type("Văn phòng")  # upon the chosen cell, in place of what is in it
    page.keyboard.press("Control+s")  # saves what stands in the open cell, too
    for _ in range(200):
        task = _kept(desk, dossier)["ke_hoach"][0]["cong_viec"][0]  # type: ignore[index]
        if task["chu_tri"] == ["Văn phòng"]:
            break
        page.wait_for_timeout(100)
    assert (task["noi_dung"], task["chu_tri"]) == (["Rà soát"], ["Văn phòng"])
    grid.get_by_role("button", name="Thêm dòng").click()  # a cell is open then: several pasted into it are cells still
    box = grid.locator(".tabulator-editing textarea")
    page.keyboard.type("bỏ")
    page.evaluate("document.querySelector('[data-luoi]').table.redraw(true)")  # as when it is scrolled into view
    expect(box).to_have_value("bỏ")
    _paste(box, "Việc một\tPhòng A\r\nViệc hai\tPhòng B\r\n")
    page.keyboard.press("Control+s")
    for _ in range(200):
        tasks = _kept(desk, dossier)["ke_hoach"][0]["cong_viec"]  # type: ignore[index]
        if tasks[-1].get("chu_tri") == ["Phòng B"]:
            break
        page.wait_for_timeout(100)
    assert [(one["noi_dung"], one["chu_tri"]) for one in tasks[-2:]] == [
        (["Việc một"], ["Phòng A"]),
        (["Việc hai"], ["Phòng B"]),
    ]


def test_a_table_of_a_document_is_pasted_whole(desk: Desk) -> None:
    made = json.dumps(
        {"nam": 2026, "co_quan": {"ten": ["X"]}, "van_ban": [{"loai": "công văn", "noi_dung": [{"bang": ""}]}]}
    )
    with desk.office.store.begin() as session:
        dossier = dossiers.create(session, desk.office.agency, "Năm 2026", 2026, made, 1).id
    page = desk.page(_DRAFTER)
    page.goto(f"/co-quan/1/soan/{dossier}/@0")
    place = page.get_by_label("Dán cả bảng chép từ Excel, Word")
    _paste(place, "STT\tNội dung\r\n")
    expect(page.get_by_text("Chỉ thấy một dòng")).to_be_visible()
    _paste(place, 'STT\tNội dung\r\n1\t"Hồ sơ\nđúng hạn"\r\n2\r\n')
    expect(page.locator('[name="/van_ban/0/noi_dung/0/bang/dong/1/o/0"]')).to_have_value("2")
    kept = _kept(desk, dossier)["van_ban"][0]["noi_dung"][0]["bang"]  # type: ignore[index]
    names, rows = [{"ten": "STT"}, {"ten": "Nội dung"}], [{"o": ["1", "Hồ sơ\nđúng hạn"]}, {"o": ["2", ""]}]
    assert kept == {"cot": names, "dong": rows}
    page.locator('button[value="them:/van_ban/0/noi_dung/0/bang/cot"]').click()
    expect(page.locator('[name="/van_ban/0/noi_dung/0/bang/cot/2/ten"]')).to_be_focused()


def test_two_browsers_in_one_dossier(desk: Desk, dossier: int) -> None:
    first, second = desk.page(_DRAFTER), desk.page("van_thu")
    for page in (first, second):
        page.goto(f"/co-quan/1/ho-so/{dossier}/co-quan")
    first.locator('[name="/co_quan/dia_danh"]').fill("Của A")
    expect(first.locator("#trang-thai")).to_contain_text("Đã lưu")
    second.locator('[name="/co_quan/viet_tat"]').fill("UBB")
    expect(second.locator("#nguoi-khac")).to_contain_text("Của A")
    expect(second.locator('[name="/co_quan/dia_danh"]')).to_have_value("Của A")
    second.locator('[name="/co_quan/ten_goi_tat"]').fill("Tên của B")
    expect(second.locator("#trang-thai")).to_contain_text("bản 4")
    first.locator('[name="/co_quan/ten_goi_tat"]').fill("Tên của A")
    expect(first.locator("#trung")).to_contain_text("Tên của B")
    first.get_by_role("button", name="Dùng của tôi").click()
    expect(first.locator("#trung")).to_be_hidden()
    kept = _kept(desk, dossier)["co_quan"]
    assert (kept["dia_danh"], kept["viet_tat"], kept["ten_goi_tat"]) == ("Của A", "UBB", "Tên của A")  # type: ignore[index]


def test_what_another_saves_meanwhile_stays_in_a_table_that_is_typed_in(desk: Desk, dossier: int) -> None:
    first, second = desk.page(_DRAFTER), desk.page("van_thu")
    for page in (first, second):
        page.goto(f"/co-quan/1/ho-so/{dossier}/ke-hoach")

    def typed(page: Page, row: int, text: str) -> None:
        page.locator('[data-luoi="/ke_hoach/0/cong_viec"] .tabulator-cell[tabulator-field="chu_tri"]').nth(row).click()
        page.keyboard.type(text)  # as in Excel: a letter opens the chosen cell

    under_way: list[Route] = []
    first.route("**/luu", lambda route: under_way.append(route), times=1)
    typed(first, 0, "Một")
    with first.expect_request("**/luu"):
        first.keyboard.press("Enter")
    typed(second, 1, "Của người kia")
    second.keyboard.press("Enter")
    expect(second.locator("#trang-thai")).to_contain_text("Đã lưu")
    typed(first, 2, "Ba")
    first.keyboard.press("Enter")
    typed(first, 3, "Bố")
    under_way[0].continue_()
    expect(first.locator("#nguoi-khac")).to_contain_text("Của người kia")
    first.keyboard.type("n")
    first.keyboard.press("Control+s")
    cells = first.locator('[data-luoi="/ke_hoach/0/cong_viec"] .tabulator-cell[tabulator-field="chu_tri"]')
    expect(cells.nth(1)).to_have_text("Của người kia")
    kept = [one["chu_tri"] for one in _kept(desk, dossier)["ke_hoach"][0]["cong_viec"][:4]]  # type: ignore[index]
    assert kept == [["Một"], ["Của người kia"], ["Ba"], ["Bốn"]]
    expect(first.locator("#trung")).to_be_hidden()


def test_what_is_wrong_stands_at_its_box_as_it_is_typed(desk: Desk, dossier: int) -> None:
    page = desk.page(_DRAFTER)
    page.goto(f"/co-quan/1/ho-so/{dossier}/co-quan")
    page.locator('[name="/nam"]').fill("hai nghìn")
    told = page.locator('[data-loi="/nam"]')
    expect(told).to_contain_text("số nguyên")
    assert told.get_attribute("role") == "alert"
    assert told.get_attribute("id") in (page.locator('[name="/nam"]').get_attribute("aria-describedby") or "")
    expect(page.locator("#tom-tat a").first).to_contain_text("số nguyên")
    page.locator('[name="/nam"]').fill("2024")
    expect(told).to_be_hidden()


def test_pages_are_fit_for_everyone(desk: Desk, dossier: int) -> None:
    page = desk.page(_DRAFTER)
    root = f"/co-quan/1/ho-so/{dossier}"
    parts = (
        "co-quan",
        "nguoi-ky",
        "muc-tieu",
        "ke-hoach",
        "ket-qua",
        "can-cu",
        "van-ban",
        "cai-dat",
        "cac-ban",
        "cac-ban/1",
    )
    found = {}
    for address in ("/co-quan/1/ho-so", *(f"{root}/{part}" for part in parts), f"/co-quan/1/soan/{dossier}/quyet-dinh"):
        page.goto(address)
        if "/soan/" in address:
            expect(page.locator("#trang-noi")).to_contain_text("trang")
        if told := unfit(page):
            found[address] = told
    assert found == {}


def test_a_page_is_drawn_when_it_comes_into_view_and_leads_to_its_fields(desk: Desk, dossier: int) -> None:
    page = desk.page(_DRAFTER)
    page.goto(f"/co-quan/1/soan/{dossier}/quyet-dinh")
    last = page.locator("#cac-trang .trang").last
    expect(page.locator("#trang-noi")).to_contain_text("12 trang")
    expect(last.locator("svg")).to_have_count(0)
    last.scroll_into_view_if_needed()
    spot = last.locator("[data-o]").last
    expect(spot).to_be_attached()
    spot.dispatch_event("click")
    assert str(page.evaluate("document.activeElement.name")).startswith("/van_ban/2/phu_luc/")
