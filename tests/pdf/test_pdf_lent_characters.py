"""Characters the typeface of the text lacks: drawn by another that is named, spaces by any, the rest refused."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from pypdf import PdfReader

from generator.errors import ConversionError
from generator.layout import read
from generator.layout.tree import TextFormat
from generator.pdf import convert
from generator.pdf.measuring.typefaces import Faces, machine_face
from generator.pdf.measuring.widths import text_width
from generator.pdf.result import PdfResult
from generator.pdf.typst.source import write_source
from tests.conftest import REQUIRE_ALL
from tests.layout.word_maker import make, para, run
from tests.pdf.pdf_lines import characters, lines
from tests.pdf.test_pdf_typefaces import need

SPACES = "\u00a0\u2000\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
UNSEEN = (
    "\u00ad\u034f\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202c\u2060\u2063\u2066\u2069\ufe00\ufe0f\ufeff\U000e0101"
)
FACES = ["Times New Roman", "Carlito", "Caladea", "Liberation Mono"]


def fonts(family: str) -> str:
    return f'<w:rFonts w:ascii="{family}" w:hAnsi="{family}"/>'


def extracted(result: PdfResult) -> str:
    return PdfReader(io.BytesIO(result.pdf)).pages[0].extract_text()


def drawn_width(text: str, family: str) -> float:
    """How far apart two marks around the text stand, in points."""
    result = convert(make(para(run(f"|{text}|", fonts(family)))))
    marks = [x for _, x, char in characters(pypdfium2.PdfDocument(result.pdf)[0]) if char == "|"]
    return marks[1] - marks[0]


@pytest.mark.parametrize("family", FACES)
@pytest.mark.parametrize("char", SPACES + UNSEEN + "\u2010\u2011", ids=lambda char: f"{ord(char):04X}")
def test_no_space_hyphen_or_unseen_character_is_refused_in_any_typeface(char: str, family: str) -> None:
    if family != "Times New Roman":
        need(family)
    result = convert(make(para(run(f"before{char}after", fonts(family)))))
    text = "".join(line.text for line in lines(result.pdf))
    assert text.startswith("before")
    assert text.endswith("after")
    assert char == "\u2010" or result.notes == ()


@pytest.mark.parametrize("family", FACES)
def test_what_measures_gives_spaces_and_unseen_characters_the_width_they_are_drawn_in(family: str) -> None:
    if family != "Times New Roman":
        need(family)
    faces = Faces(bundled_only=False)
    look = TextFormat(font=family, size=14.0)
    for char in SPACES + UNSEEN.replace("\ufe0f", ""):
        text = f"n{char * 9}n"
        wide = text_width(faces, f"|{text}", look)
        assert drawn_width(text, family) == pytest.approx(wide, abs=0.15), f"U+{ord(char):04X}"


@pytest.mark.parametrize(
    ("text", "lender"),
    [("✅", "VanthuKyhieu"), ("☐", "VanthuKyhieu"), ("ệ", "LiberationSerif"), ("日本", "DroidSansFallback")],
)
@pytest.mark.parametrize("props", ["", "<w:b/>", "<w:i/>"])
def test_a_lent_character_is_measured_in_the_face_that_draws_it_which_is_named(
    text: str, lender: str, props: str
) -> None:
    need("Caladea")
    if text == "日本" and machine_face("Droid Sans Fallback") is None:
        (pytest.fail if REQUIRE_ALL else pytest.skip)("Droid Sans Fallback is not installed")
    result = convert(make(para(run(f"A {text} b", props + fonts("Caladea")))))
    shown = [char for _, x, char in sorted(characters(pypdfium2.PdfDocument(result.pdf)[0]), key=lambda c: c[1])]
    places = sorted(x for _, x, _ in characters(pypdfium2.PdfDocument(result.pdf)[0]))
    assert "".join(shown).replace(" ", "") == f"A{text}b"
    look = TextFormat(font="Caladea", size=14.0, bold=bool(props == "<w:b/>"), italic=bool(props == "<w:i/>"))
    wide = text_width(Faces(bundled_only=False), f"A {text} ", look)
    assert places[-1] - places[0] == pytest.approx(wide, abs=0.05)
    assert any(face.startswith(lender) for face in result.fonts_embedded)
    (note,) = [note for note in result.notes if "không có" in note]
    assert note.startswith("phông Caladea không có ")
    assert note.endswith(f"chỗ đầu tiên: “A {text} b”")


def test_a_lender_is_named_once_with_its_characters() -> None:
    result = convert(make(para("Đạt ✅ rồi") + para("Chưa ❌, ⚠ hoặc ✅")), bundled_fonts=True)
    assert result.notes == (
        "phông Liberation Serif không có ✅ ❌ ⚠: vẽ bằng phông Vanthu Ky hieu; chỗ đầu tiên: “Đạt ✅ rồi”",
    )


def test_a_text_whose_typeface_has_all_says_nothing() -> None:
    assert convert(make(para("Đạt – “tốt” ≥ 95 %, ngày\u00a01… ● → √ ½")), bundled_fonts=True).notes == ()


def test_signs_of_today_are_drawn_on_every_machine_and_extracted_as_they_are() -> None:
    signs = "🔴🟡🟢❓❗✅❌⚠⭐🔹👉🎯⏰⬛📖📌📊📁💡🔍🚀🏠📞😀ℹ"
    result = convert(make(para(f"Ký hiệu {signs} hết")), bundled_fonts=True)
    assert extracted(result) == f"Ký hiệu {signs} hết"
    assert result.fonts_embedded == ("LiberationSerif", "VanthuKyhieu")


def test_a_figure_in_a_frame_is_drawn_by_one_typeface() -> None:
    result = convert(make(para("1\ufe0f\u20e3 Mở đầu 12")), bundled_fonts=True)
    assert result.fonts_embedded == ("LiberationSerif", "VanthuKyhieu")
    assert "ActualText" in PdfReader(io.BytesIO(result.pdf)).pages[0].get_contents().get_data().decode("latin-1")


def test_circles_of_a_colour_are_drawn_in_it() -> None:
    source = write_source(read(make(para(run("🔴 gấp 🟢 thường", '<w:color w:val="0000FF"/>')))), bundled_only=True)
    assert 'fill: rgb("#DD2E44"), b)' in source.text
    assert 'fill: rgb("#78B159"), b)' in source.text
    assert 'fill: rgb("#0000FF")' in source.text


def test_one_word_of_another_script_changes_the_typeface_of_no_other() -> None:
    need("Carlito")
    result = convert(make(para(run("Hello ✅ world", fonts("Calibri")))))
    assert result.fonts_equal == (("Calibri", "Carlito"),)


def test_ideographs_break_anywhere_but_before_their_full_stop() -> None:
    if machine_face("Droid Sans Fallback") is None:
        (pytest.fail if REQUIRE_ALL else pytest.skip)("Droid Sans Fallback is not installed")
    found = lines(convert(make(para("中文字樣。" * 40))).pdf)
    assert "".join(line.text for line in found) == "中文字樣。" * 40
    assert len(found) > 5
    assert all(not line.text.startswith("。") for line in found)
    assert max(len(line.text) for line in found) > 30


@pytest.mark.parametrize("text", ["שלום", "العربية", "ไทย", "हिंदी", "\x8d"])
def test_what_has_no_meaning_or_changes_with_its_neighbours_is_refused_by_name(text: str) -> None:
    need("Caladea")
    with pytest.raises(ConversionError, match=f"U\\+{ord(text[0]):04X}"):
        convert(make(para(run(f"chữ {text} nữa", fonts("Caladea")))))


@pytest.mark.parametrize("code", ["\uf0a3", "\ue001"])
def test_a_private_code_of_no_typeface_is_an_empty_box_and_told(code: str) -> None:
    result = convert(make(para(f"có ô {code} ở trước")), bundled_fonts=True)
    assert extracted(result) == "có ô □ ở trước"
    assert f"U+{ord(code):04X}" in result.notes[0]
    assert "có ô" in result.notes[0]


@pytest.mark.parametrize("sign", "⧉\u20de⯿⸎🛸")
def test_a_sign_of_no_typeface_is_an_empty_box_and_told(sign: str) -> None:
    result = convert(make(para(f"{sign} Nhân bản")), bundled_fonts=True)
    assert extracted(result) == "□ Nhân bản"
    assert f"U+{ord(sign):04X}" in result.notes[0]


def test_codes_of_windows_in_a_text_are_the_signs_they_mean_and_told() -> None:
    result = convert(make(para("năm 2020 \x96 2025, \x93tốt\x94")), bundled_fonts=True)
    assert extracted(result) == "năm 2020 – 2025, “tốt”"
    assert "U+0096 thành “–”" in result.notes[0]


def sym(font: str, code: int) -> str:
    return f'<w:sym w:font="{font}" w:char="{code:04X}"/>'


@pytest.mark.parametrize(
    ("font", "codes", "among"),
    [
        ("Wingdings", {*range(0x21, 0xFF)} - {0x7F}, "🙠🙡🙢🙣🖎🙐⮰"),
        ("Wingdings 2", {*range(0x21, 0xFA)} - {0x23, 0x37, 0x39, 0x3C, 0x3D, 0x4E, 0x7F, 0x81, 0x84}, "🞜🖊☐☑🞿⯌※🕜🙤"),
        ("Wingdings 3", {*range(0x21, 0xF1)} - {0x52, 0x59, 0x7F}, "←⭰⮐🡠🢗▶🠶🢫⮨"),
        ("Symbol", {*range(0x21, 0x7F), *range(0xA0, 0xFF)} - {0x60, 0xF0}, "α∑⎛≥℘⟩"),
        ("MT Extra", {*range(0x3A, 0x45), *range(0x49, 0x54), 0x68, 0x6C, 0x6D, *range(0xA1, 0xA6)}, "⋯≪ℏ∓ℝ"),
    ],
)
@pytest.mark.parametrize("first", [0, 0xF000])
def test_every_sign_of_a_symbol_font_is_drawn_on_every_machine(
    font: str, codes: set[int], among: str, first: int
) -> None:
    text = "".join(sym(font, first | code) for code in sorted(codes))
    result = convert(make(para(f"<w:r>{text}</w:r>")), bundled_fonts=True)
    shown = extracted(result)
    assert set(among) <= set(shown)
    assert not any(note.startswith(("mã riêng", "ký hiệu")) for note in result.notes)
    assert len("".join(shown.split())) >= len(codes)


@pytest.mark.parametrize(
    ("font", "code", "named"),
    [
        ("Wingdings", 0xF0FF, "mã riêng U+F0FF"), ("Symbol", 0xF082, "mã riêng U+F082"),
        ("Symbol", 0x94, "mã riêng U+F094"),
        ("Webdings", 0xF021, "ký hiệu U+1F577 (SPIDER)"), ("Wingdings 2", 0xF037, "ký hiệu U+1F5B7 (FAX ICON)"),
        ("MT Extra", 0xF033, "mã riêng U+F033"),
    ],
)  # fmt: skip
def test_a_sign_of_a_symbol_font_no_face_has_is_an_empty_box_and_told(font: str, code: int, named: str) -> None:
    result = convert(make(para(f"<w:r><w:t>có ô</w:t>{sym(font, code)}</w:r>")), bundled_fonts=True)
    assert extracted(result) == "có ô□"
    assert result.notes[-1].startswith(f"{named} không có trong phông nào ở đây: vẽ ô trống □; chỗ đầu tiên: “có ô")


def test_an_empty_box_is_as_wide_as_it_was_measured() -> None:
    look = TextFormat(font="Times New Roman", size=14.0)
    wide = text_width(Faces(bundled_only=True), "|\ue001\uf821", look)
    assert drawn_width("\ue001\uf821", "Times New Roman") == pytest.approx(wide, abs=0.05)


@pytest.mark.parametrize("text", ["ô ☐\u0301 trống", "a\u20e3 1\u20e3", "☐\u200d日"])
def test_marks_and_joiners_between_typefaces_are_drawn(text: str) -> None:
    assert convert(make(para(text)), bundled_fonts="日" not in text).pages == 1


def test_text_in_a_symbol_font_without_a_sign_is_an_empty_box_and_told() -> None:
    result = convert(make(para(run("ÿ", fonts("Wingdings")))), bundled_fonts=True)
    assert extracted(result) == "□"
    assert "mã riêng U+F0FF" in "".join(result.notes)


def test_emoji_no_font_of_signs_has_come_in_colour_from_the_machine() -> None:
    if machine_face("Noto Color Emoji") is None:
        (pytest.fail if REQUIRE_ALL else pytest.skip)("Noto Color Emoji is not installed (fonts-noto-color-emoji)")
    result = convert(make(para("Cảm ơn 🙏 nhé")))
    assert extracted(result) == "Cảm ơn 🙏 nhé"
    assert "vẽ bằng phông Noto Color Emoji" in result.notes[0]
