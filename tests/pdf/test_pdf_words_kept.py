"""No word is lost, however it is put into the file and wherever it stands."""

from __future__ import annotations

import unicodedata

import pypdfium2
import pytest

from generator.pdf import convert
from tests.layout.drawing_maker import anchored, inline, png, straight, text_box
from tests.layout.drawing_maker import picture as graphic
from tests.layout.word_maker import PORTRAIT, cell, make, para, row, run, section, table

_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF a </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
_ONE = "<w:r><w:t>{}</w:t>{}<w:t>{}</w:t></w:r>"
_RUBY = (
    '<w:r><w:ruby><w:rubyPr><w:rubyAlign w:val="{}"/><w:hps w:val="14"/><w:hpsRaise w:val="26"/></w:rubyPr>'
    "<w:rt>{}</w:rt><w:rubyBase>{}</w:rubyBase></w:ruby></w:r>"
)
_INSIDE = {  # what stands between two halves of a word inside one run
    "a soft hyphen": "<w:softHyphen/>", "a hyphen": "<w:noBreakHyphen/>", "a tab": "<w:tab/>", "a break": "<w:br/>",
    "a return": "<w:cr/>", "an old page break": "<w:lastRenderedPageBreak/>",
    "a placed tab": '<w:ptab w:relativeTo="margin" w:alignment="right" w:leader="none"/>',
    "a symbol": '<w:sym w:font="Wingdings" w:char="F0FC"/>',
    "a clearing break": '<w:br w:type="textWrapping" w:clear="all"/>', "a comment": '<w:commentReference w:id="9"/>',
    "a field's mark": "<w:annotationRef/>", "a deleted piece": "<w:delText>bỏ</w:delText>",
}  # fmt: skip
_LETTERS = {  # characters between two halves
    "a no-break space": "\u00a0", "a zero-width space": "\u200b", "a joiner": "\u2060", "a byte order mark": "\ufeff",
    "a soft hyphen character": "\u00ad", "a narrow space": "\u202f", "a tab character": "\t", "a line end": "\u2028",
    "a hyphen that holds": "\u2011", "a slash": "/", "a full stop": ".",
}  # fmt: skip
_LOOKS = {
    "bold": "<w:b/>", "larger": '<w:sz w:val="44"/>', "spaced": '<w:spacing w:val="200"/>',
    "tight": '<w:spacing w:val="-20"/>',
    "wide": '<w:w w:val="200"/>', "narrow": '<w:w w:val="50"/>', "raised": '<w:position w:val="12"/>',
    "lowered": '<w:position w:val="-12"/>', "above": '<w:vertAlign w:val="superscript"/>',
    "below": '<w:vertAlign w:val="subscript"/>', "capitals": "<w:caps/>", "small capitals": "<w:smallCaps/>",
    "framed": '<w:bdr w:val="single" w:sz="4"/>', "shaded": '<w:highlight w:val="yellow"/>', "struck": "<w:strike/>",
    "underlined": '<w:u w:val="wave"/>', "fitted": '<w:kern w:val="2"/>', "unproofed": "<w:noProof/>",
    "another language": '<w:lang w:val="en-US"/>', "shown": '<w:vanish w:val="0"/>',
}  # fmt: skip
_AROUND = {  # what holds a half of a word
    "a link": '<w:hyperlink w:anchor="a">{}</w:hyperlink>', "a tag": '<w:smartTag w:element="a">{}</w:smartTag>',
    "an insertion": '<w:ins w:id="1" w:author="a">{}</w:ins>',
    "a move": '<w:moveTo w:id="2" w:author="a">{}</w:moveTo>',
    "custom XML": '<w:customXml w:element="a">{}</w:customXml>', "a field": _FIELD,
    "a control": "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
    "a short field": '<w:fldSimple w:instr=" REF a ">{}</w:fldSimple>',
    "a bookmark": '<w:bookmarkStart w:id="3" w:name="b"/>{}<w:bookmarkEnd w:id="3"/>',
    "a remark": '<w:commentRangeStart w:id="4"/>{}<w:commentRangeEnd w:id="4"/>',
    "a mistake": '<w:proofErr w:type="spellStart"/>{}<w:proofErr w:type="spellEnd"/>',
}  # fmt: skip


def _ways() -> dict[str, str]:
    """Paragraphs that hold a word of their own each, put into the file in every way; by that word."""
    made: dict[str, str] = {}

    def word() -> tuple[str, str]:
        number = len(made)
        own = f"{chr(97 + number // 26)}{chr(97 + number % 26)}"
        return f"quốc{own}", f"gia{own}"

    def add(first: str, second: str, content: str) -> None:
        made[first + second] = content

    for between in _INSIDE.values():
        first, second = word()
        add(first, second, para(_ONE.format(first, between, second)))
    for letter in _LETTERS.values():
        first, second = word()
        add(first, second, para(run(f"{first}{letter}{second}")))
    for look in _LOOKS.values():
        first, second = word()
        add(first, second, para(run(first) + run(second, look)))
        first, second = word()
        add(first, second, para("".join(run(char, look if at % 2 else "") for at, char in enumerate(first + second))))
    for held in _AROUND.values():
        first, second = word()
        add(first, second, para(run("Thưa ") + run(first) + held.format(run(second))))
        first, second = word()
        add(first, second, para(held.format(run(first)) + run(second)))
    for drawn in (
        inline(graphic("a.png", 30, 10), 30, 10),
        anchored(straight(30), 30, 0),
        anchored(graphic("a.png", 20, 8), 20, 8, wrap="wrapTopAndBottom"),
    ):
        first, second = word()
        add(first, second, para(run(first) + drawn + run(second)))
    first, second = word()
    apart = unicodedata.normalize("NFD", first)
    add(first, second, para(apart + second))
    first, second = word()
    add(first, second, para("".join(run(char) for char in unicodedata.normalize("NFD", first)) + run(second)))
    for side in ("left", "center", "right", "distribute", "both"):
        first, second = word()
        add(first, second, para(run(first) + run(second), f'<w:jc w:val="{side}"/>'))
    for side in ("center", "distributeSpace", "distributeLetter", "left", "right"):
        first, second = word()
        add(first, second, para(_RUBY.format(side, run(first), run("nước")) + run(second)))
        first, second = word()
        add(first, second, para(_RUBY.format(side, run("đọc"), run(first)) + run(second)))
    first, second = word()
    joined = para(run(first), '<w:rPr><w:del w:id="5" w:author="a"/></w:rPr>') + para(run(second))
    add(first, second, joined)
    return made


_BOTH = ("trái", "phải")


def _placed(place: str, content: str) -> bytes:
    media = {"a.png": png()}
    narrow = cell(content, '<w:tcW w:w="700" w:type="dxa"/>')
    if place == "cell":
        return make(table([700, 8000], row(narrow, "")), media=media)
    if place == "row that heads pages":
        return make(table([3000, 6000], row(cell(content), ""), row("", "")), media=media)
    if place == "table in a table":
        inside = table([900], row(cell(content)))
        return make(table([1500, 7000], row(cell(inside + para("sau")), "")), media=media)
    if place == "columns":
        return make(content, media=media, sect=section(PORTRAIT + '<w:cols w:num="3" w:space="200"/>'))
    if place == "box":
        return make(para(inline(text_box(content, 400, 680), 400, 680)), media=media)
    if place == "note":
        mark = "<w:r><w:footnoteReference w:id='2'/></w:r>"
        note = f"<w:footnote w:id='2'>{content}</w:footnote>"
        return make(para(run("Xã") + mark), notes={"footnotes": note}, media=media)
    if place == "list":
        number = (
            '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>'
            '<w:pPr><w:ind w:left="8000" w:hanging="400"/></w:pPr></w:lvl></w:abstractNum>'
            '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
        )
        listed = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
        return make(content.replace("<w:pPr>", listed), numbering=number, media=media)
    return make(content, media=media)


_PLACES = ["body", "cell", "row that heads pages", "table in a table", "columns", "box", "note", "list"]


@pytest.mark.parametrize("place", _PLACES)
def test_no_word_is_lost_however_it_is_split(place: str) -> None:
    ways = _ways()
    if place in ("note", "box"):  # neither holds drawings of its own
        ways = {word: content for word, content in ways.items() if "<w:drawing" not in content}
    if place == "box":  # as high as a page
        ways = dict(list(ways.items())[:28])
    if place in ("row that heads pages", "note"):  # both have room for some
        ways = dict(list(ways.items())[::3])
    made = convert(_placed(place, "".join(ways.values())), bundled_fonts=True)
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(made.pdf)]
    letters = "".join(char for char in "".join(pages).upper() if char.isalpha())
    lost = [word for word in ways if word.upper() not in letters and not _stands_apart(word, letters)]
    assert lost == []


def _stands_apart(word: str, letters: str) -> bool:
    """Whether both halves are there: what is raised, or stands above its text, is read before or after its line."""
    return word[:6].upper() in letters and word[6:].upper() in letters


def _lines(body: str, **more: str) -> list[str]:
    made = convert(make(body, **more), bundled_fonts=True)  # type: ignore[arg-type]
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(made.pdf)]
    return [line for page in pages for line in page.splitlines()]


def test_what_stands_in_a_second_body_is_printed_too() -> None:
    assert _lines(para("một") + "</w:body><w:body>" + para("hai")) == ["một", "hai"]


@pytest.mark.parametrize(
    ("mark", "text", "printed"),
    [
        ("<w:vanish/><w:specVanish/>", "", ["1. Chung", "Điều"]),
        ("<w:vanish/>", "", ["1. Chung", "Điều"]),
        ("<w:vanish/>", "<w:vanish/>", ["Điều"]),
        ("", "", ["1. Chung", "Điều"]),
    ],
)
def test_the_number_of_a_text_is_printed_though_the_end_of_its_paragraph_is_hidden(
    mark: str, text: str, printed: list[str]
) -> None:
    number = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:suff w:val="space"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    listed = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr>{mark}</w:rPr>'
    made = _lines(para(run("Chung", text), listed) + para("Điều"), numbering=number)
    assert [line.strip() for line in made if line.strip()] == printed


def test_a_row_heads_pages_where_the_style_of_its_table_says_so() -> None:
    style = (
        '<w:style w:type="table" w:styleId="K"><w:name w:val="Khung"/><w:tblStylePr w:type="firstRow"><w:trPr>'
        "<w:tblHeader/></w:trPr></w:tblStylePr></w:style>"
    )
    rows = "".join(row(cell(para(f"hàng {number}"))) for number in range(60))
    own = [row(cell(para("đầu")), props=props) for props in ("", '<w:tblHeader w:val="0"/>')]
    looks = '<w:tblStyle w:val="K"/><w:tblLook w:val="0020"/>', '<w:tblStyle w:val="K"/><w:tblLook w:val="0000"/>'
    counted = [
        _lines(table([5000], head, rows, props=look), styles=style).count("đầu") for head in own for look in looks
    ]
    assert counted == [2, 1, 1, 1]


@pytest.mark.parametrize("rule", ["auto", "exact"])
def test_a_reading_stands_above_its_text(rule: str) -> None:
    body = para(
        run("trước ") + _RUBY.format("center", run("đọc", '<w:sz w:val="14"/>'), run("chữ")) + run(" sau"),
        f'<w:spacing w:line="400" w:lineRule="{rule}"/>' if rule == "exact" else "",
    )
    page = pypdfium2.PdfDocument(convert(make(body), bundled_fonts=True).pdf)[0].get_textpage()
    text = page.get_text_range()
    boxes = {word: page.get_charbox(text.index(word)) for word in ("đọc", "chữ", "trước", "sau")}
    assert boxes["đọc"][1] - boxes["chữ"][1] == pytest.approx(13, abs=1)
    assert boxes["chữ"][1] == pytest.approx(boxes["trước"][1], abs=1)
    assert boxes["trước"][0] < boxes["chữ"][0] < boxes["đọc"][0] < boxes["sau"][0]
