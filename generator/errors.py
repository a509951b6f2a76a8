"""Every way the work can fail, each with its exit code and a message a clerk can act on."""

from __future__ import annotations

import errno
from collections.abc import Iterable
from enum import IntEnum
from itertools import islice

from generator.records import record


class ExitCode(IntEnum):
    """The process's exit codes, the same for every command."""

    DONE = 0
    USAGE = 2
    DATA = 3
    TEMPLATE = 4
    CONVERSION = 5
    FINDINGS = 6


_LONGEST = 1_500  # characters of one part of a message
_MOST = 200  # problems told of one file: who has mended these reads on


def _readable(text: str) -> str:
    if len(text) > _LONGEST:
        text = f"{text[:_LONGEST]}…"
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() or char in "\n\xa0" else "·" for char in text)


@record(frozen=True)
class Problem:
    """One thing that is wrong: where it is, what it is, and what to do about it (all Vietnamese), by which rule."""

    place: str
    what: str
    fix: str = ""
    code: str = ""

    def __post_init__(self) -> None:
        # Messages quote what a file says, and a file may say anything: a terminal's commands, a million letters.
        for name in ("place", "what", "fix"):
            object.__setattr__(self, name, _readable(getattr(self, name)))

    def __str__(self) -> str:
        text = f"{self.place}: {self.what}" if self.place else self.what
        return f"{text} → {self.fix}" if self.fix else text


class VanthuError(Exception):
    """The base of all errors a user can cause or meet; it carries every problem found at once."""

    exit_code = ExitCode.DATA
    heading = "Không thực hiện được"

    def __init__(self, problems: Problem | Iterable[Problem]) -> None:
        self.problems = [problems] if isinstance(problems, Problem) else list(islice(problems, _MOST + 1))
        if len(self.problems) > _MOST:
            self.problems[_MOST:] = [Problem("", "còn nhiều lỗi nữa", "sửa các lỗi trên rồi chạy lại")]
        super().__init__("\n".join(str(p) for p in self.problems))


class UsageError(VanthuError):
    """The command itself is wrong: a path that does not exist, an option that does not fit."""

    exit_code = ExitCode.USAGE
    heading = "Lệnh chưa đúng"


class DataError(VanthuError):
    """The dossier is wrong: a field is missing, mistyped, duplicated or refers to nothing."""

    exit_code = ExitCode.DATA
    heading = "Hồ sơ có lỗi, chưa tạo văn bản nào"


class TemplateError(VanthuError):
    """The Word template is wrong: a tag is broken, or asks for a field that does not exist."""

    exit_code = ExitCode.TEMPLATE
    heading = "Mẫu văn bản có lỗi"


class ConversionError(VanthuError):
    """The finished DOCX could not be made into a PDF faithfully."""

    exit_code = ExitCode.CONVERSION
    heading = "Không chuyển được sang PDF"


_REASONS: dict[type[OSError], str] = {
    FileNotFoundError: "không có tệp hoặc thư mục này",
    PermissionError: "không có quyền",
    IsADirectoryError: "đây là thư mục",
    NotADirectoryError: "đường dẫn đi qua một tệp",
    FileExistsError: "đã có tệp cùng tên",
}
_BY_NUMBER = {
    errno.ENOSPC: "ổ đĩa đã đầy",
    getattr(errno, "EDQUOT", -1): "đã dùng hết dung lượng được cấp",  # as ESTALE, not on every Windows
    errno.EFBIG: "tệp lớn quá mức được phép",
    errno.EROFS: "ổ đĩa hoặc thư mục chỉ cho đọc",
    errno.ENAMETOOLONG: "tên quá dài",
    errno.EIO: "ổ đĩa có lỗi khi đọc, ghi",
    errno.EBUSY: "đang được dùng",
    errno.ETXTBSY: "đang được dùng",
    errno.ENOTEMPTY: "thư mục không trống",
    errno.ELOOP: "các liên kết dẫn vòng tròn",
    errno.EMFILE: "mở quá nhiều tệp",
    errno.ENFILE: "mở quá nhiều tệp",
    errno.EILSEQ: "hệ thống tệp không nhận tên này",
    errno.EINVAL: "hệ thống tệp không nhận tên hay thao tác này",
    getattr(errno, "ESTALE", -2): "ổ đĩa mạng đã ngắt",
    errno.EPIPE: "nơi nhận đã đóng",
}


def reason_of(error: OSError) -> str:
    """Why the system refused, in Vietnamese where it can be."""
    if error.errno in _BY_NUMBER:
        return _BY_NUMBER[error.errno]
    for kind, reason in _REASONS.items():
        if isinstance(error, kind):
            return reason
    return f"hệ thống từ chối, mã lỗi {error.errno}" if error.errno else "hệ thống từ chối"
