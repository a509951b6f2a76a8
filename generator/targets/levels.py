"""Targets that are words: what kind of level they name, which says how they are judged."""

from __future__ import annotations

from enum import StrEnum

from generator.targets.marks import with_marks
from generator.targets.phrases import anywhere, table
from generator.targets.tokens import Kind, plain, tokenise


class LevelKind(StrEnum):
    """What a level is: a grade on a scale, a place, a day, or words an assessor alone can judge."""

    GRADE = "grade"
    PLACE = "place"
    DAY = "day"
    OTHER = "other"


_PLACES = ("top", "hạng", "thứ", "nhóm", "vị trí")
_SCALES = table(
    (True, "xuất sắc, giỏi, tốt, khá, trung bình, hoàn thành nhiệm vụ, hoàn thành tốt nhiệm vụ, lao động tiên tiến"),
    (True, "hoàn thành xuất sắc nhiệm vụ, tập thể lao động tiên tiến, tập thể lao động xuất sắc, chiến sĩ thi đua"),
    (True, "vững mạnh, vững mạnh xuất sắc, hài lòng, rất hài lòng, loại a, loại b, loại c, loại d"),
)
_LONGEST = 8
"""Words a grade is named with; a sentence that holds one of its words (``phục vụ tốt``) is none."""


def level_kind(text: str) -> LevelKind:
    """What kind of level the words of a target name."""
    words = plain(text)
    tokens = with_marks(tokenise(words), words)
    if any(token.kind is Kind.NAME and token.key.startswith(_PLACES) for token in tokens):
        return LevelKind.PLACE
    if any(token.kind is Kind.DATE for token in tokens):
        return LevelKind.DAY
    if plain(text).casefold() in ("đạt", "không đạt"):
        return LevelKind.GRADE
    graded = anywhere(tokens, _SCALES)
    if graded and (len(tokens) <= _LONGEST or graded[0][1] < 3):
        return LevelKind.GRADE
    return LevelKind.OTHER
