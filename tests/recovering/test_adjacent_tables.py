"""Two tables one below the other: one table typed over two pages comes back as one, two tables of one head as two."""

from __future__ import annotations

from typing import Any

import pytest

from generator.service.yearly.reading import read_bytes
from tests.layout.word_maker import cell, make, para, row, run, table
from tests.parts.heads import BOLD, CENTRE, in_a_table

HEAD = ("TT", "Nội dung công việc", "Đơn vị")


def typed(*parts: tuple[str, ...], told: bool = False, head: tuple[str, ...] = HEAD) -> bytes:
    """A decision with a table for each of the parts, whose rows are told by their first cells."""

    def made(first: tuple[str, ...]) -> str:
        top = row(*(cell(para(run(one, BOLD), CENTRE)) for one in head), props="<w:tblHeader/>" if told else "")
        rows = [
            row(*(cell(para(run(text) if text else "")) for text in (one, f"Việc thứ {at}", "Văn phòng")))
            for at, one in enumerate(first, start=len(parts))
        ]
        return table([900, 5000, 3170], top, *rows)

    body = para(run("QUYẾT ĐỊNH", BOLD), CENTRE) + para(run("Ban hành danh mục công việc", BOLD), CENTRE)
    body += para(run("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;"))
    body += para(run("QUYẾT ĐỊNH:", BOLD), CENTRE) + para(run("Điều 1. Ban hành danh mục công việc như sau:"))
    return make(in_a_table() + body + para().join(map(made, parts)) + para(run("Điều 2. Quyết định này có hiệu lực.")))


def tables_of(docx: bytes) -> list[list[str]]:
    """The first cells of the rows of each table of the first article."""
    found = read_bytes([("quyet-dinh.docx", docx)])
    blocks: list[dict[str, Any]] = found.data["van_ban"][0]["noi_dung"][0]["noi_dung"]
    return [[next(iter(one.get("o", one.values()))) for one in block["bang"]["dong"]] for block in blocks]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("1", "2"), ("3", "4")),
        (("1.", "2."), ("3.", "4.")),
        (("1.1", "1.2"), ("1.3",)),
        (("I", "1", "2"), ("3", "II", "1")),
        (("I", "1", "2", "II"), ("1", "2")),
        (("I", "1", "2"), ("II", "1")),
        (("a)", "d)"), ("đ)", "e)")),
        (("1", "2"), ("", "3")),
        (("Một cửa", "Văn thư"), ("Kế toán", "Hộ tịch")),
    ],
)
def test_a_table_that_counts_on_below_its_head_said_again_is_one(first: Any, second: Any) -> None:
    assert tables_of(typed(first, second)) == [[*first, *second]]


@pytest.mark.parametrize(
    ("first", "second"),
    [(("1", "2"), ("1", "2")), (("I", "1"), ("I", "1")), (("1", "2", "3"), ("7", "8")), (("a)", "b)"), ("a)",))],
)
@pytest.mark.parametrize("told", [False, True])
def test_two_tables_of_one_head_that_each_count_from_the_beginning_are_two(
    first: Any, second: Any, *, told: bool
) -> None:
    assert tables_of(typed(first, second, told=told)) == [[*first], [*second]]


def test_two_tables_without_numbers_whose_heads_word_repeats_itself_are_two() -> None:
    first, second = ("Một cửa", "Văn thư"), ("Kế toán", "Hộ tịch")
    assert tables_of(typed(first, second, told=True)) == [[*first], [*second]]


def test_a_table_of_the_same_head_that_may_go_on_with_the_one_above_is_to_be_looked_at() -> None:
    found = read_bytes([("quyet-dinh.docx", typed(("Một cửa",), ("Kế toán",), told=True))])
    asked = [row.why for row in found.rows if row.place.startswith("bảng 3") and not row.is_sure]
    assert len(asked) == len(HEAD)
    assert all("phần tiếp của bảng ấy" in one for one in asked)
