"""The line «Lưu» below the recipients, as clerks type it."""

from __future__ import annotations

import pytest

from generator.wording.filing import after_lead, filed_at, opens_filing


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- Lưu: VT, QLN.", "VT, QLN."),
        ("– LƯU : VT;", "VT;"),
        ("Lưu VT", "VT"),
        ("+ Luu: VP", "VP"),
        ("•\tLưu：VT", "VT"),
        ("Lưu", ""),
    ],
)
def test_a_printed_line_that_files(text: str, said: str) -> None:
    """Its dash, its colon and its accent may be anyone's."""
    assert opens_filing(text)
    assert after_lead(text) == said


@pytest.mark.parametrize("text", ["- Như Điều 3;", "Lưuu: VT", "VT, lưu", "- Ban Lưu trữ;", ""])
def test_a_line_that_files_nothing(text: str) -> None:
    """The word stands first and whole."""
    assert not opens_filing(text)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Lưu: VT, NV", "VT, NV"),
        ("- lưu : VT, vp;", "VT, vp"),
        ("Lưu VT.", "VT"),
        ("Lưu： VP ./.", "VP"),
        ("Lưu trữ quốc gia", None),
        ("Lưu hồ sơ: VT", None),
        ("Lưu:", None),
        ("UBND xã Lưu Kiền", None),
    ],
)
def test_where_a_typed_recipient_files(text: str, where: str | None) -> None:
    """A recipient whose name begins with the word stays one."""
    assert filed_at(text) == where
