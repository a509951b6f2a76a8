"""``vanthu new``: a dossier to fill in, valid as it stands."""

from __future__ import annotations

from pathlib import Path

import click


@click.command(options_metavar="[TÙY CHỌN]", help="Tạo trong THƯ_MỤC một hồ sơ có chú thích để điền; dùng được ngay.")
@click.argument("folder", metavar="THƯ_MỤC", type=click.Path(path_type=Path))
@click.option("--from", "example", metavar="VÍ_DỤ", help="Chép từ một hồ sơ ví dụ, ví dụ thuong-lo-2024.")
def command(folder: Path, example: str | None) -> None:
    """Copy the starter dossier, or an example, into a new folder."""
    from generator.errors import Problem, UsageError
    from generator.output import mend, write_new
    from generator.resources import STARTER, example_folders

    examples = {path.name: path for path in example_folders()}
    if example is not None and example not in examples:
        listed = ", ".join(examples)
        raise UsageError(Problem("--from", f"không có hồ sơ ví dụ «{example}»", f"đang có: {listed}"))
    mend(folder)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(Problem(str(folder), "đã có và không trống", "chọn tên thư mục khác"))
    source = examples[example] if example else STARTER
    files = [path for path in sorted(source.rglob("*")) if path.is_file() and path.name != "NGUON.md"]
    write_new({folder / path.relative_to(source): path.read_bytes() for path in files})
    click.echo(f"Đã tạo hồ sơ trong {folder}. Điền các tệp .yaml rồi chạy: vanthu render {folder}")
