"""Every line of a file is in the dossier, in free text, or told: however often it is said, and whatever holds it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from generator.dossier import load_dossier
from generator.service.yearly.reading import ReadBack, read_bytes
from generator.wording.characters import fold
from tests.recovering.measuring import EXAMPLES, in_docx

BASES = (("thuong-lo-2024", "quyet-dinh"), ("bau-bang-2024", "quyet-dinh"), ("giong-rieng-2019", "quyet-dinh"))
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_BOX = (
    f'<w:r {_W} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape type="#_x0000_t202" '
    'style="position:absolute;margin-left:0pt;margin-top:0pt;width:200pt;height:40pt"><v:textbox>'
    "<w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)
_LEAST = 4  # words of a line that is said again: one that could stand nowhere by chance


@cache
def made(folder: str, name: str) -> bytes:
    dossier = load_dossier(EXAMPLES / folder)
    return in_docx(dossier, next(one for one in dossier.documents if one.name == name))[0][1]


@cache
def again(folder: str, name: str) -> ReadBack:
    return read_bytes([("van-ban.docx", made(folder, name))])


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from texts(item)
    elif isinstance(value, str):
        yield fold(re.sub(r"\{(?:dam|nghieng): ?", "", value))


def times(found: ReadBack, text: str) -> int:
    """How often the text is in the dossier or among what is told."""
    told = sum(fold(text[:50]) in fold(one) for one in found.unheld)  # a long one is quoted by its beginning
    return told + sum(one.count(fold(text)) for one in texts(found.data))


def in_cell(word: Any, at: int, text: str) -> None:
    cells = [cell for table in word.tables[1:] for row in table.rows for cell in row.cells if cell.text.strip()]
    cells[at % len(cells)].add_paragraph(text)


def nested(word: Any, at: int, text: str) -> None:
    cells = [cell for table in word.tables[1:] for row in table.rows for cell in row.cells if cell.text.strip()]
    inner = cells[at % len(cells)].add_table(rows=1, cols=1)
    inner.cell(0, 0).text = text
    cells[at % len(cells)].add_paragraph()


def in_body(word: Any, at: int, text: str) -> None:
    begun = next(n for n, one in enumerate(word.paragraphs) if one.text.startswith("Điều 1"))
    places = word.paragraphs[begun + 1 :]
    places[at % len(places)].insert_paragraph_before(text)


def in_box(word: Any, at: int, text: str) -> None:
    begun = next(n for n, one in enumerate(word.paragraphs) if one.text.startswith("Điều 1"))
    places = word.paragraphs[begun:]
    places[at % len(places)]._p.append(parse_xml(_BOX.format(text=text)))


def broken(word: Any, at: int, text: str) -> None:
    # Not in a heading composed of an objective: of what both say, the dossier has it once and prints it twice.
    places = [
        one for one in word.paragraphs
        if one.text.startswith(("Điều ", "1. ", "- ")) and "Mục tiêu chất lượng số" not in one.text
    ]  # fmt: skip
    places[at % len(places)].add_run("\n" + text)


WAYS = (in_cell, nested, in_body, in_box, broken)


def written(word: Any) -> bytes:
    out = BytesIO()
    word.save(out)
    return out.getvalue()


@settings(max_examples=30, deadline=None, phases=[Phase.generate], suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_a_line_said_again_anywhere_is_kept_or_told_as_often(data: Any) -> None:
    base = data.draw(st.sampled_from(BASES))
    word = docx.Document(BytesIO(made(*base)))
    cells = [cell.text for table in word.tables[1:] for row in table.rows for cell in row.cells]
    lines = [
        line for text in [*cells, *(one.text for one in word.paragraphs)] for line in text.split("\n")
        if len(line.split()) >= _LEAST and not line.isupper()
        and not re.match(r"(?:Điều |Căn cứ|Phụ lục|\()", line, re.IGNORECASE)
    ]  # fmt: skip
    line = data.draw(st.sampled_from(sorted(set(lines))))
    ways = data.draw(st.lists(st.tuples(st.sampled_from(WAYS), st.integers(0, 500)), min_size=1, max_size=3))
    for way, at in ways:
        way(word, at, line)
    found = read_bytes([("van-ban.docx", written(word))])
    line = re.sub(r"^(?:[a-zđ]\)|\d+\.|[IVX]+\.)\s+", "", line)  # numbers are the program's
    assert times(found, line) >= times(again(*base), line) + len(ways)


def test_a_row_of_a_lifted_table_whose_unit_has_no_target_is_told() -> None:
    """The unit stands elsewhere in the table too: that it is named there does not account for this row."""
    word = docx.Document(BytesIO(made("bau-bang-2024", "quyet-dinh")))
    table = next(one for one in word.tables if "Mục tiêu đề ra" in [cell.text for cell in one.rows[0].cells])
    text = table.rows[-1].cells[3].text.split("\n")[0]
    for number, cell in enumerate(table.add_row().cells):
        cell.text = text if number == 3 else ""
    found = read_bytes([("van-ban.docx", written(word))])
    assert times(found, text) > times(again("bau-bang-2024", "quyet-dinh"), text)


@pytest.mark.parametrize("kind", ["first_page_header", "footer"])
def test_a_line_twice_in_a_running_head_is_kept_twice(kind: str) -> None:
    word = docx.Document(BytesIO(made("giong-rieng-2019", "quyet-dinh")))
    section = word.sections[0]
    section.different_first_page_header_footer = True
    part = getattr(section, kind)
    part.is_linked_to_previous = False
    for _ in range(2):
        part.add_paragraph("Tài liệu phục vụ kỳ họp")
    assert times(read_bytes([("van-ban.docx", written(word))]), "Tài liệu phục vụ kỳ họp") == 2


def test_a_drawing_that_cannot_be_read_is_told() -> None:
    word = docx.Document(BytesIO(made("giong-rieng-2019", "quyet-dinh")))
    in_box(word, 3, "Chữ trong một hình không đọc được")
    shape = next(one for one in word.element.iter() if one.tag.endswith("}shape"))
    del shape.attrib["style"], shape.attrib["type"]
    (told,) = read_bytes([("van-ban.docx", written(word))]).unheld
    assert told.startswith("van-ban.docx, khung văn bản ở đoạn ")
