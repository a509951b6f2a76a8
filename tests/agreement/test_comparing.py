"""Two PDFs of one document are compared fairly: as a reader sees the lines, not as the PDF cuts them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from tests.agreement.plain.saying import said_plainly
from tests.agreement.reading.comparing import compare
from tests.agreement.reading.extraction import Line, lines_of, pages_of
from tests.agreement.reading.torn import Piece
from tests.agreement.references import accept_changes, run_whole
from tests.layout.word_maker import PAGE_FIELD, bound, make, para, run

_CALIBRI = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/>'


def _document(docx: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return package.read("word/document.xml")


def _lines(*places: tuple[float, str]) -> list[list[Line]]:
    return [[Line(x, 100.0, x + 20, text) for x, text in places]]


def test_letters_joined_into_one_sign_do_not_part_their_line() -> None:
    places = ((10, 18, "s"), (18, 42, "ti"), (42, 50, "n"), (90, 98, "c"))
    pieces = [
        Piece(x, 100, end, letter) for x, end, sign in places for letter in sign
    ]  # each letter at its sign's foot
    assert [line.text for line in lines_of(pieces)] == ["stin", "c"]


def test_kerned_letters_do_not_part_their_line_and_text_set_over_another_does() -> None:
    places = ((10, 20, "A"), (16, 26, "V"), (22, 32, "A"), (24, 34, "X"))
    assert [line.text for line in lines_of([Piece(x, 100, end, sign) for x, end, sign in places])] == ["AVA", "X"]


def _typed(*places: tuple[float, str]) -> list[Piece]:
    return [Piece(x + at * 5, 100, x + at * 5 + 5, sign) for x, word in places for at, sign in enumerate(word)]


@pytest.mark.parametrize(
    ("places", "read"),
    [
        (((10, "chi"), (30, "n"), (40, "l"), (55, "c"), (25, "ế"), (45, "ượ")), ["chiếnlược"]),  # drawn apart
        (((10, "đ"), (15, "ế"), (20, "n")), ["đến"]),
        (((10, "một"), (30, "hai"), (90, "ba"), (10, "dưới")), ["mộthai", "ba", "dưới"]),  # over another
        (((50, "hai"), (10, "một")), ["hai", "một"]),  # beside one another
        (((50, "xa"), (10, "gần"), (25, "n")), ["xa", "gầnn"]),
    ],
)
def test_a_word_drawn_in_parts_is_read_as_it_stands(places: tuple[tuple[float, str], ...], read: list[str]) -> None:
    assert [line.text for line in lines_of(_typed(*places))] == read


@pytest.mark.parametrize(
    ("ours", "theirs", "equal", "lines"),
    [
        (((10, "mot"), (50, "hai"), (90, "ba")), ((10, "mot"), (50, "haiba")), 2, 2),
        (((10, "mothai"), (90, "ba")), ((10, "mothaiba"),), 1, 1),
        (((10, "mothaiba"),), ((10, "mot"), (50, "hai"), (90, "ba")), 1, 1),
        (((10, "mothai"), (90, "bon")), ((10, "mothaiba"),), 0, 2),
        (((10, "mothai"),), ((10, "mothai"), (90, "bon")), 1, 2),
        (((10, "mothai"),), (), 0, 1),
        (((10, "ten"), (50, "..."), (90, "...")), ((10, "ten..."),), 1, 1),
        (((10, "ten"), (50, "..."), (90, "...nam")), ((10, "ten...ngay"),), 0, 3),
    ],
)
def test_a_row_counts_once_however_its_gaps_part_it(
    ours: tuple[tuple[float, str], ...], theirs: tuple[tuple[float, str], ...], equal: int, lines: int
) -> None:
    made = compare(_lines(*ours), _lines(*theirs))
    assert (made.equal, made.lines) == (equal, lines), made.differences


@pytest.mark.parametrize(
    ("ours", "theirs", "equal", "lines"),
    [
        (((10, "mothai"), (90, "ba")), ((10, "mot"), (50, "hai"), (90, "ba")), 2, 2),  # the second moved along
        (((10, "mothai"),), ((10, "mot"), (50, "hay")), 0, 2),
        (((10, "mothai"), (10, "mothai")), ((10, "mot"), (50, "hai")), 1, 2),
    ],
)
def test_a_row_that_moved_counts_once_however_its_gaps_part_it(
    ours: tuple[tuple[float, str], ...], theirs: tuple[tuple[float, str], ...], equal: int, lines: int
) -> None:
    lower = [[Line(x, 120.0 + 40 * n, x + 20, text) for n, (x, text) in enumerate(ours)]]
    made = compare(lower, _lines(*theirs))
    assert (made.equal, made.lines) == (equal, lines), made.differences


@pytest.mark.parametrize(
    ("ours", "theirs", "equal"),
    [("⚠Lưuý", ["Lưuý"], 1), ("⚠Lưuý", ["⚠Lưuý"], 1), ("⚠Lưuý", ["Lưuý", "⚠"], 0), ("20°", ["20"], 0)],
)
def test_a_sign_that_libreoffice_draws_as_a_picture_is_not_compared(ours: str, theirs: list[str], equal: int) -> None:
    other = [Line(300.0, 40.0 * n, 320.0, text) for n, text in enumerate(theirs)]
    assert compare(_lines((10, ours)), [other]).equal == equal


@pytest.mark.parametrize(
    ("asked", "is_named"),
    [("", True), ('<w14:ligatures w14:val="none"/>', True), ('<w14:ligatures w14:val="standard"/>', False)],
)
def test_libreoffice_is_told_to_join_no_letters_unless_the_file_asks_for_it(asked: str, is_named: bool) -> None:
    document = _document(said_plainly(make(para(run("tin tức", _CALIBRI + asked)))))
    assert (document.count(b'"Calibri:-liga"') == 3) is is_named
    assert b"Times New Roman:-liga" not in document


def test_a_file_without_such_a_typeface_goes_to_libreoffice_as_it_is() -> None:
    docx = make(para("Kính gửi"))
    assert said_plainly(docx) is docx


@pytest.mark.parametrize("code", ["NUMCHARS", "PAGEREF _Ref1 \\h", 'DOCPROPERTY  "Company"', "FileName \\p"])
def test_libreoffice_is_told_what_a_field_of_the_file_stores(code: str) -> None:
    complex_field = (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> {code} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("1.551")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    simple = f'<w:fldSimple w:instr="{code.replace(chr(34), "&quot;")}">{run("sau")}</w:fldSimple>'
    document = _document(said_plainly(make(para(run("trước ") + complex_field + simple + PAGE_FIELD))))
    assert code.split()[0].encode() not in document
    assert document.count(b"w:fldChar ") == 3
    assert b"PAGE" in document
    assert b"1.551" in document
    assert b"sau" in document


def test_libreoffice_is_given_no_typeface_that_a_file_carries() -> None:
    carried = make(para("Kính gửi"), notes={"fontTable": '<w:font w:name="A"><w:embedBold r:id="rId1"/></w:font>'})
    with zipfile.ZipFile(io.BytesIO(said_plainly(carried))) as package:
        assert b"embedBold" not in package.read("word/fontTable.xml")


def test_libreoffice_is_told_the_text_of_controls_that_no_data_fills() -> None:
    control = "<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    nested = control.format(para(run("trước ") + control.format(run("trong")) + run(" sau")))
    document = _document(said_plainly(make(nested + para(bound("/a", run("lưu"))), data="<a>b</a>")))
    assert document.count(b"<w:sdt>") == 1
    assert b"dataBinding" in document
    assert all(word in document for word in (b"trong", b"sau", b"tr\xc6\xb0\xe1\xbb\x9bc"))


def test_libreoffice_is_told_that_a_line_may_end_before_a_mark() -> None:
    document = _document(said_plainly(make(para(run("xã ") + run("....") + run(" Nam / Nữ ( ký ), 1.5 (hai)")))))
    told = document.decode().replace("\u200b", "|")
    assert "|....<" in told
    assert " Nam |/ Nữ ( |ký |), 1.5 (hai)" in told


@pytest.mark.parametrize(("behind", "is_told"), [("", True), (run("12"), False)])
def test_libreoffice_is_told_how_tall_a_line_of_tabs_is(behind: str, is_told: bool) -> None:
    tab = '<w:r><w:rPr><w:sz w:val="26"/></w:rPr><w:tab/></w:r>'
    document = _document(said_plainly(make(para(tab + tab + behind)))).decode()
    told = f'{tab}{tab}<w:r><w:rPr><w:sz w:val="26"/></w:rPr><w:t>\u200d</w:t></w:r>'
    assert (told in document) is is_told


def test_dots_of_either_kind_fill_a_line_alike() -> None:
    one, other = (
        [Piece(at * 4.0, 100, at * 4.0 + 4, sign) for at, sign in enumerate(dots)] for dots in ("a……..", "a…......")
    )
    assert [line.text for line in lines_of(one)] == [line.text for line in lines_of(other)] == ["a..."]


@pytest.mark.parametrize(
    ("ours", "theirs", "same"),
    [
        ("Số:...ngày.Tại:...", "Số:...ngày..Tại:...", True),
        ("Số:...ngàyTại:...", "Số:...ngày.Tại:...", True),
        ("Số:...ngày...Tại:...", "Số:...ngàyTại:...", False),
        ("Điều1.Tên", "Điều1Tên", False),
        ("Số:...ngàyTại", "Số:...ngày.Nơi", False),
    ],
)
def test_a_short_tab_among_others_may_have_a_dot_or_none(ours: str, theirs: str, same: bool) -> None:
    assert compare(_lines((85, ours)), _lines((85, theirs))).equal == same


def test_what_a_field_to_fill_in_shows_is_text_of_its_page() -> None:
    shown = b"BT /F 12 Tf 2 4 Td (Chon Lop) Tj ET"
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[4 0 R]/DR<</Font<</F " + font + b">>>>/DA(/F 12 Tf)>>>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Annots[4 0 R]>>",
        b"<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/V(Chon Lop)/F 4/Rect[50 200 250 220]/AP<</N 5 0 R>>>>",
        b"<</Type/XObject/Subtype/Form/BBox[0 0 200 20]/Resources<</Font<</F "
        + font
        + b">>>>/Length %d>>\nstream\n%s\nendstream" % (len(shown), shown),
    ]
    pdf, places = b"%PDF-1.7\n", []
    for number, said in enumerate(objects, 1):
        places.append(len(pdf))
        pdf += b"%d 0 obj\n%s\nendobj\n" % (number, said)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    pdf += b"xref\n0 6\n0000000000 65535 f \n%strailer\n<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        table,
        len(pdf),
    )
    ((line,),) = pages_of(pdf)
    assert (line.text, line.x) == ("ChonLop", 52)


def test_a_program_that_takes_too_long_is_ended_with_what_it_started(tmp_path: Path) -> None:
    mark = tmp_path / "con.txt"
    assert run_whole(["true"], 30)
    assert not run_whole(["sh", "-c", f"sleep 60 & echo $! > '{mark}'; wait"], 2)
    child = int(mark.read_text())
    status = Path(f"/proc/{child}/stat")
    gone = not status.exists() or status.read_text().rpartition(")")[2].split()[0] == "Z"
    assert gone


def test_deleted_ends_of_paragraphs_and_rows_are_gone_where_changes_are_accepted() -> None:
    """What goes on is one paragraph, with the look of the last."""
    deleted = '<w:rPr><w:del w:id="1" w:author="a"/></w:rPr>'
    row = "<w:tr>%s<w:tc><w:p/></w:tc></w:tr>"
    gone = row % '<w:trPr><w:del w:id="2" w:author="a"/></w:trPr>'
    last = '<w:jc w:val="both"/>'
    ours = make(
        para(run("một"), deleted) + para(run("hai"), last) + f"<w:tbl>{gone}{row % ''}</w:tbl><w:tbl>{gone}</w:tbl>"
    )
    kept = make(para(run("một") + run("hai"), last) + f"<w:tbl>{row % ''}</w:tbl>")
    assert etree.tostring(etree.fromstring(_document(accept_changes(ours)))) == etree.tostring(
        etree.fromstring(_document(kept))
    )
