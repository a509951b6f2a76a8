"""Files of millions of paragraphs, rows and tags: refused on a count of their bytes, before any tree is made."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

import generator.docx.template
import generator.opc.reader
from generator.docx.compiling.size import MAX_MARKS, MAX_TAGS
from generator.docx.template import Template
from generator.errors import ConversionError, DataError, TemplateError
from generator.layout import read
from generator.layout.limits import MAX_PARAGRAPHS
from generator.resources import TEMPLATES
from generator.workbook import read_workbook_bytes
from generator.workbook.xlsx.package import MAX_CELLS, MAX_ROWS, MAX_STRINGS, MAX_STYLED
from tests.hostile.corpus import make
from tests.hostile.mutate import pack, unpack
from tests.hostile.test_hostile_commands import vanthu
from tests.workbook.books import LABEL, changed

_RESULTS = "Kết quả"


def template(more: bytes) -> bytes:
    """A sound template with more in its body."""
    parts = unpack((TEMPLATES / "cong-van.docx").read_bytes())
    head, body, rest = parts["word/document.xml"].partition(b"<w:body>")
    return pack(parts | {"word/document.xml": head + body + more + rest})


@pytest.mark.parametrize(
    ("make_more", "said"),
    [
        (lambda: b"<w:p/>" * MAX_MARKS, "mẫu quá lớn"),
        (lambda: b'<w:p w:rsidR="1"/>' * (MAX_MARKS // 2), "mẫu quá lớn"),
        (lambda: b"<w:p><w:r><w:t>" + b"{{ so }}" * MAX_TAGS + b"</w:t></w:r></w:p>", "thẻ điền dữ liệu"),
        (lambda: b"<w:p/>" * 8_000_000, "quá nhiều nội dung"),
    ],
    ids=["doan", "thuoc-tinh", "the", "tam-trieu"],
)
def test_a_template_too_large_is_refused_before_it_is_read(
    make_more: Callable[[], bytes], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(generator.docx.template, "parse", None)
    with pytest.raises(TemplateError, match=said) as caught:
        Template(template(make_more()), "mau-la.docx")
    assert caught.value.problems[0].place == "mau-la.docx"


def test_a_template_of_many_pages_is_compiled() -> None:
    text = b"<w:p><w:r><w:t>abc</w:t></w:r></w:p>" * 4_000  # a hundred pages
    assert "so" in Template(template(text + b"<w:p><w:r><w:t>{{ so }}</w:t></w:r></w:p>"), "mau.docx").fields()


@pytest.mark.parametrize("paragraph", ["<w:p/>", "<w:p></w:p>", '<w:p w:rsidR="1"></w:p>'])
def test_a_document_of_too_many_paragraphs_is_refused_before_its_tree_is_made(
    paragraph: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed: list[int] = []
    parse = generator.opc.reader.parse
    monkeypatch.setattr(
        generator.opc.reader, "parse", lambda data, part: (parsed.append(len(data)), parse(data, part))[1]
    )
    with pytest.raises(ConversionError, match=r"có hơn 120\.000 đoạn văn"):
        read(make(paragraph * (2 * MAX_PARAGRAPHS + 1)))
    assert max(parsed) < 1_000_000


def workbook(rows: bytes, *, sheet: str = _RESULTS) -> bytes:
    """The sound workbook with these rows at the end of a sheet."""
    source = zipfile.ZipFile(io.BytesIO(changed(lambda book: None)))
    number = re.findall(r'<sheet [^>]*name="([^"]*)"', source.read("xl/workbook.xml").decode()).index(sheet) + 1
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in source.namelist():
            data = source.read(name)
            if name.endswith(f"/sheet{number}.xml"):
                data = data.replace(b"</sheetData>", rows + b"</sheetData>")
            archive.writestr(name, data)
    return stream.getvalue()


def rows(count: int, cells: bytes, attributes: bytes = b"") -> bytes:
    return b"".join(b'<row r="%d"%s>%s</row>' % (number, attributes, cells) for number in range(2000, 2000 + count))


@pytest.mark.parametrize(
    ("make_more", "said"),
    [
        (lambda: rows(1_000_000, b"<c><v>1</v></c>"), "ô có dữ liệu"),
        (lambda: rows(MAX_CELLS // 10, b"<c><v>1</v></c>" * 11), "ô có dữ liệu"),
        (lambda: rows(MAX_CELLS // 10, b'<c t="inlineStr"><is><t>a</t></is></c>' * 11), "ô có dữ liệu"),
        (lambda: rows(MAX_ROWS + 1, b"<c><v>1</v></c>"), "dòng có dữ liệu"),
        (lambda: rows(MAX_STYLED // 2 + 1, b'<c s="1"/>', b' a="&lt;"'), "ô trống có định dạng"),
    ],
    ids=["trieu-dong", "o", "chu", "dong", "o-trong"],
)
def test_a_sheet_too_large_is_refused_before_it_is_parsed(
    make_more: Callable[[], bytes], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    more = make_more()
    parsed: list[int] = []
    stream = generator.opc.reader.stream

    def counted(data: bytes, part: str, *names: str) -> object:
        parsed.append(len(data))
        return stream(data, part, *names)

    monkeypatch.setattr(generator.opc.reader, "stream", counted)
    with pytest.raises(DataError, match=f"Sheet {_RESULTS}: .*{said}") as caught:
        read_workbook_bytes(workbook(more), LABEL)
    assert len(caught.value.problems) == 1  # the other sheets are read
    assert max(parsed) < len(more)


def test_shared_texts_are_counted_before_they_are_read() -> None:
    parts = unpack(changed(lambda book: None))
    arrow = (
        b'<Relationship Id="rIdChu" Target="chu.xml" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"/></Relationships>'
    )
    rels = parts["xl/_rels/workbook.xml.rels"].replace(b"</Relationships>", arrow)
    space = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'

    def book(texts: int) -> bytes:
        strings = space + b"<si><t>a</t></si>" * texts + b"</sst>"
        return pack(parts | {"xl/_rels/workbook.xml.rels": rels, "xl/chu.xml": strings})

    assert read_workbook_bytes(book(1000), LABEL)
    with pytest.raises(DataError, match="đoạn chữ khác nhau"):
        read_workbook_bytes(book(MAX_STRINGS + 1), LABEL)


def test_rows_of_nothing_but_their_look_are_as_many_as_a_sheet_has() -> None:
    blank = rows(900_000, b"").replace(b"></row>", b"/>")
    assert read_workbook_bytes(workbook(blank), LABEL)


def test_a_sheet_of_others_too_large_to_look_at_is_passed_over() -> None:
    def add(book: object) -> None:
        book.create_sheet("Kho")["A1"] = "x"  # type: ignore[attr-defined]

    parts = unpack(changed(add))
    last = max((name for name in parts if name.startswith("xl/worksheets/sheet")), key=lambda name: (len(name), name))
    more = rows(MAX_ROWS + 1, b"<c><v>1</v></c>")
    big = pack(parts | {last: parts[last].replace(b"</sheetData>", more + b"</sheetData>")})
    assert read_workbook_bytes(big, LABEL)


def test_the_command_says_so_with_its_exit_code(tmp_path: Path) -> None:
    (tmp_path / "lon.xlsx").write_bytes(workbook(rows(MAX_ROWS + 1, b"<c><v>1</v></c>")))
    done = vanthu("workbook", "import", tmp_path / "lon.xlsx", tmp_path / "ra")
    assert done.returncode == 3
    assert "Sheet Kết quả" in done.stderr
    assert "30.000 dòng có dữ liệu" in done.stderr
    assert not (tmp_path / "ra").exists()
