"""``vanthu schema``: the JSON Schema of a dossier, for editors that complete from it."""

from __future__ import annotations

import click


@click.command(
    options_metavar="[TÙY CHỌN]",
    help="In JSON Schema của hồ sơ (tiêu đề, giải thích tiếng Việt) để trình soạn thảo gợi ý khi điền.",
)
def command() -> None:
    """Print the schema."""
    import json

    from generator.dossier.schema import dossier_schema

    click.echo(json.dumps(dossier_schema(), ensure_ascii=False, indent=2))
