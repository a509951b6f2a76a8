from __future__ import annotations

from typing import Any

import pytest

from generator.service.pages.merging import merged

DUE = {"noi_dung": ["a"], "han": "1/2/2027"}
NEW, MINE, THEIRS = ({"noi_dung": [said]} for said in ("mới", "của tôi", "của họ"))
TASKS = [{"noi_dung": ["a"]}, {"noi_dung": ["b"]}, {"noi_dung": ["c"]}]


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "expected"),
    [
        ({"a": "1", "b": "2"}, {"a": "x", "b": "2"}, {"a": "1", "b": "y"}, {"a": "x", "b": "y"}),
        ({"a": "1"}, {"a": "1", "b": "2"}, {"a": "1", "c": "3"}, {"a": "1", "c": "3", "b": "2"}),
        ({"a": "1", "b": "2"}, {"b": "2"}, {"a": "1"}, {}),
        ({"a": "1"}, {"a": "2"}, {"a": "2"}, {"a": "2"}),
        # Rows: one changed by each, one put before, one taken out, both added
        ({"l": TASKS}, {"l": [DUE, *TASKS[1:]]}, {"l": [*TASKS[:2], {"noi_dung": ["C"]}]},
         {"l": [DUE, TASKS[1], {"noi_dung": ["C"]}]}),
        ({"l": TASKS}, {"l": [NEW, *TASKS]}, {"l": [*TASKS[:2], {**TASKS[2], "han": "1/2/2027"}]},
         {"l": [NEW, *TASKS[:2], {**TASKS[2], "han": "1/2/2027"}]}),
        ({"l": TASKS}, {"l": TASKS[1:]}, {"l": [*TASKS, NEW]}, {"l": [*TASKS[1:], NEW]}),
        ({"l": TASKS}, {"l": [*TASKS, MINE]}, {"l": [*TASKS, THEIRS]},
         {"l": [*TASKS, THEIRS, MINE]}),
        ({"l": [{"id": "mt1", "x": "1"}, {"id": "mt2", "x": "2"}]},
         {"l": [{"id": "mt1", "x": "9"}, {"id": "mt2", "x": "2"}]},
         {"l": [{"id": "mt2", "x": "8"}, {"id": "mt1", "x": "1"}]},
         {"l": [{"id": "mt2", "x": "8"}, {"id": "mt1", "x": "9"}]}),
    ],
)  # fmt: skip
def test_changes_of_different_places_are_put_together(base: Any, mine: Any, theirs: Any, expected: Any) -> None:
    both, clashes = merged(base, mine, theirs)
    assert both == expected
    assert not clashes


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "at", "stands"),
    [
        ({"a": "1"}, {"a": "2"}, {"a": "3"}, ("a",), "3"),
        ({"a": "1"}, {}, {"a": "3"}, ("a",), "3"),
        ({"l": TASKS}, {"l": [{"noi_dung": ["x"]}, *TASKS[1:]]}, {"l": [{"noi_dung": ["y"]}, *TASKS[1:]]},
         ("l", 0, "noi_dung", 0), "y"),
        ({"l": TASKS}, {"l": [DUE, *TASKS[1:]]}, {"l": TASKS[1:]}, ("l", 0),
         DUE),
    ],
)  # fmt: skip
def test_what_both_changed_is_told_and_nothing_goes(base: Any, mine: Any, theirs: Any, at: Any, stands: Any) -> None:
    both, (clash,) = merged(base, mine, theirs)
    assert clash.path == at
    for step in at:
        both = both[step]
    assert both == stands
