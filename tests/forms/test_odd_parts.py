"""Forms whose file is laid out as few programs do: parts found by what points at them, and none of them lost."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.docx.word.package import DOCUMENT, Package, Relationship
from generator.drafting import draft_form
from generator.opc import WORD
from generator.opc import Package as Plain
from generator.service.forms.checking import FormOptions, check_forms
from generator.service.issuing import issue
from generator.service.opening import open_dossier
from generator.service.reviewing import review
from tests.docx.docx_samples import paragraph, template
from tests.drafting.making import printed
from tests.forms.form_pieces import NAMES, note, p
from tests.forms.form_pieces import made as form_of
from tests.forms.test_forms import DECISION, WHOLE, dossier, made

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT = rb"http://purl.oclc.org/ooxml/\1/"
_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def _named(*pairs: tuple[str, str]) -> Callable[[Plain], None]:
    def change(package: Plain) -> None:
        for part, name in pairs:
            package.rename(part, name)

    return change


def _decoy(package: Plain) -> None:
    package.rename(DOCUMENT, "word/main.xml")
    package.add(DOCUMENT, f"<w:document {NAMES}><w:body>{p('chữ khác')}</w:body></w:document>".encode(), "text/xml")


def _glossary(package: Plain) -> None:
    body = f"<w:docPart><w:docPartBody>{p('mẫu chữ lưu sẵn')}</w:docPartBody></w:docPart>"
    xml = f"<w:glossaryDocument {NAMES}><w:docParts>{body}</w:docParts></w:glossaryDocument>"
    package.add("word/glossary/document.xml", xml.encode(), f"{_WML}.document.glossary+xml")
    package.relate(DOCUMENT, Relationship(f"{_OFFICE}/glossaryDocument", "word/glossary/document.xml"))


def _backwards(package: Plain) -> None:
    package.parts = {
        name if name.startswith("[") or name == "_rels/.rels" else name.replace("/", "\\"): data
        for name, data in package.parts.items()
    }


def _in_capitals(package: Plain) -> None:
    package.parts = {name.replace("word/", "Word/"): data for name, data in package.parts.items()}


def _in_utf_16(package: Plain) -> None:
    package.parts[DOCUMENT] = package.parts[DOCUMENT].decode().replace("UTF-8", "UTF-16").encode("utf-16")


def _without_styles(package: Plain) -> None:
    del package.parts["word/styles.xml"]
    arrows = package.parts["word/_rels/document.xml.rels"].decode()
    package.parts["word/_rels/document.xml.rels"] = re.sub(r"<Relationship [^>]*styles.xml[^>]*>", "", arrows).encode()


def _strict(package: Plain) -> None:
    for name, data in package.parts.items():
        if name != "[Content_Types].xml":
            package.parts[name] = re.sub(rb"http://schemas.openxmlformats.org/(\w+)/2006/", _STRICT, data)
    package.parts[DOCUMENT] = package.parts[DOCUMENT].replace(b'w:w="11906"', b'w:w="595.3pt"')


LAID_OUT: dict[str, Callable[[Plain], None]] = {
    "another main part": _named((DOCUMENT, "word/document2.xml")),
    "another folder": _named((DOCUMENT, "van-ban/chinh.xml"), ("word/styles.xml", "kieu/cac kieu.xml")),
    "another part of the usual name": _decoy,
    "building blocks": _glossary,
    "everything elsewhere": _named(
        (DOCUMENT, "a.xml"), ("word/styles.xml", "b.xml"), ("word/header1.xml", "x/dau-trang.xml")
    ),
    "a part without an ending": _named(("word/header1.xml", "word/dau-trang")),
    "names of another system": _backwards,
    "names in other capitals": _in_capitals,
    "another coding of letters": _in_utf_16,
    "no styles": _without_styles,
    "Word's strict variant": _strict,
}


def _form(name: str, *lines: str) -> bytes:
    package = Plain.open(template("".join(map(paragraph, lines)), header=paragraph("Đầu trang {{ so_ky_hieu }}")), WORD)
    LAID_OUT[name](package)
    return package.to_bytes()


@pytest.mark.parametrize("name", LAID_OUT)
def test_it_is_checked_and_printed_as_any_other(name: str, tmp_path: Path) -> None:
    folder = dossier(tmp_path / "d", {"qd.docx": WHOLE}, {}, DECISION)
    usual = made(folder)
    (folder / "mau" / "qd.docx").write_bytes(_form(name, *WHOLE))
    assert made(folder) == usual
    (one,) = issue(review(open_dossier(folder)), formats=("docx", "pdf"))
    parts = Package.read(one.docx).parts
    assert any("Đầu trang" in data.decode() for part, data in parts.items() if "dau-trang" in part or "header" in part)
    if name == "building blocks":
        assert "mẫu chữ lưu sẵn" in parts["word/glossary/document.xml"].decode()
    (checked,) = check_forms([folder / "mau" / "qd.docx"], FormOptions("quyết định", decree=False))
    assert not checked.problems
    assert {one.rule for one in checked.findings} <= {"M22", "M25"}


@pytest.mark.parametrize("name", LAID_OUT)
def test_what_is_wrong_is_told_with_its_place(name: str, tmp_path: Path) -> None:
    file = tmp_path / "qd.docx"
    file.write_bytes(_form(name, *WHOLE, "{{ ho_tenn }}"))
    (checked,) = check_forms([file], FormOptions("quyết định", pdf=False))
    (told,) = [one for one in checked.findings if one.rule == "M01"]
    assert told.place == f"thân văn bản, đoạn {len(WHOLE) + 1}"
    assert told.spot is not None
    assert told.spot.part in Plain.open(checked.docx, WORD).parts


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_a_note_is_filled_and_kept(kind: str, tmp_path: Path) -> None:
    body, change = note(kind, "Người ký: {{ ho_ten }}, trích yếu {{r trich_yeu }}")
    folder = dossier(tmp_path / "d", {}, {}, DECISION)
    (folder / "mau" / "qd.docx").write_bytes(form_of(("".join(map(paragraph, WHOLE)) + body, change)))
    (one,) = issue(review(open_dossier(folder)), formats=("docx",))
    assert "Người ký: " in Package.read(one.docx).parts[f"word/{kind}s.xml"].decode()
    assert "Đinh Quốc Thái" in Package.read(one.docx).parts[f"word/{kind}s.xml"].decode()
    (checked,) = check_forms([folder / "mau" / "qd.docx"], FormOptions("quyết định", decree=False))
    assert {one.rule for one in checked.findings} <= {"M22", "M25"}


def test_a_document_laid_out_so_becomes_a_form() -> None:
    old = Plain.open(printed(("thuong-lo-2024", "quyet-dinh")), WORD)
    usual = Package.read(draft_form(old.to_bytes(), "quyết định", "quyet-dinh").docx).parts[DOCUMENT]
    LAID_OUT["another folder"](old)
    assert Package.read(draft_form(old.to_bytes(), "quyết định", "quyet-dinh").docx).parts[DOCUMENT] == usual
