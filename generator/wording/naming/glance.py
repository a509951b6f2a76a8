"""What a text shows at a glance: what can be found in it at all, before any finder reads it in earnest.

Each sign is what every match of some finder holds: inside one piece between two spaces, in the words of one, or in
words side by side. A finder names the signs it needs and is asked of no text that lacks one. Pieces come back from text
to text and from document to document, and are looked into once.
"""

from __future__ import annotations

from functools import lru_cache, reduce
from operator import or_

from generator.patterns import late
from generator.wording.characters import FILLERS, LOWER, UPPER
from generator.wording.kept import Kept
from generator.wording.mistyped.astray import MAY_BE_A_PHRASE, may_go_astray
from generator.wording.mistyped.keystrokes import may_hold_keys
from generator.wording.mistyped.legacy import may_be_old
from generator.wording.mistyped.listing import BODY_WORDS, CITED_WORDS, RAISED_FIRST, STAFF_WORDS
from generator.wording.mistyped.misspelt import may_be_misspelt
from generator.wording.mistyped.repeated import PHRASE_BEGINS, may_repeat
from generator.wording.naming.capital_cases import may_match_case
from generator.wording.naming.common import RAISED_NOUNS
from generator.wording.naming.lexicon import may_hold_names
from generator.wording.syllables import misplaced_tones
from generator.wording.words import read_words, words_of

LETTER, FIGURE, DASH, BRACKET, QUOTE, TICK, FOREIGN, ETH, SHORT, MARKS, SPACES, STOP, DOTTED, HIDDEN = (
    1 << n for n in range(14)
)
POINTED, GROUPED, PERCENT, DAYS, NUMBERED, PAUSE, SHORTENED, PHRASES, JOINT = (1 << n for n in range(14, 23))
_PATTERNS = (
    (LETTER, late(r"[^\W\d_]")),
    (FIGURE, late(r"\d")),
    (DASH, late(r"[-–—]")),
    (BRACKET, late(r"[()]")),
    (QUOTE, late(r"[“”\"]")),
    (TICK, late(r"[✓✔✗✘√★☆\U0001f300-\U0001faff\u2600-\u260f\u2613-\u26ff]")),
    (FOREIGN, late(r"[\u0370-\u03ff\u0400-\u052f]")),
    (ETH, late(r"[ÐðƉɖ]")),
    (SHORT, late(rf"[{UPPER}]{{3}}")),
    # Two marks, or one that a space parts from what stands before it; a slash, of which an end mark has one.
    (MARKS, late(r"[.,;:!?]{2}|^[.,;:!?]|/")),
    # A space on the wrong side of a sign; none where one belongs; a standard, whose colon has none.
    (SPACES, late(r"^[,;!?:.)\]”’]|[(\[“‘]$|^[/-].|.[/-]$")),
    (SPACES, late(r"[,;:!?.…][^\W\d_]|[^\W\d_][,;]\d|[^\W\d_]\(|\)[^\W\d_]|ISO|TCVN")),
    (STOP, late(rf"(?:[{LOWER}]{{2}}|[)”])[.!?]$")),
    (DOTTED, late(r"[A-ZĐ]\.(?:[A-ZĐ]|$)")),
    (HIDDEN, late(f"[{FILLERS}]")),
    (POINTED, late(r"\d\.\d")),
    (GROUPED, late(r"\d,\d{3},\d")),
    (PERCENT, late(r"^%")),
    (DAYS, late(r"(?:gày|háng)$|\d/\d{1,2}/\d")),
    (NUMBERED, late(r"/|\d-")),
    (PAUSE, late(r"[,;]$")),
    (SHORTENED, late(r"[A-ZĐ]{2}")),
    (PHRASES, late(MAY_BE_A_PHRASE)),
    (JOINT, late(r"[-–]|^và$")),
)
KEYS, MISSPELT, TONE, OLD = (1 << n for n in range(23, 27))
_PIECES = ((KEYS, may_hold_keys), (MISSPELT, may_be_misspelt), (TONE, misplaced_tones), (OLD, may_be_old))
STAFF, GOING_ON, CITED, BODY, PHRASE, NOUNS, EVERY, BY_FIELD, NAMED_BODY, JOINED_NAME = (1 << n for n in range(27, 37))
_WORDS = (
    (STAFF, STAFF_WORDS),
    (GOING_ON, RAISED_FIRST),
    (CITED, CITED_WORDS),
    (BODY, BODY_WORDS),
    (PHRASE, PHRASE_BEGINS),
    (NOUNS, RAISED_NOUNS),
    (BY_FIELD, frozenset(("Bộ", "Sở", "Phòng", "phòng"))),
    (NAMED_BODY, frozenset(("Ban", "Trung", "Bộ", "Hội", "Văn", "Chi", "Hệ", "Mô"))),
    (JOINED_NAME, frozenset(("văn", "Văn", "Phòng", "Trung"))),
)
_EVERY_WORDS = frozenset(("hằng", "hàng"))
AGAIN, ASTRAY, NAMES, CASES, CAPITALS = (1 << n for n in range(37, 42))
_BESIDE = ((AGAIN, may_repeat), (ASTRAY, may_go_astray), (NAMES | CAPITALS, may_hold_names))
ALL = (1 << 42) - 1
"""Every sign: who is asked by it is asked whatever the text shows."""


@lru_cache(maxsize=4096)  # every finder asks of the same text; what a table says, it says on many rows
def glance(text: str) -> int:
    """The signs the text shows, as bits."""
    words = words_of(text)
    seen = reduce(or_, map(_SHOWN.__getitem__, words.pieces), 0)
    for sign, may_be in _BESIDE:
        if may_be(words.low):
            seen |= sign
    # Some of what is hidden parts pieces as a space does, and is in none.
    return seen if text.replace("\xa0", " ").isprintable() else seen | HIDDEN


def _shown_by(piece: str) -> int:
    words = read_words(piece)
    signs = [sign for sign, pattern in _PATTERNS if pattern.search(piece)]
    signs += [sign for sign, may_be in _PIECES if may_be(piece)]
    signs += [sign for sign, held in _WORDS if not held.isdisjoint(words.typed)]
    if not _EVERY_WORDS.isdisjoint(words.low):
        signs.append(EVERY)
    if may_match_case(words.typed):
        signs.append(CASES | CAPITALS)
    return reduce(or_, signs, 0)


_SHOWN = Kept[str, int](_shown_by)
