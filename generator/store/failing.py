"""The store that cannot be used for now: which errors say so, and what they say to who works with it."""

from __future__ import annotations

import errno

from sqlalchemy.exc import DataError, DBAPIError, InterfaceError, OperationalError, TimeoutError

from generator.errors import Problem

AWAY: tuple[type[Exception], ...] = (OperationalError, InterfaceError, TimeoutError, OSError)
"""Errors of a disk or a database, not of what was asked: the same may be asked again."""
UNFIT: tuple[type[Exception], ...] = (DataError, OverflowError, UnicodeEncodeError)
"""Errors of what was asked: a number or a sign that no database keeps, which SQLite and PostgreSQL tell differently."""
UNFIT_SAID = Problem("", "có số quá lớn hoặc ký tự lạ không ghi được", "sửa lại rồi gửi lại")
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def why(error: Exception) -> str:
    """What keeps the store from being read or written."""
    said = str(error.orig) if isinstance(error, DBAPIError) else ""
    if getattr(error, "errno", None) in _FULL or "disk is full" in said or "No space left" in said:
        return "ổ đĩa của máy chủ đã đầy"
    if isinstance(error, OSError):
        return "không đọc, ghi được ổ đĩa của máy chủ"
    if "locked" in said:
        return "cơ sở dữ liệu đang bận"
    return "không dùng được cơ sở dữ liệu (máy chủ cơ sở dữ liệu đang dừng, hoặc ổ đĩa có lỗi)"
