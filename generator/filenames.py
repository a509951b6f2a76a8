"""Names of files: which every system keeps as they are, and which two some systems take for one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from generator.patterns import late

MOST_BYTES = 255  # of one name in UTF-8, on every file system in use; of Windows, as many UTF-16 units
_FORBIDDEN = '<>:"/\\|?*'  # by Windows; «:» by macOS too, «/» everywhere
# What Windows takes for a device, with any extension and in any case; its digits may be raised.
_DEVICE = late(r"(CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(COM|LPT)[0-9¹²³])[ ]*(\..*)?", re.IGNORECASE | re.DOTALL)


def unportable(name: str) -> str:
    """Why some system would refuse or change a file's name, in Vietnamese; empty for a name that all of them keep.

    The name is one component, without folders. Windows, macOS, Linux and the file systems of USB sticks are meant.
    """
    if not name.strip():
        return "tên trống"
    if name in (".", ".."):
        return f"«{name}» là tên của thư mục"
    if any(unicodedata.category(char) in ("Cc", "Cs") for char in name):
        return "tên có ký tự điều khiển hoặc ký tự hỏng"
    if forbidden := sorted({char for char in name if char in _FORBIDDEN}):
        return f"tên có ký tự {' '.join(forbidden)} mà Windows không nhận"
    if name[-1] in ". ":
        return f"tên kết thúc bằng {'dấu chấm' if name[-1] == '.' else 'dấu cách'}, Windows sẽ bỏ đi"
    if _DEVICE.fullmatch(name):
        return f"«{name}» trùng tên thiết bị của Windows ({name.partition('.')[0].strip().upper()})"
    if (size := len(name.encode())) > MOST_BYTES:
        return f"tên dài {size} byte, quá {MOST_BYTES} byte"
    return ""


def same_name_key(name: str) -> str:
    """A key equal for names that some system takes for one file: they differ in case or in how marks are encoded."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def clashes(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each name with an earlier one that some system takes for the same file."""
    seen: dict[str, str] = {}
    for name in names:
        key = same_name_key(name)
        if key in seen:
            yield seen[key], name
        else:
            seen[key] = name


def shortened(stem: str, suffix: str) -> str:
    """The stem with the suffix, the stem cut by whole characters to what a file's name may hold."""
    room = MOST_BYTES - len(suffix.encode())
    while len(stem.encode("utf-8", "surrogatepass")) > room:
        stem = stem[:-1]
    return stem.rstrip(". ") + suffix
