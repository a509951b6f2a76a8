"""The server run: its store prepared, its port taken, the first link made, an orderly end."""

from __future__ import annotations

import errno
import os
import signal
import socket
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import uvicorn
from sqlalchemy.exc import ArgumentError, DatabaseError, OperationalError

from generator.errors import Problem, UsageError, reason_of
from generator.records import record
from generator.store.engine import Store, open_store
from generator.store.migrations import migrate
from generator.store.people import openings
from generator.web.app import create_app
from generator.web.settings import WebSettings
from generator.web.watching import log_as_json

_GRACE = 30  # seconds that work under way has to end in
_ANY = ("0.0.0.0", "::", "")


@record(frozen=True)
class Serving:
    """Where the data is, where the page is reached, by which names; ``renew`` makes a link in any case."""

    folder: Path
    database: str | None = None
    host: str = "127.0.0.1"
    port: int = 8000
    names: tuple[str, ...] = ()
    https: bool = False
    renew: bool = False


def prepare(store: Store) -> None:
    """Brings the store's tables to what this program reads."""
    migrate(store)


def serve(wanted: Serving, settings: WebSettings, say: Callable[[str], None]) -> None:
    """Serves until it is told to end; raises UsageError where data or port cannot be had. ``say`` prints a line."""
    taken = _port(wanted)
    try:
        store = _store(wanted)
        hosts = {"localhost", socket.gethostname(), socket.getfqdn(), *wanted.names}
        app = create_app(store, replace(settings, hosts=tuple(hosts), secure_cookies=wanted.https))
        address = _address(wanted, taken.getsockname()[1])
        with store.begin() as database:
            if wanted.renew or not openings.has_administrator(database):
                link = f"{address}/mo-dau/{openings.new_opening(database)}"
                say("Mở liên kết này trong trình duyệt để lập tài khoản quản trị")
                say(f"(dùng được một lần, trong {openings.HOURS} giờ; đừng đưa cho người khác):")
                say(f"  {link}")
        config = uvicorn.Config(
            app,
            log_config=None,  # it says what it has to say as everything else does
            log_level="warning",
            server_header=False,
            timeout_graceful_shutdown=_GRACE,
            h11_max_incomplete_event_size=64 * 1024,
        )
        server = uvicorn.Server(config)
        for number in (signal.SIGINT, signal.SIGTERM):
            # Before uvicorn listens to them itself; ended in order, it sends them again to who did before.
            signal.signal(number, lambda *_: setattr(server, "should_exit", True))
        log_as_json()
        say(f"Trang làm việc: {address}  (Ctrl+C để dừng)")
        try:
            server.run(sockets=[taken])
        finally:
            store.close()
        say("Đã dừng.")
    finally:
        taken.close()


def listen(address: tuple[str | bytes | int, ...], family: int = socket.AF_INET) -> socket.socket:
    """A port of this machine that uvicorn can serve on; raises OSError where it cannot be had.

    It says that it is one of TCP, which ``create_server`` leaves open: asyncio then sends each part of an answer at
    once, where it would wait 40 ms for the other side to confirm the part before.
    """
    taken = socket.create_server(address, family=family, backlog=2048)
    return socket.socket(taken.family, taken.type, socket.IPPROTO_TCP, fileno=taken.detach())


def _port(wanted: Serving) -> socket.socket:
    place = f"{wanted.host}:{wanted.port}"
    try:
        family, *_, address = socket.getaddrinfo(wanted.host or None, wanted.port, type=socket.SOCK_STREAM)[0]
        return listen(address[:2], family)
    except socket.gaierror:
        raise UsageError(Problem(place, "không có máy tên này", "ghi địa chỉ của máy, ví dụ 0.0.0.0")) from None
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            fix = f"dừng chương trình đang dùng cổng, hoặc chọn cổng khác: --port {wanted.port + 1}"
            raise UsageError(Problem(place, "cổng này đang có chương trình khác dùng", fix)) from None
        if error.errno == errno.EADDRNOTAVAIL:
            raise UsageError(Problem(place, "địa chỉ này không phải của máy này", "dùng --host 0.0.0.0")) from None
        if error.errno == errno.EACCES:
            raise UsageError(Problem(place, "không có quyền dùng cổng này", "chọn cổng từ 1024 trở lên")) from None
        raise UsageError(Problem(place, reason_of(error), "chọn --host, --port khác")) from None


def _store(wanted: Serving) -> Store:
    place = str(wanted.folder)
    try:
        store = open_store(wanted.folder, wanted.database)
        if not os.access(store.files, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(store.files))
    except OSError as error:
        raise UsageError(Problem(place, f"không ghi được vào thư mục dữ liệu: {reason_of(error)}", _WRITABLE)) from None
    except ArgumentError:
        raise UsageError(Problem("--database", "địa chỉ cơ sở dữ liệu chưa đúng", _URL)) from None
    except ImportError:
        raise UsageError(Problem("--database", "không dùng được loại cơ sở dữ liệu này", _URL)) from None
    try:
        prepare(store)
        with store.begin():
            pass
    except OperationalError:
        store.close()
        if wanted.database:
            what = "không kết nối được cơ sở dữ liệu, hoặc không ghi được vào đó"
            raise UsageError(Problem("--database", what, f"xem máy chủ có chạy không; {_URL}")) from None
        raise UsageError(Problem(place, "không ghi được cơ sở dữ liệu trong thư mục này", _WRITABLE)) from None
    except DatabaseError:
        store.close()
        what = "không phải cơ sở dữ liệu của vanthu, hoặc đã hỏng"
        raise UsageError(Problem("--database" if wanted.database else place, what, _RESTORE)) from None
    return store


_WRITABLE = "chọn thư mục ghi được: vanthu serve --data THƯ_MỤC; kiểm tra quyền ghi và dung lượng ổ đĩa"
_RESTORE = "phục hồi từ bản sao lưu, hoặc chọn thư mục khác"
_URL = "dạng: postgresql://tên:mật-khẩu@máy/cơ-sở-dữ-liệu"


def _address(wanted: Serving, port: int) -> str:
    own = socket.gethostname() if wanted.host in _ANY else wanted.host
    name = wanted.names[0] if wanted.names else own
    shown = f"[{name}]" if ":" in name else name
    if wanted.https:  # by a server before this one, at its own port
        return f"https://{shown}"
    return f"http://{shown}" if port == 80 else f"http://{shown}:{port}"
