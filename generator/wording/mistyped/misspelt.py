"""Words with Vietnamese letters that are no Vietnamese syllable: «nhữg», «đượcc», «xửr», «uỷ bna»."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from generator.patterns import late
from generator.wording.remarks import Remark
from generator.wording.syllables import is_syllable, toneless, with_tone_moved

_WORD = late(r"(?<![\w.@/{\\'’-])[^\W\d_]{3,}(?![\w@/'’-]|\.\w)")
_ANY_WORD = late(r"[^\W\d_]{3,}")  # every word is one of these
_VOWELS = late(r"[aeiouyăâêôơư]+")
# Onsets and endings of names from the uplands and of words from abroad: «Krông», «crôm», «Mnông», «Hrê», «Xtiêng».
_ABROAD = late(
    r"^(?:[bcdđfghkmps][lr]|[ckmpst][rln]|kb|kt|kđ|mđ|mn|m'|xt|xp|st|sp|sk|sc|đr|dj|hm|hn|[fjwz]|.*[fjwz])|[blrsdđvx]$"
)
_ONSETS_LISTED = """
    b bl br c ch cl cr d đ dr f fl fr g gh gi gl gn gr h j k kh kl kn kr l m n ng nh p ph pl pr ps q qu r s sc sch scr
    sh sk sl sm sn sp spl spr sq st str sw t th tr ts tw v w wh wr x y z vl xc
"""
_ONSETS = frozenset(_ONSETS_LISTED.split())
_SHORT_FOR = frozenset(("cpu", "gpu", "kpi", "dna", "rna", "gsm", "npu"))
_NG = late(r"[^n]g$")
_CONSONANTS = late(r"[^aeiouy]*")


def misspelt_words(text: str) -> Iterator[Remark]:
    """Each small-letter word that is no syllable though its letters are Vietnamese (LV26)."""
    words = list(_WORD.finditer(text))
    for index, match in enumerate(words):
        word = match[0]
        if not _may_be_wrong(word):
            continue
        if word.isascii():
            near = words[max(0, index - 2) : index + 3]
            meant = _swapped(word) if any(_is_certain(other[0]) for other in near) else None
        else:
            # Further on a capital makes a name: «H'Loan Byă».
            begins = not any(map(str.isalnum, text[: match.start()]))
            meant = _meant(word) if word.islower() or begins else None
        if meant is not None:
            what = f"chữ «{word}» không phải là một tiếng Việt"
            yield Remark(match.start(), match.end(), "LV26", what, meant)


def may_be_misspelt(piece: str) -> bool:
    """Whether a word of the piece may be one of them: a quick look, before the text is read in earnest."""
    return any(map(_may_be_wrong, _ANY_WORD.findall(piece)))


@lru_cache(maxsize=8192)  # the words of documents are few
def _may_be_wrong(word: str) -> bool:
    """Whether the word may be said to be none, whatever stands beside it."""
    if is_syllable(word.lower()) or not (word.islower() or word.istitle()) or with_tone_moved(word) is not None:
        return False
    return _begins_oddly(word) if word.isascii() else _is_one_syllable_long(word)


def _is_certain(word: str) -> bool:
    return not word.isascii() and is_syllable(word)


def _begins_oddly(word: str) -> bool:
    onset = _CONSONANTS.match(word)
    if onset is None or not word.islower() or word in _SHORT_FOR:
        return False
    return 1 < len(onset[0]) < len(word) <= 5 and onset[0] not in _ONSETS


def _is_one_syllable_long(word: str) -> bool:
    """Whether it has one run of vowels and nothing foreign about it: «ôtô», «crôm», «karaôkê» are left alone."""
    plain = toneless(word.lower())
    return len(_VOWELS.findall(plain)) == 1 and _ABROAD.search(plain) is None


def _meant(word: str) -> str:
    """What was probably meant; nothing where several things may have been."""
    if _NG.search(word) and is_syllable(whole := f"{word[:-1]}ng"):
        return whole
    shorter = (word[:at] + word[at + 1 :] for at in range(len(word)))
    found = [one for one in [*shorter, *_swaps(word)] if not one.isascii() and is_syllable(one)]
    return found[0] if len(set(found)) == 1 else ""


def _swapped(word: str) -> str | None:
    found = [one for one in _swaps(word) if is_syllable(one)]
    return found[0] if found else None


def _swaps(word: str) -> Iterator[str]:
    for at in range(len(word) - 1):
        yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
