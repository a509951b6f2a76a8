"""The bytes of a file from outside: an ordinary file only, and no more of it than is sound."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from generator.errors import reason_of
from generator.faults import Code, Fault

_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_ADVICE = "kiểm tra tệp và quyền đọc"


def file_bytes(file: Path, limit: int) -> bytes:
    """The first ``limit`` bytes, and one more where there are more; raises Fault for what is no ordinary file.

    A pipe without a writer would be waited for without end, and a device may never end.
    """
    try:
        descriptor = os.open(file, _FLAGS)
        try:
            mode = os.fstat(descriptor).st_mode
            if stat.S_ISREG(mode):
                with open(descriptor, "rb", closefd=False) as stream:
                    return stream.read(limit + 1)
        finally:
            os.close(descriptor)
    except OSError as error:
        raise Fault(Code.UNREADABLE, f"không đọc được tệp: {reason_of(error)}", _ADVICE) from None
    kind = "là thư mục" if stat.S_ISDIR(mode) else "không phải tệp thường (ống dẫn hoặc thiết bị)"
    raise Fault(Code.NOT_A_FILE, f"{kind}, không đọc được", "thay bằng tệp dữ liệu")
