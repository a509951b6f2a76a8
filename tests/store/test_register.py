from __future__ import annotations

from datetime import date

import pytest

from generator.errors import ConversionError, DataError, Problem
from generator.store import blobs, dossiers, papers
from generator.store.models import Agency, Entry, EntryState, Paper, Role, Stage
from generator.store.people import agencies
from generator.store.register import entries, issuing, numbering
from generator.store.register.issuing import Asked, OutOfOrderError
from generator.store.register.numbering import Numbering
from tests.store.offices import ALL, Office, made, office_in

DAY = date(2026, 3, 10)


def _asked(office: Office, paper: Paper, day: date = DAY, **more: object) -> Asked:
    return Asked(office.agency, paper.id, paper.revision, office.user, ALL, day, **more)  # type: ignore[arg-type]


def _issue(
    office: Office, name: str, day: date = DAY, type_name: str = "Quyết định", symbol: str = "QĐ-UBND", **more: object
) -> Entry:
    paper = office.signed(name, type_name)
    return issuing.issue(
        office.store,
        _asked(office, paper, day, **more),
        type_name,
        lambda number, on: made(name, number, on, symbol=symbol, type_name=type_name),
    )


def test_numbers_run_from_01_each_year_and_files_say_what_the_line_says(office: Office) -> None:
    first, second = _issue(office, "mot"), _issue(office, "hai")
    other_year = _issue(office, "ba", date(2027, 1, 1))
    assert [entries.code(one) for one in (first, second, other_year)] == ["01/QĐ-UBND", "02/QĐ-UBND", "01/QĐ-UBND"]
    assert blobs.read(office.store.files, second.docx_sha or "") == "docx hai số 2/QĐ-UBND ngày 2026-03-10".encode()
    with office.store.read() as session:
        paper = papers.get(session, office.agency, second.paper_id or 0)
        assert paper is not None
        assert (paper.stage, paper.docx_sha, paper.pdf_sha) == (Stage.ISSUED, second.docx_sha, second.pdf_sha)


@pytest.mark.parametrize(
    ("how", "types", "numbers"),
    [
        (Numbering.ONE, (), [1, 2, 3, 4]),
        (Numbering.BY_TYPE, (), [1, 1, 1, 2]),
        (Numbering.SOME, ("quyết định",), [1, 1, 2, 2]),
    ],
)
def test_an_agency_rules_in_which_series_its_numbers_run(
    office: Office, how: Numbering, types: tuple[str, ...], numbers: list[int]
) -> None:
    with office.store.begin() as session:
        numbering.rule(session, session.get_one(Agency, office.agency), 2026, how, types)
    asked = [("a", "Quyết định", "QĐ-UBND"), ("b", "Thông báo", "TB-UBND"), ("c", "Công văn", "UBND-VP")]
    asked.append(("d", "Quyết định", "QĐ-UBND"))
    assert [_issue(office, name, DAY, kind, symbol).number for name, kind, symbol in asked] == numbers


def test_how_numbers_are_given_is_not_changed_within_a_year_that_has_some(office: Office) -> None:
    _issue(office, "mot")
    with pytest.raises(DataError, match="năm 2026 đã cấp 1 số"), office.store.begin() as session:
        numbering.rule(session, session.get_one(Agency, office.agency), 2026, Numbering.BY_TYPE)
    with office.store.begin() as session:
        agency = session.get_one(Agency, office.agency)
        numbering.rule(session, agency, 2027, Numbering.BY_TYPE)
        assert numbering.ruled(agency, 2026).how is Numbering.ONE
        assert numbering.ruled(agency, 2028).how is Numbering.BY_TYPE


def test_a_year_begun_on_paper_goes_on_from_its_last_number(office: Office) -> None:
    with office.store.begin() as session:
        numbering.begin_after(session, office.agency, 2026, "", 57, "sổ giấy năm 2026, quyển 01")
    assert _issue(office, "tiep").number == 58
    with pytest.raises(DataError, match="đã cấp số"), office.store.begin() as session:
        numbering.begin_after(session, office.agency, 2026, "", 90, "nhầm")


def test_reserved_and_cancelled_numbers_stay_in_the_book_with_their_reason(office: Office) -> None:
    with office.store.begin() as session:
        agency = session.get_one(Agency, office.agency)
        kept = entries.reserve(session, agency, office.user, DAY, "Quyết định", "quyết định khen thưởng")
        gone = entries.reserve(session, agency, office.user, DAY, "Quyết định", "đặt nhầm")
        entries.cancel(session, office.agency, gone.id, office.user, "đặt nhầm")
    assert _issue(office, "sau").number == 3
    used = _issue(office, "khen thuong", entry_id=kept.id)
    assert (used.id, used.number, used.state) == (kept.id, 1, EntryState.ISSUED)
    with office.store.read() as session:
        line = entries.get(session, office.agency, gone.id)
        assert line is not None
        assert (line.state, line.reason) == (EntryState.CANCELLED, "đặt nhầm (giữ chỗ: đặt nhầm)")
    with pytest.raises(papers.StepError, match="giữ chỗ"):
        _issue(office, "khac", entry_id=gone.id)
    with pytest.raises(entries.RegisterError, match="thu hồi"), office.store.begin() as session:
        entries.cancel(session, office.agency, used.id, office.user, "bỏ")


def test_no_reason_no_reserving_and_no_cancelling(office: Office) -> None:
    with office.store.begin() as session:
        agency = session.get_one(Agency, office.agency)
        kept = entries.reserve(session, agency, office.user, DAY, "", "để dành")
    with pytest.raises(entries.RegisterError, match="lý do"), office.store.begin() as session:
        entries.cancel(session, office.agency, kept.id, office.user, "  ")
    with pytest.raises(entries.RegisterError, match="lý do"), office.store.begin() as session:
        entries.reserve(session, session.get_one(Agency, office.agency), office.user, DAY, "", " ")


def test_a_day_out_of_order_is_said_takes_no_number_and_may_be_confirmed(office: Office) -> None:
    _issue(office, "mot", date(2026, 3, 10))
    with pytest.raises(OutOfOrderError, match=r"05/03/2026 sớm hơn ngày của số 01/QĐ-UBND \(10/03/2026\)"):
        _issue(office, "hai", date(2026, 3, 5))
    assert _issue(office, "ba", date(2026, 3, 5), confirmed=True).number == 2


def test_a_reserved_number_dated_after_a_later_one_is_said(office: Office) -> None:
    with office.store.begin() as session:
        agency = session.get_one(Agency, office.agency)
        kept = entries.reserve(session, agency, office.user, DAY, "Quyết định", "để dành")
    _issue(office, "sau", date(2026, 3, 10))
    with pytest.raises(OutOfOrderError, match="muộn hơn ngày của số 02"):
        _issue(office, "truoc", date(2026, 3, 11), entry_id=kept.id)


def test_what_cannot_be_made_takes_no_number(office: Office) -> None:
    paper = office.signed("hong")

    def fails(number: int, day: date) -> issuing.Made:
        raise ConversionError(Problem("", "không tạo được"))

    with pytest.raises(ConversionError):
        issuing.issue(office.store, _asked(office, paper), "Quyết định", fails)
    assert _issue(office, "lanh").number == 1


def test_what_was_stopped_after_its_number_gets_the_same_number_again(office: Office) -> None:
    paper = office.signed("dung")
    with office.store.begin() as session:
        given = issuing.give(session, _asked(office, paper), made("dung", 1, DAY))
    assert _issue(office, "khac").number == 2
    with office.store.read() as session:
        seen = papers.get(session, office.agency, paper.id)
        assert seen is not None
        entry = session.get_one(Entry, given.entry_id)
        assert (entry.state, entry.paper_id) == (EntryState.ISSUING, paper.id)
    again = issuing.issue(
        office.store, _asked(office, seen), "Quyết định", lambda number, day: made("dung", number, day)
    )
    assert (again.id, again.number, again.state) == (given.entry_id, 1, EntryState.ISSUED)


def test_of_two_who_issue_one_paper_at_once_one_does_with_its_own_day(office: Office) -> None:
    paper = office.signed("mot")
    first, second = _asked(office, paper), _asked(office, paper, date(2026, 3, 11))
    with office.store.begin() as session:
        given = issuing.give(session, first, made("mot", 1, first.day))
    with pytest.raises(papers.StepError, match="có người vừa làm"), office.store.begin() as session:
        issuing.give(session, second, made("mot", 1, second.day))
    with office.store.begin() as session:
        issuing.finish(office.store, session, first, given, made("mot", 1, first.day))
    with pytest.raises(papers.StepError), office.store.begin() as session:
        issuing.finish(office.store, session, first, given, made("mot", 1, first.day))


def test_a_number_cancelled_while_its_document_is_being_made_is_not_issued(office: Office) -> None:
    paper = office.signed("mot")
    with office.store.begin() as session:
        given = issuing.give(session, _asked(office, paper), made("mot", 1, DAY))
    with office.store.begin() as session:
        entries.cancel(session, office.agency, given.entry_id, office.user, "ghi nhầm")
    with pytest.raises(papers.StepError, match="trong lúc cấp số"), office.store.begin() as session:
        issuing.finish(office.store, session, _asked(office, paper), given, made("mot", 1, DAY))


def test_a_twin_is_told_and_takes_no_number(office: Office) -> None:
    _issue(office, "mot")
    with office.store.begin() as session:
        agency = session.get_one(Agency, office.agency)  # as when the setting was changed behind the program's back
        agency.settings = {"cap_so": [{"tu_nam": 2026, "cach": "tung_loai"}]}
    with pytest.raises(papers.StepError, match="trùng số, ký hiệu với «Quyết định Về mot»"):
        _issue(office, "hai")
    with office.store.read() as session:
        assert numbering.following(numbering.find_series(session, office.agency, 2026, "quyết định")) == 1


def test_what_the_register_would_cut_takes_no_number(office: Office) -> None:
    with pytest.raises(papers.StepError, match="ký hiệu dài 31 ký tự"):
        _issue(office, "dai", symbol="Q" * 31)
    assert _issue(office, "vua").number == 1


def test_the_number_that_was_shown_is_given_or_none(office: Office) -> None:
    paper = office.signed("mot")
    with office.store.read() as session:
        assert issuing.foresee(session, _asked(office, paper), "Quyết định") == (1, "")
    _issue(office, "hai", date(2026, 3, 12))
    with pytest.raises(issuing.NumberTakenError, match="số sẽ cấp bây giờ là 02"):
        issuing.issue(office.store, _asked(office, paper, expected=1), "Quyết định", lambda n, on: made("mot", n, on))
    with office.store.read() as session:
        number, said = issuing.foresee(session, _asked(office, paper), "Quyết định")
    assert (number, said[:32]) == (2, "ngày 10/03/2026 sớm hơn ngày của")


def test_agencies_have_numbers_of_their_own(office: Office) -> None:
    other = office_in(office.store, "Xã khác")
    assert [_issue(office, "mot").number, _issue(other, "mot").number] == [1, 1]
    with pytest.raises(papers.StepError, match="không có văn bản"):
        issuing.issue(
            office.store,
            Asked(office.agency, other.signed("hai").id, 4, office.user, ALL, DAY),
            "Quyết định",
            lambda number, day: made("hai", number, day),
        )


def test_a_closed_agency_gives_no_number_and_keeps_no_version_but_what_was_begun_is_finished(office: Office) -> None:
    asked, files = _asked(office, office.signed("mot")), made("mot", 1, DAY)
    with office.store.begin() as session:
        given = issuing.give(session, asked, files)
    with office.store.begin() as session:
        agencies.close(session, office.agency, office.user, "nhập vào xã Suối Lớn")
        assert agencies.unfinished(session, office.agency) == (1, {EntryState.ISSUING: 1})
    with office.store.begin() as session:
        assert issuing.finish(office.store, session, asked, given, files).state == EntryState.ISSUED
    other = office.signed("hai")
    asked = _asked(office, other)
    with pytest.raises(agencies.ClosedError, match="nhập vào xã Suối Lớn"):
        issuing.issue(office.store, asked, "Quyết định", lambda number, day: made("hai", number, day))
    with office.store.begin() as session, pytest.raises(agencies.ClosedError):
        entries.reserve(session, session.get_one(Agency, office.agency), office.user, DAY, "Quyết định", "họp")
    with office.store.begin() as session, pytest.raises(agencies.ClosedError):
        dossiers.save(session, office.agency, office.dossier, 1, '{"nam": 2026}', office.user)
    with office.store.begin() as session:
        assert [line.number for line in session.query(Entry)] == [1]
        assert agencies.unfinished(session, office.agency) == (1, {})
        agencies.reopen(session, office.agency, office.user)
    assert issuing.issue(office.store, asked, "Quyết định", lambda number, day: made("hai", number, day)).number == 2


def test_only_a_clerk_issues_and_only_what_is_signed(office: Office) -> None:
    paper = office.signed("mot")
    asked = Asked(office.agency, paper.id, paper.revision, office.user, ALL - {Role.CLERK}, DAY)
    with pytest.raises(papers.StepError, match="không có quyền"):
        issuing.issue(office.store, asked, "Quyết định", lambda number, day: made("mot", number, day))
    with office.store.begin() as session:
        action = papers.ACTIONS["tra_so"]
        back = papers.step(
            session, office.agency, paper.id, paper.revision, action, office.user, ALL, remark="sai thể thức"
        )
    with pytest.raises(papers.StepError, match="Dự thảo"):
        issuing.issue(office.store, _asked(office, back), "Quyết định", lambda number, day: made("mot", number, day))


def test_what_a_clerk_completes_is_searched_and_its_former_value_is_in_the_log(office: Office) -> None:
    entry = _issue(office, "mot")
    with office.store.begin() as session:
        done = entries.complete(session, office.agency, entry.id, office.user, note="Gửi Bưu điện", copies=3)
    assert "gửi bưu điện" in done.lowered
    assert "gui buu dien" in done.folded
    with pytest.raises(entries.RegisterError, match="dài quá"), office.store.begin() as session:
        entries.complete(session, office.agency, entry.id, office.user, note="a" * 501)
