"""A text to be audited: its paragraphs, what part of the document each is, and what the head says of the whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal

from generator.law.types import DOCUMENT_TYPES
from generator.law.written.days import DAY, DAY_WORD, as_day
from generator.patterns import late
from generator.records import record
from generator.wording.characters import fold, fold_word, normalise
from generator.wording.filing import opens_filing

Role = Literal[
    "parent", "issuer", "number", "date", "label", "title", "head", "reference", "authority", "addressee", "basis",
    "proposal", "body", "recipient", "signature", "signer",
]  # fmt: skip
"""What part of a document a paragraph is: of a text from elsewhere only head, issuer, basis, body … can be told."""

_TAGS = late(r"</?\w+[^<>]*>|\*\*|(?<!\w)[*_](?=\w)|(?<=\w)[*_](?!\w)")
_UNIT = late(
    r"(?:căn cứ|căn cử|điều \d|chương [IVX]|xét |theo đề nghị|nơi nhận|kính gửi|quyết định:|phụ lục|thực hiện|"
    r"[-+*•#]|\d+[.)]|[a-zđ]\)|[IVX]+\.)",
    re.I,
)
PLACE_AND_DAY = late(rf"[^\W\d][^,;:\d]{{0,40}},\s*{DAY_WORD}\s+(?P<day>{DAY.pattern})\s*$", re.I)
"""The line of place and day of signing, the day in the group ``day``."""
_BARE_PLACE_AND_DAY = late(
    rf"(?:[^\W\d_]+\s+){{1,4}}{DAY_WORD}\s+(?P<day>{DAY.pattern})\s*$", re.I
)  # its comma forgotten
_SYMBOL = r"\d+[a-zđ]?\s*(?:/\s*[12]\d{3}\s*)?[/-]\s*[\w&-]+(?:/[\w&-]+)?"
_OWN_NUMBER = late(rf"\W*(?:luật\s+)?số\s*(?::\s*(?P<a>{_SYMBOL})|(?P<b>{_SYMBOL})\s*$)", re.I)
_NORMATIVE_NUMBER = late(r"\d+[a-zđ]?\s*/\s*[12]\d{3}\s*/")
_NORMATIVE_TYPES = (
    "nghị định",
    "thông tư",
    "thông tư liên tịch",
    "luật",
    "bộ luật",
    "pháp lệnh",
    "nghị quyết liên tịch",
)
_ENACTS = late(r"\W*(?:quyết định|quyết nghị)\s*:?\W*$|\W*điều 1\b|\W*nơi nhận", re.I)
_BASIS_HEADING = late(r"[\W\d_IVX]*căn cứ(?: pháp lý| các văn bản[^;]*| ban hành)?\s*:?\s*$", re.I)
_ABOUT_BASES = late(r"[\W_]*căn cứ\s+(?:ban hành|để)\s+\w", re.I)  # «Căn cứ ban hành văn bản bao gồm …»
_LEADS_IN = late(
    r"[^;]*:\W*$"
    r"|.*,\s+(?:[ủu][ỷy] ban|ubnd|hđnd|hội đồng|thường trực|chủ tịch|bộ|sở|phòng|ban|văn phòng|thanh tra|công an|trường"
    r"|trung tâm|chi cục|cục|viện|bệnh viện|trạm|tòa án|đảng ủy|hội|đoàn|giám đốc|hiệu trưởng|hai bên|các bên)\b"
    r"[^,;]{0,80}?\s(?:kính trình|trình|báo cáo|chuyển|đề nghị|ban hành|xây dựng|thông báo|hướng dẫn|yêu cầu|triển khai"
    r"|tổ chức|có ý kiến|trả lời|kiến nghị|lập|trân trọng|cử|giao|gửi|thống nhất|cấp)\b.*[^;,\s]\s*$",
    re.I | re.S,
)
_FIRST_WORDS = late(r"[\W_]*([^\W\d_]+\s*[^\W\d_]+)")
_BODY = late(
    r"(?:tm|kt|tl|tuq|q)\.\s"
    r"|(?:ủy ban nhân dân|uỷ ban nhân dân|hội đồng nhân dân|chủ tịch|chánh|giám đốc|sở|phòng|ban)\b",
    re.I,
)

_APART = 3  # lines of who signs that may stand between those of the list, where both are read by rows
_UNIT_NAME = late(r"(?:tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu)\s", re.I)


_NATIONAL = fold("Cộng hòa xã hội chủ nghĩa Việt Nam")
_OWN_FORM = frozenset(
    fold(one) for one in ("Đảng Cộng sản Việt Nam", "Đoàn TNCS Hồ Chí Minh", "Đoàn Thanh niên Cộng sản Hồ Chí Minh")
)


def with_own_form(line: str) -> bool:
    """Whether the line stands where others have the Quốc hiệu, and says whose rules of form the document follows."""
    return fold(line) in _OWN_FORM


@record(frozen=True)
class Paragraph:
    """One paragraph: its text on one line, where it stands, what part of the document it is, where it was typed."""

    text: str
    place: str
    role: Role = "body"
    source: str = ""


@record(frozen=True)
class Head:
    """What a text says of itself: the day it was signed, its own number, its type in lower case; empty where unsaid.

    ``elsewhere`` is whether it is read from a file made elsewhere, whose every line may be wrong; ``normative``
    whether it is one of those whose form other decrees than NĐ 30 set (its number bears a year); ``own_form`` whether
    it is headed as the Party or the Youth Union head theirs, whose form they set themselves.
    """

    day: date | None = None
    number: str = ""
    type: str = ""
    elsewhere: bool = False
    normative: bool = False
    own_form: bool = False


def paragraphs_of_text(text: str) -> list[Paragraph]:
    """The paragraphs of a plain text, hard-wrapped lines joined again; each is placed by its first line."""
    pieces: list[tuple[int, str]] = []
    blank = True
    for number, raw in enumerate(normalise(text).split("\n"), start=1):
        line = " ".join(_TAGS.sub("", part).strip() for part in raw.split("\t")) if "\t" in raw else _TAGS.sub("", raw)
        line = " ".join(line.replace("\xa0", " ").split())
        if line.strip("-–_ ") == "":
            blank = True
            continue
        if pieces and "\t" not in raw and _continues(pieces[-1][1], line, blank):
            pieces[-1] = (pieces[-1][0], f"{pieces[-1][1]} {line}")
        else:
            pieces.append((number, line))
        blank = False
    return with_roles((line, f"dòng {number}") for number, line in pieces)


def _continues(before: str, line: str, after_blank: bool) -> bool:
    """Whether the line goes on with the sentence of the one before it."""
    if before[-1] in ".;:!?/" or _UNIT.match(line) or before.isupper() or line.isupper():
        return False
    return line[0].islower() or (not after_blank and len(before) > 60)


def with_roles(lines: Iterable[tuple[str, str]]) -> list[Paragraph]:
    """The lines, each with its place, as paragraphs that know what part of the document they are."""
    return list(_with_roles([(text, place) for text, place in lines if text.strip()]))


def _with_roles(lines: list[tuple[str, str]]) -> Iterator[Paragraph]:
    begun = [_is_basis(text) for text, _ in lines]
    first_basis = begun.index(True) if True in begun else None
    limit = first_basis if first_basis is not None else min(12, len(lines))
    listing = recipients = enacted = False
    apart = 0  # lines since the last of the list of nơi nhận
    for n, (text, place) in enumerate(lines):
        bare = text.strip(" *#-+•")
        enacted = enacted or (first_basis is not None and n > first_basis and _ENACTS.match(bare) is not None)
        if _BASIS_HEADING.match(text):
            listing, role = True, "body"
        elif _names_recipients(text):
            recipients, listing, role, apart = True, False, "recipient", 0
        elif (begun[n] and (not enacted or text.rstrip().endswith(";"))) or (
            listing and (text[0] in "-+•" or text.rstrip().endswith(";"))
        ):
            role = "basis"
        elif n < limit:
            role = "issuer" if bare.isupper() and (_BODY.match(bare) or _UNIT_NAME.match(bare)) else "head"
        elif recipients and apart <= _APART and text.lstrip()[:1] in "-+•" and not bare.isupper():
            role, apart = "recipient", 0
            recipients = not opens_filing(bare)  # the last of them
        elif bare.isupper() and _BODY.match(bare):
            recipients, role = False, "signature"
        else:
            listing, role, apart = False, "body", apart + 1
        yield Paragraph(text, place, role)  # type: ignore[arg-type]


def _names_recipients(text: str) -> bool:
    """Whether the text begins with «Nơi nhận», its accents read well or not."""
    first = text[0] if text[:1].isalnum() else next(filter(str.isalnum, text), "")
    return fold_word(first).startswith("n") and fold(text).startswith("noinhan")  # few texts need to be folded whole


def _is_basis(text: str) -> bool:
    """Whether the text begins with «Căn cứ», its accents read well or not."""
    first = text[0] if text[:1].isalpha() else next(filter(str.isalpha, text), "")
    if fold_word(first) != "c":  # as most
        return False
    opening = _FIRST_WORDS.match(text)
    if opening is None or fold(opening[1]) != "cancu":
        return False
    return _ABOUT_BASES.match(text) is None and not leads_in(text)


def leads_in(text: str) -> bool:
    """Whether a text that begins as a căn cứ goes on to say what is done: «Căn cứ …, Sở Nội vụ hướng dẫn như sau:»."""
    return (":" in text or "," in text) and _LEADS_IN.match(text) is not None


def head_of(paragraphs: list[Paragraph]) -> Head:
    """What the beginning of the text says of the document."""
    day, number, kind, normative, own_form, national = None, "", "", False, False, False
    for n, paragraph in enumerate(paragraphs):
        if paragraph.role == "basis" or n > 40:
            break
        text = paragraph.text.strip(" *#")
        dated = (PLACE_AND_DAY.search(text) if "," in text else None) or _BARE_PLACE_AND_DAY.match(text)
        if dated and day is None:
            day = as_day(dated["day"])
        numbered = _OWN_NUMBER.match(text)
        if numbered and not number:
            number = numbered["a"] or numbered["b"]
        if not kind and text.isupper() and text.casefold() in DOCUMENT_TYPES:
            kind = text.casefold()
        if fold(text) == _NATIONAL:
            national = True
        own_form = own_form or (text.isupper() and with_own_form(text))
        normative = normative or (text.casefold() in _NORMATIVE_TYPES and text.isupper())
    return Head(day, number, kind, True, normative or bool(_NORMATIVE_NUMBER.match(number)), own_form and not national)
