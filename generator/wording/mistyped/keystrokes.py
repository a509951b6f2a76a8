"""Words whose keystrokes never became diacritics: Telex («quyeets ddinhj») and VNI typing («quye6t1 d9inh5»)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from generator.patterns import late
from generator.wording.compounds import COMPOUNDS
from generator.wording.remarks import Remark
from generator.wording.syllables import is_syllable, toneless, with_tone

_TELEX_TONES = {"f": "\u0300", "s": "\u0301", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
_VNI_TONES = {"2": "\u0300", "1": "\u0301", "3": "\u0309", "4": "\u0303", "5": "\u0323"}
_TELEX_LETTERS = (
    ("uwow", "ươ"), ("uow", "ươ"), ("uwo", "ươ"), ("dd", "đ"), ("aa", "â"), ("ee", "ê"), ("oo", "ô"),
    ("aw", "ă"), ("ow", "ơ"), ("uw", "ư"), ("ưo", "ươ"),
)  # fmt: skip
# Where a key of VNI may stand for the letter it changes: behind it, or later in the word («truong7»).
_VNI_LETTERS = {
    "6": (("a", "â"), ("e", "ê"), ("o", "ô")),
    "7": (("uo", "ươ"), ("u", "ư"), ("o", "ơ")),
    "8": (("a", "ă"),),
    "9": (("d", "đ"),),
}
# Words that are numbered: «quan1», «khu7» are names somebody gave.
_FORMULAS = frozenset(("co2", "no2", "no3", "so2", "so3", "so4", "nh3", "nh4", "ch4", "po4", "pm2"))
_NUMBERED_LISTED = """
    ban bang bai bao buoc chuong cong dieu dot duong file giai hinh khoa khu ky lan lop mau muc nam nhom phan phong
    phuong phu quan quy tang thang thon tiet to trang tuan vong
"""
_NUMBERED = frozenset(_NUMBERED_LISTED.split())
_BY_KEYS = frozenset(("oong", "ooc"))  # rimes of a few words only: «coong» is «công» by its keys
_WITH_OO = frozenset(("xoong", "boong", "toong", "loong", "goong", "mooc", "cooc", "sooc", "looc"))
_WORD = late(r"(?<![\w.@/{\\'’-])[^\W_]+(?![\w@/'’-]|\.\w)")
_ANY_WORD = late(r"[^\W_]+")  # every word is one of these
_VOWEL = late(r"[aeiouyăâêôơư]")
_PLAIN_TELEX = late(
    r"dd|aa|uw|j$|(?:ee|oo|aw|ow).*f$|[iy]ee|uoo|uow|^ngh?.*[sfrxj]$"
    r"|j[cptmn]?[gh]?$|n[gh]?f$|mf$|nh[srx]$|ng[rx]$"
)
_KEY_INSIDE = late(r"(?P<before>[^aeiouy]*[aeiouy]{1,2})(?P<key>[sfrxj])(?P<after>[aeiouy])")
# What the names of places in the Central Highlands open with: the word behind is of another tongue, «Ea Kar», «Ia Der».
_HIGHLANDS = frozenset(("Ea", "Ia", "Cư", "Chư", "Kon", "Krông", "Đắk", "Đăk", "Buôn", "Plei", "Plơi"))
_NEAR = 3  # words either side that tell the language
# English, and names, that are typed in Vietnamese documents and would make syllables too.
_FOREIGN = """
    air ants as bans bar bee beef been beep bees beet best bins bis bits boo boom boot bots bow bows box bps bus
    bust caps car cast chaos cats chair char chef chest chips cons coo coop cost cow cows cox days deaf deep des dins
    docs does dos dots down dust fans far fee fix flows fox gangs gas goes gown guns hair half hanns hans has hats
    her hex hier his hits hoax hoop hoot host hour how if ins is its just kee keen keep kits know kors las last
    leaf lee lens les lex list loans loom loop loops loot los lost lots low lows lux maps mars mas mats max meet
    menus mist mix moo moon moons moot mos most mow must nest nets news next noon nor nos now of off ons or our
    own pair past pays peep per pins plus pos post pros quest rats relax rest rex room rooms root row rows says
    see seen seep sees ser sets sex sir six songs sons soo soon sos tar tas tax taxi tee teen tees tens test
    text thanx thee this thus tins tips tons too toon toons toot toots tops tour tow town trans tree tres us var
    vast vest vis vow vows yee yes yoo yoon your zoo bore caro casio core dose faro fore giro gore hero hose karo
    lira lore lose lux miso more nero nose pore pose rose sofa sore store taro taxi those tiro tofu tore user visa
    wore zero
"""
_FOREIGN_WORDS = frozenset(_FOREIGN.split())


def keystrokes_left(text: str) -> Iterator[Remark]:
    """Each word that is no syllable as it stands and is one when its keystrokes are carried out (LV13)."""
    words = list(_WORD.finditer(text))
    for index, match in enumerate(words):
        word = match[0]
        if not _may_be_keys(word):
            continue
        near = [other[0] for other in words[max(0, index - _NEAR) : index + _NEAR + 1] if other is not match]
        beside = (words[index - 1][0] if index else "", words[index + 1][0] if index + 1 < len(words) else "")
        if beside[0] in _HIGHLANDS and word[0].isupper():
            continue
        meant, method = _meant(word, near, beside)
        if meant:
            what = f"chữ «{word}» hình như gõ kiểu {method} mà chưa thành dấu"
            yield Remark(match.start(), match.end(), "LV13", what, _in_case_of(word, meant))


def may_hold_keys(piece: str) -> bool:
    """Whether a word of the piece may be one of them: a quick look, before the text is read in earnest."""
    return any(map(_may_be_keys, _ANY_WORD.findall(piece)))


@lru_cache(maxsize=8192)  # the words of documents are few
def _may_be_keys(word: str) -> bool:
    """Whether the word is not right as it stands and its keystrokes make another, whatever stands beside it."""
    if not word[0].isalpha() or (is_syllable(word) and not _is_by_keys(word)):
        return False
    return bool(_vni(word) or _telex(word) or _telex_key_inside(word))


def _meant(word: str, near: list[str], beside: tuple[str, str]) -> tuple[str | None, str]:
    """What the keys make, and of which method; ``near`` are the words about it, which tell the language.

    ``beside`` are the one before and the one after.
    """
    meant = _vni(word)
    if meant and (_is_sure_vni(word) or _is_vni_among(word, meant, near, beside)):
        return meant, "VNI"
    meant = _telex(word)
    if meant and (_is_plain(word) or any(_is_vietnamese(other) for other in near) or _are_all_telex(near)):
        return meant, "Telex"
    among = any(not other.isascii() and is_syllable(other) for other in near)
    if meant is None and (among or any(_telex_key_inside(other) for other in near)):
        meant = _telex_key_inside(word)
        return meant, "Telex"
    return None, ""


def _are_all_telex(words: list[str]) -> bool:
    return bool(words) and all(_telex(word) for word in words)


def _is_by_keys(word: str) -> bool:
    """Whether the word is a syllable only by a rime that almost always is keystrokes: «coong», «khoong»."""
    lower = word.lower()
    return lower.isascii() and lower.endswith(tuple(_BY_KEYS)) and lower not in _WITH_OO


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


def _telex_key_inside(word: str) -> str | None:
    """The word whose tone key was typed before its last vowel: «baso», «caso»."""
    typed = word.lower()
    if typed in _FOREIGN_WORDS or not typed.isascii() or not typed.isalpha() or word.isupper() or is_syllable(word):
        return None
    match = _KEY_INSIDE.fullmatch(typed)
    return with_tone(match["before"] + match["after"], _TELEX_TONES[match["key"]]) if match else None


def _vni(word: str) -> str | None:
    """The word by the keys of VNI; None when it makes none. «mt1», «A4», «QT01» are names, not words."""
    digits = [char for char in word if char.isdigit()]
    if not 0 < len(digits) < len(word) - 1 or not word[0].isalpha() or not word.isascii():
        return None
    lower = word.lower()
    if "u7o7" in lower:
        lower, digits = lower.replace("u7o7", "uo7"), [*dict.fromkeys(digits)]
    if len(set(digits)) < len(digits):
        return None
    letters = "".join(char for char in lower if char.isalpha())
    tones = [char for char in digits if char in _VNI_TONES]
    if len(tones) > 1 or any(char in "0" for char in digits):
        return None
    if tones and not _VOWEL.search(lower[: lower.index(tones[0])]):
        return None
    for key in digits:
        if key not in _VNI_LETTERS:
            continue
        changed = next((letters.replace(plain, new, 1) for plain, new in _VNI_LETTERS[key] if plain in letters), None)
        if changed is None:
            return None
        letters = changed
    if letters.isascii() and not tones:
        return None
    if tones:
        return with_tone(letters, _VNI_TONES[tones[0]])
    return letters if is_syllable(letters) else None


def _is_sure_vni(word: str) -> bool:
    """Whether the keys stand inside the word, or there are two of them."""
    digits = [at for at, char in enumerate(word) if char.isdigit()]
    return len(digits) > 1 or digits[0] + 1 < len(word)


def _is_vni_among(word: str, meant: str, near: list[str], beside: tuple[str, str]) -> bool:
    """Whether a word with one key at its end is one of VNI: others beside it are, or it is no name with a number."""
    if any(_vni(other) and _is_sure_vni(other) for other in near):
        return True
    before, after = (other.lower() for other in beside)
    if f"{before} {meant}" in COMPOUNDS or f"{meant} {after}" in COMPOUNDS:
        return True
    if not word.islower() or len(word) < 3 or word[:-1] in _NUMBERED or word in _FORMULAS:
        return False
    return any(not other.isascii() and is_syllable(other) for other in beside)


def _in_case_of(word: str, meant: str) -> str:
    if word.isupper():
        return meant.upper()
    return meant[:1].upper() + meant[1:] if word[:1].isupper() else meant
