"""The grammar of times: which move to the next year, which are asked about, which stay."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.typed.rewriting import with_pieces
from generator.yearly.times import Move, Verdict, times_of

MOVE = Move(2026, 2027)


def moved(text: str, *, plan: bool = False, move: Move = MOVE) -> str:
    return with_pieces(text, [piece for time in times_of(text, move, plan=plan) for piece in time.pieces])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mục tiêu chất lượng năm 2026", "Mục tiêu chất lượng năm 2027"),
        ("KẾ HOẠCH NĂM 2026", "KẾ HOẠCH NĂM 2027"),
        ("Kết quả 6 tháng đầu năm 2026", "Kết quả 6 tháng đầu năm 2027"),
        ("Kết quả 9 tháng năm 2026", "Kết quả 9 tháng năm 2027"),
        ("Quý I/2026", "Quý I/2027"),
        ("trong quý III, IV năm 2026", "trong quý III, IV năm 2027"),
        ("trong Q3/2026, Q.IV/2026", "trong Q3/2027, Q.IV/2027"),
        ("trong tháng 11 năm 2026", "trong tháng 11 năm 2027"),
        ("trong tháng 3/2026", "trong tháng 3/2027"),
        ("trước 15/12/2026", "trước 15/12/2027"),
        ("chậm nhất ngày 30/6/2026 (thứ Ba)", "chậm nhất ngày 30/6/2027 (thứ Tư)"),
        ("trước ngày 15 tháng 12 năm 2026", "trước ngày 15 tháng 12 năm 2027"),
        ("xong trước thứ Sáu, ngày 20/11/2026", "xong trước thứ Bảy, ngày 20/11/2027"),
        ("Luật Đất đai; kế hoạch năm 2026", "Luật Đất đai; kế hoạch năm 2027"),
        # beside the year after, neither moves alone
        ("Gửi kế hoạch năm 2027 trước 15/12/2026", "Gửi kế hoạch năm 2027 trước 15/12/2026"),
        ("Chậm nhất ngày 05/01/2027 báo cáo năm 2026", "Chậm nhất ngày 05/01/2027 báo cáo năm 2026"),
        ("Tổng kết năm 2026. Kế hoạch năm 2027 gửi sau.", "Tổng kết năm 2027. Kế hoạch năm 2027 gửi sau."),
    ],
)
def test_the_times_of_a_text_that_are_certain_move(text: str, expected: str) -> None:
    assert moved(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Quý I/2026", "Quý I/2027"),
        ("Tháng 12/2025 – Tháng 01/2026", "Tháng 12/2026 – Tháng 01/2027"),
        ("Từ 01/3/2026 đến 30/4/2026", "Từ 01/3/2027 đến 30/4/2027"),
        ("2026", "2027"),
        ("2026 - 2027", "2026 - 2027"),
        ("năm 2026 đến năm 2027", "năm 2026 đến năm 2027"),
        ("12/2026", "12/2027"),
        ("ngày 28/02/2026", "ngày 28/02/2027"),
        ("đến hết tháng 01/2027", "đến hết tháng 01/2028"),
        ("Quý I", "Quý I"),
        ("Hằng quý", "Hằng quý"),
        ("từ năm 2020", "từ năm 2020"),
        ("Giai đoạn 2025 - 2030", "Giai đoạn 2025 - 2030"),
        ("năm học 2026-2027", "năm học 2026-2027"),
        ("Trước 30/6/26", "Trước 30/6/26"),
    ],
)
def test_the_time_of_a_task_moves_with_the_years_beside_it(text: str, expected: str) -> None:
    assert moved(text, plan=True) == expected


ASKED, KEPT = Verdict.ASKED, Verdict.KEPT


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("so với năm 2025", [ASKED]),
        ("tăng 5% so với cùng kỳ năm 2026", [ASKED]),
        ("giai đoạn 2021 – 2025", [ASKED]),
        ("giai đoạn 2016 - 2020", [KEPT]),
        ("nhiệm kỳ 2026 - 2031", [ASKED]),
        ("mùa khô năm 2026 - 2027", [ASKED]),
        ("đến hết năm 2026", [ASKED]),
        ("tính đến ngày 30/6/2026", [ASKED]),
        ("từ ngày 01/3/2026 đến ngày 30/4/2026", [ASKED, ASKED]),
        ("từ ngày 01 tháng 3 năm 2026 đến hết ngày 30 tháng 4 năm 2026", [ASKED, ASKED]),
        ("từ tháng 3/2026 đến tháng 6/2026", [ASKED, ASKED]),
        ("ngày 20 tháng 11 năm 2026", [ASKED]),
        ("trước ngày 31/02/2026", [ASKED]),
        ("2026 hồ sơ", [ASKED]),
        ("trước 30/6/26", [ASKED]),
        ("tỷ lệ 1/2/26, 5/6/2,6 và 30/6/19", [ASKED]),
        ("trong năm 2027", [ASKED]),
        ("Quyết định số 18/QĐ-UBND ngày 09/01/2026 ban hành Mục tiêu năm 2026", [ASKED, ASKED]),
        ("Nghị định số 61/2018/NĐ-CP", [KEPT]),
        ("Luật Đất đai năm 2024", [KEPT]),
        ("TCVN ISO 9001:2015", [KEPT]),
        ("trước năm 2015", [KEPT]),
        ("số 2026 hồ sơ 12026 và 20260", [ASKED]),
    ],
)
def test_what_is_not_certain_is_said_and_stays(text: str, verdicts: list[Verdict]) -> None:
    assert [time.verdict for time in times_of(text, MOVE)] == verdicts
    assert moved(text) == text


def test_29_february_is_left_to_a_person() -> None:
    text = "trước ngày 29/02/2028"
    (time,) = times_of(text, Move(2028, 2029))
    assert time.verdict is ASKED
    assert "29/02" in time.reason
    assert moved(text, move=Move(2028, 2032)) == "trước ngày 29/02/2032"


def test_a_deadline_on_a_day_off_is_said() -> None:
    (time,) = times_of("trước ngày 20/11/2026", MOVE)
    assert "thứ Bảy" in time.reason


_WORDS = st.sampled_from([
    "năm 2026", "quý I/2026", "trước 15/12/2026", "so với", "năm 2025", "đến", "tháng 3/2026", "2026", "kế hoạch,",
    "Luật Đất đai", "18/QĐ-UBND", "ngày", "2026 - 2030", "giai đoạn", "hồ sơ;", "98%", "{nam}",
    "thứ Sáu, ngày 20/11/2026",
])  # fmt: skip
_YEARS = re.compile(r"(?:19|20)\d\d|thứ \w+|chủ nhật", re.I)


@given(st.lists(_WORDS, max_size=12), st.booleans())
def test_words_that_are_no_years_never_change(words: list[str], plan: bool) -> None:
    text = " ".join(words)
    assert _YEARS.sub("#", moved(text, plan=plan)) == _YEARS.sub("#", text)


@given(st.lists(_WORDS, max_size=12), st.booleans())
def test_every_year_named_is_accounted_for_once(words: list[str], plan: bool) -> None:
    text = " ".join(words)
    spans = [(time.start, time.end) for time in times_of(text, MOVE, plan=plan)]
    for match in re.finditer(r"(?<!\d)20\d\d(?!\d)", text):
        assert sum(start <= match.start() < end for start, end in spans) == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Tổng kết năm học 2025-2026", [("2025-2026", "năm học")]),
        ("Giai đoạn 2025 – 2030, năm 2026", [("2025 – 2030", "giai đoạn nhiều năm"), ("năm 2026", "năm của hồ sơ")]),
        ("nhiệm kỳ 2021 đến 2026 và năm học 2026-2027", [("2021 đến 2026", "giai đoạn"), ("2026-2027", "năm học")]),
    ],
)
def test_both_years_of_a_span_are_one_thing_to_decide_on(text: str, told: list[tuple[str, str]]) -> None:
    found = times_of(text, MOVE)
    assert [one.before(text) for one in found] == [words for words, _ in told]
    assert all(reason in one.reason for one, (_, reason) in zip(found, told, strict=True))
