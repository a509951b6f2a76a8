from __future__ import annotations

import pytest
from sqlalchemy import select, update
from sqlalchemy.exc import DBAPIError

from generator.errors import DataError
from generator.store import dossiers
from generator.store.engine import Store
from generator.store.models import Act, Agency
from tests.store.offices import Office, office_in


def test_each_save_is_a_version_and_the_former_stays(office: Office) -> None:
    with office.store.begin() as session:
        dossiers.save(session, office.agency, office.dossier, 1, '{"nam": 2026}', office.user, "gõ")
    with office.store.read() as session:
        dossier = dossiers.get(session, office.agency, office.dossier)
        assert dossier is not None
        kept = [(one.number, one.base, one.data, one.note) for one in dossiers.versions(session, dossier)]
    assert kept == [(2, 1, '{"nam": 2026}', "gõ"), (1, 0, "{}", "")]


def test_the_second_of_two_who_began_from_one_version_is_given_the_newer(office: Office) -> None:
    with office.store.begin() as session:
        dossiers.save(session, office.agency, office.dossier, 1, '{"a": 1}', office.user)
    with pytest.raises(dossiers.Conflict) as met, office.store.begin() as session:
        dossiers.save(session, office.agency, office.dossier, 1, '{"a": 2}', office.user)
    assert met.value.newer.number == 2
    assert met.value.newer.data == '{"a": 1}'
    with office.store.begin() as session:  # upon the newer one it is saved
        assert dossiers.save(session, office.agency, office.dossier, 2, '{"a": 2}', office.user).number == 3


def test_the_same_values_make_no_version_even_late(office: Office) -> None:
    with office.store.begin() as session:
        dossiers.save(session, office.agency, office.dossier, 1, '{"a": 1}', office.user)
        again = dossiers.save(session, office.agency, office.dossier, 1, '{"a": 1}', office.user)
    assert again.number == 2


def test_a_closed_dossier_is_not_saved_until_it_is_opened_again(office: Office) -> None:
    with office.store.begin() as session:
        dossiers.close(session, office.agency, office.dossier, office.user, closed=True)
    with pytest.raises(DataError, match="đã đóng"), office.store.begin() as session:
        dossiers.save(session, office.agency, office.dossier, 1, '{"a": 1}', office.user)
    with office.store.begin() as session:
        dossiers.close(session, office.agency, office.dossier, office.user, closed=False)
        assert dossiers.save(session, office.agency, office.dossier, 1, '{"a": 1}', office.user).number == 2


def test_a_dossier_is_removed_unless_something_of_it_was_handed_in(office: Office) -> None:
    paper = office.signed("quyet-dinh")
    with pytest.raises(DataError, match="không xóa được"), office.store.begin() as session:
        dossiers.remove(session, office.agency, paper.dossier_id, office.user)
    with office.store.begin() as session:
        other = dossiers.create(session, office.agency, "Lập nhầm", 2027, "{}", office.user)
        dossiers.remove(session, office.agency, other.id, office.user)
    with office.store.read() as session:
        assert [one.id for one in dossiers.of_agency(session, office.agency)] == [office.dossier]
        act = session.scalars(select(Act).where(Act.action == "xóa hồ sơ")).one()
        assert (act.target, act.called) == ("Lập nhầm", "Đinh Quốc Thái")


@pytest.mark.parametrize("name", ["Năm " * 60, "Năm\x00"])
def test_a_text_that_one_database_would_take_is_refused_by_both(office: Office, name: str) -> None:
    with pytest.raises(DataError, match="«Năm"), office.store.begin() as session:
        dossiers.create(session, office.agency, name, 2027, "{}", office.user)


def test_a_dossier_of_another_agency_is_not_there(office: Office) -> None:
    other = office_in(office.store, "Xã khác")
    with office.store.read() as session:
        assert dossiers.get(session, other.agency, office.dossier) is None
        assert [one.id for one in dossiers.of_agency(session, other.agency)] == [other.dossier]
    with pytest.raises(DataError, match="không có hồ sơ"), office.store.begin() as session:
        dossiers.save(session, other.agency, office.dossier, 1, '{"a": 1}', other.user)


def test_who_reads_neither_waits_for_a_writer_nor_writes(store: Store) -> None:
    office = office_in(store)
    with store.begin() as writing:
        writing.get_one(Agency, office.agency).name = "Đang đổi"
        writing.flush()
        with store.read() as reading:
            assert reading.get_one(Agency, office.agency).name == "Ủy ban nhân dân xã Suối Trong"
    with pytest.raises(DBAPIError, match=r"readonly|read-only"), store.read() as reading:
        reading.execute(update(Agency).values(name="Không được"))
    with store.begin() as writing:  # the connection writes again
        writing.get_one(Agency, office.agency).name = "Đã đổi"
