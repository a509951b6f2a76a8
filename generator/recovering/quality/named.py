"""Which objective of the dossier words name, in a report or above the table of its tasks."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from generator.patterns import late
from generator.recovering.quality.stated import without_own_number
from generator.recovering.said import Tree, plain
from generator.wording.characters import fold

NUMBER = late(
    r"^\W*(?:(?:bảng|biểu|phụ lục)\s+(?:số\s+)?)?(?:[IVXLC]+|\d{1,2}(?:\.\d{1,2})*|[A-ZĐ]|[a-zđ])\s*[.)/:–-]\s*", 2
)
"""The number that a heading begins with."""
_OF = late(r"^\s*(?:(?:kế hoạch|công việc|nhiệm vụ|hoạt động)\s+)?(?:thực hiện|đối với)\s+(?=mục tiêu\b)", 2)
_NEAR = 0.93  # likeness of an objective to the one it is


def named_objective(words: str, objectives: Sequence[dict[str, Tree]]) -> str:
    """The id of the objective of these words, or of the one that says all but the same; empty where two do."""
    wanted = fold(words)
    likeness = {}
    for had in objectives:
        own = fold(str(plain(had["noi_dung"])))
        likeness[str(had["id"])] = 1.0 if own == wanted else SequenceMatcher(None, own, wanted, autojunk=False).ratio()
    best = max(likeness.values(), default=0.0)
    near = [name for name, ratio in likeness.items() if ratio == best]
    return near[0] if len(near) == 1 and best >= _NEAR else ""


def numbered_objective(heading: str, objectives: Sequence[dict[str, Tree]]) -> str:
    """The id of the objective that a heading names: «Mục tiêu 1: …», «2. Thực hiện mục tiêu số 2: …»; else empty."""
    words = without_own_number(_OF.sub("", NUMBER.sub("", heading.strip())))
    return named_objective(words.strip(" .:;"), objectives) if words.strip() else ""
