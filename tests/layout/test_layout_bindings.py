"""Content controls bound to data of the file show the data, where Word would put it in."""

from __future__ import annotations

import pytest

from generator.errors import ConversionError
from generator.layout import read
from generator.layout.limits import MAX_BOUND_TEXT
from generator.layout.tree import Paragraph, Run, Table
from tests.agreement.reading.words import printed_words
from tests.layout.word_maker import NAMESPACES, bound, make, para, run, table

_DATA = (
    '<phieu xmlns:n="urn:n"><ten>Nguyễn Văn Bình</ten><ten ma="A2">Lê Thị Hoa</ten><n:noi>Đắk Lắk</n:noi>'
    "<dong>một\n\thai</dong><trong> </trong></phieu>"
)
_OLD = run("như đã lưu")


def _text(body: str, data: str = _DATA) -> str:
    (paragraph,) = read(make(body, data=data)).sections[0].blocks
    assert isinstance(paragraph, Paragraph)
    return paragraph.text


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("/phieu[1]/ten[1]", "Nguyễn Văn Bình"),
        ("/phieu/ten", "Nguyễn Văn Bình"),
        ("/phieu[1]/ten[2]", "Lê Thị Hoa"),
        ("/phieu[1]/ten[2]/@ma", "A2"),
        ("/ns0:phieu[1]/ten[1]", "như đã lưu"),
        ("/phieu[1]/p:noi[1]", "Đắk Lắk"),
        ("/phieu[1]/noi[1]", "như đã lưu"),
        ("/phieu[1]/ten[3]", "như đã lưu"),
        ("/phieu[1]/trong[1]", "như đã lưu"),
        ("/phieu[1]/@ma/ten", "như đã lưu"),
        ("//ten[count(.)>0]", "như đã lưu"),
        ("ten", "như đã lưu"),
        ("", "như đã lưu"),
    ],
)
def test_a_control_shows_its_data(path: str, shown: str) -> None:
    more = "w:prefixMappings=\"xmlns:p='urn:n'\""
    inside = para(run("Ông ") + bound(path, _OLD, more=more) + run(" có mặt"))
    assert _text(inside) == f"Ông {shown} có mặt"
    assert _text(bound(path, para(_OLD), more=more)) == shown


@pytest.mark.parametrize(
    ("kind", "shown"),
    [
        ("<w:text/>", "một \thai"),
        ('<w:text w:multiLine="1"/>', "một\n\thai"),
        ("<w:date/>", "như đã lưu"),
        ("", "như đã lưu"),
        ('<w:dropDownList><w:listItem w:displayText="Một hai" w:value="một&#10;&#9;hai"/></w:dropDownList>', "Một hai"),
    ],
)
def test_a_control_shows_its_data_as_its_kind_does(kind: str, shown: str) -> None:
    assert _text(para(bound("/phieu/dong", _OLD, kind))) == shown


def test_the_look_is_that_of_the_first_run_but_not_of_a_placeholder() -> None:
    old = run("a", "<w:b/>") + run("b")
    hint = "<w:rPr><w:i/></w:rPr><w:showingPlcHdr/><w:text/>"
    body = para(bound("/phieu/ten", old) + bound("/phieu/ten[2]", old, hint))
    (paragraph,) = read(make(body, data=_DATA)).sections[0].blocks
    assert isinstance(paragraph, Paragraph)
    first, second = (item for item in paragraph.items if isinstance(item, Run))
    assert (first.text, first.format.bold, first.format.italic) == ("Nguyễn Văn Bình", True, False)
    assert (second.text, second.format.bold, second.format.italic) == ("Lê Thị Hoa", False, True)


def test_a_control_around_a_cell_and_one_without_text_show_their_data() -> None:
    cells = bound("/phieu/ten", f"<w:tc>{para(_OLD)}</w:tc>") + bound("/phieu/ten[2]", f"<w:tc>{para()}</w:tc>")
    (found,) = read(make(table([3000, 3000], f"<w:tr>{cells}</w:tr>"), data=_DATA)).sections[0].blocks
    assert isinstance(found, Table)
    shown = [cell.blocks[0] for cell in found.rows[0].cells]
    assert [block.text for block in shown if isinstance(block, Paragraph)] == ["Nguyễn Văn Bình", "Lê Thị Hoa"]


def test_the_properties_of_the_file_are_data_too() -> None:
    store = "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"
    said = (
        "w:prefixMappings=\"xmlns:ns0='http://purl.org/dc/elements/1.1/' "
        "xmlns:ns1='http://schemas.openxmlformats.org/package/2006/metadata/core-properties'\""
    )
    body = para(bound("/ns1:coreProperties[1]/ns0:title[1]", _OLD, store=store, more=said))
    (paragraph,) = read(make(body, title="Kế hoạch")).sections[0].blocks
    assert isinstance(paragraph, Paragraph)
    assert paragraph.text == "Kế hoạch"


def test_damaged_data_leaves_what_is_stored() -> None:
    assert _text(para(bound("/phieu/ten", _OLD)), data="<phieu>") == "như đã lưu"


def test_several_paragraphs_or_drawings_are_left_as_they_are() -> None:
    blocks = read(make(bound("/phieu/ten", para("một") + para("hai")), data=_DATA)).sections[0].blocks
    assert [block.text for block in blocks if isinstance(block, Paragraph)] == ["một", "hai"]


def test_headers_show_their_data() -> None:
    sect = f'<w:sectPr {NAMESPACES}><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
    docx = make(para("thân"), headers={"header1": para(bound("/phieu/ten", _OLD))}, sect=sect, data=_DATA)
    (head,) = read(docx).sections[0].headers["default"]
    assert isinstance(head, Paragraph)
    assert head.text == "Nguyễn Văn Bình"


def test_data_shown_ever_so_often_is_refused() -> None:
    often = para(bound("/phieu/ten", _OLD)) * 21
    with pytest.raises(ConversionError, match="gắn với dữ liệu"):
        read(make(often, data=f"<phieu><ten>{'a' * (MAX_BOUND_TEXT // 20)}</ten></phieu>"))


def test_the_detector_expects_the_data() -> None:
    assert printed_words(make(para(bound("/phieu/ten[2]", _OLD)), data=_DATA)).once == ["LÊ", "THỊ", "HOA"]
    assert printed_words(make(para(bound("/phieu/trong", _OLD)), data=_DATA)).once == ["NHƯ", "ĐÃ", "LƯU"]
