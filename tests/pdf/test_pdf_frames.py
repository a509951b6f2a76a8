"""Frames (``w:framePr``) of old files: page numbers and addresses stand where Word sets them."""

from __future__ import annotations

import pypdfium2
import pytest

from generator.errors import ConversionError
from generator.pdf import convert
from tests.layout.word_maker import PAGE_FIELD, PORTRAIT, make, para, run, section
from tests.pdf.pdf_lines import Line, lines

LEFT, WIDE, TOP = 85.05, 453.55, 56.7
_AROUND = 'w:wrap="around" w:vAnchor="text" w:hAnchor="margin"'


def pdf_of(body: str, **parts: object) -> bytes:
    return convert(make(body, **parts), bundled_fonts=True).pdf  # type: ignore[arg-type]


def numbered(frame: str, below: str) -> list[Line]:
    head = para(PAGE_FIELD, f"<w:framePr {frame}/>") + below
    reference = '<w:headerReference w:type="default" r:id="header1"/>'
    return lines(pdf_of(para("Thân văn bản") + section(reference + PORTRAIT), headers={"header1": head}))


@pytest.mark.parametrize(("align", "share"), [("left", 0.0), ("center", 0.5), ("right", 1.0)])
def test_a_page_number_in_a_frame_takes_no_room(align: str, share: float) -> None:
    number, body = numbered(f'{_AROUND} w:xAlign="{align}" w:y="1"', para())
    plain, beside = numbered(f'{_AROUND} w:xAlign="{align}" w:y="1"', para())[1], lines(pdf_of(para("Thân văn bản")))
    assert number.text == "1"
    assert number.x == pytest.approx(LEFT + (WIDE - 7) * share, abs=1.0)
    assert body == plain
    assert body.y == pytest.approx(beside[0].y, abs=0.1)


LINE = '<w:pBdr><w:top w:val="single" w:sz="12" w:space="1" w:color="auto"/></w:pBdr>'


@pytest.mark.parametrize(("props", "lower"), [("", 0.0), (LINE, 2.5)], ids=["plain", "below a line"])
def test_a_number_stands_beside_a_text_that_ends_before_it(props: str, lower: float) -> None:
    found = numbered(f'{_AROUND} w:xAlign="right" w:y="1"', para("Sở Nội vụ", props))
    assert {line.text for line in found[:-1]} <= {"SởNộivụ1", "SởNộivụ", "1"}
    assert found[0].y == pytest.approx(found[-2].y - lower, abs=0.2)


def test_a_frame_in_the_text_takes_its_place_and_no_room() -> None:
    frame = 'w:w="2000" w:hSpace="180" w:wrap="around" w:vAnchor="page" w:hAnchor="page" w:x="6000" w:y="400"'
    found = lines(pdf_of(para("Nơi gửi", f"<w:framePr {frame}/>") + para("một") + para("hai")))
    sent = next(line for line in found if line.text == "Nơigửi")
    assert sent.x == pytest.approx(300, abs=1)
    assert sent.y == pytest.approx(20 + 12.5, abs=2)
    rest = [line for line in found if line.text in ("một", "hai")]
    assert rest == lines(pdf_of(para("một") + para("hai")))


@pytest.mark.parametrize("between", ["", para()], ids=["first line", "second line"])
def test_text_stands_on_both_sides_of_a_frame_in_the_middle(between: str) -> None:
    frame = f'<w:framePr {_AROUND} w:hSpace="100" w:xAlign="center" w:y="1"/>'
    long = "Điều khoản này dài hơn một dòng. " * 5
    framed = para(run("1") + "<w:r><w:br/></w:r>" + run("2"), frame)
    sheet = pypdfium2.PdfDocument(pdf_of(framed + between + para(long, '<w:jc w:val="both"/>')))[0].get_textpage()
    assert sorted(sheet.get_text_range().split()) == sorted([*long.split(), "1", "2"])
    letters = [(sheet.get_text_range(at, 1), sheet.get_charbox(at)) for at in range(sheet.count_chars())]
    number = next(box for letter, box in letters if letter == ("2" if between else "1"))
    aside = [box for letter, box in letters if letter.isalpha() and box[1] < number[3] and box[3] > number[1]]
    assert {box[0] < number[0] for box in aside} == {True, False}
    assert all(box[2] <= number[0] or box[0] >= number[2] for box in aside)


def test_a_dropped_capital_is_refused() -> None:
    with pytest.raises(ConversionError, match="chữ cái lớn đầu đoạn"):
        pdf_of(para("Đ", '<w:framePr w:dropCap="drop" w:lines="2" w:wrap="around"/>') + para("iều này"))


def test_a_frame_that_says_nothing_is_none() -> None:
    """LibreOffice writes one of no size and no place for text in none: it goes on from page to page."""
    frame = 'w:w="0" w:h="0" w:vSpace="0" w:hSpace="0" w:xAlign="left" w:y="0" w:hRule="exact" w:vAnchor="margin"'
    framed = "".join(para(f"dòng {number}", f"<w:framePr {frame}/>") for number in range(60))
    assert lines(pdf_of(framed)) == lines(pdf_of("".join(para(f"dòng {number}") for number in range(60))))


def test_a_frame_of_an_exact_height_that_is_not_said_is_as_high_as_its_text() -> None:
    frame = f'{_AROUND} w:w="2000" w:hRule="exact" w:xAlign="right" w:y="1"'
    found = lines(pdf_of(para("Nơi gửi", f"<w:framePr {frame}/>") + para("một")))
    assert [line.text.replace("một", "") for line in found if "gửi" in line.text] == ["Nơigửi"]
