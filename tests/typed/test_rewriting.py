"""A YAML text with single values changed: all else stays, character by character."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.typed.rewriting import (
    AddField,
    AddItem,
    Piece,
    Remove,
    Rewrite,
    SetPieces,
    SetValue,
    changed_data,
    rewritten,
)
from generator.typed.source import Path_, Source

TEXT = """\
# đầu tệp
nam: 2026  # năm
van_ban:
  - loai: quyết định # loại
    so: 12   # số
    ngay: 3/2/2026

    trich_yeu: >-
      Ban hành Mục tiêu năm
      2026
    can_cu:
      # luật
      - luat-1
      - [a, b]
  - {loai: kế hoạch, so: 3, 'trich_yeu': "Kế hoạch: \\"2026\\""}
# cuối tệp
"""


@pytest.mark.parametrize(
    ("change", "before", "after"),
    [
        (SetValue(("nam",), "2027"), "nam: 2026  # năm", "nam: 2027  # năm"),
        (SetValue(("nam",), "a: b # c"), "nam: 2026  # năm", 'nam: "a: b # c"  # năm'),
        (SetValue(("nam",), "null"), "nam: 2026  # năm", 'nam: "null"  # năm'),
        (Remove(("van_ban", 0, "ngay")), "    ngay: 3/2/2026\n", ""),
        (Remove(("van_ban", 0, "so")), "    so: 12   # số\n", "    # số\n"),
        (Remove(("van_ban", 0, "trich_yeu")), "    trich_yeu: >-\n      Ban hành Mục tiêu năm\n      2026\n", ""),
        (Remove(("van_ban", 0, "loai")), "loai: quyết định # loại\n    so", "so"),
        (Remove(("van_ban", 1, "so")), ", so: 3", ""),
        (Remove(("van_ban", 1, "loai")), "{loai: kế hoạch, so", "{so"),
        (Remove(("van_ban", 0, "can_cu", 0)), "      - luat-1\n", ""),
        (Remove(("van_ban", 0, "can_cu", 1, 0)), "[a, b]", "[b]"),
        (AddField(("van_ban", 0, "so"), "nam_ban_hanh", "2027"), "# số\n", "# số\n    nam_ban_hanh: 2027\n"),
        (AddField(("van_ban", 1, "so"), "nam", "1"), "so: 3,", "so: 3, nam: 1,"),
        (AddItem(("van_ban", 0, "can_cu", 0), "19/2014/QĐ-TTg"), "- luat-1\n", "- luat-1\n      - 19/2014/QĐ-TTg\n"),
        (AddItem(("van_ban", 0, "can_cu", 1, 1), "c"), "[a, b]", "[a, b, c]"),
        (SetPieces(("van_ban", 0, "trich_yeu"), (Piece(22, 26, "2027"),)), "      2026\n", "      2027\n"),
        (SetPieces(("van_ban", 1, "trich_yeu"), (Piece(11, 15, "2027"),)), '\\"2026\\"', '\\"2027\\"'),
    ],
)
def test_one_change_touches_nothing_else(change: Rewrite, before: str, after: str) -> None:
    assert before in TEXT
    assert rewritten(TEXT, [change]) == TEXT.replace(before, after, 1)


def test_many_changes_at_once() -> None:
    made = rewritten(
        TEXT,
        [
            SetValue(("nam",), "2027"),
            Remove(("van_ban", 0, "so")),
            Remove(("van_ban", 0, "ngay")),
            SetPieces(("van_ban", 0, "trich_yeu"), (Piece(0, 8, "Sửa: đổi"),)),
            AddItem(("van_ban", 0, "can_cu", 0), "hai"),
            AddItem(("van_ban", 0, "can_cu", 0), "một"),
        ],
    )
    assert made is not None
    assert "# đầu tệp\nnam: 2027  # năm\n" in made
    assert made.endswith("# cuối tệp\n")
    assert "- luat-1\n      - một\n      - hai\n" in made


def test_the_last_field_of_a_mapping_leaves_no_other_value_behind() -> None:
    # An item without any field would be nothing: the text is not changed in place then.
    assert rewritten("- a: 1\n- b: 2\n", [Remove((0, "a"))]) is None


_WORDS = st.text(st.sampled_from("ab #:-'\"{}[],&*?|>%@`\tđ\n"), min_size=1, max_size=12).filter(str.strip)
_VALUES = st.recursive(
    _WORDS,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3)
        | st.dictionaries(st.sampled_from(["a", "b", "c", "d"]), inner, min_size=1, max_size=3)
    ),
    max_leaves=8,
)


def _paths(value: Any, path: Path_ = ()) -> Iterator[tuple[Path_, Any]]:
    yield path, value
    for key, item in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from _paths(item, (*path, key))


@given(st.dictionaries(st.sampled_from(["x", "y"]), _VALUES, min_size=1), st.booleans(), _WORDS, st.data())
def test_whatever_is_changed_reads_as_it_should(data: Any, flow: bool, new: str, draw: st.DataObject) -> None:
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, default_flow_style=flow or None)
    read = Source().read_bytes(text.encode(), "", (), is_json=False)
    path, value = draw.draw(st.sampled_from([one for one in _paths(read) if one[0]]))
    changes: list[Rewrite] = [Remove(path)]
    if isinstance(value, str):
        changes += [SetValue(path, new), SetPieces(path, (Piece(0, 1, new),))]
    if isinstance(path[-1], int):
        changes.append(AddItem(path, new))
    elif "n" not in read:
        changes.append(AddField(path, "n", new))
    change = draw.draw(st.sampled_from(changes))
    made = rewritten(text, [change])
    if made is None:
        assert not isinstance(change, SetValue)
    else:
        assert Source().read_bytes(made.encode(), "", (), is_json=False) == changed_data(read, [change])
