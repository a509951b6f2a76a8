"""``vanthu serve``: the office's page and the HTTP service."""

from __future__ import annotations

from pathlib import Path

import click


@click.command(
    options_metavar="[TÙY CHỌN]",
    help="Mở trang làm việc của cơ quan (trình duyệt) và dịch vụ HTTP, trên máy này hoặc trong mạng nội bộ. Lần đầu in "
    "ra một liên kết để lập tài khoản quản trị.",
)
@click.option("--data", "folder", metavar="THƯ_MỤC", default="vanthu-du-lieu", show_default=True,
              type=click.Path(path_type=Path, file_okay=False),
              help="Nơi giữ dữ liệu: cơ sở dữ liệu SQLite và các tệp.")  # fmt: skip
@click.option("--database", metavar="URL", envvar="VANTHU_DATABASE",
              help="Dùng PostgreSQL: postgresql://tên:mật-khẩu@máy/cơ-sở-dữ-liệu (hoặc đặt biến VANTHU_DATABASE); "
              "các tệp vẫn ở --data.")  # fmt: skip
@click.option("--host", metavar="ĐỊA_CHỈ", default="127.0.0.1", show_default=True,
              help="Địa chỉ nhận kết nối; 0.0.0.0 để các máy khác trong mạng mở được.")  # fmt: skip
@click.option("--port", metavar="CỔNG", type=click.IntRange(0, 65535), default=8000, show_default=True, help="Cổng.")
@click.option("--name", "names", metavar="TÊN", multiple=True,
              help="Tên miền mà người dùng gõ để mở trang (dùng được nhiều lần).")  # fmt: skip
@click.option("--https", is_flag=True,
              help="Trang được mở bằng https qua một máy chủ đứng trước: cookie chỉ gửi qua https.")  # fmt: skip
@click.option("--new-link", "renew", is_flag=True,
              help="In liên kết lập thêm một tài khoản quản trị, khi không ai còn vào được.")  # fmt: skip
@click.option("--workers", metavar="SỐ", type=click.IntRange(1, 64), default=2, show_default=True,
              help="Số tiến trình tạo và kiểm tra văn bản.")  # fmt: skip
def command(
    folder: Path,
    database: str | None,
    host: str,
    port: int,
    names: tuple[str, ...],
    https: bool,
    renew: bool,
    workers: int,
) -> None:
    """Serve until told to end."""
    from generator.errors import Problem, UsageError

    try:
        from generator.web.serving import Serving, serve
        from generator.web.settings import WebSettings
    except ModuleNotFoundError as error:
        if (error.name or "").split(".")[0] == "generator":
            raise
        what = f"chưa cài phần trang làm việc (thiếu {error.name})"
        raise UsageError(Problem("", what, "chạy: pip install 'vanthu[web]'")) from None
    wanted = Serving(folder, database, host, port, names, https, renew)
    serve(wanted, WebSettings(workers=workers), click.echo)
