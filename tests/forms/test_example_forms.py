"""The examples of offices' own forms: made as accepted, every other part of the form as it was."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import pytest

from generator.docx.word.package import DOCUMENT, Package
from generator.resources import DATA
from generator.service import RenderedDocument, issue, open_dossier, review
from generator.service.workbooks import export_workbook
from tests.conftest import validation_errors
from tests.pages import positioned_lines

FOLDER = DATA / "_mau-rieng"
GOLDENS = Path(__file__).parent / "goldens"
NAMES = [f"{file.parent.parent.name}/{file.stem}" for file in sorted(FOLDER.glob("*/van-ban/*.yaml"))]
# What a document says of itself, and what belongs to it alone.
_OURS = {DOCUMENT, "docProps/core.xml", "docProps/custom.xml", "[Content_Types].xml", "_rels/.rels"}


@cache
def made(dossier: str) -> dict[str, RenderedDocument]:
    judged = review(open_dossier(FOLDER / dossier))
    return {one.name: one for one in issue(judged, bundled_fonts=True)}


def one(name: str) -> RenderedDocument:
    dossier, _, document = name.partition("/")
    return made(dossier)[document]


@pytest.mark.parametrize("name", NAMES)
def test_its_pages_are_as_accepted(name: str) -> None:
    pdf = one(name).pdf
    assert pdf is not None
    golden = GOLDENS / f"{name.replace('/', '--')}.txt"
    lines = "\n".join(positioned_lines(pdf.pdf)) + "\n"
    if os.environ.get("VANTHU_UPDATE_GOLDENS"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(lines, encoding="utf-8")
    assert lines == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_what_the_form_brings_stays(name: str) -> None:
    after = Package.read(one(name).docx)
    form = after.parts["docProps/custom.xml"].decode().partition('name="Mẫu Word"')[2]
    (file,) = [file for file in (FOLDER / name).parent.glob("mau/*.docx") if file.name in form]
    before = Package.read(file.read_bytes())
    tags = {part for part in before.parts if b"{{" in before.parts[part]}
    changed = {part for part in before.parts if after.parts.get(part) != before.parts[part]}
    assert changed <= tags | _OURS


@pytest.mark.parametrize("name", NAMES)
def test_no_program_finds_more_wrong_with_it_than_with_the_form(
    name: str, ooxml_validator: Path, tmp_path: Path
) -> None:
    file = tmp_path / "van-ban.docx"
    file.write_bytes(one(name).docx)
    assert validation_errors(ooxml_validator, file) == []


def test_a_workbook_names_forms_and_holds_their_fields(tmp_path: Path) -> None:
    folder = tmp_path / "so"
    folder.mkdir()
    export_workbook(FOLDER / "khe-tre-2026", folder / "so.xlsx")
    again = open_dossier(folder / "so.xlsx").dossier
    assert again.documents == open_dossier(FOLDER / "khe-tre-2026").dossier.documents
