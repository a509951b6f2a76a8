"""Which names every system keeps, and which two some system takes for one."""

from __future__ import annotations

import unicodedata

import pytest

from generator.filenames import clashes, shortened, unportable

KEPT = [
    "quyet-dinh.docx", "Quyết định số 5.docx", ".an", "a.b.c", "x..y", "console.docx", "com.docx", "COM10.docx",
    "con-1", "connect.pdf", "a'b&c;d!@#$%^(){}[]=+,~`.pdf", " đầu cách", "😀.docx", "a" * 255, "ế" * 85, "lpt", "nul1",
]  # fmt: skip
REFUSED = {
    "": "trống",
    "   ": "trống",
    ".": "thư mục",
    "..": "thư mục",
    "a/b": "/",
    "a\\b": "\\",
    "c:": ":",
    "a?": "?",
    'a"b': '"',
    "<a>": "< >",
    "a|b*": "* |",
    "a\nb": "điều khiển",
    "a\x00": "điều khiển",
    "a\x7f": "điều khiển",
    "a\udcff": "hỏng",
    "x.": "dấu chấm",
    "x ": "dấu cách",
    "CON": "thiết bị",
    "con.docx": "thiết bị",
    "Aux.tar.gz": "thiết bị",
    "NUL ": "dấu cách",
    "nul .txt": "thiết bị",
    "COM1": "thiết bị",
    "lpt9.pdf": "thiết bị",
    "COM¹.pdf": "thiết bị",
    "conin$": "thiết bị",
    "a" * 256: "256 byte",
    "ế" * 86: "258 byte",
}


@pytest.mark.parametrize("name", KEPT)
def test_a_name_that_all_systems_keep(name: str) -> None:
    assert unportable(name) == ""


@pytest.mark.parametrize(("name", "reason"), REFUSED.items())
def test_a_name_that_some_system_refuses_or_changes(name: str, reason: str) -> None:
    assert reason in unportable(name)


@pytest.mark.parametrize(
    ("first", "second", "clash"),
    [
        ("a.docx", "A.DOCX", True),
        ("quyết-định", unicodedata.normalize("NFD", "quyết-định"), True),
        ("QUYẾT", unicodedata.normalize("NFD", "quyết"), True),
        ("Đ", "đ", True),
        ("a", "b", False),
        ("hòa", "hoà", False),
        ("a", "a ", False),
    ],
)
def test_two_names_that_some_system_takes_for_one(first: str, second: str, clash: bool) -> None:
    assert list(clashes([first, "khac", second])) == ([(first, second)] if clash else [])


@pytest.mark.parametrize("stem", ["a" * 300, "ế" * 100, "ngắn", "a" * 249 + ". ."])
def test_a_shortened_name_is_one_that_all_systems_keep(stem: str) -> None:
    name = shortened(stem, ".docx")
    assert unportable(name) == ""
    assert name.endswith(".docx")
    assert name.startswith(stem[:4])
