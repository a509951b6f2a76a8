"""Text as it comes in, put right where that is certain, and what remains to be said about it.

What is corrected, reported or refused has its page in ``rules.wording``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from generator.wording.characters import normalise
from generator.wording.glance import (
    BRACKET,
    DOTTED,
    ETH,
    FIGURE,
    FOREIGN,
    KEYS,
    LETTER,
    MARKS,
    MISSPELT,
    OLD,
    QUOTE,
    SLASH,
    SPACES,
    STOP,
    TICK,
    TONE,
    glance,
)
from generator.wording.joins import join, join_title
from generator.wording.mistyped.astray import words_astray
from generator.wording.mistyped.figures import impossible_days, missing_zeros, spaced_figures
from generator.wording.mistyped.keystrokes import keystrokes_left
from generator.wording.mistyped.legacy import stray_words, to_unicode
from generator.wording.mistyped.listing import dots_inside, listing_faults
from generator.wording.mistyped.lookalikes import foreign_letters, restore_dd
from generator.wording.mistyped.misspelt import misspelt_words
from generator.wording.mistyped.punctuation import bracket_faults, quote_faults, stray_signs, symbol_faults
from generator.wording.mistyped.repeated import repeated_marks, repeated_words
from generator.wording.mistyped.spacing import misplaced_spaces, single_spaces
from generator.wording.naming.capitals import capital_faults, small_after_stop
from generator.wording.naming.common import common_nouns_raised
from generator.wording.naming.names import unify_tones
from generator.wording.remarks import Remark
from generator.wording.settings import DEFAULT, TonePlacement
from generator.wording.syllables import move_tones

_SHORT = 2_000  # letters: longer texts are not kept
_UNTIDY = OLD | ETH | TONE  # what words show that is put right


def tidy(text: str) -> str:
    """The text in NFC, out of the old fonts, with single spaces, true đ, tones where they belong (LV01 to LV04, LV20).

    Raises ValueError with a Vietnamese message where an old font cannot be told for certain (LV32).
    """
    if text.isascii() and "  " not in text and "\r" not in text and text == text.strip():
        return text
    whole = normalise(text)
    if not glance(whole) & _UNTIDY:
        return single_spaces(whole)
    return move_tones(single_spaces(restore_dd(to_unicode(whole))))


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
    make = _kept_print if len(text) <= _SHORT else _kept_print.__wrapped__
    return make(text, tones, tuple(keep), longest, is_title)


@lru_cache(maxsize=4096)  # a page is drawn at every key, and one text of it is another
def _kept_print(text: str, tones: TonePlacement, keep: tuple[str, ...], longest: int | None, is_title: bool) -> str:
    unified = unify_tones(text, tones, keep)
    return join_title(unified) if is_title else join(unified, longest)


def findings(text: str) -> list[Remark]:
    """Everything reported of one tidied text, from its start to its end; nothing of it is corrected."""
    if not text.strip():
        return []
    seen = glance(text)
    found = _asked(text, seen, _OF_MARKS)
    if seen & SPACES:
        found += _beside(misplaced_spaces(text), found)
    found += _asked(text, seen, _OF_PAIRS)
    if seen & LETTER:  # else a figure, as most of a report is
        strokes = [*keystrokes_left(text)] if seen & KEYS else []
        misspelt = [*misspelt_words(text)] if seen & MISSPELT else []
        found += [*strokes, *_beside([*misspelt, *words_astray(text)], strokes), *_asked(text, seen, _OF_WORDS)]
        found += [*listing_faults(text), *repeated_words(text), *capital_faults(text), *common_nouns_raised(text)]
    return sorted(found, key=lambda remark: (remark.start, remark.rule))


def _asked(text: str, seen: int, finders: Iterable[tuple[int, Callable[[str], Iterable[Remark]]]]) -> list[Remark]:
    """What those find whose sign the text shows."""
    return [remark for sign, find in finders if seen & sign for remark in find(text)]


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


_OF_MARKS = (
    (FIGURE, spaced_figures),
    (FIGURE, missing_zeros),
    (FIGURE, impossible_days),
    (MARKS | SLASH, repeated_marks),
)
_OF_PAIRS = ((QUOTE, quote_faults), (BRACKET, bracket_faults))
_OF_WORDS = (
    (FIGURE, symbol_faults),
    (TICK, stray_signs),
    (FOREIGN, foreign_letters),
    (OLD, _strays),
    (STOP, small_after_stop),
    (DOTTED, dots_inside),
)
"""What is asked of a text that shows the sign; of one without words only of marks, and of those that come in pairs."""
