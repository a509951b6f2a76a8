"""Typst source in, PDF/A with PDF/UA-1 or page pictures out; the same source gives the same bytes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from generator.errors import ConversionError, Problem
from generator.layout.tables.floating import FLOATING
from generator.logs import get_logger
from generator.patterns import late
from generator.pdf.measuring.coverage import MIRRORED
from generator.pdf.measuring.typefaces import font_folders
from generator.pdf.running.job import Job, NotSetError, Typst
from generator.pdf.typst.columns import TOO_TALL
from generator.pdf.typst.drawings import HUNG, PARTED
from generator.pdf.typst.equations.signs import WIDE
from generator.pdf.typst.literals import string
from generator.pdf.typst.notes import ELSEWHERE
from generator.pdf.typst.pages import UPRIGHT
from generator.pdf.typst.shapes.reach import OFF_PAPER
from generator.pdf.typst.sheets.parity import UNEVEN_FOOTERS, UNEVEN_HEADERS
from generator.pdf.typst.sheets.stretches import OTHER_MARGINS
from generator.pdf.typst.source import Source
from generator.pdf.typst.toned import CMYK, toned
from generator.records import record

_LOG = get_logger(__name__)
STANDARDS = ("PDF/A-2a", "PDF/UA-1")
STANDARDS_WITH_FILES = ("PDF/A-3a", "PDF/UA-1")  # the part of PDF/A that allows files of any kind inside
_NAMES = {"PDF/A-2a": "a-2a", "PDF/A-3a": "a-3a", "PDF/UA-1": "ua-1"}
_OTHERWISE = "dùng LibreOffice (--engine libreoffice) hoặc bỏ phần này"
_REDRAW = "mở ảnh gốc bằng chương trình xem ảnh, lưu lại dạng PNG hoặc JPG rồi chèn lại vào văn bản"
_NOTE_PAGE = late(r"(\d+):(\d+)")
_TURNED = late(rf"{PARTED} #(\d+) ([\d.]+)")
_INSIDE = "kéo hình vào trong trang; nếu máy thiếu phông của văn bản thì cài phông ấy rồi chạy lại"
_OVERLAP = Problem("Tệp DOCX", "bảng có các ô gộp chồng lên nhau", "mở bằng Word, tách các ô ấy ra rồi gộp lại")
# What is known to be refused only once Typst lays it out, by words of its message.
_REFUSALS = {
    FLOATING: Problem("", f"chưa vẽ được {FLOATING}", _OTHERWISE),
    HUNG: Problem("", f"chưa vẽ được {HUNG}", _OTHERWISE),
    PARTED: Problem("", f"chưa vẽ được {PARTED}", _OTHERWISE),
    OFF_PAPER: Problem("", f"chưa vẽ được {OFF_PAPER}", _INSIDE),
    TOO_TALL: Problem("", f"chưa vẽ được {TOO_TALL}", _OTHERWISE),
    OTHER_MARGINS: Problem("", f"chưa vẽ được {OTHER_MARGINS}", _OTHERWISE),
    MIRRORED: Problem("", f"chưa vẽ được {MIRRORED}", _OTHERWISE),
    WIDE: Problem("", f"chưa vẽ được {WIDE}", _OTHERWISE),
    UPRIGHT: Problem("", f"chưa vẽ được {UPRIGHT} của phần dài hơn một trang", _OTHERWISE),
    UNEVEN_HEADERS: Problem("", f"chưa vẽ được {UNEVEN_HEADERS} ở trang không có đoạn nào bắt đầu", _OTHERWISE),
    UNEVEN_FOOTERS: Problem("", f"chưa vẽ được {UNEVEN_FOOTERS} ở trang không có đoạn nào bắt đầu", _OTHERWISE),
    "depth exceeded": Problem("Tệp DOCX", "bảng lồng nhau quá sâu để vẽ", "bớt các lớp bảng lồng nhau"),
    "previously placed cell": _OVERLAP,
    "place a second cell": _OVERLAP,
}


class NotesElsewhereError(ConversionError):
    """Footnotes do not have the numbers that their pages give them: ``pages`` by the order of the notes."""

    def __init__(self, pages: dict[int, int]) -> None:
        super().__init__(Problem("", f"chưa vẽ được {ELSEWHERE}", _OTHERWISE))
        self.pages = pages


class TurnedError(ConversionError):
    """A paragraph goes to the page behind a drawing that it is broken beside: ``number``, as they are written.

    Its line ``y`` points below the first stands there.
    """

    def __init__(self, number: int, y: float) -> None:
        super().__init__(_REFUSALS[PARTED])
        self.number, self.y = number, y


@record(frozen=True)
class Attachment:
    """A file to embed: ``source`` is what the document was made from, ``data`` what its content can be read from."""

    name: str
    data: bytes
    mime_type: str
    relationship: Literal["source", "data"]
    description: str


def compile_source(source: Source, attachments: Sequence[Attachment] = (), typst: Typst | None = None) -> bytes:
    """The PDF of the source with the files embedded; ``ConversionError`` when Typst refuses it.

    ``typst`` is where Typst runs, else in this process.
    """
    files = {f"dinh-kem-{number}": item.data for number, item in enumerate(attachments)}
    code = "".join(
        f"#pdf.attach({string(item.name)}, read({string(place)}, encoding: none), "
        f"relationship: {string(item.relationship)}, mime-type: {string(item.mime_type)}, "
        f"description: {string(item.description)})\n"
        for place, item in zip(files, attachments, strict=True)
    )
    standards = STANDARDS_WITH_FILES if attachments else STANDARDS
    (made,) = _compile(source, code, files, "pdf", tuple(_NAMES[name] for name in standards), None, typst)
    return made


def compile_pictures(source: Source, dpi: float, typst: Typst | None = None) -> list[bytes]:
    """Each page of the source as a PNG of that many dots an inch; ``ConversionError`` when Typst refuses it."""
    return _compile(source, "", {}, "png", (), dpi, typst)


def compile_drawings(source: Source, typst: Typst | None = None) -> list[bytes]:
    """Each page of the source as SVG, its links with it; ``ConversionError`` when Typst refuses it."""
    return _compile(source, "", {}, "svg", (), None, typst)


def here() -> Typst:
    """The Typst of this process."""
    from generator.pdf.running.here import HERE  # here: where a child has Typst, this process has no use for it

    return HERE


def _compile(
    source: Source,
    code: str,
    files: Mapping[str, bytes],
    kind: Literal["pdf", "png", "svg"],
    standards: tuple[str, ...],
    dpi: float | None,
    typst: Typst | None,
) -> list[bytes]:
    job = Job(
        f"{source.text}\n{code}", source.moment, font_folders(list(source.faces), embedded=source.embeds), kind,
        files={**{name: picture.data for name, picture in source.pictures.items()}, **files},
        pictures=tuple(source.pictures),
        standards=standards,
        dpi=dpi,
    )  # fmt: skip
    runner = typst or here()
    try:
        try:
            return runner.run(job)
        except NotSetError as failure:
            if CMYK not in failure.message:
                raise
            return runner.run(toned(job, runner))
    except NotSetError as failure:
        if ELSEWHERE in failure.message:
            raise NotesElsewhereError(_pages_told(failure.message)) from failure
        if found := _TURNED.search(failure.message):
            raise TurnedError(int(found[1]), float(found[2])) from failure
        raise ConversionError(_told(source, failure)) from failure


def _pages_told(message: str) -> dict[int, int]:
    """On which page each footnote stands, by its order."""
    told = _NOTE_PAGE.findall(message.partition(ELSEWHERE)[2])
    return {int(order): int(page) for order, page in told}


def _told(source: Source, failure: NotSetError) -> list[Problem]:
    """What the user is told of it."""
    if failure.broken:
        return [Problem("Bộ dựng PDF", "gặp lỗi bên trong khi dàn trang", "thử --engine libreoffice và báo lỗi này")]
    for sign, problem in _REFUSALS.items():
        if sign in failure.message:
            return [problem]
    _LOG.debug("Typst: %s", failure.message)
    if failure.damaged:
        pictures = [source.pictures[name] for name in failure.damaged]
        return [Problem(p.place, f"ảnh {p.name} bị hỏng hoặc bị cắt cụt, không đọc được", _REDRAW) for p in pictures]
    if failure.unreadable:
        return [Problem("Tệp DOCX", "có ảnh bị hỏng, không đọc được", _REDRAW)]
    fix = "thử --engine libreoffice; chạy lại với -vv để xem chi tiết rồi báo lỗi này"
    return [Problem("Bộ dựng PDF", "không dựng được văn bản", fix)]
