"""``vanthu template``: the fields a Word form may read, and forms checked before anyone prints with them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from generator.service.checking.checked import FileCheck
    from generator.service.forms.making import MadeForm

_FORMATS = ("text", "json", "sarif")


@click.group(
    options_metavar="[TÙY CHỌN]",
    subcommand_metavar="LỆNH …",
    help="Mẫu Word của cơ quan: bắt đầu một mẫu, các trường dùng được, kiểm tra mẫu trước khi in.",
)
def command() -> None:
    """Holds the commands below."""


@command.command(
    "fields",
    options_metavar="[TÙY CHỌN]",
    help="Liệt kê mọi trường mà mẫu của LOẠI văn bản (ví dụ «kế hoạch», «phụ lục»), hoặc của các văn bản trong HỒ_SƠ, "
    "đọc được: tên, giải thích, loại, ví dụ, thẻ để chép vào mẫu.",
)
@click.argument("given", metavar="LOẠI|HỒ_SƠ")
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", help="Dạng kết quả.")
@click.option("--word", metavar="TỆP", type=click.Path(path_type=Path, dir_okay=False),
              help="Ghi thành tệp Word có bảng các trường, để mở cạnh mẫu mà chép thẻ.")  # fmt: skip
def fields(given: str, form: str, word: Path | None) -> None:
    """Print the fields, or write them into a Word file."""
    from generator.cli.console import say, styled
    from generator.service.forms.aiming import spoken
    from generator.service.forms.listing import field_lists, lines, write_word

    lists = field_lists(given)
    if word is not None:
        for kept in write_word(lists, word):
            click.echo(f"{word}: tệp cũ giữ lại ở {kept}", err=True)
        click.echo(f"Đã ghi {word}", err=True)
    elif form == "json":
        click.echo(json.dumps([one.as_data() for one in lists], ensure_ascii=False, indent=2))
    else:
        for one in lists:
            say(styled(f"Mẫu của {spoken(one.called)}: {len(one.entries)} trường", "bold"))
            for line in lines(one.entries):
                say(f"  {line}")


@command.command(
    "new",
    options_metavar="[TÙY CHỌN]",
    help="Ghi ra TỆP mẫu Word đúng thể thức của LOẠI văn bản, đủ thẻ, để mở bằng Word và sửa thành mẫu của cơ quan. "
    "Có --from thì làm mẫu từ một văn bản đã ban hành: giữ dáng vẻ, thay chữ bằng thẻ, kể những chỗ chưa chắc.",
)
@click.argument("given", metavar="LOẠI")
@click.argument("target", metavar="TỆP", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--from", "old", metavar="VĂN_BẢN", type=click.Path(path_type=Path, dir_okay=False),
              help="Tệp Word (.docx) của văn bản đã ban hành, cơ quan nào cũng được; tệp ấy giữ nguyên.")  # fmt: skip
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text",
              help="Dạng kết quả, khi có --from.")  # fmt: skip
def new(given: str, target: Path, old: Path | None, form: str) -> None:
    """Write a form to begin from, or one made of a document."""
    if old is not None:
        from generator.service.forms.making import form_from

        made = form_from(given, old, target)
        if form == "json":
            click.echo(json.dumps(made.as_data(), ensure_ascii=False, indent=2))
        else:
            _print_made(made)
        called = made.called
    else:
        from generator.service.forms.starting import new_form

        called = new_form(given, target)
    said = f"Đã ghi {target}: mẫu của {called}; sửa xong thì chạy: vanthu template check {target} --for «{called}»"
    click.echo(said, err=form == "json")


@command.command(
    "check",
    options_metavar="[TÙY CHỌN]",
    help="Kiểm tra mẫu Word TỆP (hoặc mọi mẫu trong thư mục): thẻ sai, trường không có, chữ sẽ mất, phần bắt buộc "
    "không in …, rồi in thử để biết từng giá trị đến được tệp Word và bản PDF. Có lỗi thì mã thoát là 6.",
)
@click.argument("files", metavar="TỆP…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--for", "meant", metavar="LOẠI|HỒ_SƠ", default="",
              help="Mẫu dùng cho loại văn bản này, hoặc cho các văn bản của hồ sơ; mặc định xem tên tệp.")  # fmt: skip
@click.option("--format", "form", type=click.Choice(_FORMATS), default="text", help="Dạng kết quả.")
@click.option("--annotate", metavar="THƯ_MỤC", type=click.Path(path_type=Path, file_okay=False),
              help="Ghi vào THƯ_MỤC bản sao có chú thích Word ở từng chỗ; mẫu gốc giữ nguyên.")  # fmt: skip
@click.option("--no-pdf", is_flag=True, help="Không in thử ra PDF: nhanh hơn.")
def check(files: tuple[Path, ...], meant: str, form: str, annotate: Path | None, no_pdf: bool) -> None:
    """Judge each form, telling it as it is done; the exit code says whether one has errors."""
    from generator.service.confining import confined_typst

    with confined_typst() as typst:
        from generator.service.checking.copies import Copies, check_targets
        from generator.service.forms.checking import FormOptions, check_forms, form_files

        found = form_files(files)
        copies = Copies(annotate) if annotate is not None else None
        if copies is not None:
            check_targets(found, copies.folders)
        done: list[FileCheck] = []
        for checked in check_forms(found, FormOptions(meant, pdf=not no_pdf), typst=typst):
            done.append(checked)
            if form == "text":
                _print(checked)
            for copy in copies.write(checked) if copies is not None else ():
                click.echo(f"{checked.file.name}: {copy.what}: {copy.target}", err=True)
    _tell(form, done)


def _print_made(made: MadeForm) -> None:
    """What is to be looked at, sort by sort."""
    from itertools import groupby

    from generator.cli.console import say, styled

    say(styled(f"Từ {made.old}:", "bold"))
    for said, notes in groupby(made.notes, key=lambda note: note.said):
        say(f"  {str(said).capitalize()}:")
        for note in notes:
            say(f"    - {note}")
    if not made.notes:
        say("  Mọi phần đã nhận ra chắc chắn, không còn chữ riêng của văn bản cũ.")


def _tell(form: str, done: list[FileCheck]) -> None:
    from generator.errors import ExitCode

    if form == "json":
        click.echo(json.dumps([checked.as_data() for checked in done], ensure_ascii=False, indent=2))
    elif form == "sarif":
        from generator.service.checking.reports import sarif_text

        click.echo(sarif_text(done))
    if any(checked.problems for checked in done):
        raise click.exceptions.Exit(int(ExitCode.CONVERSION))
    if any(checked.holds for checked in done):
        raise click.exceptions.Exit(int(ExitCode.FINDINGS))


def _print(checked: FileCheck) -> None:
    from generator.cli.console import say, styled
    from generator.cli.findings import print_findings, totals
    from generator.errors import Problem

    say(styled(str(checked.file), "bold"))
    for problem in checked.problems:
        say(styled("  [không đọc được] ", "bold red"), f"{problem}")
    if checked.judged_as:
        say(f"  Xét như: {Problem('', checked.judged_as).what}")
    print_findings(checked.findings)
    if not checked.problems:
        said = totals(checked.findings) if checked.findings else "không có gì phải sửa, in thử đủ mọi giá trị"
        say(f"{checked.file.name}: {said}")
