"""The whole store in one file, as it is at one moment while others work on; and brought back into an empty place.

Rows as JSON lines, files by their hash, a list of all of it: the same from SQLite and PostgreSQL, and into either.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import IO, Any

from sqlalchemy import Connection, MetaData, Table, func, inspect, select, text
from sqlalchemy.exc import SQLAlchemyError

from generator.errors import DataError, Problem, UsageError, reason_of
from generator.patterns import late
from generator.records import record
from generator.store import blobs
from generator.store.engine import Store
from generator.store.migrations import NewerStoreError, migrate, newest, standing
from generator.store.models import Base
from generator.store.models.base import now
from generator.store.replacing import replacing

FORMAT = 1
_LIST = "danh-muc.json"
_LEFT_OUT = frozenset({"session", "attempt"})  # who comes after signs in anew
_AT_ONCE = 500
_SHA = late(r"[0-9a-f]{64}")
_LARGEST_LINE = 200_000_000


class BackupError(DataError):
    """The file is no sound backup."""

    heading = "Không phục hồi được"


@record(frozen=True)
class Kept:
    """What a backup holds: rows, files, when it was made; hashes of files that were damaged in the store itself."""

    rows: int
    files: int
    made: str
    damaged: tuple[str, ...] = ()


def back_up(store: Store, target: Path) -> Kept:
    """Writes the store into the file, all or nothing; the former file of the name stays until the new one is whole.

    Raises UsageError where it cannot be written. Files of the store that are damaged are left out and told.
    """
    try:
        with replacing(target, f".{target.name}.dang-ghi-") as stream:
            kept = _written(store, stream)
    except OSError as error:
        what = f"không ghi được: {reason_of(error)}"
        raise UsageError(Problem(str(target), what, "kiểm tra đường dẫn, dung lượng ổ đĩa và quyền ghi")) from None
    return kept


def _written(store: Store, stream: IO[bytes]) -> Kept:
    tables: dict[str, dict[str, Any]] = {}
    damaged: list[str] = []
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed, store.read() as session:
        connection = session.connection()
        at = standing(connection)
        if at is None or at != newest():
            what = "cơ sở dữ liệu chưa ở bản mà chương trình này dùng"
            raise UsageError(Problem("", what, "mở bằng vanthu serve của bản này một lần, rồi sao lưu"))
        for table in Base.metadata.sorted_tables:
            if table.name not in _LEFT_OUT:
                tables[table.name] = _write_rows(packed, connection, table)
        shas = connection.execute(select(Base.metadata.tables["blob"].c.sha)).scalars().all()
        for sha in shas:
            try:
                packed.writestr(f"tep/{sha}", blobs.read(store.files, sha), zipfile.ZIP_STORED)
            except blobs.DamagedError:
                damaged.append(sha)
        made = now().isoformat()
        told = {"dinh_dang": FORMAT, "buoc": at, "luc": made, "bang": tables, "hong": damaged}
        packed.writestr(_LIST, json.dumps(told, ensure_ascii=False, indent=1))
    return Kept(sum(one["dong"] for one in tables.values()), len(shas) - len(damaged), made, tuple(damaged))


def _write_rows(packed: zipfile.ZipFile, connection: Connection, table: Table) -> dict[str, Any]:
    count, sha = 0, hashlib.sha256()
    with packed.open(f"bang/{table.name}.jsonl", "w", force_zip64=True) as out:
        asked = select(table).order_by(*table.primary_key.columns)
        for row in connection.execution_options(yield_per=_AT_ONCE).execute(asked).mappings():
            line = json.dumps(dict(row), ensure_ascii=False, default=_plain).encode() + b"\n"
            sha.update(line)
            out.write(line)
            count += 1
    return {"dong": count, "sha256": sha.hexdigest()}


def _plain(value: object) -> str:
    if isinstance(value, date):  # and times, which are days too
        return value.isoformat()
    raise TypeError(type(value))


def restore(store: Store, source: Path) -> Kept:
    """Brings the backup into an empty store and up to what this program knows, all or nothing.

    Raises UsageError where the store holds something or the file is not there, BackupError for a file that is no sound
    backup, NewerStoreError for one of a later program.
    """
    if inspect(store.engine).get_table_names():
        what = "nơi phục hồi đã có dữ liệu"
        raise UsageError(Problem(str(store.files.parent), what, "chỉ rõ thư mục hoặc cơ sở dữ liệu còn trống"))
    try:
        with zipfile.ZipFile(source) as packed:
            return _restored(store, packed)
    except OSError as error:
        raise UsageError(Problem(str(source), f"không đọc được: {reason_of(error)}", "kiểm tra đường dẫn")) from None
    except (zipfile.BadZipFile, ValueError, KeyError, TypeError, EOFError, RuntimeError) as error:
        raise _unsound(str(error)) from None
    except SQLAlchemyError as error:
        raise _unsound(f"dữ liệu không ghi được vào bảng ({type(error).__name__})") from None


def _unsound(why: str) -> BackupError:
    return BackupError(Problem("Tệp sao lưu", f"tệp hỏng hoặc không phải bản sao lưu: {why}", "dùng bản sao lưu khác"))


def _restored(store: Store, packed: zipfile.ZipFile) -> Kept:
    told = json.loads(packed.read(_LIST))
    if told["dinh_dang"] != FORMAT:
        raise NewerStoreError(
            Problem("Tệp sao lưu", "do bản vanthu mới hơn tạo ra", "cài bản vanthu mới nhất rồi phục hồi lại")
        )
    damaged = frozenset(told["hong"])
    files = _restore_files(store, packed, damaged)
    with store.engine.begin() as connection:
        migrate(store, connection, str(told["buoc"]))
        known = MetaData()
        known.reflect(connection)
        for table in known.sorted_tables:
            if table.name in told["bang"]:
                _read_rows(packed, connection, table, told["bang"][table.name])
        lost = set(connection.execute(select(known.tables["blob"].c.sha)).scalars()) - files - damaged
        if lost:
            raise _unsound(f"thiếu {len(lost)} tệp")
        migrate(store, connection)
    return Kept(sum(one["dong"] for one in told["bang"].values()), len(files), told["luc"], tuple(sorted(damaged)))


def _restore_files(store: Store, packed: zipfile.ZipFile, damaged: frozenset[str]) -> set[str]:
    """Puts the files on the disk: by their hash, so that what a stopped restore left is no hindrance."""
    found: set[str] = set()
    for name in packed.namelist():
        folder, _, sha = name.partition("/")
        if folder == "tep" and sha not in damaged:
            if not _SHA.fullmatch(sha) or blobs.write(store.files, packed.read(name)) != sha:
                raise _unsound(f"tệp {sha[:12]} đã bị đổi")
            found.add(sha)
    return found


def _read_rows(packed: zipfile.ZipFile, connection: Connection, table: Table, told: dict[str, Any]) -> None:
    later: list[dict[str, Any]] = []  # rows that name a row of their own table, which may come after them
    own = [key.parent.name for key in table.foreign_keys if key.column.table is table]
    count, sha = 0, hashlib.sha256()
    batch: list[dict[str, Any]] = []
    for line in _lines(packed, table.name):
        sha.update(line)
        row = {name: _typed(table, name, value) for name, value in json.loads(line).items()}
        for name in own:
            if row[name] is not None:
                later.append({"_id": row["id"], "_name": name, "_value": row[name]})
                row[name] = None
        batch.append(row)
        count += 1
        if len(batch) == _AT_ONCE:
            connection.execute(table.insert(), batch)
            batch = []
    if batch:
        connection.execute(table.insert(), batch)
    for one in later:
        where = table.c.id == one["_id"]
        connection.execute(table.update().where(where).values({one["_name"]: one["_value"]}))
    if (count, sha.hexdigest()) != (told["dong"], told["sha256"]):
        raise _unsound(f"bảng {table.name} không đủ hoặc đã bị đổi")
    if connection.dialect.name == "postgresql" and "id" in table.c and isinstance(table.c.id.type.python_type(), int):
        last = connection.execute(select(func.max(table.c.id))).scalar()
        named = connection.dialect.identifier_preparer.format_table(table)
        asked = text("SELECT setval(pg_get_serial_sequence(:name, 'id'), :last)")
        if last is not None:
            connection.execute(asked, {"name": named, "last": last})


def _lines(packed: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    with packed.open(f"bang/{name}.jsonl") as stream:
        while line := stream.readline(_LARGEST_LINE):
            yield line


def _typed(table: Table, name: str, value: Any) -> Any:
    if value is None:
        return None
    try:
        kind = table.c[name].type.python_type
    except NotImplementedError:
        return value
    if kind is datetime:
        return datetime.fromisoformat(value)
    return date.fromisoformat(value) if kind is date else value
