"""Comparisons that cannot come out as their author means, by what is set beside what.

==========================  =======================================  ==============================================
set beside each other       ``==`` ``!=``                            ``<`` ``>`` ``<=`` ``>=``, ``in``
==========================  =======================================  ==============================================
number, day, yes – text     never the same                           cannot be set in order
list – number, text         never the same: its length is meant      cannot be set in order
group – number, text        never the same: a field of it is meant   cannot be set in order
text – number               never the same                           cannot be set in order
anything in a list          –                                        its items are groups: a field of each is meant
anything in a number …      –                                        nothing is inside
==========================  =======================================  ==============================================

What is of no known kind, ``none``, an empty list, a yes beside a number are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import nodes

from generator.compose.reach.kinds import Kind
from generator.forms.checking.known import Value

_CLASSES = {
    Kind.TEXT: "chữ",
    Kind.RICH: "chữ",
    Kind.NUMBER: "số",
    Kind.DAY: "ngày",
    Kind.MOMENT: "ngày",
    Kind.FLAG: "có hoặc không",
    Kind.LIST: "danh sách",
    Kind.LINES: "danh sách",
    Kind.PARAGRAPHS: "danh sách",
    Kind.GROUP: "nhóm trường",
}
_ORDER = frozenset({"lt", "lteq", "gt", "gteq"})
_FIXES = {
    "danh sách": "số mục của danh sách viết {} | length",
    "nhóm trường": "so sánh một trường của nhóm",
    "có hoặc không": "viết {{% if … %}} hoặc {{% if not … %}}",
    "ngày": "so sánh chữ đã in: {{{{ … |ngay }}}}, hoặc so sánh .day, .month, .year",
}
Side = tuple[nodes.Node, Value | None, str]
"""A side of a comparison: its expression, what it stands for, how a message calls it."""


def never_meant(sides: tuple[Side, Side], operator: str) -> Iterator[tuple[str, str]]:
    """What is wrong with the comparison, and what to do."""
    classes = [class_of(value) for _, value, _ in sides]
    if any(value is not None and value.is_said_whole for _, value, _ in sides) and "chữ" in classes:
        return  # targets are set beside texts as they are typed
    if not all(classes) or all(isinstance(one, nodes.Const) for one, _, _ in sides):
        return
    if operator in ("in", "notin"):
        yield from _inside(sides, classes)
        return
    if (
        classes[0] == classes[1]
        or {*classes} == {"có hoặc không", "số"}
        or (operator not in ("eq", "ne") and operator not in _ORDER)
    ):
        return
    one, other = sides if not isinstance(sides[0][0], nodes.Const) else sides[::-1]
    what = "không bao giờ bằng nhau" if operator in ("eq", "ne") else "không so hơn kém được"
    yield f"so sánh {said_of(one)} với {said_of(other)}: {what}", _fix(one, other)


def _inside(sides: tuple[Side, Side], classes: list[str]) -> Iterator[tuple[str, str]]:
    within = sides[1][1]
    if within is None or classes[1] in ("số", "ngày", "có hoặc không"):
        yield f"tìm trong {said_of(sides[1])}: không có gì ở trong", "tìm trong chữ hoặc trong danh sách"
    elif classes[1] == "chữ" and classes[0] != "chữ":
        yield (
            f"tìm {said_of(sides[0])} trong {said_of(sides[1])}: chỉ tìm được chữ trong chữ",
            "thêm | string sau giá trị",
        )
    elif within.kind is Kind.LIST and classes[0] in ("chữ", "số"):
        what = f"tìm {said_of(sides[0])} trong {said_of(sides[1])} của các nhóm trường: không bao giờ thấy"
        yield what, "so sánh một trường của từng mục trong vòng lặp {% for … %}"


def _fix(one: Side, other: Side) -> str:
    kind = class_of(one[1])
    text = other[0].value if isinstance(other[0], nodes.Const) else None
    if text == "":
        return "xem có trống không thì viết {% if not … %}"
    if kind == "số":
        return "bỏ dấu nháy quanh số" if isinstance(text, str) else "so sánh số với số"
    if kind == "chữ":
        return "đặt số trong dấu nháy: '…'" if class_of(other[1]) == "số" else "so sánh chữ với chữ"
    return _FIXES[kind].format(one[2].strip("“”"))


def class_of(value: Value | None) -> str:
    """What a value is set beside others as; empty where that is not known."""
    if value is None or value.kind is None:
        return ""
    return _CLASSES.get(value.kind, "")


def said_of(side: Side) -> str:
    """How a message says what the side is."""
    node, value, called = side
    if isinstance(node, nodes.Const):
        return f"{class_of(value)} {called}"
    return f"{called} là {value.kind if value is not None else ''}"
