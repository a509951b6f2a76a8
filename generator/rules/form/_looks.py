"""How a component looks against what the decree's table asks of it (Phụ lục I, mục V)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.edits import Edit, Rewrite, SetLook, SetParagraph
from generator.findings import Finding, Unjudged
from generator.law.figures import Component as Asked
from generator.parts.lines import Line, is_drawn
from generator.parts.model import Component, Part
from generator.rules.base import Rule
from generator.rules.form._reading import FileReading, Said, decimal, place_of, spot_of

_ALIGNED = {"left": "sát lề trái", "center": "giữa", "right": "sát lề phải", "both": "đều hai bên"}


def looks(reading: FileReading, rule: Rule, name: str, *parts: Part, aligned: bool = False) -> Said:
    """One finding for each of the components that looks otherwise than the edition's component ``name`` asks.

    ``aligned`` judges where its lines stand as well.
    """
    asked = reading.edition.components[name]
    for component in reading.judged(rule, *parts):
        if isinstance(component, Unjudged):
            yield component
            continue
        yield from look(rule, component, asked, aligned=aligned)


def look(rule: Rule, component: Component, asked: Asked, *, aligned: bool = False) -> Iterator[Finding]:
    """What is wrong with the look of one component, as one finding with what puts it right."""
    wrong: list[str] = []
    sizes: list[float] = []
    repairs: list[Edit] = []
    for line in component.lines:
        if not line.runs or is_drawn(line.text) or line.text.strip("* ") == "":
            continue
        odd, said, edits = _line(line, asked, aligned)
        wrong += [one for one in said if one not in wrong]
        sizes += odd
        repairs += edits
    if sizes:
        wrong.insert(0, f"cỡ chữ {', '.join(map(decimal, dict.fromkeys(sizes)))}")
    if wrong:
        first = next(line for line in component.lines if line.runs)
        yield rule.found(
            f"{asked.label} {', '.join(wrong)}",
            f"đặt {asked_for(asked, aligned)}",
            place=place_of(component), spot=spot_of(first), repairs=tuple(repairs),
        )  # fmt: skip


def asked_for(asked: Asked, aligned: bool = False) -> str:
    """The look the decree asks for, in words."""
    low, high = asked.sizes
    size = f"cỡ chữ {decimal(low)}" if low == high else f"cỡ chữ {decimal(low)} đến {decimal(high)}"
    style = f"kiểu chữ {'nghiêng' if asked.italic else 'đứng'}{', đậm' if asked.bold else ''}"
    case = "chữ in hoa" if asked.upper else "chữ in thường"
    return ", ".join([case, size, style, *([f"căn {_ALIGNED[asked.align]}"] if aligned else [])])


def _line(line: Line, asked: Asked, aligned: bool) -> tuple[list[float], list[str], list[Edit]]:
    """The sizes of a line that are not asked for, what else is wrong with it, and what puts it right."""
    wrong: list[str] = []
    low, high = asked.sizes
    runs = [run for run in line.runs if any(map(str.isalnum, run.text))] or line.runs  # dots for a gap show no look
    sizes = [run.format.size for run in runs if not low <= run.format.size <= high]
    bold = _shared([run.format.bold for run in runs], asked.bold)
    italic = _shared([run.format.italic for run in runs], asked.italic)
    if bold is not None:
        wrong.append(f"{bold}in đậm" if not asked.bold else f"{bold}không đậm")
    if italic is not None:
        wrong.append(f"{italic}in nghiêng" if not asked.italic else f"{italic}không nghiêng")
    lower = asked.upper and not line.upper
    if lower:
        wrong.append("không viết in hoa")
    spot = spot_of(line)
    if spot is None:
        return sizes, wrong, []
    edits: list[Edit] = []
    if sizes or bold is not None or italic is not None:
        size = min(max(max(sizes), low), high) if sizes else None
        edits.append(
            SetLook(
                spot, size=size, bold=asked.bold if bold is not None else None,
                italic=asked.italic if italic is not None else None,
            )
        )  # fmt: skip
    if lower:
        edits.append(Rewrite(spot, line.text.upper()))
    if aligned and line.paragraph.format.align != asked.align:
        wrong.append(f"không căn {_ALIGNED[asked.align]}")
        edits.append(SetParagraph(spot, align=asked.align))
    return sizes, wrong, edits


def _shared(said: list[bool], asked: bool) -> str | None:
    """``None`` where all runs are as asked, else whether all or only some are not."""
    if all(one is asked for one in said):
        return None
    return "có chỗ " if any(one is asked for one in said) else ""
