"""The series of a chart: their names, values, categories, looks and labels."""

from __future__ import annotations

from generator.layout.charts.looks import border, fill, look_of, theme_color
from generator.layout.charts.model import Kind, Labels, Look, Series
from generator.layout.charts.xml import child, children, figure, number, on, said
from generator.layout.drawings.parts import DrawingParts, NotDrawnError
from generator.layout.names import A, Element, local
from generator.layout.tree import Border

_MOST = 5000  # values of a series
_THICK = 2.25
_APART = "biểu đồ tròn có miếng tách rời"
_POINTED = "biểu đồ có nhãn riêng cho từng giá trị"


class Shapes:
    """Counts series, so that each gets its own colour of the theme."""

    def __init__(self, parts: DrawingParts) -> None:
        self._parts = parts
        self._count = 0

    def next(self, row: Element) -> tuple[int, str]:
        """The number and the colour of a series."""
        index = int(number(child(row, "idx"), float(self._count)) or 0)
        self._count += 1
        return index, theme_color(index, self._parts)


def texts(element: Element) -> list[str]:
    """The lines of a title: typed ones, or those kept of a cell."""
    typed = child(child(element, "tx"), "rich")
    if typed is not None:
        lines: list[str] = []
        for paragraph in typed.iter(A + "p"):
            line = "".join("\n" if local(one) == "br" else one.text or "" for one in paragraph.iter(A + "t", A + "br"))
            lines += line.split("\n")
        return lines
    return [" ".join(_cached(child(child(element, "tx"), "strRef")))] if child(element, "tx") is not None else []


def _cached(reference: Element | None) -> list[str]:
    """The texts kept of the cells a reference names, empty where a cell is."""
    cache = next((one for one in reference if local(one).endswith("Cache")), None) if reference is not None else None
    return _points(cache if cache is not None else reference)


def _points(cache: Element | None) -> list[str]:
    if cache is None:
        return []
    count = int(number(child(cache, "ptCount"), 0.0) or 0)
    found = {int(figure(one.get("idx")) or 0): (child(one, "v"), one) for one in children(cache, "pt")}
    if max([count, *found]) > _MOST:
        raise NotDrawnError("biểu đồ có quá nhiều giá trị")
    return [
        (held[0].text or "") if (held := found.get(at)) is not None and held[0] is not None else ""
        for at in range(max(count, max(found, default=-1) + 1))
    ]


def _source(element: Element | None) -> tuple[list[str], str]:
    """The texts of a category or value element, and the format of their numbers."""
    held = next((one for one in element if local(one)), None) if element is not None else None
    if held is None:
        return [], "General"
    formats = (one.text or "" for one in held.iter() if local(one) == "formatCode")
    return _cached(held), next(formats, "General")


def read_row(
    row: Element, kind: Kind, shapes: Shapes, categories: list[str], look: Look, parts: DrawingParts, *, varied: bool,
    marked: bool,
) -> Series:  # fmt: skip
    """One ``c:ser``; the categories of the first series that names any are those of the chart."""
    index, color = shapes.next(row)
    name = " ".join(_cached(child(child(row, "tx"), "strRef"))) or (child(row, "tx") is not None and _value(row)) or ""
    values, form = _source(child(row, "yVal" if kind == "scatter" else "val"))
    across, _ = _source(child(row, "xVal" if kind == "scatter" else "cat"))
    own = child(row, "spPr")
    series = Series(name or f"Series{index + 1}", [figure(value) for value in values], format=form)
    if kind == "scatter":
        series.across = [figure(value) for value in across]
        if not across or any(value is None for value in series.across):
            series.across = [float(at + 1) for at in range(len(values))]
    elif across and not categories:
        categories += [_category(text, child(row, "cat")) for text in across]
    thin = Border("single", _THICK, 0.0, color)
    if kind in ("line", "scatter"):
        series.line = border(own, thin, parts)
        series.marker = marked and said(child(row, "marker"), "symbol") != "none"
        series.fill = fill(child(child(row, "marker"), "spPr"), series.line.color if series.line else color, parts)
        series.smooth = on(row, "smooth", default=False)
    else:
        series.fill = fill(own, color, parts)
        series.line = border(own, None, parts)
    for point in children(row, "dPt"):
        at = int(number(child(point, "idx"), 0.0) or 0)
        if (number(child(point, "explosion"), 0.0) or 0.0) > 0:
            raise NotDrawnError(_APART)
        shape = child(point, "spPr")
        default = theme_color(at, parts) if kind in ("pie", "doughnut") else series.fill
        series.points[at] = fill(shape, default, parts), border(shape, series.line, parts)
    if (number(child(row, "explosion"), 0.0) or 0.0) > 0:
        raise NotDrawnError(_APART)
    if (varied and kind == "bar" and len(row) and _alone(row)) or kind in ("pie", "doughnut"):
        for at in range(len(values)):
            series.points.setdefault(at, (theme_color(at, parts), series.line))
    series.labels = labels_of(child(row, "dLbls"), look, series, parts)
    return series


def _alone(row: Element) -> bool:
    parent = row.getparent()
    return parent is not None and len(children(parent, "ser")) == 1


def _value(row: Element) -> str:
    found = child(child(row, "tx"), "v")
    return (found.text or "") if found is not None else ""


def _category(text: str, source: Element | None) -> str:
    from generator.layout.charts.numbers import is_known, written

    found = figure(text)
    held = next((one for one in source if local(one)), None) if source is not None else None
    if found is None or held is None or not local(held).startswith("num"):
        return text
    code = next((one.text or "" for one in held.iter() if local(one) == "formatCode"), "General")
    if not is_known(code):
        raise NotDrawnError(f"biểu đồ có định dạng số “{code}”")
    return written(found, code)


def labels_of(element: Element | None, look: Look, series: Series | None, parts: DrawingParts) -> Labels | None:
    """What a ``c:dLbls`` shows beside values, ``None`` for nothing."""
    if element is None:
        return None
    if on(element, "delete", default=False):
        return Labels()
    without: set[int] = set()
    for one in children(element, "dLbl"):
        if on(one, "delete", default=False):
            without.add(int(number(child(one, "idx"), 0.0) or 0))
        elif child(one, "tx") is not None or child(child(one, "layout"), "manualLayout") is not None:
            raise NotDrawnError(_POINTED)
    code = child(element, "numFmt")
    linked = code is None or code.get("sourceLinked", "0") in ("1", "true")
    separator = child(element, "separator")
    return Labels(
        value=on(element, "showVal", default=False),
        category=on(element, "showCatName", default=False),
        series=on(element, "showSerName", default=False),
        percent=on(element, "showPercent", default=False),
        place=said(element, "dLblPos"),
        look=look_of(child(element, "txPr"), look, parts),
        format="" if linked or code is None else code.get("formatCode", ""),
        separator=(separator.text or ", ") if separator is not None else ", ",
        without=frozenset(without),
    )
