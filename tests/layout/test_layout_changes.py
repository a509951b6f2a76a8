"""Tracked changes in their final state, comments, and notes: shown as accepted, and said."""

from __future__ import annotations

import pytest

from generator.layout import Document, read
from generator.layout.tree import Note, Paragraph, Table
from tests.layout.word_maker import PORTRAIT, SETTINGS, make, para, row, run, section, table

INSERTED = f"<w:ins>{run('mới')}</w:ins>"
DELETED = "<w:del><w:r><w:delText>cũ</w:delText></w:r></w:del>"
MARK_DELETED = "<w:rPr><w:del/></w:rPr>"
SEPARATOR = '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'


def note(number: int, text: str, kind: str = "footnote") -> str:
    return f'<w:{kind} w:id="{number}">{para(f"<w:r><w:{kind}Ref/></w:r>" + run(" " + text))}</w:{kind}>'


def reference(number: int, kind: str = "footnote", mark: str = "") -> str:
    custom = f' w:customMarkFollows="1"/><w:t>{mark}</w:t' if mark else "/"
    return f'<w:r><w:{kind}Reference w:id="{number}"{custom}></w:r>'


def texts(data: bytes) -> list[str]:
    return [block.text for block in read(data).sections[0].blocks if isinstance(block, Paragraph)]


def test_insertions_are_shown_and_deletions_are_not() -> None:
    document = read(make(para(run("a ") + DELETED + INSERTED)))
    (block,) = document.sections[0].blocks
    assert isinstance(block, Paragraph)
    assert block.text == "a mới"
    assert document.unsupported == []
    assert document.notes == ["có 2 chỗ sửa theo dõi (Track Changes): in bản cuối, như đã chấp nhận hết"]


def test_a_paragraph_whose_mark_was_deleted_joins_the_next() -> None:
    assert texts(make(para("một ", MARK_DELETED) + para("hai") + para("ba"))) == ["một hai", "ba"]


def test_deleted_rows_are_gone_and_inserted_ones_stay() -> None:
    body = table([3000], row("a"), row("b", props="<w:del/>"), row("c", props="<w:ins/>"))
    (block,) = read(make(body)).sections[0].blocks
    assert isinstance(block, Table)
    assert len(block.rows) == 2


def test_a_file_without_changes_says_nothing() -> None:
    assert read(make(para("a"))).notes == []


def test_comments_are_left_out_and_said() -> None:
    body = para(run("a") + '<w:r><w:commentReference w:id="1"/></w:r>')
    assert read(make(body)).notes == ["có 1 ghi chú (comment): không in"]


def test_footnotes_are_numbered_in_reading_order() -> None:
    body = para(run("x") + reference(7)) + para(run("y") + reference(3, mark="*") + reference(5))
    content = SEPARATOR + note(3, "riêng") + note(5, "năm") + note(7, "bảy")
    document = read(make(body, notes={"footnotes": content}))
    found = [i for b in document.sections[0].blocks if isinstance(b, Paragraph) for i in b.items if isinstance(i, Note)]
    shown = [(item.label, [block.text for block in item.blocks if isinstance(block, Paragraph)]) for item in found]
    assert shown == [("1", ["1 bảy"]), ("*", ["* riêng"]), ("2", ["2 năm"])]
    assert document.settings.note_separator


def test_the_numbers_of_notes_follow_the_file() -> None:
    settings = SETTINGS + '<w:footnotePr><w:numFmt w:val="lowerRoman"/><w:numStart w:val="4"/></w:footnotePr>'
    document = read(make(para(reference(1)), notes={"footnotes": note(1, "a")}, settings=settings))
    (block,) = document.sections[0].blocks
    assert isinstance(block, Paragraph)
    assert [item.label for item in block.items if isinstance(item, Note)] == ["iv"]
    assert not document.settings.note_separator


def test_endnotes_stand_at_the_end_of_the_text() -> None:
    body = para(run("x") + reference(1, "endnote")) + para("y")
    assert texts(make(body, notes={"endnotes": note(1, "cuối", "endnote")})) == ["xi", "y", "", "i cuối"]


@pytest.mark.parametrize(
    ("font", "code", "shown"),
    [("Wingdings", "F0FE", "☑"), ("Wingdings", "6F", "□"), ("Symbol", "F0B3", "≥"), ("Times New Roman", "00A7", "§")],
)
def test_symbols_are_the_characters_they_show(font: str, code: str, shown: str) -> None:
    assert texts(make(para(f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'))) == [shown]


@pytest.mark.parametrize(
    ("font", "text", "shown"),
    [
        ("Symbol", "\uf02b \uf0b3 5", "+ ≥ 5"),
        ("Wingdings", "þü", "☑✓"),
        ("Wingdings 2", "R", "☑"),
        ("Times New Roman", "R\uf0b7", "R•"),
        ("Wingdings", "oqx§¨vØàð(", "□❑⌧▪◻❖➢→⇨☎"),
        ("Wingdings", "\uf020\u00a0ả", " \u00a0ả"),
        ("Wingdings", "ÿ", "\uf0ff"),
        ("Wingdings 2", "P\uf0a3", "✓☐"),
        ("Wingdings 3", "}u", "▸▶"),
        ("Webdings", "acgn", "✔□■●"),
        ("Webdings", "\uf031\uf021", "🗖🕷"),
        ("Wingdings 2", "\uf0b3", "🞜"),
        ("MT Extra", "LhmK", "⋯ℏ∓…"),
        ("Symbol", "\uf082", "\uf082"),
        ("Symbol", "\uf061\uf0e6\uf0f7\uf0f8\uf0a0", "α⎛⎟⎠€"),
        ("ZapfDingbats", "4l\uf0b6\uf0d5", "✔●❶→"),
    ],
)
def test_text_in_a_symbol_font_is_what_it_shows(font: str, text: str, shown: str) -> None:
    look = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>'
    assert texts(make(para(f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'))) == [shown]


def _section(inside: str) -> str:
    return para("", section(inside + PORTRAIT))


def _labels(document: Document) -> list[str]:
    blocks = [block for part in document.sections for block in part.blocks if isinstance(block, Paragraph)]
    return [item.label for block in blocks for item in block.items if isinstance(item, Note)]


_RESTART = '<w:numRestart w:val="eachSect"/>'
_ROMAN = '<w:numFmt w:val="upperRoman"/>'


@pytest.mark.parametrize(
    ("everywhere", "first", "second", "labels"),
    [
        ("", "", "", ["1", "2", "3"]),
        ("", _RESTART, "", ["1", "2", "3"]),
        ("", "", _RESTART, ["1", "2", "1"]),
        ("", "", '<w:numStart w:val="9"/>' + _RESTART, ["1", "2", "9"]),
        ("", _ROMAN, "", ["I", "II", "3"]),
        ("", "", _ROMAN, ["1", "2", "III"]),
        (_RESTART, "", "", ["1", "2", "1"]),
        (_ROMAN, '<w:numStart w:val="4"/>', '<w:numFmt w:val="chicago"/>' + _RESTART, ["IV", "V", "*"]),
    ],
)
def test_each_section_says_how_its_footnotes_are_numbered(
    everywhere: str, first: str, second: str, labels: list[str]
) -> None:
    def said(inside: str) -> str:
        return f"<w:footnotePr>{inside}</w:footnotePr>" if inside else ""

    body = para(reference(1)) + para(reference(2)) + _section(said(first)) + para(reference(3))
    content = note(1, "a") + note(2, "b") + note(3, "c")
    made = make(
        body, notes={"footnotes": content}, settings=SETTINGS + said(everywhere), sect=section(said(second) + PORTRAIT)
    )
    assert _labels(read(made)) == labels


@pytest.mark.parametrize(
    ("rule", "kind", "number", "refused"),
    [
        ('<w:pos w:val="beneathText"/>', "footnote", 0, False),
        ('<w:pos w:val="beneathText"/>', "footnote", 1, True),
        ('<w:pos w:val="sectEnd"/>', "footnote", 1, True),
        ('<w:pos w:val="sectEnd"/>', "endnote", 1, False),  # the end of the only section is that of the document
        ('<w:numRestart w:val="eachPage"/>', "footnote", 1, False),
        ('<w:numRestart w:val="eachPage"/>', "footnote", 2, False),
        ('<w:numRestart w:val="eachPage"/>', "endnote", 2, True),
    ],
)
def test_rules_for_notes_matter_where_a_note_follows_them(rule: str, kind: str, number: int, refused: bool) -> None:
    body = "".join(para(run("Xã") + reference(index + 1, kind)) for index in range(number))
    content = note(1, "a", kind) + note(2, "b", kind)
    said = f"<w:{kind}Pr>{rule}</w:{kind}Pr>"
    document = read(make(body or para(run("Xã")), notes={f"{kind}s": content}, settings=SETTINGS + said))
    assert bool(document.unsupported) is refused


def _marked(inside: str, custom: bool = True) -> Document:
    marked = ' w:customMarkFollows="1"' if custom else ""
    held = f'<w:r><w:t xml:space="preserve">trước </w:t><w:footnoteReference{marked} w:id="1"/>{inside}</w:r>'
    return read(make(para(held), notes={"footnotes": note(1, "a")}))


@pytest.mark.parametrize(
    ("inside", "label"),
    [("<w:t>*</w:t>", "*"), ('<w:sym w:font="Symbol" w:char="F02A"/>', "∗"), ("<w:t>*</w:t><w:t>)</w:t>", "*)")],
)
def test_a_footnote_shows_the_sign_of_its_own(inside: str, label: str) -> None:
    document = _marked(inside)
    assert _labels(document) == [label]
    assert document.sections[0].blocks[0].text == "trước "  # type: ignore[union-attr]


def test_text_after_a_numbered_reference_in_its_run_stays() -> None:
    document = _marked('<w:t xml:space="preserve"> sau</w:t>', custom=False)
    assert _labels(document) == ["1"]
    assert document.sections[0].blocks[0].text == "trước  sau"  # type: ignore[union-attr]


def test_a_hidden_reference_is_counted_and_not_printed() -> None:
    hidden = reference(1).replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>")
    document = read(make(para(hidden + reference(2)), notes={"footnotes": note(1, "a") + note(2, "b")}))
    assert _labels(document) == ["2"]
