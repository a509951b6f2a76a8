"""Plans, objectives and results in layouts of other offices: read where words say what they are, else kept whole."""

from __future__ import annotations

from typing import Any

import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH

from generator.service.yearly.reading import ReadBack
from tests.recovering.test_typed_freely import (
    HEAD,
    LAST,
    LEAD,
    RECIPIENTS,
    SIGNING,
    Lines,
    beside,
    decision,
    printed_again,
    table,
)  # fmt: skip

KEPT: dict[str, tuple[Lines, ...]] = {
    "a plan by months": (
        ("STT", "Nội dung", "Thời gian thực hiện (tháng)", "<", "<", "Kết quả"),
        ("^", "^", "1", "2", "3", "^"),
        ("1", "Ban hành mục tiêu chất lượng", "x", "", "", "Quyết định"),
        ("2", "Đánh giá nội bộ", "", "x", "x", "Báo cáo"),
    ),
    "results with marks": (
        ("TT", "Mục tiêu", "Chỉ tiêu", "Kết quả thực hiện", "Đánh giá", "<", "Nguyên nhân"),
        ("^", "^", "^", "^", "Đạt", "Không đạt", "^"),
        ("1", "Hồ sơ đúng hạn", "≥ 98%", "99,2%", "x", "", ""),
        ("^", "^", "≥ 90% trước hạn", "85%", "", "x", "Thiếu nhân lực"),
    ),
    "results by quarter and cumulated": (
        ("TT", "Chỉ tiêu", "Kế hoạch năm", "Quý I", "Quý II", "Lũy kế 6 tháng", "Tỷ lệ (%)"),
        ("1", "Hồ sơ giải quyết", "1.200", "310", "295", "605", "50,42"),
        ("Cộng", "<", "1.200", "310", "295", "605", "50,42"),
    ),
    "targets of two years": (
        ("Mục tiêu chất lượng", "Chỉ tiêu năm 2025", "Chỉ tiêu năm 2026", "Đơn vị"),
        ("Hồ sơ đúng hạn", "≥ 97%", "≥ 98%", "Văn phòng"),
        ("Văn bản ký số", "90%", "100%", "Các phòng"),
    ),
}  # fmt: skip


BESIDE = {
    "a plan by months": {"Ban hành mục tiêu chất lượng": ["Tháng 1"], "Đánh giá nội bộ": ["Tháng 2", "Tháng 3"]},
    "results with marks": {"Hồ sơ đúng hạn": ["≥ 98%", "≥ 90% trước hạn"]},
    "results by quarter and cumulated": {"Hồ sơ giải quyết": ["1.200"]},
    "targets of two years": {"Hồ sơ đúng hạn": ["≥ 98%"], "Văn bản ký số": ["100%"]},
}
"""What each of the kept tables says of objectives and tasks: their targets of the year, their times."""


@pytest.mark.parametrize("name", KEPT)
def test_a_table_that_no_view_prints_is_kept_whole_and_told_beside(name: str) -> None:
    found, before = decision(LEAD, lambda word: table(word, *KEPT[name]), LAST)
    tasks = [task for group in found.data.get("ke_hoach", ()) for task in group["cong_viec"]]
    told = {one["noi_dung"]: [own["in_ra"] for own in one["chi_tieu"]] for one in found.data.get("muc_tieu", ())}
    told |= {one["noi_dung"]: _several(one["thoi_gian"]) for one in tasks}
    assert told == BESIDE[name]
    rows = [row for row in found.as_data()["doc_lai"] if row["duong_dan"][0] in ("muc_tieu", "ke_hoach")]
    assert {row["muc"] for row in rows} == {"có thể"}
    assert printed_again(found, before) == ({}, {})


def _several(value: str | list[str]) -> list[str]:
    return value if isinstance(value, list) else [value]


def _objectives(*rows: Lines) -> list[Any]:
    found, _ = decision(LEAD, lambda word: table(word, *rows), LAST)
    objectives: list[Any] = found.data["muc_tieu"]
    return objectives


def test_targets_units_and_numbers_of_a_table_as_they_are_typed() -> None:
    targets = ("ít nhất 02 lớp", "100% (5/5 hồ sơ)", "không quá 02 ngày")
    rows = [(f"0{n}", f"Việc {n}", target, "Bộ phận Một cửa") for n, target in enumerate(targets, start=1)]
    read = _objectives(("Stt", "Tên mục tiêu", "Mức chất lượng cần đạt", "Bộ phận thực hiện"), *rows)
    assert [one["chi_tieu"][0]["in_ra"] for one in read] == list(targets)
    assert {one["theo_doi"] for one in read} == {"Bộ phận Một cửa"}


@pytest.mark.parametrize(
    ("cell", "unit"),
    [
        ("Phòng Cải cách\nVăn phòng", "Phòng Cải cách\nVăn phòng"),  # two units
        ("Phòng Cải cách\nHành chính", "Phòng Cải cách Hành chính"),  # a name that the line breaks
    ],
)
def test_units_on_lines_of_one_cell(cell: str, unit: str) -> None:
    head = ("TT", "Mục tiêu chất lượng", "Chỉ tiêu", "Đơn vị theo dõi")
    read = _objectives(head, ("1", "Hồ sơ đúng hạn", "≥ 98%", "Thanh tra Sở"), ("^", "^", "≥ 95%", cell))
    assert [one["don_vi"] for one in read[0]["chi_tieu"]] == ["Thanh tra Sở", unit]


def test_the_number_that_an_objective_calls_itself_by_is_no_target() -> None:
    lines = ("1. Mục tiêu 1: 98% hồ sơ giải quyết đúng hạn.", "2. Mục tiêu số 2: Họp ít nhất 04 cuộc.")
    found, before = decision(LEAD, *lines, LAST)
    assert [one["chi_tieu"][0]["in_ra"] for one in found.data["muc_tieu"]] == ["98%", "ít nhất 04 cuộc"]
    assert printed_again(found, before) == ({}, {})


PLAN = ("TT", "Nội dung công việc", "Chủ trì", "Phối hợp", "Thời gian", "Kết quả")


def _with_plan(*groups: str) -> ReadBack:
    def foot(word: Document) -> None:
        beside(word, RECIPIENTS, SIGNING)
        reference = "(Kèm theo Quyết định số 310/QĐ-SNV ngày 28 tháng 01 năm 2026 của Giám đốc Sở Nội vụ)"
        for text in ("PHỤ LỤC", "KẾ HOẠCH THỰC HIỆN MỤC TIÊU CHẤT LƯỢNG NĂM 2026", reference):
            word.add_paragraph(text).alignment = WD_ALIGN_PARAGRAPH.CENTER
        task = ("1", "Rà soát quy trình", "Văn phòng", "Các phòng", "Quý I", "Danh mục")
        rows = [row for number, group in zip(("I", "II"), groups, strict=True)
                for row in ((number, group, "<", "<", "<", "<"), task)]  # fmt: skip
        table(word, PLAN, *rows)

    return decision("Điều 1. Ban hành Kế hoạch thực hiện (Phụ lục).", LAST, foot=foot)[0]


def test_a_plan_titled_after_objectives_names_them() -> None:
    found = _with_plan("Hồ sơ giải quyết đúng hạn", "Mức độ hài lòng đạt 90%")
    assert [one["noi_dung"] for one in found.data["muc_tieu"]] == [
        "Hồ sơ giải quyết đúng hạn",
        "Mức độ hài lòng đạt 90%",
    ]
    assert [group["cong_viec"][0]["thoi_gian"] for group in found.data["ke_hoach"]] == ["Quý I", "Quý I"]
    assert "muc_tieu" not in _with_plan("Công tác chỉ đạo", "Công tác tuyên truyền").data  # groups of another kind


@pytest.mark.parametrize("typed", ["Số 12-QĐ/ĐU", "Số: 12 - QĐ/ĐU"])
def test_the_number_of_a_paper_of_the_party(typed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    place = HEAD[1][2]
    head = (["TỈNH ỦY LÂM GIANG", "ĐẢNG ỦY SỞ NỘI VỤ", "*", typed], ["ĐẢNG CỘNG SẢN VIỆT NAM", place])
    monkeypatch.setattr("tests.recovering.test_typed_freely.HEAD", head)
    found, _ = decision("Điều 1. Ban hành Chương trình công tác năm 2026.", LAST)
    paper = found.data["van_ban"][0]
    assert (paper["so"], paper["ky_hieu"], found.data["co_quan"]["viet_tat"]) == (12, "QĐ/ĐU", "ĐU")
    assert any("văn bản của Đảng" in one for one in found.unheld)  # printed again it has the Quốc hiệu
