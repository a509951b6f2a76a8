"""``vanthu defects``: the example documents with one known fault each, to measure checkers by."""

from __future__ import annotations

from pathlib import Path

import click


@click.command(
    options_metavar="[TÙY CHỌN]",
    help="Ghi vào THƯ_MỤC mới các văn bản ví dụ, mỗi bản có đúng một lỗi biết trước, kèm đáp án truth.json.",
)
@click.argument("folder", metavar="THƯ_MỤC", type=click.Path(path_type=Path))
@click.option("--rule", "rules", metavar="MÃ", multiple=True, help="Chỉ lỗi của quy tắc này; dùng được nhiều lần.")
def command(folder: Path, rules: tuple[str, ...]) -> None:
    """Write the set, telling rule by rule how many files there are."""
    from generator.service.seeding import write_defects

    total = 0
    for sown in write_defects(folder, rules):
        total += sown.files
        click.echo(f"{sown.rule}: {sown.files} văn bản có lỗi")
    click.echo(f"{folder}: {total} văn bản có lỗi, đáp án ở truth.json, cách dùng ở README.txt")
