"""Objectives and tasks in the layouts of offices are read as these, each value where a person reads it."""

from __future__ import annotations

import pytest

from tests.recovering.layouts import LAYOUTS, measured
from tests.recovering.test_typed_freely import LAST, LEAD, decision, printed_again, table


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_layout_is_understood(name: str) -> None:
    wrong, exact, wanted, known, of = measured(name)
    assert (wrong, exact, known) == ([], wanted, of)


def test_a_group_inside_a_group_heads_the_first_objective_of_it() -> None:
    rows = (
        ("TT", "Mục tiêu chất lượng", "Chỉ tiêu", "Đơn vị thực hiện"),
        ("A", "CÔNG TÁC CHUYÊN MÔN", "<", "<"),
        ("I", "Giải quyết thủ tục hành chính", "<", "<"),
        ("1", "Hồ sơ đúng hạn", "≥ 98%", "Văn phòng"),
        ("B", "CÔNG TÁC NỘI BỘ", "<", "<"),
        ("1", "Họp giao ban", "ít nhất 04 cuộc", "Văn phòng"),
    )
    found, before = decision(LEAD, lambda word: table(word, *rows), LAST)
    headings = [["A. CÔNG TÁC CHUYÊN MÔN", "I. Giải quyết thủ tục hành chính"], "B. CÔNG TÁC NỘI BỘ"]
    assert [one["nhom"] for one in found.data["muc_tieu"]] == headings
    assert printed_again(found, before) == ({}, {})
