"""The plan at a period's end: done, late, not due; a deadline is read from words only when they are clear."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.findings import Level
from generator.results import TaskState
from generator.results.deadlines import deadline_in, is_recurring
from tests.results.cases import assessed


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Trước 05/01/2024", date(2024, 1, 4)),
        ("Trước ngày 30 tháng 8 hàng năm", date(2024, 8, 29)),
        ("Chậm nhất ngày 15/6", date(2024, 6, 15)),
        ("15/6/2024", date(2024, 6, 15)),
        ("Quý II", date(2024, 6, 30)),
        ("Trong quý I/2024", date(2024, 3, 31)),
        ("Tháng 2-3/2024", date(2024, 3, 31)),
        ("Tháng 12/2023 – Tháng 01/2024", date(2024, 1, 31)),
        ("Tháng 9/2024;", date(2024, 9, 30)),
        ("- Trong năm 2024", date(2024, 12, 31)),
        ("6 tháng đầu năm", date(2024, 6, 30)),
        ("Trước 15/6 và trước 30/11 hằng năm", None),
        ("Tháng 3 và tháng 7/2024", None),
        ("Trong 10 ngày đầu của quý sau", None),
        ("Trước 31/02", None),
        ("Trước quý II", None),
        ("Thường xuyên", None),
    ],
)
def test_deadlines_are_read_when_unambiguous(words: str, day: date | None) -> None:
    assert deadline_in((words,), 2024) == day


def test_two_times_are_no_deadline() -> None:
    assert deadline_in(("Trước 15/6", "Trước 30/11"), 2024) is None
    assert is_recurring(("- Thường xuyên theo dõi;", "- Định kỳ hằng quý"))
    assert is_recurring(("Báo cáo định kỳ hằng quý",))
    assert not is_recurring(("Thường xuyên", "Quý I"))
    assert not is_recurring(("Trước 15/6 và trước 30/11 hằng năm",))


@pytest.mark.parametrize(
    ("task", "state", "late", "reason"),
    [
        ({"han": "30/6/2024", "hoan_thanh": "30/6/2024"}, TaskState.DONE, 0, "xong ngày 30/6/2024"),
        ({"han": "20/6/2024", "hoan_thanh": "30/6/2024"}, TaskState.DONE, 10, "chậm 10 ngày (hạn 20/6/2024)"),
        ({"han": "30/6/2024"}, TaskState.LATE, 0, "hạn 30/6/2024"),
        ({"han": "20/6/2024", "hoan_thanh": "01/7/2024"}, TaskState.LATE, 10, "hạn 20/6/2024"),
        ({"thoi_gian": "Quý III"}, TaskState.NOT_DUE, 0, "hạn 30/9/2024"),
        ({"thoi_gian": "Tháng 5/{nam}"}, TaskState.LATE, 30, "hạn 31/5/2024"),
        ({"thoi_gian": "Quý III", "han": "01/5/2024"}, TaskState.LATE, 60, "hạn 01/5/2024"),
        ({"thoi_gian": "Thường xuyên"}, TaskState.NO_DEADLINE, 0, "thường xuyên"),
        ({"thoi_gian": "Sau hội nghị"}, TaskState.NO_DEADLINE, 0, "chưa xác định ngày hoàn thành"),
        ({}, TaskState.NO_DEADLINE, 0, "chưa xác định ngày hoàn thành"),
    ],
)
def test_each_task_at_the_end_of_the_half_year(task: dict[str, Any], state: TaskState, late: int, reason: str) -> None:
    plan = [{"muc_tieu": "m", "cong_viec": [{"noi_dung": "Việc", **task}]}]
    progress = assessed([], "6 tháng", plan=plan).progress
    (found,) = progress.tasks
    assert (found.state, found.late_days) == (state, late)
    assert reason in found.reason
    told = [(one.rule, one.level, one.source) for one in progress.findings]
    assert told == ([("viec-khong-ro-han", Level.NOTE, "kế hoạch thứ 1")] if "chưa xác định" in reason else [])
    counts = [progress.done, progress.late, progress.not_due, progress.no_deadline]
    assert [figure.text for figure in counts] == ["1" if state is one else "0" for one in TaskState]
    assert [len(figure.sources) for figure in counts] == [int(figure.text) for figure in counts]
