"""Word files of anyone's made into PDF, or into pictures of their pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, nullcontext
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from generator.choices import Engine
from generator.errors import ConversionError, Problem, UsageError
from generator.filenames import same_name_key
from generator.output import Written, write_bytes, write_pages
from generator.pdf import ConfinedTypst, convert, pictures
from generator.pdf import PdfResult as PdfResult
from generator.records import record
from generator.service.confining import confined_typst
from generator.service.files import content, each_once

if TYPE_CHECKING:
    from generator.pdf import OfficePool


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
) -> Iterator[Converted]:
    """Each file as it is made, beside itself or in ``output``; every file is tried, those that fail are told last.

    ``typst`` is a child that has been started already (``confined_typst``), else one is for this run; ``word_lines``
    is that of ``convert``.
    Raises UsageError before anything is done when two of the files would become one, and at the end ConversionError
    or UsageError with every problem met.
    """
    given = tuple(each_once(files))
    clashing = list(_clashes(given, output))
    if clashing:
        raise UsageError(clashing)
    problems: list[Problem] = []
    unwritten: list[Problem] = []
    with _LateOffice() as office, confined_typst(engine, png=png) if typst is None else nullcontext(typst) as room:
        for file in given:
            target = (output or file.parent) / f"{file.stem}.pdf"
            try:
                docx = content(file)
                if png:
                    pages = pictures(docx, dpi, typst=room, word_lines=word_lines)
                    written: Written = write_pages(target.parent, file.stem, pages)
                    first = target.with_name(f"{file.stem}-1.png")
                    yield Converted(first, None, len(pages), tuple(written.kept), tuple(written.left))
                else:
                    result = convert(docx, engine=engine, office=office, typst=room, word_lines=word_lines)
                    kept = write_bytes({target: result.pdf}, given=True)
                    yield Converted(target, result, result.pages, tuple(kept))
            except ConversionError as error:
                at = str(file)
                problems += [Problem(f"{at}, {p.place}" if p.place else at, p.what, p.fix) for p in error.problems]
            except UsageError as error:
                unwritten += error.problems
    if problems:
        raise ConversionError([*problems, *unwritten])
    if unwritten:
        raise UsageError(unwritten)


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
