"""A zip from outside, opened within limits: what an Office file may be, and what it may cost to unpack.

Nothing is ever unpacked to disk, so the names of entries can lead nowhere.
"""

from __future__ import annotations

import codecs
import io
import lzma
import struct
import zipfile
import zlib
from urllib.parse import unquote

from generator.opc.errors import PackageError, brief
from generator.opc.formats import Format
from generator.opc.xml import SMALLER, SOURCE

# What an archive may cost, each with its reason.
MAX_FILE = 256 * 1024 * 1024  # bytes of the file itself; scans of a whole dossier fit
MAX_PARTS = 10_000  # entries; Word writes some 15, one more for each picture
MAX_TOTAL_SIZE = 512 * 1024 * 1024  # bytes all entries claim to unpack to: the limit zip bombs meet, overlapping too

_ENTRY = b"PK\x01\x02"  # begins each entry of a zip's list
_CONTAINER = b"\xd0\xcf\x11\xe0"  # of Office 97, and of encrypted files ever since
_LOCKED = "EncryptedPackage".encode("utf-16-le")
# How the formats begin that most often carry a wrong name.
_FOREIGN = ((b"{\\rtf", "RTF"), (b"%PDF", "PDF"), (b"<", "HTML hoặc XML"))
_ENCRYPTED = 0x41  # flag bits: the old encryption, and the strong one
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # OPC knows no others, and they have bombs of their own
# What zipfile raises for damaged archives, by reading them or by believing them.
_ZIP_ERRORS = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, OSError, EOFError, ValueError, RuntimeError,
    IndexError, OverflowError,
)  # fmt: skip


class Archive:
    """The entries of one zip by name, read one at a time; ``PackageError`` for whatever is unsound."""

    def __init__(self, data: bytes, format_: Format) -> None:
        _check_kind(data, format_)
        self._format = format_
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            entries = [entry for entry in self._zip.infolist() if not entry.is_dir()]
        except _ZIP_ERRORS as error:
            raise PackageError(f"không phải tệp {format_.name}, hoặc tệp bị cắt cụt (không mở được gói zip)") from error
        if sum(entry.file_size for entry in entries) > MAX_TOTAL_SIZE:
            raise PackageError("giải nén ra quá lớn, có thể là tệp cố ý gây quá tải", SOURCE)
        self._entries = {entry.filename: entry for entry in entries}
        # Of two parts with one name, every program would read another.
        if len({plain_name(name) for name in self._entries}) < len(entries):
            raise PackageError("có hai phần cùng tên trong gói")

    @property
    def names(self) -> list[str]:
        """The names of the entries, in file order."""
        return list(self._entries)

    def read(self, name: str, limit: int = MAX_TOTAL_SIZE) -> bytes:
        """The bytes of an entry, which must be there; one that unpacks to more than ``limit`` is refused."""
        entry = self._entries[name]
        if entry.flag_bits & _ENCRYPTED:
            raise PackageError("có phần đặt mật khẩu", "bỏ mật khẩu rồi thử lại")
        if entry.compress_type not in _METHODS:
            raise PackageError(f"phần {brief(name)} nén theo kiểu mà tệp {self._format.name} không dùng")
        if entry.file_size > limit:
            raise PackageError(f"phần {brief(name)} quá lớn", SMALLER)
        try:
            with self._zip.open(entry) as stream:
                return stream.read(limit + 1)  # never more than the size declared, which zipfile holds it to
        except _ZIP_ERRORS as error:
            raise PackageError(f"phần {brief(name)} bị hỏng, không giải nén được") from error


def plain_name(name: str) -> str:
    """A part's name as it is compared: without case, as an address or as a path of Windows means it."""
    return unquote(name.replace("\\", "/")).lstrip("/").lower()


def _check_kind(data: bytes, format_: Format) -> None:
    """Refuse what is no zip by its name, and a zip whose list of entries alone would fill the memory."""
    if not data[:1024].strip(b"\0 \r\n\t"):
        raise PackageError(f"không phải tệp {format_.name}: tệp rỗng", "chép lại tệp gốc")
    if len(data) > MAX_FILE:
        raise PackageError(f"tệp lớn quá {MAX_FILE // 1024**2} MB", "giảm kích thước hình rồi lưu lại")
    if data.startswith(_CONTAINER):
        program = format_.program
        if _LOCKED in data:
            raise PackageError("tệp đặt mật khẩu nên không đọc được", f"mở bằng {program}, bỏ mật khẩu rồi lưu lại")
        if any(name.encode("utf-16-le") in data for name in format_.old_streams):
            old = f"là tệp {format_.old} kiểu cũ ({program} 97–2003), đổi tên không làm nó thành {format_.suffix}"
            raise PackageError(old)
        fix = f"bỏ mật khẩu, hoặc mở bằng {program} rồi lưu dạng {format_.suffix}"
        raise PackageError("là tệp kiểu cũ hoặc có mật khẩu", fix)
    start = data[:64].removeprefix(codecs.BOM_UTF8).lstrip()
    for sign, what in _FOREIGN:
        if start.startswith(sign):
            raise PackageError(f"là tệp {what}, không phải tệp {format_.name}")
    if data.count(_ENTRY) > MAX_PARTS:
        raise PackageError("chứa quá nhiều phần, có thể là tệp cố ý gây quá tải", SOURCE)
