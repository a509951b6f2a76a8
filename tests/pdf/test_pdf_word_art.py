"""WordArt of old Word: watermarks and titles stretched over their frames; what is bent is refused."""

from __future__ import annotations

import pypdfium2
import pypdfium2.raw as raw
import pytest

from generator.errors import ConversionError
from generator.pdf import convert
from tests.layout.drawing_maker import vml
from tests.layout.word_maker import PORTRAIT, make, para, run, section
from tests.pdf.pdf_lines import lines

KIND = (
    '<v:shapetype id="_x0000_t{0}" coordsize="21600,21600" o:spt="{0}" adj="10800"><v:path textpathok="t"/>'
    '<v:textpath on="t" fitshape="t"/></v:shapetype>'
)
CENTRED = (
    ";position:absolute;margin-left:0;margin-top:0;z-index:-251658752;mso-position-horizontal:center;"
    "mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin"
)
LEFT, TOP = 85.05, 56.7
PALE = para(run("chữ", '<w:color w:val="FFFFFF"/>'))
MIDDLE = (LEFT + (595.3 - LEFT - 56.7) / 2, 841.9 / 2)


def word_art(
    text: str, width: float, height: float, more: str = "", *, kind: str = "136", path: str = "", said: str = "",
    look: str = 'fillcolor="red" stroked="f"',
) -> str:  # fmt: skip
    style = f"width:{width}pt;height:{height}pt{more}"
    font = f"font-family:&quot;Times New Roman&quot;;font-size:1pt{path}"
    return vml(
        f'{KIND.format(kind)}<v:shape type="#_x0000_t{kind}" style="{style}" {look}>'
        f'<v:textpath style="{font}" {said} string="{text}"/></v:shape>'
    )


def pdf_of(data: bytes) -> bytes:
    return convert(data, bundled_fonts=True).pdf


def ink(pdf: bytes) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of all that is red or grey on the first page, in points."""
    shown = pypdfium2.PdfDocument(pdf)[0].render(scale=2)
    step, found = shown.n_channels, []
    for y in range(shown.height):
        row = bytes(shown.buffer[y * shown.stride : y * shown.stride + shown.width * step])
        blue = row[0::step]
        at = [x for x in range(shown.width) if blue[x] < 230 and row[x * step + 2] > 120]
        found += [(at[0], y), (at[-1], y)] if at else []
    left, right = min(x for x, _ in found), max(x for x, _ in found)
    top, bottom = min(y for _, y in found), max(y for _, y in found)
    return left / 2, top / 2, right / 2, bottom / 2


def test_a_title_fills_its_frame_and_is_text() -> None:
    pdf = pdf_of(make(para(word_art("CỘNG HÒA XÃ HỘI", 300, 60)) + PALE))
    assert [line.text for line in lines(pdf)] == ["CỘNGHÒAXÃHỘI", "chữ"]
    left, top, right, bottom = ink(pdf)
    assert (left, right) == pytest.approx((LEFT, LEFT + 300), abs=4)
    assert TOP <= top < bottom <= TOP + 60
    assert bottom - top > 40


def test_trimmed_letters_reach_the_edges_of_their_frame() -> None:
    left, top, right, bottom = ink(pdf_of(make(para(word_art("ĐẢNG", 200, 80, said='trim="t"')))))
    assert (left, top, right, bottom) == pytest.approx((LEFT, TOP, LEFT + 200, TOP + 80), abs=3)


def watermark(text: str, width: float, height: float, more: str = "", **looks: str) -> bytes:
    held = para(word_art(text, width, height, more + CENTRED, look='fillcolor="silver" stroked="f"', **looks))
    reference = '<w:headerReference w:type="default" r:id="header1"/>'
    return make(PALE, headers={"header1": held}, sect=section(reference + PORTRAIT))


@pytest.mark.parametrize(("turned", "size"), [("", (400, 100)), (";rotation:90", (100, 400))])
def test_a_watermark_stands_in_the_middle_of_the_page_and_is_no_text(turned: str, size: tuple[float, float]) -> None:
    pdf = pdf_of(watermark("BẢN SAO", 400, 100, turned, said='trim="t"'))
    assert [line.text for line in lines(pdf)] == ["chữ"]
    left, top, right, bottom = ink(pdf)
    assert ((left + right) / 2, (top + bottom) / 2) == pytest.approx(MIDDLE, abs=3)
    assert (right - left, bottom - top) == pytest.approx(size, abs=8)


def test_bold_letters_are_as_wide_and_darker() -> None:
    def painted(pdf: bytes) -> int:
        shown = pypdfium2.PdfDocument(pdf)[0].render(scale=1)
        return sum(value < 230 for value in bytes(shown.buffer)[0 :: shown.n_channels])

    plain, bold = (pdf_of(watermark("MẬT", 300, 120, path=path)) for path in ("", ";font-weight:bold"))
    assert painted(bold) > painted(plain) * 1.1
    assert ink(bold)[2] - ink(bold)[0] == pytest.approx(ink(plain)[2] - ink(plain)[0], abs=4)


@pytest.mark.parametrize(("way", "first"), [("", 50), ("v-text-align:left", 0), ("v-text-align:right", 100)])
def test_lines_of_it_stand_as_it_says(way: str, first: float) -> None:
    pdf = pdf_of(make(para(word_art("MMMM&#10;MMMMMMMM", 200, 80, path=f";{way}"))))
    short, long = lines(pdf)
    assert (short.text, long.text) == ("MMMM", "MMMMMMMM")
    assert short.x - LEFT == pytest.approx(first, abs=3)


def test_letters_with_a_line_alone_are_outlined() -> None:
    page = pypdfium2.PdfDocument(
        pdf_of(make(para(word_art("MẬT", 200, 80, look='filled="f" strokecolor="red" strokeweight="2pt"'))))
    )[0]
    modes = {raw.FPDFTextObj_GetTextRenderMode(item) for item in page.get_objects() if item.type == 1}
    assert modes <= {raw.FPDF_TEXTRENDERMODE_STROKE, raw.FPDF_TEXTRENDERMODE_FILL_STROKE}


@pytest.mark.parametrize("text", ["", "  "])
def test_empty_ones_show_nothing(text: str) -> None:
    assert [line.text for line in lines(pdf_of(make(para(word_art(text, 200, 80)) + para("chữ"))))] == ["chữ"]


@pytest.mark.parametrize(
    "drawn",
    [
        word_art("CONG", 200, 80, kind="144"),
        word_art("DỌC", 200, 80, path=";v-rotate-letters:t"),
        word_art("MẬT", 200, 80).replace("<v:textpath style", '<v:fill type="gradient"/><v:textpath style'),
        word_art("中文", 200, 80),
    ],
    ids=["bent", "stacked", "colours", "characters"],
)
def test_what_is_bent_or_of_several_colours_is_refused(drawn: str) -> None:
    with pytest.raises(ConversionError, match="chữ nghệ thuật"):
        pdf_of(make(para(drawn)))


def test_a_kind_of_shape_as_libreoffice_names_it() -> None:
    """Declared in a drawing of its own, which shows nothing."""
    declared = vml('<v:shapetype id="shapetype_202" o:spt="202"/>')
    box = vml(
        '<v:shape type="#shapetype_202" style="width:100pt;height:50pt" strokecolor="#09f"><v:textbox>'
        f"<w:txbxContent>{para('trong')}</w:txbxContent></v:textbox></v:shape>"
    )
    assert [line.text for line in lines(pdf_of(make(para(declared + box))))] == ["trong"]
