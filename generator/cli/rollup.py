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
def command(dossiers: tuple[Path, ...], own: Path, period: str | None, output: Path | None) -> None:
    """Read every dossier, merge, write; what is missing or does not match is said on standard error."""
    import yaml

    from generator.cli.dossiers import load, read
    from generator.errors import Problem, UsageError
    from generator.output import mend, write_new
    from generator.results.rollup import UnitDossier, roll_up
    from generator.wording.periods import parse_period

    for path in (*dossiers, own):
        if not path.exists():
            raise UsageError(Problem(str(path), "không có thư mục hay tệp này", "kiểm tra lại đường dẫn hồ sơ"))
    if output is None and not own.is_dir():
        raise UsageError(Problem(str(own), "không phải thư mục nên chưa rõ ghi kết quả vào đâu", "thêm -o TỆP"))
    target = output or own / "ket-qua.yaml"
    mend(target.parent)
    if target.exists():
        fix = "chuyển tệp cũ đi nơi khác, hoặc ghi sang tệp khác bằng -o"
        raise UsageError(Problem(str(target), "đã có tệp này", fix))
    try:
        asked = parse_period(period) if period else None
    except ValueError as error:
        raise UsageError(Problem("--ky", str(error), "ví dụ: quý I, 6 tháng, 9 tháng, năm")) from None
    units = [UnitDossier(str(path), found.dossier, found.source.place) for path in dossiers for found in (read(path),)]
    merged = roll_up(load(own), units, asked)
    for note in merged.notes:
        click.echo(f"Lưu ý: {note}", err=True)
    if not merged.entries:
        raise UsageError(Problem("", "không có số liệu nào để gộp", "xem các lưu ý ở trên"))
    head = [
        f"# Tổng hợp từ: {', '.join(map(str, dossiers))}. Nguồn của từng số ghi ở ghi_chu.",
        *(f"# {note}" for note in merged.notes),
    ]
    body = yaml.safe_dump(list(merged.entries), allow_unicode=True, sort_keys=False, width=120)
    write_new({target: ("\n".join(head) + "\n\n" + body).encode()})
    click.echo(f"Đã ghi {len(merged.entries)} kết quả của {len(units)} đơn vị vào {target}")
