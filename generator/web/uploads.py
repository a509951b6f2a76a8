"""Files that come over HTTP: counted while they are read, bounded in time."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import AsyncGenerator
from pathlib import PurePosixPath
from urllib.parse import unquote

from fastapi import Request
from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import ClientDisconnect

from generator.records import record
from generator.web.names import clean_name

MOST_FILES = 50
_SECONDS = 60.0  # for a whole body; an office's network takes one of 20 MB in two


class UploadError(Exception):
    """What is sent is not taken: the status of HTTP, what is wrong, what to do."""

    def __init__(self, status: int, what: str, fix: str) -> None:
        self.status, self.what, self.fix = status, what, fix
        super().__init__(what)


@record(frozen=True)
class Uploaded:
    """The files that came, each with its name."""

    files: tuple[tuple[str, bytes], ...]

    @property
    def digest(self) -> str:
        """One hash of all names and bytes."""
        said = hashlib.sha256()
        for name, data in self.files:
            said.update(f"{len(name)} {name} {len(data)} ".encode() + data)
        return said.hexdigest()


async def uploaded(
    request: Request, most: int, kinds: frozenset[str], default: str, *, seconds: float = _SECONDS
) -> Uploaded:
    """The files of a form (fields ``tep``), or the one that is the body; none of them is empty.

    ``kinds`` are the types a body may have by itself, ``default`` is the name of one without. Raises UploadError: 413
    beyond ``most`` bytes, counted while they come; 408 where they come too slowly; 415 for another type; 400.
    """
    kind = request.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    declared = request.headers.get("Content-Length", "")
    if declared.isdecimal() and int(declared) > most:
        raise _too_large(most)
    try:
        async with asyncio.timeout(seconds):
            if kind == "multipart/form-data":
                files = await _of_form(request, most)
            elif kind in kinds:
                data = b"".join([part async for part in _counted(request, most)])
                files = [(clean_name(_header_name(request), default), data)]
            else:
                what = f"không nhận kiểu «{kind[:60]}»" if kind else "không nói kiểu dữ liệu (Content-Type)"
                taken = ", ".join(sorted(kinds - {"application/octet-stream"}))
                raise UploadError(415, what, f"gửi tệp trong biểu mẫu (multipart/form-data, trường tep) hoặc: {taken}")
    except TimeoutError:
        raise UploadError(408, f"gửi quá {seconds:g} giây chưa xong", "kiểm tra đường truyền rồi gửi lại") from None
    except ClientDisconnect:
        raise UploadError(499, "bên gửi đã ngắt", "") from None
    if not files:
        raise UploadError(400, "không có tệp nào trong trường «tep»", "gửi tệp ở trường tep của biểu mẫu")
    empty = [name for name, data in files if not data]
    if empty:
        raise UploadError(400, f"tệp rỗng: {', '.join(empty)}", "gửi lại tệp")
    return Uploaded(tuple(_distinct(files)))


async def _of_form(request: Request, most: int) -> list[tuple[str, bytes]]:
    parser = MultiPartParser(request.headers, _counted(request, most), max_files=MOST_FILES, max_fields=20)
    form = FormData()
    try:
        form = await parser.parse()
        return await files_of(form)
    except MultiPartException as error:
        if "Too many files" in error.message:
            raise UploadError(413, f"quá {MOST_FILES} tệp trong một lần gửi", "chia thành nhiều lần") from None
        raise UploadError(400, "biểu mẫu gửi lên bị hỏng", "gửi lại; xem ví dụ ở /api/v1/") from None
    except (KeyError, UnicodeDecodeError, ValueError):
        raise UploadError(400, "biểu mẫu gửi lên bị hỏng", "gửi lại; xem ví dụ ở /api/v1/") from None
    finally:
        await form.close()


async def files_of(form: FormData) -> list[tuple[str, bytes]]:
    """The files of the fields ``tep`` of a form that has been read."""
    given = [one for one in form.getlist("tep") if isinstance(one, UploadFile)]
    return [(clean_name(one.filename or "", "tep"), await one.read()) for one in given]


async def _counted(request: Request, most: int) -> AsyncGenerator[bytes, None]:
    size = 0
    async for part in request.stream():
        size += len(part)
        if size > most:
            raise _too_large(most)
        yield part


def _too_large(most: int) -> UploadError:
    return UploadError(413, f"gửi lên quá {most // 1_000_000} MB", "giảm kích thước hình, hoặc gửi từng phần")


def _header_name(request: Request) -> str:
    """The name a body by itself is given: ``X-Ten-Tep``, in percent signs where it is not ASCII."""
    return unquote(request.headers.get("X-Ten-Tep", ""), errors="replace")


def _distinct(files: list[tuple[str, bytes]]) -> list[tuple[str, bytes]]:
    """The files, a second of the same name with a number."""
    seen: set[str] = set()
    told = []
    for name, data in files:
        path, number, free = PurePosixPath(name), 2, name
        while free.casefold() in seen:
            free, number = f"{path.stem} ({number}){path.suffix}", number + 1
        seen.add(free.casefold())
        told.append((free, data))
    return told
