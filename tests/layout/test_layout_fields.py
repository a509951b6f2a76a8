"""Fields: the page numbers the layout computes, the results Word stored, and fields that never end."""

from __future__ import annotations

from xml.sax.saxutils import escape

import pytest

from generator.errors import ConversionError
from generator.layout import Document, read
from generator.layout.limits import MAX_FIELDS
from generator.layout.tree import Field, Note, Paragraph
from tests.layout.word_maker import PAGE_FIELD, make, para, run, section


def texts(document: Document) -> list[str]:
    return [block.text for section in document.sections for block in section.blocks if isinstance(block, Paragraph)]


def _field(code: str, *, code_look: str = "", result_look: str = "") -> str:
    def part(content: str, look: str = "") -> str:
        return f"<w:r><w:rPr>{look}</w:rPr>{content}</w:r>"

    return (
        part('<w:fldChar w:fldCharType="begin"/>')
        + part(f'<w:instrText xml:space="preserve"> {code} </w:instrText>', code_look)
        + part('<w:fldChar w:fldCharType="separate"/>')
        + part("<w:t>7</w:t>", result_look)
        + part('<w:fldChar w:fldCharType="end"/>')
    )


@pytest.mark.parametrize(
    ("code", "numerals", "digits"),
    [
        ("PAGE", "", 1),
        (r"PAGE   \* MERGEFORMAT", "", 1),
        (r"page\*mergeformat", "", 1),
        (r"PAGE \* Arabic", "decimal", 1),
        (r"PAGE  \* roman  \* MERGEFORMAT", "lowerRoman", 1),
        (r"PAGE \* ROMAN", "upperRoman", 1),
        (r"PAGE \* ALPHABETIC", "upperLetter", 1),
        (r"PAGE \* ArabicDash", "numberInDash", 1),
        (r'NUMPAGES \# "00" \* MERGEFORMAT', "decimal", 2),
        (r"NUMPAGES \# 0", "decimal", 1),
        (r"PAGE \* Upper", "", 1),
        (r"SECTIONPAGES \* roman", "lowerRoman", 1),
    ],
)
def test_the_switches_of_a_page_number(code: str, numerals: str, digits: int) -> None:
    simple = f'<w:fldSimple w:instr="{escape(code, {chr(34): "&quot;"})}"><w:r><w:t>7</w:t></w:r></w:fldSimple>'
    document = read(make(para(_field(code)) + para(simple)))
    found = [item for block in document.sections[0].blocks for item in block.items]  # type: ignore[union-attr]
    assert [(item.numerals, item.digits) for item in found] == [(numerals, digits)] * 2  # type: ignore[union-attr]
    assert not document.unsupported


def test_the_pages_of_one_section_among_several_are_told() -> None:
    document = read(make(para(_field("SECTIONPAGES")) + para("hết", section())))
    assert document.unsupported == ["số trang của phần (SECTIONPAGES) ở đoạn 1"]


def test_a_page_number_in_words_is_told() -> None:
    document = read(make(para(_field(r"PAGE \* CardText"))))
    assert document.unsupported == ["số trang viết theo kiểu “CardText” ở đoạn 1"]


@pytest.mark.parametrize(("code", "size"), [("PAGE", 15.0), (r"PAGE \* MERGEFORMAT", 25.0)])
def test_a_page_number_looks_as_its_code_or_as_its_last_result(code: str, size: float) -> None:
    content = _field(code, code_look='<w:sz w:val="30"/>', result_look='<w:sz w:val="50"/>')
    (item,) = read(make(para(content))).sections[0].blocks[0].items  # type: ignore[union-attr]
    assert isinstance(item, Field)
    assert item.format.size == size


def test_a_reference_that_was_not_found_says_what_word_stored() -> None:
    said = "Error! Reference source not found."
    assert texts(read(make(para(run("Xem ") + _field(r"REF _Ref1 \h").replace(">7<", f">{said}<"))))) == [f"Xem {said}"]


_BEGIN = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
_SEPARATE = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
_UNCLOSED = "có 1 trường (field) không có dấu kết thúc: phần chữ sau đó in như chữ thường"


@pytest.mark.parametrize("opened", [_BEGIN, _BEGIN + _SEPARATE, _BEGIN + _SEPARATE + run("5")])
def test_a_field_that_never_ends_swallows_nothing(opened: str) -> None:
    document = read(make(para(run("Trang ") + opened + run(" hết")) + para("Điều 1") + para(PAGE_FIELD)))
    assert "".join(texts(document)).replace("5", "") == "Trang  hếtĐiều 1"
    assert isinstance(document.sections[0].blocks[-1].items[0], Field)  # type: ignore[union-attr]
    assert document.notes == [_UNCLOSED]


def test_a_field_that_never_ends_inside_another_leaves_it_whole() -> None:
    inside = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + _BEGIN + _SEPARATE + run("5")
    document = read(make(para(inside + '<w:r><w:fldChar w:fldCharType="end"/></w:r>' + run("sau"))))
    assert document.notes == [_UNCLOSED]
    assert texts(document) == ["sau"]


def test_a_field_over_several_paragraphs_is_closed() -> None:
    begun = _field(r"TOC \o").rpartition("<w:r>")[0]
    document = read(make(para(begun) + para("mục") + para('<w:r><w:fldChar w:fldCharType="end"/></w:r>')))
    assert document.notes == []
    assert texts(document) == ["7", "mục", ""]


def test_a_field_that_never_ends_in_a_footnote_is_told() -> None:
    note = '<w:footnote w:id="2">' + para(_BEGIN + run("lời chú")) + "</w:footnote>"
    body = para(run("a") + '<w:r><w:footnoteReference w:id="2"/></w:r>')
    document = read(make(body, notes={"footnotes": note}))
    assert document.notes == [_UNCLOSED]
    (item,) = [i for i in document.sections[0].blocks[0].items if isinstance(i, Note)]  # type: ignore[union-attr]
    assert [block.text for block in item.blocks if isinstance(block, Paragraph)] == ["lời chú"]


def _form_field(code: str, data: str, *, ends: bool = True) -> str:
    begin = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar></w:r>'
    code = f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
    stored = '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>đã lưu</w:t></w:r>'
    return begin + code + ("" if ends else stored) + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


_LIST = '<w:listEntry w:val="Nam"/><w:listEntry w:val="Nữ"/>'


@pytest.mark.parametrize("ends", [True, False])
@pytest.mark.parametrize(
    ("code", "data", "shown"),
    [
        ("FORMCHECKBOX", '<w:checkBox><w:sizeAuto/><w:default w:val="0"/></w:checkBox>', "☐"),
        ("FORMCHECKBOX", '<w:checkBox><w:sizeAuto/><w:default w:val="1"/></w:checkBox>', "☒"),
        ("FORMCHECKBOX", '<w:checkBox><w:default w:val="1"/><w:checked w:val="0"/></w:checkBox>', "☐"),
        ("FORMCHECKBOX", "<w:checkBox><w:checked/></w:checkBox>", "☒"),
        ("FORMDROPDOWN", f'<w:ddList><w:result w:val="1"/>{_LIST}</w:ddList>', "Nữ"),
        ("FORMDROPDOWN", f'<w:ddList><w:default w:val="1"/>{_LIST}</w:ddList>', "Nữ"),
        ("FORMDROPDOWN", f"<w:ddList>{_LIST}</w:ddList>", "Nam"),
        ("FORMDROPDOWN", "<w:ddList/>", ""),
    ],
)
def test_the_fields_of_old_forms_show_their_state(code: str, data: str, shown: str, ends: bool) -> None:
    document = read(make(para(run("a ") + _form_field(code, data, ends=ends) + run(" b"))))
    assert texts(document) == [f"a {shown} b"]
    assert document.unsupported == []


def test_a_box_to_tick_has_a_size_of_its_own() -> None:
    box = '<w:checkBox><w:size w:val="40"/></w:checkBox>'
    (block,) = read(make(para(_form_field("FORMCHECKBOX", box)))).sections[0].blocks
    assert [item.format.size for item in block.items] == [20.0]  # type: ignore[union-attr]


def test_fields_that_pastes_from_the_web_put_around_one_another_are_read() -> None:
    begin, between, end = _field("INCLUDEPICTURE http://a/b.png").partition("<w:r><w:rPr></w:rPr><w:t>7</w:t></w:r>")
    assert texts(read(make(para(begin * 60 + between + end * 60) + para("tiếp")))) == ["7", "tiếp"]


def test_fields_without_number_in_one_another_are_refused_as_what_they_are() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * (MAX_FIELDS + 1)
    with pytest.raises(ConversionError, match=f"hơn {MAX_FIELDS} trường .* lồng nhau → .*Ctrl"):
        read(make(para(begin + begin.replace("begin", "end"))))
