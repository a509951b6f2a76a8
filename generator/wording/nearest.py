"""The known names most like one that is not known: what a message asks «có phải ý bạn là …?» with."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from generator.wording.characters import fold

HINT = 0.6  # likeness that is worth a question
TAKEN = 0.75  # likeness at which a name of a workbook is taken for the known one, which is said
SURE = 0.8  # likeness on which something is refused, or a wrong hint would mislead


def did_you_mean(typed: str, known: Iterable[str], *, most: int = 1, likeness: float = HINT) -> list[str]:
    """At most so many of the known names, as they are written, the most alike first; none when none is close.

    Case, diacritics and separators do not count: «quyet dinh» is as like «quyết định» as can be.
    """
    by_fold: dict[str, str] = {}
    for name in known:
        by_fold.setdefault(fold(name), name)
    return [by_fold[name] for name in difflib.get_close_matches(fold(typed), by_fold, most, likeness)]
