from __future__ import annotations

from tests.web.browsers import Desk


def test_a_browser_of_the_office_is_signed_in(desk: Desk) -> None:
    page = desk.page("van_thu")
    answer = page.goto("/phien")
    assert answer is not None
    assert answer.json()["csrf"]
