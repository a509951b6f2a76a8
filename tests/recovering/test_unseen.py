"""Papers of many offices: every value that a person reads in them is a field or stays text, and none is made up."""

from __future__ import annotations

import pytest

from tests.recovering.unseen import PAPERS, scored

AS_TEXT = {"21 phân công theo đơn vị bằng câu": 4}
"""Values of papers that stay in the words: where the name of who supports ends is not told."""


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_is_read_as_a_person_reads_it(name: str) -> None:
    exact, left, wrong, made_up = scored(name)
    wanted = sum(len(one) for what in ("muc_tieu", "cong_viec", "ket_qua") for one in PAPERS[name].get(what, ()))
    assert (wrong, made_up) == ([], [])
    assert exact + AS_TEXT.get(name, 0) == wanted
    assert len(left) == AS_TEXT.get(name, 0)
