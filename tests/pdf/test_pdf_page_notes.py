"""Footnotes whose numbers begin anew on each page, and sections whose margins change further on."""

from __future__ import annotations

import pytest

from generator.errors import ConversionError
from generator.layout import read
from generator.pdf import convert, pictures
from generator.pdf.converting import set_plainly
from tests.layout.word_maker import SETTINGS, make, para, run, section
from tests.pdf.pdf_lines import lines

RAISED = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'


def _note(number: int, mark: str = "") -> str:
    shown = mark or "<w:footnoteRef/>"
    body = f'<w:r>{RAISED}{shown}</w:r><w:r><w:t xml:space="preserve"> ghi {number}</w:t></w:r>'
    return f'<w:footnote w:id="{number}"><w:p>{body}</w:p></w:footnote>'


def _reference(number: int) -> str:
    return f'<w:r>{RAISED}<w:footnoteReference w:id="{number}"/></w:r>'


def _paper(rows: list[int], rule: str = "", more: str = "") -> bytes:
    """120 lines, about 45 to the page, with a note each in these."""
    body = "".join(
        para(run(f"dòng {row}") + (_reference(rows.index(row) + 1) if row in rows else "")) for row in range(120)
    )
    restart = f'<w:footnotePr>{rule}<w:numRestart w:val="eachPage"/></w:footnotePr>'
    notes = "".join(_note(number + 1) for number in range(len(rows)))
    return make(more + body, settings=SETTINGS + restart, notes={"footnotes": notes})


def _notes(pdf: bytes) -> list[tuple[int, str]]:
    """The page of each note and its text with its number, which is raised and so a line of its own."""
    found = [line for line in lines(pdf) if line.y > 600 and not line.text.startswith("dòng")]
    return [(line.page, line.text) for line in found]


@pytest.mark.parametrize(
    ("rule", "marks"),
    [
        ("", ["1", "2", "1", "2", "3", "1"]),
        ('<w:numStart w:val="4"/>', ["4", "5", "4", "5", "6", "4"]),
        ('<w:numFmt w:val="lowerRoman"/>', ["i", "ii", "i", "ii", "iii", "i"]),
        ('<w:numFmt w:val="chicago"/>', ["*", "†", "*", "†", "‡", "*"]),
    ],
)
def test_notes_are_numbered_anew_on_each_page(rule: str, marks: list[str]) -> None:
    data = _paper([0, 5, 50, 60, 61, 110], rule)
    found = _notes(convert(data, bundled_fonts=True).pdf)
    expected = [
        one
        for page, number, mark in zip([1, 1, 2, 2, 2, 3], range(1, 7), marks, strict=True)
        for one in ((page, mark), (page, f"ghi{number}"))
    ]
    assert found == expected
    assert _notes(set_plainly(read(data), bundled_fonts=True)) == expected
    assert len(pictures(data, 24, bundled_fonts=True)) == 3


def test_notes_of_which_some_go_on_from_page_to_page_are_refused() -> None:
    first = para(run("đầu") + _reference(9)) + para(
        "", section('<w:footnotePr><w:numRestart w:val="continuous"/></w:footnotePr>')
    )
    with pytest.raises(ConversionError, match="lẫn với"):
        convert(_mixed(first), bundled_fonts=True)


def _mixed(first: str) -> bytes:
    restart = '<w:footnotePr><w:numRestart w:val="eachPage"/></w:footnotePr>'
    notes = _note(1) + _note(9)
    return make(first + para(run("x") + _reference(1)), settings=SETTINGS + restart, notes={"footnotes": notes})


def _pages(top: int, right: int, bottom: int) -> str:
    return (
        f'<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="1701" '
        'w:header="567" w:footer="567" w:gutter="0"/>'
    )


HEAD = '<w:headerReference w:type="default" r:id="header1"/>'
CONTINUOUS = '<w:type w:val="continuous"/>'


def _sections(rows: int, before: tuple[int, int, int], behind: tuple[int, int, int]) -> bytes:
    body = "".join(para(f"a{row}") for row in range(rows)) + para("a", section(HEAD + _pages(*before)))
    body += "".join(para(f"b{row}") for row in range(80))
    head = {"header1": para("ĐẦU", '<w:jc w:val="right"/>')}
    return make(body, sect=section(CONTINUOUS + _pages(*behind)), headers=head)


@pytest.mark.parametrize(
    ("rows", "before", "behind", "tops", "feet"),
    [
        (60, (1134, 1134, 1134), (1700, 2000, 1134), [56.7, 56.7, 85.0, 85.0], [56.7, 56.7, 56.7]),
        (60, (1700, 1134, 1134), (1134, 2000, 2000), [85.0, 85.0, 56.7, 56.7], [56.7, 56.7, 100.0]),
        (44, (1134, 1134, 1134), (1700, 1134, 1134), [56.7, 85.0, 85.0], [56.7, 56.7]),
    ],
    ids=["lower", "higher and shorter", "on a new page"],
)
def test_new_margins_hold_from_the_page_behind_the_beginning_of_their_section(
    rows: int,
    before: tuple[int, int, int],
    behind: tuple[int, int, int],
    tops: list[float],
    feet: list[float],
) -> None:
    found = lines(convert(_sections(rows, before, behind), bundled_fonts=True).pdf)
    text = [line for line in found if line.text != "ĐẦU"]
    for page, top in enumerate(tops, 1):
        assert min(line.y for line in text if line.page == page) == pytest.approx(top + 13.1, abs=0.2)
    for page, foot in enumerate(feet, 1):
        last = max(line.y for line in text if line.page == page) + 3.0
        assert 841.9 - foot - 16.2 < last < 841.9 - foot + 0.1
    heads = [line.x for line in found if line.text == "ĐẦU"]
    assert heads[0] - heads[-1] == pytest.approx((behind[1] - before[1]) / 20, abs=0.1)


def test_a_section_that_begins_right_at_the_foot_of_a_page_is_refused() -> None:
    """With its own margins it would begin on the page before, with those of the page before on the next."""
    with pytest.raises(ConversionError, match="lề khác phần trước"):
        convert(_sections(45, (1134, 1134, 1134), (1700, 1134, 1134)), bundled_fonts=True)
