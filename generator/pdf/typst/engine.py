"""Typst source in, PDF/A with PDF/UA-1 or page pictures out; the same source gives the same bytes."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import typst

from generator.errors import ConversionError, Problem
from generator.logs import get_logger
from generator.pdf.measuring.typefaces import font_book
from generator.pdf.typst.columns import TOO_TALL
from generator.pdf.typst.drawings import PARTED
from generator.pdf.typst.literals import string
from generator.pdf.typst.pages import OTHER_MARGINS
from generator.pdf.typst.source import Source
from generator.records import record

_LOG = get_logger(__name__)
STANDARDS = ("PDF/A-2a", "PDF/UA-1")
STANDARDS_WITH_FILES = ("PDF/A-3a", "PDF/UA-1")  # the part of PDF/A that allows files of any kind inside
_NAMES: dict[str, typst.PDFStandard] = {"PDF/A-2a": "a-2a", "PDF/A-3a": "a-3a", "PDF/UA-1": "ua-1"}
_REMEMBERED = 10  # compilations
_OTHERWISE = "dùng LibreOffice (--engine libreoffice) hoặc bỏ phần này"
_OVERLAP = Problem("Tệp DOCX", "bảng có các ô gộp chồng lên nhau", "mở bằng Word, tách các ô ấy ra rồi gộp lại")
# What is known to be refused only once Typst lays it out, by words of its message.
_REFUSALS = {
    PARTED: Problem("", f"chưa vẽ được {PARTED}", _OTHERWISE),
    TOO_TALL: Problem("", f"chưa vẽ được {TOO_TALL}", _OTHERWISE),
    OTHER_MARGINS: Problem("", f"chưa vẽ được {OTHER_MARGINS}", _OTHERWISE),
    "depth exceeded": Problem("Tệp DOCX", "bảng lồng nhau quá sâu để vẽ", "bớt các lớp bảng lồng nhau"),
    "previously placed cell": _OVERLAP,
    "place a second cell": _OVERLAP,
}
# How Typst begins what it says of a picture that it cannot decode.
_UNREADABLE = ("failed to decode image", "failed to parse SVG", "failed to load linked image", "unknown image format")


@record(frozen=True)
class Attachment:
    """A file to embed: ``source`` is what the document was made from, ``data`` what its content can be read from."""

    name: str
    data: bytes
    mime_type: str
    relationship: Literal["source", "data"]
    description: str


def compile_source(source: Source, attachments: Sequence[Attachment] = ()) -> bytes:
    """The PDF of the source with the files embedded; ``ConversionError`` when Typst refuses it."""
    files = {f"dinh-kem-{number}": item.data for number, item in enumerate(attachments)}
    code = "".join(
        f"#pdf.attach({string(item.name)}, read({string(place)}, encoding: none), "
        f"relationship: {string(item.relationship)}, mime-type: {string(item.mime_type)}, "
        f"description: {string(item.description)})\n"
        for place, item in zip(files, attachments, strict=True)
    )
    standards = STANDARDS_WITH_FILES if attachments else STANDARDS
    (made,) = _compile(source, code, files, "pdf", standards=[_NAMES[name] for name in standards])
    return made


def forget() -> None:
    """Let Typst drop what it remembers of earlier documents: it keeps that for ten compilations, gigabytes of it."""
    for _ in range(_REMEMBERED + 1):
        typst.compile(b"", font_paths=font_book([]), ignore_system_fonts=True, format="svg")


def compile_pictures(source: Source, dpi: float) -> list[bytes]:
    """Each page of the source as a PNG of that many dots an inch; ``ConversionError`` when Typst refuses it."""
    return _compile(source, "", {}, "png", dpi=dpi)


def _compile(
    source: Source,
    code: str,
    files: Mapping[str, bytes],
    kind: Literal["pdf", "png"],
    *,
    standards: list[typst.PDFStandard] | None = None,
    dpi: float | None = None,
) -> list[bytes]:
    files = {**{name: picture.data for name, picture in source.pictures.items()}, **files}
    if not files:
        return _run(source, code, None, kind, standards, dpi)
    # Typst reads what is not text as files only, and only below its root.
    with tempfile.TemporaryDirectory(prefix="vanthu-typst-", ignore_cleanup_errors=True) as folder:
        for name, data in files.items():
            (Path(folder) / name).write_bytes(data)
        return _run(source, code, folder, kind, standards, dpi)


def _run(
    source: Source,
    code: str,
    root: str | None,
    kind: Literal["pdf", "png"],
    standards: list[typst.PDFStandard] | None,
    dpi: float | None,
) -> list[bytes]:
    text = f"{source.text}\n{code}".encode()
    fonts = font_book(list(source.faces))
    try:
        made = _set(text, root, fonts, format=kind, ppi=dpi, pdf_standards=standards or [], timestamp=source.moment)
    except (typst.TypstError, RuntimeError) as error:
        message = getattr(error, "message", "") or str(error)
        for sign, problem in _REFUSALS.items():
            if sign in message:
                raise ConversionError(problem) from error
        if root is not None and any(sign in message for sign in _UNREADABLE):
            raise ConversionError(_damaged(source, root)) from error
        _LOG.debug("Typst: %s", message)
        fix = "thử --engine libreoffice; chạy lại với -vv để xem chi tiết rồi báo lỗi này"
        raise ConversionError(Problem("Bộ dựng PDF", "không dựng được văn bản", fix)) from error
    except BaseException as error:
        # A panic inside Typst arrives as a BaseException of a class that its module does not export.
        if type(error).__name__ != "PanicException":
            raise
        raise ConversionError(
            Problem("Bộ dựng PDF", "gặp lỗi bên trong khi dàn trang", "thử --engine libreoffice và báo lỗi này")
        ) from None
    return made if isinstance(made, list) else [made]


def _set(text: bytes, root: str | None, fonts: typst.Fonts, **asked: Any) -> bytes | list[bytes]:
    """What Typst makes of the text; a list for pictures of several pages, says its manual."""
    if root is not None:  # a kept compiler would still look into the folder of the document before
        return _given(typst.compile(text, root=root, font_paths=fonts, ignore_system_fonts=True, **asked))
    idle = _idle(fonts)
    try:
        compiler = idle.pop()  # by one thread each: it refuses to be called by two
    except IndexError:
        compiler = typst.Compiler(font_paths=fonts, ignore_system_fonts=True)
    made = _given(compiler.compile(text, **asked))
    idle.append(compiler)  # one that failed is not used again
    return made


def _given(made: bytes | list[bytes] | None) -> bytes | list[bytes]:
    assert made is not None  # nothing is given back where a file was asked for, which is never
    return made


@lru_cache(maxsize=16)
def _idle(fonts: typst.Fonts) -> list[typst.Compiler]:
    """The compilers of these fonts that do nothing now: making one takes as long as setting a short page."""
    return []


def _damaged(source: Source, root: str) -> list[Problem]:
    """Which of the pictures Typst cannot decode, each tried by itself: of several it names the first, without place."""
    fix = "mở ảnh gốc bằng chương trình xem ảnh, lưu lại dạng PNG hoặc JPG rồi chèn lại vào văn bản"
    problems = []
    for name, picture in source.pictures.items():
        try:
            typst.compile(  # type: ignore[call-overload]  # bytes and paths may be mixed
                f"#image({string('/' + name)})".encode(), root=root, font_paths=font_book([]), ignore_system_fonts=True,
                format="svg",
            )  # fmt: skip
        except (typst.TypstError, RuntimeError) as error:
            _LOG.debug("Typst: %s: %s", picture.name, getattr(error, "message", "") or error)
            what = f"ảnh {picture.name} bị hỏng hoặc bị cắt cụt, không đọc được"
            problems.append(Problem(picture.place, what, fix))
    return problems or [Problem("Tệp DOCX", "có ảnh bị hỏng, không đọc được", fix)]
