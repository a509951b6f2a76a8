"""Bookmarks of a document that becomes a form, and the fields and links that go to them."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from generator.docx.word.ooxml import parse, w
from generator.docx.word.package import DOCUMENT, Package
from generator.drafting import Said, draft_form
from generator.service.forms.checking import FormOptions, check_forms
from tests.conftest import validation_errors
from tests.drafting.making import Known, printed
from tests.layout.word_maker import PORTRAIT, make, para, run, section
from tests.parts.heads import CLOSING, LAYOUTS, NUMBER, REST

OTHER: Known = ("thuong-lo-2024", "quyet-dinh")
_HEAD = next(iter(LAYOUTS.values()))()
START, END = '<w:bookmarkStart w:id="7" w:name="{}"/>', '<w:bookmarkEnd w:id="7"/>'


def field(code: str, result: str) -> str:
    """A field of Word's in several runs."""
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    instruction = f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
    return mark.format("begin") + instruction + mark.format("separate") + run(result) + mark.format("end")


def simple(code: str, result: str) -> str:
    return f'<w:fldSimple w:instr=" {code} ">{run(result)}</w:fldSimple>'


def link(name: str, result: str) -> str:
    return f'<w:hyperlink w:anchor="{name}">{run(result)}</w:hyperlink>'


WAYS = {
    "a field": lambda name: field(f"REF {name} \\h", "cũ"),
    "a field of one element": lambda name: simple(f"PAGEREF {name}", "cũ"),
    "small letters": lambda name: field(f"ref {name}", "cũ"),
    "a link": lambda name: link(name, "cũ"),
    "a link by a field": lambda name: field(f'HYPERLINK \\l "{name}"', "cũ"),
    "one in another": lambda name: field("IF 1 = 1 ", "").replace(run(""), field(f"REF {name}", "cũ")),
}


def _document(header: str, body: str) -> bytes:
    sect = section('<w:headerReference w:type="default" r:id="header1"/>' + PORTRAIT)
    return make(body, headers={"header1": para(header)}, sect=sect)


def _marked(text: str, name: str) -> str:
    """The whole document with a bookmark around the words."""
    whole = _HEAD + REST + CLOSING
    at = whole.index(f"{text}</w:t>")
    start = whole.rindex("<w:r>", 0, at)
    end = whole.index("</w:r>", at) + len("</w:r>")
    return whole[:start] + START.format(name) + whole[start:end] + END + whole[end:]


def _said(docx: bytes) -> tuple[etree._Element, etree._Element]:
    package = Package.read(docx)
    header = next(name for name in package.parts if name.startswith("word/header") and name.endswith(".xml"))
    return parse(package.parts[DOCUMENT]), parse(package.parts[header])


@pytest.mark.parametrize("way", WAYS)
def test_a_bookmark_whose_words_stay_is_kept_with_what_goes_to_it(way: str, tmp_path: Path) -> None:
    draft = draft_form(_document(WAYS[way]("SoVanBan"), _marked(NUMBER, "SoVanBan")), "quyết định", "quyet-dinh")
    body, header = _said(draft.docx)
    (mark,) = body.iter(w("bookmarkStart"))
    assert mark.get(w("name")) == "SoVanBan"
    paragraph = next(mark.iterancestors(w("p")))
    assert [item.tag for item in paragraph][-3:] == [w("bookmarkStart"), w("r"), w("bookmarkEnd")]
    assert "{{ so_ky_hieu }}" in "".join(item.text or "" for item in paragraph.iter(w("t")))
    assert "SoVanBan" in etree.tostring(header, encoding="unicode")
    file = tmp_path / "mau.docx"
    file.write_bytes(draft.docx)
    made = printed(OTHER, file)
    assert "59/QĐ-UBND" in "".join(item.text or "" for item in _said(made)[0].iter(w("t")))


@pytest.mark.parametrize("way", WAYS)
def test_what_goes_to_words_that_give_way_becomes_its_text_and_is_told(way: str, tmp_path: Path) -> None:
    given = _document(WAYS[way]("Dieu"), _marked("Điều 2.", "Dieu"))
    draft = draft_form(given, "quyết định", "quyet-dinh")
    body, header = _said(draft.docx)
    assert not list(body.iter(w("bookmarkStart"), w("bookmarkEnd")))
    assert "Dieu" not in etree.tostring(header, encoding="unicode")
    assert "".join(item.text or "" for item in header.iter(w("t"))) == "cũ"
    told = [note for note in draft.notes if note.said is Said.CHANGED and "tham chiếu" in note.what]
    assert [(note.words, bool(note.place)) for note in told] == [("cũ", True)]
    file = tmp_path / "mau.docx"
    file.write_bytes(draft.docx)
    (checked,) = check_forms([file], FormOptions("quyết định", pdf=False, decree=False))
    assert [one.what for one in checked.findings] == []


AMONG = {
    "around paragraphs": lambda: START.format("A") + _HEAD + END + REST + CLOSING,
    "over paragraphs": lambda: (_HEAD + REST + CLOSING).replace("<w:r>", START.format("A") + "<w:r>", 1) + END,
    "without an end": lambda: START.format("A") + _HEAD + REST + CLOSING,
    "without a start": lambda: _HEAD + REST + CLOSING + END,
    "that nothing goes to": lambda: _HEAD + START.format("_GoBack") + END + REST + CLOSING,
}  # fmt: skip


@pytest.mark.parametrize("name", AMONG)
def test_bookmarks_among_paragraphs_stand_in_no_tag_s_way(name: str, tmp_path: Path) -> None:
    draft = draft_form(_document(field("REF A", "cũ"), AMONG[name]()), "quyết định", "quyet-dinh")
    body, _ = _said(draft.docx)
    starts, ends = ([one.get(w("id"), "") for one in body.iter(w(tag))] for tag in ("bookmarkStart", "bookmarkEnd"))
    assert sorted(starts) == sorted(ends)
    assert not [one for one in body.iter(w("bookmarkStart")) if one.get(w("name")) == "_GoBack"]
    file = tmp_path / "mau.docx"
    file.write_bytes(draft.docx)
    assert printed(OTHER, file)


@pytest.mark.parametrize("name", ["around paragraphs", "over paragraphs"])
def test_microsofts_validator_finds_nothing_more_in_the_form(name: str, tmp_path: Path, ooxml_validator: Path) -> None:
    given = _document(field("REF A", "cũ"), AMONG[name]())
    files = tmp_path / "cu.docx", tmp_path / "mau.docx"
    files[0].write_bytes(given)
    files[1].write_bytes(draft_form(given, "quyết định", "quyet-dinh").docx)
    before, after = (validation_errors(ooxml_validator, file) for file in files)
    assert len(after) <= len(before)
