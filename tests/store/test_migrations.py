from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import inspect, select, text

from generator.store.engine import open_store
from generator.store.migrations import NewerStoreError, migrate
from generator.store.models import Archive, ArchiveItem, Base, Entry, Series, User
from generator.store.models.base import now

_AT = {"at": "2026-01-01 00:00:00"}


def test_the_steps_lead_to_what_the_models_say(tmp_path: Path, url: str | None) -> None:
    store = open_store(tmp_path, url)
    assert migrate(store)[0] is None
    with store.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, Base.metadata) == []
    store.close()


def test_an_upgrade_comes_again_without_doing_anything(tmp_path: Path, url: str | None) -> None:
    store = open_store(tmp_path, url)
    _, head = migrate(store)
    assert migrate(store) == (head, head)
    store.close()


def test_two_programs_that_start_at_once_make_the_tables_once(tmp_path: Path, url: str | None) -> None:
    stores = [open_store(tmp_path, url) for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        began = [before for before, _ in pool.map(migrate, stores)]
    assert sum(before is None for before in began) == 1
    for store in stores:
        store.close()


def test_a_database_of_a_later_program_is_refused_and_left_as_it_is(tmp_path: Path, url: str | None) -> None:
    store = open_store(tmp_path, url)
    migrate(store)
    with store.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(NewerStoreError, match="bản vanthu mới hơn"):
        migrate(store)
    with store.engine.connect() as connection:
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalar() == "9999"
    store.close()


def test_tables_of_others_are_not_taken_for_ours(tmp_path: Path, url: str | None) -> None:
    store = open_store(tmp_path, url)
    Base.metadata.create_all(store.engine)
    with pytest.raises(NewerStoreError, match="không do vanthu quản lý"):
        migrate(store)
    store.close()


def test_a_step_that_fails_leaves_no_table(tmp_path: Path, url: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    store = open_store(tmp_path, url)
    with store.engine.begin() as connection:
        connection.execute(text("CREATE TABLE token (của_ai integer)"))  # in the way of one of the last tables
    with pytest.raises(Exception, match="token"):
        migrate(store)
    assert inspect(store.engine).get_table_names() == ["token"]
    store.close()


def test_acts_of_the_first_tables_are_told_under_the_names_people_have(tmp_path: Path, url: str | None) -> None:
    store = open_store(tmp_path, url)
    with store.engine.begin() as connection:
        migrate(store, connection, "0001")
        user = "id, login, full_name, password, active, runs_all, must_change, created"
        connection.execute(
            text(f"""INSERT INTO "user" ({user}) VALUES (1, 'a', 'Bùi A', '', true, false, false, :at)"""), _AT
        )
        for number, who in ((1, "1"), (2, "NULL")):
            act = f"({number}, :at, {who}, 'x', '', '{{}}')"
            connection.execute(text(f"INSERT INTO act (id, at, user_id, action, target, detail) VALUES {act}"), _AT)
    migrate(store)
    with store.engine.connect() as connection:
        assert connection.execute(text("SELECT called FROM act ORDER BY id")).scalars().all() == ["Bùi A", ""]
    store.close()


def test_documents_stay_in_their_files_while_the_name_of_who_made_one_gets_room(
    tmp_path: Path, url: str | None
) -> None:
    store = open_store(tmp_path, url)
    with store.engine.begin() as connection:
        migrate(store, connection, "0002")
    with store.begin() as database:
        columns = "id, name, code, settings, created"
        database.execute(text(f"INSERT INTO agency ({columns}) VALUES (1, 'Xã', '', '{{}}', :at)"), _AT)
        database.add(User(id=1, login="a", full_name="A", created=now()))
        database.flush()
        database.add_all(
            [Series(id=1, agency_id=1, year=2026), Archive(id=1, agency_id=1, catalog=2026, notation="1", title="x")]
        )
        database.flush()
        database.add(Entry(id=1, series_id=1, agency_id=1, number=1, state="da_cap", made_by_id=1, made=now()))
        database.flush()
        database.add(ArchiveItem(archive_id=1, entry_id=1, ordinal=1))
    migrate(store)
    with store.begin() as database:
        made = database.get_one(Archive, 1)
        made.creator = "Nguyễn Phúc Thị Hồng Ngọc " * 3
        assert database.scalar(select(ArchiveItem.entry_id).where(ArchiveItem.archive_id == 1)) == 1
    store.close()
