"""Markers inside running text: ``{nam}``, ``{dam: …}``, ``{tien: 15000000}``, ``{can_cu: 30/2020/NĐ-CP}``.

Only the names listed here are markers; one that differs in case, accents or spaces alone is refused. Any other
brace, and anything doubled (``{{ x }}``, ``{% … %}``), is ordinary text and is printed as typed; a backslash before a
marker makes it ordinary text too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.faults import Code, Fault
from generator.patterns import late
from generator.records import record
from generator.wording.characters import fold
from generator.wording.numerals.figures import parse_money

VALUES = {"nam": "năm của hồ sơ", "co_quan": "tên đầy đủ của cơ quan", "so": "số thứ tự", "noi_dung": "nội dung"}
EMPHASES = {"dam": "in đậm", "nghieng": "in nghiêng"}
MONEY = {"tien": "số tiền bằng số và chữ", "tien_so": "số tiền bằng số", "tien_chu": "số tiền bằng chữ"}
CITATIONS = {"can_cu": "văn bản viện dẫn: lần đầu ghi đầy đủ, lần sau ghi tên loại và số"}
_LIMIT = 10**15  # đồng

_VALUE = late(r"\{(" + "|".join(VALUES) + r")\}(?!\})")
_NAMED = late(r"\{([^{}:]{1,20})([:}])")
_WITH_ARGUMENT = late(r"\{(" + "|".join([*EMPHASES, *MONEY, *CITATIONS]) + r"):")


@record(frozen=True)
class Literal:
    """Text printed as it is."""

    text: str


@record(frozen=True)
class Value:
    """A value the dossier holds elsewhere."""

    name: str


@record(frozen=True)
class Emphasis:
    """Text printed bold or italic."""

    name: str
    parts: tuple[Part, ...]


@record(frozen=True)
class Money:
    """An amount of đồng, in figures, in words or both."""

    name: str
    amount: int


@record(frozen=True)
class Citation:
    """A legal document named by id, by number, or by the file name of another document of the dossier."""

    reference: str


Part = Literal | Value | Emphasis | Money | Citation


def parse_markers(text: str) -> tuple[Part, ...]:
    """The text as literals and markers; raises ValueError with a Vietnamese message on a broken marker."""
    if "{" not in text:
        return (Literal(text),)
    return tuple(_parts(text))


def _parts(text: str) -> Iterator[Part]:
    literal: list[str] = []
    at = 0
    while at < len(text):
        brace = text.find("{", at)
        if brace < 0:
            literal.append(text[at:])
            break
        doubled = text.startswith("{", brace + 1) or (brace > 0 and text[brace - 1] == "{")
        match = None if doubled else _VALUE.match(text, brace) or _WITH_ARGUMENT.match(text, brace)
        if match is None:
            if not doubled:
                _refuse_near_miss(text, brace)
            literal.append(text[at : brace + 1])
            at = brace + 1
            continue
        if text[at:brace].endswith("\\"):
            literal.append(text[at : brace - 1] + match[0])
            at = match.end()
            continue
        literal.append(text[at:brace])
        if any(literal):
            yield Literal("".join(literal))
        literal = []
        part, at = _marker(text, match)
        yield part
    if any(literal):
        yield Literal("".join(literal))


def _refuse_near_miss(text: str, brace: int) -> None:
    near = _NAMED.match(text, brace)
    if near and not text.startswith("}}", near.end() - 1) and not text[:brace].endswith("\\"):
        name = next((name for name in [*VALUES, *EMPHASES, *MONEY, *CITATIONS] if fold(name) == fold(near[1])), None)
        if name and bool(near[2] == ":") == (name not in VALUES):
            what = f"«{near[0]}» không phải là dấu thay thế"
            raise Fault(Code.BAD_MARKER, what, f"có phải ý bạn là «{{{name}{near[2]}»?")


def _marker(text: str, match: re.Match[str]) -> tuple[Part, int]:
    name = match[1]
    if name in VALUES:
        return Value(name), match.end()
    end = _closing(text, match.end())
    if end < 0:
        raise Fault(Code.BAD_MARKER, f"dấu «{match[0]}» thiếu dấu đóng", "thêm «}» vào cuối phần đó")
    argument = text[match.end() : end].strip()
    if name in EMPHASES:
        return Emphasis(name, parse_markers(argument)), end + 1
    if name in CITATIONS:
        if not argument:
            fix = "ghi mã hoặc số, ví dụ {can_cu: 30/2020/NĐ-CP}"
            raise Fault(Code.BAD_MARKER, "dấu «{can_cu: }» chưa ghi văn bản nào", fix)
        return Citation(argument), end + 1
    amount = parse_money(argument)
    if amount >= _LIMIT:
        raise Fault(Code.BAD_MONEY, f"số tiền {argument} quá lớn để viết bằng chữ")
    return Money(name, amount), end + 1


def _closing(text: str, start: int) -> int:
    depth = 1
    for at in range(start, len(text)):
        depth += {"{": 1, "}": -1}.get(text[at], 0)
        if not depth:
            return at
    return -1


def cited_in(text: str) -> Iterator[str]:
    """The references of the citation markers in the text, in order."""
    yield from _cited(parse_markers(text))


def _cited(parts: tuple[Part, ...]) -> Iterator[str]:
    for part in parts:
        if isinstance(part, Citation):
            yield part.reference
        elif isinstance(part, Emphasis):
            yield from _cited(part.parts)
