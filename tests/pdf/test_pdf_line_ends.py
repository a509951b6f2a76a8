"""Lines taken whole end where the same text walked through word by word ends them."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

import pytest

from generator.layout.tree import Inline, Run, TextFormat
from generator.pdf.measuring import line_ends
from generator.pdf.measuring.line_ends import LineEnder
from generator.pdf.measuring.typefaces import Faces

TEXT = (
    "Ủy ban nhân dân xã, số 520/QĐ-UBND ngày 05-11-2026 về việc (kèm theo) phê duyệt – giao nhiệm vụ “khảo sát”; "
    "AVATAR Tự_Do_Hạnh_Phúc {{ten}} 2021-2025 www.congbao.example.vn/van-ban/quyet-dinh-phe-duyet-rat-dai-tat-ca-mot-tu"
)
WORDS = TEXT.split()
LOOKS: dict[str, dict[str, Any]] = {
    "plain": {},
    "kerned": {"kerned": True},
    "italic": {"italic": True},
    "capitals": {"caps": True, "bold": True},
    "small capitals": {"small_caps": True},
    "spaced": {"spacing": 1.2},
    "condensed, kerned": {"spacing": -0.3, "kerned": True},
    "narrow": {"stretch": 0.8},
}


def _items(seed: int, look: TextFormat) -> list[Inline]:
    dice = random.Random(seed)
    text = "".join(dice.choice(WORDS) + dice.choice([" ", " ", " ", "  ", "\u00a0"]) for _ in range(90))
    text += "☐ lấy từ phông khác" if seed % 10 == 0 else ""
    cuts = sorted(dice.sample(range(len(text)), seed % 4))
    looks = [look, replace(look, bold=not look.bold)]
    return [
        Run(text[start:end], looks[number % 2])
        for number, (start, end) in enumerate(zip([0, *cuts], [*cuts, len(text)], strict=True))
    ]


@pytest.mark.parametrize("modern", [False, True])
def test_lines_taken_whole_end_where_words_end_them(modern: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    ended = 0
    for name, look in LOOKS.items():
        form = replace(TextFormat(), **look)
        for seed in range(25):
            items, width, first = _items(seed, form), 120.0 + 12.13 * seed, (seed % 3) * 18.0
            at_once = LineEnder(Faces(True)).end(items, width, first, modern)
            with monkeypatch.context() as patched:
                patched.setattr(line_ends, "_FEW", 10**9)
                by_words = LineEnder(Faces(True)).end(items, width, first, modern)
            assert at_once == by_words, (name, seed)
            ended += at_once != (items, 0.0)
    assert ended, "no paragraph had breaks of its own: nothing was compared"
