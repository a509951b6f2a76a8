"""Text as it comes in, put right where that is certain, and what remains to be said about it.

What is corrected, reported or refused has its page in ``rules.wording``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.patterns import late
from generator.wording.characters import normalise
from generator.wording.joins import join, join_title
from generator.wording.mistyped.astray import words_astray
from generator.wording.mistyped.figures import missing_zeros, spaced_figures
from generator.wording.mistyped.keystrokes import keystrokes_left
from generator.wording.mistyped.legacy import stray_words, to_unicode
from generator.wording.mistyped.listing import listing_faults
from generator.wording.mistyped.lookalikes import foreign_letters, restore_dd
from generator.wording.mistyped.misspelt import misspelt_words
from generator.wording.mistyped.punctuation import bracket_faults, quote_faults, stray_signs, symbol_faults
from generator.wording.mistyped.repeated import repeated_marks, repeated_words
from generator.wording.mistyped.spacing import misplaced_spaces, single_spaces
from generator.wording.naming.capitals import capital_faults
from generator.wording.naming.common import common_nouns_raised
from generator.wording.naming.names import unify_tones
from generator.wording.remarks import Remark
from generator.wording.settings import DEFAULT, TonePlacement
from generator.wording.syllables import move_tones

_LETTER = late(r"[^\W\d_]")


def tidy(text: str) -> str:
    """The text in NFC, out of the old fonts, with single spaces, true đ, tones where they belong (LV01 to LV04, LV20).

    Raises ValueError with a Vietnamese message where an old font cannot be told for certain (LV32).
    """
    if text.isascii() and "  " not in text and "\r" not in text and text == text.strip():
        return text
    return move_tones(single_spaces(restore_dd(to_unicode(normalise(text)))))


def printed(
    text: str,
    tones: TonePlacement = DEFAULT.tones,
    keep: Iterable[str] = (),
    longest: int | None = None,
    *,
    is_title: bool = False,
) -> str:
    """The running text as a document prints it: one style of tones but inside the names to keep, joined (LV05, LV06).

    It is as long as it was, letter for letter, so that emphasis measured on one holds for the other. ``longest`` is
    the longest stretch that may be joined, in characters. A title is joined inside words and names too.
    """
    unified = unify_tones(text, tones, keep)
    return join_title(unified) if is_title else join(unified, longest)


def findings(text: str) -> list[Remark]:
    """Everything reported of one tidied text, from its start to its end; nothing of it is corrected."""
    if not text.strip():
        return []
    found = [*spaced_figures(text), *missing_zeros(text), *repeated_marks(text)]
    found += [*_beside(misplaced_spaces(text), found), *quote_faults(text), *bracket_faults(text)]
    if not _LETTER.search(text):  # a figure, as most of a report is
        return sorted(found, key=lambda remark: (remark.start, remark.rule))
    strokes = [*keystrokes_left(text)]
    found += [
        *strokes,
        *_beside([*misspelt_words(text), *words_astray(text)], strokes),
        *listing_faults(text),
        *repeated_words(text),
        *symbol_faults(text),
        *stray_signs(text),
        *foreign_letters(text),
        *_strays(text),
        *capital_faults(text),
        *common_nouns_raised(text),
    ]
    return sorted(found, key=lambda remark: (remark.start, remark.rule))


def _beside(remarks: Iterable[Remark], others: Sequence[Remark]) -> list[Remark]:
    """The remarks about places that no other is about."""
    return [one for one in remarks if not any(one.start < other.end and other.start < one.end for other in others)]


def _strays(text: str) -> list[Remark]:
    return [
        Remark(
            at := text.index(word), at + len(word), "LV15", f"chữ «{word}» hình như gõ bằng phông .VnTime, VNI", meant
        )
        for word, meant in stray_words(text).items()
    ]
