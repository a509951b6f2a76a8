"""A page's JSON is read without looking for lines: what comes of it is what a file gives."""

from __future__ import annotations

import pytest

from generator.resources import DATA
from generator.service import open_dossier
from generator.service.pages.keeping import text_of
from generator.service.pages.medium import PageSource, pointer
from generator.typed.source import Source
from generator.workbook.folder import typed_data

_ODD = [
    '{"a": [null, true, false, 1, 2.50, -0, 1e5, NaN, "", "null", " x "], "b": null, "": {"c": {}}}',
    r'{"a": "\ud83d\ude00", "b": "\ud83d", "c": "\u00e0"}',
    '{"a": 1, "a": 2}', '{"a": {"b": 1, "b": null}}', '{"a": 1,}', '["a"]', '"a"', "", "{}", ' {"a": 1}', "\ufeff{}",
    '{"a":' * 200 + "1" + "}" * 200, '{"a": "\t"}',
]  # fmt: skip


@pytest.mark.parametrize("text", [*_ODD, "example"])
def test_values_places_and_complaints_are_those_of_a_file(text: str) -> None:
    if text == "example":
        text = text_of(typed_data(open_dossier(DATA / "thuong-lo-2024").dossier))
    page, file = PageSource(), Source()
    raw = text.encode()
    assert page.read_bytes(raw, "ho-so.json", (), is_json=True) == file.read_bytes(raw, "ho-so.json", (), is_json=True)
    assert page.lines == {path: pointer(path) for path in file.lines}
    assert page.problems == file.problems
    assert page.unread == file.unread
