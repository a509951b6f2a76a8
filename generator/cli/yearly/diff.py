"""``vanthu diff``: what changed between two dossiers, or between a dossier and a Word file edited after it was made."""

from __future__ import annotations

import json
from pathlib import Path

import click


@click.command(
    options_metavar="[TÙY CHỌN]",
    help="So hai hồ sơ, hoặc hồ sơ với tệp Word đã sửa sau khi tạo: mục tiêu, công việc, Điều, giá trị nào đổi.",
)
@click.argument("first", metavar="A", type=click.Path(path_type=Path, exists=True))
@click.argument("second", metavar="B", type=click.Path(path_type=Path, exists=True))
@click.option("--format", "form", type=click.Choice(["table", "json", "html"]), default="table",
              help="Cách in ra màn hình; mặc định table.")  # fmt: skip
@click.option("--word", metavar="TỆP.docx", type=click.Path(path_type=Path, dir_okay=False),
              help="Ghi thêm tệp Word có các thay đổi dạng theo dõi (Track Changes).")  # fmt: skip
@click.option("--only", "document", metavar="TÊN", default="", help="Chỉ văn bản này của hồ sơ.")
@click.option("--take-back", is_flag=True, help="Ghi những chỗ chắc chắn của tệp Word vào hồ sơ; giữ ghi chú.")
def command(first: Path, second: Path, form: str, word: Path | None, document: str, take_back: bool) -> None:
    """Compare, print, write what was asked for."""
    from generator.cli.console import print_table, say
    from generator.errors import Problem, UsageError
    from generator.service.yearly.differing import differences, page, write_tracked
    from generator.service.yearly.differing import take_back as written_back

    found = differences(first, second, document=document)
    if take_back and found.drift is None:
        raise UsageError(Problem("--take-back", "chỉ dùng khi so hồ sơ với tệp Word", "bỏ --take-back"))
    if form == "json":
        data = {"ghi_chu": list(found.notes), "thay_doi": [one.as_data() for one in found.changes]}
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
    elif form == "html":
        click.echo(page(f"{first} → {second}", found.notes, found.changes), nl=False)
    else:
        for note in found.notes:
            say(note)
        if found.changes:
            rows = [
                (
                    one.kind,
                    "\n".join(filter(None, (one.place, one.second or one.first))),
                    one.before,
                    one.after,
                    one.note,
                )
                for one in found.changes
            ]
            heads = ("Việc", "Nơi", "Trước", "Sau", "Ghi chú")
            print_table(f"{len(found.changes)} chỗ khác", heads, rows, right=())
        elif not found.notes:
            say("Hai hồ sơ như nhau.")
    if word is not None:
        files = write_tracked(found, word, document=document)
        for file in files:
            say(f"Đã ghi {file}", err=True)
        if not files:
            say("Không văn bản nào in ra khác nhau: không ghi tệp Word.", err=True)
    if take_back and found.drift is not None:
        dossier = second if first.is_file() and first.suffix.lower() in (".docx", ".docm") else first
        taken = written_back(dossier, found.drift)
        left = differences(first, second, document=found.drift.document).changes if taken else found.changes
        say(f"Đã ghi {len(taken)} chỗ vào {dossier}; còn {len(left)} chỗ khác tệp Word, tự sửa.", err=True)
