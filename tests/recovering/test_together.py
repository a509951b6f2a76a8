"""Documents read together make one dossier: they agree, or what one says otherwise is named."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH

from generator.service.yearly.reading import read_bytes

OBJECTIVES = ("Tỷ lệ hồ sơ đúng hạn đạt từ 98% trở lên.", "100% văn bản đến được xử lý trong ngày.")


def typed(
    kind: str,
    symbol: str,
    place: str,
    lines: Sequence[str],
    table: Sequence[Sequence[str]] = (),
    about: str = "Về mục tiêu chất lượng năm 2024",
    signed: str = "TRƯỞNG PHÒNG\n\n\nLê Thị Mai",
) -> bytes:
    word = docx.Document()
    head = word.add_table(rows=2, cols=2)
    cells = (("UBND HUYỆN PHÚ LÂM\nPHÒNG NỘI VỤ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"),
             (f"Số: 15/{symbol}", f"{place}, ngày 12 tháng 01 năm 2024"))  # fmt: skip
    for row, texts in zip(head.rows, cells, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            for n, line in enumerate(text.split("\n")):
                paragraph = cell.paragraphs[0] if n == 0 else cell.add_paragraph()
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
                paragraph.add_run(line).bold = n == 1
    for text in (kind, about):
        paragraph = word.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.add_run(text).bold = True
    for line in lines:
        word.add_paragraph(line)
    if table:
        made = word.add_table(rows=0, cols=len(table[0]))
        for n, texts in enumerate(table):
            row = made.add_row().cells
            for cell, text in zip(row, texts, strict=True):
                cell.paragraphs[0].add_run(text).bold = n == 0
            if n and not any(texts[2:]):
                row[1].merge(row[-1])
    foot = word.add_table(rows=1, cols=2)
    for cell, texts in zip(foot.rows[0].cells, ("Nơi nhận:\n- Như trên;\n- Lưu: VT.", signed),
                           strict=True):  # fmt: skip
        for line in texts.split("\n"):
            cell.add_paragraph(line)
    out = BytesIO()
    word.save(out)
    return out.getvalue()


def decision(place: str = "Phú Lâm", objectives: Sequence[str] = OBJECTIVES) -> bytes:
    numbered = [f"{n}. {text}" for n, text in enumerate(objectives, start=1)]
    lines = [
        "QUYẾT ĐỊNH:",
        "Điều 1. Ban hành các mục tiêu chất lượng sau:",
        *numbered,
        "Điều 2. Có hiệu lực từ ngày ký.",
    ]
    return typed("QUYẾT ĐỊNH", "QĐ-PNV", place, lines)


def plan(place: str = "Phú Lâm") -> bytes:
    table = [
        ("TT", "Nội dung công việc", "Chủ trì/Phối hợp", "Thời gian", "Kết quả"),
        ("I", OBJECTIVES[0], "", "", ""),
        ("1", "Rà soát quy trình", "Một cửa/Văn phòng", "Quý I", "Báo cáo"),
        ("II", OBJECTIVES[1], "", "", ""),
        ("1", "Theo dõi sổ văn bản", "Văn thư/Văn phòng", "Hằng tháng", "Sổ"),
    ]
    return typed("KẾ HOẠCH", "KH-PNV", place, ["1. Bảo đảm tiến độ."], table)


def test_what_agrees_is_told_once_and_nothing_is_named() -> None:
    found = read_bytes([("qd.docx", decision()), ("kh.docx", plan())])
    assert found.unheld == []
    assert len(found.data["muc_tieu"]) == 2
    assert [one["muc_tieu"] for one in found.data["ke_hoach"]] == ["mt1", "mt2"]
    assert len(found.data["co_quan"]["nguoi"]) == 1


def test_a_column_of_lead_and_support_is_the_lead_and_said_to_be_unsure() -> None:
    found = read_bytes([("qd.docx", decision()), ("kh.docx", plan())])
    task = found.data["ke_hoach"][0]["cong_viec"][0]
    assert task["chu_tri"] == "Một cửa/Văn phòng"
    assert "phoi_hop" not in task
    row = next(one for one in found.rows if one.value == "Một cửa/Văn phòng")
    assert (row.is_sure, row.why) == (False, "cột ghi chung chủ trì và phối hợp")


def test_what_a_later_document_says_otherwise_of_the_agency_is_named() -> None:
    found = read_bytes([("qd.docx", decision()), ("kh.docx", plan("Phú Lộc"))])
    assert found.unheld == ["kh.docx, địa danh «Phú Lộc»; hồ sơ ghi «Phú Lâm» theo qd.docx"]


def test_other_objectives_of_a_later_document_are_named_and_stay_text() -> None:
    other = (OBJECTIVES[0], "Tỷ lệ hài lòng đạt từ 95% trở lên.")
    found = read_bytes([("qd.docx", decision()), ("qd-2.docx", decision(objectives=other))])
    (told,) = found.unheld
    assert told.startswith("qd-2.docx, ")
    assert "2 mục tiêu khác các mục tiêu đã đọc" in told
    assert other[1] in str(found.data["van_ban"][1])


def test_results_of_a_report_belong_to_the_objectives_of_the_decision_read_with_it() -> None:
    words = ("Tỷ lệ hồ sơ đúng hạn", "Văn bản đến được xử lý trong ngày")
    objectives = [("TT", "Mục tiêu chất lượng", "Chỉ tiêu"), ("1", words[0], "≥ 98%"), ("2", words[1], "100%")]
    results = [("TT", "Mục tiêu", "Chỉ tiêu", "Kết quả năm 2023", "Kết quả năm 2024"),
               ("1", words[0], "≥ 98%", "97,1%", "98,4%"), ("2", words[1], "100%", "chưa đo", "195/200")]  # fmt: skip
    lead = ["QUYẾT ĐỊNH:", "Điều 1. Ban hành Mục tiêu chất lượng năm 2024 như sau:"]
    files = [
        ("a.docx", typed("QUYẾT ĐỊNH", "QĐ-PNV", "Phú Lâm", lead, objectives)),
        ("b.docx", typed("BÁO CÁO", "BC-PNV", "Phú Lâm", ["Phòng Nội vụ báo cáo như sau:"], results)),
    ]
    found = read_bytes(files)
    assert found.problems == ()
    assert [one["noi_dung"] for one in found.data["muc_tieu"]] == [*words]
    assert found.data["ket_qua"] == [
        {"muc_tieu": "mt1", "ky": "năm", "nam": 2023, "gia_tri": "97,1%"},
        {"muc_tieu": "mt1", "ky": "năm", "gia_tri": "98,4%"},
        {"muc_tieu": "mt2", "ky": "năm", "tu_so": "195", "mau_so": "200"},
    ]
    assert any("muc_tieu" in one for one in _blocks(found.data["van_ban"][0]))
    by_units = [
        ("TT", "Mục tiêu chất lượng", "Chỉ tiêu", "Đơn vị"),
        ("1", words[0], "≥ 98%", "Văn phòng"),
        ("", "", "≥ 95%", "Thanh tra"),
    ]
    files[0] = ("a.docx", typed("QUYẾT ĐỊNH", "QĐ-PNV", "Phú Lâm", lead, by_units))
    assert "ket_qua" not in read_bytes(files).data  # whose the figure is, the report does not say


def test_a_report_on_the_year_before_tells_results_of_that_year() -> None:
    words = "Tỷ lệ hồ sơ đúng hạn"
    lead = ["QUYẾT ĐỊNH:", "Điều 1. Ban hành Mục tiêu chất lượng năm 2024 như sau:"]
    objectives = [("TT", "Mục tiêu chất lượng", "Chỉ tiêu"), ("1", words, "≥ 98%")]
    results = [("TT", "Mục tiêu", "Chỉ tiêu", "Kết quả"), ("1", words, "≥ 97%", "97,5%")]
    about = "Kết quả thực hiện mục tiêu chất lượng năm {}"
    report = [
        typed("BÁO CÁO", "BC-PNV", "Phú Lâm", ["Báo cáo như sau:"], results, about.format(year))
        for year in (2023, 2024)
    ]
    decided = typed("QUYẾT ĐỊNH", "QĐ-PNV", "Phú Lâm", lead, objectives)
    past, own = (read_bytes([("a.docx", decided), ("b.docx", one)]).data for one in report)
    assert past["ket_qua"] == [{"muc_tieu": "mt1", "ky": "năm", "gia_tri": "97,5%", "nam": 2023}]
    assert own["ket_qua"] == [{"muc_tieu": "mt1", "ky": "năm", "gia_tri": "97,5%"}]
    assert ["ky_bao_cao" in one for one in past["van_ban"]] == [False, False]
    assert own["van_ban"][1]["ky_bao_cao"] == "năm"


def test_words_in_the_place_of_the_signature_are_told_and_no_text() -> None:
    signed = "TRƯỞNG PHÒNG\n(Đã ký)\n\nLê Thị Mai"
    found = read_bytes([("a.docx", typed("KẾ HOẠCH", "KH-PNV", "Phú Lâm", ["1. Rà soát quy trình."], signed=signed))])
    assert "Đã ký" not in str(found.data)
    assert found.data["co_quan"]["nguoi"][0]["ho_ten"] == "Lê Thị Mai"
    assert [one for one in found.unheld if "«(Đã ký)»" in one]


def _blocks(block: dict[str, Any]) -> list[dict[str, Any]]:
    return [one for child in block.get("noi_dung", ()) for one in (child, *_blocks(child))]
