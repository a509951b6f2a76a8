"""What LibreOffice is told of styles: of those a file lacks, of cells and footnotes smaller than theirs, of tables."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from tests.agreement.plain.saying import said_plainly
from tests.layout.word_maker import PORTRAIT, SETTINGS, cell, make, para, row, run, section, table

MULTIPLE = '<w:spacing w:line="360" w:lineRule="auto"/>'
SMALL = '<w:sz w:val="18"/>'
TIMES_12 = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:sz w:val="24"/>'


def told(docx: bytes, part: str = "document") -> str:
    return zipfile.ZipFile(io.BytesIO(said_plainly(docx))).read(f"word/{part}.xml").decode()


def style(kind: str, name: str, said: str) -> str:
    return f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{name}"/>{said}</w:style>'


def test_a_paragraph_names_no_style_that_the_file_lacks() -> None:
    styles = style("paragraph", "Muc", "") + style("character", "Dam", "")
    styles += '<w:style w:styleId="Thuong"><w:name w:val="Thuong"/></w:style>'
    body = told(
        make(
            "".join(para("chữ", f'<w:pStyle w:val="{name}"/>') for name in ("Muc", "1", "Dam", "Thuong")), styles=styles
        )
    )
    assert re.findall(r'<w:pStyle w:val="(\w+)"', body) == ["Muc", "Thuong"]


@pytest.mark.parametrize(("part", "said"), [("styles", b'w:sz w:val="20"'), ("settings", b"<w:settings ")])
def test_a_file_gets_the_parts_it_lacks(part: str, said: bytes) -> None:
    whole = zipfile.ZipFile(io.BytesIO(make(para("chữ"))))
    stream = io.BytesIO()
    named = rb"<(Override|Relationship)\b[^>]*%s\.xml[^>]*>" % part.encode()
    with zipfile.ZipFile(stream, "w") as bare:
        for name in whole.namelist():
            if name != f"word/{part}.xml":
                bare.writestr(name, re.sub(named, b"", whole.read(name)))
    made = said_plainly(stream.getvalue())
    archive = zipfile.ZipFile(io.BytesIO(made))
    assert said in archive.read(f"word/{part}.xml")
    for name in ("[Content_Types].xml", "word/_rels/document.xml.rels"):
        assert archive.read(name).count(b"%s.xml" % part.encode()) == 1
    assert said_plainly(made) == made


def test_texts_without_letters_are_left_out() -> None:
    """Programs leave them beside tabs; a line of tabs alone is then known for one."""
    empty = '<w:t xml:space="preserve" />', "<w:t></w:t>", "<w:t/>"
    body = [para(f"<w:r><w:rPr>{SMALL}</w:rPr>{one}<w:tab/></w:r>") for one in ("", *empty)]
    plain, *others = (told(make(one)) for one in body)
    assert [other == plain for other in others] == [True] * len(others)


def test_a_cell_is_in_the_letters_of_its_text_whatever_empty_runs_say() -> None:
    text = para("<w:r/>" + run("chữ", SMALL), MULTIPLE)
    assert '<w:pStyle w:val="Normal-0"/>' in told(make(table([3000], row(cell(text)))))


@pytest.mark.parametrize(("mark", "text", "named"), [(SMALL, SMALL, "Normal-0"), (SMALL, "", ""), ("", "", "")])
def test_a_footnote_is_in_the_size_of_its_number(mark: str, text: str, named: str) -> None:
    number = f"<w:r><w:rPr>{mark}</w:rPr><w:footnoteRef/></w:r>"
    notes = {"footnotes": f'<w:footnote w:id="1">{para(number + run("ghi chú", text))}</w:footnote>'}
    reference = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    body = told(make(para(run("chữ") + reference), notes=notes), "footnotes")
    assert re.findall(r'<w:pStyle w:val="([\w-]+)"', body) == [named] * bool(named)


@pytest.mark.parametrize(
    ("rows", "left"),
    [
        ((TIMES_12, TIMES_12), ""),
        ((TIMES_12, '<w:sz w:val="24"/>'), "rFonts"),
        ((TIMES_12, ""), "rFonts sz"),
    ],
)
def test_a_table_style_says_no_letters_that_its_table_says(rows: tuple[str, str], left: str) -> None:
    letters = '<w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/><w:sz w:val="22"/></w:rPr>'
    styles = style("table", "Goc", letters) + style("table", "Luoi", '<w:basedOn w:val="Goc"/>')
    cells = [cell(para(run("chữ", look), f"<w:rPr>{look}</w:rPr>")) for look in rows]
    body = table([3000, 3000], row(*cells), props='<w:tblStyle w:val="Luoi"/>')
    said = re.search(r'w:styleId="Goc".*?</w:style>', told(make(body, styles=styles), "styles"))
    assert said is not None
    assert " ".join(re.findall(r"<w:(rFonts|sz) ", said[0])) == left


@pytest.mark.parametrize(
    ("grid", "asked", "off"), [("lines", "", 2), ("", "", 0), ("lines", "<w:adjustLineHeightInTable/>", 0)]
)
def test_lines_of_cells_stand_off_the_grid_unless_the_file_asks_for_it(grid: str, asked: str, off: int) -> None:
    body = para("ngoài") + table([3000], row(cell(para("trong") + para("dưới", '<w:jc w:val="center"/>'))))
    kind = f'w:type="{grid}" ' if grid else ""
    sect = section(f'{PORTRAIT}<w:docGrid {kind}w:linePitch="360"/>')
    settings = SETTINGS.replace("<w:compat>", f"<w:compat>{asked}")
    assert told(make(body, sect=sect, settings=settings)).count('<w:snapToGrid w:val="0"/>') == off


@pytest.mark.parametrize(("room", "told_of"), [("100.0", ["Thuong", "Rieng"]), ("0", ["Rieng"])])
def test_tables_without_a_style_have_the_default_one_where_its_cells_have_room_above(
    room: str, told_of: list[str]
) -> None:
    said = f'<w:tblPr><w:tblCellMar><w:top w:w="{room}" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    usual = style("table", "Thuong", said).replace("<w:style ", '<w:style w:default="1" ')
    plain = table([3000], row(cell(para("chữ"))))
    own = plain.replace("<w:tblPr>", '<w:tblPr><w:tblStyle w:val="Rieng"/>')
    body = told(make(plain + para("") + own, styles=usual + style("table", "Rieng", "")))
    assert re.findall(r'<w:tblStyle w:val="(\w+)"', body) == told_of
