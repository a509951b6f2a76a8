"""How what a form prints looks, where the old document was typed against the defaults of its file."""

from __future__ import annotations

from pathlib import Path

from generator.docx.word.ooxml import W
from generator.drafting import draft_form
from generator.parts.lines import Line
from tests.docx.docx_samples import document
from tests.drafting.making import Known, lines, printed
from tests.layout.word_maker import cell, make, para, row, run, table
from tests.parts.heads import BOLD, CENTRE, CLOSING, DATED, ITALIC, TAB, in_a_table

OFFICE: Known = ("van-phong-suoi-trong-2026", "to-trinh")
RESULTS: Known = ("tra-son-2026", "bao-cao-quy-2")
PLAIN = '<w:b w:val="0"/>'
TITLE = para(run("TỜ TRÌNH", BOLD), CENTRE) + para(run("Về việc ban hành Mục tiêu chất lượng", BOLD), CENTRE)
HEADED = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>{}</w:style>'


def _made(tmp_path: Path, docx: bytes, known: Known = OFFICE, kind: str = "tờ trình", form: str = "ke-hoach") -> bytes:
    file = tmp_path / "mau.docx"
    file.write_bytes(draft_form(docx, kind, form).docx)
    return printed(known, file)


def _line(docx: bytes, start: str) -> Line:
    return next(line for line in lines(docx) if line.text.strip().startswith(start))


def test_text_typed_plain_against_a_bold_default_is_plain_in_kinds_it_had_not(tmp_path: Path) -> None:
    body = para(run("Ủy ban nhân dân xã trình như sau, gồm các nội dung dưới đây:", PLAIN)) * 2
    head = table([4000, 5000], row(cell(para(run("Kính gửi:", PLAIN), '<w:jc w:val="right"/>')),
                                   cell(para(run("Sở Nội vụ.", PLAIN)))), borders=False)  # fmt: skip
    docx = make(in_a_table() + TITLE + head + body + CLOSING + para() * 9,
                styles=HEADED.format("<w:rPr><w:b/></w:rPr>"))  # fmt: skip
    made = _made(tmp_path, docx)
    assert not _line(made, "- Kế hoạch thực hiện").bold
    assert not _line(made, "Kính gửi:").bold
    assert _line(made, "1. Sự cần thiết").bold
    assert _line(made, "Kính gửi:").paragraph.format.align != "right"  # its cell put it there
    tail = document(made).xpath("//w:body/w:tbl[last()]/following-sibling::w:p", namespaces={"w": W})
    assert len(tail) < 4  # no page of blanks behind the signature


def test_tabs_and_spaces_that_put_text_in_its_place_stay(tmp_path: Path) -> None:
    addressed = para(run(" " * 30 + "Kính gửi: Sở Nội vụ."))
    body = para(TAB + run("Ủy ban nhân dân xã trình như sau, gồm các nội dung dưới đây:")) * 2
    made = _made(tmp_path, make(in_a_table() + TITLE + addressed + body + CLOSING))
    assert _line(made, "Kính gửi:").paragraph.text.startswith(" " * 30)
    assert _line(made, "Văn phòng kính trình").paragraph.text.startswith("\t")


def test_points_that_are_headings_do_not_tell_how_points_look(tmp_path: Path) -> None:
    body = (
        para("Thực hiện Quyết định của Ủy ban nhân dân xã, gồm các nội dung:")
        + para(run("a) Phạm vi", BOLD))
        + para(run("- Đối tượng", BOLD))
        + para("Các phòng của Ủy ban nhân dân xã thực hiện.")
    )
    made = _made(tmp_path, make(in_a_table() + TITLE + para("Kính gửi: Sở Nội vụ.") + body + CLOSING))
    assert not _line(made, "- Kế hoạch thực hiện").bold


def test_tables_of_the_program_are_in_the_letters_of_the_text(tmp_path: Path) -> None:
    font = '<w:rFonts w:ascii="Tinos" w:hAnsi="Tinos" w:cs="Tinos"/>'
    body = para(run("Ủy ban nhân dân xã báo cáo kết quả thực hiện như sau:", font)) * 2
    title = TITLE.replace("TỜ TRÌNH", "BÁO CÁO")
    styles = HEADED.format('<w:rPr><w:rFonts w:ascii="Carlito" w:hAnsi="Carlito"/><w:i/></w:rPr>')
    made = _made(tmp_path, make(in_a_table() + title + body + CLOSING, styles=styles), RESULTS, "báo cáo", "ke-hoach")
    cells = [line for line in lines(made) if line.holder == "table" and line.text in ("Chỉ tiêu", "Sở Nội vụ")]
    assert {(run.format.font, run.format.italic) for line in cells for run in line.runs} == {("Tinos", False)}


def test_soft_hyphens_nobody_sees_do_not_tell_how_a_line_looks(tmp_path: Path) -> None:
    day = run("\u00ad" * 40, BOLD) + run(DATED, ITALIC)
    head = in_a_table().replace(run(DATED, ITALIC), day)
    assert day in head
    body = para("Ủy ban nhân dân xã trình như sau, gồm các nội dung dưới đây:") * 2
    line = _line(_made(tmp_path, make(head + TITLE + body + CLOSING)), "Suối Trong, ngày")
    assert line.italic
    assert not line.bold
