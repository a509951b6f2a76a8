"""The numbers of numbered paragraphs: expected figures from ECMA-376 17.9, and as LibreOffice prints them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from generator.layout import read
from generator.layout.tree import Block, Paragraph
from tests.layout.word_maker import make, para, row, run, section, table


def _level(index: int, pattern: str, *, start: int | None = 1, form: str = "decimal", more: str = "") -> str:
    begin = "" if start is None else f'<w:start w:val="{start}"/>'
    return f'<w:lvl w:ilvl="{index}">{begin}<w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{pattern}"/></w:lvl>'


def _abstract(number: int, levels: str, more: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{more}{levels}</w:abstractNum>'


def _num(number: int, abstract: int, *overrides: str) -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{"".join(overrides)}</w:num>'


def _from(level: int, start: int) -> str:
    return f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def _instead(level: str, more: str = "") -> str:
    return f'<w:lvlOverride w:ilvl="0">{more}{level}</w:lvlOverride>'


def _on(number: int, level: int | None = 0) -> str:
    said = "" if level is None else f'<w:ilvl w:val="{level}"/>'
    return f'<w:numPr>{said}<w:numId w:val="{number}"/></w:numPr>'


def _items(*places: tuple[int, int] | int) -> str:
    return "".join(para("x", _on(*(place if isinstance(place, tuple) else (place, 0)))) for place in places)


def _styled(*names: str) -> str:
    return "".join(para("x", f'<w:pStyle w:val="{name}"/>') for name in names)


def _style(name: str, list_of_it: str = "", based: str = "", kind: str = "paragraph") -> str:
    parent = f'<w:basedOn w:val="{based}"/>' if based else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{name}"/>{parent}<w:pPr>{list_of_it}</w:pPr>'
        "</w:style>"
    )


def _labels(body: str, numbering: str, styles: str = "") -> list[str]:
    document = read(make(body, numbering=numbering, styles=styles))
    return [p.label for s in document.sections for p in _paragraphs(s.blocks)]


def _paragraphs(blocks: list[Block]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for line in block.rows:
                for inside in line.cells:
                    yield from _paragraphs(inside.blocks)


_ONE = _level(0, "%1.")
_THREE = _ONE + _level(1, "%1.%2.") + _level(2, "%3)", form="lowerLetter")
_BOUND = _level(0, "Chương %1.", more='<w:pStyle w:val="Chuong"/>') + _level(
    1, "Điều %2.", more='<w:pStyle w:val="Dieu"/>'
)
_LEVEL_1 = '<w:numPr><w:ilvl w:val="1"/></w:numPr>'


@pytest.mark.parametrize(
    ("overrides", "items", "labels"),
    [
        ((_from(0, 1),), (1, 1, 1, 2, 2, 1, 1), "1. 2. 3. 1. 2. 3. 4."),
        ((_from(0, 1),), (2, 1, 1, 1), "1. 2. 3. 4."),
        ((_from(0, 4),), (2, 2, 2), "4. 5. 6."),
        ((), (1, 2, 1), "1. 2. 3."),
        ((_instead(_level(0, "%1)", start=None)),), (1, 1, 2, 2, 1), "1. 2. 3) 4) 5."),
        ((_instead(_level(0, "%1)", start=None), '<w:startOverride w:val="3"/>'),), (1, 1, 2, 2, 1), "1. 2. 3) 4) 5."),
        ((_instead(_level(0, "%1)", start=7)),), (2, 2, 1), "7) 8) 9."),
        ((_from(1, 4),), (1, (1, 1), (2, 1), (2, 1), 1, (1, 1), (2, 1)), "1. 1.1. 1.4. 1.5. 2. 2.1. 2.2."),
        ((), ((1, 1), (1, 1), 1, (1, 1)), "1.1. 1.2. 2. 2.1."),
    ],
    ids=[
        "begun anew, then the first again", "only the first begins anew", "begins at 4", "two of one list",
        "level without a start", "that and a start of its own", "level with another start", "deeper level begins anew",
        "a level passed over",
    ],
)  # fmt: skip
def test_lists_of_one_kind_count_together(
    overrides: tuple[str, ...], items: tuple[tuple[int, int] | int, ...], labels: str
) -> None:
    numbering = _abstract(1, _THREE) + _num(1, 1) + _num(2, 1, *overrides)
    assert _labels(_items(*items), numbering) == labels.split()


def test_a_list_that_begins_anew_twice_keeps_its_numbers() -> None:
    numbering = _abstract(1, _ONE) + _num(1, 1) + _num(2, 1, _from(0, 1)) + _num(3, 1, _from(0, 1))
    assert _labels(_items(1, 1, 2, 2, 3, 3, 2, 1), numbering) == ["1.", "2.", "1.", "2.", "1.", "2.", "3.", "4."]


def test_a_level_that_says_no_start_begins_at_0_or_where_the_replaced_one_does() -> None:
    assert _labels(_items(1, 1), _abstract(1, _level(0, "%1.", start=None)) + _num(1, 1)) == ["0.", "1."]
    replaced = _num(1, 1, _instead(_level(0, "%1)", start=None)))
    assert _labels(_items(1, 1), _abstract(1, _level(0, "%1.", start=5)) + replaced) == ["5)", "6)"]


def test_numbers_stand_before_no_text_too() -> None:
    listed = _on(1)
    rows = table([700, 3000], *(row(para("", listed), name) for name in ("a", "b")))
    body = para("x", listed) + para("", listed) + rows + para("", listed)
    assert _labels(body, _abstract(1, _ONE) + _num(1, 1)) == ["1.", "2.", "3.", "", "4.", "", "5."]


def test_a_paragraph_that_only_ends_a_section_takes_no_number() -> None:
    body = para("x", _on(1)) + para("", _on(1) + section()) + para("x", _on(1))
    assert [label for label in _labels(body, _abstract(1, _ONE) + _num(1, 1)) if label] == ["1.", "2."]


@pytest.mark.parametrize("text", ["", run("ẩn", "<w:vanish/>")])
def test_a_hidden_paragraph_skips_a_number_that_does_not_show(text: str) -> None:
    hidden = "<w:rPr><w:vanish/></w:rPr>"
    body = para("x", _on(1)) + para(text, _on(1) + hidden) + para("x", _on(1))
    assert _labels(body, _abstract(1, _ONE) + _num(1, 1))[::2] == ["1.", "3."]
    body = para("x", _on(1, 1)) + para(text, _on(1) + hidden) + para("x", _on(1, 1)) + para("x", _on(1))
    found = _labels(body, _abstract(1, _THREE) + _num(1, 1))
    assert [found[0], *found[2:]] == ["1.1.", "2.1.", "3."]


def test_a_style_takes_the_level_bound_to_it() -> None:
    numbering = _abstract(1, _BOUND) + _num(1, 1)
    styles = _style("Chuong", _on(1, None)) + _style("Dieu", _on(1, None))
    labels = ["Chương 1.", "Điều 1.", "Điều 2.", "Chương 2.", "Điều 1."]
    assert _labels(_styled("Chuong", "Dieu", "Dieu", "Chuong", "Dieu"), numbering, styles) == labels


def test_a_style_takes_its_list_from_the_one_it_is_based_on() -> None:
    styles = _style("Chuong", _on(1, None)) + _style("Dieu", _LEVEL_1, "Chuong") + _style("Khong", _on(0), "Chuong")
    labels = ["1.", "1.1.", "1.2.", "", "2."]
    found = _labels(_styled("Chuong", "Dieu", "Dieu", "Khong", "Chuong"), _abstract(1, _THREE) + _num(1, 1), styles)
    assert found == labels


def test_a_style_that_names_a_level_and_no_list_has_no_numbers() -> None:
    assert _labels(_styled("Dieu"), _abstract(1, _BOUND) + _num(1, 1), _style("Dieu", _LEVEL_1)) == [""]


def test_paragraph_and_style_say_list_and_level_together() -> None:
    styles = _style("Chuong", _on(1, None)) + _style("Dieu", _on(1, 1))
    body = (
        _styled("Chuong")
        + para("x", '<w:pStyle w:val="Chuong"/>' + _LEVEL_1)
        + para("x", '<w:pStyle w:val="Dieu"/>' + _on(1, None))
        + para("x", '<w:pStyle w:val="Dieu"/>' + _on(0, None))
    )
    assert _labels(body, _abstract(1, _THREE) + _num(1, 1), styles) == ["1.", "1.1.", "1.2.", ""]


def test_a_list_may_borrow_its_levels_from_a_numbering_style() -> None:
    link = _abstract(1, _THREE, '<w:styleLink w:val="Kieu"/>') + _abstract(2, "", '<w:numStyleLink w:val="Kieu"/>')
    styles = _style("Kieu", _on(1, None), kind="numbering")
    found = _labels(_items(2, (2, 1), 1, (3, 1), 2), link + _num(1, 1) + _num(2, 2) + _num(3, 2), styles)
    assert found == ["1.", "1.1.", "2.", "2.1.", "3."]


def test_a_link_to_a_style_that_no_list_has_gives_no_numbers() -> None:
    assert _labels(_items(2), _abstract(2, "", '<w:numStyleLink w:val="Kieu"/>') + _num(2, 2)) == [""]


def test_a_bullet_of_a_soft_hyphen_shows() -> None:
    numbering = _abstract(1, _level(0, "\u00ad", form="bullet")) + _num(1, 1)
    assert _labels(_items(1), numbering) == ["-"]


@pytest.mark.parametrize(
    ("forms", "labels"),
    [
        (("upperRoman", "decimal"), ["1.", "1.1"]),
        (("upperRoman", "decimalZero"), ["1.", "1.01"]),
        (("upperLetter", "lowerRoman"), ["1.", "1.1"]),
        (("none", "lowerLetter"), [".", ".1"]),
    ],
)
def test_legal_levels_are_in_figures(forms: tuple[str, str], labels: list[str]) -> None:
    legal = "<w:isLgl/>"
    levels = _level(0, "%1.", form=forms[0], more=legal) + _level(1, "%1.%2", form=forms[1], more=legal)
    assert _labels(_items(1, (1, 1)), _abstract(1, levels) + _num(1, 1)) == labels
    above = _level(0, "%1.", form="upperRoman") + _level(1, "%1.%2", form="decimal", more=legal)
    assert _labels(_items(1, (1, 1)), _abstract(1, above) + _num(1, 1)) == ["I.", "1.1"]


_INDENT = '<w:pPr><w:ind w:left="1080" w:hanging="360"/></w:pPr>'
_OFF = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'


@pytest.mark.parametrize(
    ("named", "more", "left"),
    [
        ("Nen", "", 36),
        ("MangDanhSach", "", 54),
        ("DungTren", "", 54),
        ("TuThut", "", 20),
        ("MangDanhSach", _OFF, 0),
        ("DungTren", _OFF, 0),
        ("TuThut", _OFF, 20),
        ("Nen", _OFF, 36),
        ("MangDanhSach", _OFF + '<w:ind w:left="200"/>', 10),
    ],
    ids=[
        "no list", "the style with the list", "a style built on it", "with an indent of its own", "taken off the list",
        "built on it, taken off", "its own indent stays", "a style without a list, taken off", "its own when taken off",
    ],
)  # fmt: skip
def test_the_list_of_a_style_sets_its_indents_aside_those_it_builds_on(named: str, more: str, left: float) -> None:
    level = _level(0, "%1.").replace("</w:lvl>", _INDENT + "</w:lvl>")
    styles = (
        _style("Nen", '<w:ind w:left="720"/>')
        + _style("MangDanhSach", _on(1, None), "Nen")
        + _style("DungTren", "", "MangDanhSach")
        + _style("TuThut", _on(1, None) + '<w:ind w:left="400"/>', "Nen")
    )
    body = para("chữ", f'<w:pStyle w:val="{named}"/>' + more)
    document = read(make(body, numbering=_abstract(1, level) + _num(1, 1), styles=styles))
    assert [p.format.left for s in document.sections for p in _paragraphs(s.blocks)] == [left]


_WEB = '<w:spacing w:before="100" w:beforeAutospacing="1" w:after="100" w:afterAutospacing="1"/>'


def test_items_of_one_list_have_no_gaps_of_web_pages_between_them() -> None:
    numbering = _abstract(1, _THREE) + _num(1, 1) + _num(2, 1)
    places = ((1, 0), (1, 1), (1, 0), (2, 0), (2, 0))
    items = "".join(para("x", _on(*place) + _WEB) for place in places)
    plain = para("x", _on(2) + '<w:spacing w:before="200" w:after="100"/>')
    body = para("x", _WEB) + para("x", _WEB) + items + plain + para("x", _WEB)
    document = read(make(body, numbering=numbering))
    gaps = [(p.format.before, p.format.after) for s in document.sections for p in _paragraphs(s.blocks)]
    apart = (14.0, 14.0)
    of_lists = [(14.0, 0.0), (0.0, 0.0), (0.0, 14.0), (14.0, 0.0), (0.0, 0.0)]
    assert gaps == [apart, apart, *of_lists, (10.0, 5.0), apart]


def test_gaps_of_a_list_close_inside_a_cell_and_not_over_a_table() -> None:
    item = para("x", _on(1) + _WEB)
    document = read(make(item + table([3000], row(item + item)) + item, numbering=_abstract(1, _ONE) + _num(1, 1)))
    gaps = [(p.format.before, p.format.after) for s in document.sections for p in _paragraphs(s.blocks)]
    assert gaps == [(14.0, 14.0), (14.0, 0.0), (0.0, 14.0), (14.0, 14.0)]


def test_automatic_gaps_of_a_table_style_outlast_the_lengths_that_others_say() -> None:
    auto = '<w:spacing w:before="100" w:beforeAutospacing="1" w:after="100" w:afterAutospacing="1"/>'
    styles = (
        f'<w:style w:type="table" w:styleId="Web"><w:name w:val="Web"/><w:pPr>{auto}</w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Sat"><w:name w:val="Sat"/>'
        '<w:pPr><w:spacing w:before="120" w:after="0"/></w:pPr></w:style>'
    )
    said = '<w:pStyle w:val="Sat"/>'
    off = said + '<w:spacing w:before="40" w:beforeAutospacing="0" w:after="60" w:afterAutospacing="0"/>'
    held = table([3000], row(para("a", said) + para("b", off)), props='<w:tblStyle w:val="Web"/>')
    document = read(make(held + para("c", said), styles=styles))
    gaps = [(p.format.before, p.format.after) for s in document.sections for p in _paragraphs(s.blocks)]
    assert gaps == [(14.0, 14.0), (2.0, 3.0), (6.0, 0.0)]
