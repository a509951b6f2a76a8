"""What LibreOffice is told in other words means the same, and a file without it goes to it byte for byte."""

from __future__ import annotations

import io
import zipfile

import pytest

from tests.agreement.extraction import pages_of
from tests.agreement.said_plainly import said_plainly
from tests.layout.word_maker import make, para, run, table
from tests.layout.word_maker import row as table_row


def _body(docx: bytes) -> str:
    return zipfile.ZipFile(io.BytesIO(said_plainly(docx))).read("word/document.xml").decode()


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        (("Kính gửi ${Ten},${Noi} x",), ("Kính gửi #{Ten{,#{Noi} x",)),
        (("a ${Te", "n}$", "{Noi}"), ("a #{Te", "n{#", "{Noi}")),
        (("{#ds}{ten}{/ds}",), ("{#ds{{ten{{;ds}",)),
        (("{{ten}} và {{noi}}.",), ("{{ten{} và {{noi{{.",)),
    ],
)
def test_places_to_fill_in_hold_together(texts: tuple[str, ...], told: tuple[str, ...]) -> None:
    assert _body(make(para("".join(map(run, told))))) in _body(make(para("".join(map(run, texts)))))


@pytest.mark.parametrize("text", ["giá 5 $ một cái", "520/QĐ-UBND", "a} b", "f(x) = {1; 2}"])
def test_other_text_goes_as_it_is(text: str) -> None:
    docx = make(para(run(text)))
    assert said_plainly(docx) == docx


def test_a_cell_is_a_hair_wider() -> None:
    body = _body(make(para("ngoài") + table([3000], table_row("trong"))))
    assert body.count('<w:ind w:right="-3"/>') == 1
    assert body.index('w:right="-3"') > body.index("<w:tc>")


def test_a_space_is_as_wide_as_the_room_added_makes_it() -> None:
    closer, size = '<w:spacing w:val="-17"/>', '<w:sz w:val="26"/>'
    told = _body(make(para(run("Nước") + run(" ", closer + size) + run("sản"))))
    assert run(" ", '<w:w w:val="74"/>' + size) in told  # 3.25 points less 0.85
    together = make(para(run("Nước", closer + size) + run(" ", closer + size) + run("sản")))
    assert said_plainly(together) == together


def test_a_table_is_as_wide_as_its_cells_or_as_it_says() -> None:
    widths = [
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{para("a b c")}</w:tc>' for width in (2000, 4000)
    ]
    assert '<w:gridCol w:w="2000"/><w:gridCol w:w="4000"/>' in _body(make(table([3000, 3000], table_row(*widths))))
    laid_out = make(table([2000, 4000], table_row(*widths)))
    assert said_plainly(laid_out) == laid_out
    wide = table([2000, 4000], table_row(*widths)).replace('w:w="6000" w:type="dxa"', 'w:w="5500" w:type="pct"')
    assert f'<w:tblW w:w="{round(9071 * 1.1)}" w:type="dxa"/>' in _body(make(wide))


def test_a_letter_with_its_mark_apart_is_one_letter(soffice: str) -> None:
    from tests.agreement.references import libreoffice_pdfs

    pdf = libreoffice_pdfs(soffice, {"a": make(para("Tie\u0302\u0301ng Vie\u0323\u0302t"))})["a"]
    assert [line.text for line in pages_of(pdf)[0]] == ["TiếngViệt"]
