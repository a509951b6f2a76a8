"""``vanthu check``: any Word file held against the decree, its legal bases and its wording."""

from __future__ import annotations

import json
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from generator.errors import Problem
    from generator.findings import Finding
    from generator.law.form.profiles import Issuer
    from generator.service.checking.checked import CheckOptions, FileCheck
    from generator.service.checking.copies import Copy
    from generator.service.checking.reports import Typst

_Word = TypeVar("_Word")
_FORMATS = ("table", "json", "html", "sarif")
_ISSUERS = ("ubnd", "chuyen-mon", "dang", "doan-the", "khac")


def _day(_context: click.Context, _parameter: click.Parameter, value: str | None) -> date | None:
    from generator.cli.bases import given_day

    return None if value is None else given_day(value, "--on")


@click.command(
    options_metavar="[TÙY CHỌN]",
    help="Kiểm tra TỆP Word (.docx), hoặc mọi tệp Word của một thư mục, theo Nghị định 30/2020/NĐ-CP: thể thức, "
    "căn cứ, lời văn. Tệp gốc không bị ghi lại. Có lỗi thì mã thoát là 6.",
)
@click.argument("files", metavar="TỆP…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(_FORMATS), default="table",
              help="Dạng kết quả: table (mặc định), html (ảnh từng trang có đánh dấu), json hoặc sarif.")  # fmt: skip
@click.option("-o", "--output", metavar="NƠI", type=click.Path(path_type=Path),
              help="json, sarif: ghi vào tệp này thay vì in ra; html: thư mục ghi các trang, mặc định cạnh từng "
              "tệp.")  # fmt: skip
@click.option("--issuer", type=click.Choice(_ISSUERS),
              help="Ai ban hành: ubnd, chuyen-mon, dang, doan-the, khac; mặc định đọc từ tệp.")  # fmt: skip
@click.option("--electronic/--paper", default=None, help="Xét như văn bản điện tử (ký số) hay văn bản giấy; mặc định "
              "đọc từ tệp.")  # fmt: skip
@click.option("--draft/--final", default=None, help="Xét như bản dự thảo (chưa cần số, ngày) hay bản chính thức; mặc "
              "định: số hoặc ngày để trống là dự thảo.")  # fmt: skip
@click.option("--on", "day", metavar="NGÀY", callback=_day, help="Xét hiệu lực căn cứ vào ngày này; mặc định ngày ghi "
              "trên văn bản.")  # fmt: skip
@click.option("--registry", metavar="TỆP", type=click.Path(path_type=Path, dir_okay=False),
              help="Tệp can-cu.yaml dùng chung của cơ quan, xét trước danh mục có sẵn.")  # fmt: skip
@click.option("--annotate", metavar="THƯ_MỤC", type=click.Path(path_type=Path, file_okay=False),
              help="Ghi vào THƯ_MỤC bản sao có chú thích Word ở từng chỗ; tệp gốc giữ nguyên.")  # fmt: skip
@click.option("--fix", "fixed", metavar="THƯ_MỤC", type=click.Path(path_type=Path, file_okay=False),
              help="Ghi vào THƯ_MỤC bản sao đã sửa những chỗ sửa được an toàn, có theo dõi thay đổi (Track "
              "Changes) để người ký duyệt từng chỗ.")  # fmt: skip
@click.option("--fix-plain", is_flag=True, help="Cùng --fix: sửa thẳng, không theo dõi thay đổi.")
@click.option("--no-pages", is_flag=True, help="Không dàn trang để biết số trang: nhanh hơn.")
@click.option("--accept", "accepted", metavar="MÃ", multiple=True,
              help="Chấp nhận nhận xét của quy tắc này trong TỆP, ghi vào tệp .chap-nhan.yaml bên cạnh; cần --reason, "
              "--by. Ghi được nhiều lần.")  # fmt: skip
@click.option("--place", metavar="NƠI", default="", help="Cùng --accept: chỉ nhận xét ở nơi này, như in trong kết quả.")
@click.option("--reason", metavar="LÝ_DO", default="", help="Cùng --accept: vì sao chấp nhận.")
@click.option("--by", metavar="NGƯỜI", default="", help="Cùng --accept: ai chấp nhận.")
def command(
    files: tuple[Path, ...],
    form: str,
    output: Path | None,
    issuer: Issuer | None,
    electronic: bool | None,
    draft: bool | None,
    day: date | None,
    registry: Path | None,
    annotate: Path | None,
    fixed: Path | None,
    fix_plain: bool,
    no_pages: bool,
    accepted: tuple[str, ...],
    place: str,
    reason: str,
    by: str,
) -> None:
    """Judge each file, telling it as it is done; the exit code says whether one must not go out."""
    from generator.service.confining import confined_typst

    with confined_typst() as typst:  # begun before what follows is imported, to be ready when that is
        from generator.errors import Problem, UsageError
        from generator.law.form.profiles import Asked
        from generator.service.checking.checked import CheckOptions
        from generator.service.checking.many import check_files
        from generator.service.files import folders_left, word_files

        for left in folders_left(files):
            click.echo(str(left), err=True)
        files = tuple(word_files(files))
        asked = Asked(issuer, _one_of(electronic, "dien-tu", "giay"), _one_of(draft, "du-thao", "chinh-thuc"))
        options = CheckOptions(asked, day, registry, pages=not no_pages)
        if fix_plain and fixed is None:
            raise UsageError(Problem("--fix-plain", "chưa nói ghi bản sửa vào đâu", "thêm --fix THƯ_MỤC"))
        if output is not None and form == "table":
            raise UsageError(Problem("-o", "bảng kết quả chỉ in ra màn hình", "thêm --format html, json hoặc sarif"))
        if form == "html":
            from generator.service.checking.reports import check_page_targets

            check_page_targets(files, output)
        elif output is not None and any(output.resolve() == file.resolve() for file in files):
            raise UsageError(Problem(str(output), "sẽ ghi đè lên tệp đang kiểm tra", "chọn tên khác"))
        if accepted or place or reason or by:
            _accept(files, options, accepted, place, reason, by)
        copies = None
        if annotate is not None or fixed is not None:
            from generator.service.checking.copies import (  # here, with reports: most checks need neither
                Copies,
                check_targets,
            )

            copies = Copies(annotate, fixed, not fix_plain, options)
            check_targets(files, copies.folders)
        done: list[FileCheck] = []
        written: list[list[Copy]] = []
        problems: list[Problem] = []
        with closing(check_files(files, options, typst=typst)) as found:
            for checked in found:
                done.append(checked)
                if form in ("table", "html"):
                    _print(checked, brief=form == "html")
                written.append([])
                try:
                    if form == "html" and not checked.problems:
                        _write_page(checked, output, pages=not no_pages, typst=typst)
                    for copy in copies.write(checked) if copies is not None else ():
                        written[-1].append(copy)
                        _print_copy(checked, copy)
                except UsageError as error:
                    problems += error.problems
    text = _as_text(form, done, written)
    if text and output is None:
        click.echo(text)
    elif text and output is not None:
        from generator.service.checking.reports import write_text

        for kept in write_text(output, text):
            click.echo(f"{output}: tệp cũ giữ lại ở {kept}", err=True)
    if problems:
        raise UsageError(problems)
    _leave(done)


def _one_of(chosen: bool | None, this: _Word, that: _Word) -> _Word | None:
    """What an option and its opposite say, if either was given."""
    return None if chosen is None else this if chosen else that


def _accept(
    files: tuple[Path, ...], options: CheckOptions, rules: tuple[str, ...], place: str, reason: str, by: str
) -> None:
    """Write down that findings of the one file are let stand; all that is missing for it is told at once."""
    from generator.errors import Problem, UsageError
    from generator.service.checking.accepting import Acceptable, accept_findings

    missing = []
    if not rules:
        missing.append(
            Problem("--accept", "chưa nói chấp nhận quy tắc nào", "thêm --accept MÃ, mã in trong ngoặc vuông")
        )
    if not reason.strip():
        missing.append(Problem("--reason", "chấp nhận một nhận xét phải có lý do", "thêm --reason «lý do»"))
    if not by.strip():
        missing.append(Problem("--by", "chưa nói ai chấp nhận", "thêm --by «họ tên, chức vụ»"))
    if len(files) > 1:
        missing.append(Problem("--accept", "chỉ chấp nhận được cho một tệp mỗi lần", "chạy riêng từng tệp"))
    if missing:
        raise UsageError(missing)
    wanted = Acceptable(rules, place.strip(), reason.strip(), by.strip())
    target = accept_findings(files[0], wanted, replace(options, pages=False))
    click.echo(f"Đã ghi vào {target}", err=True)


def _as_text(form: str, done: list[FileCheck], written: list[list[Copy]]) -> str:
    """The checks for a program; empty for forms that were told file by file."""
    if form == "sarif":
        from generator.service.checking.reports import sarif_text

        return sarif_text(done)
    if form != "json":
        return ""
    data = [
        checked.as_data() | ({"ban_sao": [copy.as_data() for copy in copies]} if copies else {})
        for checked, copies in zip(done, written, strict=True)
    ]
    return json.dumps(data, ensure_ascii=False, indent=2)


def _write_page(checked: FileCheck, folder: Path | None, *, pages: bool, typst: Typst | None) -> None:
    from generator.cli.console import say
    from generator.service.checking.reports import write_page

    target, kept = write_page(checked, folder, pages=pages, typst=typst)
    say(f"  trang kết quả: {target}")
    for one in kept:
        say(f"  trang lần trước đã có người sửa, giữ lại ở {one}", err=True)


def _print_copy(checked: FileCheck, copy: Copy) -> None:
    """Where a copy is and what was put right in it, on standard error: the findings may be read by a program."""
    from generator.cli.console import say, styled
    from generator.cli.findings import totals

    say(styled(f"{checked.file.name}: {copy.what}: {copy.target}", "bold"), err=True)
    for kept in copy.kept:
        say(f"  bản sao lần trước đã có người sửa, giữ lại ở {kept}", err=True)
    if copy.fixed is None:
        return
    for finding in copy.fixed.made:
        say(styled("  [đã sửa] ", "green"), _brief(finding), err=True)
    for finding, why in copy.fixed.left:
        say(styled("  [chưa sửa] ", "yellow"), f"{_brief(finding)} – {why}", err=True)
    for finding in copy.fixed.arisen:
        say(styled("  [mới có sau khi sửa] ", "yellow"), _brief(finding), err=True)
    if not copy.fixed.made:
        say("  không có chỗ nào sửa tự động được", err=True)
    say(f"  bản sửa còn: {totals(copy.fixed.remaining)}", err=True)


def _brief(finding: Finding) -> str:
    from generator.errors import Problem

    return f"{Problem(finding.place, finding.what, finding.fix)} [{finding.rule}]"


def _print(checked: FileCheck, *, brief: bool) -> None:
    """The findings of one file page by page, what could not be judged, and the sum; ``brief`` leaves out the list."""
    from generator.cli.console import say, styled
    from generator.cli.findings import print_pages, totals
    from generator.errors import Problem
    from generator.findings import by_reason

    say(styled(str(checked.file), "bold"))
    for problem in checked.problems:
        say(styled("  [không đọc được] ", "bold red"), f"{problem}")
    if checked.judged_as:
        say(f"  Xét như: {Problem('', checked.judged_as).what}")
    for note in checked.notes:
        say(styled("  Lưu ý: ", "cyan"), f"{note}")
    shown = [finding for finding in checked.findings if finding.level and not brief]
    print_pages(shown)
    if checked.unjudged and not brief:
        say(styled(" Chưa kiểm được", "bold"))
        for reason in by_reason(checked.unjudged):
            say(f"  {Problem('', reason.briefly).what}")
    if not checked.problems:
        unjudged = f", {len(checked.unjudged)} điều chưa kiểm được" if checked.unjudged else ""
        let_stand = sum(bool(one.accepted) and one.level > 0 for one in checked.findings)
        accepted = f", {let_stand} nhận xét đã chấp nhận hoặc bỏ qua" if let_stand else ""
        say(f"{checked.file.name}: {totals(checked.findings)}{accepted}{unjudged}")


def _leave(done: list[FileCheck]) -> None:
    from generator.errors import ExitCode

    if any(checked.problems for checked in done):
        raise click.exceptions.Exit(int(ExitCode.CONVERSION))
    if any(checked.holds for checked in done):
        raise click.exceptions.Exit(int(ExitCode.FINDINGS))
