"""What a text shows at a glance: what can be found in it at all, told by its pieces between two spaces.

A sign is what every match of some finder holds inside one piece, so that a text without it need not be asked. Pieces
come back from text to text and from document to document, and are looked into once.
"""

from __future__ import annotations

from functools import lru_cache, reduce
from operator import or_

from generator.patterns import late
from generator.wording.characters import LOWER, UPPER
from generator.wording.mistyped.keystrokes import may_hold_keys
from generator.wording.mistyped.legacy import may_be_old
from generator.wording.mistyped.misspelt import may_be_misspelt
from generator.wording.syllables import misplaced_tones

LETTER, FIGURE, SLASH, DASH, BRACKET, QUOTE, TICK, FOREIGN, ETH, SHORT, MARKS, SPACES, STOP, DOTTED = (
    1 << n for n in range(14)
)
KEYS, MISSPELT, TONE, OLD = (1 << n for n in range(14, 18))
_PATTERNS = (
    (LETTER, late(r"[^\W\d_]")),
    (FIGURE, late(r"\d")),
    (SLASH, late(r"/")),
    (DASH, late(r"[-–—]")),
    (BRACKET, late(r"[()]")),
    (QUOTE, late(r"[“”\"]")),
    (TICK, late(r"[✓✔✗✘√★☆\U0001f300-\U0001faff\u2600-\u260f\u2613-\u26ff]")),
    (FOREIGN, late(r"[\u0370-\u03ff\u0400-\u052f]")),
    (ETH, late(r"[ÐðƉɖ]")),
    (SHORT, late(rf"[{UPPER}]{{3}}")),
    # Two marks, or one that a space parts from what stands before it.
    (MARKS, late(r"[.,;:!?]{2}|^[.,;:!?]")),
    # A space on the wrong side of a sign; none where one belongs; a standard, whose colon has none.
    (SPACES, late(r"^[,;!?:.)\]”’]|[(\[“‘]$|^[/-].|.[/-]$")),
    (SPACES, late(r"[,;:!?.…][^\W\d_]|[^\W\d_][,;]\d|[^\W\d_]\(|\)[^\W\d_]|ISO|TCVN")),
    (STOP, late(rf"(?:[{LOWER}]{{2}}|[)”])[.!?]$")),
    (DOTTED, late(r"[A-ZĐ]\.(?:[A-ZĐ]|$)")),
)
_WORDS = ((KEYS, may_hold_keys), (MISSPELT, may_be_misspelt), (TONE, misplaced_tones), (OLD, may_be_old))


@lru_cache(maxsize=4096)  # every finder asks of the same text; what a table says, it says on many rows
def glance(text: str) -> int:
    """The signs the text shows, as bits."""
    return reduce(or_, map(_shown_by, text.split()), 0)


@lru_cache(maxsize=16384)
def _shown_by(piece: str) -> int:
    signs = [sign for sign, pattern in _PATTERNS if pattern.search(piece)]
    return reduce(or_, [*signs, *(sign for sign, may_be in _WORDS if may_be(piece))], 0)
