from __future__ import annotations

from tests.web.offices import Office


def test_what_pages_need_is_served_by_the_office_itself(office: Office) -> None:
    assert office.client.get("/static/vendor/htmx/htmx.min.js").status_code == 200
