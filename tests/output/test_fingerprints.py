"""A file knows whether anyone changed it: each kind we write, against each way of changing it."""

from __future__ import annotations

import io
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pypdf
import pytest
from openpyxl import load_workbook

from generator.content import TracedFigure
from generator.fingerprints import Mark, examine, unmarked_png
from generator.pdf import convert, pictures
from generator.render import RenderedDocument
from generator.tracing import trace_sheet
from tests.conftest import validation_errors

NAME = "giong-rieng-2019/quyet-dinh"


@pytest.fixture(scope="module")
def sheet() -> bytes:
    return trace_sheet(
        [TracedFigure(text="98,5%", where="Điều 1", formula="a / b", sources=("ket-qua.yaml",))], "Báo cáo"
    )


def packed(data: bytes, change: Callable[[dict[str, bytes]], None], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    change(parts)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as new:
        for name, content in parts.items():
            new.writestr(name, content)
    return buffer.getvalue()


def by_python_docx(data: bytes) -> bytes:
    edited = docx.Document(io.BytesIO(data))
    edited.paragraphs[0].add_run("thêm")
    buffer = io.BytesIO()
    edited.save(buffer)
    return buffer.getvalue()


def by_openpyxl(data: bytes) -> bytes:
    book = load_workbook(io.BytesIO(data))
    book.active["A9"] = "ghi thêm"
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def by_pypdf(data: bytes, *, incremental: bool = False) -> bytes:
    source = io.BytesIO(data)
    writer = pypdf.PdfWriter(source, incremental=True) if incremental else pypdf.PdfWriter(source, full=True)
    writer.pages[0].rotate(180)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def test_what_is_written_is_intact(examples: dict[str, RenderedDocument], sheet: bytes) -> None:
    for document in examples.values():
        assert document.pdf
        assert examine(document.docx) is examine(document.pdf.pdf) is Mark.INTACT
    assert examine(sheet) is Mark.INTACT


def test_a_docx_changed_by_any_program_is_broken(examples: dict[str, RenderedDocument]) -> None:
    data = examples[NAME].docx

    def sign(parts: dict[str, bytes]) -> None:
        parts["_xmlsignatures/origin.sigs"] = b""

    def edit(parts: dict[str, bytes]) -> None:
        parts["word/document.xml"] = parts["word/document.xml"].replace("Điều 1".encode(), "Điều 9".encode())

    def drop(parts: dict[str, bytes]) -> None:
        del parts["word/header2.xml"]

    def rename(parts: dict[str, bytes]) -> None:
        parts["word/header9.xml"] = parts.pop("word/header2.xml")

    def say(parts: dict[str, bytes]) -> None:
        parts["docProps/core.xml"] = parts["docProps/core.xml"].replace(b"2019", b"2020")

    for changed in (by_python_docx(data), *(packed(data, change) for change in (sign, edit, drop, rename, say))):
        assert examine(changed) is Mark.BROKEN


def test_the_same_parts_packed_otherwise_are_the_same_document(examples: dict[str, RenderedDocument]) -> None:
    data = examples[NAME].docx
    again = packed(data, lambda parts: None, zipfile.ZIP_STORED)
    assert again != data
    assert examine(again) is Mark.INTACT


def test_a_docx_saved_by_libreoffice_is_broken(
    examples: dict[str, RenderedDocument], soffice: str, tmp_path: Path
) -> None:
    # Without a user's name it keeps lastModifiedBy, by which alone edited files used to be known.
    (tmp_path / "a.docx").write_bytes(examples[NAME].docx)
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    command = [soffice, profile, "--headless", "--convert-to", "docx", "--outdir", tmp_path / "ra", tmp_path / "a.docx"]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    assert examine((tmp_path / "ra" / "a.docx").read_bytes()) is Mark.BROKEN


def test_a_pdf_changed_by_any_program_is_broken(examples: dict[str, RenderedDocument]) -> None:
    result = examples[NAME].pdf
    assert result
    data = result.pdf
    signed = data + b"\n9 0 obj <</Type/Sig /ByteRange [0 1 2 3]>> endobj"
    stamped = bytearray(data)
    stamped[len(data) // 2] ^= 1
    for changed in (signed, bytes(stamped), by_pypdf(data), by_pypdf(data, incremental=True), data + data):
        assert examine(changed) is Mark.BROKEN


def test_a_pdf_of_libreoffice_carries_its_fingerprint_too(examples: dict[str, RenderedDocument], soffice: str) -> None:
    made = convert(examples[NAME].docx, engine="libreoffice").pdf
    assert examine(made) is Mark.INTACT
    assert examine(by_pypdf(made, incremental=True)) is Mark.BROKEN


def test_a_sheet_of_figures_changed_is_broken(sheet: bytes) -> None:
    # openpyxl keeps what it knows of the core properties, the identifier among it.
    assert examine(by_openpyxl(sheet)) is Mark.BROKEN
    load_workbook(io.BytesIO(sheet))


def test_pictures_carry_it_and_show_the_same(examples: dict[str, RenderedDocument]) -> None:
    for page in pictures(examples[NAME].docx, 36):
        assert examine(page) is Mark.INTACT
        plain = unmarked_png(page)
        assert examine(plain) is Mark.ABSENT
        assert unmarked_png(plain) == plain
        middle = len(page) // 2
        assert examine(page[:middle] + b"\0" + page[middle + 1 :]) is Mark.BROKEN
        assert examine(page + b"\0") is Mark.BROKEN


def test_word_accepts_it_and_shows_no_property_more(
    examples: dict[str, RenderedDocument], ooxml_validator: Path, tmp_path: Path, sheet: bytes
) -> None:
    (tmp_path / "a.docx").write_bytes(examples[NAME].docx)
    (tmp_path / "a.xlsx").write_bytes(sheet)
    assert validation_errors(ooxml_validator, tmp_path / "a.docx") == []
    # openpyxl orders the colours of its styles as it likes, with the fingerprint or without
    assert not [error for error in validation_errors(ooxml_validator, tmp_path / "a.xlsx") if "styles.xml" not in error]
    with zipfile.ZipFile(tmp_path / "a.docx") as package:
        assert not [name for name in package.namelist() if b"sha256" in package.read(name) and "core" not in name]


@pytest.mark.parametrize("data", [b"", b"PK", b"PK\x03\x04", b"%PDF-", b"\x89PNG\r\n\x1a\n", b"vanthu:sha256:"])
def test_what_is_no_file_of_ours_carries_none(data: bytes) -> None:
    assert examine(data) is Mark.ABSENT


def test_other_programs_still_open_the_pdf(examples: dict[str, RenderedDocument], tmp_path: Path) -> None:
    result = examples[NAME].pdf
    assert result
    (tmp_path / "a.pdf").write_bytes(result.pdf)
    assert len(pypdf.PdfReader(tmp_path / "a.pdf", strict=True).pages) == result.pages
