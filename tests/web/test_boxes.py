"""Boxes of forms: days as people type them, and what the items of a dossier's lists are called."""

from __future__ import annotations

from datetime import date

import pytest

from generator.service.pages.fields import node_at
from generator.web.pages.boxes import Boxes, day_of, day_shown
from generator.web.pages.ho_so.boxes import Boxes as DossierBoxes

_FIFTH = date(2026, 10, 5)


@pytest.mark.parametrize("typed", ["05/10/2026", "5/10/2026", " 05-10-2026 ", "5.10.2026", "05102026", "2026-10-05"])
def test_a_day_is_read_as_people_here_write_it(typed: str) -> None:
    assert day_of(typed) == _FIFTH
    assert day_shown(typed) == "05/10/2026"


@pytest.mark.parametrize(
    "typed", ["31/02/2026", "10/25/2026", "5102026", "05/10/0026", "05/10/22026", "05/10/26", "mai"]
)
def test_what_is_no_day_stays_as_it_was_typed_and_is_told(typed: str) -> None:
    boxes = Boxes(ngay=typed)
    assert boxes.day_or_none("ngay", "ngày văn bản") is None
    assert f"«{typed}» không phải là ngày" in boxes.wrong["ngay"].what
    assert day_shown(typed) == typed


def test_an_item_is_called_by_words_and_never_by_keys() -> None:
    inside = [{"muc_tieu": {"dang": "bang"}}]
    document = {"loai": "quyết định", "phu_luc": [{"noi_dung": inside, "tieu_de": ["Mục tiêu"]}, {"noi_dung": inside}]}
    data, path = {"van_ban": [document]}, ("van_ban", 0, "phu_luc")
    node = node_at(path, data)
    assert node is not None
    assert [one.title for one in DossierBoxes(data).of(node, path, document).items] == [
        "Phụ lục 1: Mục tiêu",
        "Phụ lục 2",
    ]
