"""What LibreOffice is told in other words means the same, and a file without it goes to it byte for byte."""

from __future__ import annotations

import io
import re
import zipfile
from itertools import pairwise

import pytest

from generator.pdf import convert
from tests.agreement.plain.labels import labels_said
from tests.agreement.plain.objects import pictured
from tests.agreement.plain.own_styles import sized
from tests.agreement.plain.saying import said_plainly
from tests.agreement.reading.extraction import pages_of
from tests.layout.word_maker import PORTRAIT, SETTINGS, make, para, run, section, table
from tests.layout.word_maker import row as table_row

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def body_told(docx: bytes) -> str:
    return zipfile.ZipFile(io.BytesIO(said_plainly(docx))).read("word/document.xml").decode()


def _looks(body: str) -> list[tuple[str, str]]:
    """The texts of runs, each with what is said of its letters."""
    return [
        (
            "".join(sorted(re.findall(r"<w:(?:spacing|w) [^>]*>", run[0]))),
            "".join(re.findall(r"<w:t[^>]*>([^<]*)", run[0])),
        )
        for run in re.finditer(r"<w:r>.*?</w:r>", body)
    ]


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        (("Kính gửi ${Ten},${Noi} x",), ("Kính gửi #{Ten{,#{Noi} x",)),
        (("a ${Te", "n}$", "{Noi}"), ("a #{Te", "n{#", "{Noi}")),
        (("{#ds}{ten}{/ds}",), ("{#ds{{ten{{;ds}",)),
        (("{#a}x{/}{#b}y{/b}",), ("{#a{x{;\u2060{{#b{y{;b}",)),
        (("năm …", "{/ds}", " == 'a'}{ten}"), ("năm …", "\u2060{;ds}", " == 'a'\u2060{{ten}")),
        (("{{ten}} và {{noi}}.",), ("{{ten{} và {{noi{{.",)),
        (("{% if a %}{{b}} %} 5%}",), ("{% if a %\u2060{{{b{} %} 5%}",)),
        (("D:\\Mau\\1", "\\ x"), ("D:\\\u2060Mau\\\u20601", "\\ x")),
        (("{% if a %", "}c"), ("{% if a %", "\u2060{c")),
    ],
)
def test_places_to_fill_in_and_paths_hold_together(texts: tuple[str, ...], told: tuple[str, ...]) -> None:
    assert body_told(make(para("".join(map(run, told))))) in body_told(make(para("".join(map(run, texts)))))


def test_a_line_may_end_behind_a_hyphen_before_a_figure() -> None:
    assert "số 260205-\u200b002, Đ-\u200b5" in body_told(make(para(run("số 260205-002, Đ-5"))))
    assert ">\u200b002<" in body_told(make(para(run("260205") + run("-") + run("002"))))


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        (("ngày {{ ", "ngay | date"), ("ngày {{ ", "\u200bngay | date")),
        (("ngày {{", " ngay"), ("ngày {{", " \u200bngay")),
        (("ngày {{", "  ", "ngay"), ("ngày {{", "  ", "\u200bngay")),
        (("(", "ký )"), ("(", "ký \u200b)")),
        (("tại ", "...", "."), ("tại ", "\u200b...", ".")),
    ],
)
def test_a_line_may_end_at_every_space(texts: tuple[str, ...], told: tuple[str, ...]) -> None:
    assert para("".join(map(run, told))) in body_told(make(para("".join(map(run, texts)))))


@pytest.mark.parametrize("mark", [")", ".", "…"])
def test_a_line_may_end_behind_a_tab(mark: str) -> None:
    tab = "<w:r><w:tab/></w:r>"
    assert f">\u200b{mark}<" in body_told(make(para(run("Tổng:") + tab + run(mark))))
    plain = make(
        para(run("Tổng:") + "<w:r><w:br/></w:r>" + run(mark), '<w:tabs><w:tab w:val="left" w:pos="900"/></w:tabs>')
    )
    assert said_plainly(plain) == plain


@pytest.mark.parametrize("text", ["giá 5 $ một cái", "520/QĐ-UBND", "a} b", "f(x) = {1; 2}", "từ -5 (-7) đến 8 -9"])
def test_other_text_goes_as_it_is(text: str) -> None:
    docx = make(para(run(text)))
    assert said_plainly(docx) == docx


def test_a_cell_is_a_hair_wider() -> None:
    body = body_told(make(para("ngoài") + table([3000], table_row("trong"))))
    assert body.count('<w:ind w:right="-3"/>') == 1
    assert body.index('w:right="-3"') > body.index("<w:tc>")


@pytest.mark.parametrize(
    ("style", "direct", "told"),
    [
        ("Dam", "<w:sz/>", '<w:rStyle w:val="Dam"/><w:b w:val="0"/><w:sz/>'),
        ("DamCon", "", '<w:rStyle w:val="DamCon"/><w:b w:val="0"/>'),
        ("Dam", "<w:b/>", '<w:rStyle w:val="Dam"/><w:b/>'),
        ("Thuong", "", '<w:rStyle w:val="Thuong"/></w:rPr>'),
    ],
)
def test_bold_of_two_styles_is_said_to_be_off(style: str, direct: str, told: str) -> None:
    def made(kind: str, name: str, said: str) -> str:
        return f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{name}"/>{said}</w:style>'

    bold = "<w:rPr><w:b/></w:rPr>"
    styles = (
        made("paragraph", "Muc", bold)
        + made("character", "Dam", bold)
        + made("character", "DamCon", '<w:basedOn w:val="Dam"/>')
        + made("character", "Thuong", '<w:basedOn w:val="Dam"/><w:rPr><w:b w:val="0"/></w:rPr>')
    )
    content = run("chữ", f'<w:rStyle w:val="{style}"/>{direct}')
    assert told in body_told(make(para(content, '<w:pStyle w:val="Muc"/>'), styles=styles))
    plain = make(para(content), styles=styles)
    assert said_plainly(plain) == plain


def test_a_symbol_is_one_of_its_font() -> None:
    assert 'w:char="F0DA"' in body_told(make(para('<w:r><w:sym w:font="Symbol" w:char="00DA"/></w:r>')))
    plain = make(para('<w:r><w:sym w:font="Symbol" w:char="25CF"/></w:r>'))
    assert said_plainly(plain) == plain


def test_what_the_web_hides_is_printed() -> None:
    marks = ('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    hidden = run("81", "<w:webHidden/>")
    assert body_told(make(para(hidden.join(marks) + hidden))).count("webHidden") == 1


def test_a_space_is_as_wide_as_the_room_added_makes_it() -> None:
    closer, size = '<w:spacing w:val="-17"/>', '<w:sz w:val="26"/>'
    told = body_told(make(para(run("Nước") + run(" ", closer + size) + run("sản"))))
    assert run(" ", '<w:w w:val="74"/>' + size) in told  # 3.25 points less 0.85
    wide = '<w:w w:val="105"/>'
    told = body_told(make(para(run("Nước", wide) + run(" ", closer + wide + size) + run("sản", wide))))
    assert run(" ", '<w:w w:val="79"/>' + size) in told
    told = body_told(make(para(run("Nước") + run(" ", closer) + run("sản"))))
    assert run(" ", '<w:w w:val="76"/>') in told  # of the usual style's 14 points


@pytest.mark.parametrize(
    ("runs", "told"),
    [
        # A space beside the run takes what its last letter lacks, and its own: 3.25 points less 0.2, or less 0.1.
        ((("Nước ", -2), ("sản", 0)), (("Nước", -2), (" ", 94, "w"), ("sản", 0))),
        ((("Nước", -2), (" sản", 0)), (("Nước", -2), (" ", 97, "w"), ("sản", 0))),
        ((("Nước", -2), (" ", -2), ("sản", 0)), (("Nước", -2), (" ", 94, "w"), ("sản", 0))),
        # Inside a word two letters stand nearer: each cut leaves a letter as wide as it is.
        ((("Số", 0), ("....", -2), ("/QĐ", 0)), (("Số", 0), ("..", -6), ("..", -2), ("/QĐ", 0))),
        ((("..", -2), ("/QĐ", 0)), (("..", -4), ("/QĐ", 0))),
        ((("/", -2), ("QĐ-", 0)), (("/", -2), ("QĐ", -2), ("-", 0))),
        # Nothing lacks behind the last letter of all, nor where letters stand apart.
        ((("Nước", 0), (" sản", -2)), (("Nước", 0), (" sản", -2))),
        ((("Nước ", 2), ("sản", 0)), (("Nước ", 2), ("sản", 0))),
    ],
)
def test_the_last_letter_of_closer_text_is_as_close(
    runs: tuple[tuple[str, int], ...], told: tuple[tuple[str, int] | tuple[str, int, str], ...]
) -> None:
    """Of 13 points: what the standard says, spelt out for LibreOffice, which leaves the last letter of a run wide."""

    def written(text: str, room: int, name: str = "spacing") -> str:
        return run(text, (f'<w:{name} w:val="{room}"/>' if room else "") + '<w:sz w:val="26"/>')

    made = body_told(make(para("".join(written(*one) for one in runs))))
    assert _looks(made) == _looks(para("".join(written(*one) for one in told)))


def test_a_tracked_look_is_not_told() -> None:
    before = '<w:rPrChange w:id="1"><w:rPr><w:spacing w:val="4"/></w:rPr></w:rPrChange>'
    told = body_told(
        make(para(run("Nước", before) + run(" ", '<w:spacing w:val="-17"/>' + before) + run("sản", before)))
    )
    assert "rPrChange" not in told
    assert told.count("<w:rPr>") == told.count("</w:rPr>")


def test_a_letter_with_its_mark_apart_is_one_letter(soffice: str) -> None:
    from tests.agreement.references import libreoffice_pdfs

    pdf = libreoffice_pdfs(soffice, {"a": make(para("Tie\u0302\u0301ng Vie\u0323\u0302t"))})["a"]
    assert [line.text for line in pages_of(pdf)[0]] == ["TiếngViệt"]


_NOTES = {
    "endnotes": '<w:endnote w:id="2"><w:p><w:r><w:endnoteRef/></w:r>'
    '<w:r><w:t xml:space="preserve"> Chú thích</w:t></w:r></w:p></w:endnote>'
}


@pytest.mark.parametrize(("said", "label"), [("", "i"), ('<w:numFmt w:val="decimal"/>', "1")])
def test_endnotes_stand_behind_the_text(soffice: str, said: str, label: str) -> None:
    from tests.agreement.references import libreoffice_pdfs

    settings = SETTINGS + f"<w:endnotePr>{said}</w:endnotePr>"
    docx = make(para(run("Xã") + '<w:r><w:endnoteReference w:id="2"/></w:r>'), settings=settings, notes=_NOTES)
    pages = pages_of(libreoffice_pdfs(soffice, {"a": docx})["a"])
    assert [[line.text for line in page] for page in pages] == [[f"Xã{label}", f"{label}Chúthích"]]


@pytest.mark.parametrize("said", ['<w:numFmt w:val="chicago"/>', '<w:pos w:val="sectEnd"/>', '<w:numStart w:val="3"/>'])
def test_endnotes_numbered_or_placed_otherwise_go_as_they_are(said: str) -> None:
    settings = SETTINGS + f"<w:endnotePr>{said}</w:endnotePr>"
    docx = make(para(run("Xã") + '<w:r><w:endnoteReference w:id="2"/></w:r>'), settings=settings, notes=_NOTES)
    assert said_plainly(docx) == docx


_REFERENCE = '<w:r><w:footnoteReference w:id="2"/></w:r>'


@pytest.mark.parametrize(
    ("note", "shown"),
    [
        ("<w:r><w:footnoteRef/></w:r>" + run(" Chú thích"), "1Chúthích"),
        (run("(") + "<w:r><w:footnoteRef/></w:r>" + run(") Chú thích"), "(1)Chúthích"),
        (run("(1) Chú thích"), "(1)Chúthích"),
    ],
)
def test_the_number_of_a_footnote_stands_where_its_note_has_it(soffice: str, note: str, shown: str) -> None:
    from tests.agreement.references import libreoffice_pdfs

    notes = {"footnotes": f'<w:footnote w:id="2"><w:p>{note}</w:p></w:footnote>'}
    docx = make(para(run("Xã (") + _REFERENCE + run(") Ia Grai")), notes=notes)
    pages = pages_of(libreoffice_pdfs(soffice, {"a": docx})["a"])
    assert [[line.text for line in page] for page in pages] == [["Xã(1)IaGrai", shown]]


_TALL = "<w:t>\u200d</w:t></w:r>"


@pytest.mark.parametrize(
    ("content", "mark", "told"),
    [
        ("<w:r><w:rPr><w:b/></w:rPr><w:tab/></w:r>", "", f"<w:rPr><w:b/></w:rPr>{_TALL}"),
        (run("\u00a0", "<w:b/>"), "<w:rPr><w:i/></w:rPr>", f"<w:rPr><w:b/></w:rPr>{_TALL}"),
        (run("  ", "<w:b/>"), "<w:rPr><w:i/></w:rPr>", f"{_TALL}<w:r><w:rPr><w:i/></w:rPr>{_TALL}"),
        (run("  ", "<w:b/>") + "<w:r><w:tab/></w:r>", "", f"</w:rPr>{_TALL}"),
        (run("a") + "<w:r><w:br/></w:r>", "<w:rPr><w:i/></w:rPr>", f"<w:br/></w:r><w:r><w:rPr><w:i/></w:rPr>{_TALL}"),
    ],
)
def test_a_line_of_blanks_says_how_tall_it_is(content: str, mark: str, told: str) -> None:
    assert told in body_told(make(para(content, mark)))
    assert "\u200d" not in body_told(make(para(content + run("chữ"), mark)))


def test_dotted_lines_of_an_exact_height_have_it_on_every_line(soffice: str) -> None:
    from tests.agreement.references import libreoffice_pdfs

    stop = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9000"/></w:tabs>'
    dots = para("<w:r><w:tab/></w:r>", f'{stop}<w:spacing w:line="360" w:lineRule="exact"/>')
    pdf = libreoffice_pdfs(soffice, {"a": make(dots * 30)})["a"]
    feet = [line.y for line in pages_of(pdf)[0]]
    assert [low - high for high, low in pairwise(feet)] == pytest.approx([18] * 29, abs=0.1)


@pytest.mark.parametrize(("width", "height"), [(11909, 16834), (11907, 16840), (11906, 16838), (11920, 16820)])
def test_text_stands_in_one_place_on_paper_a_hair_off_a4(soffice: str, width: int, height: int) -> None:
    """Nothing is said about it: both make it A4, or neither does, so the last twip of a line has room in both."""
    from tests.agreement.references import libreoffice_pdfs

    paper = PORTRAIT.replace('w:w="11906" w:h="16838"', f'w:w="{width}" w:h="{height}"')
    right = para(run("chữ"), '<w:jc w:val="right"/>')
    docx = make(right * 60, sect=section(paper))
    assert said_plainly(docx) == docx
    ours, theirs = pages_of(convert(docx).pdf), pages_of(libreoffice_pdfs(soffice, {"a": docx})["a"])
    assert [len(page) for page in ours] == [len(page) for page in theirs]
    assert ours[0][0].x == pytest.approx(theirs[0][0].x, abs=0.25)


@pytest.mark.parametrize(("spaces", "told"), [(30, 28), (28, 28), (60, 60)])
def test_spaces_a_little_taller_than_the_text_beside_them_are_as_tall(spaces: int, told: int) -> None:
    said = [run(text, f'<w:sz w:val="{size}"/>') for text, size in (("một", 28), (" ", spaces), ("hai", 28))]
    assert body_told(make(para("".join(said)))).count(f'<w:sz w:val="{told}"/>') == (3 if told == 28 else 1)


_LOWERED = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Thuong"><w:name w:val="Normal"/><w:pPr><w:ind w:left="144"/>'
    '</w:pPr><w:rPr><w:position w:val="-1"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Tren"><w:name w:val="Tren"/><w:basedOn w:val="Thuong"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Rieng"><w:name w:val="Rieng"/><w:rPr><w:b/></w:rPr></w:style>'
)


def test_text_that_a_style_lowers_is_lowered_run_by_run() -> None:
    own = run("riêng", '<w:position w:val="4"/>')
    body = para("a") + para("b", '<w:pStyle w:val="Tren"/>') + para("c", '<w:pStyle w:val="Rieng"/>') + para(own)
    assert said_plainly(make(para("a") + para(own))) == make(para("a") + para(own))
    told = make(body, styles=_LOWERED)
    styles = zipfile.ZipFile(io.BytesIO(said_plainly(told))).read("word/styles.xml").decode()
    assert "w:position" not in styles
    written = body_told(told)
    assert [written.count(f'<w:position w:val="{height}"/>') for height in (-1, 4)] == [2, 1]


def test_a_style_built_on_none_has_no_indents_of_the_default_style() -> None:
    styles = (
        zipfile.ZipFile(io.BytesIO(said_plainly(make(para("a"), styles=_LOWERED)))).read("word/styles.xml").decode()
    )
    none = '<w:pPr><w:ind w:left="0" w:right="0" w:firstLine="0"/></w:pPr>'
    assert f'<w:name w:val="Rieng"/>{none}<w:rPr>' in styles
    assert styles.count(none) == 1


_SIZED = (
    "<w:docDefaults><w:rPrDefault><w:rPr>{}</w:rPr></w:rPrDefault></w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Thuong"><w:name w:val="Normal"/><w:rPr><w:sz w:val="22"/>'
    '</w:rPr></w:style><w:style w:type="paragraph" w:styleId="Tren"><w:name w:val="Tren"/><w:basedOn w:val="Thuong"/>'
    '</w:style><w:style w:type="paragraph" w:styleId="Rieng"><w:name w:val="Rieng"/><w:rPr><w:b/></w:rPr></w:style>'
)


def test_the_size_of_the_default_style_is_that_of_the_file_where_it_says_none() -> None:
    told = sized(_SIZED.format("<w:b/>").encode()).decode()
    assert '<w:b/><w:sz w:val="22"/></w:rPr></w:rPrDefault>' in told
    assert told.count('<w:sz w:val="22"/>') == 2
    assert '<w:name w:val="Rieng"/><w:rPr><w:sz w:val="20"/><w:b/>' in told  # built on none, it keeps the 10 points
    own = _SIZED.format('<w:sz w:val="26"/>').encode()
    assert sized(own) == own


def test_column_breaks_in_cells_are_passed_over() -> None:
    broken = run("a") + '<w:r><w:br w:type="column"/></w:r>' + run("b")
    assert "column" not in body_told(make(table([3000], table_row(para(broken)))))
    assert "column" in body_told(make(para(broken) + table([3000], table_row("c"))))


def test_an_empty_text_is_no_line_of_blanks() -> None:
    assert "\u200d" not in body_told(make(para(run(""))))


def test_a_formula_of_an_old_editor_is_its_picture() -> None:
    shape = '<v:shape id="a" style="width:9pt;height:9pt" o:ole=""><v:imagedata r:id="rId5"/></v:shape>'
    said = '<w:object>{}<o:OLEObject Type="Embed" ProgID="{}" ShapeID="a" r:id="rId6"/></w:object>'
    plain = pictured(said.format(shape, "Equation.3").encode()).decode()
    assert plain == f"<w:pict>{shape.replace(' o:ole=' + chr(34) * 2, '')}</w:pict>"
    sheet = said.format(shape, "Excel.Sheet.12").encode()
    assert pictured(sheet) == sheet


def test_labels_leave_out_the_levels_that_show_no_number() -> None:
    level = '<w:lvl w:ilvl="{}"><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl>'
    levels = level.format(0, "none", "2") + level.format(1, "decimal", "%12.%2")
    body = f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum></w:numbering>'
    assert b'w:val="2.%2"' in labels_said(body.encode())
    counted = body.replace('"none"', '"decimal"').encode()
    assert labels_said(counted) == counted


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ('<w:font w:name="TimesNewRomanPSMT"><w:altName w:val="Times New Roman"/></w:font>', "Times New Roman"),
        ('<w:font w:name="TimesNewRomanPSMT"><w:altName w:val="La, Times New Roman"/></w:font>', "TimesNewRomanPSMT"),
        ('<w:font w:name="Khac"><w:altName w:val="Arial"/></w:font>', "TimesNewRomanPSMT"),
    ],
)
def test_a_font_is_asked_for_by_its_other_name(known: str, said: str) -> None:
    made = make(para(run("chữ", '<w:rFonts w:ascii="TimesNewRomanPSMT"/>')))
    stream = io.BytesIO(made)
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("word/fontTable.xml", f'<w:fonts xmlns:w="{W}">{known}</w:fonts>')
    assert f'w:ascii="{said}"' in body_told(stream.getvalue())


@pytest.mark.parametrize(
    ("mark", "content", "said"),
    [
        ('<w:rStyle w:val="To"/><w:i/>', "", True),
        ('<w:rStyle w:val="To"/><w:sz w:val="22"/>', "", False),
        ('<w:rStyle w:val="To"/>', run("chữ"), False),
        ("<w:i/>", "", False),
    ],
)
def test_an_empty_paragraph_is_as_tall_as_the_character_style_of_its_mark(mark: str, content: str, said: bool) -> None:
    styles = (
        '<w:style w:type="character" w:styleId="Lon"><w:name w:val="Lon"/><w:rPr><w:sz w:val="36"/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="To"><w:name w:val="To"/><w:basedOn w:val="Lon"/></w:style>'
    )
    body = body_told(make(f"<w:p><w:pPr><w:rPr>{mark}</w:rPr></w:pPr>{content}</w:p>", styles=styles))
    assert ('<w:sz w:val="36"/>' in body) == said


def test_the_first_section_of_a_file_goes_on_on_no_page() -> None:
    goes_on, numbers = '<w:type w:val="continuous"/>', '<w:pgNumType w:start="907"/>'
    first = para("một", section(goes_on + PORTRAIT + numbers))
    told = body_told(make(first + para("hai"), sect=section(goes_on + PORTRAIT + numbers)))
    assert told.index(goes_on) > told.index("hai")
    assert told.count(numbers) == 2
    unnumbered = make(
        para("một", section(goes_on + PORTRAIT)) + para("hai"), sect=section(goes_on + PORTRAIT + numbers)
    )
    assert said_plainly(unnumbered) == unnumbered


@pytest.mark.parametrize(
    ("setting", "kept"), [("", 0), ('<w:evenAndOddHeaders w:val="0"/>', 0), ("<w:evenAndOddHeaders/>", 1)]
)
def test_feet_of_even_pages_are_left_out_where_no_page_has_them(setting: str, kept: int) -> None:
    sect = section('<w:footerReference w:type="even" r:id="footer1"/>' + PORTRAIT)
    settings = SETTINGS + setting
    assert body_told(make(para("Điều 1"), sect=sect, settings=settings)).count('w:type="even"') == kept
