"""Text in .VnTime and VNI fonts stands in the tree as Unicode, wherever it is and whichever slot names the font."""

from __future__ import annotations

import pytest

from generator.layout import Document, read
from generator.layout.tree import Paragraph, Run, Table
from tests.layout.word_maker import PORTRAIT, cell, make, para, row, run, section, table


def fonts(**slots: str) -> str:
    said = " ".join(f'w:{slot}="{name}"' for slot, name in slots.items())
    return f"<w:rFonts {said}/>"


def in_font(font: str) -> str:
    return fonts(ascii=font, hAnsi=font)


OLD, VNI = in_font(".VnTime"), in_font("VNI-Times")


def paragraphs(document: Document) -> list[Paragraph]:
    return [block for section in document.sections for block in section.blocks if isinstance(block, Paragraph)]


def texts(*content: str) -> list[str]:
    return [paragraph.text for paragraph in paragraphs(read(make("".join(para(part) for part in content))))]


@pytest.mark.parametrize(
    ("typed", "slots", "shown"),
    [
        ("cña", {"ascii": ".VnTime", "hAnsi": ".VnTime"}, "của"),
        ("cña", {"hAnsi": ".VnTime"}, "của"),
        ("cña", {"ascii": "Arial", "hAnsi": ".VnTime"}, "của"),
        ("cña", {"hint": "eastAsia", "ascii": "Arial", "hAnsi": "Arial", "eastAsia": ".VnTime"}, "của"),
        # The slot draws nothing of this: one word says too little, two are enough.
        ("cña", {"ascii": ".VnTime", "hAnsi": "Arial"}, "cña"),
        ("QuyÕt ®Þnh cña", {"ascii": ".VnTime", "hAnsi": "Arial"}, "Quyết định của"),
        ("QuyÕt ®Þnh cña", {"ascii": "Arial", "hAnsi": "Arial", "cs": ".VnTime"}, "Quyết định của"),
        ("QuyÕt ®Þnh cña", {"ascii": "Arial", "hAnsi": "Arial"}, "QuyÕt ®Þnh cña"),
        ("Müller, 5 µm, §3", {"ascii": "Arial", "hAnsi": "Arial", "cs": ".VnTime"}, "Müller, 5 µm, §3"),
        ("Quyết định có hiệu lực", {"ascii": ".VnTime", "hAnsi": ".VnTime", "cs": ".VnTime"}, "Quyết định có hiệu lực"),
    ],
)
def test_the_slot_that_draws_the_letters_says_how_they_are_read(typed: str, slots: dict[str, str], shown: str) -> None:
    assert texts(run(typed, fonts(**slots))) == [shown]


def test_a_font_of_the_style_is_read_and_a_run_of_another_font_in_it_is_not() -> None:
    style = f'<w:style w:type="paragraph" w:styleId="Cu"><w:name w:val="Cu"/><w:rPr>{OLD}</w:rPr></w:style>'
    body = para(
        run("QuyÕt ®Þnh ") + run("cña", in_font("Arial")) + run(" x·", fonts(eastAsia="Arial")),
        '<w:pStyle w:val="Cu"/>',
    )
    assert paragraphs(read(make(body, styles=style)))[0].text == "Quyết định cña xã"


def test_a_letter_and_its_mark_in_two_runs_are_one_letter_of_the_first() -> None:
    bold = f"{VNI}<w:b/>"
    (paragraph,) = paragraphs(read(make(para(run("Vie", bold) + run("ä", VNI) + run("t", VNI)))))
    runs = [(item.text, item.format.bold) for item in paragraph.items if isinstance(item, Run)]
    assert "".join(text for text, _ in runs) == "Việt"
    assert runs[0] == ("Việ", True)
    assert all(text for text, _ in runs)


def test_a_tab_or_a_break_ends_a_word() -> None:
    inside = f"<w:r><w:rPr>{VNI}</w:rPr><w:t>a</w:t><w:tab/><w:t>ù</w:t><w:br/><w:t>aù</w:t></w:r>"
    assert texts(inside) == ["a\tù\ná"]


def test_words_that_can_be_both_follow_the_paragraphs_around() -> None:
    assert texts(run("cú", OLD), run("Quyết định này có hiệu lực", OLD)) == ["cú", "Quyết định này có hiệu lực"]
    assert texts(run("cã", OLD), run("QuyÕt ®Þnh nµy cã hiÖu lùc", OLD)) == ["có", "Quyết định này có hiệu lực"]


def test_tables_headers_footnotes_and_labels_are_read_too() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        f'<w:lvlText w:val="§iÒu %1."/><w:rPr>{OLD}</w:rPr></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    note = f'<w:footnote w:id="2">{para(run("theo NghÞ ®Þnh", OLD))}</w:footnote>'
    body = (
        para(run("Ph¹m vi", OLD), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
        + table([4000], row(cell(para(run("h¹ng môc", OLD)))))
        + para('<w:r><w:footnoteReference w:id="2"/></w:r>')
    )
    sect = section('<w:headerReference w:type="default" r:id="header1"/>' + PORTRAIT)
    headers = {"header1": para(run("Uû ban", OLD))}
    document = read(make(body, numbering=numbering, notes={"footnotes": note}, headers=headers, sect=sect))
    read_section = document.sections[0]
    first, held = read_section.blocks[0], read_section.blocks[1]
    assert isinstance(first, Paragraph)
    assert (first.label, first.text) == ("Điều 1.", "Điều 1.\tPhạm vi")
    assert isinstance(held, Table)
    inside = held.rows[0].cells[0].blocks[0]
    assert isinstance(inside, Paragraph)
    assert inside.text == "hạng mục"
    header = read_section.headers["default"][0]
    assert isinstance(header, Paragraph)
    assert header.text == "Uỷ ban"
    last = read_section.blocks[2]
    assert isinstance(last, Paragraph)
    noted = last.items[0].blocks[0]  # type: ignore[union-attr]
    assert isinstance(noted, Paragraph)
    assert noted.text.endswith("theo Nghị định")


def test_codes_of_the_private_area_and_inserted_signs_are_letters_of_the_font() -> None:
    private = "".join(chr(0xF000 | ord(char)) if ord(char) > 0x7F else char for char in "®Þnh cña")
    inserted = '<w:r><w:sym w:font=".VnTime" w:char="F0AE"/></w:r><w:r><w:sym w:font=".VnTimeH" w:char="00AE"/></w:r>'
    assert texts(run(private, OLD), inserted) == ["định của", "đĐ"]


def test_the_fonts_read_are_told_once_and_only_they() -> None:
    document = read(make(para(run("cña", OLD) + run("Quyeát", VNI)) + para(run("Quyết", in_font(".VnArial")))))
    assert document.notes == ["đã đọc chữ phông .VnTime, VNI-Times (TCVN3, VNI) thành Unicode; tệp Word giữ nguyên"]
    assert read(make(para(run("Quyết định", OLD)))).notes == []
