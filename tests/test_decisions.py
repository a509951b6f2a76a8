"""The decisions in docs/adr have one form and one index."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent.parent / "docs" / "adr"
FILES = sorted(FOLDER.glob("[0-9]*.md"))
PARTS = ["Context", "Decision", "Alternatives", "Consequences"]


def _title(file: Path) -> str:
    return file.read_text(encoding="utf-8").splitlines()[0].removeprefix("# ")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_decision_has_its_parts_and_says_something_in_each(file: Path) -> None:
    pieces = re.split(r"^## (.+)$", file.read_text(encoding="utf-8"), flags=re.M)
    assert pieces[1::2] == PARTS
    assert all(text.strip() for text in pieces[2::2])
    assert _title(file).startswith(f"{int(file.name[:4])}. ")


def test_the_index_lists_every_decision_in_order() -> None:
    listed = re.findall(r"^- \[(.+)\]\((.+)\)$", (FOLDER / "README.md").read_text(encoding="utf-8"), flags=re.M)
    assert listed == [(_title(file), file.name) for file in FILES]
    assert [int(file.name[:4]) for file in FILES] == list(range(1, len(FILES) + 1))
