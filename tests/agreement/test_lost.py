"""The detector of words lost, doubled or struck finds each of them, and is silent where nothing is wrong."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from generator.layout import read
from generator.pdf import convert
from generator.pdf.converting import set_plainly
from tests.agreement import folder
from tests.agreement.reading.lost import Faults, PdfWords, find_faults, pdf_words
from tests.agreement.reading.words import lacking, printed_words
from tests.layout.metafile_maker import emf, words
from tests.layout.word_maker import PAGE_FIELD, make, para, row, run, section, table
from tests.layout.word_maker import PORTRAIT as PAGE

_LISTED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
_NUMBERS = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="31"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)
_ASIAN = '<w:rFonts w:ascii="Droid Sans Fallback" w:eastAsia="Droid Sans Fallback" w:hAnsi="Droid Sans Fallback"/>'
_STRIKE = "<w:strike/>"


def _faults(said: bytes, printed: bytes, other: bytes | None = None) -> Faults:
    """The faults where ``printed`` was made into the PDF in place of ``said``; ``other`` plays the second engine."""
    ours, theirs = (pdf_words(convert(d, bundled_fonts=True).pdf) for d in (printed, other or said))
    return find_faults(said, ours, theirs)


_BODY = make(para("Uỷ ban nhân dân xã ban hành kế hoạch") + table([3000, 3000], row("Mục tiêu", "Chỉ tiêu")))


def test_roman_numbers_of_pages_that_only_one_has_are_not_lost() -> None:
    paper = section(f'{PAGE}<w:pgNumType w:fmt="lowerRoman"/>')
    pages = [make("".join(para(PAGE_FIELD, "<w:pageBreakBefore/>") for _ in range(n)), sect=paper) for n in (6, 7)]
    assert _faults(pages[1], pages[0]) == Faults()


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        (_BODY, Faults()),
        (
            make(para("Uỷ ban nhân dân ban hành kế hoạch") + table([3000, 3000], row("Mục tiêu", "Chỉ"))),
            Faults(lost=("XÃ", "TIÊU")),
        ),
        (
            make(para("Uỷ ban nhân dân xã xã ban hành kế hoạch") + table([3000, 3000], row("Mục tiêu", "Chỉ tiêu"))),
            Faults(doubled=("XÃ",)),
        ),
        (
            make(
                para(run("Uỷ ban nhân dân ") + run("xã ban", _STRIKE) + run(" hành kế hoạch"))
                + table([3000, 3000], row("Mục tiêu", "Chỉ tiêu"))
            ),
            Faults(struck=("XÃ", "BAN")),
        ),
        (
            make(para("Uỷ ban nhândân xã ban hành kế hoạch") + table([3000, 3000], row("Mục tiêu", "Chỉ tiêu"))),
            Faults(),
        ),
    ],
    ids=["nothing wrong", "lost", "doubled", "struck", "only broken elsewhere"],
)
def test_what_happened_to_words_is_named(printed: bytes, found: Faults) -> None:
    assert _faults(_BODY, printed) == found


@pytest.mark.parametrize("theirs", [[3000] * 3, [6000] * 3, [6000, 6000, 0]], ids=["seen", "beyond too", "left out"])
def test_words_beyond_the_page_are_not_seen_wherever_the_other_has_them(theirs: list[int]) -> None:
    wide, held = (make(table(widths, row("gần", "giữa", "Xa lề"[: widths[2]]))) for widths in ([6000] * 3, theirs))
    ours, others = (pdf_words(set_plainly(read(docx), bundled_fonts=True)) for docx in (wide, held))
    assert find_faults(wide, ours, others).unseen == ("XA", "LỀ")


def test_words_under_others_are_not_seen() -> None:
    over = make(para("trên") + para("dưới", '<w:spacing w:line="20" w:lineRule="exact"/>') + para("sau"))
    assert "DƯỚI" in _faults(over, over, make(para("trên") + para("dưới") + para("sau"))).unseen


def test_a_lost_number_is_known_by_the_other_engine() -> None:
    said = make(para("Xã", _LISTED) + para("Huyện", _LISTED), numbering=_NUMBERS)
    assert _faults(said, make(para("Xã") + para("Huyện"), numbering=_NUMBERS)).lost == ("31", "32")


def test_what_neither_prints_is_told_apart() -> None:
    without = make(para("Xã"))
    found = _faults(make(para("Xã Đông")), without, without)
    assert found == Faults(neither=("ĐÔNG",))
    assert not found


def test_the_words_of_a_file_are_those_that_are_printed() -> None:
    hidden = run("ẩn", "<w:vanish/>")
    removed = run("cũ").replace("w:t", "w:delText")
    code = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF mã </w:instrText></w:r>'
    shown = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("kết quả")
    body = (
        para(run("Điều 1/") + hidden + f'<w:del w:id="1" w:author="a">{removed}</w:del>' + PAGE_FIELD)
        + para(code + shown + '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
        + table([3000], row("đầu bảng", props="<w:tblHeader/>"), row("ô"))
    )
    foot = '<w:footerReference w:type="default" r:id="footer1"/>'
    words = printed_words(make(body, headers={"footer1": para("chân")}, sect=section(foot + PAGE)))
    assert words.once == ["ĐIỀU", "1", "KẾT", "QUẢ", "Ô"]
    assert sorted(words.repeated) == ["BẢNG", "CHÂN", "ĐẦU"]


def test_numbers_in_figures_are_those_that_libreoffice_writes_otherwise() -> None:
    levels = (
        '<w:lvl w:ilvl="0"><w:start w:val="4"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:start w:val="7"/><w:numFmt w:val="decimal"/>{}<w:lvlText w:val="%1.%2"/></w:lvl>'
    )
    number = (
        '<w:abstractNum w:abstractNumId="1">{}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    body = para("Chương", _LISTED) + para("Mục", _LISTED.replace('w:ilvl w:val="0"', 'w:ilvl w:val="1"'))
    legal, other = (make(body, numbering=number.format(levels.format(more))) for more in ("<w:isLgl/>", ""))
    assert not _faults(legal, legal, other)
    assert _faults(other, legal, other) == Faults(lost=("IV",), doubled=("4",))


def test_letters_of_old_fonts_are_no_words_of_the_file() -> None:
    old = make(para(run("Céng hoµ x· héi", '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>')))
    assert printed_words(old).is_old
    assert not _faults(old, make(para("Cộng hoà xã hội")))
    assert not printed_words(_BODY).is_old


def test_pieces_of_words_that_one_pdf_draws_apart_are_not_lost() -> None:
    said = make(para("Hiện nay"))
    apart = PdfWords(["HI", "N", "NAY", "Ệ"], 1, "HIỆN NAY")
    assert not find_faults(said, PdfWords(["HIỆN", "NAY"], 1, "HIỆN NAY"), apart)
    assert "HIỆN" in find_faults(said, PdfWords(["NAY"], 1, "NAY"), apart).lost


def test_pieces_of_a_word_that_only_one_breaks_are_not_lost() -> None:
    head = '<w:headerReference w:type="default" r:id="header1"/>'
    said = make(para("payGiamGia tỉa"), headers={"header1": para("Giang")}, sect=section(head + PAGE))
    whole = PdfWords(["GIANG", "PAYGIAMGIA", "TỈA"], 1, "GIANG PAYGIAMGIA TỈA")
    broken = PdfWords(["GIANG", "PAYGIAMG", "IA", "GIANG", "TỈA"], 2, "GIANG PAYGIAMG IA GIANG TỈA")
    assert find_faults(said, whole, broken) == find_faults(said, broken, whole) == Faults()
    labelled = PdfWords(["IA", *whole.words], 1, f"IA {whole.lines}")
    assert find_faults(said, whole, labelled).lost == ("IA",)


@pytest.mark.parametrize(("field", "doubled"), [(PAGE_FIELD, ()), ("", ("1", "2"))])
def test_numbers_of_pages_that_libreoffice_cuts_off_are_not_doubled(field: str, doubled: tuple[str, ...]) -> None:
    foot = '<w:footerReference w:type="default" r:id="footer1"/>'
    said = make(para("Xã"), headers={"footer1": para(run("Trang ") + field)}, sect=section(foot + PAGE))
    ours = PdfWords(["XÃ", "TRANG", "1", "TRANG", "2"], 2, "XÃ TRANG 1 TRANG 2")
    assert find_faults(said, ours, PdfWords(["XÃ", "TRANG", "TRANG"], 2, "XÃ TRANG TRANG")).doubled == doubled


def test_words_of_a_picture_that_libreoffice_draws_as_dots_are_not_doubled() -> None:
    drawing = emf(words("Bảng 4", 0, 0, [9] * 6))
    said = make(para("Xã"), media={"a.emf": drawing})
    ours, theirs = PdfWords(["XÃ", "BẢNG", "4"], 1, "XÃ BẢNG 4"), PdfWords(["XÃ"], 1, "XÃ")
    assert not find_faults(said, ours, theirs)
    assert find_faults(make(para("Xã")), ours, theirs).doubled == ("BẢNG", "4")


@pytest.mark.parametrize(("shown", "lost"), [("", ()), ("<w:r><w:footnoteRef/></w:r>", ("1",))])
def test_a_note_that_shows_no_number_is_numbered_by_libreoffice_alone(shown: str, lost: tuple[str, ...]) -> None:
    note = f"<w:footnote w:id='2'>{para(shown + run('Ghi chú'))}</w:footnote>"
    said = make(para(run("Xã") + "<w:r><w:footnoteReference w:id='2'/></w:r>"), notes={"footnotes": note})
    ours = PdfWords(["XÃ", "1", "GHI", "CHÚ"], 1, "XÃ 1 GHI CHÚ")
    assert find_faults(said, ours, PdfWords([*ours.words, "1"], 1, ours.lines + " 1")).lost == lost


def test_what_is_raised_may_be_read_apart() -> None:
    said = make(para(run("100 m") + run("2", '<w:vertAlign w:val="superscript"/>') + run("/giờ")))
    assert printed_words(said).once == ["100", "M", "2", "GIỜ"]


def test_marks_that_share_the_room_of_one_cover_nothing() -> None:
    beside = PdfWords(["新", "一"], 1)
    squeezed = make(para(run("新", _ASIAN) + run("》，", _ASIAN) + run("一", _ASIAN)))
    assert find_faults(squeezed, pdf_words(convert(squeezed).pdf), beside).unseen == ()


def test_a_folder_is_judged_to_its_end(soffice: str, tmp_path: Path) -> None:
    (tmp_path / "con").mkdir()
    (tmp_path / "con" / "tot.docx").write_bytes(_BODY)
    (tmp_path / "hong.docx").write_bytes(b"PK\x05\x06" + bytes(18))
    (tmp_path / "trang.docx").write_bytes(b"<html>")
    (tmp_path / "chua-ve.docx").write_bytes(make("<w:p><m:oMath><m:phant/></m:oMath></w:p>"))
    found = folder.run_folder(soffice, tmp_path, 1)
    assert found.skipped == ["trang.docx"]
    assert [(r.name, r.drawn) for r in found.results] == [
        ("chua-ve.docx", False), ("con/tot.docx", True), ("hong.docx", False)
    ]  # fmt: skip
    assert "words lost or doubled      0 of    1" in str(found)


def test_a_word_broken_in_a_narrow_cell_is_not_lost() -> None:
    assert lacking(["1", "250", "000", "ẤP"], ["1", "250", "0", "ẤP", "00"]) == []
    assert lacking(["XÃ", "BÀU"], ["XÃ"]) == ["BÀU"]
    assert lacking(["000", "000"], ["0", "ẤP", "00"]) == ["000"]


_LEVEL = '<w:abstractNum w:abstractNumId="{0}"><w:lvl w:ilvl="0">{1}<w:numFmt w:val="{2}"/></w:lvl></w:abstractNum>'
_NUM = '<w:num w:numId="{0}"><w:abstractNumId w:val="{0}"/></w:num>'


def _of(*words: str, pages: int = 1, unseen: str = "") -> PdfWords:
    return PdfWords(list(words), pages, " ".join(words), unseen=Counter(unseen.split()))


def test_pieces_of_words_that_only_libreoffice_tears_are_not_lost() -> None:
    said = make(para("việc nhiệt viết"))
    ours = _of("VIỆC", "NHIỆT", "VIẾT")
    assert not find_faults(said, ours, _of("VI", "C", "NHI", "T", "Ệ", "VIẾT"))
    assert find_faults(said, _of("NHIỆT", "VIẾT"), _of("VI", "C", "NHI", "T", "Ệ", "VIẾT")).lost == ("VIỆC",)
    assert "VIẾT" in find_faults(said, _of("VIỆC", "NHIỆT"), _of("VI", "C", "NHI", "T", "Ệ", "VIẾT")).lost


def test_words_that_a_row_cuts_off_are_told_or_a_fault() -> None:
    low = '<w:trHeight w:val="400" w:hRule="exact"/>'
    said = make(table([3000], row("Xã Bàu Hàm, huyện Trảng Bom, tỉnh Đồng Nai", props=low)))
    made = convert(said, bundled_fonts=True)
    ours = pdf_words(made.pdf, cuts=printed_words(said).is_cut)
    assert find_faults(said, ours, ours).unseen == ("TRẢNG", "BOM", "TỈNH", "ĐỒNG", "NAI")
    assert not find_faults(said, ours, ours, made.notes)
    assert find_faults(said, ours, ours, ["hàng 1: chữ “Trảng”, “Bom” và 2 từ nữa bị cắt"]).unseen == ("NAI",)


def test_a_word_is_not_forgiven_for_letters_that_others_cover() -> None:
    said = make(para("Xã Bàu Hàm ăn xá"))
    words = ("XÃ", "BÀU", "HÀM", "ĂN", "XÁ")
    ours, theirs = _of(*words, unseen="XÃBÀU"), _of(*words, unseen="ÀUBXÃ HÀM")
    assert find_faults(said, ours, theirs).unseen == ("XÃBÀU",)
    assert find_faults(said, ours, _of(*words, unseen="HÀMXÃBÀUĂN")).unseen == ()
    twice = _of(*words, unseen="XÃBÀU XÃBÀUXÁ")  # two of them, for which one of theirs does not stand
    assert find_faults(said, twice, _of(*words, unseen="XÃBÀU HÀMXÁ")).unseen == ("XÃBÀUXÁ",)


def test_a_number_doubled_or_lost_is_told_although_a_column_is_too_narrow_for_a_word() -> None:
    said = make(
        "".join(para(word, _LISTED) for word in ("dongiangtha", "hai", "ba")),
        numbering=_NUMBERS.replace('"31"', '"41"'),
    )
    cut = _of("41", "DONGIA", "NGTHA", "42", "HAI", "43", "BA")
    right = _of("41", "DONGIANGTHA", "42", "HAI", "43", "BA")
    assert not find_faults(said, right, cut)
    assert find_faults(said, _of(*right.words, "1", "2", "3"), cut).doubled == ("1", "2", "3")
    assert find_faults(said, _of("DONGIANGTHA", "HAI", "BA"), cut).lost == ("41", "42", "43")
    heads = _of("4", "DONGIA", "NGTHA", "4", "HAI", "4", "BA")  # its narrow column cuts off the second figure
    assert not find_faults(said, right, heads)
    assert find_faults(said, _of(*right.words, "45"), heads).doubled == ("45",)


def test_words_doubled_close_to_one_another_are_told() -> None:
    said = make(para("Công ty Digitally số"))
    once = _of("CÔNG", "TY", "DIGITALLY", "SỐ")
    assert find_faults(said, _of(*once.words, "TYDIGITALLY"), once).doubled == ("TY", "DIGITALLY")
    assert not find_faults(said, once, _of("CÔNG", "TYDIGITALLY", "SỐ"))
    assert find_faults(said, _of("CÔNG", "TY", "SỐ"), _of("CÔNG", "TYDIGITALLY", "SỐ")).lost == ("DIGITALLY",)


@pytest.mark.parametrize(
    ("lists", "lost"),
    [
        (_LEVEL.format(1, "", "lowerLetter"), ()),
        (_LEVEL.format(1, '<w:start w:val="0"/>', "upperRoman"), ()),
        (_LEVEL.format(1, '<w:start w:val="0"/>', "decimal"), ("0",)),
        (_LEVEL.format(2, "", "lowerLetter") + _LEVEL.format(1, '<w:start w:val="0"/>', "decimal"), ("0",)),
    ],
    ids=["a letter for none", "a roman number for none", "a figure", "letters of a list that nobody uses"],
)
def test_a_lost_0_is_forgiven_where_a_list_that_is_used_has_no_letter_for_it(lists: str, lost: tuple[str, ...]) -> None:
    said = make(para("Xã", _LISTED), numbering=f"{lists}{_NUM.format(1)}{_NUM.format(2)}")
    assert find_faults(said, _of("XÃ"), _of("0", "XÃ")).lost == lost
    assert find_faults(said, _of("XÃ"), _of("0", "XÃ", "0")).lost == ("0", *lost)


def test_heads_of_pages_that_libreoffice_lost_with_their_rows_are_not_doubled() -> None:
    marks = '<w:headerReference w:type="default" r:id="header1"/>'
    body = table([3000], row("mức kiến", props="<w:tblHeader/>"), row("kiến một"), row("kiến hai"))
    said = make(body, headers={"header1": para("khảo kiến")}, sect=section(marks + PAGE))
    page, head = ("KHẢO", "KIẾN"), ("MỨC", "KIẾN")
    cut = _of(*page, *head, "KIẾN", "MỘT", pages=1)
    whole = [*page, *head, "KIẾN", "MỘT", *page, *head, "KIẾN", "HAI", *page]
    assert not find_faults(said, _of(*whole, pages=3), cut)
    assert find_faults(said, _of(*whole, *["KIẾN"] * 4, pages=3), cut).doubled


def test_a_word_that_stands_in_the_head_of_pages_as_well_may_not_be_lost() -> None:
    head = '<w:headerReference w:type="default" r:id="header1"/>'
    body = para("xã Bàu Hàm") + table([3000], row("tên xã", props="<w:tblHeader/>"), row("1"))
    said = make(body, headers={"header1": para("UBND xã Xuân")}, sect=section(head + PAGE))
    heads, rest = ("UBND", "XÃ", "XUÂN"), ("BÀU", "HÀM", "TÊN", "XÃ", "1")
    theirs = _of(*heads, "XÃ", *rest, *heads, pages=2)
    assert not find_faults(said, theirs, theirs)
    assert find_faults(said, _of(*heads, *rest, *heads, pages=2), theirs).lost == ("XÃ",)
    assert find_faults(said, _of(*heads, *rest, *heads, *heads, pages=3), theirs).lost == ("XÃ",)
    assert find_faults(said, _of(*heads, "XÃ", *rest, *heads, *heads, pages=3), theirs) == Faults()
    assert find_faults(said, _of(*heads, "XÃ", "XÃ", *rest, *heads, *heads, pages=3), theirs).doubled == ("XÃ",)
    repeated = _of(*heads, "XÃ", *rest, *heads, "TÊN", "XÃ", pages=2)  # where a page ends elsewhere inside the table
    assert find_faults(said, repeated, theirs) == find_faults(said, theirs, repeated) == Faults()


def test_a_figure_is_no_number_of_a_page_where_none_are_printed() -> None:
    said = make(para("Xã", _LISTED), numbering=_NUMBERS.replace('"31"', '"2"'))
    assert find_faults(said, _of("XÃ", pages=1), _of("2", "XÃ", pages=2)).lost == ("2",)


def test_a_tone_lost_beside_formulas_is_told() -> None:
    formula = "<m:oMath><m:r><m:t>x+y</m:t></m:r></m:oMath>"
    said = make(f"<w:p>{run('Xã Bàu')}{formula}</w:p>")
    found = find_faults(said, _of("XA", "BÀU", "X", "Y"), _of("XÃ", "BÀU", "X", "Y"))
    assert found.lost == ("XÃ",)


def test_words_cut_or_drawn_close_are_none_of_their_own() -> None:
    said = make(para("danhsachgiaovien Công ty Cổ phần Digitally"))
    one, other = ["DANHSACHG", "IAOVIEN"], ["DANHSACH", "GIAOVIEN"]
    one, other = [*one, "CÔNG", "TY", "CỔ", "PHẦN", "DIGITALLY"], [*other, "CÔNG", "TY", "PHẦN", "CỔDIGITALLY"]
    ours, cut = (PdfWords(found, 1, " ".join(found)) for found in (one, other))
    assert find_faults(said, ours, cut) == Faults()
    gone = replace(ours, words=ours.words[2:], lines="CÔNG TY CỔ PHẦN DIGITALLY")
    assert find_faults(said, gone, cut).lost
