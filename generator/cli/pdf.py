"""``vanthu pdf``: any DOCX as a PDF, or as pictures of its pages."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import click

from generator.choices import ENGINES, Engine

WORD_LINES = click.option(
    "--word-lines",
    is_flag=True,
    help="Ngắt dòng đoạn căn đều như Word 2013 trở lên (thu hẹp dấu cách để thêm một từ); mặc định như LibreOffice 7.",
)
"""The option of every command that makes a PDF."""


@click.command(
    options_metavar="[TÙY CHỌN]",
    help="Chuyển các TỆP Word (.docx), hoặc mọi tệp Word của một thư mục, sang PDF/A hoặc thành ảnh từng trang.",
)
@click.argument("files", metavar="TỆP…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("-o", "--output", metavar="THƯ_MỤC", type=click.Path(path_type=Path, file_okay=False),
              help="Nơi ghi; mặc định cạnh tệp Word.")  # fmt: skip
@click.option("--engine", type=click.Choice(ENGINES), default="auto",
              help="Bộ tạo PDF; mặc định auto: typst (có sẵn), chỗ nào typst chưa vẽ được thì dùng LibreOffice nếu máy "
              "có.")  # fmt: skip
@click.option("--png", is_flag=True, help="Ghi ảnh từng trang (TỆP-1.png, TỆP-2.png …) thay cho PDF; luôn dùng typst.")
@click.option("--dpi", type=click.IntRange(18, 600), default=144, show_default=True, metavar="SỐ",
              help="Độ phân giải của ảnh.")  # fmt: skip
@WORD_LINES
def command(
    files: tuple[Path, ...], output: Path | None, engine: Engine, png: bool, dpi: int, word_lines: bool
) -> None:
    """Convert each file, telling it as it is done; those that cannot be are named at the end."""
    from generator.service.confining import confined_typst

    with confined_typst(engine, png=png) as typst:  # begun before what follows is imported, to be ready when that is
        from generator.cli.report import print_conversion, print_kept
        from generator.service.converting import convert_files
        from generator.service.files import folders_left, word_files

        for note in folders_left(files):
            click.echo(str(note), err=True)
        files = tuple(word_files(files))
        made = convert_files(files, output, engine=engine, png=png, dpi=dpi, typst=typst, word_lines=word_lines)
        with closing(made):  # Ctrl-C ends its processes before anything else
            for done in made:
                print_kept(done.kept)
                for left in done.left:
                    click.echo(f"Ảnh trang cũ không do vanthu ghi hoặc đã sửa, được để nguyên: {left}", err=True)
                if done.pdf is not None:
                    print_conversion(done.target, done.pdf)
                else:
                    last = f" … {done.target.stem.removesuffix('-1')}-{done.pages}.png" if done.pages > 1 else ""
                    click.echo(f"{done.target}{last}: {done.pages} trang")
