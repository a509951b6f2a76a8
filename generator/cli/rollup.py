"""``vanthu rollup``: the results of units' dossiers merged into those of the office above them."""

from __future__ import annotations

from pathlib import Path

import click

_PATH = click.Path(path_type=Path)


@click.command(
    options_metavar="[TÙY CHỌN]",
    help="Gộp kết quả của các HỒ_SƠ đơn vị (thư mục, bảng tính) thành ket-qua.yaml của cơ quan: cộng tử số, mẫu số.",
)
@click.argument("dossiers", metavar="HỒ_SƠ…", nargs=-1, required=True, type=_PATH)
@click.option("--into", "own", metavar="HỒ_SƠ", required=True, type=_PATH,
              help="Hồ sơ của cơ quan tổng hợp: mục tiêu, chỉ tiêu của nó quyết định nhận số liệu nào.")  # fmt: skip
@click.option("--ky", "period", metavar="KỲ", help="Chỉ gộp kỳ này, ví dụ: quý I, 6 tháng, năm; mặc định mọi kỳ.")
@click.option("-o", "--output", metavar="TỆP", type=click.Path(path_type=Path, dir_okay=False),
              help="Tệp ghi ra; mặc định ket-qua.yaml trong thư mục của --into.")  # fmt: skip
@click.option("--la", "others", metavar="TÊN KHÁC=TÊN ĐƠN VỊ", multiple=True,
              help="Hai cách ghi là một đơn vị, ví dụ: --la \"SO SO 05=Sở Số 05\"; ghi được nhiều lần.")  # fmt: skip
@click.option("--bo-qua-loi", "leave_out", is_flag=True,
              help="Để ngoài hồ sơ có lỗi, gộp phần còn lại; không có thì có lỗi là không ghi gì.")  # fmt: skip
def command(
    dossiers: tuple[Path, ...],
    own: Path,
    period: str | None,
    output: Path | None,
    others: tuple[str, ...],
    leave_out: bool,
) -> None:
    """Read every dossier, merge, write; what is missing or does not match is said on standard error."""
    from generator.service.rollup.rolling import roll_up_dossiers

    done = roll_up_dossiers(dossiers, own, period=period, output=output, others=others, leave_out=leave_out)
    for problem in done.left_out:
        click.echo(f"Để ngoài vì có lỗi: {problem}", err=True)
    for note in done.notes:
        click.echo(f"Lưu ý: {note}", err=True)
    click.echo(f"Đã ghi {done.entries} kết quả của {done.units} đơn vị vào {done.target}")
