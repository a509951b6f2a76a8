"""PDF/A-2a, PDF/UA-1, bookmarks, metadata, and the same bytes each time."""

from __future__ import annotations

import io
from typing import Any

import pypdf
import pytest

from generator.pdf import convert
from tests.layout.drawing_maker import inline, picture, png, straight
from tests.layout.word_maker import PAGE_FIELD, make, para, row, run, table

CORE = (
    "<dc:creator>UBND xã Mẫu</dc:creator><dc:subject>Trích yếu</dc:subject><cp:keywords>một, hai</cp:keywords>"
    "<cp:contentStatus>Dự thảo</cp:contentStatus>"
    '<dcterms:modified xsi:type="dcterms:W3CDTF">2026-01-09T02:03:04Z</dcterms:modified>'
)
LEVEL = '<w:outlineLvl w:val="{}"/>'


def reader(data: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(convert(data, bundled_fonts=True).pdf))


def outline(data: bytes) -> list[tuple[int, str]]:
    """Every bookmark with its depth, from 1."""
    found: list[tuple[int, str]] = []

    def walk(items: list[Any], depth: int) -> None:
        for item in items:
            if isinstance(item, list):
                walk(item, depth + 1)
            else:
                found.append((depth, str(item.title)))

    walk(reader(data).outline, 1)
    return found


def roles(data: bytes) -> list[str]:
    """The structure types of the tag tree, in reading order."""
    found: list[str] = []

    def walk(node: Any) -> None:
        node = node.get_object()
        if isinstance(node, list):
            for child in node:
                walk(child)
        elif isinstance(node, dict):
            if "/S" in node:
                found.append(str(node["/S"])[1:])
            if "/K" in node and not isinstance(node["/K"], int):
                walk(node["/K"])

    walk(reader(data).trailer["/Root"]["/StructTreeRoot"]["/K"])
    return found


def test_the_file_declares_its_standards() -> None:
    opened = reader(make(para("chữ"), core=CORE))
    xmp = opened.trailer["/Root"]["/Metadata"].get_data().decode()
    assert "<pdfaid:part>2</pdfaid:part>" in xmp
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in xmp
    assert "<pdfuaid:part>1</pdfuaid:part>" in xmp
    assert opened.trailer["/Root"]["/Lang"].lower().startswith("vi")
    assert opened.trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_metadata_comes_from_the_document() -> None:
    opened = reader(make(para("chữ"), title='Tên "văn bản" #1', core=CORE))
    said = opened.metadata
    assert said is not None
    assert (said.title, said.author, said.subject) == ('Tên "văn bản" #1', "UBND xã Mẫu", "Trích yếu")
    assert said["/Keywords"] == "một, hai, Dự thảo"
    assert said["/ModDate"].startswith("D:20260109020304")


def test_a_file_without_title_takes_its_first_line() -> None:
    said = reader(make(para() + para("QUYẾT ĐỊNH"), title="")).metadata
    assert said is not None
    assert said.title == "QUYẾT ĐỊNH"


def test_equal_input_gives_equal_bytes() -> None:
    data = make(para("chữ"), core=CORE)
    assert convert(data, bundled_fonts=True).pdf == convert(data, bundled_fonts=True).pdf


def test_a_bookmark_is_the_bold_lead_alone() -> None:
    article = para(run("Điều 1. ", "<w:b/>") + run("Ban hành kèm theo Quyết định này."), LEVEL.format(1))
    chapter = para(run("Chương I", "<w:b/>") + "<w:r><w:br/></w:r>" + run("CHUNG", "<w:b/>"), LEVEL.format(0))
    tabbed = para(run("I.", "<w:b/>") + "<w:r><w:tab/></w:r>" + run("MỤC TIÊU", "<w:b/>"), LEVEL.format(1))
    plain = para("Đoạn không đậm", LEVEL.format(1))
    assert [title for _, title in outline(make(chapter + article + tabbed + plain))] == [
        "Chương I CHUNG",
        "Điều 1.",
        "I. MỤC TIÊU",
        "Đoạn không đậm",
    ]


@pytest.mark.parametrize(
    ("levels", "depths"),
    [([1, 2, 2], [1, 2, 2]), ([0, 3, 3, 1], [1, 2, 2, 2]), ([2, 0, 4], [1, 1, 2]), ([0, 1, 2, 0], [1, 2, 3, 1])],
)
def test_heading_levels_start_at_one_and_skip_none(levels: list[int], depths: list[int]) -> None:
    body = "".join(para(f"Mục {n}", LEVEL.format(level)) for n, level in enumerate(levels))
    assert [depth for depth, _ in outline(make(body))] == depths


def test_data_tables_are_tagged_and_placing_tables_are_not() -> None:
    data = table([3000, 3000], row("Tên", "Số", props="<w:tblHeader/>"), row("a", "1"))
    assert roles(make(data)).count("TH") == 2
    assert roles(make(data)).count("TD") == 2
    placing = table([3000, 3000], row("trái", "phải"), borders=False)
    assert not {"Table", "TD", "TH"} & set(roles(make(placing)))


def test_rules_are_not_part_of_the_content() -> None:
    border = '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>'
    assert "Figure" not in roles(make(para("tên", border)))


_PICTURE = inline(picture("dau.png"), 60, 40, "Dấu")


@pytest.mark.parametrize(
    ("held", "titles"),
    [
        ("", []),
        ("<w:r><w:br/></w:r>", []),
        ("<w:r><w:tab/></w:r>", []),
        (run("\u00a0"), []),
        (PAGE_FIELD, []),
        (_PICTURE, []),
        (inline(straight(100), 100, 10), []),
        ("<w:r><w:tab/></w:r>" + run("Điều 1"), [(1, "Điều 1")]),
        (_PICTURE + run("Điều 1"), [(1, "Điều 1")]),
        (run("\u00a0", "<w:b/>") + run("Điều 1"), [(1, "\u00a0Điều 1")]),
    ],
)
def test_a_heading_without_words_is_a_paragraph(held: str, titles: list[tuple[int, str]]) -> None:
    body = para("trước") + para(held, LEVEL.format(0)) + para("sau")
    assert outline(make(body, media={"dau.png": png()})) == titles
