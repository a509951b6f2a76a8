"""``vanthu read``: issued Word files read back into a dossier."""

from __future__ import annotations

import json
from pathlib import Path

import click

_SHOWN = 60  # characters of a value in the table


@click.command(
    options_metavar="[TÙY CHỌN]",
    help="Đọc lại văn bản đã ban hành (.docx; phụ lục ở tệp riêng ghi sau văn bản chính) thành một hồ sơ: cơ quan, "
    "người ký, căn cứ, điều khoản, mục tiêu, kế hoạch, nơi nhận. Mỗi giá trị kèm nơi đọc được và mức chắc chắn. Hồ "
    "sơ còn chỗ phải điền, hay văn bản có thứ hồ sơ không giữ được (hình, chú thích …), thì mã thoát là 3.",
)
@click.argument("files", metavar="TỆP…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("-o", "--output", metavar="HỒ_SƠ", type=click.Path(path_type=Path),
              help="Thư mục hồ sơ mới; hồ sơ đã có của tệp thì chỗ người đã sửa trên tệp được ghi vào đó.")  # fmt: skip
@click.option("--format", "form", type=click.Choice(("table", "json")), default="table",
              help="Dạng kết quả in ra: table (mặc định) hoặc json.")  # fmt: skip
@click.option("--full", is_flag=True, help="In mọi giá trị, kể cả nội dung đã đọc chắc chắn.")
def command(files: tuple[Path, ...], output: Path | None, form: str, full: bool) -> None:
    """Read the files, write the folder, tell what was read from where; the exit code says if something is wanting."""
    from generator.errors import ExitCode, Problem, UsageError
    from generator.service.yearly.reading import read_back, write_back
    from generator.service.yearly.returning import is_dossier

    if output is None and form == "table":
        raise UsageError(Problem("-o", "chưa nói ghi hồ sơ vào đâu", "thêm -o HỒ_SƠ, ví dụ: -o ho-so-2026"))
    if output is not None and is_dossier(output):
        _return(output, files, form)
        return
    found = read_back(files)
    written = write_back(found, output) if output is not None else []
    if form == "json":
        click.echo(json.dumps(found.as_data(), ensure_ascii=False, indent=2))
    else:
        _print(found, full)
    if output is not None:
        click.echo(
            f"Đã ghi {len(written)} tệp vào {output}; đối chiếu từng giá trị ở {output / 'doc-lai.md'}", err=True
        )
    for problem in [] if found.wanting else found.problems:
        click.echo(f"Cần sửa: {problem}", err=True)
    for one in found.unheld:
        click.echo(f"Không đưa được vào hồ sơ: {one}", err=True)
    for one in found.wanting:
        click.echo(f"Cần điền: {one}", err=True)
    if found.wanting or found.problems or found.unheld:
        raise click.exceptions.Exit(int(ExitCode.DATA))


def _return(dossier: Path, files: tuple[Path, ...], form: str) -> None:
    """Take the edits of the files into the dossier they were made of; exit 3 where a person has to look at some."""
    from generator.cli.console import print_table, say
    from generator.errors import ExitCode
    from generator.service.yearly.returning import returned

    done = returned(dossier, files)
    if form == "json":
        click.echo(json.dumps([one.as_data() for one in done], ensure_ascii=False, indent=2))
    for one in done if form != "json" else ():
        for name, rows in (("Đã ghi vào hồ sơ", one.written), ("Còn khác, tự xem", one.left)):
            if rows:
                cells = [(row.kind, "\n".join(filter(None, (row.place, row.first))), row.before, row.after, row.note)
                         for row in rows]  # fmt: skip
                print_table(f"{one.file}: {name}", ("Việc", "Nơi", "Trước", "Sau", "Ghi chú"), cells, right=())
        if not one.written and not one.left:
            say(f"{one.file} nói đúng như hồ sơ.")
    for one in done:
        if one.untouched and one.left:
            click.echo(f"{one.file}: còn nguyên như lúc tạo, hồ sơ đã đổi sau đó; không ghi. Tạo lại tệp.", err=True)
        elif one.stale:
            fields = ", ".join(one.stale).lower()
            click.echo(
                f"{one.file}: hồ sơ cũng đã đổi từ khi tạo tệp ({fields}); không ghi, tự chọn từng chỗ.", err=True
            )
        else:
            count = f"đã ghi {len(one.written)} chỗ vào {dossier}, còn {len(one.left)} chỗ tự xem"
            click.echo(f"{one.file} ({one.document}): {count}", err=True)
    if any(one.left for one in done):
        raise click.exceptions.Exit(int(ExitCode.DATA))


def _print(found: object, full: bool) -> None:
    from generator.cli.console import print_table, say
    from generator.service.yearly.reading import ReadBack

    assert isinstance(found, ReadBack)
    rows = found.rows
    for file in dict.fromkeys(row.file for row in rows):
        own = [row for row in rows if row.file == file]
        shown = [row for row in own if full or not row.is_sure or not _is_text(row.target)]
        table = [(row.target, row.title, _short(row.value), row.place, row.sure) for row in shown]
        print_table(file, ("Trong hồ sơ", "Trường", "Giá trị", "Nơi đọc", "Mức"), table, right=())
        left = len(own) - len(shown)
        if left:
            say(f"và {left} giá trị đã đọc chắc chắn trong nội dung, mục tiêu, kế hoạch (--full in đủ)")


def _is_text(target: str) -> bool:
    return "noi_dung" in target or target.startswith(("muc-tieu", "ke-hoach"))


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
