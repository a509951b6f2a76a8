"""Việc hôm nay: reports by their periods, units that sent nothing, tasks of the plan, drafts that wait."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import pytest

from generator.service.pages.due import Due, due_of
from generator.store import dossiers
from generator.store.models import User
from tests.web.offices import Office
from tests.web.papers import dossier_of, hand_in

YEAR = 2026


def dossier(**more: Any) -> str:
    """A dossier of a year with two units that report, and a document for each period given."""
    periods = more.pop("periods", ("quý I",))
    year = more.pop("year", YEAR)
    values = {
        "nam": year,
        "co_quan": {
            "ten": ["Ủy ban nhân dân", "xã Suối Trong"],
            "viet_tat": "UBND",
            "dia_danh": "Suối Trong",
            "don_vi_bao_cao": ["Phòng Kinh tế", "Phòng Văn hóa"],
            "nguoi": [{"id": "ct", "ho_ten": "Vũ Minh Khôi", "chuc_vu": "Chủ tịch", "cap": "nguoi_dung_dau"}],
        },
        "muc_tieu": [{"id": "mt1", "noi_dung": "100% hồ sơ đúng hạn.", "chi_tieu": [{"in_ra": "100%"}]}],
        "van_ban": [
            {
                "ten_tep": f"bao-cao-{n}",
                "loai": "báo cáo",
                "trich_yeu": f"Kết quả {period}",
                "ky_bao_cao": period,
                "noi_nhan": ["Như trên"],
                "ky": {"nguoi": "ct"},
                "noi_dung": [{"ket_qua": "bang"}],
            }
            for n, period in enumerate(periods)
        ],
        **more,
    }
    return json.dumps(values, ensure_ascii=False)


def result(unit: str, period: str) -> dict[str, Any]:
    return {"muc_tieu": "mt1", "don_vi": unit, "ky": period, "tu_so": 1, "mau_so": 1}


def told(due: Due) -> list[tuple[str, str, int]]:
    return [(one.period, one.name, one.left) for one in due.reports]


@pytest.mark.parametrize(
    ("periods", "day", "expected"),
    [
        (("quý I",), date(2026, 3, 10), []),
        (("quý I",), date(2026, 3, 20), [("quý I năm 2026", "bao-cao-0", 11)]),
        (("quý I",), date(2026, 7, 2), [("quý I năm 2026", "bao-cao-0", -93), ("quý II năm 2026", "", -2)]),
        (("6 tháng",), date(2026, 7, 2), [("6 tháng đầu năm 2026", "bao-cao-0", -2)]),
        (("9 tháng",), date(2026, 9, 30), [("9 tháng đầu năm 2026", "bao-cao-0", 0)]),
        (("năm",), date(2027, 1, 5), [("năm 2026", "bao-cao-0", -5)]),
        (("6 tháng",), date(2027, 1, 5), [("6 tháng đầu năm 2026", "bao-cao-0", -189), ("năm 2026", "", -5)]),
    ],
)
def test_reports_are_due_by_their_periods(
    periods: tuple[str, ...], day: date, expected: list[tuple[str, str, int]]
) -> None:
    assert told(due_of(dossier(periods=periods), [], day)) == expected


def test_what_is_issued_is_due_no_more() -> None:
    day = date(2026, 4, 2)
    assert told(due_of(dossier(), ["bao-cao-0"], day)) == []
    values = json.loads(dossier())
    values["van_ban"][0] |= {"so": 7, "ngay": "01/4/2026"}
    assert told(due_of(json.dumps(values), [], day)) == []


def test_units_that_sent_nothing_are_named_once_the_period_is_over() -> None:
    sent = [result("Phòng Kinh tế", "quý I")]
    assert due_of(dossier(ket_qua=sent), [], date(2026, 3, 25)).reports[0].silent == ()
    assert due_of(dossier(ket_qua=sent), [], date(2026, 4, 2)).reports[0].silent == ("Phòng Văn hóa",)
    both = [*sent, result("Phòng Văn hóa", "quý I")]
    assert due_of(dossier(ket_qua=both), [], date(2026, 4, 2)).reports[0].silent == ()


def test_tasks_of_the_plan_near_or_past_their_day_and_not_done() -> None:
    tasks = [
        {"noi_dung": ["Đánh giá nội bộ {nam}"], "thoi_gian": ["Trước ngày 10/8"], "chu_tri": ["Văn phòng"]},
        {"noi_dung": ["Xong rồi"], "han": "01/8/2026", "hoan_thanh": "30/7/2026"},
        {"noi_dung": ["Còn xa"], "han": "01/12/2026"},
        {"noi_dung": ["Quá hạn"], "han": "01/7/2026"},
    ]
    due = due_of(dossier(ke_hoach=[{"muc_tieu": "mt1", "cong_viec": tasks}]), [], date(2026, 8, 1))
    assert [(one.text, one.left) for one in due.tasks] == [("Quá hạn", -31), ("Đánh giá nội bộ 2026", 8)]


def test_a_dossier_that_cannot_be_opened_is_told_as_such() -> None:
    assert due_of(json.dumps({"nam": 2026}), [], date(2026, 8, 1)) == Due(unsound=True)


def test_the_page_tells_what_is_due_beside_the_drafts_that_wait(office: Office) -> None:
    over = date.today().replace(day=1) - timedelta(days=1)  # the last day of the month before
    with office.store.begin() as session:
        author = session.query(User).filter_by(login="soan_thao").one()
        text = dossier(periods=(f"tháng {over.month}",), year=over.year)
        made = dossiers.create(session, office.agency, "Báo cáo <tháng>", over.year, text, author.id)
        broken = dossiers.create(session, office.agency, "Còn dở", over.year, '{"nam": "x"}', author.id)
    hand_in(office, dossier_of(office), "thong-bao")
    shown = office.browser("duyet_noi_dung").get(f"/co-quan/{office.agency}/viec").text
    assert "Kết luận của Chủ tịch" in shown
    assert "bao-cao-0</a>: chưa trình" in shown
    assert "2 đơn vị chưa gửi số liệu" in shown
    assert "Phòng Kinh tế, Phòng Văn hóa" in shown
    assert "Báo cáo &lt;tháng&gt;" in shown
    assert f"/ho-so/{made.id}/van-ban" in shown
    assert f"/ho-so/{broken.id}/co-quan" in shown
    assert "chưa tính được việc đến hạn" in shown
