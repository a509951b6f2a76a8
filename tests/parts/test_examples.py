"""What is read out of every example document is what was composed into it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.dossier import load_dossier
from generator.judgement.judging import read_document
from generator.law.paragraphs import Role
from generator.layout import read
from generator.parts import Part, Sure, read_parts
from generator.render import RenderedDocument
from generator.resources import example_folders
from generator.wording.characters import fold

ALIKE: dict[Part, tuple[Role, ...]] = {
    Part.PARENT: ("parent",),
    Part.NUMBER: ("number",),
    Part.AUTHORITY: ("authority",),
    Part.BASIS: ("basis", "proposal"),
    Part.RECIPIENT: ("recipient",),
}
"""Parts that are, letter by letter, what was composed in these roles."""
_TEXT_THAT_OPENS_AS_A_BASIS = {"giay-nghi-phep"}  # Mẫu 1.10: «Xét Đơn đề nghị nghỉ phép …»


@pytest.mark.parametrize("folder", example_folders(), ids=lambda folder: folder.name)
def test_the_parts_of_an_example_are_those_composed(folder: Path, examples: dict[str, RenderedDocument]) -> None:
    dossier = load_dossier(folder)
    for document in dossier.documents:
        reading = read_document(dossier, document)
        parts = read_parts(read(examples[f"{folder.name}/{reading.name}"].docx))
        for part, roles in ALIKE.items():
            if part is Part.BASIS and reading.name in _TEXT_THAT_OPENS_AS_A_BASIS:
                continue
            composed = [fold(text.text) for text in reading.of(*roles)]
            assert [fold(found.text) for found in parts.of(part)] == composed, (reading.name, part)
        heads = (Part.NATIONAL, Part.MOTTO, Part.ISSUER, Part.NUMBER)
        assert all(found.sure is Sure.SURE for found in parts.of(*heads)), reading.name
        assert {found.part for found in parts.of(*heads)} == set(heads), reading.name
        assert parts.first(Part.SIGN_AUTHORITY) is not None, reading.name


def test_rules_are_found_under_what_they_underline(examples: dict[str, RenderedDocument]) -> None:
    for name, made in examples.items():
        parts = read_parts(read(made.docx))
        if parts.kind == "annex":
            continue
        for part in (Part.MOTTO, Part.ISSUER):
            found = parts.first(part)
            assert found is not None, name
            assert [drawn.centred for drawn in found.rules] == [True], (name, part)


def test_an_annex_in_a_file_of_its_own_is_read_as_one(examples: dict[str, RenderedDocument]) -> None:
    alone = [read_parts(read(made.docx)) for name, made in examples.items() if "-phu-luc-" in name]
    assert alone
    for parts in alone:
        assert (parts.kind, parts.body) == ("annex", [])
        assert {found.part for found in parts.components} <= {Part.E_SIGNATURE}
        assert [annex.attached for annex in parts.annexes] == [False]
        assert parts.annexes[0].first(Part.ANNEX_TITLE) is not None
