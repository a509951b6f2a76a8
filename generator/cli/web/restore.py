"""``vanthu restore``: the office's data brought back from a backup."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.web.places import opened, places


@click.command(
    options_metavar="[TÙY CHỌN]",
    help="Phục hồi dữ liệu từ TỆP sao lưu vào thư mục --data (và cơ sở dữ liệu --database) còn trống: đủ tất cả hoặc "
    "không gì cả.",
)
@click.argument("file", metavar="TỆP", type=click.Path(path_type=Path, dir_okay=False))
@places
def command(file: Path, folder: Path, database: str | None) -> None:
    """Restore the backup, and tell what was brought back."""
    from generator.errors import Problem, UsageError

    if not file.is_file():
        raise UsageError(Problem(str(file), "không có tệp này", "kiểm tra lại đường dẫn"))
    store = opened(folder, database, there=False)
    from generator.store.backup import restore

    try:
        kept = restore(store, file)
    finally:
        store.close()
    click.echo(f"{folder}: đã phục hồi {kept.rows} dòng dữ liệu, {kept.files} tệp")
    for sha in kept.damaged:
        click.echo(f"Tệp đã hỏng từ trước khi sao lưu: {sha}", err=True)
