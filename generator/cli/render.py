"""``vanthu render``: a dossier's documents as DOCX and PDF."""

from __future__ import annotations

from pathlib import Path

import click

from generator.choices import ENGINES, FORMATS, Engine, Format
from generator.cli.pdf import WORD_LINES
from generator.errors import Problem, UsageError


def _formats(_context: click.Context, _parameter: click.Parameter, value: str) -> tuple[Format, ...]:
    asked = [part.strip().lower() for part in value.split(",") if part.strip()]
    unknown = [part for part in asked if part not in FORMATS]
    if unknown or not asked:
        named = ", ".join(unknown) or "(trống)"
        raise UsageError(Problem("--format", f"không có định dạng {named}", "chỉ nhận docx, pdf hoặc docx,pdf"))
    return tuple(known for known in FORMATS if known in asked)


@click.command(
    options_metavar="[TÙY CHỌN]", help="Tạo văn bản của HỒ_SƠ (thư mục, bảng tính Excel hoặc tệp JSON): DOCX và PDF."
)
@click.argument("dossier", metavar="HỒ_SƠ", type=click.Path(path_type=Path))
@click.option("-o", "--output", metavar="THƯ_MỤC", type=click.Path(path_type=Path, file_okay=False),
              help="Nơi ghi kết quả; mặc định output/<tên hồ sơ>.")  # fmt: skip
@click.option("--only", metavar="TÊN", multiple=True, help="Chỉ tạo văn bản này; ghi được nhiều lần.")
@click.option("--format", "formats", metavar="docx,pdf", default="docx,pdf", callback=_formats,
              help="Định dạng cần tạo; mặc định docx,pdf.")  # fmt: skip
@click.option("--engine", type=click.Choice(ENGINES), default="typst",
              help="Bộ tạo PDF; mặc định typst (có sẵn); auto: LibreOffice cho chỗ typst chưa vẽ được.")  # fmt: skip
@click.option("--templates", metavar="THƯ_MỤC", type=click.Path(path_type=Path),
              help="Thư mục mẫu Word riêng của cơ quan.")  # fmt: skip
@click.option("--attach", is_flag=True,
              help="Đính kèm vào PDF tệp Word và toàn bộ hồ sơ (JSON, cả phần không in ra); thành PDF/A-3a."
              )  # fmt: skip
@click.option("--force", is_flag=True,
              help="Vẫn tạo văn bản đã có số, ngày mà còn lỗi; lỗi được ghi vào thuộc tính của tệp."
              )  # fmt: skip
@click.option("--trace", is_flag=True,
              help="Ghi kèm mỗi báo cáo một bảng tính (.so-lieu.xlsx): từng số in ra, nơi in, công thức, nguồn."
              )  # fmt: skip
@click.option("--no-check", is_flag=True, help="Không kiểm tra lại thể thức của tệp Word vừa tạo: nhanh hơn.")
@WORD_LINES
def command(
    dossier: Path,
    output: Path | None,
    only: tuple[str, ...],
    formats: tuple[Format, ...],
    engine: Engine,
    templates: Path | None,
    attach: bool,
    trace: bool,
    force: bool,
    no_check: bool,
    word_lines: bool,
) -> None:
    """Open, review, issue, write; what was found is said first, what the files themselves show of form last."""
    from generator.cli.findings import print_review
    from generator.cli.report import print_kept, print_results
    from generator.service import issue, open_dossier, review, write_files

    judged = review(open_dossier(dossier, only=only), only=only)
    print_review(judged)
    documents = issue(
        judged,
        force=force,
        formats=formats,
        engine=engine,
        templates=templates,
        attach=attach,
        trace=trace,
        word_lines=word_lines,
        keep_layouts=not no_check,
    )
    folder = output or Path("output") / dossier.resolve().stem
    print_kept(write_files(documents, folder))
    print_results(((document.name, document) for document in documents), folder)
    if not no_check:
        from generator.cli.report import print_form
        from generator.service.checking.issued import (
            check_issued,  # here: the files are there before its rules are imported
        )

        print_form(check_issued(documents, judged, folder))
