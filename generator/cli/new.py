"""``vanthu new``: a dossier to fill in, valid as it stands."""

from __future__ import annotations

from pathlib import Path

import click


@click.command(options_metavar="[TÙY CHỌN]", help="Tạo trong THƯ_MỤC một hồ sơ có chú thích để điền; dùng được ngay.")
@click.argument("folder", metavar="THƯ_MỤC", type=click.Path(path_type=Path))
@click.option("--from", "example", metavar="VÍ_DỤ", help="Chép từ một hồ sơ ví dụ, ví dụ thuong-lo-2024.")
def command(folder: Path, example: str | None) -> None:
    """Copy the starter dossier, or an example, into a new folder."""
    from generator.service.starting import new_dossier

    new_dossier(folder, example)
    click.echo(f"Đã tạo hồ sơ trong {folder}. Điền các tệp .yaml rồi chạy: vanthu render {folder}")
