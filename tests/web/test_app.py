from __future__ import annotations

import pytest
from fastapi.testclient import TestClient
from starlette.responses import PlainTextResponse

from generator.web.security.headers import Guard
from tests.web.offices import Office


def test_what_pages_need_is_served_by_the_office_itself(office: Office) -> None:
    assert office.client.get("/static/vendor/htmx/htmx.min.js").status_code == 200


@pytest.mark.parametrize(("length", "status"), [("21000001", 413), ("", 411), ("mười", 411)])
def test_what_is_too_long_or_says_no_length_is_refused_before_it_is_read(
    office: Office, length: str, status: int
) -> None:
    headers = {"Content-Length": length.encode()} if length else {"Transfer-Encoding": b"chunked"}
    answer = office.client.request("POST", "/dang-nhap", headers=headers)
    assert answer.status_code == status
    assert "gửi l" in answer.text


@pytest.mark.parametrize(
    ("host", "known"),
    [
        ("127.0.0.1", True),
        ("127.0.0.1:8714", True),
        ("[::1]:8714", True),
        ("VANTHU.xa.vn.:80", True),
        ("localhost:", True),
        ("", False),
        ("ke-xau.example", False),
        ("ke-xau.example:8714", False),
        ("127.0.0.1.ke-xau.example", False),
        ("127.0.0.1:8714, ke-xau.example", False),
        ("127.0.0.1:8714@ke-xau.example", False),
        ("127.0.0.1:ke-xau", False),
        ("127.0.0.1/ke-xau", False),
        ("localhost ke-xau.example", False),
        ("[::1]ke-xau.example", False),
        ("[::1", False),
        ("::1", False),
    ],
)
def test_a_host_is_one_of_ours_with_at_most_a_port(host: str, known: bool) -> None:
    guard = Guard(PlainTextResponse("trang"), ("localhost", "vanthu.xa.vn"))
    answer = TestClient(guard).get("/", headers={"Host": host})
    assert answer.status_code == (200 if known else 400)
