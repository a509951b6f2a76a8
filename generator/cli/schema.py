"""``vanthu schema``: the JSON Schema of a dossier, for editors that complete from it."""

from __future__ import annotations

import click

FILES = ("ho-so", "co-quan", "muc-tieu", "ke-hoach", "ket-qua", "can-cu", "van-ban")


@click.command(
    options_metavar="[TÙY CHỌN]",
    help="In JSON Schema của hồ sơ (tên, giải thích tiếng Việt) để trình soạn thảo gợi ý khi điền.",
)
@click.option("--file", type=click.Choice(FILES), help="Chỉ in phần của một tệp trong thư mục hồ sơ.")
def command(file: str | None) -> None:
    """Print the schema of a whole dossier, or of one of its files."""
    import json

    from generator.service.opening import dossier_schema

    click.echo(json.dumps(dossier_schema(file), ensure_ascii=False, indent=2))
