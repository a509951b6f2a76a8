"""The number formats of Word that few documents use (ECMA-376 17.18.59): wide, enclosed, letters of other scripts.

What depends on the language of a text (``ordinal``, ``cardinalText``), sums of money and scripts written from the right
are not among them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import takewhile

from generator.wording.numerals.numbers import integer_in_words

_DIGITS = {
    "decimalFullWidth": "０１２３４５６７８９",
    "decimalFullWidth2": "０１２３４５６７８９",
    "thaiNumbers": "๐๑๒๓๔๕๖๗๘๙",
    "hindiNumbers": "०१२३४५६७८९",
    "ideographDigital": "〇一二三四五六七八九",
    "japaneseDigitalTenThousand": "〇一二三四五六七八九",
    "taiwaneseDigital": "○一二三四五六七八九",
    "koreanDigital": "영일이삼사오육칠팔구",
    "koreanDigital2": "零一二三四五六七八九",
}
# Signs for the first numbers; those behind the last are plain figures.
_SIGNS = {
    "decimalEnclosedCircle": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "decimalEnclosedCircleChinese": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "decimalEnclosedFullstop": "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛",
    "decimalEnclosedParen": "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇",
    "ideographEnclosedCircle": "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉",
    "ideographTraditional": "甲乙丙丁戊己庚辛壬癸",
    "ideographZodiac": "子丑寅卯辰巳午未申酉戌亥",
}
# Letters that stand once, then twice, and so on, as a to z do.
_LETTERS = {
    "russianLower": "абвгдежзиклмнопрстуфхцчшщыэюя",
    "russianUpper": "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ",
    "aiueo": "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ",
    "aiueoFullWidth": "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン",
    "iroha": "ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳヰﾉｵｸﾔﾏｹﾌｺｴﾃｱｻｷﾕﾒﾐｼヱﾋﾓｾｽﾝ",
    "irohaFullWidth": "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノ"
    "オクヤマケフコエテアサキユメミシヱヒモセスン",
    "ganada": "가나다라마바사아자차카타파하",
    "chosung": "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ",
    "thaiLetters": "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ",
    "chicago": "*†‡§",
}
_COUNTED = {
    "chineseCounting": "○一二三四五六七八九",
    "chineseCountingThousand": "○一二三四五六七八九",
    "taiwaneseCounting": "○一二三四五六七八九",
    "taiwaneseCountingThousand": "○一二三四五六七八九",
    "japaneseCounting": "〇一二三四五六七八九",
}
_UNITS = ("", "十", "百", "千")
_STEMS, _BRANCHES = _SIGNS["ideographTraditional"], _SIGNS["ideographZodiac"]


def _in_letters(number: int, letters: str) -> str:
    times, index = divmod(number - 1, len(letters))
    return letters[index] * (times + 1)


def _in_signs(number: int, signs: str) -> str:
    return signs[number - 1] if number <= len(signs) else str(number)


def _counted(number: int, digits: str, *, one: bool) -> str | None:
    """The number by tens, hundreds and thousands; ``one`` says that the one of a hundred is said."""
    if number >= 10_000:
        return None
    shown, gap = "", False
    for power in (3, 2, 1, 0):
        digit = number // 10**power % 10
        if not digit:
            gap = bool(shown)
            continue
        said = power == 0 or digit > 1 or (one and (power > 1 or bool(shown)))
        shown += (digits[0] if gap and one else "") + (digits[digit] if said else "") + _UNITS[power]
        gap = False
    return shown


def _custom(number: int, example: str) -> str | None:
    """The number after a list of examples such as ``001, 002, 003, ...``."""
    first = example.split(",")[0].strip()
    zeros = "".join(takewhile("0".__eq__, first))
    return f"{number:0{len(first)}}" if zeros and first == f"{zeros}1" else None


_OTHERS: dict[str, Callable[[int], str | None]] = {
    "decimalHalfWidth": str,
    "numberInDash": lambda number: f"- {number} -",
    "hex": lambda number: f"{number:X}",
    "vietnameseCounting": integer_in_words,
    "ideographZodiacTraditional": lambda number: _STEMS[(number - 1) % 10] + _BRANCHES[(number - 1) % 12],
    **{form: partial(_in_letters, letters=letters) for form, letters in _LETTERS.items()},
    **{form: partial(_in_signs, signs=signs) for form, signs in _SIGNS.items()},
    **{form: partial(_counted, digits=digits, one=form != "japaneseCounting") for form, digits in _COUNTED.items()},
}


def rare_numeral(number: int, form: str) -> str | None:
    """The number in a format, ``None`` for one not known here; ``custom:`` is followed by Word's examples."""
    digits = _DIGITS.get(form)
    if digits is not None:
        return "".join(digits[int(digit)] for digit in str(number))
    if form.startswith("custom:"):
        return _custom(number, form.removeprefix("custom:"))
    make = _OTHERS.get(form)
    if make is None:
        return None
    return make(number) if number > 0 else str(number)
