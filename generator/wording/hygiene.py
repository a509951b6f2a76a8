"""Text as it comes in, put right where that is certain, and what remains to be said about it.

What is corrected, reported or refused has its page in ``rules.wording``.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.patterns import late
from generator.wording.characters import normalise
from generator.wording.joins import join
from generator.wording.mistyped.keystrokes import keystrokes_left
from generator.wording.mistyped.legacy import stray_words, to_unicode
from generator.wording.mistyped.lookalikes import foreign_letters, restore_dd
from generator.wording.mistyped.punctuation import quote_faults, symbol_faults
from generator.wording.mistyped.spacing import misplaced_spaces, single_spaces
from generator.wording.naming.capitals import capital_faults
from generator.wording.naming.names import unify_tones
from generator.wording.remarks import Remark
from generator.wording.settings import DEFAULT, TonePlacement

_LETTER = late(r"[^\W\d_]")


def tidy(text: str) -> str:
    """The text in NFC, out of the old fonts, with single spaces and true đ (LV01 to LV04).

    Raises ValueError with a Vietnamese message where an old font cannot be told for certain (LV32).
    """
    if text.isascii() and "  " not in text and "\r" not in text and text == text.strip():
        return text
    return single_spaces(restore_dd(to_unicode(normalise(text))))


def printed(
    text: str, tones: TonePlacement = DEFAULT.tones, keep: Iterable[str] = (), longest: int | None = None
) -> str:
    """The running text as a document prints it: one style of tones but inside the names to keep, joined (LV05, LV06).

    It is as long as it was, letter for letter, so that emphasis measured on one holds for the other. ``longest`` is
    the longest stretch that may be joined, in characters.
    """
    return join(unify_tones(text, tones, keep), longest)


def findings(text: str) -> list[Remark]:
    """Everything reported of one tidied text, from its start to its end; nothing of it is corrected."""
    if not text.strip():
        return []
    found = [*misplaced_spaces(text), *quote_faults(text)]
    if not _LETTER.search(text):  # a figure, as most of a report is
        return sorted(found, key=lambda remark: (remark.start, remark.rule))
    found += [
        *symbol_faults(text),
        *keystrokes_left(text),
        *foreign_letters(text),
        *_strays(text),
        *capital_faults(text),
    ]
    return sorted(found, key=lambda remark: (remark.start, remark.rule))


def _strays(text: str) -> list[Remark]:
    return [
        Remark(
            at := text.index(word), at + len(word), "LV15", f"chữ «{word}» hình như gõ bằng phông .VnTime, VNI", meant
        )
        for word, meant in stray_words(text).items()
    ]
