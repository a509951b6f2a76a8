"""``vanthu pdf``: any DOCX as a PDF."""

from __future__ import annotations

from pathlib import Path

import click

from generator.choices import ENGINES, Engine


@click.command(options_metavar="[TÙY CHỌN]", help="Chuyển các TỆP Word (.docx) sang PDF/A.")
@click.argument("files", metavar="TỆP…", nargs=-1, required=True, type=click.Path(path_type=Path, dir_okay=False))
@click.option("-o", "--output", metavar="THƯ_MỤC", type=click.Path(path_type=Path, file_okay=False),
              help="Nơi ghi; mặc định cạnh tệp Word.")  # fmt: skip
@click.option("--engine", type=click.Choice(ENGINES), default="typst",
              help="Bộ tạo PDF; mặc định typst (có sẵn).")  # fmt: skip
def command(files: tuple[Path, ...], output: Path | None, engine: Engine) -> None:
    """Convert each file; those that cannot be are named at the end, the others are written."""
    from generator.errors import ConversionError, Problem, reason_of
    from generator.output import write_bytes
    from generator.pdf import convert

    problems: list[Problem] = []
    for file in files:
        try:
            result = convert(file.read_bytes(), engine=engine)
        except OSError as error:
            problems.append(Problem(str(file), f"không đọc được: {reason_of(error)}", "kiểm tra đường dẫn"))
            continue
        except ConversionError as error:
            problems += [Problem(f"{file}, {p.place}" if p.place else str(file), p.what, p.fix) for p in error.problems]
            continue
        target = (output or file.parent) / f"{file.stem}.pdf"
        write_bytes({target: result.pdf})
        fonts = ", ".join(result.fonts_embedded)
        click.echo(f"{target}: {result.pages} trang, phông {fonts}")
    if problems:
        raise ConversionError(problems)
