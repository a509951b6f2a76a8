"""``vanthu workbook``: a dossier as an Excel workbook, to be filled, made from a dossier, or turned into one."""

from __future__ import annotations

from pathlib import Path

import click

_OPTIONS = "[TÙY CHỌN]"
_FILE = click.argument("file", metavar="TỆP.xlsx", type=click.Path(path_type=Path, dir_okay=False))
PURPOSES = ("muc-tieu", "ke-hoach", "bao-cao")


@click.group("workbook", options_metavar=_OPTIONS, subcommand_metavar="LỆNH …",
             help="Hồ sơ dạng bảng tính Excel: tạo để điền, xuất từ hồ sơ, chuyển thành hồ sơ.")  # fmt: skip
def command() -> None:
    """Hold the three commands together."""


@command.command("new", options_metavar=_OPTIONS, help="Tạo bảng tính trống có dòng ví dụ, hoặc bảng tính mẫu đã điền.")
@_FILE
@click.option("--for", "purpose", type=click.Choice(PURPOSES),
              help="Mẫu đã điền để sửa lại: muc-tieu (quyết định ban hành mục tiêu), ke-hoach (kế hoạch thực hiện), "
              "bao-cao (báo cáo kết quả).")  # fmt: skip
def new_command(file: Path, purpose: str | None) -> None:
    """Write the empty workbook, or a small filled one."""
    from generator.dossier import load_dossier
    from generator.resources import WORKBOOK_STARTERS
    from generator.workbook import empty_workbook, write_workbook

    if purpose is None:
        _write(file, empty_workbook())
    else:
        _write(file, write_workbook(load_dossier(WORKBOOK_STARTERS / f"{purpose}.yaml")))
    click.echo(f"Đã tạo {file}. Điền bằng Excel hoặc LibreOffice Calc rồi chạy: vanthu render {file}")


@command.command("export", options_metavar=_OPTIONS, help="Ghi HỒ_SƠ thành bảng tính; đọc lại được đúng hồ sơ đó.")
@click.argument("dossier", metavar="HỒ_SƠ", type=click.Path(path_type=Path))
@_FILE
def export_command(dossier: Path, file: Path) -> None:
    """Write the dossier as a workbook."""
    from generator.cli.dossiers import load
    from generator.workbook import write_workbook

    _write(file, write_workbook(load(dossier)))
    click.echo(f"Đã ghi {file}")


@command.command("import", options_metavar=_OPTIONS, help="Chuyển bảng tính thành hồ sơ YAML trong THƯ_MỤC mới.")
@_FILE
@click.argument("folder", metavar="THƯ_MỤC", type=click.Path(path_type=Path, file_okay=False))
def import_command(file: Path, folder: Path) -> None:
    """Write the workbook as the files of a dossier folder."""
    from generator.cli.dossiers import load
    from generator.errors import Problem, UsageError
    from generator.output import mend, write_new
    from generator.workbook import folder_files

    mend(folder)
    if folder.exists() and any(folder.iterdir()):
        raise UsageError(Problem(str(folder), "đã có và không trống", "chọn tên thư mục khác"))
    files = folder_files(load(file))
    write_new({folder / name: text.encode() for name, text in files.items()})
    click.echo(f"Đã tạo hồ sơ trong {folder}: {', '.join(files)}")


def _write(file: Path, data: bytes) -> None:
    from generator.errors import Problem, UsageError
    from generator.output import mend, write_new

    mend(file.parent)
    if file.suffix.lower() != ".xlsx":
        raise UsageError(Problem(str(file), "tên tệp phải có đuôi .xlsx", f"ghi: {file.with_suffix('.xlsx')}"))
    if file.exists():
        raise UsageError(Problem(str(file), "đã có tệp này", "chọn tên khác, hoặc chuyển tệp cũ đi nơi khác"))
    write_new({file: data})
