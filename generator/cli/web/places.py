"""Where the office's data is: the options of the commands that work on it, and its store opened."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from generator.store.engine import Store

_DATA = click.option("--data", "folder", metavar="THƯ_MỤC", default="vanthu-du-lieu", show_default=True,
                     type=click.Path(path_type=Path, file_okay=False), help="Nơi giữ dữ liệu.")  # fmt: skip
_DATABASE = click.option("--database", metavar="URL", envvar="VANTHU_DATABASE",
                         help="Cơ sở dữ liệu PostgreSQL; các tệp vẫn ở --data.")  # fmt: skip


def places(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that say where the data is, as ``vanthu serve`` has them."""
    return _DATA(_DATABASE(command))


def opened(folder: Path, database: str | None, *, there: bool) -> Store:
    """The store; raises UsageError where it is not ``there`` though it must be, or cannot be reached."""
    from generator.errors import Problem, UsageError

    try:
        from sqlalchemy import inspect
        from sqlalchemy.exc import ArgumentError, OperationalError

        from generator.store.engine import DATABASE, open_store
    except ModuleNotFoundError as error:
        what = f"chưa cài phần trang làm việc (thiếu {error.name})"
        raise UsageError(Problem("", what, "chạy: pip install 'vanthu[web]'")) from None
    if there and not (folder / DATABASE if database is None else folder).exists():
        raise UsageError(Problem(str(folder), "không có dữ liệu ở đây", "chỉ rõ --data như khi chạy vanthu serve"))
    try:
        store = open_store(folder, database)
        inspect(store.engine)
    except (ArgumentError, OperationalError):
        what = "không mở được cơ sở dữ liệu"
        raise UsageError(Problem("--database", what, "kiểm tra địa chỉ, mật khẩu và máy chủ")) from None
    return store
