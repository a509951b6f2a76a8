from __future__ import annotations

import pytest

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
