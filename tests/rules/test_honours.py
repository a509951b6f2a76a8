"""A name told plain at a look is one in which the patterns of titles find nothing."""

from __future__ import annotations

import pytest

from generator.rules.data import _honours
from generator.rules.data._honours import honours_around

SURNAMES = sorted(_honours._BEGINS_NAMES)


@pytest.mark.parametrize("surname", SURNAMES)
def test_no_title_begins_as_a_surname_does(surname: str) -> None:
    for rest in ("Tùng", "sĩ Tùng", "Văn Tùng", "sư Nguyễn Văn Tùng", "tịch Tùng", "/c Tùng"):
        assert not any(pattern.match(f"{surname} {rest}") for _, pattern in _honours._LEADS)
        assert not any(pattern.match(f"{surname.upper()} {rest}") for _, pattern in _honours._LEADS)


@pytest.mark.parametrize(
    "name",
    [
        "Võ Tùng, ThS",
        "Võ Tùng ThS.",
        "Võ Tùng NGƯT",
        "Hà Bình - Thượng tá",
        "Hà Bình (Tiến sĩ)",
        "Hà Bình ĐD",
        "Y sĩ Hà Bình",
    ],
)
def test_titles_beside_a_name_are_found(name: str) -> None:
    found = honours_around(name)
    assert found is not None
    assert found.name.split()[-1] in {"Tùng", "Bình"}


@pytest.mark.parametrize("name", ["Võ Tùng", "Nguyễn Thị Hồng", "Trần Văn Nam", "A Bình", "Siu Tuấn"])
def test_a_name_alone_has_none(name: str) -> None:
    assert honours_around(name) is None
