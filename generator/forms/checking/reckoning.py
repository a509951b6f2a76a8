"""Sums and filters that cannot come out, by what they are given.

=================  ============================================  ===========================================
operator, filter   comes out with                                else
=================  ============================================  ===========================================
``+``              two numbers, two texts, two lists             texts are joined by ``~``, lists counted
``- / // **``      two numbers                                   days are no numbers, a list is counted
``*``              two numbers, a text and a number              as above
``%``              two numbers                                   texts are filled by ``format``
of numbers         a number, a text that says one                of a list its length, of a day its parts
of days            a day, a text that says one                   a number is no day
of letters         what is printed as one value                  a list is joined, a field of a group read
of lists           a list                                        a text would go letter by letter
=================  ============================================  ===========================================

What is of no known kind, and a yes in a sum, are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import nodes

from generator.compose.reach.kinds import Kind
from generator.forms.checking.comparing import class_of, said_of
from generator.forms.checking.known import NUMBER, TEXT, Value

Side = tuple[nodes.Node, Value | None, str]
"""A side of a sum: its expression, what it stands for, how a message calls it."""

_DOES = {
    "+": "cộng", "-": "trừ", "*": "nhân", "/": "chia", "//": "chia", "**": "tính lũy thừa của", "%": "chia lấy dư",
}  # fmt: skip
_JOIN = "ghép chữ bằng dấu ~, ví dụ {{ a ~ ' ' ~ b }}"
_COUNT = "số mục của danh sách viết {} | length"
_FIELD = "đọc một trường của nhóm"
_DAY = "lấy số bằng .day, .month, .year; ngày khác thì dùng trường ngày của nó"
_OF_NUMBERS = frozenset(
    ["so", "hai_chu_so", "la_ma", "phan_tram", "tien", "bang_chu", "tien_bang_chu", "round", "abs", "int", "float"]
)
_STRICTLY = frozenset(["round", "abs"])  # these read no number out of a text
_OF_DAYS = frozenset(["ngay", "ngay_chu", "thu", "gio_ngay"])
_OF_LETTERS = frozenset(
    ["in_hoa", "chu_thuong", "chu_dau_hoa", "upper", "lower", "title", "capitalize", "trim", "truncate", "replace",
     "string", "center", "indent", "wordwrap"]
)  # fmt: skip
_OF_LISTS = frozenset(
    ["join", "map", "select", "reject", "selectattr", "rejectattr", "groupby", "batch", "slice", "sum", "sort",
     "unique", "min", "max"]
)  # fmt: skip
_OF_ANY_ORDER = frozenset(["first", "last", "length", "count", "reverse", "list"])  # of letters too, and meant so
_SINGLE = ("số", "ngày", "có hoặc không")


def never_reckoned(sign: str, left: Side, right: Side) -> Iterator[tuple[str, str]]:
    """What is wrong with an operator between the two, and what to do."""
    classes = (class_of(left[1]), class_of(right[1]))
    if not all(classes) or "có hoặc không" in classes:
        return
    one, other = classes
    rich = sign == "+" and one == other == "chữ" and _is_rich(left[1]) != _is_rich(right[1])
    fits = {
        "+": one == other and one in ("số", "chữ", "danh sách") and not rich,
        "*": one == other == "số" or {one, other} == {"số", "chữ"},
    }.get(sign, one == other == "số")
    if not fits:
        does = _DOES.get(sign, "tính")
        yield f"không {does} {said_of(left)} với {said_of(right)} được", _fix(sign, (left, right), classes)


def never_joined(side: Side) -> Iterator[tuple[str, str]]:
    """What is wrong with ``~`` beside the value, and what to do."""
    kind, called = class_of(side[1]), side[2].strip("“”")
    if kind == "danh sách" and not _is_said(side[1]):
        one = "map(attribute='…') | " if side[1] is not None and side[1].kind is Kind.LIST else ""
        yield f"không ghép {said_of(side)} thành chữ được", f"viết ({called} | {one}join(', ')), hoặc dùng vòng lặp"
    elif kind == "nhóm trường" and not _is_said(side[1]):
        yield f"không ghép {said_of(side)} thành chữ được", _FIELD
    elif kind == "có hoặc không":
        yield f"không ghép {said_of(side)} thành chữ được", "viết ('…' if … else '…')"


def never_signed(side: Side) -> Iterator[tuple[str, str]]:
    """What is wrong with a sign before the value, and what to do."""
    kind = class_of(side[1])
    if kind not in ("", "số", "có hoặc không"):
        yield f"không đổi dấu {said_of(side)} được", "dấu trừ chỉ đứng trước số"


def sum_of(sign: str, left: Value | None, right: Value | None) -> Value | None:
    """What comes out of an operator between the two."""
    if sign in "+*" and "chữ" in (class_of(left), class_of(right)):
        return TEXT
    if sign == "+" and class_of(left) != "số":
        return left if class_of(left) == class_of(right) else None
    return NUMBER if class_of(left) == class_of(right) == "số" else None


def never_filtered(name: str, side: Side, *, of_fields: bool) -> Iterator[tuple[str, str]]:
    """What is wrong with giving the value to the filter, and what to do; ``of_fields``: it takes a field of each."""
    kind, said = class_of(side[1]), said_of(side)
    called = side[2].strip("“”")
    if not kind:
        return
    if name in _OF_NUMBERS and (kind not in ("số", "chữ", "có hoặc không") or (name in _STRICTLY and kind == "chữ")):
        fix = {"danh sách": _COUNT.format(called), "nhóm trường": _FIELD, "ngày": _DAY}.get(kind, "bỏ bộ lọc này")
        yield f"bộ lọc {name} chỉ dùng với số, còn {said}", fix
    elif name in _OF_DAYS and kind not in ("ngày", "chữ"):
        yield f"bộ lọc {name} chỉ dùng với ngày, còn {said}", "dùng với trường ngày, hoặc bỏ bộ lọc này"
    elif name in _OF_LETTERS and kind in ("danh sách", "nhóm trường") and not _is_said(side[1]):
        one = " | map(attribute='…')" if side[1] is not None and side[1].kind is Kind.LIST else ""
        fix = _FIELD if kind == "nhóm trường" else f"ghép trước rồi mới lọc: {called}{one} | join(', ') | {name}"
        yield f"bộ lọc {name} chỉ dùng với chữ, còn {said}", fix
    elif name in _OF_LISTS and kind == "chữ" and (not of_fields or name == "join"):
        yield f"bộ lọc {name} đi qua từng chữ cái của {said}", "dùng với danh sách, hoặc bỏ bộ lọc này"
    elif name in _OF_LISTS | _OF_ANY_ORDER and kind in _SINGLE:
        yield f"bộ lọc {name} chỉ dùng với danh sách, còn {said}", "dùng với danh sách, hoặc bỏ bộ lọc này"


def _fix(sign: str, sides: tuple[Side, Side], classes: tuple[str, str]) -> str:
    called = next((side[2].strip("“”") for side, one in zip(sides, classes, strict=True) if one == "danh sách"), "")
    if "nhóm trường" in classes:
        return _FIELD
    if called:
        return _JOIN if "chữ" in classes and sign == "+" else _COUNT.format(called)
    if "ngày" in classes:
        return _JOIN if "chữ" in classes and sign == "+" else _DAY
    return _JOIN if sign == "+" else "chỉ tính với số; chữ gõ dạng số thì đổi bằng | int hoặc | float"


def _is_rich(value: Value | None) -> bool:
    return value is not None and value.kind is Kind.RICH


def _is_said(value: Value | None) -> bool:
    """Whether a list is printed as its lines, or its items are targets, which are printed as they are typed."""
    return value is not None and (value.kind is Kind.LINES or value.is_said_whole)
