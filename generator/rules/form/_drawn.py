"""The rule drawn below a line of the head: whether it is there, how long it is, whether it is solid."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.findings import Finding, Unjudged
from generator.layout.tree import Drawing, Group, Picture
from generator.parts.lines import Drawn, Line, is_drawn
from generator.parts.model import Component, Part
from generator.patterns import late
from generator.records import record
from generator.rules.base import Rule
from generator.rules.form._reading import FileReading, Said, decimal, place_of, spot_of
from generator.rules.form._widths import width_of

_NAMES = (Part.NATIONAL, Part.MOTTO, Part.PARENT, Part.ISSUER)
_RULED = (Part.MOTTO, Part.ISSUER, Part.SUBJECT, Part.REFERENCE)  # below these a rule is asked for
_BROKEN = ("dash", "dot", "wave")  # how the names of lines begin that are not solid, and what they hold
_OPEN_SIGNS = frozenset("-~.*")  # signs that leave gaps where they stand side by side
_HEAD = 30  # lines
_GAP = late(r"[<{\[…]|\.{3,}|\bTÊN (?:CƠ QUAN|CQ)\b")


@record(frozen=True)
class Asked:
    """How long the rule shall be, as a share of the line of words above it, and how that is said."""

    low: float
    high: float
    words: str
    slack: float = 0.0


def rule_below(reading: FileReading, rule: Rule, components: Iterable[Component | Unjudged], asked: Asked) -> Said:
    """One finding for each of the components whose rule is missing, broken, too short, too long or off the middle.

    Letters underlined in place of a rule are the matter of another rule where the rule is as long as they are.
    """
    for component in components:
        if isinstance(component, Unjudged):
            yield component
            continue
        written = [line for line in component.lines if line.runs and not is_drawn(line.text)]
        if written:
            yield from _judged(reading, rule, component, written, asked)


def _judged(
    reading: FileReading, rule: Rule, component: Component, written: list[Line], asked: Asked
) -> Iterator[Finding | Unjudged]:
    label = str(component.part)
    place, spot = place_of(component), spot_of(written[-1])
    fix = f"kẻ một đường nét liền dài {asked.words} dòng chữ, cân đối ở giữa (Insert → Shapes → Line)"
    drawn = [one for one in component.rules if one.kind != "underline"]
    if not drawn:
        if component.rules:
            if asked.high < 1:
                yield rule.found(f"{label} gạch chân cả dòng chữ thay cho đường kẻ", fix, place=place, spot=spot)
        elif _elsewhere(reading, component):
            yield Unjudged(rule.id, f"có hình vẽ ở đầu văn bản chưa rõ có phải đường kẻ dưới {label}", place)
        else:
            yield rule.found(f"dưới {label} không có đường kẻ", fix, place=place, spot=spot)
        return
    if _GAP.search(component.text):
        return  # the words are not those that will stand there
    texts = [width for line in (written[-1], max(written, key=width_of)) for width in _set(line)]
    lengths = [(one, length) for one in drawn if (length := _length(one, component)) is not None]
    low, high = (asked.low - asked.slack) * min(texts), (asked.high + asked.slack) * max(texts)
    fitting = [one for one, length in lengths if low <= length <= high]
    if lengths and not fitting and _astray(component):
        yield Unjudged(rule.id, "đường kẻ vẽ giữa hai nửa đầu trang, chưa rõ của dòng nào", place)
    elif lengths and not fitting:
        share = lengths[0][1] / max(_set(written[-1]))
        yield rule.found(
            f"đường kẻ dưới {label} dài bằng {decimal(100 * share)}% dòng chữ", fix, place=place, spot=spot
        )
    elif any(_is_broken(one, component) for one in fitting or drawn):
        yield rule.found(f"đường kẻ dưới {label} không phải nét liền", fix, place=place, spot=spot)


def _is_its_own(component: Component) -> bool:
    """Whether the one line drawn at the component is surely the rule below it: in the middle of its room."""
    return [drawn.centred for drawn in component.rules if drawn.kind == "drawing"] == [True]


def _astray(component: Component) -> bool:
    """Whether the rule hangs on a paragraph that reaches over both halves of the head: it may be of the other half."""
    if component.part not in _NAMES:
        return False
    return any(
        one.kind == "drawing" and line.holder == "body" and line.side == "full" and not line.centred
        for line in component.lines
        for one in line.rules
    )


def _set(line: Line) -> tuple[float, ...]:
    """How long the words are once they are broken into lines: the full ones and about the last, in points."""
    width = width_of(line)
    if line.room <= 0 or width <= line.room:
        return (width,)
    return (line.room, width % line.room or line.room)


def _length(one: Drawn, component: Component) -> float | None:
    if one.width is not None:
        return one.width
    line = next((line for line in component.lines if one in line.rules), None)
    return width_of(line) if line is not None else None


def _is_broken(one: Drawn, component: Component) -> bool:
    if one.line is not None:
        return any(sign in one.line.style.lower() for sign in _BROKEN)
    line = next((line for line in component.lines if one in line.rules), None)
    return one.kind == "typed" and line is not None and bool(_OPEN_SIGNS & set(line.text))


def _elsewhere(reading: FileReading, component: Component) -> bool:
    """Whether something is drawn in the head that may be the rule that is missing here."""
    if reading.document.unsupported:
        return True
    others = [one for one in reading.parts.of(*_NAMES) if one is not component]
    if any(len([drawn for drawn in one.rules if drawn.kind != "underline"]) > 1 for one in others):
        return True
    if any(one.rules for one in others if one.part in (Part.NATIONAL, Part.PARENT)):
        return True
    known = {id(line) for one in reading.components(*_RULED) if _is_its_own(one) for line in one.lines}
    for line in reading.lines[:_HEAD]:
        if any(drawn.kind == "drawing" for drawn in line.rules) and id(line) not in known:
            return True
        drawings = (item for item in line.items if isinstance(item, Drawing))
        if any(isinstance(item.content, Group | Picture) for item in drawings):
            return True
    return False
