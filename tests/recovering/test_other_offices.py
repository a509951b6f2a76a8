"""Decisions of other offices and their annexes: how these are labelled, headed and signed elsewhere than with us."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH

from generator.service.yearly.reading import ReadBack
from tests.recovering.test_typed_freely import OPENING, RECIPIENTS, SIGNING, Lines, beside, decision, table

CITED = "Quyết định số 310/QĐ-SNV ngày 28 tháng 01 năm 2026 của Giám đốc Sở Nội vụ)"
REFERENCE = f"(Kèm theo {CITED}"
TITLE = "DANH MỤC MỤC TIÊU CHẤT LƯỢNG NĂM 2026"
GRID = (["STT", "Mục tiêu", "Chỉ tiêu", "Đơn vị"], ["1", "Văn bản đúng hạn", "≥ 98%", "Văn phòng"])
ARTICLES = (
    "Điều 1. Ban hành Mục tiêu chất lượng năm 2026 kèm theo Quyết định này.",
    "Điều 2. Các phòng chịu trách nhiệm thi hành Quyết định này./.",
)


def _headed(above: Lines, body: Callable[[Document], None]) -> Callable[[Document], None]:
    """An end of a decision, and on the next page what the lines above head."""

    def made(word: Document) -> None:
        beside(word, RECIPIENTS, SIGNING)
        word.add_page_break()
        for text in above:
            paragraph = word.add_paragraph()
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            paragraph.add_run(text).bold = not text.startswith("(")
        body(word)

    return made


def _read(*above: str, grid: tuple[Lines, ...] = GRID) -> tuple[ReadBack, dict[str, Any]]:
    found, _ = decision(*ARTICLES, foot=_headed(above, lambda word: table(word, *grid)))
    return found, found.data["van_ban"][0]


@pytest.mark.parametrize(
    "above",
    [
        ("Biểu số 01", TITLE, REFERENCE),
        ("Phụ biểu 2", TITLE, REFERENCE),
        ("PHỤ LỤC", REFERENCE, TITLE),
        ("PHỤ LỤC", TITLE, f"(Đính kèm {CITED}"),
    ],
)
def test_an_annex_is_labelled_as_the_office_does(above: Lines) -> None:
    found, document = _read(*above)
    assert document["phu_luc"][0]["tieu_de"] == [TITLE]
    assert [one["noi_dung"] for one in found.data["muc_tieu"]] == ["Văn bản đúng hạn"]
    assert ("biểu" in above[0].casefold()) == any("in lại là «Phụ lục»" in one for one in found.unheld)


@pytest.mark.parametrize("above", [(TITLE, REFERENCE), (REFERENCE, TITLE), (TITLE, f"(Theo {CITED}")])
def test_a_title_of_one_line_says_name_and_subject(above: Lines) -> None:
    found, document = _read(*above)
    attached = document["van_ban_kem_theo"][0]
    assert (attached["ten_loai"], attached["trich_yeu"]) == ("DANH MỤC", "MỤC TIÊU CHẤT LƯỢNG NĂM 2026")
    assert found.data["muc_tieu"][0]["chi_tieu"] == [{"in_ra": "≥ 98%"}]
    assert not any("kèm theo" in one for one in found.wanting)


def test_a_form_inside_a_text_is_no_annex() -> None:
    _, document = _read("PHỤ LỤC", TITLE, REFERENCE, "Biểu số 01")
    assert len(document["phu_luc"]) == 1


@pytest.mark.parametrize(
    ("units", "known"),
    [
        (("Văn phòng", "Phòng Nội vụ", "Một cửa"), True),
        (("Văn phòng", "Đảng ủy viên", "UBKT Đảng ủy"), True),
        (("Văn phòng", "Phòng Nội vụ", "Năm 2025"), False),
        (("Văn phòng", "Phòng Nội vụ", "Toàn cơ quan"), False),
    ],
)
def test_columns_beside_those_of_units_are_of_units(units: Lines, known: bool) -> None:
    grid = (
        ["STT", "Mục tiêu", "Chỉ tiêu năm 2026", "<", "<"],
        ["^", "^", *units],
        ["1", "Văn bản đúng hạn", "≥ 98%", "≥ 97%", "≥ 96%"],
    )
    found, _ = _read("PHỤ LỤC", TITLE, REFERENCE, grid=grid)
    told = [one["don_vi"] for own in found.data.get("muc_tieu", ()) for one in own.get("chi_tieu", ())]
    assert (told == [*units]) is known


@pytest.mark.parametrize(
    ("line", "told"),
    [("BAN THƯỜNG VỤ ĐẢNG ỦY QUYẾT ĐỊNH:", True), ("GIÁM ĐỐC QUYẾT ĐỊNH:", False), ("GIÁM ĐỐC SỞ QUYẾT ĐỊNH", False)],
)
def test_one_line_says_who_decides_and_that(line: str, told: bool) -> None:
    found, _ = decision(*ARTICLES, opening=["Căn cứ Quy chế làm việc của Sở;", line])
    document = found.data["van_ban"][0]
    assert [*document["noi_dung"][0]] == ["dieu"]
    assert any("thẩm quyền" in one for one in found.unheld) is told


@pytest.mark.parametrize("sign", [".-", ".–", ":", "/", "."])
def test_the_signs_behind_a_number_are_no_words(sign: str) -> None:
    found, _ = decision(*(one.replace(". ", f"{sign} ", 1) for one in ARTICLES))
    texts = [str(block["dieu"]) for block in found.data["van_ban"][0]["noi_dung"]]
    assert [text.split()[0] for text in texts] == ["Ban", "Các"]


def test_dashes_before_bases_and_the_proposal_are_no_words() -> None:
    opening = [OPENING[0], "- Căn cứ Điều lệ Đảng;", "- Xét đề nghị của Chánh Văn phòng,", OPENING[-1]]
    document = decision(*ARTICLES, opening=opening)[0].data["van_ban"][0]
    assert document["can_cu"] == [{"loi_van": "Điều lệ Đảng"}]
    assert document["theo_de_nghi"] == "Xét đề nghị của Chánh Văn phòng"


@pytest.mark.parametrize("note", ["(đã ký)", "(Đã ký và đóng dấu)", "(Chữ ký, dấu)"])
def test_that_the_original_is_signed_is_no_text(note: str) -> None:
    found, _ = decision(*ARTICLES, foot=lambda word: beside(word, RECIPIENTS, ["GIÁM ĐỐC", "", note, "", SIGNING[-1]]))
    assert note not in str(found.data)
    assert any(note in one for one in found.unheld)


@pytest.mark.parametrize(
    ("filing", "filed", "drafted"),
    [
        ("- Lưu: VT, P.QLCL.", "VT, P.QLCL", None),
        ("- Lưu: VT, QLCL.TTH(25).", "VT, QLCL", "TTH"),
        ("- Lưu: VT, P.QLCL. TH (5).", "VT, P.QLCL", "TH"),
    ],
)
def test_a_short_name_of_a_division_is_no_drafter(filing: str, filed: str, drafted: str | None) -> None:
    foot = [*RECIPIENTS[:-1], filing]
    document = decision(*ARTICLES, foot=lambda word: beside(word, foot, SIGNING))[0].data["van_ban"][0]
    assert (document["luu"], document.get("nguoi_soan")) == (filed, drafted)


@pytest.mark.parametrize("stamp", ["Người ký: SỞ NỘI VỤ", "Ngày ký: 28.01.2026 15:22:41 +07:00", "Ký bởi: Văn thư Sở"])
def test_what_a_program_that_signs_prints_is_no_text(stamp: str) -> None:
    found, _ = decision(*ARTICLES, foot=lambda word: beside(word, RECIPIENTS, ["GIÁM ĐỐC", stamp, "", "", SIGNING[-1]]))
    assert stamp not in str(found.data)
    assert any(stamp in one for one in found.unheld)


@pytest.mark.parametrize(
    "lead",
    [
        "Điều 1. Sửa đổi, bổ sung một số nội dung của Mục tiêu chất lượng năm 2026 như sau:",
        "Điều 1. Bãi bỏ một số điểm của Mục tiêu chất lượng năm 2026:",
    ],
)
def test_changes_of_objectives_are_no_objectives(lead: str) -> None:
    found, _ = decision(lead, "1. Sửa điểm 2 mục I: đạt 99%.", "2. Bỏ điểm 5 mục II.", ARTICLES[1])
    assert "muc_tieu" not in found.data


def test_targets_below_the_names_of_units_in_a_text() -> None:
    lines = ["I. Khoa Khám bệnh", "1. Người bệnh ngoại trú hài lòng từ 90% trở lên", "II. Khoa Nội tổng hợp"]
    lines += ["1. Bệnh án hoàn thành trong 24 giờ đạt tối thiểu 95%", "2. Khách hàng chấm tối thiểu 8,6/10 điểm"]
    above = ("PHỤ LỤC", "CHỈ TIÊU MỤC TIÊU CHẤT LƯỢNG CÁC KHOA NĂM 2026", REFERENCE)
    body = lambda word: [word.add_paragraph(line) for line in lines]  # noqa: E731
    found, _ = decision(*ARTICLES, foot=_headed(above, body))
    told = [(one["theo_doi"], one["chi_tieu"][0]["in_ra"]) for one in found.data["muc_tieu"]]
    first, second = lines[0][3:], lines[2][4:]
    assert told == [(first, "từ 90% trở lên"), (second, "tối thiểu 95%"), (second, "tối thiểu 8,6/10 điểm")]


def test_objectives_that_only_the_plan_names_say_what_is_to_be_reached() -> None:
    grid = (
        ["TT", "Nội dung", "Chủ trì", "Phối hợp", "Thời gian"],
        ["I", "Mục tiêu 1. 100% hồ sơ đúng hạn", "<", "<", "<"],
        ["1", "Bố trí người trực", "Văn phòng", "Các phòng", "Thường xuyên"],
    )
    found, _ = _read("PHỤ LỤC", "KẾ HOẠCH THỰC HIỆN MỤC TIÊU CHẤT LƯỢNG NĂM 2026", REFERENCE, grid=grid)
    assert [one["chi_tieu"] for one in found.data["muc_tieu"]] == [[{"in_ra": "100%"}]]


@pytest.mark.parametrize(("title", "planned"), [("QUY CHẾ LÀM VIỆC", False), ("KẾ HOẠCH CÔNG TÁC", True)])
def test_a_table_of_a_text_of_rules_holds_no_tasks(title: str, planned: bool) -> None:
    grid = (["Nội dung", "Thời gian", "Chủ trì"], ["Giao ban", "Thứ hai hằng tuần", "Trưởng ban"])
    found, _ = _read(title, "CỦA SỞ NỘI VỤ", REFERENCE, grid=grid)
    assert ("ke_hoach" in found.data) is planned
    assert "Thứ hai hằng tuần" in str(found.data)
