"""Whom a document waits for: told on its page, also where nobody is left to take it on."""

from __future__ import annotations

from generator.store.models import Membership, Role, User
from tests.web.offices import Office
from tests.web.papers import dossier_of, hand_in, take


def _shown(office: Office, paper: int, login: str = "quan_tri") -> str:
    return office.browser(login).get(f"/co-quan/{office.agency}/trinh-duyet/{paper}").text


def _loses(office: Office, login: str) -> None:
    with office.store.begin() as session:
        user = session.query(User).filter_by(login=login).one()
        session.query(Membership).filter_by(user_id=user.id).delete()
        session.add(Membership(user_id=user.id, agency_id=office.agency, role=Role.READER.value))


def test_a_role_nobody_has_any_more_is_told_where_a_document_waits_for_it(office: Office) -> None:
    paper = hand_in(office, dossier_of(office), "thong-bao")
    assert "Làm tiếp được: Người duyet_noi_dung (Duyệt nội dung)" in _shown(office, paper)
    _loses(office, "duyet_noi_dung")
    assert take(office, paper, "duyet_noi_dung", "duyet_noi_dung") == 403  # its page was open when the role was taken
    assert "Chưa ai có vai trò «Duyệt nội dung» nên văn bản dừng ở đây" in _shown(office, paper)


def test_who_is_shut_out_takes_nothing_on(office: Office) -> None:
    paper = hand_in(office, dossier_of(office), "thong-bao")
    with office.store.begin() as session:
        session.query(User).filter_by(login="duyet_noi_dung").one().active = False
    assert "Chưa ai có vai trò «Duyệt nội dung»" in _shown(office, paper)


def test_a_draft_of_who_drafts_no_more_waits_for_the_others_who_do(office: Office) -> None:
    paper = hand_in(office, dossier_of(office), "thong-bao")
    assert take(office, paper, "duyet_noi_dung", "tra_noi_dung", nhan_xet="Sửa") == 303
    with office.store.begin() as session:
        clerk = session.query(User).filter_by(login="van_thu").one()
        session.add(Membership(user_id=clerk.id, agency_id=office.agency, role=Role.DRAFTER.value))
    root = f"/co-quan/{office.agency}"
    assert f"/trinh-duyet/{paper}" not in office.browser("van_thu").get(f"{root}/viec").text
    _loses(office, "soan_thao")
    assert f"/trinh-duyet/{paper}" in office.browser("van_thu").get(f"{root}/viec").text


def test_a_dossier_is_named_anew_and_follows_its_year_where_nobody_named_it(office: Office) -> None:
    browser, root = office.browser("soan_thao"), f"/co-quan/{office.agency}/ho-so"
    made = browser.post(root, data={"nam": "2027"}).headers["location"].rpartition("/")[0]
    change = {"ban": 1, "doi": [{"viec": "ghi", "o": "/nam", "gia_tri": "2026"}]}
    assert browser.post(f"{made}/luu", json=change).status_code == 200
    assert "Hồ sơ năm 2026" in browser.get(root).text
    assert "Tên hồ sơ còn trống" in browser.post(f"{made}/ten", data={"ten": " "}).text
    assert browser.post(f"{made}/ten", data={"ten": "Mục tiêu  của xã"}).status_code == 303
    change = {"ban": 2, "doi": [{"viec": "ghi", "o": "/nam", "gia_tri": "2025"}]}
    assert browser.post(f"{made}/luu", json=change).status_code == 200
    shown = browser.get(root).text
    assert "Mục tiêu của xã" in shown
    assert "Hồ sơ năm 20" not in shown
