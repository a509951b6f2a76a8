"""How far letters stand apart: kerning, spacing, the grid they lie on, the room behind italic ones."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest

from generator.layout.tree import TextFormat
from generator.pdf import convert
from generator.pdf.measuring.typefaces import Faces
from generator.pdf.measuring.widths import steps_before, text_steps, text_width
from tests.layout.word_maker import PORTRAIT, SETTINGS, make, para, run, section
from tests.pdf.pdf_lines import characters, lines
from tests.pdf.test_pdf_text import _MARK, _NARROW, _SPACED
from tests.pdf.test_pdf_typefaces import need


def end_of_line(props: str, text: str) -> float:
    """Where a mark behind the text stands, in points from the left of the page."""
    pdf = convert(make(para(run(text, props) + run("|", props))), bundled_fonts=True).pdf
    return max(x for _, x, char in characters(pypdfium2.PdfDocument(pdf)[0]) if char == "|")


def test_pairs_are_kerned_from_the_size_that_the_file_names() -> None:
    plain = end_of_line("", "AVATAR Tự Ty")
    assert end_of_line('<w:kern w:val="28"/>', "AVATAR Tự Ty") < plain - 5
    assert end_of_line('<w:kern w:val="30"/>', "AVATAR Tự Ty") == plain
    assert end_of_line('<w:kern w:val="0"/>', "AVATAR Tự Ty") == plain


@pytest.mark.parametrize("text", ["AVATAR Tự Ty", "WAVE, P. Tuấn", "To “Yên” V.A", "11 LT ự"])
def test_kerned_text_is_measured_as_it_is_drawn(text: str) -> None:
    kerned = TextFormat(size=14.0, kerned=True)
    gained = text_width(Faces(True), text, kerned) - text_width(Faces(True), text, replace(kerned, kerned=False))
    props = '<w:kern w:val="2"/>'
    assert end_of_line(props, text) - end_of_line("", text) == pytest.approx(gained, abs=0.02)


@pytest.mark.parametrize(
    ("text", "twentieths"), [("tiến tình tới", 0), ("offset, fit, att", 0), ("tiến tới", 20), ("chữ thường", 0)]
)
def test_letters_drawn_as_one_are_measured_so(text: str, twentieths: int) -> None:
    need("Carlito")
    font = f'<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/><w:spacing w:val="{twentieths}"/>'
    ends = []
    for props in (font, font + '<w14:ligatures w14:val="standardContextual"/>'):
        pdf = convert(make(para(run(text, props) + run("|", props)))).pdf
        ends.append(max(x for _, x, char in characters(pypdfium2.PdfDocument(pdf)[0]) if char == "|"))
    look = TextFormat(font="Calibri", size=14.0, spacing=twentieths / 20)
    apart, joined = (replace(look, ligated=ligated) for ligated in (False, True))
    faces = Faces(False)
    narrower = text_width(faces, text, joined) - text_width(faces, text, apart)
    assert ends[1] - ends[0] == pytest.approx(narrower, abs=0.05)
    assert (text_steps(faces, text, joined) - text_steps(faces, text, apart)) / 120 == pytest.approx(narrower, abs=0.05)
    whole = steps_before(faces, text, joined)
    assert whole is not None
    assert whole[-1] == text_steps(faces, text, joined)
    assert (narrower < -0.1) == (text != "chữ thường")


@pytest.mark.parametrize(("mode", "last"), [(11, "về"), (14, "về"), (15, "định")])
def test_italic_text_needs_room_at_the_margin_since_word_2013_only(mode: int, last: str) -> None:
    text, first = (
        "Căn cứ Nghị định số 30 của Chính phủ quy định về tổ chức bộ máy",
        "Căn cứ Nghị định số 30 của Chính phủ quy định về",
    )
    wide = text_width(Faces(bundled_only=True), first, TextFormat(size=14.0, italic=True)) + 0.5
    right = round((595.3 - 85.05 - wide) * 20)
    sect = section(PORTRAIT.replace('w:right="1134"', f'w:right="{right}"'))
    settings = SETTINGS.replace('w:val="15"', f'w:val="{mode}"')
    made = convert(make(para(run(text, "<w:i/>")), settings=settings, sect=sect), bundled_fonts=True)
    assert lines(made.pdf)[0].text.endswith(last)


@pytest.mark.parametrize("words", [3, 6, 9, 12])
def test_italic_text_a_rounding_too_long_for_its_line_needs_it_as_well(words: int) -> None:
    """Lines of some sizes are a hair longer here, so that no word is lost to the rounding of letters."""
    told = ["Căn", "cứ", "Nghị", "định", "số", "30", "của", "Chính", "phủ", "quy", "định"]
    for twips in range(4):
        text = " ".join(told[:words] * 2)
        wide = text_width(Faces(bundled_only=True), text, TextFormat(size=13.5, italic=True))
        right = int((595.3 - 85.05 - wide) * 20) + twips
        sect = section(PORTRAIT.replace('w:right="1134"', f'w:right="{right}"'))
        made = convert(make(para(run(text + " tiếp theo", '<w:i/><w:sz w:val="27"/>')), sect=sect), bundled_fonts=True)
        assert len(lines(made.pdf)[0].text) < len(text.replace(" ", ""))


@pytest.mark.parametrize("align", ["left", "both"])
@pytest.mark.parametrize("before", ["", "<w:r><w:t>a)</w:t></w:r><w:r><w:tab/></w:r>"])
@pytest.mark.parametrize("held", [False, True])
@pytest.mark.parametrize(("half_points", "fits"), [(28, False), (26, True)])
def test_letters_lie_on_a_grid_of_120_to_the_point(
    half_points: int, fits: bool, held: bool, before: str, align: str
) -> None:
    """A word stays on its line, or goes to the next, as the widths on the grid say."""
    size = half_points / 2
    exact = text_width(Faces(bundled_only=True), _NARROW, TextFormat(size=size))
    grid = text_steps(Faces(bundled_only=True), _NARROW, TextFormat(size=size)) / 120
    assert (grid < exact - 0.1) if fits else (grid > exact + 0.1)
    wide = round(20 * (exact + grid) / 2) + (720 if before else 0)
    stops = '<w:ind w:left="720" w:hanging="720"/>' if before else ""
    look = f'<w:sz w:val="{half_points}"/>'
    words = f"{_NARROW} xxx"
    text = run(words[:33], look) + run(words[33:], look + "<w:color w:val='FF0000'/>") if held else run(words, look)
    size_in_twips = PORTRAIT.replace('w:right="1134"', f'w:right="{11906 - 1701 - wide}"')
    body = para(before + text, f'{stops}<w:jc w:val="{align}"/>')
    pdf = convert(make(body, sect=section(size_in_twips)), bundled_fonts=True).pdf
    first, second = (line.text for line in lines(pdf))
    assert first.count("i") == (63 if fits else 56)
    assert second == ("xxx" if fits else "iiiiiiixxx")
    end = max(x for foot, x, char in characters(pypdfium2.PdfDocument(pdf)[0]) if char == "i" and foot < 80)
    if align == "both":
        assert end == pytest.approx(85.05 + wide / 20 - 0.278 * size, abs=1)


@pytest.mark.parametrize("twips", [20, -10])
@pytest.mark.parametrize("runs", _SPACED)
def test_letters_are_spaced_behind_the_last_of_a_run_too(
    runs: tuple[str, str, str, str, str, str, int], twips: int
) -> None:
    """As the standard has it (17.3.2.35), also inside a word."""

    def end(spaced: str) -> float:
        pairs = zip(runs[:-1:2], runs[1:-1:2], strict=True)
        made = "".join(run(str(text), spaced if asked else "") for text, asked in pairs)
        page = pypdfium2.PdfDocument(convert(make(para(made + _MARK)), bundled_fonts=True).pdf)[0]
        return next(x for _, x, char in characters(page) if char == "|")

    assert end(f'<w:spacing w:val="{twips}"/>') - end("") == pytest.approx(runs[6] * twips / 20, abs=0.1)
