"""Styles worked out for one document serve the next only where nothing differs, also in several threads."""

from __future__ import annotations

import io
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor

from generator.layout import read
from generator.layout.tree import Paragraph, Run
from generator.pdf import convert
from generator.pdf.typst.source import write_source
from tests.layout.word_maker import R, cell, make, para, row, run, table

THEMED = '<w:rPr><w:rFonts w:asciiTheme="minorHAnsi"/></w:rPr>'
BODY = para("chữ " * 40, '<w:pStyle w:val="X"/>') + table(
    [4000, 4000],
    *(
        row(cell(f"ô {n}"), cell(para(run("đậm", "<w:b/>") + run(" thường"), '<w:pStyle w:val="X"/>')))
        for n in range(9)
    ),
)


def style(inside: str) -> str:
    return f'<w:style w:type="paragraph" w:styleId="X"><w:name w:val="X"/>{inside}</w:style>'


def with_theme(docx: bytes, font: str) -> bytes:
    """The file with a theme whose text is set in this font."""
    theme = (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme>'
        f'<a:minorFont><a:latin typeface="{font}"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>'
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            content = old.read(name).decode()
            if name == "word/_rels/document.xml.rels":
                link = f'<Relationship Id="theme" Type="{R}/theme" Target="theme.xml"/></Relationships>'
                content = content.replace("</Relationships>", link)
            new.writestr(name, content)
        new.writestr("word/theme.xml", theme)
    return buffer.getvalue()


def font_and_size(docx: bytes) -> tuple[str, float]:
    block = read(docx).sections[0].blocks[0]
    assert isinstance(block, Paragraph)
    item = block.items[0]
    assert isinstance(item, Run)
    return item.format.font, item.format.size


def test_documents_of_other_styles_or_themes_take_nothing_from_one_another() -> None:
    small, large = (make(BODY, styles=style(f'<w:rPr><w:sz w:val="{size}"/></w:rPr>')) for size in (20, 40))
    arial, cambria = (with_theme(make(BODY, styles=style(THEMED)), font) for font in ("Arial", "Cambria"))
    expected = [("Times New Roman", 10.0), ("Times New Roman", 20.0), ("Arial", 14.0), ("Cambria", 14.0)]
    for _ in range(2):
        assert [font_and_size(docx) for docx in (small, large, arial, cambria)] == expected


def test_lists_of_other_files_with_the_same_styles_keep_their_own_indents() -> None:
    body = para("mục", '<w:pStyle w:val="X"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')

    def left(indent: int) -> float:
        numbering = (
            '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>'
            f'<w:pPr><w:ind w:left="{indent}"/></w:pPr></w:lvl></w:abstractNum>'
            '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        )
        block = read(make(body, styles=style(""), numbering=numbering)).sections[0].blocks[0]
        assert isinstance(block, Paragraph)
        return block.format.left

    assert [left(400), left(800), left(400)] == [20.0, 40.0, 20.0]


def test_threads_that_share_styles_make_what_one_thread_makes() -> None:
    # Widths of indents make each file ask for formats the others have not asked for yet.
    files = [
        make(BODY + "".join(para(f"đoạn {n}", f'<w:ind w:left="{n * step}"/>') for n in range(60)), styles=style(""))
        for step in range(1, 13)
    ]
    switching = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)  # threads take turns in the middle of every document
    try:
        with ThreadPoolExecutor(4) as pool:
            together = list(pool.map(lambda docx: write_source(read(docx), bundled_only=True).text, files))
    finally:
        sys.setswitchinterval(switching)
    assert together == [write_source(read(docx), bundled_only=True).text for docx in files]
    with ThreadPoolExecutor(2) as pool:
        made = list(pool.map(lambda docx: convert(docx, bundled_fonts=True).pdf, files[:3]))
    assert made == [convert(docx, bundled_fonts=True).pdf for docx in files[:3]]
