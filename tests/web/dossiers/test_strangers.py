"""What somebody who never saw the page does: wrong files, names too long, nothing to begin from."""

from __future__ import annotations

import io

import openpyxl
import pytest

from tests.web.offices import Office

ROOT = "/co-quan/1/ho-so"


def test_a_workbook_taken_for_a_word_file_is_named_with_every_other_wrong_one(office: Office) -> None:
    browser = office.browser("soan_thao")
    workbook = browser.get(f"{ROOT}/tep-mau.xlsx").content
    assert "Hướng dẫn" in openpyxl.load_workbook(io.BytesIO(workbook)).sheetnames
    files = [("tep", ("so-tinh.xlsx", workbook)), ("tep", ("ghi chu.txt", b"xin chao"))]
    answer = browser.post(f"{ROOT}/tu-word", files=files)
    assert answer.status_code == 422
    assert "<strong>so-tinh.xlsx</strong>: không có thân văn bản → chọn tệp Word" in answer.text
    assert "<strong>ghi chu.txt</strong>: không phải tệp DOCX" in answer.text


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"ten": "x" * 300, "nam": "2026"}, "Tên hồ sơ dài 300 ký tự, ghi được nhiều nhất 200"),
        ({"ten": "Hồ sơ", "nam": "20266"}, "Năm «20266» không phải là số"),
        ({"ten": "<script>1</script>", "nam": ""}, "Năm còn trống"),
    ],
)
def test_a_dossier_that_is_not_begun_keeps_what_was_typed(office: Office, typed: dict[str, str], told: str) -> None:
    answer = office.browser("soan_thao").post(ROOT, data=typed)
    assert answer.status_code == 422
    assert told in answer.text
    name = typed["ten"].replace("<", "&lt;").replace(">", "&gt;")
    assert f'value="{name}"' in answer.text
    assert f'value="{typed["nam"]}"' in answer.text or not typed["nam"]


def test_why_something_is_refused_is_said(office: Office) -> None:
    answer = office.browser("van_thu").post("/co-quan/1/so/tim", data={"ten": " "})
    assert answer.status_code == 422
    assert "Tên của cách tìm còn trống" in answer.text


def test_a_dossier_begun_by_mistake_is_closed_opened_again_and_removed(office: Office) -> None:
    drafter = office.browser("soan_thao")
    page = drafter.post(ROOT, data={"ten": "Lập nhầm", "nam": "2026"}).headers["location"].removesuffix("/co-quan")
    assert drafter.post(f"{page}/dong").status_code == 303
    listed = drafter.get(ROOT).text
    assert "Hồ sơ đã đóng (1)" in listed
    assert f'href="{page}/co-quan"' not in listed
    assert "Hồ sơ đã đóng, chỉ xem được" in drafter.get(f"{page}/co-quan").text
    assert drafter.post(f"{page}/dong", data={"dong": "0"}).status_code == 303
    assert f'href="{page}/co-quan"' in drafter.get(ROOT).text
    assert office.browser("lanh_dao").post(f"{page}/xoa").status_code == 403  # another's
    assert drafter.post(f"{page}/xoa").status_code == 303
    assert drafter.get(f"{page}/co-quan").status_code == 404
