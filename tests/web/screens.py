"""Pictures of every page at the sizes of a desk and of a phone, for docs/images/trang: python -m tests.web.screens"""

from __future__ import annotations

import tempfile
from pathlib import Path

from playwright.sync_api import Page

from generator.service.workbooks import export_workbook
from generator.store.models import Role, User
from tests.web.browsers import DESK, PHONE, Desk, chromium, served
from tests.web.offices import office_in
from tests.web.test_year import EXAMPLE, HANDS, taken_in

IMAGES = Path(__file__).parents[2] / "docs" / "images" / "trang"
PEOPLE = {
    Role.DRAFTER: "Lê Thị Thu", Role.CONTENT: "Hà Văn Toản", Role.FORM: "Trần Thị Mai", Role.LEADER: "Vũ Minh Khôi",
    Role.CLERK: "Nguyễn Thị Hạnh", Role.ADMIN: "Phạm Đức Long", Role.READER: "Bùi Thị Nga",
}  # fmt: skip
_TIMES = 20_000  # milliseconds a page may take


def _save(page: Page, name: str, size: str) -> None:
    page.wait_for_load_state("networkidle", timeout=_TIMES)
    page.screenshot(path=IMAGES / f"{name}-{size}.png")


def main() -> None:
    """Write the pictures anew."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        office_in(Path(folder)) as office,
        chromium() as browser,
        served(office.client.app) as url,  # type: ignore[arg-type]
    ):
        desk = Desk(office, url, browser)
        with office.store.begin() as database:
            for role, name in PEOPLE.items():
                database.query(User).filter_by(login=role.value).one().full_name = name
        root = f"/co-quan/{office.agency}"
        workbook = Path(folder) / "ho-so.xlsx"
        export_workbook(EXAMPLE, workbook)
        drafter = desk.page(Role.DRAFTER.value)
        dossier = taken_in(drafter, root, workbook)
        drafter.goto(f"{root}/trinh-duyet/moi?ho_so={dossier}")
        drafter.get_by_role("button", name="Trình duyệt thong-bao").click()
        drafter.get_by_role("heading", name="Các bước đã làm").wait_for()
        paper = drafter.url.removeprefix(url)
        for size, pixels in (("1366", DESK), ("390", PHONE)):
            _save_open(desk, "trinh-duyet-mot", paper, size, pixels, Role.CONTENT)
        for role, button in HANDS:
            hand = desk.page(role.value)
            hand.goto(paper)
            hand.get_by_role("button", name=button, exact=True).click()
            if role is Role.CLERK:
                hand.get_by_role("button", name="Cấp số 01/TB-UBND và ban hành").click()
            hand.get_by_text(f"{button}, {PEOPLE[role]}").wait_for()
        for size, pixels in (("1366", DESK), ("390", PHONE)):
            _save_open(desk, "dang-nhap", "/dang-nhap", size, pixels, None)
            for name, path, role in (
                ("viec-hom-nay", "viec", Role.CLERK),
                ("ho-so-nam", "ho-so", Role.DRAFTER),
                ("ho-so", f"ho-so/{dossier}/co-quan", Role.DRAFTER),
                ("soan-van-ban", f"soan/{dossier}/giay-moi", Role.DRAFTER),
                ("kiem-tra", "kiem-tra", Role.FORM),
                ("trinh-duyet", "trinh-duyet", Role.CLERK),
                ("so-van-ban-di", "so", Role.CLERK),
                ("quan-tri", "quan-tri/nguoi-dung", Role.ADMIN),
            ):
                _save_open(desk, name, f"{root}/{path}", size, pixels, role)


def _save_open(desk: Desk, name: str, path: str, size: str, pixels: dict[str, int], role: Role | None) -> None:
    page = desk.page(role and role.value, pixels)
    page.goto(path)
    if name == "soan-van-ban":
        page.get_by_role("img", name="Trang 1").first.wait_for(timeout=_TIMES)
    _save(page, name, size)
    page.context.close()


if __name__ == "__main__":
    main()
