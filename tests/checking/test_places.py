"""Where the words of a finding stand on the pages."""

from __future__ import annotations

import io

import pypdfium2
import pytest

from generator.checking.places import Place, down_the_pages, places_of
from generator.edits import Spot
from generator.findings import Finding, Level
from generator.layout import read
from generator.pdf import convert
from tests.layout.word_maker import make, para, run

BREAK = '<w:r><w:br w:type="page"/></w:r>'
PART = "word/document.xml"


def _text_in(pdf: bytes, place: object) -> str:
    page = pypdfium2.PdfDocument(io.BytesIO(pdf))[place.page - 1]  # type: ignore[attr-defined]
    height, x, y = page.get_height(), place.x, place.y  # type: ignore[attr-defined]
    bounds = x, height - y - place.height, x + place.width, height - y  # type: ignore[attr-defined]
    return str(page.get_textpage().get_text_bounded(*bounds)).strip()


DOCX = make(
    para("Đoạn một") + para(run("Chữ ") + run("đậm", "<w:b/>") + run(" thường")) + para(BREAK) + para("Điều 1. Hết")
)


@pytest.mark.parametrize(
    ("spot", "page", "text"),
    [
        (Spot(PART, 1, "Đoạn một"), 1, "Đoạn một"),
        (Spot(PART, 2, "đậm"), 1, "đậm"),
        (Spot(PART, 2), 1, "Chữ"),
        (Spot(PART, 4, "Điều 1"), 2, "Điều 1. Hết"),
        (Spot(PART, 4, "không có ở đây"), 2, "Điều 1. Hết"),
    ],
)
def test_the_rectangle_of_a_spot_holds_its_words(spot: Spot, page: int, text: str) -> None:
    found = places_of(read(DOCX, origins=True), [spot], bundled_fonts=True)[spot]
    assert found[0].page == page
    assert _text_in(convert(DOCX, bundled_fonts=True).pdf, found[0]).startswith(text)


def test_spots_of_one_paragraph_all_have_a_place() -> None:
    spots = [Spot(PART, 2, "đậm"), Spot(PART, 2), Spot(PART, 2, "thường")]
    found = places_of(read(DOCX, origins=True), spots, bundled_fonts=True)
    assert set(found) == set(spots)
    assert {place.page for places in found.values() for place in places} == {1}


def test_what_is_not_on_any_page_has_no_place() -> None:
    gone = Spot(PART, 99, "gì đó")
    assert places_of(read(DOCX, origins=True), [gone], bundled_fonts=True) == {}


def test_what_has_no_page_keeps_the_order_of_the_file_and_is_not_told_of_the_whole() -> None:
    found = [
        Finding("d", Level.ERROR, "x", spot=Spot(PART, 9)), Finding("c", Level.NOTE, "x", spot=Spot(PART, 2)),
        Finding("e", Level.NOTE, "x", spot=Spot(PART, 4)), Finding("a", Level.NOTE, "x"),
        Finding("b", Level.ERROR, "x"),
    ]  # fmt: skip
    placed = down_the_pages(found, {Spot(PART, 4): [Place(1, 10, 700, 20, 12)]})
    assert [one.rule for one in placed] == ["b", "a", "c", "d", "e"]
    assert [one.leaf for one in placed] == ["Cả văn bản", "Cả văn bản", "Chưa rõ trang", "Chưa rõ trang", "Trang 1"]
