"""Justified lines take one more word where Word 2013 and later narrow their spaces for it."""

from __future__ import annotations

import pytest

from generator.errors import ConversionError
from generator.pdf import convert
from generator.pdf.measuring.squeezing import share_of
from tests.agreement.reading.extraction import pages_of
from tests.layout.word_maker import SETTINGS, make, para, run, section

_EIGHT = "aaaa bbbb cccc dddd eeee ffff gggg hhhh"  # 229.7 points, with the ninth word 248.8, 28 of them in spaces
_WORDS = f"{_EIGHT} iiii kkkk llll"
_OLD = SETTINGS.replace('w:val="15"', 'w:val="14"')
_COMPRESSED = '<w:characterSpacingControl w:val="compressPunctuation"/>'
_BOTH = SETTINGS.replace("<w:compat>", f"{_COMPRESSED}<w:compat><w:doNotExpandShiftReturn/>")
_JUSTIFIED = '<w:jc w:val="both"/>'


def _docx(width: float, content: str, props: str = _JUSTIFIED, settings: str = SETTINGS) -> bytes:
    """A paragraph on a page whose lines are so many points long."""
    page = (
        f'<w:pgSz w:w="{round(width * 20) + 1440}" w:h="16838"/>'
        '<w:pgMar w:top="1134" w:right="720" w:bottom="1134" w:left="720" w:header="567" w:footer="567" w:gutter="0"/>'
    )
    return make(para(content, props) + section(page), settings=settings, sect="")


def _first(docx: bytes) -> str:
    return next(line.text for page in pages_of(convert(docx, word_lines=True).pdf) for line in page)


@pytest.mark.parametrize(
    ("width", "words"),
    [(249, 9), (246, 9), (243, 9), (241, 8), (235, 8), (230, 8), (227, 8), (222, 7)],
)
def test_a_line_takes_a_word_where_its_spaces_are_narrowed_less_than_widened(width: float, words: int) -> None:
    assert _first(_docx(width, run(_WORDS))) == "".join(_WORDS.split()[:words])


@pytest.mark.parametrize(
    ("props", "settings", "lead"),
    [
        ('<w:jc w:val="left"/>', SETTINGS, ""),
        ('<w:jc w:val="center"/>', SETTINGS, ""),
        (_JUSTIFIED, _OLD, ""),
        (_JUSTIFIED, _BOTH, ""),
        (_JUSTIFIED + '<w:tabs><w:tab w:val="left" w:pos="10"/></w:tabs>', SETTINGS, "<w:r><w:tab/></w:r>"),
    ],
    ids=["left", "centred", "before Word 2013", "punctuation compressed", "behind a tab"],
)
def test_other_lines_are_never_narrowed(props: str, settings: str, lead: str) -> None:
    assert _first(_docx(246, lead + run(_WORDS), props, settings)) == _EIGHT.replace(" ", "")


def test_runs_of_several_looks_make_one_line() -> None:
    parted = run("aaaa bbbb cc", "<w:b/>") + run("cc dddd eeee ffff gggg hhhh ii") + run("ii kkkk llll", "<w:u/>")
    assert _first(_docx(249.5, parted)) == _first(_docx(246, run(_WORDS))) == "".join(_WORDS.split()[:9])


def test_the_last_word_of_a_paragraph_is_taken_as_well_and_stays_inside_the_margin() -> None:
    made = [line for page in pages_of(convert(_docx(246, run(f"{_EIGHT} iiii")), word_lines=True).pdf) for line in page]
    assert [line.text for line in made] == [_EIGHT.replace(" ", "") + "iiii"]
    assert made[0].end <= 36 + 246 + 0.01


def test_lines_are_widened_only_unless_asked() -> None:
    (first, *_), *_ = pages_of(convert(_docx(246, run(_WORDS))).pdf)
    assert first.text == _EIGHT.replace(" ", "")


def test_an_engine_that_only_widens_says_so() -> None:
    with pytest.raises(ConversionError, match="--word-lines"):
        convert(_docx(246, run(_WORDS)), engine="libreoffice", word_lines=True)


@pytest.mark.parametrize(
    ("over", "left", "taken"),
    [
        (1, 40, True),
        (20, 43, True),
        (20, 42, False),
        (26, 400, False),
        (24, 51, True),
        (24, 49, False),
    ],
)
def test_a_word_is_taken_where_that_shows_less(over: int, left: int, taken: bool) -> None:
    assert (share_of(over * 100, 10_000, left * 100, 10_000) is not None) == taken
