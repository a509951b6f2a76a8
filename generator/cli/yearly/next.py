"""``vanthu next``: the next year's dossier begun from this year's."""

from __future__ import annotations

from pathlib import Path

import click


@click.command(
    options_metavar="[TÙY CHỌN]",
    help="Lập hồ sơ năm sau từ HỒ_SƠ (thư mục, bảng tính Excel hoặc tệp JSON): dời năm, xóa số và ngày ký, cập nhật "
    "căn cứ; mọi thay đổi ghi ở một trang để đọc, in và đánh dấu.",
)
@click.argument("dossier", metavar="HỒ_SƠ", type=click.Path(path_type=Path))
@click.option("-o", "--output", metavar="NƠI_GHI", required=True, type=click.Path(path_type=Path),
              help="Thư mục mới, hoặc bảng tính mới khi tên có đuôi .xlsx.")  # fmt: skip
@click.option("--year", metavar="NĂM", type=int, help="Năm mới; mặc định năm sau của hồ sơ.")
def command(dossier: Path, output: Path, year: int | None) -> None:
    """Write the new dossier; say what a person must decide, and where the whole list is."""
    from generator.cli.console import say, styled
    from generator.cli.findings import print_notes
    from generator.service.yearly.next_year import Verdict, begin_year

    begun = begin_year(dossier, output, year)
    print_notes(begun.notes)
    say(f"Đã lập hồ sơ năm {begun.year}: {begun.target}")
    for verdict in (Verdict.MOVED, Verdict.ASKED, Verdict.KEPT):
        say(f"  {verdict.value}: {begun.count(verdict)}")
    asked = [row for row in begun.rows if row.verdict is Verdict.ASKED]
    if asked:
        say(styled("Cần người quyết:", "bold"))
    for row in asked:
        place = f"{row.place}: " if row.place else ""
        say(f"  - {place}{row.within or row.before} – {row.reason}")
    say(f"Danh sách để đọc và đánh dấu: {begun.page}")
