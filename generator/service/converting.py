"""Word files of anyone's made into PDF, or into pictures of their pages."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import ExitStack, closing, nullcontext
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from generator.choices import Engine
from generator.errors import ConversionError, Problem, UsageError
from generator.filenames import same_name_key
from generator.output import Written, write_bytes, write_pages
from generator.pdf import ConfinedTypst, Typst, convert, pictures
from generator.pdf import PdfResult as PdfResult
from generator.records import record
from generator.service.confining import confined_typst
from generator.service.files import content, each_once
from generator.service.workers import processes_for

if TYPE_CHECKING:
    from generator.pdf import OfficePool


_MANY = 6  # files from which on it pays to start processes that share them
_STOPPED = "tiến trình chuyển tệp này bị dừng từ bên ngoài, thường do máy hết bộ nhớ"


@record(frozen=True)
class Converted:
    """One file made: where, its PDF (None for pictures), how many pages, and the files of others that were kept.

    ``left`` are pictures of further pages that are not ours, or were changed.
    """

    target: Path
    pdf: PdfResult | None
    pages: int
    kept: tuple[Path, ...]
    left: tuple[Path, ...] = ()


@record(frozen=True)
class _Wanted:
    """How files are drawn: pictures where there is a ``dpi``."""

    engine: Engine
    dpi: float | None
    word_lines: bool


@record(frozen=True)
class _Refused:
    """Why there is nothing of a file: it cannot be drawn, or (``unread``) the folder it is in cannot be mended."""

    problems: tuple[Problem, ...] = ()
    unread: tuple[Problem, ...] = ()


_Drawn: TypeAlias = PdfResult | list[bytes] | _Refused
_Drawings: TypeAlias = Generator[_Drawn, None, None]


class _LateOffice(ExitStack):
    """The LibreOffice of one run, made for the first file that needs it."""

    @cached_property
    def _pool(self) -> OfficePool:
        from generator.pdf import OfficePool

        return self.enter_context(OfficePool())

    def convert(self, docx: bytes) -> bytes:
        """The PDF LibreOffice makes of a DOCX."""
        return self._pool.convert(docx)


def convert_files(
    files: Iterable[Path],
    output: Path | None = None,
    *,
    engine: Engine = "auto",
    png: bool = False,
    dpi: float = 144,
    typst: ConfinedTypst | None = None,
    word_lines: bool = False,
) -> Generator[Converted, None, None]:
    """Each file as it is made, beside itself or in ``output``; every file is tried, those that fail are told last.

    Many files are drawn by several processes, one to a processor, and written here in their order. ``typst`` is a child
    that has been started already (``confined_typst``), else one is for this run; ``word_lines`` is that of ``convert``.
    Raises UsageError before anything is done when two of the files would become one, and at the end ConversionError
    or UsageError with every problem met.
    """
    given = tuple(each_once(files))
    clashing = list(_clashes(given, output))
    if clashing:
        raise UsageError(clashing)
    wanted = _Wanted(engine, dpi if png else None, word_lines)
    problems: list[Problem] = []
    unwritten: list[Problem] = []
    with (
        _LateOffice() as office,
        confined_typst(engine, png=png) if typst is None else nullcontext(typst) as room,
        closing(_drawn(given, wanted, office, room)) as made,
    ):
        for file, drawn in zip(given, made, strict=True):
            target = (output or file.parent) / f"{file.stem}.pdf"
            try:
                if isinstance(drawn, _Refused):
                    unwritten += drawn.unread
                    at = str(file)
                    problems += [Problem(f"{at}, {p.place}" if p.place else at, p.what, p.fix) for p in drawn.problems]
                elif isinstance(drawn, list):
                    written: Written = write_pages(target.parent, file.stem, drawn)
                    first = target.with_name(f"{file.stem}-1.png")
                    yield Converted(first, None, len(drawn), tuple(written.kept), tuple(written.left))
                else:
                    kept = write_bytes({target: drawn.pdf}, given=True)
                    yield Converted(target, drawn, drawn.pages, tuple(kept))
            except UsageError as error:
                unwritten += error.problems
    if problems:
        raise ConversionError([*problems, *unwritten])
    if unwritten:
        raise UsageError(unwritten)


def _drawn(files: Sequence[Path], wanted: _Wanted, office: _LateOffice, typst: Typst | None) -> _Drawings:
    """What becomes of each file, in order; many are shared out among processes, one to a processor.

    Those have no LibreOffice: of what needs one it is made here.
    """
    processes = 0 if wanted.engine == "libreoffice" and wanted.dpi is None else processes_for(len(files), _MANY)
    if not processes:
        yield from (_draw(_read(file), wanted, office, typst) for file in files)
        return
    from generator.service.sharing import shared_out  # here: most calls are of a few files

    alone = replace(wanted, engine="typst")
    with closing(shared_out(partial(_draw_there, alone), map(_read, files), processes)) as made:
        for file, drawn in zip(files, made, strict=True):
            if drawn is None:
                yield _Refused((Problem("", _STOPPED, "chuyển lại riêng tệp này"),))
            elif isinstance(drawn, _Refused) and wanted.engine == "auto" and wanted.dpi is None:
                yield _draw(_read(file), wanted, office, typst)
            else:
                yield drawn


def _read(file: Path) -> bytes | _Refused:
    try:
        return content(file)
    except ConversionError as error:
        return _Refused(tuple(error.problems))
    except UsageError as error:
        return _Refused(unread=tuple(error.problems))


def _draw(
    docx: bytes | _Refused, wanted: _Wanted, office: _LateOffice | None = None, typst: Typst | None = None
) -> _Drawn:
    if isinstance(docx, _Refused):
        return docx
    try:
        if wanted.dpi is not None:
            return pictures(docx, wanted.dpi, typst=typst, word_lines=wanted.word_lines)
        return convert(docx, engine=wanted.engine, office=office, typst=typst, word_lines=wanted.word_lines)
    except ConversionError as error:
        return _Refused(tuple(error.problems))


def _draw_there(wanted: _Wanted, docx: bytes | _Refused) -> _Drawn:
    """The same in a process that shares the work."""
    from generator.service.sharing import typst_here

    return _draw(docx, wanted, typst=typst_here())


def pdf_of(docx: bytes, *, word_lines: bool = False) -> PdfResult:
    """The PDF of a DOCX that came as bytes, by Typst in this process; ConversionError where it cannot be made."""
    return convert(docx, engine="typst", word_lines=word_lines)


def _clashes(files: Iterable[Path], output: Path | None) -> Iterator[Problem]:
    """A problem for each file that would be written over the PDF or the pages of another one before it."""
    first: dict[tuple[str, str], Path] = {}
    for file in files:
        key = str((output or file.parent).resolve()), same_name_key(file.stem)
        other = first.setdefault(key, file)
        if other is not file:
            what = f"sẽ ghi đè lên kết quả của {other}, vì cùng tên {file.stem}"
            yield Problem(str(file), what, "chuyển từng tệp vào một thư mục riêng (-o), hoặc đổi tên")
