"""``vanthu pdf``: any DOCX as a PDF, or as pictures of its pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from generator.choices import ENGINES, Engine
from generator.errors import ConversionError, Problem, UsageError, reason_of
from generator.filenames import same_name_key


@click.command(options_metavar="[TÙY CHỌN]", help="Chuyển các TỆP Word (.docx) sang PDF/A, hoặc thành ảnh từng trang.")
@click.argument("files", metavar="TỆP…", nargs=-1, required=True, type=click.Path(path_type=Path, dir_okay=False))
@click.option("-o", "--output", metavar="THƯ_MỤC", type=click.Path(path_type=Path, file_okay=False),
              help="Nơi ghi; mặc định cạnh tệp Word.")  # fmt: skip
@click.option("--engine", type=click.Choice(ENGINES), default="auto",
              help="Bộ tạo PDF; mặc định auto: typst (có sẵn), chỗ nào typst chưa vẽ được thì dùng LibreOffice nếu máy "
              "có.")  # fmt: skip
@click.option("--png", is_flag=True, help="Ghi ảnh từng trang (TỆP-1.png, TỆP-2.png …) thay cho PDF; luôn dùng typst.")
@click.option("--dpi", type=click.IntRange(18, 600), default=144, show_default=True, metavar="SỐ",
              help="Độ phân giải của ảnh.")  # fmt: skip
def command(files: tuple[Path, ...], output: Path | None, engine: Engine, png: bool, dpi: int) -> None:
    """Convert each file; those that cannot be are named at the end, the others are written."""
    from generator.cli.report import print_conversion, print_kept
    from generator.output import write_bytes, write_pages
    from generator.pdf import OfficePool, convert, pictures

    files = tuple(_each_once(files))
    clashing = list(_clashes(files, output))
    if clashing:
        raise UsageError(clashing)
    problems: list[Problem] = []
    unwritten: list[Problem] = []
    with OfficePool() as office:
        for file in files:
            target = (output or file.parent) / f"{file.stem}.pdf"
            try:
                docx = _content(file)
                if png:
                    pages = pictures(docx, dpi)
                    written = write_pages(target.parent, file.stem, pages)
                    print_kept(written.kept)
                    for left in written.left:
                        click.echo(f"Ảnh trang cũ không do vanthu ghi hoặc đã sửa, được để nguyên: {left}", err=True)
                    last = f" … {file.stem}-{len(pages)}.png" if len(pages) > 1 else ""
                    click.echo(f"{target.with_name(f'{file.stem}-1.png')}{last}: {len(pages)} trang")
                    continue
                result = convert(docx, engine=engine, office=office)
                print_kept(write_bytes({target: result.pdf}, given=True))
            except ConversionError as error:
                at = str(file)
                problems += [Problem(f"{at}, {p.place}" if p.place else at, p.what, p.fix) for p in error.problems]
                continue
            except UsageError as error:
                unwritten += error.problems
                continue
            print_conversion(target, result)
    if problems:
        raise ConversionError([*problems, *unwritten])
    if unwritten:
        raise UsageError(unwritten)


def _each_once(files: Iterable[Path]) -> Iterator[Path]:
    """The files, each one once however often and by whatever path it was named."""
    seen: set[str] = set()
    for file in files:
        try:
            key = str(file.resolve())
        except OSError:
            key = str(file)
        if key not in seen:
            seen.add(key)
            yield file


def _content(file: Path) -> bytes:
    """The bytes of the file, as a write that was cut off has not left it."""
    from generator.archive import MAX_FILE
    from generator.output import mend

    mend(file.parent)
    try:
        with file.open("rb") as stream:
            return stream.read(MAX_FILE + 1)  # one byte too many is refused by whoever opens it
    except OSError as error:
        raise ConversionError(Problem("", f"không đọc được: {reason_of(error)}", "kiểm tra đường dẫn")) from None


def _clashes(files: Iterable[Path], output: Path | None) -> Iterator[Problem]:
    """A problem for each file that would be written over the PDF or the pages of another one before it."""
    first: dict[tuple[str, str], Path] = {}
    for file in files:
        key = str((output or file.parent).resolve()), same_name_key(file.stem)
        other = first.setdefault(key, file)
        if other is not file:
            what = f"sẽ ghi đè lên kết quả của {other}, vì cùng tên {file.stem}"
            yield Problem(str(file), what, "chuyển từng tệp vào một thư mục riêng (-o), hoặc đổi tên")
