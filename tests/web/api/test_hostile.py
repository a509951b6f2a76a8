"""What nobody honest sends: every kind of file of tests/hostile, and requests that are themselves the attack."""

from __future__ import annotations

import contextlib
import io
import socket
import time
import zipfile
from collections.abc import Callable, Iterator
from email.message import Message
from pathlib import Path
from random import Random

import pytest
from httpx import Response

from generator.store.engine import open_store
from generator.store.migrations import migrate
from generator.web.app import create_app
from generator.web.names import attachment, clean_name
from generator.web.settings import WebSettings
from tests.hostile import zips
from tests.hostile.corpus import hand_made_file
from tests.hostile.mutate import damage_docx, pack
from tests.hostile.test_hostile_content import DRAWN, REFUSED
from tests.hostile.test_hostile_outside import pictured, png
from tests.hostile.test_hostile_packages import DAMAGED, with_document
from tests.web.api.callers import bearer, docx, dossier_json, token
from tests.web.offices import Office
from tests.web.serving import served
from tests.web.waiting import finished

FILES: dict[str, Callable[[], bytes]] = {
    "zeros": lambda: b"\0" * 100_000,
    "no zip": lambda: b"PK",
    "html": lambda: b"\xef\xbb\xbf<html><script>alert(1)</script>",
    "rtf": lambda: b"{\\rtf1 x}",
    "old word": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500 + "WordDocument".encode("utf-16-le"),
    "locked": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le"),
    "excel": lambda: pack({"xl/workbook.xml": b"<x/>"}),
    "open document": lambda: pack({"content.xml": b"<x/>"}),
    "cut": lambda: zips.sound()[:-100],
    "checksum": lambda: zips.wrong_checksum(zips.sound()),
    "encrypted": lambda: zips.marked_encrypted(zips.sound()),
    "twice a name": lambda: zips.doubled_name(zips.sound()),
    "bomb": lambda: zips.bomb(600),
    "bomb by lzma": lambda: zips.bomb(1, zipfile.ZIP_LZMA),
    "overlapping": lambda: zips.overlapping(1000),
    "many parts": lambda: zips.many_entries(30_000),
    "picture bomb": lambda: pictured(png(60_000, 60_000)),
}
ROUTES = (
    "pdf",
    "check",
    "check?dinh_dang=chu_thich",
    "check?dinh_dang=ban_sua",
    "template/check",
    "read",
    "bases/audit",
)


@pytest.fixture(scope="module")
def key(office: Office) -> dict[str, str]:
    return bearer(token(office))


def send(office: Office, key: dict[str, str], path: str, data: bytes, name: str = "a.docx") -> Response:
    return office.client.post(f"/api/v1/{path}", files={"tep": (name, data)}, headers=key)


def is_told(answer: Response) -> None:
    """Answered, or refused with what to do; never a fault of ours."""
    if answer.status_code == 200:
        return
    assert answer.status_code in (400, 413, 422), answer.content[:500]
    said = answer.json()
    assert said["loi"]
    assert all(item["noi_dung"] for item in said["loi"])
    assert "Traceback" not in answer.text


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_no_document_is_refused_at_every_door(office: Office, key: dict[str, str], name: str) -> None:
    data = FILES[name]()
    for route in ROUTES:
        answer = send(office, key, route, data)
        is_told(answer)
        if route == "template/check" and answer.status_code == 200:
            (one,) = answer.json()["ket_qua"]
            assert one["khong_doc_duoc"] or one["nhan_xet"]
        else:
            assert answer.status_code == 422, f"{route}: {answer.content[:200]!r}"
    is_told(send(office, key, "render", data, "a.xlsx"))
    assert send(office, key, "render", data, "a.json").status_code == 422


def test_damaged_and_senseless_documents_end_no_worker(office: Office, key: dict[str, str]) -> None:
    workers = office.client.app.state.workers
    before = workers.outcomes["died"], workers.outcomes["fault"]
    made = {name: with_document(part) for name, (part, _) in DAMAGED.items()}
    made |= {name: make() for name, (make, _) in REFUSED.items()} | {name: make() for name, make in DRAWN.items()}
    for name, data in made.items():
        answer = send(office, key, "check?dan_trang=false", data)
        assert answer.status_code in (200, 422), f"{name}: {answer.content[:300]!r}"
        is_told(answer)
    rng = Random(20261122)
    for _ in range(25):
        is_told(send(office, key, "check?dan_trang=false", damage_docx(hand_made_file(), rng)))
    assert (workers.outcomes["died"], workers.outcomes["fault"]) == before


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("..\\..\\windows\\a.docx", "a.docx"),
        ("/a/b.docx", "b.docx"),
        ("a\r\nX-Bad: 1.docx", "aX-Bad 1.docx"),
        ("a\u202excod.exe", "axcod.exe"),
        ("\u200f\u2066a.docx", "a.docx"),
        ("..", "tep.docx"),
        ("", "tep.docx"),
        ('CON<>:|?*".docx', "CON.docx"),
        ("a\0b.docx", "ab.docx"),
        ("Quyê\u0301t đi\u0323nh.docx", "Quyết định.docx"),
    ],
)
def test_a_name_keeps_nothing_that_leads_elsewhere_or_hides(given: str, kept: str) -> None:
    assert clean_name(given, "tep.docx") == kept


def test_a_very_long_name_keeps_its_ending() -> None:
    name = clean_name("ả" * 5_000 + ".docx", "tep")
    assert len(name) <= 120
    assert name.endswith(".docx")


@pytest.mark.parametrize("name", ['a"; x="b.docx', "đ\u202ea.docx", "a\nSet-Cookie b.docx", "x" * 3000, "../../../a"])
def test_a_name_comes_back_in_one_header_and_nothing_else(office: Office, key: dict[str, str], name: str) -> None:
    answer = office.client.post("/api/v1/pdf", files={"tep": (name, docx())}, headers=key)
    assert answer.status_code == 200
    said = Message()
    said["Content-Disposition"] = answer.headers["Content-Disposition"]
    got = said.get_filename() or ""
    assert "/" not in got
    assert "\u202e" not in got
    assert "Set-Cookie" not in answer.headers
    assert attachment("a\r\nb").isprintable()


def test_names_inside_a_zip_of_answers_are_plain(office: Office, key: dict[str, str]) -> None:
    files = [("tep", ("../x.docx", docx())), ("tep", ("..\\x.docx", docx()))]
    answer = office.client.post("/api/v1/pdf", files=files, headers=key)
    assert zipfile.ZipFile(io.BytesIO(answer.content)).namelist() == ["x.pdf", "x (2).pdf"]


def test_more_files_than_are_taken_are_refused(office: Office, key: dict[str, str]) -> None:
    files = [("tep", (f"{n}.docx", b"x")) for n in range(60)]
    assert office.client.post("/api/v1/check", files=files, headers=key).status_code == 413


def test_a_dossier_that_names_files_of_the_server_reads_none(office: Office, key: dict[str, str]) -> None:
    import json

    data = json.loads(dossier_json())
    data["van_ban"][0]["mau"] = "../../../etc/passwd"
    answer = send(office, key, "render", json.dumps(data).encode(), "a.json")
    assert answer.status_code in (400, 422)
    assert "root:" not in answer.text


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[tuple[str, int], str]]:
    folder: Path = tmp_path_factory.mktemp("raw")
    store = open_store(folder)
    migrate(store)
    office = Office(store, 0, None)  # type: ignore[arg-type]
    office.agency = office.add_agency("Ủy ban nhân dân xã Suối Trong")
    with served(create_app(store, WebSettings(workers=1, upload=1_000_000))) as url:
        host, port = url.removeprefix("http://").split(":")
        yield (host, int(port)), token(office)
    store.close()


def raw(place: tuple[str, int], head: str, *parts: bytes) -> bytes:
    """What the server answers to bytes as they are."""
    with socket.create_connection(place, timeout=30) as line:
        line.sendall(head.replace("\n", "\r\n").encode() + b"\r\n\r\n")
        with contextlib.suppress(OSError):
            for part in parts:
                line.sendall(part)
        answer = b""
        with contextlib.suppress(OSError):
            while part := line.recv(65536):
                answer += part
        return answer


def test_a_body_in_pieces_without_length_is_stopped_at_the_limit(address: tuple[tuple[str, int], str]) -> None:
    place, secret = address
    head = (
        f"POST /api/v1/pdf HTTP/1.1\nHost: a\nAuthorization: Bearer {secret}\nContent-Type: application/octet-stream\n"
        "Transfer-Encoding: chunked\nConnection: close"
    )
    piece = b"10000\r\n" + b"x" * 65536 + b"\r\n"
    assert b" 413 " in raw(place, head, *[piece] * 200).split(b"\r\n")[0]


def test_a_length_that_lies_is_refused_before_anything_is_read(address: tuple[tuple[str, int], str]) -> None:
    place, secret = address
    head = (
        f"POST /api/v1/pdf HTTP/1.1\nHost: a\nAuthorization: Bearer {secret}\nContent-Type: application/octet-stream\n"
        "Content-Length: 99999999999\nConnection: close"
    )
    assert b" 413 " in raw(place, head).split(b"\r\n")[0]


def test_one_who_sends_slowly_or_leaves_holds_up_nobody(address: tuple[tuple[str, int], str]) -> None:
    place, secret = address
    head = (
        f"POST /api/v1/pdf HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer {secret}\r\n"
        "Content-Type: application/octet-stream\r\nContent-Length: 100000\r\n\r\nPK"
    ).encode()
    slow = [socket.create_connection(place, timeout=30) for _ in range(7)]
    for line in slow:
        line.sendall(head)
    asked = f"GET /api/v1/dossiers HTTP/1.1\nHost: a\nAuthorization: Bearer {secret}\nConnection: close"
    time.sleep(0.2)
    assert b" 200 " in raw(place, asked).split(b"\r\n")[0]
    one_more = socket.create_connection(place, timeout=30)
    one_more.sendall(head)
    time.sleep(0.2)
    assert b" 429 " in raw(place, asked).split(b"\r\n")[0]
    for line in [*slow, one_more]:
        line.close()
    until = time.monotonic() + 10
    while b" 200 " not in (said := raw(place, asked).split(b"\r\n")[0]) and time.monotonic() < until:
        time.sleep(0.1)
    assert b" 200 " in said


def test_a_body_that_takes_too_long_is_told(office: Office) -> None:
    import asyncio

    from starlette.requests import Request

    from generator.web.uploads import UploadError, uploaded

    async def never() -> dict[str, object]:
        await asyncio.sleep(60)
        return {}

    scope = {"type": "http", "headers": [(b"content-type", b"application/octet-stream")]}
    request = Request(scope, never)
    with pytest.raises(UploadError) as told:
        finished(uploaded(request, 1000, frozenset(("application/octet-stream",)), "a", seconds=0.2))
    assert told.value.status == 408
