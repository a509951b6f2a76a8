"""Text as it comes in, put right where that is certain, and what remains to be said about it.

What is corrected, reported or refused has its page in ``rules.wording``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from generator.wording.characters import normalise
from generator.wording.joins import join, join_title
from generator.wording.kept import Kept
from generator.wording.mistyped.astray import phrases_astray, words_astray
from generator.wording.mistyped.figures import (
    grouped_figures,
    impossible_days,
    missing_zeros,
    pointed_figures,
    spaced_figures,
    spaced_percents,
)
from generator.wording.mistyped.keystrokes import keystrokes_left
from generator.wording.mistyped.legacy import stray_words, to_unicode
from generator.wording.mistyped.listing import (
    citations_turned_round,
    commas_inside_citations,
    commas_left_out,
    dots_inside,
    half_shortened,
    raised_after_pause,
)
from generator.wording.mistyped.lookalikes import foreign_letters, restore_dd
from generator.wording.mistyped.misspelt import misspelt_words
from generator.wording.mistyped.punctuation import bracket_faults, quote_faults, stray_signs, symbol_faults
from generator.wording.mistyped.repeated import repeated_marks, repeated_phrases, repeated_words
from generator.wording.mistyped.said_twice import figures_unlike_words, weekdays_unlike_days
from generator.wording.mistyped.spacing import misplaced_spaces, single_spaces
from generator.wording.naming.capitals import capital_faults, small_after_stop
from generator.wording.naming.common import common_nouns_raised
from generator.wording.naming.glance import (
    AGAIN,
    ASTRAY,
    BODY,
    BRACKET,
    CAPITALS,
    CITED,
    DAYS,
    DOTTED,
    ETH,
    FIGURE,
    FOREIGN,
    GOING_ON,
    GROUPED,
    KEYS,
    LETTER,
    MARKS,
    MISSPELT,
    NOUNS,
    NUMBERED,
    OLD,
    PAUSE,
    PERCENT,
    PHRASE,
    PHRASES,
    POINTED,
    QUOTE,
    SHORTENED,
    SPACES,
    STAFF,
    STOP,
    TICK,
    TONE,
    glance,
)
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
    return remarks_by(text, glance(text))


def remarks_by(text: str, seen: int) -> list[Remark]:
    """What the finders remark whose signs are all among those ``seen`` in the text."""
    marks, spaces, pairs, keys, spelling, words = _ASKED[seen]
    found = _found(text, marks)
    found += _beside(_found(text, spaces), found)
    found += _found(text, pairs)
    strokes = _found(text, keys)
    found += [*strokes, *_beside(_found(text, spelling), strokes), *_found(text, words)]
    return sorted(found, key=lambda remark: (remark.start, remark.rule)) if len(found) > 1 else found


_Finder = Callable[[str], Iterable[Remark]]


def _found(text: str, finders: Sequence[_Finder]) -> list[Remark]:
    return [remark for find in finders for remark in find(text)] if finders else []


def _beside(remarks: Sequence[Remark], others: Sequence[Remark]) -> Sequence[Remark]:
    """The remarks about places that no other is about."""
    if not remarks or not others:  # as of most texts
        return remarks
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
    (POINTED, pointed_figures),
    (GROUPED, grouped_figures),
    (PERCENT, spaced_percents),
    (FIGURE | DAYS, missing_zeros),
    (FIGURE | DAYS, impossible_days),
    (MARKS, repeated_marks),
)
_OF_SPACES = ((SPACES, misplaced_spaces),)
_OF_PAIRS = ((QUOTE, quote_faults), (BRACKET, bracket_faults))
_OF_KEYS = ((KEYS, keystrokes_left),)
_OF_SPELLING = ((MISSPELT, misspelt_words), (ASTRAY, words_astray), (PHRASES, phrases_astray))
_OF_WORDS = (
    (FIGURE | NUMBERED, symbol_faults),
    (FIGURE | BRACKET, figures_unlike_words),
    (FIGURE, weekdays_unlike_days),
    (TICK, stray_signs),
    (FOREIGN, foreign_letters),
    (OLD, _strays),
    (STOP, small_after_stop),
    (DOTTED, dots_inside),
    (STAFF, commas_left_out),
    (GOING_ON | PAUSE, raised_after_pause),
    (CITED | PAUSE, commas_inside_citations),
    (CITED, citations_turned_round),
    (BODY | SHORTENED, half_shortened),
    (AGAIN, repeated_words),
    (PHRASE, repeated_phrases),
    (CAPITALS, capital_faults),
    (NOUNS, common_nouns_raised),
)
"""Who is asked of a text that shows all their signs; of one without words only of marks, and of those in pairs."""


def _who_is_asked(seen: int) -> list[list[_Finder]]:
    """The finders of each kind whose signs are all among those seen."""
    groups = (_OF_MARKS, _OF_SPACES, _OF_PAIRS, _OF_KEYS, _OF_SPELLING, _OF_WORDS)
    said = len(groups) if seen & LETTER else 3  # else a figure, as most of a report is
    return [[find for signs, find in group if n < said and seen & signs == signs] for n, group in enumerate(groups)]


_ASKED = Kept[int, list[list[_Finder]]](_who_is_asked)
