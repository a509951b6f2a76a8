"""The same decision typed in each layout that offices use, for readers of parts to find the same parts in."""

from __future__ import annotations

from collections.abc import Callable

from tests.layout.word_maker import PORTRAIT, cell, make, para, row, run, section, table

CENTRE, RIGHT = '<w:jc w:val="center"/>', '<w:jc w:val="right"/>'
BOLD, ITALIC = "<w:b/>", "<w:i/>"
BREAK, TAB = "<w:r><w:br/></w:r>", "<w:r><w:tab/></w:r>"
UNDER = '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>'
NATIONAL, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
ISSUER = ("ỦY BAN NHÂN DÂN", "XÃ LONG HỒ")
NUMBER, DATED = "Số: 15/QĐ-UBND", "Long Hồ, ngày 05 tháng 01 năm 2026"
STOPS = '<w:tabs><w:tab w:val="center" w:pos="1500"/><w:tab w:val="center" w:pos="6300"/></w:tabs>'

REST = "".join(
    [
        para(run("QUYẾT ĐỊNH", BOLD), CENTRE),
        para(run("Về việc ban hành Mục tiêu chất lượng năm 2026", BOLD), CENTRE),
        para("", CENTRE + UNDER + '<w:ind w:left="3500" w:right="3500"/>'),
        para(run("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ LONG HỒ", BOLD), CENTRE),
        para(run("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;", ITALIC)),
        para(run("Theo đề nghị của Chánh Văn phòng.", ITALIC)),
        para(run("QUYẾT ĐỊNH:", BOLD), CENTRE),
        para(run("Điều 1.", BOLD) + run(" Ban hành Mục tiêu chất lượng năm 2026 tại Phụ lục kèm theo.")),
        para("1. Giải quyết hồ sơ đúng hạn."),
        para("a) Hồ sơ đất đai;"),
        para(run("Điều 2.", BOLD) + run(" Chánh Văn phòng chịu trách nhiệm thi hành./.")),
    ]
)
CLOSING = table(
    [4500, 4800],
    row(
        cell(
            para(run("Nơi nhận:", BOLD + ITALIC))
            + para("- Như Điều 2;")
            + para("- Đảng ủy xã (để báo cáo);")
            + para("- Lưu: VT, VP.")
        ),
        cell(
            para(run("KT. CHỦ TỊCH", BOLD), CENTRE)
            + para(run("PHÓ CHỦ TỊCH", BOLD), CENTRE)
            + para() * 4
            + para(run("Trần Thị Bình", BOLD), CENTRE)
        ),
    ),
    borders=False,
)
ANNEX = (
    para(run("Phụ lục", BOLD), CENTRE + "<w:pageBreakBefore/>")
    + para(run("MỤC TIÊU CHẤT LƯỢNG NĂM 2026", BOLD), CENTRE)
    + para(
        run("(Kèm theo Quyết định số 15/QĐ-UBND ngày 05 tháng 01 năm 2026 của Ủy ban nhân dân xã Long Hồ)", ITALIC),
        CENTRE,
    )
    + para("1. Mục tiêu thứ nhất./.")
)


def _bold(text: str) -> str:
    return para(run(text, BOLD), CENTRE)


def _left(rule: str = "") -> str:
    return _bold(ISSUER[0]) + _bold(ISSUER[1]) + rule


def _right(rule: str = "") -> str:
    return _bold(NATIONAL) + _bold(MOTTO) + rule


def in_a_table() -> str:
    """Two columns, two rows, as most offices have it."""
    return table(
        [3700, 5900],
        row(cell(_left()), cell(_right())),
        row(cell(para(NUMBER, CENTRE)), cell(para(run(DATED, ITALIC), CENTRE))),
        borders=False,
    )


def in_one_row() -> str:
    """Two columns, everything in one row."""
    return table(
        [3700, 5900],
        row(cell(_left() + para(NUMBER, CENTRE)), cell(_right() + para(run(DATED, ITALIC), CENTRE))),
        borders=False,
    )


def in_two_tables() -> str:
    """Names in one table, number and date in another."""
    second = table([3700, 5900], row(cell(para(NUMBER, CENTRE)), cell(para(run(DATED, ITALIC), CENTRE))), borders=False)
    return table([3700, 5900], row(cell(_left()), cell(_right())), borders=False) + para() + second


def _halves(left: str, right: str, look: str = BOLD, other: str = BOLD) -> str:
    return para(TAB + run(left, look) + TAB + run(right, other), STOPS)


def with_tabs() -> str:
    """No table: centring tab stops."""
    return (
        _halves(ISSUER[0], NATIONAL)
        + _halves(ISSUER[1], MOTTO)
        + _halves("-------", "---------------", "", "")
        + _halves(NUMBER, DATED, "", ITALIC)
    )


def with_spaces() -> str:
    """No table, no tabs: the space bar."""
    return (
        para(run(f"{ISSUER[0]}        {NATIONAL}", BOLD))
        + para(run(f"    {ISSUER[1]}               {MOTTO}", BOLD))
        + para(run(NUMBER) + run(" " * 20) + run(DATED, ITALIC))
    )


def with_soft_breaks() -> str:
    """Two columns, the lines of each in one paragraph."""
    left = para(run(ISSUER[0], BOLD) + BREAK + run(ISSUER[1], BOLD) + BREAK + run(NUMBER), CENTRE)
    right = para(run(NATIONAL, BOLD) + BREAK + run(MOTTO, BOLD) + BREAK + run(DATED, ITALIC), CENTRE)
    return table([3700, 5900], row(cell(left), cell(right)), borders=False)


def in_one_cell() -> str:
    """One cell across the page, with tabs inside."""
    held = _halves(ISSUER[0], NATIONAL) + _halves(ISSUER[1], MOTTO) + _halves(NUMBER, DATED, "", ITALIC)
    return table([9600], row(cell(held)), borders=False)


def one_below_another() -> str:
    """No columns at all."""
    return _right() + _left() + para(NUMBER, CENTRE) + para(run(DATED, ITALIC), RIGHT)


def with_typed_rules() -> str:
    """Rules of underscores and dashes."""
    rule = para("_______", CENTRE)
    return table(
        [3700, 5900],
        row(cell(_left(rule)), cell(_right(para("---------------------", CENTRE)))),
        row(cell(para(NUMBER, CENTRE)), cell(para(run(DATED, ITALIC), CENTRE))),
        borders=False,
    )


def _box(left: int, content: str) -> str:
    """A text box ``left`` points from the margin."""
    return (
        '<w:r><w:pict><v:shape type="#_x0000_t202" stroked="f" '
        f'style="position:absolute;margin-left:{left}pt;margin-top:0;width:220pt;height:80pt">'
        f"<v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )


def in_text_boxes() -> str:
    """Two boxes that float side by side."""
    left = _left() + para(NUMBER, CENTRE)
    right = _right() + para(run(DATED, ITALIC), CENTRE)
    return para(_box(0, left) + _box(240, right)) + para() * 6


LAYOUTS: dict[str, Callable[[], str]] = {
    made.__name__: made
    for made in (
        in_a_table, in_one_row, in_two_tables, with_tabs, with_spaces, with_soft_breaks, in_one_cell, one_below_another,
        with_typed_rules, in_text_boxes,
    )
}  # fmt: skip


def decision(head: str) -> bytes:
    """A whole decision with this head, a signature and an annex."""
    return make(head + REST + CLOSING + ANNEX)


def with_head_in_page_header() -> bytes:
    """A decision whose head stands in the header of its first page."""
    sect = section('<w:headerReference w:type="first" r:id="header1"/>' + PORTRAIT + "<w:titlePg/>")
    return make(REST + CLOSING + ANNEX, headers={"header1": in_a_table()}, sect=sect)
