"""The tables brought to what this program knows: one step a change (Alembic), all of them or none.

Works wherever the package stands, without a file of settings; two programs that start at once wait for each other.
"""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text

from generator.errors import DataError, Problem
from generator.store.engine import Store

SCRIPTS = Path(__file__).parent / "scripts"  # no package: what Alembic runs is imported by nobody else
_LOCK = 7_163_017_001  # any number, the same in every program of ours


class NewerStoreError(DataError):
    """The database was made by a later version of the program."""

    heading = "Không mở được cơ sở dữ liệu"


def config(connection: Connection) -> Config:
    """What Alembic is to know, with the connection it works on."""
    made = Config()
    made.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    made.attributes["connection"] = connection
    return made


def standing(connection: Connection) -> str | None:
    """The step the tables stand at; None where there are none."""
    return MigrationContext.configure(connection).get_current_revision()


def newest() -> str | None:
    """The step that the tables of this program stand at."""
    return ScriptDirectory(str(SCRIPTS)).get_current_head()


def migrate(store: Store, within: Connection | None = None, to: str = "head") -> tuple[str | None, str]:
    """Makes or upgrades the tables in one transaction; the step they stood at and the one they stand at.

    ``within`` a transaction of the caller's, up ``to`` a step. Raises NewerStoreError, with nothing changed, where the
    database or the step is of a later program, or the tables are not ours.
    """
    with store.engine.begin() if within is None else nullcontext(within) as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
        settings = config(connection)
        steps = ScriptDirectory.from_config(settings)
        known = {step.revision for step in steps.walk_revisions()} | {"head"}
        at = standing(connection)
        if (at is not None and at not in known) or to not in known:
            what = "do bản vanthu mới hơn tạo ra, bản này không hiểu hết"
            raise NewerStoreError(Problem("Cơ sở dữ liệu", what, "cài bản vanthu mới nhất rồi chạy lại"))
        if at is None and inspect(connection).has_table("agency"):
            what = "có sẵn bảng không do vanthu quản lý"
            raise NewerStoreError(Problem("Cơ sở dữ liệu", what, "dùng cơ sở dữ liệu trống"))
        command.upgrade(settings, to)
        reached = standing(connection)
    assert reached is not None
    return at, reached
