"""Lines to write on, as forms have them: dots led to a tab stop, or typed one by one."""

from __future__ import annotations

import pypdfium2
import pytest

from generator.layout.tree import TextFormat
from generator.pdf import convert
from generator.pdf.measuring.typefaces import Faces
from generator.pdf.measuring.widths import text_width
from tests.agreement.reading.extraction import pages_of
from tests.layout.word_maker import PAGE_FIELD, PORTRAIT, SETTINGS, cell, make, para, row, run, table
from tests.pdf.pdf_lines import Line, characters, lines, strokes

_TAB = "<w:r><w:tab/></w:r>"
_LEFT, _WIDTH = 85.05, 9071  # of the text: points from the paper's edge, twips


def _stops(*stops: tuple[str, int]) -> str:
    made = "".join(f'<w:tab w:val="{kind}" w:leader="dot" w:pos="{at}"/>' for kind, at in stops)
    return f"<w:tabs>{made}</w:tabs>"


def _drawn(*paragraphs: str, mode: int = 15) -> list[Line]:
    settings = SETTINGS.replace('w:val="15"', f'w:val="{mode}"')
    return lines(convert(make("".join(paragraphs), settings=settings), bundled_fonts=True).pdf)


@pytest.mark.parametrize("at", [_WIDTH - 1, _WIDTH, _WIDTH + 1])
def test_dots_led_to_the_right_margin_stay_on_their_line(at: int) -> None:
    first, second = _drawn(para(run("Họ và tên:") + _TAB, _stops(("left", at))), para("Nơi sinh"))
    assert first.text.startswith("Họvàtên:....")
    assert second.text == "Nơisinh"


@pytest.mark.parametrize(("left", "hanging"), [(0, 1), (1, 3), (360, 1), (400, 400)])
def test_a_tab_of_a_hanging_indent_goes_to_its_end_however_short_it_is(left: int, hanging: int) -> None:
    form = _stops(("left", 1134)) + f'<w:ind w:left="{left}" w:hanging="{hanging}"/>'
    first, second = _drawn(para(_TAB + run("một"), form), para(_TAB * 2 + run("hai"), form))
    assert first.x - _LEFT == pytest.approx(left / 20, abs=0.2)
    assert second.text.endswith("hai")
    assert second.text.startswith(".")


@pytest.mark.parametrize("at", [_WIDTH - 100, _WIDTH, _WIDTH + 1, _WIDTH + 2])
def test_tabs_behind_a_right_stop_at_the_margin_draw_dots_on_the_next_line(at: int) -> None:
    """Paper of 11907 twips is A4, so a stop on the margin that its file means lies a twip beyond ours."""
    stops = _stops(("left", 5670), ("right", at))
    first, second, third = _drawn(para(run("Ngân hàng") + _TAB * 4, stops), para(run("Nơi sinh")))
    assert first.text.startswith("Ngânhàng....")
    assert set(second.text) == {"."}
    assert third.text == "Nơisinh"


@pytest.mark.parametrize("kind", ["left", "right"])
@pytest.mark.parametrize("wider", [-3, 0, 3, 8])
def test_dots_led_to_the_margin_of_paper_a_hair_off_a4_stay_on_their_line(kind: str, wider: int) -> None:
    """Its stops were set where the margin of that paper is: the PDF has A4, and the margin nearer."""
    sect = f"<w:sectPr>{PORTRAIT.replace('11906', str(11906 + wider))}</w:sectPr>"
    body = para(run("Họ và tên:") + _TAB, _stops((kind, _WIDTH + wider))) + para("Nơi sinh")
    drawn = lines(convert(make(body, sect=sect), bundled_fonts=True).pdf)
    assert [line.text.partition("...")[0] for line in drawn] == ["Họvàtên:", "Nơisinh"]


def test_dots_of_lines_that_begin_with_them_begin_at_the_margin() -> None:
    (line,) = _drawn(para(_TAB, _stops(("left", _WIDTH))))
    assert line.x == pytest.approx(_LEFT, abs=0.1)


_HANGING = '<w:ind w:left="1440" w:hanging="1440"/>'
_HEADING = "<w:keepNext/>" + _HANGING + '<w:outlineLvl w:val="0"/>'
_LONG = "Những quy định chung về quản lý, sử dụng tài sản công và trách nhiệm của người đứng đầu cơ quan"


@pytest.mark.parametrize("look", ["", "<w:b/>"])
def test_tabs_of_a_heading_are_those_of_a_paragraph(look: str) -> None:
    """Both where all of it is the heading and where only the bold words before the tab are."""
    content = run("Điều 1.", "<w:b/>") + _TAB + run(_LONG, look)
    bodies = (para(content, place) for place in (_HANGING, _HEADING))
    plain, heading = ([page] for page in (pages_of(convert(make(b), bundled_fonts=True).pdf)[0] for b in bodies))
    assert [(line.x, line.text) for line in heading[0]] == [(line.x, line.text) for line in plain[0]]
    assert heading[0][1].x == pytest.approx(_LEFT + 72, abs=0.1)


def test_a_right_stop_of_a_heading_counts_the_plain_text_behind_it() -> None:
    content = run("Điều 1.", "<w:b/>") + _TAB + run("Ban hành kèm theo")
    (first,) = pages_of(convert(make(para(content, _stops(("right", _WIDTH)) + '<w:outlineLvl w:val="0"/>'))).pdf)
    assert max(line.end for line in first) == pytest.approx(_LEFT + _WIDTH / 20, abs=0.5)


def test_a_right_stop_beyond_the_margin_holds_its_text() -> None:
    content = run("Họ và tên:") + _TAB + run("sinh ngày:") + _TAB
    (line,) = _drawn(para(content, _stops(("center", 6480), ("right", _WIDTH + 100))))
    assert line.text.startswith("Họvàtên:...")
    assert "sinhngày:..." in line.text


@pytest.mark.parametrize(
    ("kind", "at", "letters", "found"),
    [
        *(("right", at, 43, [(335, "00000")]) for at in (8800, _WIDTH, _WIDTH + 100, _WIDTH + 800)),
        *((kind, at, 45, [(335, ""), (335, "00000")]) for kind in ("right", "center") for at in (8800, _WIDTH + 100)),
    ],
)
def test_text_behind_a_tab_stays_on_its_line_where_it_has_room_without_the_tab(
    kind: str, at: int, letters: int, found: list[tuple[int, str]]
) -> None:
    """Else the tab goes to the next line with it, wherever its stop was."""
    drawn = _drawn(para(_TAB + run("i" * letters) + _TAB + run("00000"), _stops(("left", 5000), (kind, at))))
    shown = [(line.text.replace("i", "").strip("."), line) for line in drawn]
    assert [text for text, _ in shown] == [text for _, text in found]
    assert all(line.text.startswith(".") for line in drawn)


@pytest.mark.parametrize("mode", [14, 15])
def test_a_right_stop_beyond_the_margin_holds_numbers_of_pages(mode: int) -> None:
    content = run("Mã hiệu") + _TAB + run("Trang số: ") + PAGE_FIELD + run("/") + PAGE_FIELD.replace("PAGE", "NUMPAGES")
    (line,) = _drawn(para(content, _stops(("right", _WIDTH + 700))), mode=mode)
    assert line.text.endswith("Trangsố:1/1")


@pytest.mark.parametrize(("mode", "count"), [(15, 2), (14, 1)])
def test_a_left_stop_beyond_the_margin_holds_text_before_word_2013(mode: int, count: int) -> None:
    assert len(_drawn(para(run("Nơi sinh:") + _TAB, _stops(("left", _WIDTH + 100))), mode=mode)) == count


@pytest.mark.parametrize(("beyond", "count"), [(200, 1), (700, 1), (740, 2)])
def test_a_left_stop_beyond_the_margin_by_less_than_the_indent_keeps_the_first_line_one(
    beyond: int, count: int
) -> None:
    indent = '<w:ind w:firstLine="720"/>'
    assert len(_drawn(para(run("Nơi sinh:") + _TAB, _stops(("left", _WIDTH + beyond)) + indent), mode=15)) == count


@pytest.mark.parametrize("align", ["center", "right"])
def test_spaces_at_the_end_of_a_paragraph_do_not_move_it(align: str) -> None:
    aligned = f'<w:jc w:val="{align}"/>'
    plain, spaced, split = _drawn(
        para("QUYẾT ĐỊNH", aligned),
        para(run("QUYẾT ĐỊNH   "), aligned),
        para(run("QUYẾT ĐỊNH ", "<w:b w:val='0'/>") + run("  ", "<w:b/>"), aligned),
    )
    assert plain.x == pytest.approx(spaced.x, abs=0.05) == pytest.approx(split.x, abs=0.05)


@pytest.mark.parametrize("before", ["", _TAB])
@pytest.mark.parametrize("align", ["left", "both"])
@pytest.mark.parametrize("end", [run("  "), run("  ", "<w:b/>"), run("  " * 30)])
def test_spaces_at_the_end_of_a_filled_line_begin_no_new_one(align: str, before: str, end: str) -> None:
    start = "Nơi sinh: "
    dot, taken = (text_width(Faces(bundled_only=True), text, TextFormat(size=14.0)) for text in (".", start))
    dots = "." * int((_WIDTH / 20 - taken - (36 if before else 0)) / dot)  # room for less than one space more
    content = para(before + run(start + dots) + end, f'<w:jc w:val="{align}"/>')
    assert [line.text[:8] for line in _drawn(content, para("Quê quán"))] == ["Nơisinh:", "Quêquán"]


def test_underlined_spaces_at_the_end_are_a_line_to_write_on() -> None:
    written = run("Nơi sinh:") + run(" " * 150, '<w:u w:val="single"/>')
    (rule,) = strokes(convert(make(para(written)), bundled_fonts=True).pdf)
    assert rule[1] > _LEFT + _WIDTH / 20 - 20


@pytest.mark.parametrize(("indent", "reached"), [(-567, 0), (-1134, -720), (-100, 0), (0, 720)])
def test_a_tab_left_of_the_margin_goes_to_the_margin(indent: int, reached: int) -> None:
    (line,) = _drawn(para(_TAB + run("Lưu ý"), f'<w:ind w:left="{indent}"/>'))
    assert line.x == pytest.approx(_LEFT + reached / 20, abs=0.1)


@pytest.mark.parametrize("align", ["left", "both", "center"])
@pytest.mark.parametrize("lead", ["", run("1.") + _TAB])
def test_spaces_at_the_end_of_a_full_line_begin_no_other(align: str, lead: str) -> None:
    right = _WIDTH - 2290 - (720 if lead else 0)  # the text is 2283 twips wide
    look = f'<w:ind w:right="{right}"/><w:jc w:val="{align}"/>'
    for spaces in (" ", "    "):
        found = _drawn(para(lead + run("Từ ngày 13/11/2024" + spaces), look), para("sau"))
        assert "".join(line.text for line in found[:-1]) in ("Từngày13/11/2024", "1.Từngày13/11/2024")
        assert len({round(line.y) for line in found}) == 2


@pytest.mark.parametrize(("align", "share"), [("center", 0.5), ("right", 0.0)])
def test_the_first_line_of_a_centred_or_right_aligned_paragraph_is_indented(align: str, share: float) -> None:
    indent, words = 720, "Quyết định phê duyệt kế hoạch " * 8
    aligned = f'<w:jc w:val="{align}"/>'
    plain, indented = (_drawn(para(words, look + aligned)) for look in ("", f'<w:ind w:firstLine="{indent}"/>'))
    short, moved = _drawn(para("QUYẾT ĐỊNH", aligned), para("QUYẾT ĐỊNH", f'<w:ind w:firstLine="{indent}"/>' + aligned))
    assert moved.x - short.x == pytest.approx(indent / 20 * share, abs=0.05)
    assert len(indented[0].text) < len(plain[0].text)  # its room is that much less


def test_dots_typed_with_spaces_between_them_never_leave_the_page() -> None:
    found = _drawn(para(f"Lý do khác: {'. ' * 150}"))
    assert len(found) > 1
    assert found[0].text.startswith("Lýdokhác:....")
    assert sum(line.text.count(".") for line in found) == 150
    assert all(line.text.count(".") < 75 for line in found)


def test_a_line_height_without_a_rule_counts_lines() -> None:
    bare, ruled = (
        _drawn(*[para("Nội dung", f'<w:spacing w:line="360"{rule}/>')] * 2) for rule in ("", ' w:lineRule="auto"')
    )
    assert bare == ruled


@pytest.mark.parametrize("spacing", [-2, -10, 6])
def test_spaced_dots_on_both_sides_of_a_tab_stay_on_their_line(spacing: int) -> None:
    look = f'<w:spacing w:val="{spacing}"/><w:sz w:val="16"/>'
    content = run("." * 150, look) + f"<w:r><w:rPr>{look}</w:rPr><w:tab/></w:r>" + run("." * 43, look)
    props = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9071"/></w:tabs><w:jc w:val="both"/>'
    assert len(lines(convert(make(para(content, props)), bundled_fonts=True).pdf)) == 1


@pytest.mark.parametrize("spacing", [-2, -4, -6, 4])
def test_a_line_of_close_letters_filled_to_the_margin_stays_one_line(spacing: int) -> None:
    look = f'<w:spacing w:val="{spacing}"/>'
    content = run("Số lượng (bản): ......", look) + _TAB.replace("<w:tab", f"<w:rPr>{look}</w:rPr><w:tab")
    content += run("... ", look) + run("Quy ra mét: ……..... mét.", look)
    (line,) = _drawn(para(content, _stops(("right", _WIDTH)) + '<w:jc w:val="both"/>'))
    assert line.text.endswith("mét.")


def test_a_mark_without_room_behind_a_tab_goes_to_the_next_line_alone() -> None:
    first, second, _ = _drawn(para(run("Căn cứ ") + _TAB + run(";"), _stops(("left", _WIDTH))), para("Xét"))
    assert first.text.startswith("Căncứ....")
    assert second.text == ";"


@pytest.mark.parametrize("suffix", ["tab", "space"])
@pytest.mark.parametrize(("align", "share"), [("left", 0.0), ("center", 0.5), ("right", 1.0), ("end", 1.0)])
def test_a_label_stands_at_its_place_by_its_left_end_its_middle_or_its_right_end(
    align: str, share: float, suffix: str
) -> None:
    """The third level of Word's own lists is aligned to the right (ECMA-376 17.9.7)."""
    numbering = (
        '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/>'
        f'<w:suff w:val="{suffix}"/><w:lvlText w:val="%1."/><w:lvlJc w:val="{align}"/>'
        '<w:pPr><w:ind w:left="2160" w:hanging="180"/></w:pPr></w:lvl></w:abstractNum>'
        '<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>'
    )
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>'
    pdf = convert(make("".join(para("Xét", listed) for _ in range(3)), numbering=numbering), bundled_fonts=True).pdf
    for number, (label, line) in enumerate(zip(("i.", "ii.", "iii."), lines(pdf), strict=True)):
        wide = text_width(Faces(bundled_only=True), label, TextFormat(size=14.0))
        assert line.text == f"{label}Xét"
        assert line.x == pytest.approx(85.05 + 99 - share * wide, abs=0.1)
        begins = [x for foot, x, char in characters(pypdfium2.PdfDocument(pdf)[0]) if char == "X"][number]
        if suffix == "space":
            assert begins == pytest.approx(line.x + wide + 3.5, abs=0.1)
        elif share == 1:
            assert begins == pytest.approx(85.05 + 108, abs=0.1)


def test_a_word_of_several_runs_goes_to_the_next_line_whole_before_its_tab() -> None:
    """Where the tab begins is told from the whole word, not from the runs that a change of size makes of it."""
    words = "không chấp nhận đề nghị giám định bổ sung của ông Nguyễn Văn An tại "
    small = '<w:spacing w:val="-2"/><w:sz w:val="16"/>'
    dots = run("đâu:") + run("." * 60, small) + "<w:r><w:rPr>" + small + "</w:rPr><w:tab/></w:r>" + run("." * 80, small)
    first, second, third = _drawn(para(run(words) + dots, _stops(("right", _WIDTH))), para("Nơi nhận"))
    assert (first.text[-3:], second.text[:4], third.text) == ("tại", "đâu:", "Nơinhận")


@pytest.mark.parametrize("align", ["superscript", "subscript"])
def test_dots_behind_raised_text_reach_the_margin(align: str) -> None:
    """Small text takes the room of small letters."""
    content = run("Năm sinh:") + run("(12345)", f'<w:vertAlign w:val="{align}"/>') + _TAB
    (line, *more) = pages_of(convert(make(para(content, _stops(("left", _WIDTH)))), bundled_fonts=True).pdf)[0]
    assert not more
    assert line.end == pytest.approx(_LEFT + _WIDTH / 20, abs=3.6)


def test_text_centred_near_the_margin_ends_there() -> None:
    """Where half of it has no room beyond its stop, it moves left as a whole."""
    content = _TAB + run("Khánh Hòa, ngày 12 tháng 10 năm 2026  ")
    (line,) = pages_of(convert(make(para(content, _stops(("center", 7500)))), bundled_fonts=True).pdf)[0][-1:]
    assert line.text.endswith("năm2026")
    assert line.end == pytest.approx(_LEFT + _WIDTH / 20, abs=0.2)


@pytest.mark.parametrize(("align", "share"), [("center", 0.5), ("right", 0.0)])
def test_the_first_line_is_indented_wherever_it_stands(align: str, share: float) -> None:
    aligned = f'<w:ind w:firstLine="720"/><w:jc w:val="{align}"/>'
    plain, moved = _drawn(para("QUYẾT ĐỊNH", aligned.replace("720", "0")), para("QUYẾT ĐỊNH", aligned))
    assert moved.x - plain.x == pytest.approx(36 * share, abs=0.1)


@pytest.mark.parametrize("align", ["left", "center", "both"])
def test_dots_longer_than_the_indented_first_line_go_on_below(align: str) -> None:
    first, second = _drawn(para("…" * 31, f'<w:ind w:firstLine="720"/><w:jc w:val="{align}"/>'))
    assert len(first.text) + len(second.text) == 31
    assert len(first.text) > 20


@pytest.mark.parametrize("align", ["right", "center"])
def test_of_text_too_long_for_its_line_the_tab_places_what_stays_on_it(align: str) -> None:
    """The rest begins the next line at the margin."""
    content = run("6) Quê quán (xã, phường): {{ que_quan_xa }}") + _TAB + run("(tỉnh, thành phố): {{ que_quan_tinh }}")
    first, second = pages_of(convert(make(para(content, _stops((align, _WIDTH)))), bundled_fonts=True).pdf)[0]
    assert first.text.endswith("(tỉnh,thànhphố):{{")
    assert first.end == pytest.approx(_LEFT + _WIDTH / 20, abs=0.2)
    assert (second.text, second.x) == ("que_quan_tinh{{", pytest.approx(_LEFT, abs=0.1))


@pytest.mark.parametrize(("tab", "leader"), [(20, "none"), (26, "none"), (16, "none"), (26, "dot"), (40, "dot")])
def test_a_tab_taller_than_the_text_of_its_line_makes_the_line_no_taller(tab: int, leader: str) -> None:
    """As forms have it that explain a field in small letters below it: (lớp mấy)."""
    small, moved = '<w:sz w:val="20"/>', f'<w:r><w:rPr><w:sz w:val="{tab}"/></w:rPr><w:tab/></w:r>'
    stop = f'<w:tabs><w:tab w:val="left" w:leader="{leader}" w:pos="3780"/></w:tabs>'
    plain, tall = (_drawn(para(lead + run("(lớp mấy)", small), stop), para(run("sau", small))) for lead in ("", moved))
    assert len(tall) == 2  # the dots stand on the line of their text
    assert tall[1].y == pytest.approx(plain[1].y, abs=0.06)


def test_a_multiple_of_single_spacing_counts_a_taller_tab_in() -> None:
    small, moved = '<w:sz w:val="20"/>', '<w:r><w:rPr><w:sz w:val="26"/></w:rPr><w:tab/></w:r>'
    spaced = '<w:spacing w:line="360" w:lineRule="auto"/>'
    plain, tall = (
        _drawn(para(run("lớp", small) + tab + run("mấy", small), spaced), para(run("sau", small)))
        for tab in (run(" ", small), moved)
    )
    assert tall[-1].y - plain[-1].y == pytest.approx(1.725, abs=0.06)  # half of the difference of the two


@pytest.mark.parametrize("line", ["{tall}hai", "một{tall}hai", "một{tall}"], ids=["before", "between", "behind"])
def test_spaces_taller_than_the_text_of_their_line_make_it_no_taller(line: str) -> None:
    small, tall = '<w:sz w:val="22"/>', run("  ", '<w:sz w:val="40"/>')
    before, _, after = line.partition("{tall}")
    made = (run(before, small) if before else "") + tall + (run(after, small) if after else "")
    plain, moved = (
        pages_of(convert(make(para(content) + para(run("sau", small))), bundled_fonts=True).pdf)[0]
        for content in (run("một", small), made)
    )
    assert moved[-1].y - plain[-1].y == pytest.approx(0.0, abs=0.06)
    if not before:  # they are as wide as before: two spaces of 20 points
        assert moved[0].x == pytest.approx(_LEFT + 10.0, abs=0.2)


@pytest.mark.parametrize("shape", ["{tab}", "một{br}{tab}{br}hai"], ids=["paragraph", "line"])
def test_a_line_of_nothing_but_tall_tabs_is_as_tall_as_they_are(shape: str) -> None:
    small, broken = '<w:sz w:val="14"/>', "<w:r><w:br/></w:r>"

    def drawn(size: int) -> float:
        tab = f'<w:r><w:rPr><w:sz w:val="{size}"/></w:rPr><w:tab/></w:r>'
        words = {"một": run("một", small), "hai": run("hai", small), "{br}": broken, "{tab}": tab}
        content = shape
        for word, made in words.items():
            content = content.replace(word, made)
        return _drawn(para(content, f"<w:rPr>{small}</w:rPr>"), para(run("sau", small)))[-1].y

    assert drawn(28) - drawn(14) == pytest.approx(8.05, abs=0.15)


def test_a_line_of_nothing_but_tabs_is_no_taller_than_they_are() -> None:
    """Lines of dots to write on are small, the marks behind them often not."""
    tab = '<w:r><w:rPr><w:sz w:val="16"/></w:rPr><w:tab/></w:r>'
    small, tall = (
        _drawn(para(tab, f'<w:rPr><w:sz w:val="{size}"/></w:rPr>'), para(run("sau")))[-1].y for size in (16, 40)
    )
    assert small == tall


def test_a_line_of_nothing_but_tall_spaces_is_as_tall_as_they_are() -> None:
    small, tall, broken = '<w:sz w:val="22"/>', run("  ", '<w:sz w:val="40"/>'), "<w:r><w:br/></w:r>"
    content = run("một", small) + broken + tall + broken + run("hai", small)
    first, last = _drawn(para(content))
    assert last.y - first.y == pytest.approx(23.0 + 12.65, abs=0.2)


@pytest.mark.parametrize(("width", "shown"), [(1100, ["Điều10Bảođảm"]), (900, ["ĐiềuBảođảm", "10"])])
def test_a_label_that_its_cell_is_a_hair_too_narrow_for_stays_in_one_line(width: int, shown: list[str]) -> None:
    """Contracts have the number of each article, “Điều 10.”, in a narrow cell of its own."""
    numbering = (
        '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="10"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="Điều %1"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>'
    )
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>'
    body = table([width, 4000], row(cell(para("", listed)), "Bảo đảm"))
    found = lines(convert(make(body, numbering=numbering), bundled_fonts=True).pdf)
    assert [line.text for line in found] == shown


@pytest.mark.parametrize(("look", "align"), [("<w:i/>", "both"), ('<w:spacing w:val="-3"/>', "both"), ("", "left")])
def test_lines_before_a_tab_end_where_they_do_without_one(look: str, align: str) -> None:
    """On the grid of letters, and with the room that italic text leaves."""
    text = "Hồ sơ đọc, ghi chép, sao chụp (nếu sao chụp phải có bản thống kê tài liệu kèm theo) gồm có: "
    tab = "<w:r><w:tab/></w:r><w:r><w:t>tập</w:t></w:r>"

    def drawn(end: str) -> list[str]:
        stop = '<w:tabs><w:tab w:val="right" w:pos="5000"/></w:tabs>'
        places = (f'{stop}<w:ind w:right="{indent}"/><w:jc w:val="{align}"/>' for indent in range(3000, 3600, 15))
        made = make("".join(para(run(text, look) + end, place) for place in places))
        return [line.text for line in lines(convert(made, bundled_fonts=True).pdf) if line.text.startswith("Hồ")]

    assert drawn(tab) == drawn("")


@pytest.mark.parametrize("align", ["left", "center"])
def test_a_last_tab_without_room_behind_its_text_makes_no_line(align: str) -> None:
    """Page ends that Word left show it: the head «Số … Quảng Trị, ngày …» of old decisions ends so."""
    stop = f'<w:tabs><w:tab w:val="right" w:pos="{_WIDTH - 100}"/></w:tabs><w:jc w:val="{align}"/>'
    head, below = (_drawn(para(run("Số:") + _TAB + run("Quảng Trị") + last, stop), para("sau")) for last in ("", _TAB))
    assert [line.y for line in below] == pytest.approx([line.y for line in head], abs=0.1)
    two = _drawn(para(run("Số:") + _TAB + run("Quảng Trị") + _TAB + run("ngày"), stop), para("sau"))
    assert two[-1].y > head[-1].y + 10  # a word behind it goes to the next line
