"""The page breaks Word left in a file are read for what they tell, and held against the pages of a PDF."""

from __future__ import annotations

import io
import zipfile

import pytest

from generator.pdf import convert
from tests.agreement.word.folders import Run, Told
from tests.agreement.word.keeping import Keeping, ends_said, keepings
from tests.agreement.word.marks import letters_of, read_marks
from tests.layout.word_maker import make, para, row, run, section, table

_MARK = "<w:lastRenderedPageBreak/>"
_HARD = '<w:r><w:br w:type="page"/></w:r>'
_ABSENT = "<w:none>"


def _marked(text: str) -> str:
    return f'<w:r>{_MARK}<w:t xml:space="preserve">{text}</w:t></w:r>'


def _app(letters: int, pages: int = 0, program: str = "Microsoft Office Word") -> str:
    return (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<Application>{program}</Application><Pages>{pages}</Pages>"
        f"<CharactersWithSpaces>{letters}</CharactersWithSpaces></Properties>"
    )


def _saved(body: str, app: str, day: tuple[int, int, int] = (1980, 1, 1), styles: str = "") -> bytes:
    """The file as a program saved it on a day; Word writes the first that a zip can say."""
    source = zipfile.ZipFile(io.BytesIO(make(body, styles=styles)))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name in source.namelist():
            if name != "docProps/app.xml":
                package.writestr(zipfile.ZipInfo(name, (*day, 0, 0, 0)), source.read(name))
        if app != _ABSENT:
            package.writestr("docProps/app.xml", app)
    return stream.getvalue()


def _read(body: str, styles: str = "") -> tuple[list[str], int]:
    marks = read_marks(_saved(body, _app(0), styles=styles))
    assert marks is not None
    assert not marks.stale
    return [marks.text[place:] for place in marks.places], marks.left_out


def test_letters_are_the_same_however_they_are_typed_and_spaced() -> None:
    assert letters_of("  Điều 1.\u00a0To\u0302\u0309 — ") == letters_of("điều 1 tổ") == "điều1tổ"


def test_a_mark_stands_where_its_page_begins() -> None:
    body = para(run("Trang một") + _marked("hai")) + para("và hết")
    assert _read(body) == (["haivàhết"], 0)


@pytest.mark.parametrize(
    "before",
    [
        para(run("Một") + _HARD),
        para(run("Một")) + para(_HARD) + para(),
        para(run("Một"), section()),
        para("Một") + para(props=section()),
        para(),
    ],
    ids=["break", "break and an empty line", "section of text", "section of an empty line", "nothing before it"],
)
def test_a_page_that_the_file_asks_for_is_none_of_words_own(before: str) -> None:
    assert _read(before + para(_marked("Hai"))) == ([], 1)


@pytest.mark.parametrize(
    ("props", "asks"),
    [
        ("<w:pageBreakBefore/>", True),
        ('<w:pageBreakBefore w:val="0"/>', False),
        ('<w:pStyle w:val="Chuong"/>', True),
        ('<w:pStyle w:val="Muc"/>', True),
        ('<w:pStyle w:val="Muc"/><w:pageBreakBefore w:val="false"/>', False),
        ('<w:pStyle w:val="Thuong"/>', False),
        ('<w:pStyle w:val="Vong"/>', False),
    ],
)
def test_so_is_the_page_of_a_paragraph_that_begins_one(props: str, asks: bool) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Chuong"><w:pPr><w:pageBreakBefore/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Muc"><w:basedOn w:val="Chuong"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Thuong"><w:basedOn w:val="Chuong"/>'
        '<w:pPr><w:pageBreakBefore w:val="0"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Vong"><w:basedOn w:val="Vong"/></w:style>'
    )
    assert _read(para("Một") + para(_marked("Hai"), props), styles) == (([], 1) if asks else (["hai"], 0))


def test_marks_in_table_rows_are_left_out_and_text_boxes_are_none_of_the_text() -> None:
    inside = f"<w:txbxContent>{para(_marked('Hộp'))}</w:txbxContent>"
    boxed = f"<w:r><w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict></w:r>"
    cells = table([4000, 4000], row(f"<w:tc>{para(_marked('Ô'))}</w:tc>", "Hai"))
    assert _read(para(run("Một") + boxed) + cells + para(_marked("Ba"))) == (["ba"], 1)


_TEXT = "Mười chữ đó"  # eleven characters, and the end of its paragraph


@pytest.mark.parametrize(
    ("app", "day", "stale"),
    [
        (_app(24, 2), (1980, 1, 1), ""),
        (_app(24, 2), (2024, 7, 4), ""),
        (_app(31, 2), (1980, 1, 1), ""),  # codes of links, which the text does not show
        (_app(31, 2), (2024, 7, 4), "another text than Word counted"),
        (_app(20, 2), (1980, 1, 1), "another text than Word counted"),
        (_app(24, 1), (1980, 1, 1), "more marks than pages"),
        (_app(24, 2, "LibreOffice/7.4"), (1980, 1, 1), "not written by Word"),
        (_app(24, 2, "Microsoft Macintosh Word"), (1980, 1, 1), ""),
        (_ABSENT, (1980, 1, 1), "not written by Word"),
    ],
)
def test_marks_of_another_text_are_stale(app: str, day: tuple[int, int, int], stale: str) -> None:
    marks = read_marks(_saved(para(_TEXT) + para(_marked(_TEXT)), app, day))
    assert marks is not None
    assert marks.stale == stale


def test_so_are_those_with_more_between_them_than_a_page_holds() -> None:
    long = para("chữ " * 4000)
    for body, stale in ((long, "more text between marks than a page holds"), (long + para(_HARD), "")):
        marks = read_marks(_saved(body + para(_marked(_TEXT)) + para(_marked(_TEXT)), _app(0)))
        assert marks is not None
        assert bool(marks.stale) == bool(stale), body[-60:]


def test_a_file_without_marks_and_one_that_is_no_docx_tell_nothing() -> None:
    assert read_marks(_saved(para(_TEXT), _app(0))) is None
    assert read_marks(b"PK") is None


def _lines(count: int, marked: int) -> str:
    """Lines of a paragraph each, by their numbers, the last of which Word put on a page of its own at ``marked``."""
    exact = '<w:spacing w:line="400" w:lineRule="exact"/>'
    return "".join(
        para(_marked(text) if at == marked else run(text), exact)
        for at in range(count)
        for text in (f"Dòng thứ {at:03} của văn bản này",)
    )


@pytest.mark.parametrize(("marked", "lines"), [(36, 0), (35, 1), (33, 3), (37, -1), (39, -3)])
def test_a_break_of_a_pdf_is_told_by_the_lines_it_is_off(marked: int, lines: int) -> None:
    docx = _saved(_lines(60, marked), _app(0))  # 728.5 points of text, 20 to the line
    marks = read_marks(docx)
    assert marks is not None
    made = keepings(marks, convert(docx).pdf)
    assert [k.lines for k in made.values()] == [lines]


def test_a_break_inside_a_paragraph_is_found_and_repeated_text_is_passed_over() -> None:
    words = [f"từ{at}" for at in range(900)]
    body = para(run(" ".join(words[:300]) + " ") + _marked(" ".join(words[300:])))
    same = "một câu dài được nhắc lại nguyên văn ba lần trong cùng một văn bản, không sót một chữ nào cả. "
    docx = _saved(body + para(run(same) + _marked(same)) * 3, _app(0))
    marks = read_marks(docx)
    assert marks is not None
    found = keepings(marks, convert(docx).pdf)
    assert list(found) == [len(letters_of("".join(words[:300])))]


def test_a_run_tells_folder_by_folder_what_was_kept() -> None:
    kept, late = Keeping(10, 0), Keeping(10, 2)
    shown = str(
        Run(
            [
                ("mot", Told("a.docx", "x" * 60, (kept,), (late,))),
                ("hai", Told("b.docx", "x" * 60, (kept,), (kept,), fonts_missing=True)),
            ]
        )
    )
    assert "a.docx: ours 1 of 1, LibreOffice 0 of 1" in shown
    assert "kept | LibreOffice 2 lines late" in shown
    assert "b.docx" not in shown  # kept by both
    there, missing = shown.split("some fonts missing")
    assert "ours    1  LibreOffice    0  whole files   1   0  differ   1" in there
    assert "ours    1  LibreOffice    1  whole files   1   1  differ   0" in missing


def test_of_two_pdfs_it_is_said_how_many_of_words_page_ends_each_keeps() -> None:
    said = ("Điều một nói về phạm vi.", "Điều hai nói về đối tượng.")
    marked = _saved(para(run(said[0])) + para(_marked(said[1])), _app(0))
    as_word, on_one = (convert(make(para(run(said[0])) + para(turn + run(said[1])))).pdf for turn in (_HARD, ""))
    assert ends_said(marked, as_word, on_one) == "Word's page ends: ours 1 of 1, LibreOffice's 0"
    assert ends_said(make(para(run(said[0]))), as_word, on_one) == ""
