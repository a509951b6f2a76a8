"""``vanthu serve`` as it is called: what it prints, what it answers, how it ends, what it refuses."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from generator.errors import UsageError
from generator.web.serving import Serving, listen, serve
from generator.web.settings import WebSettings
from tests.web.waiting import finished

MAIN = "import sys; sys.argv = ['vanthu', 'serve', *sys.argv[1:]]; from generator.cli import main; main()"
PASSWORD = "con mèo trèo cây cau"


@contextlib.contextmanager
def serving(*options: str) -> Iterator[tuple[subprocess.Popen[str], list[str]]]:
    """The command at work, with the lines it printed until the page was there."""
    process = subprocess.Popen(
        [sys.executable, "-c", MAIN, "--port", "0", *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
    )
    assert process.stdout is not None
    lines = []
    try:
        for line in process.stdout:
            lines.append(line)
            if line.startswith("Trang làm việc"):
                break
        yield process, lines
    finally:
        process.kill()
        process.wait()


def _refused(*options: str, main: str = MAIN) -> str:
    done = subprocess.run(
        [sys.executable, "-c", main, *options], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    return done.stderr


def _address(lines: list[str]) -> str:
    found = re.search(r"http://\S+", lines[-1])
    assert found is not None
    return found[0]


def _link(lines: list[str]) -> str | None:
    return next((line.strip() for line in lines if "/mo-dau/" in line), None)


def test_from_nothing_to_an_administrator_and_no_second_link(tmp_path: Path) -> None:
    data = ("--data", str(tmp_path / "a" / "b"))
    with serving(*data) as (process, lines):
        unused = _link(lines)
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 0
    with serving(*data) as (process, lines):
        link, address = _link(lines), _address(lines)
        assert unused is not None
        assert link is not None
        with httpx.Client(base_url=address) as client:
            assert client.get(unused.partition("/mo-dau/")[2].join(("/mo-dau/", ""))).status_code == 410
            person = {"agency": "UBND xã Thử", "full_name": "Trần Văn A", "login": "tran.a"}
            made = client.post(link, data=person | {"new": PASSWORD, "again": PASSWORD})
            assert made.headers["location"] == "/"
            assert "UBND xã Thử" in client.get("/", follow_redirects=True).text
            foreign = client.get("/dang-nhap", headers={"Host": "ke-xau.example"})
            assert (foreign.status_code, foreign.text[:7]) == (400, "Địa chỉ")
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 0
        assert process.stdout is not None
        assert "Đã dừng." in process.stdout.read()
    with serving(*data) as (_, lines):
        assert _link(lines) is None
    with serving(*data, "--new-link") as (_, lines):
        assert _link(lines) is not None


def test_secure_cookies_and_names_are_said_where_another_server_stands_before(tmp_path: Path) -> None:
    with serving("--data", str(tmp_path), "--https", "--name", "vanthu.xa.vn") as (process, lines):
        assert "https://vanthu.xa.vn" in lines[-1]
        link = _link(lines)
        assert link is not None
        port = _port_of(process)
        host = {"Host": "VANTHU.xa.vn"}
        person = {"agency": "UBND xã Thử", "full_name": "A", "login": "tran.a", "new": PASSWORD, "again": PASSWORD}
        path = link.removeprefix("https://vanthu.xa.vn")
        answer = httpx.post(f"http://127.0.0.1:{port}{path}", data=person, headers=host)
        assert answer.status_code == 303
        assert "Secure" in answer.headers["set-cookie"].partition("vanthu=")[2]
        assert "max-age" in answer.headers["strict-transport-security"]


def _port_of(process: subprocess.Popen[str]) -> int:
    """The port the process listens at, as Linux tells it."""
    inodes = set()
    for link in Path(f"/proc/{process.pid}/fd").iterdir():
        with contextlib.suppress(OSError):
            inodes.add(link.readlink().name)
    for line in Path("/proc/net/tcp").read_text(encoding="ascii").splitlines()[1:]:
        fields = line.split()
        if fields[3] == "0A" and f"socket:[{fields[9]}]" in inodes:
            return int(fields[1].partition(":")[2], 16)
    raise AssertionError("the server listens at no port")


def test_parts_of_an_answer_do_not_wait_for_each_other() -> None:
    """Else each answer takes 40 ms more: its head is sent before its body."""

    async def at_once() -> int:
        taken = listen(("127.0.0.1", 0))
        async with await asyncio.start_server(answered, sock=taken):
            reader, writer = await asyncio.open_connection(*taken.getsockname())
            said = await reader.read()
            writer.close()
        return int(said)

    async def answered(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        option = writer.get_extra_info("socket").getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
        writer.write(str(option).encode())
        writer.close()

    assert finished(at_once())


def test_a_port_in_use_is_told_with_another_to_take(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        said = _refused("--data", str(tmp_path), "--port", str(port))
    assert "đang có chương trình khác dùng" in said
    assert f"--port {port + 1}" in said


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"folder": "/dev/null/x"}, "không ghi được vào thư mục dữ liệu"),
        ({"host": "khong.co.invalid"}, "không có máy tên này"),
        ({"host": "203.0.113.9"}, "không phải của máy này"),
        ({"database": "không phải url"}, "địa chỉ cơ sở dữ liệu chưa đúng"),
        ({"database": "oracle://a@b/c"}, "cơ sở dữ liệu"),
        ({"database": "postgresql://a:mat-khau@127.0.0.1:1/c"}, "không kết nối được cơ sở dữ liệu"),
    ],
    ids=lambda value: value if isinstance(value, str) else next(iter(value)),
)
def test_what_cannot_be_had_is_told_and_no_password_with_it(tmp_path: Path, options: dict[str, str], said: str) -> None:
    wanted = Serving(**{"folder": Path(options.pop("folder", tmp_path)), "port": 0, **options})  # type: ignore[arg-type]
    with pytest.raises(UsageError) as told:
        serve(wanted, WebSettings(), print)
    assert said in str(told.value)
    assert "mat-khau@" not in str(told.value)


def test_a_database_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "vanthu.sqlite3").write_bytes(b"no database at all" * 100)
    with pytest.raises(UsageError, match="hoặc đã hỏng"):
        serve(Serving(tmp_path, port=0), WebSettings(), print)


def test_without_the_extra_one_is_told_what_to_install() -> None:
    without = "import sys; sys.modules['uvicorn'] = None\n" + MAIN
    assert "pip install 'vanthu[web]'" in _refused(main=without)


def test_each_request_is_logged_as_a_line_of_json_without_what_was_asked(tmp_path: Path) -> None:
    with serving("--data", str(tmp_path)) as (process, lines):
        httpx.get(f"{_address(lines)}/dang-nhap", params={"tiep": "bi-mat"})
        process.send_signal(signal.SIGTERM)
        assert process.stdout is not None
        logged = [json.loads(line) for line in process.stdout if line.startswith("{")]
        assert process.wait(20) == 0
    said = next(one for one in logged if one.get("route") == "/dang-nhap")
    assert (said["level"], said["logger"], said["status"]) == ("info", "vanthu.http", 200)
    assert "bi-mat" not in json.dumps(logged)
