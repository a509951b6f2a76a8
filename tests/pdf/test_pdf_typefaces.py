"""Which typeface draws text that the machine has no font of, and how the result says it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from lxml import etree
from pypdf import PdfReader

from generator.fonts import FOLDER
from generator.layout.properties.font_table import read_stand_ins
from generator.layout.tree import TextFormat
from generator.pdf import convert
from generator.pdf.measuring import typefaces
from generator.pdf.measuring.typefaces import Faces
from generator.pdf.measuring.widths import text_width
from generator.pdf.office.fonts_asked import fonts_replaced
from generator.pdf.result import PdfResult
from tests.agreement.reading.extraction import pages_of
from tests.conftest import REQUIRE_ALL
from tests.layout.word_maker import NAMESPACES, make, para, run

FAMILIES = {
    "Carlito": "fonts-crosextra-carlito", "Caladea": "fonts-crosextra-caladea",
    "Liberation Sans": "fonts-liberation2", "Liberation Mono": "fonts-liberation2",
}  # fmt: skip


def need(family: str) -> None:
    """Skips where the machine lacks the family, fails where everything must run."""
    if typefaces._installed(family) is None:
        (pytest.fail if REQUIRE_ALL else pytest.skip)(f"{family} is not installed ({FAMILIES[family]})")


def need_not(family: str) -> None:
    if typefaces._installed(family) is not None:
        pytest.skip(f"this machine has {family} itself")


def _fonts(family: str) -> str:
    return f'<w:rFonts w:ascii="{family}" w:hAnsi="{family}"/>'


def drawn(family: str, text: str) -> PdfResult:
    return convert(make(para(run(text, _fonts(family)))))


@pytest.mark.parametrize(
    ("asked", "twin", "text"),
    [
        ("Calibri", "Carlito", "Ủy ban nhân dân xã"),
        ("Arial", "Liberation Sans", "Ủy ban nhân dân xã"),
        ("Courier New", "Liberation Mono", "Ủy ban nhân dân xã"),
        ("Cambria", "Caladea", "Quality objectives"),
    ],
)
def test_a_missing_typeface_is_drawn_by_one_of_the_same_widths_and_said_so(asked: str, twin: str, text: str) -> None:
    need(twin)
    need_not(asked)
    result = drawn(asked, text)
    assert result.fonts_equal == ((asked, twin),)
    assert result.fonts_missing == ()
    assert result.fonts_asked == (asked,)
    assert all(face.startswith(twin.replace(" ", "")) for face in result.fonts_embedded)


@pytest.mark.parametrize(
    ("asked", "twin"),
    [
        ("Arimo", "Liberation Sans"), ("ArialMT", "Liberation Sans"), ("Arial, sans-serif", "Liberation Sans"),
        ("ABCDEF+ArialMT", "Liberation Sans"), ("'Courier New'", "Liberation Mono"),
        ("TimesNewRomanPSMT", "Liberation Serif"),
    ],
)  # fmt: skip
def test_a_typeface_by_another_name_is_the_same(asked: str, twin: str) -> None:
    if twin != "Liberation Serif":
        need(twin)
    for other in (asked, "Arial", "Courier New", "Times New Roman"):
        need_not(other)
    result = drawn(asked, "Ủy ban")
    assert result.fonts_equal == ((asked, twin),)
    assert result.fonts_missing == ()


@pytest.mark.parametrize(
    ("asked", "near"),
    [
        ("Tahoma", "Liberation Sans"), ("Calibri Light", "Carlito"), ("Consolas", "Liberation Mono"),
        ("Arial-BoldMT", "Liberation Sans"), ("Lạ tai", "Liberation Serif"),
    ],
)  # fmt: skip
def test_a_missing_typeface_is_drawn_by_one_that_looks_like_it(asked: str, near: str) -> None:
    if near != "Liberation Serif":
        need(near)
    need_not(asked)
    result = drawn(asked, "Ủy ban")
    assert result.fonts_missing == ((asked, near),)
    assert result.fonts_equal == ()


@pytest.mark.parametrize(
    ("said", "near"),
    [
        ('<w:family w:val="swiss"/><w:pitch w:val="variable"/>', "Liberation Sans"),
        ('<w:family w:val="modern"/><w:pitch w:val="fixed"/>', "Liberation Mono"),
        ('<w:family w:val="roman"/><w:pitch w:val="variable"/>', "Liberation Serif"),
        ('<w:altName w:val="Calibri"/><w:family w:val="roman"/>', "Carlito"),
    ],
)
def test_the_file_says_of_what_kind_a_typeface_is(said: str, near: str) -> None:
    for family in ("Liberation Sans", "Liberation Mono", "Carlito"):
        need(family)
    found = read_stand_ins(etree.fromstring(f'<w:fonts {NAMESPACES}><w:font w:name="Lạ">{said}</w:font></w:fonts>'))
    assert Faces(False, stand_ins=found).face("Lạ").family == near
    assert Faces(False, stand_ins=found).face(".VnTime").family in ("Times New Roman", "Liberation Serif")


def test_a_twin_without_the_letters_of_the_text_is_not_mixed_with_another_typeface() -> None:
    need("Caladea")
    need_not("Cambria")
    result = drawn("Cambria", "Ủy ban nhân dân xã ☐")
    assert result.fonts_missing == (("Cambria", "Liberation Serif"),)
    assert result.fonts_equal == ()


def test_the_bundled_twin_is_named_and_leaves_nothing_missing() -> None:
    result = convert(make(para("chữ")), bundled_fonts=True)
    assert result.fonts_equal == (("Times New Roman", "Liberation Serif"),)
    assert result.fonts_missing == ()


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, object]]:
    """The families of an imagined machine, by name in small letters."""
    families: dict[str, object] = {}
    monkeypatch.setattr(typefaces, "_machine", lambda: families)
    for kept in (typefaces._installed, typefaces.typeface):
        kept.cache_clear()
    yield families
    for kept in (typefaces._installed, typefaces.typeface):
        kept.cache_clear()


FILES = {style: (str(FOLDER / "LiberationSerif-Regular.ttf"), 0) for style in typefaces._STYLES}


@pytest.mark.parametrize(
    ("has", "asked", "drawn"),
    [
        (["arial", "liberation sans"], "Arial", "Arial"),
        (["liberation sans"], "Arial", "Liberation Sans"),
        (["arimo"], "ARIAL", "Arimo"),
        (["arial", "liberation sans"], "Helvetica", "Arial"),
        (["calibri", "carlito"], "Calibri", "Calibri"),
        (["carlito"], "Calibri", "Carlito"),
        (["carlito"], "Calibri Light", "Carlito"),
        ([], "Calibri Light", "Liberation Serif"),
        (["times new roman"], "Times", "Times New Roman"),
        ([], "Times", "Liberation Serif"),
        ([], "Calibri", "Liberation Serif"),
        (["liberation mono"], "Consolas", "Liberation Mono"),
        ([], "Consolas", "Liberation Serif"),
    ],
)
def test_the_typeface_itself_goes_first_then_its_twin_then_the_bundled_one(
    machine: dict[str, object], has: list[str], asked: str, drawn: str
) -> None:
    machine.update(dict.fromkeys(has, FILES))
    assert Faces(bundled_only=False).face(asked).family == drawn
    assert Faces(bundled_only=True).face(asked).family == "Liberation Serif"


def test_what_libreoffice_embeds_in_place_of_a_typeface_is_told_by_its_widths() -> None:
    asked, inside = ("Calibri", "Khac", "Times New Roman"), ("Carlito-Bold", "LiberationSerif")
    missing, equal = fonts_replaced(asked, inside)
    assert missing == (("Khac", ""),)
    assert equal == (("Calibri", "Carlito"), ("Times New Roman", "Liberation Serif"))


def test_text_of_old_fonts_is_drawn_and_extracted_as_unicode_and_said() -> None:
    body = para(run("céng hßa x· héi", _fonts(".VnTimeH"))) + para(run("Quyeát ñònh", _fonts("VNI-Times")))
    result = convert(make(body), bundled_fonts=True)
    text = PdfReader(io.BytesIO(result.pdf)).pages[0].extract_text()
    assert "CỘNG HÒA XÃ HỘI" in text
    assert "Quyết định" in text
    assert result.fonts_missing == ((".VnTimeH", "Liberation Serif"), ("VNI-Times", "Liberation Serif"))
    assert any("phông .VnTimeH, VNI-Times" in note for note in result.notes)


@pytest.mark.parametrize(
    ("asked", "drawn"),
    [
        (".VnTime", "Times New Roman"), (".VnArialH", "Arial"), ("VNI-Helve", "Arial"),
        ("VNI-Times", "Times New Roman"), (".VnCourier", "Liberation Mono"), (".VnAristote", "Times New Roman"),
    ],
)  # fmt: skip
def test_a_font_before_unicode_is_drawn_by_the_one_it_was_drawn_after(
    machine: dict[str, object], asked: str, drawn: str
) -> None:
    machine.update(dict.fromkeys(["times new roman", "arial", "liberation mono", asked.lower()], FILES))
    assert Faces(bundled_only=False).face(asked).family == drawn


def test_a_typeface_without_a_no_break_space_draws_a_space(tmp_path: Path) -> None:
    """Carlito is such a one; the shaper draws its space, which is as wide."""
    file = tmp_path / "khong-co.ttf"
    with TTFont(FOLDER / "LiberationSerif-Regular.ttf") as font:
        for table in font["cmap"].tables:
            table.cmap.pop(0xA0, None)
        font.save(file)
    widths = typefaces.Typeface("Không có", files={(False, False): (str(file), 0)}).widths(False, False)
    assert widths[0xA0] == widths[0x20] == pytest.approx(0.25)
    assert 0x2003 in widths


_PAIRS = "AVATAR To, Ty Yo WA P."  # each letter of it is kerned in most typefaces


@pytest.mark.parametrize("family", ["Times New Roman", "Calibri", "Arial"])
@pytest.mark.parametrize("look", ["", "<w:b/>"])
def test_kerned_text_is_as_wide_as_it_is_measured(family: str, look: str) -> None:
    if family != "Times New Roman":
        need({"Calibri": "Carlito", "Arial": "Liberation Sans"}[family])
    fonts = _fonts(family) + look

    def drawn(more: str) -> float:
        (page,) = pages_of(convert(make(para(run(_PAIRS, fonts + more)))).pdf)
        return page[-1].end - page[0].x

    def measured(kerned: bool) -> float:
        form = TextFormat(font=family, size=14, bold=bool(look), kerned=kerned)
        return text_width(Faces(False), _PAIRS, form)

    assert drawn('<w:kern w:val="28"/>') == pytest.approx(measured(kerned=True), abs=0.5)
    assert drawn('<w:kern w:val="29"/>') == pytest.approx(measured(kerned=False), abs=0.5)
    assert measured(kerned=True) < measured(kerned=False) - 8
