"""Papers that strangers typed: what is no fault in them, and the faults in them that were not seen."""

from __future__ import annotations

import pytest

from generator.checking.judging import judge
from generator.checking.reading import read_file
from generator.parts import read_parts
from generator.parts.model import Part
from tests.layout.drawing_maker import anchored, straight
from tests.layout.word_maker import PORTRAIT, cell, make, para, row, run, section, table
from tests.parts.heads import BOLD, CENTRE, CLOSING, ISSUER, ITALIC, MOTTO, NATIONAL, NUMBER, REST, TAB, in_a_table

_BODY = '<w:jc w:val="both"/><w:ind w:firstLine="567"/>'


def _titled(kind: str, *lines: str) -> str:
    """A document of the kind: its head, its title, these lines, its end."""
    head = in_a_table().replace("15/QĐ-UBND", "15/CT-UBND")
    title = para(run(kind, BOLD), CENTRE) + para(run("Về công tác phòng cháy rừng", BOLD), CENTRE)
    return head + title + "".join(para(line, _BODY) for line in lines) + CLOSING


def _rules(docx: bytes) -> set[str]:
    return {one.rule for one in judge(read_file(docx))[0]}


@pytest.mark.parametrize(
    ("heading", "faulty"),
    [
        ("1. Sở Nông nghiệp và Môi trường", False),
        ("1. Giao Công an tỉnh", False),
        ("1. Các phòng, đơn vị", False),
        ("1. Mục đích", True),
        ("1. Bảo đảm an ninh", True),
    ],
)
def test_who_is_to_do_what_stands_below_is_no_heading(heading: str, faulty: bool) -> None:
    text = _titled(
        "CHỈ THỊ", "Để chủ động, Chủ tịch yêu cầu:", heading, "a) Trực 24/24 giờ tại các khu rừng;", "b) Họp."
    )
    assert ("ND30-I.2.6d7" in _rules(make(text))) is faulty


@pytest.mark.parametrize(
    ("first", "found"),
    [
        ("Điều 1. Giao bổ sung dự toán năm 2026, thay thế Quyết định số 45/QĐ-UBND.", True),
        ("Điều 1. Sửa đổi, bổ sung khoản 2 Điều 3 Quyết định số 45/QĐ-UBND như sau:", False),
    ],
)
def test_only_what_amends_may_have_numbers_of_another(first: str, found: bool) -> None:
    text = _titled("QUYẾT ĐỊNH", "Điều 3. Phạm vi.", first, "Điều 5. Chánh Văn phòng thi hành./.")
    assert ("ND30-X.11" in _rules(make(text.replace("15/CT", "15/QĐ")))) is found


@pytest.mark.parametrize(("look", "grounds"), [("", 0), (ITALIC, 1)])
def test_an_upright_sentence_that_goes_on_is_no_ground(look: str, grounds: int) -> None:
    led = para(run("Căn cứ Kế hoạch số 30/KH-UBND, Ủy ban nhân dân xã ban hành Kế hoạch như sau:", look), _BODY)
    docx = make(_titled("KẾ HOẠCH").replace(CLOSING, led + para("1. Rà soát văn bản./.", _BODY) + CLOSING))
    assert len(list(read_parts(read_file(docx).document).of(Part.BASIS))) == grounds


def test_a_mark_in_a_table_of_the_page_header_stands_in_the_top_margin() -> None:
    frame = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right"))
    mark = cell(
        para(run("LƯU HÀNH NỘI BỘ", f'{BOLD}<w:sz w:val="26"/>'), CENTRE), f"<w:tcBorders>{frame}</w:tcBorders>"
    )
    above = table([3000], row(mark), props='<w:jc w:val="right"/>', borders=False) + para()
    sect = section('<w:headerReference w:type="first" r:id="header1"/>' + PORTRAIT + "<w:titlePg/>")
    docx = make(_titled("CHỈ THỊ", "Nội dung./."), headers={"header1": above}, sect=sect)
    assert "ND30-I.3.2c" not in _rules(docx)


@pytest.mark.parametrize("others", [True, False])
def test_a_line_drawn_at_the_subject_of_a_letter_is_its_own_where_the_others_have_theirs(others: bool) -> None:
    def ruled(text: str, width: int, drawn: bool = True) -> str:
        return para(run(text, BOLD) + (anchored(straight(width), width, align="center") if drawn else ""), CENTRE)

    left = ruled("UBND XÃ LONG HỒ", 0, False) + ruled("PHÒNG KINH TẾ", 40, others) + para("Số: 15/KT-ĐĐ", CENTRE)
    about = para(run("V/v trả lời kiến nghị") + anchored(straight(50), 50, align="center"), CENTRE)
    right = para(run(NATIONAL, BOLD), CENTRE) + ruled(MOTTO, 160)
    letter = table([3700, 5900], row(cell(left + about), cell(right)), borders=False)
    docx = make(
        letter + para("Kính gửi: Sở Nội vụ", CENTRE) + para("Phòng Kinh tế trả lời như sau./.", _BODY) + CLOSING
    )
    assert ("ND30-I.2.5c3" in _rules(docx)) is others


_IN = '<w:ind w:left="2835"/>'


def _letter(*listed: str, behind: str = "Đề nghị các sở báo cáo trước ngày 05 tháng 3 năm 2026./.") -> bytes:
    """A công văn with this list of addressees, and a text below it."""
    head = in_a_table().replace("15/QĐ-UBND", "15/UBND-VP") + para("V/v báo cáo")
    to = para("Kính gửi:", '<w:ind w:left="1985"/>') + "".join(para(item, _IN) for item in listed)
    end = CLOSING.replace("- Như Điều 2;", "- Như trên;")
    return make(head + to + para(behind, _BODY) + end)


@pytest.mark.parametrize(
    ("listed", "faults"),
    [
        (["- Sở Nội vụ;", "- Sở Tài chính;", "- Sở Y tế."], 0),
        (["- Sở Nội vụ;", "Sở Tài chính;", "- Sở Y tế."], 1),
        (["- Sở Nội vụ;", "+ Sở Tài chính;", "- Sở Y tế."], 1),
        (["- Các sở:", "+ Sở Tài chính;", "+ Sở Y tế."], 0),
        (["- Sở Nội vụ;", "- Sở Y tế"], 1),
        (["- Sở Nội vụ;", "- Sở Y tế;"], 1),
    ],
)
def test_addressees_are_items_of_one_list_and_the_text_below_is_none(listed: list[str], faults: int) -> None:
    reading = read_file(_letter(*listed))
    findings = judge(reading)[0]
    assert len([one for one in findings if one.rule == "ND30-I.2.9d3"]) == faults
    assert reading.parts.body[0].line.text.startswith("Đề nghị")


def test_a_list_in_a_table_ends_with_the_table() -> None:
    to = row(cell(para("Kính gửi:")), cell(para("- Sở Nội vụ;") + para("- Sở Y tế")))
    typed = in_a_table() + para("V/v báo cáo") + table([2500, 6800], to, borders=False)
    docx = make(typed + para("Đề nghị các sở báo cáo./.", _BODY) + CLOSING)
    assert "ND30-I.2.9d3" in _rules(docx)
    assert read_parts(read_file(docx).document).text(Part.ADDRESSEE) == "Kính gửi: - Sở Nội vụ; - Sở Y tế"


@pytest.mark.parametrize(
    ("line", "found"),
    [("Chủ tịch Ủy ban nhân dân xã Long Hồ", True), ("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ LONG HỒ", False)],
)
def test_who_decides_is_read_in_small_letters_too(line: str, found: bool) -> None:
    decided = in_a_table() + REST.replace("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ LONG HỒ", line) + CLOSING
    said = [one for one in judge(read_file(make(decided)))[0] if one.rule == "ND30-III.m1.2"]
    assert bool(said) is found
    assert read_parts(read_file(make(decided)).document).text(Part.AUTHORITY) == line


@pytest.mark.parametrize(("name", "rule"), [("TRẦN THỊ BÌNH", "ND30-I.2.7e2"), ("Trần Thị Bình", "")])
def test_a_name_below_a_list_that_tabs_set_beside_it(name: str, rule: str) -> None:
    stops = '<w:tabs><w:tab w:val="center" w:pos="6800"/></w:tabs>'
    tab = "<w:r><w:tab/></w:r>"
    end = para(run("Nơi nhận:", BOLD + ITALIC) + tab + run("CHỦ TỊCH", BOLD), stops) + para("- Như Điều 2;")
    end += para("- Lưu: VT.") + para() * 3 + para(tab + run(name, BOLD), stops)
    found = _rules(make(in_a_table() + REST + end))
    assert "ND30-A.8.1" not in found
    assert ("ND30-I.2.7e2" in found) is bool(rule)


def test_a_quotation_of_several_paragraphs_is_in_the_words_of_another() -> None:
    said = "Theo quy định tại Điều 21 của Nghị định thì cơ quan có thẩm quyền thông báo kết quả đại hội của các hội."
    quoted = [f"“1. {said}", f"2. {said}", f"{said}”."]
    lines = "".join(para(run(line, ITALIC), _BODY) for line in quoted)
    text = _titled("CHỈ THỊ", "Bộ Nội vụ hướng dẫn như sau:").replace(CLOSING, lines + CLOSING)
    assert not _rules(make(text)) & {"ND30-I.2.6e1", "ND30-I.2.6d6"}
    assert "ND30-I.2.6e1" in _rules(make(text.replace("”.", ".")))


def test_a_list_below_the_end_is_no_signature() -> None:
    rows = "".join(row(f"{n}", "Xã Đảo") for n in range(1, 40))
    docx = make(in_a_table() + REST + CLOSING.replace("Trần Thị Bình", "") + para() + table([2500, 6800], rows))
    assert read_parts(read_file(docx).document).first(Part.SIGNER) is None


def test_a_list_set_by_tabs_behind_its_dashes_is_one() -> None:
    listed = CLOSING.replace("- Như Điều 2;", f"-</w:t></w:r>{TAB}<w:r><w:t>Như Điều 2;")
    parts = read_parts(read_file(make(in_a_table() + REST + listed)).document)
    assert next(parts.of(Part.RECIPIENT)).text == "- Như Điều 2;"
    assert "PHÓ CHỦ TỊCH" in parts.text(Part.SIGN_AUTHORITY)


def test_what_no_reader_sees_is_no_part_of_words() -> None:
    docx = make(in_a_table() + REST + CLOSING.replace("- Lưu:", "- L\xadưu:"))
    assert "ND30-I.2.9e4" not in _rules(docx)


def test_a_stamp_of_a_draft_is_no_name() -> None:
    stamped = in_a_table().replace(NUMBER, f"DỰ THẢO</w:t><w:br/><w:t>{NUMBER}")
    assert read_parts(read_file(make(stamped + REST + CLOSING)).document).text(Part.ISSUER) == " ".join(ISSUER)


_NUMBERS = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/><w:pPr><w:ind w:left="{left}" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


@pytest.mark.parametrize(("left", "found"), [(720, True), (1080, False), (927, False)])
def test_a_number_that_word_sets_opens_its_line(left: int, found: bool) -> None:
    item = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:jc w:val="both"/>'
    listed = para("Các cơ quan, đơn vị rà soát hồ sơ, báo cáo kết quả về Văn phòng trước ngày 30 hằng tháng.", item)
    text = _titled("CHỈ THỊ", "Chủ tịch yêu cầu:").replace(CLOSING, listed * 2 + CLOSING)
    assert ("ND30-I.2.6e3" in _rules(make(text, numbering=_NUMBERS.format(left=left)))) is found
