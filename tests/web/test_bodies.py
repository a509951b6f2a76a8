"""What a page's script may be made to send: refused in words, or kept, and every page still there."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.web.offices import Office
from tests.web.papers import dossier_of

ODD: tuple[Any, ...] = (5, "x", None, [], {}, [5], [None], [[]], [{"loai": 5}], {"a": 1}, True, "\ud800")
PARTS = ("co-quan", "nguoi-ky", "muc-tieu", "ke-hoach", "ket-qua", "can-cu", "van-ban", "cai-dat", "cac-ban", "dong")


def test_values_of_any_kind_in_a_dossier_break_no_page_of_it(office: Office) -> None:
    browser, root = office.browser("soan_thao"), f"/co-quan/{office.agency}"
    browser._transport.raise_server_exceptions = False  # type: ignore[attr-defined]
    whole = ("nam", "co_quan", "muc_tieu", "ke_hoach", "ket_qua", "can_cu", "van_ban", "cai_dat", "quy_tac")
    wrong = {}
    for odd in ODD:
        values = {"nam": "2026", **dict.fromkeys(whole[1:], odd)}
        made = browser.post(f"{root}/ho-so/lap", data={"van_ban": json.dumps(values), "ten": "Lạ"})
        if made.status_code == 422:
            continue
        paths = [f"ho-so/{made.headers['location'].split('/')[4]}/{part}" for part in PARTS]
        for path in (*paths, "viec"):
            if (status := browser.get(f"{root}/{path}").status_code) != 200:
                wrong[str(odd), path] = status
    assert wrong == {}


@pytest.mark.parametrize(
    "body",
    [
        {"ban": 1, "doi": [{"viec": "ghi", "o": "/ghi_chu", "gia_tri": "\ud800"}]},
        {"ban": 10**30, "doi": []},
        {"ban": float("inf"), "doi": []},
        {"ban": 1, "doi": [], "biet": 5},
        {"ban": 1, "doi": [], "biet": {"a": []}},
        {"ban": 1, "doi": [{"viec": "ghi", "o": ["/x"], "gia_tri": {}}]},
        {"ban": 1, "doi": [5]},
        {"ban": 1, "doi": 5, "truoc": "x"},
    ],
)
def test_a_body_of_any_shape_is_no_error_of_ours(office: Office, body: Any) -> None:
    dossier = dossier_of(office)
    browser, root = office.browser("soan_thao"), f"/co-quan/{office.agency}"
    browser._transport.raise_server_exceptions = False  # type: ignore[attr-defined]
    for path in (f"ho-so/{dossier}/luu", f"soan/{dossier}/thong-bao/trang", f"soan/{dossier}/thong-bao/nhan-xet"):
        answer = browser.post(f"{root}/{path}", content=json.dumps(body), headers={"X-Requested-With": "fetch"})
        assert answer.status_code < 500, (path, answer.text)


def test_numbers_in_addresses_that_nothing_has_are_pages_that_are_not_there(office: Office) -> None:
    browser, root = office.browser("van_thu"), f"/co-quan/{office.agency}"
    browser._transport.raise_server_exceptions = False  # type: ignore[attr-defined]
    for number in (2**31, 2**63, "9" * 5000, -1):
        for path in (f"/co-quan/{number}/viec", f"{root}/ho-so/{number}/co-quan", f"{root}/so/dong/{number}"):
            assert browser.get(path).status_code == 404, path[:60]


def test_more_words_than_are_looked_for_are_told(office: Office) -> None:
    browser = office.browser("van_thu")
    shown = browser.get(f"/co-quan/{office.agency}/so", params={"tim": "a " * 9000})
    assert shown.status_code == 200
    assert "điều cần tìm dài" in shown.text.casefold()
