"""Spaces: those too many put right, those misplaced about punctuation reported."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.patterns import late
from generator.wording.remarks import Remark
from generator.wording.syllables import is_syllable

# Room left for a pen: «ngày     tháng     năm», «số     /QĐ-UBND».
_DOUBLED = late(r"[ \u00a0]{2,}")
_BEFORE_ROOM = late(r"(?i:\b(?:ngày|tháng|năm|số)\b:?)$")
_AFTER_ROOM = late(r"(?i:(?:tháng|năm)\b|[/.…,;]|$)")
_LINE_ENDS = late(r"[ \t\u00a0]+(?=\n|\Z)|(?:(?<=\n)|\A)[ \u00a0]+")

_LETTER = r"[^\W\d_]"
_WORD = rf"(?<!{_LETTER})(?P<left>{_LETTER}{{2,}})"
_APART = late(r"https?://\S+|www\.\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]+|\{[^{}]*\}|<[^<>]*>")
_SPACE_BEFORE = late(r"(?<=[^\s.…]) +(?:[,;!?](?![,;])|[:.](?=\s|$)(?!\s*\.)|[)\]”’](?!\w))")
_SPACE_AFTER = late(r"(?<!\w)[(\[“‘] +(?=\w)|(?<=\w) ?[“] +(?=\w)")
_NO_SPACE_MARK = late(rf"{_WORD}(?P<mark>[,;:!?])(?={_LETTER}{{2}})")
_NO_SPACE_STOP = late(rf"{_WORD}(?P<mark>\.)(?P<right>{_LETTER}{{2,}})")
_NO_SPACE_POWER = late(
    r"^(?P<power>TM|KT|TL|TUQ|Q(?=\.(?:CHỦ|GIÁM|HIỆU|TRƯỞNG|CHÁNH|CỤC|VỤ|VIỆN|BỘ)\b))\.(?=[^\W\d_]{2})"
)
_NO_SPACE_FIGURE = late(
    rf"(?<=[\d%)”\]])(?P<mark>[,;:!?])(?={_LETTER}{{2}})"
    rf"|(?:(?<![\w.,/-])(?P<left>\d{{1,4}})|(?<=[%)”]))(?P<stop>\.)(?P<right>{_LETTER}{{2,}})"
    rf"|(?<={_LETTER}{{2}})(?P<before>[,;])(?=\d)"
)
_NO_SPACE_BRACKET = late(rf"{_WORD}(?P<mark>\()(?={_LETTER}{{2}})|(?P<mark2>\))(?={_LETTER}{{2}})")
_SLASH = late(
    rf"(?<=[\w)]{{2}})/ (?={_LETTER}{{2}})"
    rf"|(?<={_LETTER}{{2}})(?<!\b[Ss]ố) /(?={_LETTER}{{2}})(?!QĐ|KH|NQ|BC|TTr|CV|TB)"
)
_LABEL = late(r"\s*[IVX]+")
_HYPHEN = late(
    rf"(?<=[A-ZĐ]{{2}}) -(?=\d)|(?<={_LETTER}{{2}}) -(?={_LETTER}{{2}})|(?<={_LETTER}{{2}})- (?={_LETTER}{{2}})"
)
_DOTS = late(rf"(?<![.…\d])(?:\.{{3}}|…)(?={_LETTER}{{2}})(?!(?i:ngày|tháng|năm|số)\b)")
# What every match of some of them holds, found sooner than they find nothing.
_ADDRESSED = ("://", "www.", "@", "{", "<")
_CLOSED = (" ,", " ;", " !", " ?", " :", " .", " )", " ]", " ”", " ’")
_OPENED = ("( ", "[ ", "“ ", "‘ ")
_TIGHT = late(rf"[,;:!?.…](?:{_LETTER}|(?<={_LETTER}[,;])\d)")
_BRACKETED = late(rf"{_LETTER}\(|\){_LETTER}")
_STANDARD = late(r"\b(?:ISO|TCVN)(?: ISO)?(?:/IEC)? \d{3,5}(?: *: +| +:)(?=\d{4}\b)")


def single_spaces(text: str) -> str:
    """The text with one space where several stood (LV02); room left for a date or a number to be written in stays."""
    if "\n" in text or text != text.strip(" \t\u00a0"):
        text = _LINE_ENDS.sub("", text)
    if "  " not in text and "\u00a0" not in text:
        return text
    return _DOUBLED.sub(lambda match: match[0] if _is_room(text, match) else " ", text)


def _is_room(text: str, gap: re.Match[str]) -> bool:
    before = text[max(0, gap.start() - 8) : gap.start()]
    return bool(_BEFORE_ROOM.search(before) and _AFTER_ROOM.match(text, gap.end()))


def misplaced_spaces(text: str) -> Iterator[Remark]:
    """Spaces before punctuation (LV11) and punctuation without its space (LV12); numbers and addresses are exempt."""
    masked = text
    if _holds_any(text, _ADDRESSED):
        masked = _APART.sub(lambda match: "\ue000" * len(match[0]), text)
    for match in _STANDARD.finditer(masked) if ":" in masked and _holds_any(masked, ("ISO", "TCVN")) else ():
        fixed = re.sub(r"\s*:\s*", ":", match[0])
        yield _remark(match, "LV11", "số hiệu tiêu chuẩn có dấu cách quanh dấu hai chấm", fixed, text)
    for match in _SPACE_BEFORE.finditer(masked) if _holds_any(masked, _CLOSED) else ():
        if not _STANDARD.match(masked, max(0, match.start() - 8)) and "…" not in match[0]:
            yield _remark(match, "LV11", f"dấu cách thừa trước «{match[0].strip()}»", match[0].strip(), text)
    for match in _SPACE_AFTER.finditer(masked) if _holds_any(masked, _OPENED) else ():
        yield _remark(match, "LV11", f"dấu cách thừa sau «{match[0].strip()}»", match[0].rstrip(), text)
    for pattern, sign in ((_SLASH, "/"), (_HYPHEN, "-")):
        for match in pattern.finditer(masked) if f" {sign}" in masked or f"{sign} " in masked else ():
            if _LABEL.fullmatch(masked[: match.start()]):
                continue  # «II/ NỘP LƯU», of which the rules of form speak
            what = f"dấu cách chỉ ở một bên «{sign}»"
            yield _remark(match, "LV11", what, sign if sign == "/" or masked[match.end()].isdigit() else " - ", text)
    if _TIGHT.search(masked):
        yield from _missing(masked, text)
    for match in _NO_SPACE_BRACKET.finditer(masked) if _BRACKETED.search(masked) else ():
        if match["mark2"]:
            yield _remark(match, "LV12", "thiếu dấu cách sau «)»", ") ", text)
        elif match["left"].islower() and _is_word(match["left"]):
            yield _remark(match, "LV12", "thiếu dấu cách trước «(»", f"{match['left']} (", text)


def _holds_any(text: str, signs: tuple[str, ...]) -> bool:
    return any(sign in text for sign in signs)


def _missing(masked: str, text: str) -> Iterator[Remark]:
    for match in _NO_SPACE_MARK.finditer(masked):
        if match["mark"] != ":" or _is_word(match["left"]):
            yield _remark(match, "LV12", f"thiếu dấu cách sau «{match['mark']}»", match[0] + " ", text)
    for match in _NO_SPACE_STOP.finditer(masked):
        left, right = match["left"], match["right"]
        both_small = right[0].islower() and not right.isascii()
        ends = left.islower() or (left.istitle() and not left.isascii())
        if ends and _is_word(left) and (right[0].isupper() or both_small) and is_syllable(right):
            yield _remark(match, "LV12", "thiếu dấu cách sau «.»", f"{left}. {right}", text)
    for match in _NO_SPACE_POWER.finditer(masked):
        yield _remark(match, "LV12", "thiếu dấu cách sau «.»", f"{match['power']}. ", text)
    for match in _NO_SPACE_FIGURE.finditer(masked):
        mark = match["mark"] or match["before"] or match["stop"]
        right = match["right"]
        if right and not (right[0].isupper() and right[1:].islower() and is_syllable(right)):
            continue
        if match["before"] and not _is_word(masked[: match.start()].rpartition(" ")[2]):
            continue
        yield _remark(match, "LV12", f"thiếu dấu cách sau «{mark}»", f"{mark} ", text)
    for match in _DOTS.finditer(masked):
        yield _remark(match, "LV12", "thiếu dấu cách sau dấu ba chấm", f"{match[0]} ", text)


def _is_word(word: str) -> bool:
    return is_syllable(word) and len(word) > 1


def _remark(match: re.Match[str], rule: str, what: str, suggestion: str, text: str) -> Remark:
    return Remark(match.start(), match.end(), rule, f"{what}: «{_around(text, match)}»", suggestion)


def _around(text: str, match: re.Match[str]) -> str:
    """The place with a few words about it, for a reader to find."""
    start = text.rfind(" ", max(0, match.start() - 40), max(0, match.start() - 12)) + 1
    start = start or max(0, match.start() - 40)
    end = text.find(" ", match.end() + 12, match.end() + 40)
    return text[start : end if end >= 0 else match.end() + 40].strip()
