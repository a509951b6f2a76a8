"""The pages of a document while it is typed: which are sent again."""

from __future__ import annotations

import json
from typing import Any

import pytest

from generator.resources import DATA
from generator.service import open_dossier
from generator.service.pages.drawing import Drawn, drawn
from generator.service.pages.keeping import text_of
from generator.workbook.folder import typed_data

NAME = "quyet-dinh"


@pytest.fixture(scope="module")
def values() -> dict[str, Any]:
    data: dict[str, Any] = json.loads(text_of(typed_data(open_dossier(DATA / "thuong-lo-2024").dossier)))
    return data


def _typed(values: dict[str, Any], field: str, value: Any, known: tuple[str, ...] = ()) -> Drawn:
    data = json.loads(json.dumps(values))
    next(one for one in data["van_ban"] if one.get("ten_tep") == NAME)[field] = value
    return drawn(json.dumps(data, ensure_ascii=False), NAME, known)


def test_a_word_more_on_one_page_sends_that_page_alone(values: dict[str, Any]) -> None:
    before = _typed(values, "trich_yeu", "về việc ban hành mục tiêu chất lượng")
    after = _typed(values, "trich_yeu", "về việc ban hành kế hoạch", before.pages)
    assert [at for at, digest in enumerate(after.pages) if digest not in before.pages] == [0]
    ((digest, svg),) = after.new
    assert digest == after.pages[0]
    assert svg.count('data-o="/van_ban/2/trich_yeu"') >= 1


def test_a_paragraph_more_before_an_annex_leaves_the_annex_as_it_was(values: dict[str, Any]) -> None:
    before = _typed(values, "noi_nhan", ["Như Điều 3"])
    after = _typed(values, "noi_nhan", ["Như Điều 3", "Đảng ủy xã"], before.pages)
    assert before.pages != after.pages
    assert before.pages[-8:] == after.pages[-8:]
