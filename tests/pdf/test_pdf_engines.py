"""Which engine draws: Typst where it can, LibreOffice for the rest when asked, and the result says which and why."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.errors import ConversionError
from generator.fonts import FOLDER
from generator.pdf import OfficePool, convert
from generator.pdf.office import libreoffice
from tests.layout.word_maker import make, para, run
from tests.pdf.fake_office import FakeOffice

FORMULA = make(para("chữ") + para("<w:r/><m:oMath><m:phant><m:e><m:r><m:t>x</m:t></m:r></m:e></m:phant></m:oMath>"))


@pytest.fixture
def office(tmp_path: Path) -> FakeOffice:
    return FakeOffice(tmp_path)


def test_what_typst_can_draw_never_reaches_libreoffice() -> None:
    with OfficePool("/khong/co") as pool:
        result = convert(make(para("chữ")), engine="auto", office=pool, bundled_fonts=True)
    assert (result.engine, result.standards, result.notes) == ("typst", ("PDF/A-2a", "PDF/UA-1"), ())


def test_what_typst_cannot_draw_goes_to_libreoffice_and_is_named(office: FakeOffice) -> None:
    office.behave("works")
    with OfficePool(office.program) as pool:
        result = convert(FORMULA, engine="auto", office=pool)
    assert result.engine == "libreoffice"
    (note,) = result.notes
    assert "công thức toán có chỗ giữ trống ở đoạn 2" in note
    assert note.endswith("vẽ thay")


def test_a_character_without_glyph_goes_to_libreoffice_too(office: FakeOffice) -> None:
    office.behave("works")
    with OfficePool(office.program) as pool:
        result = convert(make(para("Đã xong \u65e5")), engine="auto", office=pool, bundled_fonts=True)
    assert "U+65E5" in result.notes[0]


def test_typst_alone_refuses_what_it_cannot_draw(office: FakeOffice) -> None:
    office.behave("works")
    with OfficePool(office.program) as pool, pytest.raises(ConversionError, match="công thức toán"):
        convert(FORMULA, engine="typst", office=pool)


def test_without_libreoffice_the_constructs_are_listed_and_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "find_program", lambda: None)
    with pytest.raises(ConversionError) as caught:
        convert(FORMULA, engine="auto")
    assert caught.value.exit_code == 5
    assert "công thức toán có chỗ giữ trống ở đoạn 2" in str(caught.value)
    assert "cài LibreOffice" in str(caught.value)


def test_when_both_engines_fail_both_say_why(office: FakeOffice) -> None:
    office.behave("crashes")
    with OfficePool(office.program) as pool, pytest.raises(ConversionError) as caught:
        convert(FORMULA, engine="auto", office=pool)
    assert "công thức toán" in str(caught.value)
    assert "bị dừng giữa chừng" in str(caught.value)


def test_a_file_that_is_no_docx_is_never_handed_on(office: FakeOffice) -> None:
    with OfficePool(office.program) as pool, pytest.raises(ConversionError):
        convert(b"PK\x03\x04 broken", engine="auto", office=pool)
    assert not Path(office.program).exists()


@pytest.mark.usefixtures("libreoffice")
def test_libreoffice_tells_its_fonts_and_the_documents_particulars() -> None:
    from tests.pdf.test_pdf_finishing import particulars, said

    text = para(run("chữ", '<w:rFonts w:ascii="Khong Co Phong Nay" w:hAnsi="Khong Co Phong Nay"/>'))
    result = convert(said({"Số": "59"}, body=text), engine="libreoffice")
    assert result.standards == ("PDF/A-2b",)
    assert result.fonts_asked == ("Khong Co Phong Nay",)
    assert result.fonts_embedded
    assert result.fonts_missing == (("Khong Co Phong Nay", ""),)
    assert particulars(result.pdf) == {"so": "59"}


def test_typst_tells_the_typeface_drawn_for_one_that_is_missing() -> None:
    text = para(run("chữ", '<w:rFonts w:ascii="Khong Co Phong Nay" w:hAnsi="Khong Co Phong Nay"/>'))
    ((asked, drawn),) = convert(make(text), bundled_fonts=True).fonts_missing
    assert asked == "Khong Co Phong Nay"
    assert drawn == "Liberation Serif"
    assert convert(make(para("chữ")), bundled_fonts=True).fonts_missing == ()


def test_copies_of_the_machines_fonts_are_gone_when_the_program_ends(tmp_path: Path) -> None:
    font = tmp_path / "khac.ttf"
    shutil.copyfile(FOLDER / "LiberationSerif-Regular.ttf", font)
    copies = tmp_path / "tam"
    copies.mkdir()
    program = (
        "import os, sys; from generator.pdf.measuring.typefaces import Typeface, font_book;"
        "font_book([Typeface('Khac', files={(False, False): (sys.argv[1], 0)})]); print(len(os.listdir(sys.argv[2])))"
    )
    during = subprocess.run(
        [sys.executable, "-c", program, font, copies],
        env={**os.environ, "TMPDIR": str(copies)},
        check=True,
        capture_output=True,
        text=True,
    )
    assert during.stdout.strip() == "1"
    assert not list(copies.iterdir())
