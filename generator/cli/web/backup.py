"""``vanthu backup``: the whole of the office's data in one file."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.cli.web.places import opened, places


@click.command(
    options_metavar="[TÙY CHỌN]",
    help="Sao lưu toàn bộ dữ liệu của trang làm việc vào một TỆP; trang vẫn chạy trong lúc sao lưu.",
)
@click.argument("file", metavar="TỆP", type=click.Path(path_type=Path, dir_okay=False))
@places
@click.option("--replace", is_flag=True, help="Ghi đè bản sao lưu cùng tên.")
def command(file: Path, folder: Path, database: str | None, replace: bool) -> None:
    """Back the store up, and tell what is in the file."""
    from generator.errors import ExitCode, Problem, UsageError

    if file.exists() and not replace:
        raise UsageError(Problem(str(file), "đã có tệp cùng tên", "đổi tên, hoặc thêm --replace"))
    store = opened(folder, database, there=True)
    from generator.store.backup import back_up

    try:
        kept = back_up(store, file)
    finally:
        store.close()
    click.echo(f"{file}: {kept.rows} dòng dữ liệu, {kept.files} tệp")
    for sha in kept.damaged:
        click.echo(f"Tệp hỏng trong kho, không sao lưu được: {sha}", err=True)
    if kept.damaged:
        sys.exit(ExitCode.FINDINGS)
