"""``vanthu pdf``: any DOCX as a PDF, or as pictures of its pages."""

from __future__ import annotations

from pathlib import Path

import click

from generator.choices import ENGINES, Engine


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
    from generator.cli.report import print_conversion
    from generator.errors import ConversionError, Problem, reason_of
    from generator.opc import MAX_FILE
    from generator.output import write_bytes
    from generator.pdf import OfficePool, convert, pictures

    problems: list[Problem] = []
    with OfficePool() as office:
        for file in files:
            target = (output or file.parent) / f"{file.stem}.pdf"
            try:
                with file.open("rb") as stream:
                    docx = stream.read(MAX_FILE + 1)  # one byte too many is refused below, and the rest left unread
                if png:
                    pages = pictures(docx, dpi)
                    names = [target.with_name(f"{file.stem}-{number}.png") for number in range(1, len(pages) + 1)]
                    write_bytes(dict(zip(names, pages, strict=True)))
                    click.echo(f"{names[0]}{f' … {names[-1].name}' if len(names) > 1 else ''}: {len(names)} trang")
                    continue
                result = convert(docx, engine=engine, office=office)
            except OSError as error:
                problems.append(Problem(str(file), f"không đọc được: {reason_of(error)}", "kiểm tra đường dẫn"))
                continue
            except ConversionError as error:
                at = str(file)
                problems += [Problem(f"{at}, {p.place}" if p.place else at, p.what, p.fix) for p in error.problems]
                continue
            write_bytes({target: result.pdf})
            print_conversion(target, result)
    if problems:
        raise ConversionError(problems)
