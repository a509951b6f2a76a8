"""Pages: headers and numbers, sections, what must stay together, and where rules stand."""

from __future__ import annotations

import pytest

from generator.pdf import convert
from tests.agreement.reading.extraction import pages_of
from tests.layout.word_maker import (
    LANDSCAPE,
    PAGE_FIELD,
    PORTRAIT,
    SETTINGS,
    cell,
    make,
    para,
    row,
    run,
    section,
    table,
)
from tests.pdf.pdf_lines import lines, strokes

HEADER = {"header1": para(PAGE_FIELD, '<w:jc w:val="center"/>')}
REFERENCE = '<w:headerReference w:type="default" r:id="header1"/>'
RESTART = '<w:pgNumType w:start="1"/>'
NEW_PAGE = '<w:r><w:br w:type="page"/></w:r>'
TOP, BOTTOM = 56.7, 841.9 - 56.7


def pdf_of(data: bytes) -> bytes:
    return convert(data, bundled_fonts=True).pdf


def pages(data: bytes) -> dict[int, list[str]]:
    """The lines of every page, without spaces."""
    found: dict[int, list[str]] = {}
    for line in lines(pdf_of(data)):
        found.setdefault(line.page, []).append(line.text)
    return found


def two_sections() -> bytes:
    sect = section(REFERENCE + PORTRAIT + RESTART + "<w:titlePg/>")
    body = "".join(para(f"A{n}", "<w:pageBreakBefore/>" if n else "") for n in range(3))
    body += para("hết A", sect) + para("B0") + para("B1", "<w:pageBreakBefore/>")
    return make(body, headers=HEADER, sect=section(REFERENCE + LANDSCAPE + RESTART + "<w:titlePg/>"))


def test_numbers_restart_and_hide_on_the_first_page_of_each_section() -> None:
    assert pages(two_sections()) == {1: ["A0"], 2: ["2", "A1"], 3: ["3", "A2", "hếtA"], 4: ["B0"], 5: ["2", "B1"]}


def test_the_number_stands_centred_at_header_distance() -> None:
    number = next(line for line in lines(pdf_of(two_sections())) if line.text == "2" and line.page == 2)
    assert number.y == pytest.approx(28.35 + 13.1, abs=0.1)
    assert number.x + 3.5 == pytest.approx(85.05 + 453.5 / 2, abs=0.1)


def test_numbers_go_on_where_they_are_not_restarted() -> None:
    sect = section(REFERENCE + PORTRAIT)
    data = make(para("A") + para("hết", sect) + para("B"), headers=HEADER, sect=sect)
    assert pages(data) == {1: ["1", "A", "hết"], 2: ["2", "B"]}


def test_even_pages_have_their_own_header() -> None:
    settings = "<w:evenAndOddHeaders/>"
    headers = {"header1": para("lẻ"), "header2": para("chẵn")}
    sect = section(REFERENCE + '<w:headerReference w:type="even" r:id="header2"/>' + PORTRAIT)
    body = para("A") + para("B", "<w:pageBreakBefore/>") + para("C", "<w:pageBreakBefore/>")
    data = make(body, headers=headers, sect=sect, settings=settings)
    assert pages(data) == {1: ["lẻ", "A"], 2: ["chẵn", "B"], 3: ["lẻ", "C"]}


def test_the_page_count_counts_all_sections() -> None:
    field = '<w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>9</w:t></w:r></w:fldSimple>'
    data = make(para(field) + para("B", "<w:pageBreakBefore/>") + para("C", section()) + para("D"))
    assert pages(data)[1] == ["3"]


def test_a_tall_header_pushes_the_text_down() -> None:
    headers = {"header1": "".join(para(f"đầu {n}") for n in range(4))}
    data = make(para("thân"), headers=headers, sect=section(REFERENCE + PORTRAIT))
    found = lines(pdf_of(data))
    assert found[-1].y == pytest.approx(28.35 + 5 * 16.1 - 3.0, abs=0.1)


def test_space_before_is_dropped_at_an_ordinary_page_top_only() -> None:
    body = "".join(para(f"P{n}", '<w:spacing w:before="120" w:after="120"/>') for n in range(60))
    forced = para("mới", '<w:pageBreakBefore/><w:spacing w:before="240"/>')
    found = {line.text: line for line in lines(pdf_of(make(body + forced)))}
    assert found["P0"].y == pytest.approx(TOP + 6 + 13.1, abs=0.1)
    assert min(line.y for line in found.values() if line.page == 2) == pytest.approx(TOP + 13.1, abs=0.1)
    assert found["mới"].y == pytest.approx(TOP + 12 + 13.1, abs=0.1)


@pytest.mark.parametrize("filler", range(30, 48))
def test_the_signature_never_stands_alone(filler: int) -> None:
    signature = table(
        [4500, 4500],
        row("Nơi nhận:", cell(para("CHỦ TỊCH") + para() * 4 + para("Nguyễn Văn A")), props="<w:cantSplit/>"),
        borders=False,
    )
    last = para("Câu cuối cùng của văn bản này. " * 6, "<w:keepNext/><w:keepLines/>")
    found = lines(pdf_of(make("".join(para(f"P{n}") for n in range(filler)) + last + signature)))
    page = {line.text: line.page for line in found}
    (sentence,) = {line.page for line in found if "Câucuối" in line.text or "cuốicùng" in line.text}
    assert page["Nơinhận:CHỦTỊCH"] == page["NguyễnVănA"] == sentence


def test_no_line_of_a_paragraph_is_left_alone() -> None:
    for filler in range(38, 46):
        body = "".join(para(f"P{n}") for n in range(filler)) + para("chữ " * 75)
        found = [line for line in lines(pdf_of(make(body))) if line.text.startswith("chữ")]
        first = sum(1 for line in found if line.page == 1)
        assert first != 1
        assert len(found) - first != 1


def test_rows_that_may_not_split_do_not() -> None:
    tall = cell("".join(para(f"d{n}") for n in range(6)))
    body = "".join(para(f"P{n}") for n in range(42)) + table([4000], row(tall, props="<w:cantSplit/>"))
    assert {line.page for line in lines(pdf_of(make(body))) if line.text.startswith("d")} == {2}
    free = "".join(para(f"P{n}") for n in range(42)) + table([4000], row(tall))
    assert {line.page for line in lines(pdf_of(make(free))) if line.text.startswith("d")} == {1, 2}


def test_header_rows_repeat_with_their_spans() -> None:
    head = (
        row(cell("TT", '<w:vMerge w:val="restart"/>'), cell("Trách nhiệm", '<w:gridSpan w:val="2"/>'),
            props="<w:tblHeader/>"),
        row(cell("", "<w:vMerge/>"), "Chủ trì", "Phối hợp", props="<w:tblHeader/>"),
    )  # fmt: skip
    rows = [row(str(n), "a", "b", props="<w:cantSplit/>") for n in range(60)]
    found = pages(make(table([800, 3000, 3000], *head, *rows)))
    assert len(found) == 2
    for shown in found.values():
        top = "".join(shown[:3])
        assert all(text in top for text in ("TT", "Tráchnhiệm", "Chủtrì", "Phốihợp"))


def test_a_row_that_keeps_with_the_next_is_never_last_on_its_page() -> None:
    for filler in range(38, 48):
        group = row(cell(para("NHÓM", "<w:keepNext/>"), '<w:gridSpan w:val="2"/>'))
        rows = [row(f"x{n}", "a") for n in range(filler)] + [group, row("sau", "b")]
        found = {line.text: line.page for line in lines(pdf_of(make(table([3000, 3000], *rows))))}
        assert found["NHÓM"] == found["saub"]


@pytest.mark.parametrize("after", [para("sau"), para("sau", "<w:keepNext/>") + para("cuối"), table([3000], row("sau"))])
@pytest.mark.parametrize("rows", [1, 2])
def test_the_last_rows_of_a_table_keep_with_what_follows_it(after: str, rows: int) -> None:
    for filler in range(40, 48):
        above = "".join(para(f"d{number}") for number in range(filler))
        kept = [row(cell(para(f"K{n}", "<w:keepNext/>") + para(f"k{n}")), "b") for n in range(rows)]
        data = make(above + table([3000, 3000], row("đầu", "a"), *kept) + after)
        found = {line.text: line.page for line in lines(pdf_of(data))}
        assert found["sau"] == found["K0b"] == found[f"k{rows - 1}"], filler


def test_rows_in_two_parts_stand_as_close_as_in_one() -> None:
    def made(props: str) -> list[float]:
        rows = [row("đầu", "a"), row("giữa", "b"), row(cell(para("cuối", props)), "c")]
        return [line.y for line in lines(pdf_of(make(table([3000, 3000], *rows) + para("sau"))))]

    assert made("<w:keepNext/>") == pytest.approx(made(""), abs=0.01)


def test_rows_kept_together_that_no_page_could_hold_part_where_they_stand() -> None:
    rows = [row(cell(para(f"K{n}", "<w:keepNext/>"))) for n in range(70)]
    found = lines(pdf_of(make(para("trước") + table([3000], *rows) + para("sau"))))
    assert [line.text for line in found] == ["trước", *(f"K{n}" for n in range(70)), "sau"]
    assert found[1].page == 1


def filled(room: float, rows: str) -> dict[str, int]:
    """The page of each line of text in rows that begin ``room`` points above the foot of the first page."""
    line = f'<w:spacing w:line="{int((BOTTOM - TOP - room) * 2)}" w:lineRule="exact"/>'
    made = lines(
        pdf_of(make("".join(para(f"d{n}", line) for n in range(10)) + table([3000, 3000], rows, borders=False)))
    )
    return {line.text: line.page for line in made}


@pytest.mark.parametrize(
    ("height", "more", "room", "page"),
    [
        *((1000, 0, 30, 2), (1000, 0, 51, 1), (400, 0, 18, 2), (400, 0, 21, 1), (2400, 1, 60, 2)),
        *((1640, 4, 50, 2), (1640, 4, 66, 2), (2400, 7, 50, 2), (1000, 4, 50, 1)),
        *((2000, 9, 90, 2), (2000, 9, 104, 1), (2000, 9, 50, 2), (5000, 20, 200, 2), (5000, 20, 254, 1)),
        (300, 4, 20, 1),
    ],
)
def test_a_row_parts_only_where_its_least_height_has_room(height: int, more: int, room: float, page: int) -> None:
    """A row no taller than its least height never parts; one that its text makes taller goes on behind the foot."""
    held = cell(para("a") + para("x") * more)
    found = filled(room, row(held, cell(para()), props=f'<w:trHeight w:val="{height}"/>'))
    assert found["a"] == page


def test_a_row_as_high_as_the_table_in_it_moves_as_a_whole() -> None:
    """The empty paragraph that must follow a table in its cell asks for no room."""
    inside = table([2000], *(row(f"a{n}") for n in range(3)), borders=False) + para()
    found = filled(30.0, row(cell(inside), cell(para()), props='<w:trHeight w:val="1000"/>'))
    assert [found[f"a{n}"] for n in range(3)] == [2, 2, 2]


def test_a_row_parts_in_a_paragraph_that_keeps_its_lines_together() -> None:
    """As headings do: neither Word nor LibreOffice asks for that in cells."""
    held = cell(para("chữ " * 60, "<w:keepNext/><w:keepLines/>"))
    found = filled(50.0, row(held, cell("b")))
    assert {page for text, page in found.items() if "chữ" in text} == {1, 2}


def test_rows_higher_than_a_page_part_all_the_same() -> None:
    rows = row(cell("a"), cell("b"), props='<w:trHeight w:val="16000"/>')
    assert filled(100.0, rows)["ab"] == 1


@pytest.mark.parametrize(("count", "room", "last"), [(1, 18, 1), (1, 15, 2), (2, 41, 2), (2, 49, 1), (3, 66, 2)])
def test_of_a_line_spaced_wide_only_one_alone_needs_no_room_for_it(count: int, room: float, last: int) -> None:
    wide = '<w:spacing w:line="360" w:lineRule="auto"/>'
    found = filled(room, row(cell("".join(para(f"k{n}", wide) for n in range(count)))))
    assert found[f"k{count - 1}"] == last
    assert count == 1 or found["k0"] == 1


def test_a_rule_is_as_long_as_its_indents_leave() -> None:
    border = '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>'
    props = border + '<w:ind w:left="3000" w:right="4000"/><w:spacing w:line="20" w:lineRule="exact"/>'
    ((left, right, y),) = strokes(pdf_of(make(para("tên") + para("", props))))
    assert left == pytest.approx(85.05 + 150, abs=0.5)
    assert right == pytest.approx(85.05 + 453.55 - 200, abs=0.5)
    assert y == pytest.approx(TOP + 16.1 + 1 + 1 + 0.375, abs=0.15)


@pytest.mark.parametrize(
    ("rule", "value", "first", "step"),
    [("auto", 360, 13.1, 24.15), ("exact", 400, 16.0, 20.0), ("atLeast", 400, 17.0, 20.0), ("auto", 240, 13.1, 16.1)],
)
def test_line_spacing(rule: str, value: int, first: float, step: float) -> None:
    props = f'<w:spacing w:line="{value}" w:lineRule="{rule}"/>'
    one, two, *_ = lines(pdf_of(make(para("chữ " * 60, props))))
    assert one.y == pytest.approx(TOP + first, abs=0.1)
    assert two.y - one.y == pytest.approx(step, abs=0.1)


@pytest.mark.parametrize(("add", "gap"), [(False, 10.0), (True, 16.0)])
def test_gaps_overlap_unless_the_file_adds_them(add: bool, gap: float) -> None:
    body = para("A", '<w:spacing w:after="120"/>') + para("B", '<w:spacing w:before="200"/>')
    settings = "<w:compat><w:doNotUseHTMLParagraphAutoSpacing/></w:compat>" if add else ""
    a, b = lines(pdf_of(make(body, settings=settings)))
    assert b.y - a.y == pytest.approx(16.1 + gap, abs=0.1)


def test_cells_are_as_high_as_asked_and_place_their_text() -> None:
    middle, low = cell("giữa", '<w:vAlign w:val="center"/>'), cell("dưới", '<w:vAlign w:val="bottom"/>')
    data = make(table([3000, 3000], row(middle, low, props='<w:trHeight w:val="800"/>'), row("sau", "z")))
    y = {line.text: line.y for line in lines(pdf_of(data))}
    assert y["sauz"] - (TOP + 0.5 + 13.1) == pytest.approx(40, abs=0.15)
    assert y["dưới"] == pytest.approx(TOP + 40 - 3.0, abs=0.3)
    assert y["giữa"] == pytest.approx(TOP + 0.5 + (39.5 - 16.1) / 2 + 13.1, abs=0.3)


@pytest.mark.parametrize(
    "held", [run("một") + NEW_PAGE + run(" hai"), NEW_PAGE + run("một hai"), run("một hai") + NEW_PAGE]
)
def test_word_passes_over_a_page_break_inside_a_cell(held: str) -> None:
    data = make(table([3000, 3000], row("trên", "x"), row(cell(para(held)), "y")) + para("sau"))
    assert [(line.page, line.text) for line in lines(pdf_of(data))] == [(1, "trênx"), (1, "mộthaiy"), (1, "sau")]


def test_word_passes_over_a_page_break_in_a_header() -> None:
    header = {"header1": para(run("đầu") + NEW_PAGE)}
    held = section('<w:headerReference w:type="default" r:id="header1"/>' + PORTRAIT)
    found = lines(pdf_of(make(para("thân"), headers=header, sect=held)))
    assert [(line.page, line.text) for line in found] == [(1, "đầu"), (1, "thân")]


def test_word_passes_over_a_column_break_inside_a_cell() -> None:
    held = run("một") + '<w:r><w:br w:type="column"/></w:r>' + run(" hai")
    data = make(table([3000, 3000], row(cell(para(held)), "y")) + para("sau"))
    assert [(line.page, line.text) for line in lines(pdf_of(data))] == [(1, "mộthaiy"), (1, "sau")]


def test_links_in_what_pages_repeat_lead_nowhere_and_keep_their_words() -> None:
    link = f'<w:hyperlink r:id="linked">{run("tới đây")}</w:hyperlink>'
    head = row(cell(para(link)), props="<w:tblHeader/>")
    body = table([5000], head, *(row(f"hàng {at}") for at in range(80)))
    made, after = (pdf_of(make(body + rest, linked={"linked": "https://vanthu.vn/a"})) for rest in ("", para(link)))
    assert [line.page for line in lines(made) if line.text == "tớiđây"] == [1, 2]
    assert (b"https://vanthu.vn/a" in made, b"https://vanthu.vn/a" in after) == (False, True)


def test_a_row_whose_paragraph_begins_a_page_takes_the_header_rows_along() -> None:
    head = row("cột", props="<w:tblHeader/>")
    begun = row(cell(para("ba", "<w:pageBreakBefore/>")))
    data = make(para("trước") + table([3000], head, row("một"), begun, row("bốn")))
    found = [(line.page, line.text) for line in lines(pdf_of(data))]
    assert found == [(1, "trước"), (1, "cột"), (1, "một"), (2, "cột"), (2, "ba"), (2, "bốn")]


def test_a_row_that_a_merged_cell_reaches_into_stays() -> None:
    merged, on = cell("một", '<w:vMerge w:val="restart"/>'), cell("", "<w:vMerge/>")
    begun = row(on, cell(para("ba", "<w:pageBreakBefore/>")))
    data = make(table([3000, 3000], row(merged, "hai"), begun))
    assert {line.page for line in lines(pdf_of(data))} == {1}


@pytest.mark.parametrize(("above", "kept", "held"), [(1, 60, [1, 45, 16]), (0, 60, [45, 16]), (20, 44, [20, 45])])
def test_paragraphs_kept_together_begin_a_page_also_where_none_could_hold_them(
    above: int, kept: int, held: list[int]
) -> None:
    """The standard's words (17.3.1.15): they start on a new page, with page breaks as needed afterwards."""
    body = [para(f"trên {at}") for at in range(above)]
    body += [para(f"đoạn {at}", "<w:keepNext/>") for at in range(kept)]
    found = pages(make("".join(body) + para("Dưới")))
    assert [len(page) for page in found.values()] == held


@pytest.mark.parametrize(("usual", "first"), [(1, 6), (6, 1), (2, 0)])
def test_the_first_page_may_have_a_foot_of_its_own_height(usual: int, first: int) -> None:
    feet = {"footer1": usual, "footer2": first}
    references = (
        '<w:footerReference w:type="default" r:id="footer1"/><w:footerReference w:type="first" r:id="footer2"/>'
    )
    made = make(
        "".join(para(f"Đoạn {number}") for number in range(110)) + section(references + PORTRAIT + "<w:titlePg/>"),
        headers={name: "".join(para(f"Chân {n}") for n in range(lines)) or para() for name, lines in feet.items()},
    )
    found = lines(convert(made, bundled_fonts=True).pdf)
    for page, count in ((1, first), (2, usual)):
        foot = [line.y for line in found if line.page == page and line.text.startswith("Chân")]
        body = [line.y for line in found if line.page == page and line.text.startswith("Đoạn")]
        assert foot == pytest.approx([841.9 - 28.35 - 3.0 - 16.1 * n for n in range(count - 1, -1, -1)], abs=0.6)
        end = 841.9 - max(56.7, 28.35 + 16.1 * max(count, 1))
        assert 0 <= end - 3.0 - max(body) < 16.1


def test_a_first_page_without_header_and_footer_keeps_no_room_for_them() -> None:
    edge = PORTRAIT.replace('w:top="1134"', 'w:top="200"').replace('w:bottom="1134"', 'w:bottom="200"')
    sect = section(REFERENCE + '<w:footerReference w:type="default" r:id="footer1"/>' + edge + "<w:titlePg/>")
    body = "".join(para(f"dòng {number}") for number in range(120))
    found = lines(pdf_of(make(body, headers={"header1": para("đầu"), "footer1": para("chân")}, sect=sect)))
    first = [line for line in found if line.page == 1]
    second = [line for line in found if line.page == 2 and line.text.startswith("dòng")]
    assert first[0].y == pytest.approx(10 + 13.1, abs=0.1)
    assert 0 <= 841.9 - 10 - 3.03 - first[-1].y < 16.1
    assert second[0].y == pytest.approx(28.35 + 16.1 + 13.1, abs=0.1)


def test_a_section_without_header_and_footer_keeps_no_room_for_them() -> None:
    edge = PORTRAIT.replace('w:top="1134"', 'w:top="200"').replace('w:bottom="1134"', 'w:bottom="200"')
    body = lines(pdf_of(make("".join(para(f"dòng {number}") for number in range(60)), sect=section(edge))))
    first = [line for line in body if line.page == 1]
    assert first[0].y == pytest.approx(10 + 13.1, abs=0.1)
    assert 0 <= 841.9 - 10 - 3.03 - first[-1].y < 16.1


def test_an_empty_header_and_footer_take_the_room_of_their_line() -> None:
    near = PORTRAIT.replace('w:top="1134"', 'w:top="600"').replace('w:bottom="1134"', 'w:bottom="600"')
    props = '<w:spacing w:after="400"/>'
    body = "".join(para(f"dòng {number}") for number in range(60))
    plain = lines(convert(make(body, sect=section(near)), bundled_fonts=True).pdf)
    sect = section(REFERENCE + '<w:footerReference w:type="default" r:id="footer1"/>' + near)
    made = convert(make(body, headers={"header1": para("", props), "footer1": para("", props)}, sect=sect))
    lower = lines(made.pdf)
    assert lower[0].y - plain[0].y == pytest.approx(567 / 20 + 16.1 + 20 - 30, abs=0.1)
    assert sum(line.page == 1 for line in lower) < sum(line.page == 1 for line in plain) - 2


def test_the_distance_of_a_header_or_footer_that_is_not_there_takes_no_room() -> None:
    near = PORTRAIT.replace('w:top="1134"', 'w:top="300"').replace('w:bottom="1134"', 'w:bottom="300"')
    body = "".join(para(f"dòng {number}") for number in range(120))
    found = lines(pdf_of(make(body, sect=section(near))))
    for page in (1, 2):
        body_lines = [line.y for line in found if line.page == page]
        assert body_lines[0] == pytest.approx(15 + 13.1, abs=0.1)
        assert 0 <= 841.9 - 15 - 3.0 - body_lines[-1] < 16.1
    sect = section('<w:footerReference w:type="default" r:id="footer1"/>' + near + "<w:titlePg/>")
    found = lines(pdf_of(make(body, headers={"footer1": para("chân")}, sect=sect)))
    ends = [max(line.y for line in found if line.page == page and line.text != "chân") for page in (1, 2)]
    assert 0 <= 841.9 - 15 - 3.0 - ends[0] < 16.1
    assert 0 <= 841.9 - 28.35 - 16.1 - 3.0 - ends[1] < 16.1


@pytest.mark.parametrize(("flag", "moved"), [("", 0), ("<w:splitPgBreakAndParaMark/>", 1)])
def test_the_mark_behind_a_page_break_is_a_line_where_the_file_says_so(flag: str, moved: int) -> None:
    settings = SETTINGS.replace("<w:compat>", f"<w:compat>{flag}")
    data = make(para(run("một") + NEW_PAGE) + para("hai") + para(NEW_PAGE) + para("ba"), settings=settings)
    found = lines(pdf_of(data))
    assert [(line.page, line.text) for line in found] == [(1, "một"), (2, "hai"), (3, "ba")]
    height = 16.1  # of a line of 14 points
    assert [line.y - found[0].y for line in found] == pytest.approx([0, moved * height, moved * height], abs=0.2)


@pytest.mark.parametrize(("flag", "stretched"), [("", True), ("<w:doNotExpandShiftReturn/>", False)])
def test_justified_lines_that_end_at_a_break_are_stretched_unless_the_file_says_no(flag: str, stretched: bool) -> None:
    settings = SETTINGS.replace("<w:compat>", f"<w:compat>{flag}")
    content = run("chữ ngắn") + "<w:r><w:br/></w:r>" + run("dòng sau")
    (page,) = pages_of(pdf_of(make(para(content, '<w:jc w:val="both"/>'), settings=settings)))
    right = max(line.end for line in page)
    assert (right > 530) is stretched
