"""Sections, headers, properties, and files that are no sound DOCX."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime

import pytest

from generator.errors import ConversionError
from generator.layout import read
from generator.layout.tree import Field, Paragraph
from tests.layout.word_maker import LANDSCAPE, PAGE_FIELD, PORTRAIT, make, para, section

REFERENCE = '<w:headerReference w:type="{}" r:id="{}"/>'


def test_sections_keep_their_own_paper() -> None:
    sect = section(PORTRAIT + '<w:titlePg/><w:pgNumType w:start="1" w:fmt="upperRoman"/>')
    one, two = read(make(para("a") + para("b", sect) + para("c"), sect=section(LANDSCAPE))).sections
    assert (one.page.landscape, two.page.landscape) == (False, True)
    assert (one.page.width, one.page.left, one.page.header) == (595.3, 85.05, 28.35)
    assert (one.title_page, one.number_start, one.number_format) == (True, 1, "upperRoman")
    assert (two.title_page, two.number_start) == (False, None)
    assert [len(one.blocks), len(two.blocks)] == [2, 1]


def test_headers_are_taken_over_until_replaced() -> None:
    first = section(REFERENCE.format("default", "header1") + PORTRAIT)
    third = section(REFERENCE.format("default", "header2") + PORTRAIT)
    body = para("a", first) + para("b", section()) + para("c")
    document = read(make(body, headers={"header1": para(PAGE_FIELD), "header2": para("khác")}, sect=third))
    shown = [section.headers["default"][0] for section in document.sections]
    assert all(isinstance(block, Paragraph) for block in shown)
    kinds = [type(block.items[0]) is Field for block in shown]  # type: ignore[union-attr]
    assert kinds == [True, True, False]
    assert document.sections[0].footers == {}


def test_properties_and_settings() -> None:
    core = (
        "<dc:creator>UBND</dc:creator><dc:subject>về</dc:subject><cp:contentStatus>Dự thảo</cp:contentStatus>"
        "<dc:language>vi-VN</dc:language><dcterms:modified>2026-01-09T08:30:00Z</dcterms:modified>"
    )
    settings = (
        '<w:defaultTabStop w:val="567"/><w:evenAndOddHeaders/>'
        "<w:compat><w:doNotUseHTMLParagraphAutoSpacing/></w:compat>"
    )
    document = read(make(para("a"), title="Tên", core=core, settings=settings))
    said = document.properties
    assert (said.title, said.creator, said.subject, said.content_status) == ("Tên", "UBND", "về", "Dự thảo")
    assert said.modified == datetime(2026, 1, 9, 8, 30, tzinfo=UTC)
    assert (document.settings.default_tab, document.settings.even_and_odd) == (28.35, True)
    assert document.settings.add_spacing


def _zip(**files: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def _replaced(name: str, content: bytes) -> bytes:
    source, buffer = zipfile.ZipFile(io.BytesIO(make(para("a")))), io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for item in source.namelist():
            archive.writestr(item, content if item == name else source.read(item))
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "không phải tệp DOCX"),
        (b"%PDF-1.7", "không phải tệp DOCX"),
        (make(para("a"))[:400], "không phải tệp DOCX"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "kiểu cũ hoặc có mật khẩu"),
        (_zip(a="b"), "không chứa văn bản Word"),
        (_replaced("word/document.xml", b"<w:document"), "XML sai"),
        (_replaced("word/styles.xml", b"\xff\xfe\x00"), "XML sai"),
    ],
)
def test_unsound_files_are_refused_in_vietnamese(data: bytes, message: str) -> None:
    with pytest.raises(ConversionError, match=message) as caught:
        read(data)
    assert caught.value.problems[0].fix


def test_entities_are_not_resolved(tmp_path: object) -> None:
    secret = f"{tmp_path}/mat.txt"
    with open(secret, "w", encoding="utf-8") as file:  # noqa: PTH123
        file.write("BÍ MẬT")
    xml = f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file://{secret}">]><d>&x;</d>'.encode()
    with pytest.raises(ConversionError, match="DTD"):
        read(_replaced("word/document.xml", xml))


def test_a_zip_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    from generator.opc import archive

    monkeypatch.setattr(archive, "MAX_TOTAL_SIZE", 1000)
    with pytest.raises(ConversionError, match="quá lớn"):
        read(make(para("a")))


def test_strict_files_are_read_as_well() -> None:
    source, buffer = zipfile.ZipFile(io.BytesIO(make(para("chữ")))), io.BytesIO()
    pairs = [
        (b"http://schemas.openxmlformats.org/wordprocessingml/2006/main", b"http://purl.oclc.org/ooxml/wordprocessingml/main"),
        (b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
         b"http://purl.oclc.org/ooxml/officeDocument/relationships"),
    ]  # fmt: skip
    with zipfile.ZipFile(buffer, "w") as archive:
        for item in source.namelist():
            content = source.read(item)
            for usual, strict in pairs:
                content = content.replace(usual, strict)
            archive.writestr(item, content)
    (block,) = read(buffer.getvalue()).sections[0].blocks
    assert isinstance(block, Paragraph)
    assert block.text == "chữ"


@pytest.mark.parametrize(
    ("twips", "length"),
    [(11907, 595.3), (11900, 595.3), (11909, 595.3), (11920, 596.0), (16840, 841.9), (16834, 841.9), (12240, 612.0)],
)
def test_a_side_of_the_paper_near_a_standard_size_has_it(twips: int, length: float) -> None:
    """As in LibreOffice: programs write A4 as 11907 or 11900 twips, which would break lines and pages elsewhere."""
    sect = section(PORTRAIT.replace('w:w="11906"', f'w:w="{twips}"').replace('w:h="16838"', f'w:h="{twips}"'))
    page = read(make(para("x"), sect=sect)).sections[0].page
    assert (page.width, page.height) == (length, length)
