"""Vietnamese syllables: which strings of letters are one, and which letter carries the tone."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from generator.patterns import late
from generator.records import record
from generator.wording.settings import TonePlacement

TONE_MARKS = {"\u0300": "huyền", "\u0301": "sắc", "\u0309": "hỏi", "\u0303": "ngã", "\u0323": "nặng"}
_ONSETS = (
    "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr",
    "b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", "",
)  # fmt: skip
_RIMES_LISTED = """
    a ac ach ai am an ang anh ao ap at au ay ăc ăk ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu
    i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
    o oc oi om on ong op ot ooc oong oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt
    oe oem oen oeo oet ô ôc ôi ôm ôn ông ôp ôt ôông ơ ơi ơm ơn ơp ơt
    u ua uc ui um un ung up ut uân uâng uât uây uê uêch uên uênh uêt uơ uy uya uych uyên uyêt uyn uynh uyp uyt uyu
    uôc uôi uôm uôn uông uôt ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
    y yêm yên yêng yêt yêu
"""
_RIMES_AFTER_QU = """
    a ac ach ai an ang anh ao at au ay ăc ăm ăn ăng ăp ăt ân âng ât âu ây e en eo et ê ên êch ênh êt êu
    i ich in inh it y ych yên yêt ynh yt yu ơ ơi ơn ơt ôc ôn ông ôi
"""
_RIMES, _AFTER_QU = frozenset(_RIMES_LISTED.split()), frozenset(_RIMES_AFTER_QU.split())
_STOPPED = ("c", "ch", "k", "p", "t")  # rimes ending so take sắc and nặng only
_OPEN_PAIRS = {"oa", "oe", "uy"}
_MAY_MOVE = late(r"[òóỏõọÒÓỎÕỌ][aeAE]|[oO][àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ]|[ùúủũụÙÚỦŨỤ][yY]|[uU][ỳýỷỹỵỲÝỶỸỴ]")
_WORD = late(r"[^\W\d_]+")


@record(frozen=True)
class Syllable:
    """One syllable in lower case: its letters without the tone, where they divide, the tone's mark and place."""

    letters: str
    onset: str
    tone: str
    place: int

    @property
    def rime(self) -> str:
        """What follows the onset."""
        return self.letters[len(self.onset) :]

    @property
    def is_tone_movable(self) -> bool:
        """Whether the tone may stand on either vowel: hòa and hoà, khỏe and khoẻ, thủy and thuỷ."""
        return bool(self.tone) and self.rime in _OPEN_PAIRS

    def tone_place(self, style: TonePlacement) -> int:
        """The index of the letter the tone belongs on in that style."""
        return _tone_place(self.onset, self.rime, style)


@lru_cache(maxsize=8192)
def syllable(word: str) -> Syllable | None:
    """The word (NFC, any case) as a syllable; None when Vietnamese has none such, or its tone is misplaced."""
    found = _parts(word.lower())
    if found is None:
        return None
    places = {found.tone_place("hòa"), found.tone_place("hoà")}
    return found if not found.tone or found.place in places else None


@lru_cache(maxsize=8192)
def is_syllable(word: str) -> bool:
    """Whether the word is one Vietnamese syllable, its tone where it may stand."""
    return syllable(word) is not None


def place_tones(text: str, style: TonePlacement) -> str:
    """The text (NFC) with the tones of oa, oe, uy as the style has them; as long as before, other words untouched."""
    if all(_placed(word, style) == word for word in _movable(text)):
        return text
    return _WORD.sub(lambda match: _placed(match[0], style), text)


def _movable(text: str) -> Iterator[str]:
    """The words whose tone may stand in two places: most hold no such pair of vowels, and need not be parsed."""
    for match in _MAY_MOVE.finditer(text):
        begin, end = match.span()
        while begin and text[begin - 1].isalpha():
            begin -= 1
        while text[end : end + 1].isalpha():
            end += 1
        yield text[begin:end]


def with_tone(letters: str, tone: str, style: TonePlacement = "hòa") -> str | None:
    """The toneless lower-case syllable with the tone's mark where it belongs; None when there is no such syllable."""
    found = _parts(letters)
    if found is None:
        return None
    place = found.tone_place(style)
    word = unicodedata.normalize("NFC", letters[: place + 1] + tone + letters[place + 1 :])
    return word if is_syllable(word) else None


@lru_cache(maxsize=8192)
def with_tone_moved(word: str) -> str | None:
    """The word with its tone on the letter it belongs on («kết qủa», «tòan»); None when it stands where it may.

    None also for what is no Vietnamese syllable wherever its tone stands.
    """
    found = _parts(word.lower())
    if found is None or not found.tone or len(found.letters) != len(word):
        return None
    place = found.tone_place("hòa")
    if found.place in (place, found.tone_place("hoà")):
        return None
    chars = [toneless(char) for char in word]
    chars[place] = unicodedata.normalize("NFC", chars[place] + found.tone)
    return "".join(chars)


def misplaced_tones(text: str) -> dict[str, str]:
    """The words of the text whose tone stands on a wrong letter, and how they are written."""
    if text.isascii():
        return {}
    words = _WORD.findall(text)
    if not any(map(with_tone_moved, words)):
        return {}
    return {word: right for word in words if not word.isascii() and (right := with_tone_moved(word))}


def move_tones(text: str) -> str:
    """The text with every misplaced tone where it belongs; as long as before, either accepted style untouched."""
    if text.isascii():
        return text
    if not any(map(with_tone_moved, _WORD.findall(text))):
        return text
    return _WORD.sub(lambda match: with_tone_moved(match[0]) or match[0], text)


def toneless(word: str) -> str:
    """The word without its tone marks; ă, â, ê, ô, ơ, ư and đ stay."""
    decomposed = unicodedata.normalize("NFD", word)
    return unicodedata.normalize("NFC", "".join(char for char in decomposed if char not in TONE_MARKS))


@lru_cache(maxsize=1024)
def _letter(char: str) -> tuple[str, str]:
    """The character without its tone, and its tone's mark."""
    return toneless(char), next((mark for mark in unicodedata.normalize("NFD", char) if mark in TONE_MARKS), "")


def _parts(word: str) -> Syllable | None:
    letters, tone, place = "", "", 0
    for index, char in enumerate(word):
        plain, mark = _letter(char)
        if len(plain) != 1:
            return None
        if plain != char:
            if tone:
                return None
            tone, place = mark, index
        letters += plain
    for onset in _ONSETS:
        rime = letters[len(onset) :]
        if letters.startswith(onset) and rime in (_AFTER_QU if onset == "qu" else _RIMES) and _fits(onset, rime):
            if rime.endswith(_STOPPED) and tone and tone not in "\u0301\u0323":
                return None
            return Syllable(letters, onset, tone, place)
    return None


def _fits(onset: str, rime: str) -> bool:
    """Whether the spelling rules let the two meet: gh, ngh before e, ê, i; c, g, ng before the others.

    k is free, for names of the uplands (Bắc Kạn, Kon Tum).
    """
    front = rime[0] in "eêiy"
    if onset in ("gh", "ngh"):
        return front
    if onset in ("c", "ng"):
        return not front
    if onset == "g":
        return not front or rime[0] == "i"
    return True


def _tone_place(onset: str, rime: str, style: TonePlacement) -> int:
    start = len(onset)
    marked = [index for index, char in enumerate(rime) if char in "ăâêôơư"]
    if marked:
        return start + (marked[1] if rime.startswith("ươ") else marked[0])
    vowels = len(rime) - len(rime.lstrip("aeiouy"))
    if vowels == 1:
        return start
    if vowels == 3 or len(rime) > vowels:
        return start + 1
    return start + (1 if rime in _OPEN_PAIRS and style == "hoà" else 0)


@lru_cache(maxsize=8192)
def _placed(word: str, style: TonePlacement) -> str:
    found = syllable(word)
    if found is None or not found.is_tone_movable:
        return word
    place = found.tone_place(style)
    if place == found.place or len(word) != len(found.letters):
        return word
    chars = [toneless(char) for char in word]
    chars[place] = unicodedata.normalize("NFC", chars[place] + found.tone)
    return "".join(chars)
