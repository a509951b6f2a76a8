"""Text typed in the fonts before Unicode, .VnTime (TCVN3) and VNI-Times, known by what it decodes to.

Such text arrives as Latin-1 letters: «QuyÕt ®Þnh», «Quyeát ñònh». It is converted only when it cannot be anything else.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from generator.faults import Code, Fault
from generator.patterns import late
from generator.records import record
from generator.wording.syllables import is_syllable

Encoding = Literal["TCVN3", "VNI"]

TCVN3 = dict(
    zip(
        "¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
        "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
        strict=True,
    )
)
VNI_TONED = {
    "a": dict(zip("ùøûõïâáàåãäêéèúüë", "áàảãạâấầẩẫậăắằẳẵặ", strict=True)),
    "e": dict(zip("ùøûõïâáàåãä", "éèẻẽẹêếềểễệ", strict=True)),
    "o": dict(zip("ùøûõïâáàåãä", "óòỏõọôốồổỗộ", strict=True)),
    "u": dict(zip("ùøûõï", "úùủũụ", strict=True)),
    "y": dict(zip("ùøûõ", "ýỳỷỹ", strict=True)),
    "ô": dict(zip("ùøûõï", "ớờởỡợ", strict=True)),
    "ö": dict(zip("ùøûõï", "ứừửữự", strict=True)),
}
VNI_ALONE = {"ô": "ơ", "ö": "ư", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ñ": "đ"}
# Words of every page that the old fonts would make into words nobody writes: «nhõn», «cụng».
PLAINLY_UNICODE = frozenset(
    ("nhân", "dân", "xã", "công", "thông", "không", "tháng", "phòng", "cán", "giá", "ông", "đông", "tôn", "bán", "hôn")
)
_SIGNS = frozenset("§©®±·")  # by themselves they are what they are
_TOKEN = late(r"(?<![\dA-Za-z\u00a1-\u00ff])[A-Za-z\u00a1-\u00ff]+")
BEYOND_LATIN = late(r"[\u0102-\u01b0\u0300-\u036f\u1ea0-\u1ef9]")


@record(frozen=True)
class Reading:
    """The text read as one encoding: the strange words it makes sense of, the words it makes none of.

    ``signs`` counts letters and abbreviations that decode (ñ, QÑ), ``either`` words that are Vietnamese both ways.
    """

    encoding: Encoding
    sense: dict[str, str]
    nonsense: tuple[str, ...]
    signs: int
    either: int

    @property
    def is_certain(self) -> bool:
        """Whether all of the text makes sense so, more than one word says it, and most words say nothing else."""
        signs_inside = any(not (char.isalpha() or char.isascii()) for word in self.sense for char in word[1:-1])
        said = len(self.sense) + self.signs + signs_inside
        return not self.nonsense and said + self.either > 1 and said >= self.either


def to_unicode(text: str) -> str:
    """The text (NFC) with TCVN3 or VNI letters as Unicode; the same text when it holds none.

    Raises ValueError with a Vietnamese message when some words are plainly of an old font, yet the whole is not.
    """
    if text.isascii():
        return text
    encoding = encoding_of(text)
    if encoding is None:
        _refuse_mixture(text)
        return text
    return _TOKEN.sub(lambda match: (not match[0].isascii() and _decode(match[0], encoding)) or match[0], text)


def _refuse_mixture(text: str) -> None:
    words = max((reading.sense for reading in _readings(text)), key=len, default={})
    if len(words) > 1:
        listed = ", ".join(f"«{old}» ({new})" for old, new in list(words.items())[:3])
        what = f"có chữ gõ bằng phông cũ lẫn với chữ khác: {listed}"
        raise Fault(Code.OLD_FONT, what, "gõ lại những chữ đó bằng Unicode")


def encoding_of(text: str) -> Encoding | None:
    """The old encoding the text is certainly in; None when it is in none, or cannot be told."""
    if text.isascii() or BEYOND_LATIN.search(text):
        return None
    certain = [reading.encoding for reading in _readings(text) if reading.is_certain]
    return certain[0] if len(certain) == 1 else None


def stray_words(text: str) -> dict[str, str]:
    """Single words of an old font in a text that is not in it: what is typed, and what was probably meant."""
    if text.isascii() or encoding_of(text):
        return {}
    return {old: new for reading in _readings(text)[::-1] for old, new in reading.sense.items() if _tells(old)}


def _tells(word: str) -> bool:
    """Whether a single word is enough to ask about: «HuÖ», «Uû», not the «µm» of 5 µm."""
    return len(word) > 2 or word[0].isascii()


def _readings(text: str) -> list[Reading]:
    if not may_be_old(text):
        return []
    words = dict.fromkeys(word for word in _TOKEN.findall(text) if not word.isascii())
    telling = [word for word in words if _is_telling(word)]
    strange = [word for word in telling if _is_strange(word)]
    found = []
    for encoding in ("TCVN3", "VNI"):
        decoded = {word: _decode(word, encoding) for word in words}
        sense = {word: new for word in strange if (new := decoded[word]) and is_syllable(new) and len(word) > 1}
        nonsense = tuple(word for word in telling if not decoded[word] or word.lower() in PLAINLY_UNICODE)
        left = [word for word in telling if word not in sense and word not in nonsense]
        signs = sum(word in strange for word in left)
        found.append(Reading(encoding, sense, nonsense, signs, len(left) - signs))
    return [reading for reading in found if reading.sense]


def may_be_old(text: str) -> bool:
    """Whether a word of the text may be of an old font, and is none of Vietnamese as it stands: a quick look."""
    return any(map(_is_strange, _TOKEN.findall(text)))


def _is_telling(word: str) -> bool:
    """Whether the word may be of an old font: a sign at its edge («trích», 5°, ABC®) may be just that.

    A letter, or a sign between letters, may not.
    """
    return any(char.isalpha() and not char.isascii() for char in word) or not word[1:-1].isascii()


@lru_cache(maxsize=8192)  # the words of documents are few
def _is_strange(word: str) -> bool:
    """Whether the word may be of an old font, and is none of Vietnamese as it stands."""
    return not word.isascii() and _is_telling(word) and not is_syllable(word.replace("Ð", "Đ").replace("ð", "đ"))


@lru_cache(maxsize=4096)
def _decode(word: str, encoding: Encoding) -> str | None:
    """The word as a Vietnamese syllable or abbreviation (HĐND); None when the encoding makes neither of it."""
    if word in _SIGNS:
        return None
    decoded = _from_tcvn3(word) if encoding == "TCVN3" else _from_vni(word)
    return decoded if decoded and (is_syllable(decoded) or is_abbreviation(decoded)) else None


def is_abbreviation(word: str) -> bool:
    """Whether the decoded word is đ, or capitals with a Đ: HĐND, QĐ."""
    return word == "đ" or ("Đ" in word and word.isupper() and word.replace("Đ", "D").isascii())


def _from_tcvn3(word: str) -> str | None:
    if any(not char.isascii() and char not in TCVN3 for char in word):
        return None
    decoded = "".join(TCVN3.get(char, char) for char in word)
    plain = [char for char in word if char.isascii()]
    # The fonts have no capitals with a tone: IN HOA was had from another font (.VnTimeH) or left in small letters.
    return decoded.upper() if len(word) > 1 and all(char.isupper() for char in plain) and plain[1:] else decoded


def _from_vni(word: str) -> str | None:
    decoded: list[str] = []
    at = 0
    while at < len(word):
        char, following = word[at], word[at + 1 : at + 2]
        toned = VNI_TONED.get(char.lower(), {}).get(following.lower()) if following else None
        new = toned or VNI_ALONE.get(char.lower()) or (char if char.isascii() else None)
        if new is None:
            return None
        decoded.append(new.upper() if char.isupper() else new)
        at += 2 if toned else 1
    return "".join(decoded)
