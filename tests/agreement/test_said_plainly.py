"""What LibreOffice is told in other words means the same, and a file without it goes to it byte for byte."""

from __future__ import annotations

import io
import zipfile

import pytest

from tests.agreement.extraction import pages_of
from tests.agreement.said_plainly import said_plainly
from tests.layout.word_maker import SETTINGS, make, para, run, table
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


def test_a_symbol_is_one_of_its_font() -> None:
    assert 'w:char="F0DA"' in _body(make(para('<w:r><w:sym w:font="Symbol" w:char="00DA"/></w:r>')))
    plain = make(para('<w:r><w:sym w:font="Symbol" w:char="25CF"/></w:r>'))
    assert said_plainly(plain) == plain


def test_what_the_web_hides_is_printed() -> None:
    marks = ('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    hidden = run("81", "<w:webHidden/>")
    assert _body(make(para(hidden.join(marks) + hidden))).count("webHidden") == 1


def test_a_letter_with_its_mark_apart_is_one_letter(soffice: str) -> None:
    from tests.agreement.references import libreoffice_pdfs

    pdf = libreoffice_pdfs(soffice, {"a": make(para("Tie\u0302\u0301ng Vie\u0323\u0302t"))})["a"]
    assert [line.text for line in pages_of(pdf)[0]] == ["TiếngViệt"]


_NOTES = {
    "endnotes": '<w:endnote w:id="2"><w:p><w:r><w:endnoteRef/></w:r>'
    '<w:r><w:t xml:space="preserve"> Chú thích</w:t></w:r></w:p></w:endnote>'
}


@pytest.mark.parametrize(("said", "label"), [("", "i"), ('<w:numFmt w:val="decimal"/>', "1")])
def test_endnotes_stand_behind_the_text(soffice: str, said: str, label: str) -> None:
    from tests.agreement.references import libreoffice_pdfs

    settings = SETTINGS + f"<w:endnotePr>{said}</w:endnotePr>"
    docx = make(para(run("Xã") + '<w:r><w:endnoteReference w:id="2"/></w:r>'), settings=settings, notes=_NOTES)
    pages = pages_of(libreoffice_pdfs(soffice, {"a": docx})["a"])
    assert [[line.text for line in page] for page in pages] == [[f"Xã{label}", f"{label}Chúthích"]]


@pytest.mark.parametrize("said", ['<w:numFmt w:val="chicago"/>', '<w:pos w:val="sectEnd"/>', '<w:numStart w:val="3"/>'])
def test_endnotes_numbered_or_placed_otherwise_go_as_they_are(said: str) -> None:
    settings = SETTINGS + f"<w:endnotePr>{said}</w:endnotePr>"
    docx = make(para(run("Xã") + '<w:r><w:endnoteReference w:id="2"/></w:r>'), settings=settings, notes=_NOTES)
    assert said_plainly(docx) == docx
