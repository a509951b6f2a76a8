"""The four real documents: every sentence of theirs is printed, but for the corrections their NGUON.md lists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.render import RenderedDocument
from generator.resources import DATA
from tests.pages import printed_text, squeeze

SEEDS = sorted((Path(__file__).parent / "seeds").glob("*.txt"))
_EDGE = "\x1f"  # between lines and cells of the seed
_SHORTEST = 6  # shorter scraps (numbers of rows, single letters) prove nothing


def _corrections(name: str) -> list[tuple[str, str]]:
    text = (DATA / name / "NGUON.md").read_text(encoding="utf-8")
    rows = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in text.splitlines() if "|" in line]
    table = [row for row in rows if len(row) == 3 and not set(row[0]) <= {"-", " "}][1:]
    return [(squeeze(old), "" if new in {"—", ""} else squeeze(new)) for old, new, _ in table]


def _chunks(name: str, text: str) -> list[str]:
    text = re.sub(r"<[^>]+>", "\n", text).replace("\t", "\n")
    text = re.sub(r"[*#]+|^\s*---\s*$", "", text, flags=re.MULTILINE)
    squeezed = _EDGE.join(squeeze(line) for line in text.split("\n") if line.strip())
    for old, new in _corrections(name):
        pattern = f"{_EDGE}*".join(re.escape(char) for char in old)
        squeezed, count = re.subn(pattern, lambda _, new=new: new or _EDGE, squeezed)
        assert count, f"NGUON.md corrects what the seed does not say: {old}"
    return [chunk for chunk in re.split(rf"{_EDGE}|(?<=[.;:])", squeezed) if len(chunk) >= _SHORTEST]


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.stem)
def test_every_sentence_is_printed(seed: Path, examples: dict[str, RenderedDocument]) -> None:
    mine = {name: made for name, made in examples.items() if name.startswith(f"{seed.stem}/")}
    (document,) = [made for name, made in mine.items() if "bao-cao" not in name]
    assert document.pdf
    printed = printed_text(document.pdf.pdf).casefold()
    missing = []
    for chunk in _chunks(seed.stem, seed.read_text(encoding="utf-8")):
        bare = chunk.casefold().removeprefix("-").rstrip(".;:,")
        if bare not in printed:
            missing.append(chunk)
    assert not missing, "\n".join(missing)
