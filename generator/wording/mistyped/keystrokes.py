"""Words whose keystrokes never became diacritics: Telex («quyeets ddinhj») and VNI typing («quye6t1 d9inh5»)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.patterns import late
from generator.wording.remarks import Remark
from generator.wording.syllables import TONE_MARKS, is_syllable, toneless, with_tone

_TELEX_TONES = {"f": "\u0300", "s": "\u0301", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
_VNI_TONES = {"2": "\u0300", "1": "\u0301", "3": "\u0309", "4": "\u0303", "5": "\u0323"}
_TELEX_LETTERS = (
    ("uwow", "ươ"), ("uow", "ươ"), ("uwo", "ươ"), ("dd", "đ"), ("aa", "â"), ("ee", "ê"), ("oo", "ô"),
    ("aw", "ă"), ("ow", "ơ"), ("uw", "ư"), ("ưo", "ươ"),
)  # fmt: skip
_VNI_LETTERS = {"a6": "â", "e6": "ê", "o6": "ô", "a8": "ă", "o7": "ơ", "u7": "ư", "d9": "đ"}
_WORD = late(r"(?<![\w.@/{\\-])[^\W_]+(?![\w@/-]|\.\w)")
_VOWEL = late(r"[aeiouyăâêôơư]")
_PLAIN_TELEX = late(r"dd|aa|uw|j$|(?:ee|oo|aw|ow).*f$")
_NEAR = 3  # words either side that tell the language
# English, and names, that are typed in Vietnamese documents and would make syllables too.
_FOREIGN = """
    air ants as bans bar bee beef been beep bees beet best bins bis bits boo boom boot bots bow bows box bps bus
    bust caps car cast cats chair char chef chest chips cons coo coop cost cow cows cox days deaf deep des dins
    docs does dos dots down dust fans far fee fix flows fox gangs gas goes gown guns hair half hanns hans has hats
    her hex hier his hits hoax hoop hoot host hour how if ins is its just kee keen keep kits know kors las last
    leaf lee lens les lex list loans loom loop loops loot los lost lots low lows lux maps mars mas mats max meet
    menus mist mix moo moon moons moot mos most mow must nest nets news next noon nor nos now of off ons or our
    own pair past pays peep per pins plus pos post pros quest rats relax rest rex room rooms root row rows says
    see seen seep sees ser sets sex sir six songs sons soo soon sos sow tar tas tax taxi tee teen tees tens test
    text thanx thee this thus tins tips tons too toon toons toot toots tops tour tow town trans tree tres us var
    vast vest vis vow vows yee yes yoo yoon your zoo
"""
_FOREIGN_WORDS = frozenset(_FOREIGN.split())


def keystrokes_left(text: str) -> Iterator[Remark]:
    """Each word that is no syllable as it stands and is one when its keystrokes are carried out (LV13)."""
    words = list(_WORD.finditer(text))
    for index, match in enumerate(words):
        word = match[0]
        if is_syllable(word):
            continue
        meant, method = _vni(word), "VNI"
        if meant is None:
            method = "Telex"
            meant = _telex(word)
            near = (other[0] for other in words[max(0, index - _NEAR) : index + _NEAR + 1])
            if meant and not _is_plain(word) and not any(_is_vietnamese(other) for other in near):
                continue
        if meant:
            what = f"chữ «{word}» hình như gõ kiểu {method} mà chưa thành dấu"
            yield Remark(match.start(), match.end(), "LV13", what, _in_case_of(word, meant))


def _is_vietnamese(word: str) -> bool:
    """Whether the word can only be Vietnamese: it has diacritics, or keystrokes no other language has."""
    if word.isascii():
        return (_is_plain(word) and _telex(word) is not None) or _vni(word) is not None
    return is_syllable(word)


def _is_plain(word: str) -> bool:
    """Whether the word's keystrokes are enough by themselves to say it is Telex."""
    return not word.isascii() or bool(_PLAIN_TELEX.search(word.lower()))


def _telex(word: str) -> str | None:
    typed = word.lower()
    if typed in _FOREIGN_WORDS or not typed.isalpha() or len(typed) < 3:
        return None
    letters, tone = _without_tone_key(typed)
    strokes = 1 if tone else 0
    for keys, letter in _TELEX_LETTERS:
        if keys in letters:
            letters, strokes = letters.replace(keys, letter, 1), strokes + 1
    if not strokes or (word.isupper() and strokes < 2):
        return None
    return with_tone(letters, tone) if tone else (letters if is_syllable(letters) else None)


def _without_tone_key(typed: str) -> tuple[str, str]:
    """The word without its one tone key, and the tone's mark; the word itself when it has none or several."""
    vowel = _VOWEL.search(toneless(typed))
    if vowel is None or toneless(typed) != typed:
        return typed, ""
    keys = [at for at in range(vowel.end(), len(typed)) if typed[at] in _TELEX_TONES]
    # The key stands at the end, or before the last consonants; «here», «does» are not typed so.
    if len(keys) != 1 or _VOWEL.search(toneless(typed[keys[0] :])):
        return typed, ""
    at = keys[0]
    return typed[:at] + typed[at + 1 :], _TELEX_TONES[typed[at]]


def _vni(word: str) -> str | None:
    """VNI keys stand inside the word, or there are two of them: «mt1», «A4», «QT01» are names, not words."""
    digits = [at for at, char in enumerate(word) if char.isdigit()]
    inside = any(at + 1 < len(word) and word[at + 1].isalpha() for at in digits)
    if not digits or not word[0].isalpha() or not (inside or len(digits) > 1):
        return None
    typed, tone = word.lower(), ""
    for keys, letter in _VNI_LETTERS.items():
        typed = typed.replace(keys, letter, 1)
    typed = typed.replace("ưo7", "ươ").replace("uơ", "ươ")
    left = [char for char in typed if char.isdigit()]
    if len(left) > 1 or (left and left[0] not in _VNI_TONES):
        return None
    if left:
        at = typed.index(left[0])
        if not _VOWEL.search(typed[:at]):
            return None
        tone, typed = _VNI_TONES[left[0]], typed.replace(left[0], "")
    if tone:
        return with_tone(typed, tone)
    return typed if is_syllable(typed) and not any(mark in typed for mark in TONE_MARKS) else None


def _in_case_of(word: str, meant: str) -> str:
    if word.isupper():
        return meant.upper()
    return meant[:1].upper() + meant[1:] if word[:1].isupper() else meant
