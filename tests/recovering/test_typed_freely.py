"""Papers as offices type them that are none of ours: what their layout says is read, what has no place is told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any, TypeAlias

import docx
import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm, RGBColor

from generator.dossier.reading.reader import build_dossier
from generator.service.yearly.reading import ReadBack, read_bytes
from tests.recovering.inventing import invented
from tests.recovering.measuring import in_docx, words_of_docx

Lines: TypeAlias = Sequence[str]
HEAD = (
    ["ỦY BAN NHÂN DÂN TỈNH LÂM GIANG", "SỞ NỘI VỤ", "Số: 310/QĐ-SNV"],
    ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Lâm Giang, ngày 28 tháng 01 năm 2026"],
)
ABOUT = "Ban hành Mục tiêu chất lượng năm 2026"
OPENING = ["GIÁM ĐỐC SỞ NỘI VỤ", "Căn cứ Quy chế làm việc của Sở;", "QUYẾT ĐỊNH:"]
LEAD = "Điều 1. Ban hành Mục tiêu chất lượng năm 2026 như sau:"
LAST = "Điều 2. Các phòng chịu trách nhiệm thi hành Quyết định này./."
RECIPIENTS = ["Nơi nhận:", "- Như Điều 2;", "- Lãnh đạo Sở;", "- Lưu: VT."]
SIGNING = ["GIÁM ĐỐC", "", "", "", "Đặng Văn Nam"]


def _line(place: Any, text: str, *, first: bool = False) -> None:
    paragraph = place.paragraphs[0] if first else place.add_paragraph()
    run = paragraph.add_run(text)
    if text.isupper() or text.startswith("Độc lập"):
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run.bold = True


def beside(word: Document, *columns: Lines) -> None:
    """A row of a table without borders: a head, a foot."""
    cells = word.add_table(rows=1, cols=len(columns)).rows[0].cells
    for cell, lines in zip(cells, columns, strict=True):
        for n, text in enumerate(lines):
            _line(cell, text, first=not n)


def table(word: Document, *rows: Lines) -> None:
    """A table: «<» goes on to the left, «^» upwards."""
    made = word.add_table(rows=len(rows), cols=len(rows[0]))
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            if text == "<":
                made.cell(r, c - 1).merge(made.cell(r, c))
            elif text == "^":
                made.cell(r - 1, c).merge(made.cell(r, c))
            else:
                made.cell(r, c).paragraphs[0].add_run(text).bold = r == 0 or rows[0][0] == row[0] or row[0] == "^"


def decision(
    *body: str | Callable[[Document], None],
    opening: Lines = OPENING,
    foot: Callable[[Document], None] = lambda word: beside(word, RECIPIENTS, SIGNING),
    title: str = "QUYẾT ĐỊNH",
    about: str = ABOUT,
) -> tuple[ReadBack, bytes]:
    """The paper read back, after a reader's own rules found nothing invented."""
    word = docx.Document()
    left, right = HEAD
    symbol = {"KẾ HOẠCH": "/KH-", "BÁO CÁO": "/BC-", "CHƯƠNG TRÌNH": "/CTr-", "NGHỊ QUYẾT": "/NQ-"}.get(title, "/QĐ-")
    beside(word, [line.replace("/QĐ-", symbol) for line in left], right)
    _line(word, title)
    word.paragraphs[-1].alignment = WD_ALIGN_PARAGRAPH.CENTER
    _line(word, about)
    word.paragraphs[-1].alignment = WD_ALIGN_PARAGRAPH.CENTER
    word.paragraphs[-1].runs[0].bold = True
    for one in (*opening, *body):
        _line(word, one) if isinstance(one, str) else one(word)
    foot(word)
    out = BytesIO()
    word.save(out)
    found = read_bytes([("van-ban.docx", out.getvalue())])
    assert invented(found.as_data(), out.getvalue()) == []
    return found, out.getvalue()


def printed_again(found: ReadBack, before: bytes) -> tuple[dict[str, int], dict[str, int]]:
    """The words that printing the dossier loses, and those it adds."""
    assert found.problems == ()
    dossier = build_dossier(found.data)
    words = words_of_docx(before)
    after = words_of_docx(in_docx(dossier, dossier.documents[0])[0][1])
    return dict(words - after), dict(after - words)


OBJECTIVES = ("Hồ sơ giải quyết đúng hạn đạt ≥ 95 %.", "Trả lời kiến nghị không quá 02 ngày.", "Số vụ khiếu nại: 0 vụ.")


@pytest.mark.parametrize(
    ("form", "labels"), [("khoan", ("1.", "2.", "3.")), ("diem", ("a)", "b)", "c)")), ("gach", ("-", "-", "-"))]
)
def test_objectives_are_read_in_whatever_unit_they_are_typed(form: str, labels: Lines) -> None:
    lines = [f"{label} {text}" for label, text in zip(labels, OBJECTIVES, strict=True)]
    found, before = decision(LEAD, *lines, LAST)
    assert [one["noi_dung"] for one in found.data["muc_tieu"]] == list(OBJECTIVES)
    targets = [one["chi_tieu"][0]["in_ra"] for one in found.data["muc_tieu"]]
    assert targets == ["≥ 95 %", "không quá 02 ngày", "0 vụ"]
    assert found.data["van_ban"][0]["noi_dung"][0]["noi_dung"] == [{"muc_tieu": {"dang": form}}]
    assert printed_again(found, before) == ({}, {})


def test_objectives_below_a_heading_and_in_a_paper_named_after_them() -> None:
    heading = "I. MỤC TIÊU CHẤT LƯỢNG NĂM 2026"
    found, _ = decision(heading, "1. 98% hồ sơ đúng hẹn.", "2. 100% văn bản ký số.", opening=(), title="KẾ HOẠCH")
    assert [one["chi_tieu"][0]["in_ra"] for one in found.data["muc_tieu"]] == ["98%", "100%"]
    lines = ["Sở đề ra mục tiêu chất lượng như sau:", "1. 98% hồ sơ đúng hẹn.", "2. 100% văn bản ký số."]
    found, _ = decision(*lines, opening=(), title="MỤC TIÊU CHẤT LƯỢNG NĂM 2026")
    assert found.data["van_ban"][0]["loai"] == "khác"
    assert len(found.data["muc_tieu"]) == 2


UNITS = ("Văn phòng", "Phòng Cải cách hành chính", "Chi cục Văn thư - Lưu trữ")


def _of_units(*cells: str) -> Callable[[Document], None]:
    head = ("TT", "Mục tiêu chất lượng", "Chỉ tiêu", "<", "<"), ("^", "^", *UNITS)
    return lambda word: table(word, *head, ("1", "Hồ sơ đúng hạn", *cells), ("2", "Văn bản ký số", *cells))


def test_the_targets_of_units_that_have_a_column_each() -> None:
    found, before = decision(LEAD, _of_units("≥ 98%", "100%", "100%"), LAST)
    wanted = [
        dict(zip(("in_ra", "don_vi"), one, strict=True)) for one in zip(("≥ 98%", "100%", "100%"), UNITS, strict=True)
    ]
    assert [one["chi_tieu"] for one in found.data["muc_tieu"]] == [wanted, wanted]
    assert printed_again(found, before) == ({}, {})


def test_columns_of_units_without_figures_hold_no_targets() -> None:
    found, before = decision(LEAD, _of_units("x", "x", "x"), LAST)
    assert "muc_tieu" not in found.data
    assert printed_again(found, before) == ({}, {})


def _merged(word: Document) -> None:
    made = word.add_table(rows=3, cols=2)
    for n, lines in enumerate((RECIPIENTS[:1], RECIPIENTS[1:])):
        for k, text in enumerate(lines):
            _line(made.cell(n, 0), text, first=not k)
    made.cell(1, 0).merge(made.cell(2, 0))
    _line(made.cell(0, 1), "GIÁM ĐỐC", first=True)
    _line(made.cell(2, 1), "Đặng Văn Nam", first=True)


def _tabbed(word: Document) -> None:
    right = ["GIÁM ĐỐC", "", "", "", "", "Đặng Văn Nam"]
    for n, text in enumerate(right):
        paragraph = word.add_paragraph(RECIPIENTS[n] if n < len(RECIPIENTS) else "")
        paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(12))
        if text:
            paragraph.add_run(f"\t{text}").bold = True


@pytest.mark.parametrize("foot", [_merged, _tabbed])
def test_a_name_stands_below_its_position_whatever_is_beside_it(foot: Callable[[Document], None]) -> None:
    found, _ = decision("Điều 1. Giao việc.", LAST, foot=foot)
    person = found.data["co_quan"]["nguoi"][0]
    assert (person["ho_ten"], person["chuc_vu"]) == ("Đặng Văn Nam", "Giám đốc")
    assert (found.data["van_ban"][0]["noi_nhan"], found.data["van_ban"][0]["luu"]) == (["Lãnh đạo Sở"], "VT")


@pytest.mark.parametrize("name", ["Thiếu tá Đặng Văn Nam", "PGS.TS. Đặng Văn Nam"])
def test_ranks_and_degrees_are_part_of_a_name(name: str) -> None:
    found, _ = decision("Điều 1. Giao việc.", LAST, foot=lambda word: beside(word, RECIPIENTS, [*SIGNING[:-1], name]))
    assert found.data["co_quan"]["nguoi"][0]["ho_ten"] == name


@pytest.mark.parametrize(
    ("lines", "recipients", "filing"),
    [
        (["- Như Điều 2;", "- Lãnh đạo Sở."], ["Lãnh đạo Sở"], "không"),
        (["- Như Điều 2."], ["Như Điều 2"], "không"),
        (["- Như Điều 2;", "- {{noi_nhan}};", "- Lưu: VT."], ["Như Điều 2"], "VT"),
        (["- Lãnh đạo Sở;", "- Lưu: VT, QLN (6b)."], ["Lãnh đạo Sở"], "VT, QLN (6b)"),
    ],
)
def test_recipients_and_filing_are_those_of_the_paper(lines: Lines, recipients: Lines, filing: str) -> None:
    found, before = decision("Điều 1. Giao việc.", LAST, foot=lambda word: beside(word, ["Nơi nhận:", *lines], SIGNING))
    document = found.data["van_ban"][0]
    assert (document["noi_nhan"], document["luu"]) == (recipients, filing)
    assert printed_again(found, before)[1] == {}


def test_what_leads_from_the_bases_to_the_text_is_no_basis() -> None:
    line = "Căn cứ Quy chế làm việc của Sở; căn cứ Sổ tay chất lượng; Sở Nội vụ ban hành kế hoạch như sau:"
    found, before = decision("1. Rà soát quy trình./.", opening=[line], title="KẾ HOẠCH")
    document = found.data["van_ban"][0]
    assert [one["loi_van"] for one in document["can_cu"]] == ["Quy chế làm việc của Sở", "Sổ tay chất lượng"]
    assert document["mo_dau"] == ["Sở Nội vụ ban hành kế hoạch như sau:"]
    assert printed_again(found, before) == ({}, {})


def test_words_of_who_decides_are_kept_or_told() -> None:
    opening = ["HỘI ĐỒNG NHÂN DÂN XÃ", "KHÓA XII, KỲ HỌP THỨ BA", *OPENING[1:]]
    found, _ = decision("Điều 1. Giao việc.", LAST, opening=opening)
    assert "KHÓA XII, KỲ HỌP THỨ BA" in str(found.data["van_ban"][0]["noi_dung"])
    assert [one for one in found.unheld if "thẩm quyền «HỘI ĐỒNG NHÂN DÂN XÃ»" in one]
    assert decision("Điều 1. Giao việc.", LAST)[0].unheld == []


def _hidden(word: Document) -> None:
    word.add_paragraph().add_run("Ghi chú của người soạn").font.color.rgb = RGBColor(255, 255, 255)
    names = "".join(f'<w:listItem w:displayText="{name}" w:value="{name}"/>' for name in ("Cao", "Thấp"))
    for properties, text in ((f"<w:dropDownList>{names}</w:dropDownList>", "Cao"), ("<w:showingPlcHdr/>", "Nhập tên")):
        content = f"<w:sdtContent><w:r><w:t>{text}</w:t></w:r></w:sdtContent>"
        control = f"<w:sdt {nsdecls('w')}><w:sdtPr>{properties}</w:sdtPr>{content}</w:sdt>"
        word.add_paragraph("Mức độ: ")._p.append(parse_xml(control))


def test_what_a_reader_does_not_see_and_what_a_control_offers_is_told() -> None:
    found, _ = decision("Điều 1. Giao việc.", _hidden, LAST)
    told = "\n".join(found.unheld)
    assert "chữ trắng «Ghi chú của người soạn»" in told
    assert "ô chọn «Cao»" in told
    assert "(Thấp)" in told
    assert "chưa điền, chỉ có lời nhắc «Nhập tên»" in told
