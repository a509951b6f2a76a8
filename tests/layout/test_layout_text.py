"""The effective look of text and paragraphs: who wins among defaults, styles, tables and direct properties."""

from __future__ import annotations

import pytest

from generator.layout import Document, read
from generator.layout.tree import Field, LineBreak, PageBreak, Paragraph, Run, Tab, Table, TextFormat
from tests.layout.word_maker import PAGE_FIELD, cell, make, para, row, run, table


def paragraphs(document: Document) -> list[Paragraph]:
    return [block for section in document.sections for block in section.blocks if isinstance(block, Paragraph)]


def first(body: str, **parts: str) -> Paragraph:
    return paragraphs(read(make(body, **parts)))[0]  # type: ignore[arg-type]


def look(paragraph: Paragraph) -> TextFormat:
    item = paragraph.items[0]
    assert isinstance(item, Run)
    return item.format


def style(style_id: str, inside: str, *, kind: str = "paragraph", based_on: str = "") -> str:
    based = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return f'<w:style w:type="{kind}" w:styleId="{style_id}"><w:name w:val="{style_id} tên"/>{based}{inside}</w:style>'


def in_style(style_id: str, content: str, direct: str = "") -> str:
    return para(content, f'<w:pStyle w:val="{style_id}"/>{direct}')


def test_defaults_reach_plain_text() -> None:
    form = look(first(para("chữ")))
    assert (form.font, form.size, form.bold, form.language) == ("Times New Roman", 14.0, False, "vi-VN")


def test_a_style_takes_from_the_one_it_is_based_on() -> None:
    styles = style("Goc", '<w:pPr><w:jc w:val="both"/><w:ind w:firstLine="567"/></w:pPr><w:rPr><w:b/></w:rPr>')
    styles += style(
        "Con", '<w:pPr><w:spacing w:before="120"/></w:pPr><w:rPr><w:sz w:val="26"/></w:rPr>', based_on="Goc"
    )
    found = first(in_style("Con", "chữ"), styles=styles)
    assert (found.format.align, found.format.first_line, found.format.before) == ("both", 28.35, 6.0)
    assert (found.format.style_id, found.format.style_name) == ("Con", "Con tên")
    assert (look(found).bold, look(found).size) == (True, 13.0)


@pytest.mark.parametrize(
    ("nameless", "size"),
    [
        ("<w:style><w:name w:val='EmptyCellLayoutStyle'/>{}</w:style>", 14.0),
        ("<w:style w:type='paragraph' w:styleId=''>{}</w:style>", 14.0),
        ("<w:style w:type='paragraph'><w:basedOn/>{}</w:style><w:style>{}</w:style>", 14.0),
        ("<w:style w:type='paragraph' w:default='1'>{}</w:style>", 1.0),
    ],
)
def test_a_style_without_an_id_is_no_style_of_paragraphs_that_name_none(nameless: str, size: float) -> None:
    tiny = nameless.replace("{}", '<w:rPr><w:sz w:val="2"/></w:rPr>')
    assert look(first(para("chữ"), styles=tiny)).size == size


def test_a_loop_of_styles_ends() -> None:
    styles = style("A", "<w:rPr><w:b/></w:rPr>", based_on="B") + style("B", "<w:rPr><w:i/></w:rPr>", based_on="A")
    assert look(first(in_style("A", "chữ"), styles=styles)).bold


def test_direct_wins_over_character_style_over_paragraph_style() -> None:
    styles = style("P", '<w:rPr><w:sz w:val="20"/><w:color w:val="111111"/><w:u w:val="single"/></w:rPr>')
    styles += style("C", '<w:rPr><w:sz w:val="30"/><w:color w:val="222222"/></w:rPr>', kind="character")
    props = '<w:rStyle w:val="C"/><w:color w:val="333333"/>'
    form = look(first(in_style("P", run("chữ", props)), styles=styles))
    assert (form.size, form.color, form.underline) == (15.0, "333333", "single")


@pytest.mark.parametrize(
    ("paragraph", "character", "direct", "bold"),
    [
        ("<w:b/>", "", "", True),
        ("<w:b/>", "<w:b/>", "", False),
        ("<w:b/>", "<w:b/>", "<w:b/>", True),
        ("<w:b/>", "", '<w:b w:val="0"/>', False),
        ('<w:b w:val="false"/>', "<w:b/>", "", True),
    ],
)
def test_bold_in_two_style_levels_turns_round(paragraph: str, character: str, direct: str, bold: bool) -> None:
    styles = style("P", f"<w:rPr>{paragraph}</w:rPr>") + style("C", f"<w:rPr>{character}</w:rPr>", kind="character")
    props = f'<w:rStyle w:val="C"/>{direct}'
    assert look(first(in_style("P", run("chữ", props)), styles=styles)).bold is bold


def test_table_style_stands_between_defaults_and_paragraph_style() -> None:
    styles = style("T", '<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:sz w:val="22"/><w:i/></w:rPr>', kind="table")
    styles += style("P", '<w:rPr><w:sz w:val="24"/></w:rPr>')
    body = table([3000], row(cell(in_style("P", "chữ"))), props='<w:tblStyle w:val="T"/>')
    (block,) = read(make(body, styles=styles)).sections[0].blocks
    assert isinstance(block, Table)
    inside = block.rows[0].cells[0].blocks[0]
    assert isinstance(inside, Paragraph)
    assert (look(inside).size, look(inside).italic, inside.format.align) == (12.0, True, "center")


def test_paragraph_properties_in_points() -> None:
    props = (
        '<w:keepNext/><w:keepLines/><w:pageBreakBefore/><w:widowControl w:val="0"/>'
        '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="FF0000"/></w:pBdr>'
        '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9000"/></w:tabs>'
        '<w:spacing w:before="120" w:after="60" w:line="360" w:lineRule="auto"/><w:contextualSpacing/>'
        '<w:ind w:left="720" w:right="360" w:hanging="360"/><w:jc w:val="right"/><w:outlineLvl w:val="2"/>'
    )
    form = first(para("chữ", props)).format
    assert (form.keep_next, form.keep_lines, form.page_break_before, form.widow_control) == (True, True, True, False)
    assert (form.left, form.right, form.first_line) == (36.0, 18.0, -18.0)
    assert (form.before, form.after, form.line, form.line_rule, form.contextual) == (6.0, 3.0, 1.5, "auto", True)
    assert (form.align, form.outline_level) == ("right", 2)
    border = form.border("bottom")
    assert border is not None
    assert (border.style, border.width, border.space, border.color) == ("single", 0.75, 1.0, "FF0000")
    assert form.border("top") is None
    assert [(tab.position, tab.align, tab.leader) for tab in form.tabs] == [(450.0, "right", "dot")]


def test_a_cleared_tab_stop_is_gone() -> None:
    styles = style(
        "P", '<w:pPr><w:tabs><w:tab w:val="left" w:pos="1000"/><w:tab w:val="left" w:pos="2000"/></w:tabs></w:pPr>'
    )
    found = first(in_style("P", "chữ", '<w:tabs><w:tab w:val="clear" w:pos="1000"/></w:tabs>'), styles=styles)
    assert [tab.position for tab in found.format.tabs] == [100.0]


@pytest.mark.parametrize(
    ("spacing", "before"),
    [
        ('w:beforeLines="50"', 6.0),
        ('w:before="0" w:beforeLines="50"', 6.0),
        ('w:before="156" w:beforeLines="50"', 7.8),  # what Word works out with a grid of lines 312 twips high
        ('w:before="120" w:beforeLines="0"', 6.0),
    ],
)
def test_room_counted_in_lines(spacing: str, before: float) -> None:
    assert first(para("chữ", f"<w:spacing {spacing}/>")).format.before == pytest.approx(before)


@pytest.mark.parametrize(
    ("spacing", "line", "rule"),
    [
        ('w:line="276"', 1.15, "auto"),
        ('w:line="400" w:lineRule="exact"', 20.0, "exact"),
        ('w:line="280" w:lineRule="atLeast"', 14.0, "atLeast"),
        ('w:before="0"', 1.0, "auto"),
        ('w:line="0" w:lineRule="atLeast"', 1.0, "auto"),
        ('w:line="0" w:lineRule="exact"', 1.0, "auto"),
        ('w:line="0"', 1.0, "auto"),
    ],
)
def test_line_spacing(spacing: str, line: float, rule: str) -> None:
    form = first(para("chữ", f"<w:spacing {spacing}/>")).format
    assert (form.line, form.line_rule) == (line, rule)


def test_inline_items_in_order() -> None:
    content = (
        run("a") + "<w:r><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t>"
        '<w:br w:type="page"/></w:r>' + PAGE_FIELD
    )
    items = first(para(content)).items
    assert [type(item) for item in items] == [Run, Tab, Run, LineBreak, Run, PageBreak, Field]
    assert first(para(content)).text == "a\tb\nc\u2011d\n"


def test_a_break_beside_the_runs_ends_a_line() -> None:
    document = read(make(para(run("SỞ Y TẾ") + "<w:br/>" + run("VĂN PHÒNG"))))
    items = document.sections[0].blocks[0].items  # type: ignore[union-attr]
    assert [type(item) for item in items] == [Run, LineBreak, Run]
    assert not document.unsupported


def test_runs_that_word_split_are_one_again() -> None:
    items = first(para(run("Quyết ") + '<w:proofErr w:type="spellStart"/>' + run("định"))).items
    assert [item.text for item in items if isinstance(item, Run)] == ["Quyết định"]


def test_white_space_counts_only_where_it_is_preserved() -> None:
    assert first(para("<w:r><w:t>  a  b  </w:t></w:r>")).text == "a  b"
    assert first(para(run("  a  b  "))).text == "  a  b  "
    words = "<w:r><w:t>Kính</w:t></w:r><w:r><w:t> </w:t></w:r><w:r><w:t{}>gửi </w:t></w:r>"
    kept = f'<w:sdt xml:space="preserve"><w:sdtContent>{para(words)}</w:sdtContent></w:sdt>'  # holds for all within
    assert first(kept.format("")).text == "Kính gửi "
    assert first(kept.format(' xml:space="default"')).text == "Kính gửi"


def test_other_fields_show_their_result() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF x </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + run("Điều 3")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert first(para(run("theo ") + field)).text == "theo Điều 3"


def test_hyperlinks_and_content_controls_keep_their_text() -> None:
    sdt = f"<w:sdt><w:sdtPr/><w:sdtContent>{run('trong')}</w:sdtContent></w:sdt>"
    link = f'<w:hyperlink w:anchor="x">{run(" nối")}</w:hyperlink>'
    assert first(para(sdt + link)).text == "trong nối"


def test_list_labels_count_and_indent() -> None:
    level = (
        '<w:lvl w:ilvl="{0}"><w:start w:val="1"/><w:numFmt w:val="{1}"/><w:lvlText w:val="{2}"/>'
        '<w:pPr><w:ind w:left="{3}" w:hanging="360"/></w:pPr></w:lvl>'
    )
    numbering = (
        '<w:abstractNum w:abstractNumId="7">' + level.format(0, "upperRoman", "%1.", 360)
        + level.format(1, "decimal", "%1.%2", 720) + "</w:abstractNum>"
        '<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>'
    )  # fmt: skip
    levels = [0, 1, 1, 0, 1]
    body = "".join(para("x", f'<w:numPr><w:ilvl w:val="{n}"/><w:numId w:val="3"/></w:numPr>') for n in levels)
    found = paragraphs(read(make(body, numbering=numbering)))
    assert [item.label for item in found] == ["I.", "I.1", "I.2", "II.", "II.1"]
    assert [item.format.left for item in found] == [18.0, 36.0, 36.0, 18.0, 36.0]
    assert found[0].text == "I.\tx"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("<w:r><w:drawing/></w:r>", "hình vẽ ở đoạn 2"),
        (
            "<w:r><w:pict><v:shape><v:textbox><w:txbxContent/></v:textbox></v:shape></w:pict></w:r>",
            "khung văn bản ở đoạn 2",
        ),
        ('<w:r><w:footnoteReference w:id="1"/></w:r>', "chú thích không có nội dung trong tệp ở đoạn 2"),
        ("<m:oMath><m:phant/></m:oMath>", "công thức toán có chỗ giữ trống ở đoạn 2"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FG"/></w:r>', "ký hiệu F0FG của phông Wingdings ở đoạn 2"),
        ("<w:r><w:object/></w:r>", "đối tượng nhúng (OLE) ở đoạn 2"),
    ],
)
def test_what_the_tree_cannot_hold_is_recorded_with_its_place(content: str, message: str) -> None:
    made = make(para("một") + f"<w:p>{content}</w:p>")
    assert read(made).unsupported == [message]


BACKWARD = "<w:rPr><w:rtl/></w:rPr>"


@pytest.mark.parametrize(
    ("content", "refused"),
    [
        (f"<w:r>{BACKWARD}<w:t>17858.5</w:t></w:r>", False),
        (f"<w:pPr>{BACKWARD}</w:pPr>", False),  # the look of a mark alone is not printed
        (f'<w:r>{BACKWARD}<w:fldChar w:fldCharType="begin"/></w:r>', False),
        (f"<w:r>{BACKWARD}<w:instrText> PAGE </w:instrText></w:r>", False),
        (f"<w:r>{BACKWARD}<w:t>-5</w:t></w:r>", True),
        (f"<w:r>{BACKWARD}<w:t>PAGE</w:t></w:r>", True),
        (f"<w:r>{BACKWARD}<w:t>5 %</w:t></w:r>", True),
        (f"<w:r>{BACKWARD}<w:t>5</w:t><w:tab/></w:r>", True),
        ("<w:pPr><w:bidi/></w:pPr><w:r><w:t>chữ</w:t></w:r>", True),
        ('<w:pPr><w:pStyle w:val="Nguoc"/></w:pPr><w:r><w:t>chữ</w:t></w:r>', True),
        ('<w:pPr><w:pStyle w:val="Nguoc"/><w:bidi w:val="0"/></w:pPr><w:r><w:t>chữ</w:t></w:r>', False),
    ],
)
def test_text_from_right_to_left_is_told_where_it_reads_otherwise(content: str, refused: bool) -> None:
    style = '<w:style w:type="paragraph" w:styleId="Nguoc"><w:name w:val="Nguoc"/><w:pPr><w:bidi/></w:pPr></w:style>'
    found = read(make(f"<w:p>{content}</w:p>", styles=style)).unsupported
    assert bool(found) == refused
    assert all("viết từ phải sang trái ở đoạn 1" in said for said in found)


def test_the_place_inside_a_table_names_row_and_cell() -> None:
    body = table([3000, 3000], row("a", "b"), row("c", cell("<w:p><w:r><w:drawing/></w:r></w:p>")))
    assert read(make(body)).unsupported == ["hình vẽ ở bảng 1, hàng 2, ô 2"]


def test_paragraphs_say_which_of_the_file_they_are() -> None:
    body = para("một") + table([3000], row("hai")) + para("ba")
    part = "word/document.xml"
    assert [item.origin for item in paragraphs(read(make(body), origins=True))] == [(part, 1), (part, 3)]
    assert [item.origin for item in paragraphs(read(make(body)))] == [None, None]


def test_a_line_end_of_unicode_inside_a_text_is_a_line_break() -> None:
    items = first(para("một\u2028hai\tba\u2029")).items
    assert [type(item) for item in items] == [Run, LineBreak, Run, Tab, Run, LineBreak]
    assert [item.text for item in items if isinstance(item, Run)] == ["một", "hai", "ba"]


@pytest.mark.parametrize(
    ("asked", "joined"), [("standard", True), ("standardContextual", True), ("contextual", False), ("none", False)]
)
def test_letters_are_joined_where_the_file_asks_for_it(asked: str, joined: bool) -> None:
    item = first(para(run("tin", f'<w14:ligatures w14:val="{asked}"/>'))).items[0]
    assert isinstance(item, Run)
    assert item.format.ligated is joined
