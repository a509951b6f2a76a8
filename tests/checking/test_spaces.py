"""Two spaces between the words of a sentence are noted and closed; room, columns and labels are not."""

from __future__ import annotations

from datetime import datetime

import pytest

from generator.checking.fixing import fix
from generator.checking.reading import read_file
from generator.checking.spaces import doubled_spaces
from generator.editing.texts import texts
from generator.findings import Finding, Level
from tests.layout.word_maker import make, para, run
from tests.parts.heads import CLOSING, ITALIC, REST, in_a_table

_HEAD = in_a_table() + REST
_LAW = "Căn cứ Luật Tổ chức chính quyền địa phương ngày"


def _typed(*sentence: str) -> bytes:
    """A decision with one more paragraph, in these runs."""
    return make(_HEAD + para("".join(map(run, sentence)), '<w:jc w:val="both"/>') + CLOSING)


def _said(docx: bytes) -> list[Finding]:
    return list(doubled_spaces(read_file(docx)))


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        (["Giao Văn phòng  chủ trì việc này."], ["phòng chủ"]),
        (["Giao Văn phòng ", " chủ trì việc này."], ["phòng chủ"]),
        (["Giao Văn phòng\u00a0 chủ trì việc này."], ["phòng chủ"]),
        (["Giao Văn  phòng  chủ trì việc này."], ["Văn phòng", "phòng chủ"]),
        (["Văn phòng, Văn  phòng chủ trì việc này."], ["Văn phòng"]),
        (
            [
                "Giao bà A (chức vụ: chuyên viên, mã ngạch: 01003)  chủ trì, phối hợp với phòng Kinh tế "
                "của xã và các đơn vị khác."
            ],
            ["01003) chủ"],
        ),
        (["Giao Văn phòng chủ trì việc này."], []),
        (["Giao Văn phòng        chủ trì việc này."], []),  # a column
        (["Trước ngày  tháng  năm 2026 phải xong việc này."], []),  # room for a pen
        (["Nam: 5   Nữ: 7 người trong danh sách này."], []),
        (["1.  Giao Văn phòng chủ trì việc này."], []),
        (["Họ và tên ........  sinh ngày ........ nơi sinh ......"], []),
        (["G I A O  V I Ệ C cho văn phòng của xã và các đơn vị khác."], []),
    ],
)
def test_gaps_between_words(sentence: list[str], places: list[str]) -> None:
    docx = _typed(*sentence)
    found = _said(docx)
    assert [(one.rule, one.level) for one in found] == [("LV02", Level.NOTE)] * bool(places)
    assert [edit.spot.text for one in found for edit in one.repairs] == places  # type: ignore[union-attr]


@pytest.mark.parametrize("tracked", [True, False])
def test_gaps_are_closed_and_nothing_else_changes(tracked: bool) -> None:
    docx = _typed("Văn phòng, Văn  phòng  chủ trì", " việc  này.")
    fixed = fix(docx, _said(docx), _said, tracked=tracked, moment=datetime(2026, 11, 23))
    assert not _said(fixed.docx)
    (before, after) = (texts(one)["word/document.xml"] for one in (docx, fixed.docx))
    assert [text.replace("  ", " ") for text in before] == after


def test_the_grounds_are_read_as_well() -> None:
    wide = para(run(f"{_LAW}  16 tháng 6 năm 2025;", ITALIC))
    docx = make(_HEAD.replace(para(run(f"{_LAW} 16 tháng 6 năm 2025;", ITALIC)), wide) + CLOSING)
    assert len(_said(docx)) == 1
