"""The letters of fonts before Unicode: which encoding a font's name stands for, and what its characters show."""

from __future__ import annotations

from functools import lru_cache

from generator.patterns import late
from generator.records import record
from generator.wording.mistyped.legacy import TCVN3, VNI_ALONE, VNI_TONED, Encoding

_TCVN3_NAME = late(r"\.vn|vn(time|arial|courier|avant|helv)\w*$")
_VNI_NAME = late(r"vni[- ]")


@record()
class Letter:
    """One character of a paragraph: what it is, in which piece, and how its font is to be read."""

    char: str
    piece: int
    encoding: Encoding | None
    capital: bool = False
    is_drawn: bool = True


@lru_cache(maxsize=256)
def encoding_of_font(name: str) -> Encoding | None:
    """The encoding that a font's name stands for; None for a font of Unicode."""
    known = name.strip().lower()
    if _TCVN3_NAME.match(known):
        return "TCVN3"
    return "VNI" if _VNI_NAME.match(known) else None


def draws_capitals(name: str) -> bool:
    """Whether a TCVN3 font draws small letters as capitals."""
    name = name.strip()
    return encoding_of_font(name) == "TCVN3" and (name.endswith("H") or (name.endswith("h") and name.islower()))


def one_letter(font: str, char: str) -> str:
    """What a character inserted by itself in an old font shows."""
    new = TCVN3.get(char, char) if encoding_of_font(font) == "TCVN3" else _vni_alone(char)
    return new.upper() if draws_capitals(font) else new


def decoded(word: list[Letter]) -> list[str]:
    """What each character of the word shows, empty for a mark that went to the letter before it."""
    shown: list[str] = []
    marked = False
    for at, letter in enumerate(word):
        if marked:
            shown.append("")
            marked = False
            continue
        following = word[at + 1] if at + 1 < len(word) else None
        toned = _toned(letter, following)
        marked = bool(toned)
        shown.append(toned or _alone(letter))
    plain = [letter.char for letter in word if letter.char.isascii()]
    # .VnTime itself has no capitals with a tone: capitals were typed with the tones in small letters.
    all_capitals = len(plain) > 1 and "".join(plain).isupper()
    return [
        new.upper() if letter.encoding == "TCVN3" and (letter.capital or all_capitals) else new
        for letter, new in zip(word, shown, strict=True)
    ]


def _toned(letter: Letter, following: Letter | None) -> str | None:
    """The letter and its mark as one, both VNI; the letter may be plain ASCII of any font."""
    if following is None or following.encoding != "VNI" or not (letter.encoding == "VNI" or letter.char.isascii()):
        return None
    new = VNI_TONED.get(letter.char.lower(), {}).get(following.char.lower())
    return new.upper() if new and letter.char.isupper() else new


def _alone(letter: Letter) -> str:
    if letter.encoding == "TCVN3":
        return TCVN3.get(letter.char, letter.char)
    return _vni_alone(letter.char) if letter.encoding == "VNI" else letter.char


def _vni_alone(char: str) -> str:
    new = VNI_ALONE.get(char.lower(), char)
    return new.upper() if char.isupper() else new
