"""A document with a very long table is set in parts, and nobody can tell: pages, tags, bookmarks are as in one run."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path

import pytest

from generator.fingerprints import Mark, examine
from generator.layout import read
from generator.layout.tree import Document
from generator.pdf import Attachment
from generator.pdf.finishing import any_pdf
from generator.pdf.finishing.inspection import inspect
from generator.pdf.parts.conversion import compile_in_parts
from generator.pdf.typst.engine import compile_source
from generator.pdf.typst.source import Source, write_source
from tests.layout.word_maker import LANDSCAPE, PAGE_FIELD, PORTRAIT, cell, make, para, row, run, section, table
from tests.pdf.pdf_lines import lines, page_count, strokes
from tests.pdf.pdf_structure import Tags

HEAD = "<w:tblHeader/>"
WHOLE = "<w:cantSplit/>"
NEXT = "<w:keepNext/>"
COLUMNS = [1500, 4500, 3000]
ROWS = 300  # enough for three parts
HEADER = '<w:headerReference w:type="{}" r:id="header{}"/>'
NUMBERED = {"header1": para(PAGE_FIELD), "header2": para(run("Trang chẵn ") + PAGE_FIELD), "header3": para("Trang đầu")}
RESTART = '<w:pgNumType w:start="1"/>'


def heading(text: str, level: int = 0) -> str:
    return para(run(text, "<w:b/>"), f'<w:outlineLvl w:val="{level}"/>')


def head_row() -> str:
    return row("TT", "Tên đơn vị", "Kết quả", props=HEAD + WHOLE)


def rows(count: int, props: str = WHOLE) -> list[str]:
    return [row(str(n), f"Đơn vị {n}", f"{n * 7 % 100},{n % 10}%", props=props) for n in range(1, count + 1)]


def group(text: str, props: str = "") -> str:
    return row(cell(para(run(text, "<w:b/>"), NEXT), f'<w:gridSpan w:val="3"/>{props}'), props=WHOLE)


def plain() -> bytes:
    body = heading("Phần I") + para("Lời mở đầu") + table(COLUMNS, head_row(), *rows(ROWS)) + para("Hết bảng")
    return make(body + heading("Phần II") + heading("Mục 1", 1), headers=NUMBERED, sect=section(
        HEADER.format("default", 1) + HEADER.format("first", 3) + PORTRAIT + "<w:titlePg/>"
    ))  # fmt: skip


def a_taller_first_header() -> bytes:
    headers = {**NUMBERED, "header3": para("Trang đầu") * 5}
    sect = section(HEADER.format("default", 1) + HEADER.format("first", 3) + PORTRAIT + "<w:titlePg/>")
    return make(table(COLUMNS, head_row(), *rows(ROWS)), headers=headers, sect=sect)


def odd_and_even_headers() -> bytes:
    sect = section(HEADER.format("default", 1) + HEADER.format("even", 2) + PORTRAIT + '<w:pgNumType w:start="4"/>')
    return make(table(COLUMNS, head_row(), *rows(ROWS)), headers=NUMBERED, sect=sect, settings="<w:evenAndOddHeaders/>")


def merged_cells() -> bytes:
    made = []
    for number, text in enumerate(rows(ROWS, "")):
        merge = '<w:vMerge w:val="restart"/>' if number % 7 == 0 else "<w:vMerge/>"
        made.append(re.sub(r"<w:tc><w:tcPr></w:tcPr>", f"<w:tc><w:tcPr>{merge}</w:tcPr>", text, count=1))
    return make(table(COLUMNS, head_row(), *made))


def rows_that_part() -> bytes:
    made = rows(ROWS, "")
    for number in range(7, ROWS, 23):
        made[number] = row(str(number), "làm tốt việc được giao " * (number % 12), "x", props="")
    return make(table(COLUMNS, head_row(), *made))


def groups() -> bytes:
    made = rows(ROWS)
    for place in (280, 230, 151, 100, 99, 40, 0):
        made.insert(place, group(f"Nhóm {place}"))
    return make(table(COLUMNS, head_row(), *made))


def one_group_over_two_columns() -> bytes:
    made = rows(ROWS)
    two = cell(para(run("Nhóm", "<w:b/>"), NEXT), '<w:gridSpan w:val="2"/>')
    made.insert(10, row(two, cell(para("riêng", NEXT)), props=WHOLE))
    return make(table(COLUMNS, head_row(), *made))


def two_heading_rows() -> bytes:
    above = row(cell("Chung", '<w:gridSpan w:val="2"/>'), cell("Số", '<w:vMerge w:val="restart"/>'), props=HEAD)
    below = row("TT", "Tên", cell("", "<w:vMerge/>"), props=HEAD)
    return make(table(COLUMNS, above, below, *rows(ROWS)))


def no_heading_row() -> bytes:
    return make(table(COLUMNS, *rows(ROWS)))


def two_tables() -> bytes:
    one, other = table(COLUMNS, head_row(), *rows(ROWS)), table(COLUMNS, head_row(), *rows(ROWS - 20))
    small = table(COLUMNS, head_row(), *rows(3))
    return make(heading("Một") + small + one + para("giữa") + small + heading("Hai") + other + small + para("hết"))


def a_landscape_annex() -> bytes:
    annex = para("Phụ lục", '<w:outlineLvl w:val="0"/>') + table(COLUMNS, head_row(), *rows(ROWS))
    first = HEADER.format("default", 1) + HEADER.format("first", 3)
    feet = '<w:footerReference w:type="default" r:id="footer1"/><w:footerReference w:type="first" r:id="footer2"/>'
    sect = section(first + feet + LANDSCAPE + RESTART + "<w:titlePg/>")
    marginal = {**NUMBERED, "footer1": para(run("Trang ") + PAGE_FIELD), "footer2": para("Chân trang đầu")}
    body = heading("Báo cáo") + para("chữ " * 3000) + para("", section(first + PORTRAIT + "<w:titlePg/>"))
    return make(body + annex, headers=marginal, sect=sect)


def an_annex_numbered_on() -> bytes:
    first = HEADER.format("default", 1)
    body = para("chữ " * 3000) + para("", section(first + PORTRAIT)) + para("Phụ lục")
    return make(
        body + table(COLUMNS, head_row(), *rows(ROWS)) + para("", section(first)) + para("Hết"),
        headers=NUMBERED,
        sect=section(first + LANDSCAPE),
    )


def footnotes() -> bytes:
    mark = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    said = "".join(f'<w:footnote w:id="{n}">{para(f"Chú thích {n}")}</w:footnote>' for n in range(1, 21))
    made = rows(ROWS)
    for number in range(1, 21):
        made[number * 14] = row(cell(para(run("có chú thích") + mark.format(number))), "a", "b", props=WHOLE)
    return make(table(COLUMNS, head_row(), *made), notes={"footnotes": said})


def links_and_brackets() -> bytes:
    made = rows(ROWS)
    for number in range(5, ROWS, 9):
        made[number] = row(str(number), f"https://vi.du/{number}", "1 0 R) (2 0 R \\ /K[3 0 R]", props=WHOLE)
    return make(heading("A (1 0 R) /Next 5 0 R") + table(COLUMNS, head_row(), *made), title="Tên ((3 0 R) 4 0 R)")


def heights_and_signs() -> bytes:
    made = rows(ROWS)
    for number in range(2, ROWS, 5):
        height = f'<w:trHeight w:val="{300 + number}" w:hRule="{"exact" if number % 2 else "atLeast"}"/>'
        made[number] = row(str(number), "☑ xong" if number > 200 else "chưa", "x", props=WHOLE + height)
    return make(table(COLUMNS, head_row(), *made) + para("➢ hết"))


def a_thicker_frame() -> bytes:
    line = '<w:{} w:val="single" w:sz="{}" w:space="0" w:color="000000"/>'
    made = rows(ROWS)
    made[-1] = row(
        *(cell(text, f"<w:tcBorders>{line.format('bottom', 18)}</w:tcBorders>") for text in "abc"), props=WHOLE
    )
    made[150] = row(
        *(cell(text, f"<w:tcBorders>{line.format('top', 12)}</w:tcBorders>") for text in "def"), props=WHOLE
    )
    return make(table(COLUMNS, head_row(), *made))


CASES = [
    plain, a_taller_first_header, odd_and_even_headers, merged_cells, rows_that_part, groups,
    one_group_over_two_columns, two_heading_rows, no_heading_row, two_tables,
    a_landscape_annex, an_annex_numbered_on, footnotes, links_and_brackets,
    heights_and_signs, a_thicker_frame,
]  # fmt: skip


@lru_cache(2)
def _source(docx: bytes) -> tuple[Document, Source]:
    document = read(docx)
    return document, write_source(document, bundled_only=True)


def in_parts(docx: bytes, attachments: tuple[Attachment, ...] = (), part: int = ROWS) -> bytes | None:
    """The PDF made in parts of a few pages; None where it has to be made in one run."""
    document, source = _source(docx)
    return compile_in_parts(document, source, attachments, bundled_only=True, long=600, part=part)


@cache
def in_one(docx: bytes, attachments: tuple[Attachment, ...] = ()) -> bytes:
    """The PDF made in one run."""
    return compile_source(_source(docx)[1], attachments)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.__name__)
def test_parts_make_the_pages_and_tags_of_one_run(case: Callable[[], bytes]) -> None:
    docx = case()
    one, joined = in_one(docx), in_parts(docx)
    assert joined is not None
    assert lines(joined) == lines(one)
    assert all(strokes(joined, page) == strokes(one, page) for page in range(page_count(one)))
    tags, wanted = Tags(joined), Tags(one)
    tags.check()
    wanted.check()
    assert tags.elements == wanted.elements
    assert tags.bookmarks() == wanted.bookmarks()
    assert tags.links() == wanted.links()
    assert tags.said() == wanted.said()
    found = inspect(joined, "Typst", strict=True)
    assert found == inspect(one, "Typst", strict=True)
    assert (found.pages, found.fonts, found.producer) == any_pdf.read(joined, strict=True)


def test_a_part_with_too_few_pages_to_be_cut_is_made_larger() -> None:
    one, joined = in_one(plain()), in_parts(plain(), part=60)  # half a page
    assert joined is not None
    assert lines(joined) == lines(one)
    assert Tags(joined).elements == Tags(one).elements


def test_the_case_of_groups_has_cells_headed_by_a_row_of_another_part() -> None:
    # Else the names would be right by chance.
    joined = in_parts(groups())
    assert joined is not None
    assert len(re.findall(rb"/Subtype/Type0/BaseFont/[A-Z]+\+LiberationSerif/", joined)) > 2  # parts
    assert len(set(re.findall(rb"/Headers\[\(U1x0y(\d+)\)\]", joined))) == 7


NUM_PAGES = PAGE_FIELD.replace("PAGE", "NUMPAGES")
DOUBLE = '<w:tcBorders><w:left w:val="double" w:sz="6" w:space="0" w:color="000000"/></w:tcBorders>'


@pytest.mark.parametrize(
    ("body", "header"),
    [
        (table(COLUMNS, head_row(), *rows(ROWS)), para(NUM_PAGES)),
        (heading("I", 0) + table(COLUMNS, head_row(), *rows(ROWS)) + heading("1", 1), para("x")),
        (table(COLUMNS, head_row(), *rows(ROWS)) + para("", section()) + para("x"), ""),
        (table(COLUMNS, head_row(), row(cell("x", DOUBLE), "a", "b"), *rows(ROWS)), para("x")),
        (table(COLUMNS, head_row(), *[row("", "", "")] * ROWS), para("x")),
        (table(COLUMNS, *rows(ROWS), borders=False), para("x")),
        (table(COLUMNS, head_row(), *rows(120)), para("x")),
        (para("chữ " * 9000), para("x")),
    ],
    ids=["pages", "deeper_heading", "odd_page", "double_lines", "empty", "borderless", "short", "text"],
)
def test_what_hangs_on_other_pages_is_made_in_one_run(body: str, header: str) -> None:
    sect = HEADER.format("default", 1) if header else '<w:type w:val="oddPage"/>'
    docx = make(body, headers={"header1": header or para("x")}, sect=section(sect + PORTRAIT))
    assert in_parts(docx) is None
    assert page_count(in_one(docx)) > 2


def test_files_are_attached_once() -> None:
    file = Attachment("ho-so.json", b"{}", "application/json", "source", "Hồ sơ")
    one, joined = in_one(plain(), (file,)), in_parts(plain(), (file,))
    assert joined is not None
    assert Tags(joined).said() == Tags(one).said()
    assert joined.count(b"/Type/Filespec") == one.count(b"/Type/Filespec") == 1


def test_equal_documents_give_equal_bytes_and_others_another_name() -> None:
    first = in_parts(plain())
    _source.cache_clear()  # read and written again
    again = in_parts(plain())
    assert first is not None
    assert first == again
    made = []
    for last in ("a", "b"):
        docx = make(table(COLUMNS, head_row(), *rows(ROWS - 1), row(last, "y", "z", props=WHOLE)))
        one, joined = in_one(docx), in_parts(docx)
        assert joined is not None
        name, own = (re.findall(rb"/ID\[\(\S+\)\((\S+)\)\]", pdf)[0] for pdf in (one, joined))
        assert joined.count(own) == one.count(name) > 2  # in the trailer and in the XMP
        made.append(own)
    assert made[0] != made[1]


CONVERT = """
import sys
from generator.pdf import convert
made = convert(open(sys.argv[1], "rb").read(), bundled_fonts=True)
open(sys.argv[1] + ".pdf", "wb").write(made.pdf)
print([int(line.split()[1]) // 1024 for line in open("/proc/self/status") if line.startswith("VmHWM")][0])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="chỉ Linux có /proc")
def test_a_table_of_20_000_cells_is_made_in_bounded_memory(tmp_path: Path) -> None:
    docx = tmp_path / "dai.docx"
    body = [row(*(f"{number}.{column}" for column in range(8)), props=WHOLE) for number in range(2500)]
    docx.write_bytes(make(table([1000] * 8, *body)))
    peak = int(subprocess.run([sys.executable, "-c", CONVERT, str(docx)], capture_output=True, check=True).stdout)
    made = Path(f"{docx}.pdf").read_bytes()
    assert peak < 240  # megabytes, as the whole process; in one run it is more than 400
    assert page_count(made) > 50
    assert examine(made) is Mark.INTACT
