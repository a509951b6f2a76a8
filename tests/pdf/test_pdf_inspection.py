"""What is counted of a finished PDF: as pypdf counts it, and by pypdf where the file is not as Typst writes."""

from __future__ import annotations

import re

import pytest

from generator.errors import ConversionError
from generator.pdf import convert
from generator.pdf.finishing import any_pdf
from generator.pdf.finishing.inspection import inspect
from generator.pdf.finishing.plain import NotPlainError, PlainPdf
from generator.render import RenderedDocument
from tests.layout.word_maker import make, para, run


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return convert(make(para(run("đậm", "<w:b/>")) + para("chữ " * 900)), bundled_fonts=True).pdf


def test_pages_and_fonts_of_all_examples_are_those_that_pypdf_finds(examples: dict[str, RenderedDocument]) -> None:
    for document in examples.values():
        assert document.pdf is not None
        data = document.pdf.pdf
        PlainPdf.read(data).check_table()
        found = inspect(data, "Typst", strict=True)
        assert (found.pages, found.fonts, found.producer) == any_pdf.read(data, strict=True)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (rb"/Count \d+", rb"/Count 9"),
        (rb"/Kids\[\d+ 0 R", rb"/Kids[      "),
        (rb"/Type/Page/", rb"/Type/Pfft/"),
        (rb"/BaseFont/", rb"/BaseFnot/"),
        (rb"/Encoding/Identity-H", rb"/Encoding/Identity#2D"),
        (rb"\n5 0 obj", rb"\n6 0 obj"),
        (rb"\ntrailer", rb"\ntriiler"),
        (rb"/Root ", rb"/Roof "),
    ],
)
def test_a_file_changed_in_one_place_is_not_taken_as_typst_wrote_it(pdf: bytes, old: bytes, new: bytes) -> None:
    changed = re.sub(old, new, pdf, count=1)
    assert changed != pdf
    try:
        expected = any_pdf.read(changed, strict=True)
    except any_pdf.UnreadableError:
        with pytest.raises(ConversionError):
            inspect(changed, "Typst", strict=True)
    else:
        found = inspect(changed, "Typst", strict=True)
        assert (found.pages, found.fonts, found.producer) == expected


def test_a_table_that_names_a_wrong_place_is_seen(pdf: bytes) -> None:
    file = PlainPdf.read(pdf)
    line = pdf[file.first + 60 : file.first + 70]
    moved = pdf[: file.first + 60] + b"%010d" % (int(line) + 1) + pdf[file.first + 70 :]
    with pytest.raises(NotPlainError):
        PlainPdf.read(moved).check_table()
