"""What a user wrote arrives in the PDF: every character, no other, and never as markup."""

from __future__ import annotations

import ctypes
import io

import pypdf
import pypdfium2
import pypdfium2.raw as raw
import pytest

from generator.errors import ConversionError
from generator.layout.tree import TextFormat
from generator.pdf import convert
from generator.pdf.measuring.typefaces import Faces
from generator.pdf.measuring.widths import text_width
from tests.layout.drawing_maker import inline, text_box
from tests.layout.word_maker import cell, make, para, row, run, table
from tests.pdf.pdf_lines import characters, lines


def text_of(data: bytes) -> str:
    """The whole text of the PDF made from a DOCX, as pypdfium2 reads it."""
    pdf = convert(data, bundled_fonts=True).pdf
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)]
    return "\n".join(pages).replace("\r\n", "\n").replace("\x02", "-").replace("\ufffe", "-")


@pytest.mark.parametrize(
    "text",
    [
        "# Tiêu đề", "$x^2$", "*đậm*", "_nghiêng_", "<nhãn>", "{{ x }}", "{% if %}", "\\alpha \\n \\u{41}", '"trích"',
        "'nháy'", "#let x = 1", "// không phải chú thích", "/* a */", "- gạch", "+ cộng", "= H1", "@tham-chiếu", "`mã`",
        "~", "[a](b)", "https://a.vn/b?c=d&e=f", "a -- b --- c", "...", "100 %", "≥ 95 %", "§ 1", "50°C", "½",
        "a\u00a0b",
    ],
)  # fmt: skip
def test_no_text_is_read_as_markup(text: str) -> None:
    shown = text_of(make(para(run(text)) + table([4000], row(cell(para(run(text)))))))
    assert shown.count(text) == 2


def test_spaces_in_a_row_are_kept() -> None:
    pdf = convert(make(para("Số:        /QĐ-UBND")), bundled_fonts=True).pdf
    # PDFium itself folds spaces, pypdf does not.
    assert pypdf.PdfReader(io.BytesIO(pdf)).pages[0].extract_text() == "Số:        /QĐ-UBND"


@pytest.mark.parametrize("look", ["", '<w:u w:val="single"/>'])
@pytest.mark.parametrize("before", [run("Người lập"), run("Người ") + run("lập", "<w:b/>"), "<w:r><w:tab/></w:r>"])
@pytest.mark.parametrize("align", ["left", "both"])
def test_spaces_at_the_end_of_a_paragraph_take_no_room(align: str, before: str, look: str) -> None:
    words = run("Nguyễn Văn An,") + before + run(" trang 1")
    made = make(para(words + run(" " * 60, look), f'<w:ind w:right="4900"/><w:jc w:val="{align}"/>') + para("sau"))
    assert len(lines(convert(made, bundled_fonts=True).pdf)) == 2


@pytest.mark.parametrize("align", ["left", "center", "right"])
def test_underlined_spaces_at_the_end_are_a_line_to_write_on(align: str) -> None:
    written = run("Họ tên: ") + run(" " * 20, '<w:u w:val="single"/>')
    pdf = convert(make(para(written, f'<w:jc w:val="{align}"/>')), bundled_fonts=True).pdf
    page = pypdfium2.PdfDocument(pdf)[0]
    (rule,) = [item.get_bounds() for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH])]
    (_, colon, _) = next(found for found in characters(page) if found[2] == ":")
    assert rule[0] == pytest.approx(colon + 3.9 + 3.5, abs=1)
    assert rule[2] - rule[0] == pytest.approx(70, abs=2)


def test_characters_without_glyph_are_refused_by_name() -> None:
    with pytest.raises(ConversionError) as caught:
        convert(make(para("Đã xong ዐ ngày 日")), bundled_fonts=True)
    message = str(caught.value)
    assert "U+12D0" in message
    assert "U+65E5" in message
    assert "Đã xong" in message


def test_signs_the_typeface_lacks_are_drawn_and_change_no_line() -> None:
    signs = "☐ ☑ ☒ ✓ ✔ ✘ ➢ ◻ ◆ ❖ ⇒ ①"
    with_signs = convert(make(para(f"Đạt {signs}") + para("dưới")), bundled_fonts=True)
    without = convert(make(para("Đạt") + para("dưới")), bundled_fonts=True)
    first, below = lines(with_signs.pdf)
    assert first.text == f"Đạt {signs}".replace(" ", "")
    assert below.y == pytest.approx(lines(without.pdf)[1].y, abs=0.01)
    assert with_signs.fonts_embedded == ("LiberationSerif", "VanthuKyhieu")


def test_decomposed_vietnamese_is_drawn_composed() -> None:
    assert "Ủy" in text_of(make(para("U\u0309y ban")))


def test_hidden_text_stays_hidden() -> None:
    shown = text_of(make(para(run("thấy") + run("ẩn", "<w:vanish/>"))))
    assert "thấy" in shown
    assert "ẩn" not in shown


def test_everything_that_cannot_be_drawn_is_listed_at_once() -> None:
    body = para("<w:r><w:drawing/></w:r>") + para("<w:r/><m:oMath><m:phant/></m:oMath>")
    with pytest.raises(ConversionError) as caught:
        convert(make(body))
    message = str(caught.value)
    assert "hình vẽ ở đoạn 1" in message
    assert "công thức toán có chỗ giữ trống ở đoạn 2" in message
    assert caught.value.exit_code == 5


def test_leader_dots_fill_the_gap() -> None:
    tabs = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9000"/></w:tabs>'
    (line,) = lines(
        convert(make(para(run("Họ tên:") + "<w:r><w:tab/></w:r>" + run("A"), tabs)), bundled_fonts=True).pdf
    )
    assert line.text.startswith("Họtên:....")
    assert line.text.endswith("....A")


def test_a_break_at_the_end_of_a_paragraph_leaves_an_empty_line() -> None:
    first = para(run("A") + "<w:r><w:br/></w:r>")
    a, b = lines(convert(make(first + para("B")), bundled_fonts=True).pdf)
    assert b.y - a.y == pytest.approx(2 * 16.1, abs=0.05)


def test_the_result_tells_fonts_pages_and_engine() -> None:
    data = make(para("chữ") + para(run("đậm", "<w:b/>")))
    result = convert(data, bundled_fonts=True)
    assert result.fonts_asked == ("Times New Roman",)
    assert result.fonts_embedded == ("LiberationSerif", "LiberationSerif-Bold")
    assert (result.pages, result.engine) == (1, "typst")
    assert len(pypdf.PdfReader(io.BytesIO(result.pdf)).pages) == 1


def test_spaces_before_a_line_break_take_no_room_but_stay_text() -> None:
    content = run("một hai ba ") + "<w:r><w:br/></w:r>" + run("bốn")
    pdf = convert(make(para(content, '<w:jc w:val="right"/>')), bundled_fonts=True).pdf
    spaced = lines(pdf)[0]
    plain = lines(convert(make(para(content.replace("ba ", "ba"), '<w:jc w:val="right"/>')), bundled_fonts=True).pdf)
    assert spaced.x == pytest.approx(plain[0].x, abs=0.01)
    assert "ba bốn" in pypdf.PdfReader(io.BytesIO(pdf)).pages[0].extract_text().replace("\n", "")


@pytest.mark.parametrize("align", ["left", "both", "center", "right"])
@pytest.mark.parametrize("before", ["", "<w:r><w:tab/></w:r>"])
def test_spaces_at_the_end_of_a_paragraph_never_ask_for_a_line_more(align: str, before: str) -> None:
    content = before + run("Từ ngày 13/11/2024")
    form = f'<w:ind w:right="{{}}"/><w:jc w:val="{align}"/>'
    first = 5700 if before else 6400
    for right in range(first, first + 600, 40):
        plain, spaced = (
            lines(convert(make(para(content + end, form.format(right))), bundled_fonts=True).pdf)
            for end in ("", run("   "))
        )
        assert [line.text for line in spaced] == [line.text for line in plain], right


@pytest.mark.parametrize(
    ("content", "mark", "tall"),
    [
        (run("     ", '<w:sz w:val="40"/>'), 2, 23.0),
        (run("  ", '<w:sz w:val="16"/>') + run("  ", '<w:sz w:val="40"/>'), 2, 23.0),
        (run("     ", '<w:sz w:val="8"/>'), 40, 23.0),
        ("", 2, 1.15),
    ],
)
def test_a_paragraph_of_spaces_is_as_tall_as_they_and_its_mark(content: str, mark: int, tall: float) -> None:
    middle = para(content, f'<w:rPr><w:sz w:val="{mark}"/></w:rPr>')
    above, below = lines(convert(make(para("trên") + middle + para("dưới")), bundled_fonts=True).pdf)
    assert below.y - above.y == pytest.approx(16.1 + tall, abs=0.05)


def placed_tab(align: str, leader: str = "none", to: str = "margin") -> str:
    return f'<w:r><w:ptab w:relativeTo="{to}" w:alignment="{align}" w:leader="{leader}"/></w:r>'


@pytest.mark.parametrize(("to", "indent"), [("margin", 0.0), ("indent", 36.0)])
def test_a_placed_tab_goes_to_the_middle_and_to_the_edge(to: str, indent: float) -> None:
    words = run("Trái") + placed_tab("center", to=to) + run("giữa") + placed_tab("right", to=to) + run("cuối")
    stops = '<w:tabs><w:tab w:val="left" w:pos="1000"/></w:tabs><w:ind w:left="720"/>'
    page = pypdfium2.PdfDocument(convert(make(para(words, stops)), bundled_fonts=True).pdf)[0].get_textpage()
    left, right = 85.05, 85.05 + 453.55

    def reach(text: str) -> tuple[float, float]:
        index, count = page.search(text).get_next()
        return page.get_charbox(index)[0], page.get_charbox(index + count - 1)[2]

    assert reach("Trái")[0] == pytest.approx(left + 36, abs=1)
    assert sum(reach("giữa")) / 2 == pytest.approx((left + indent + right) / 2, abs=1)
    assert reach("cuối")[1] == pytest.approx(right, abs=1)


def test_a_placed_tab_may_be_filled_with_dots() -> None:
    shown = text_of(make(para(run("Mục 1") + placed_tab("right", "dot") + run("12")))).replace(" ", "")
    assert shown.startswith("Mục1...")
    assert shown.endswith("...12")


def test_what_only_chooses_the_look_of_a_sign_is_not_looked_for_in_the_font() -> None:
    assert text_of(make(para("đã xong \u2714\ufe0f, hết\x85"))).startswith("đã xong \u2714, hết")


@pytest.mark.parametrize(("kind", "rows"), [("single", (1, 4)), ("wave", (5, 12)), ("wavyDouble", (9, 24))])
def test_wavy_lines_run_up_and_down_below_the_text(kind: str, rows: tuple[int, int]) -> None:
    """On how many rows of a large picture of the page the line under the spaces shows; the text keeps its place."""
    words = run("a" + "\u00a0" * 20 + "a", f'<w:u w:val="{kind}"/>')
    pdf = convert(make(para(words)), bundled_fonts=True).pdf
    assert lines(pdf) == lines(convert(make(para(run("a" + "\u00a0" * 20 + "a"))), bundled_fonts=True).pdf)
    drawn = pypdfium2.PdfDocument(pdf)[0].render(scale=4, grayscale=True)
    pixels, stride = bytes(drawn.buffer), drawn.stride
    inked = {y for y in range(4 * 56, 4 * 80) for x in range(4 * 98, 4 * 110) if pixels[y * stride + x] < 128}
    assert rows[0] <= len(inked) <= rows[1]


def test_a_run_does_not_take_after_the_first_one() -> None:
    strange = '<w:color w:val="FF0000"/><w:spacing w:val="60"/><w:kern w:val="2"/>'
    box = inline(text_box(para("AVA")), 150, 60)
    pdf = convert(make(para(run("Đầu ", strange) + run("AVA") + box)), bundled_fonts=True).pdf
    page = pypdfium2.PdfDocument(pdf)[0]
    for left, middle, _ in zip(*[iter([x for _, x, char in characters(page) if char in "AV"])] * 3, strict=True):
        assert middle - left == pytest.approx(14 * 0.722, abs=0.05)
    drawn = list(page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]))
    assert sorted({fill_of(item) for item in drawn}) == [(0, 0, 0), (255, 0, 0)]
    first = min(x for _, x, char in characters(page) if char == "A")
    assert all(item.get_bounds()[0] < first for item in drawn if fill_of(item) == (255, 0, 0))


def test_outlined_letters_are_white_inside_and_those_beside_them_are_not() -> None:
    outlined = "<w:outline/>"
    words = run("AVA ", outlined + '<w:color w:val="FF0000"/>') + run("Đậm ", outlined) + run("thường")
    for text in (words, run("thường ") + words):  # the first run of a paragraph gives its look to the others
        page = pypdfium2.PdfDocument(convert(make(para(text)), bundled_fonts=True).pdf)[0]
        drawn = list(page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]))
        looks = {(fill_of(item), raw.FPDFTextObj_GetTextRenderMode(item)) for item in drawn}
        assert looks == {
            ((255, 255, 255), raw.FPDF_TEXTRENDERMODE_FILL_STROKE),
            ((0, 0, 0), raw.FPDF_TEXTRENDERMODE_FILL),
        }


def fill_of(item: pypdfium2.PdfObject) -> tuple[int, int, int]:
    """The colour in which an object of a page is filled."""
    parts = [ctypes.c_uint() for _ in range(4)]
    raw.FPDFPageObj_GetFillColor(item, *parts)
    return parts[0].value, parts[1].value, parts[2].value


def test_a_letter_and_its_mark_in_two_runs_are_one_letter() -> None:
    assert "Tiếng Việt" in text_of(make(para(run("Tiê") + run("\u0301ng Viê") + run("\u0323t"))))


@pytest.mark.parametrize("align", ["left", "both", "center", "right"])
@pytest.mark.parametrize("before", ["", "<w:tab/>"])
@pytest.mark.parametrize("spaces", [" ", "     "])
def test_spaces_at_the_end_of_a_paragraph_move_no_word_to_the_next_line(align: str, before: str, spaces: str) -> None:
    text = "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;"
    wide = text_width(Faces(bundled_only=True), text, TextFormat(size=14.0)) + 0.5 + (36.0 if before else 0.0)
    stops = '<w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs>' if before else ""
    props = f'{stops}<w:ind w:right="{round((595.3 - 85.05 - 56.7 - wide) * 20)}"/><w:jc w:val="{align}"/>'
    tab = f"<w:r>{before}</w:r>" if before else ""
    for held in (run(text + spaces), run(text) + run(spaces, "<w:b/>")):
        made = lines(convert(make(para(tab + held, props)), bundled_fonts=True).pdf)
        assert [line.text for line in made] == [text.replace(" ", "")]


def test_a_footnote_has_nothing_of_the_look_of_its_mark() -> None:
    loud = '<w:color w:val="FF0000"/><w:spacing w:val="60"/>'
    mark = f'<w:r><w:rPr>{loud}</w:rPr><w:footnoteReference w:id="1"/></w:r>'
    note = {"footnotes": f'<w:footnote w:id="1">{para(run("AVA"))}</w:footnote>'}
    page = pypdfium2.PdfDocument(convert(make(para(run("m", loud) + mark), notes=note), bundled_fonts=True).pdf)[0]
    left, middle, _ = (x for _, x, char in characters(page) if char in "AV")
    assert middle - left == pytest.approx(14 * 0.722, abs=0.05)
    assert [fill_of(item) for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT])].count((0, 0, 0)) == 1


_NARROW = " ".join(
    ["iiiiiii"] * 9
)  # each i is 1/60 of a twip wider on the grid than it is at 14 points, narrower at 13


_MARK = run("|")
_SPACED = [
    ("chính", "", " ", "x", "trị", "", 1),
    ("chính", "x", " ", "", "trị", "x", 8),
    ("chính ", "x", "và ", "", "trị", "x", 9),
    ("chính", "", " và", "x", " trị", "", 3),
    ("chính", "", "  và  ", "x", "trị", "", 6),
    ("520/QĐ-UBND ", "x", "chính", "", " trị", "", 12),
    ("Số:", "", ".....", "x", "/QĐ", "", 5),
    ("V", "x", "iệ", "", "n", "", 1),
    ("${", "x", "Ten}", "", "/Q", "x", 4),
]


@pytest.mark.parametrize(("align", "shift"), [("center", 50), ("right", 0), ("left", 100)])
def test_the_first_line_is_indented_however_it_is_aligned(align: str, shift: float) -> None:
    look = f'<w:jc w:val="{align}"/>'
    indented = f'<w:ind w:firstLine="2000"/>{look}'
    heading = indented + '<w:outlineLvl w:val="0"/>'
    inside = table([6000], row(cell(para("chữ", look))), row(cell(para("chữ", indented))))
    body = para("chữ", look) + para("chữ", indented) + para("chữ", heading) + inside
    plain, *rest = (line.x for line in lines(convert(make(body), bundled_fonts=True).pdf))
    assert [rest[0] - plain, rest[1] - plain, rest[3] - rest[2]] == pytest.approx([shift] * 3, abs=0.1)


@pytest.mark.parametrize(
    ("half_points", "twips"), [(16, 184), (19, 219), (20, 231), (21, 242), (26, 299), (27, 311), (28, 322), (34, 392)]
)
def test_lines_of_every_size_are_as_tall_as_in_libreoffice(half_points: int, twips: int) -> None:
    """Measured over twenty lines: a twip amiss is two points on a page."""
    size = f'<w:sz w:val="{half_points}"/>'
    made = lines(convert(make("".join(para(run("chữ", size)) for _ in range(21))), bundled_fonts=True).pdf)
    assert made[20].y - made[0].y == pytest.approx(twips, abs=0.1)


@pytest.mark.parametrize("behind", ["", "<w:r><w:br/></w:r>" + run("sau"), "<w:r><w:tab/></w:r>" + run("sau")])
@pytest.mark.parametrize("hyphens", ["<w:softHyphen/>" * 3, "<w:t>\u00ad</w:t>"])
def test_an_optional_hyphen_shows_nothing_where_no_word_goes_on(hyphens: str, behind: str) -> None:
    made = convert(make(para(run("Kính gửi: ____") + f"<w:r>{hyphens}</w:r>" + behind)), bundled_fonts=True)
    text = "".join(line.text for line in lines(made.pdf))
    assert "Kínhgửi:____" in text
    assert "-" not in text
    assert "\u00ad" not in text


def test_an_optional_hyphen_alone_is_an_empty_paragraph() -> None:
    made = convert(make(para("a") + para("<w:r><w:softHyphen/></w:r>") + para("b")), bundled_fonts=True)
    assert [line.text for line in lines(made.pdf)] == ["a", "b"]


@pytest.mark.parametrize("position", [-16, -9, 9, 16])
@pytest.mark.parametrize(
    ("spacing", "times"), [('w:line="240" w:lineRule="exact"', 0.0), ('w:line="240"', 1.0), ('w:line="360"', 1.5)]
)
def test_raised_text_makes_its_line_taller_but_not_one_of_an_exact_height(
    position: int, spacing: str, times: float
) -> None:
    def step(said: str) -> float:
        moved = run("a", said) + run("b")
        found = lines(convert(make("".join(para(c, f"<w:spacing {spacing}/>") for c in ("c", moved, "d")))).pdf)
        return next(line.y for line in found if line.text == "d") - found[0].y

    more = step(f'<w:position w:val="{position}"/>') - step("")
    assert more == pytest.approx(times * abs(position) / 2 * 1.15, abs=0.1)
