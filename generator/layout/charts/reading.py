"""Reads ``c:chartSpace``; what cannot be drawn as Word does is refused by its name."""

from __future__ import annotations

from typing import Literal, cast

from generator.layout.charts.looks import border, fill, look_of
from generator.layout.charts.model import Axis, Chart, Kind, Look, Plot
from generator.layout.charts.numbers import is_known
from generator.layout.charts.rows import Shapes, labels_of, read_row, texts
from generator.layout.charts.xml import child, children, number, on, said
from generator.layout.drawings.parts import DrawingParts, NotDrawnError
from generator.layout.names import Element, local
from generator.layout.tree import Border

NAME = "biểu đồ"
_KINDS: dict[str, Kind] = {
    "barChart": "bar", "lineChart": "line", "areaChart": "area", "pieChart": "pie", "doughnutChart": "doughnut",
    "scatterChart": "scatter",
}  # fmt: skip
_OTHERS = {
    "bar3DChart": "3-D", "line3DChart": "3-D", "area3DChart": "3-D", "pie3DChart": "3-D", "surface3DChart": "3-D",
    "surfaceChart": "mặt", "bubbleChart": "bong bóng", "radarChart": "mạng nhện", "stockChart": "chứng khoán",
    "ofPieChart": "tròn có phần tách riêng",
}  # fmt: skip
_AXES = ("catAx", "valAx", "dateAx", "serAx")
_BESIDE = {
    "dTable": "bảng số liệu", "trendline": "đường xu hướng", "errBars": "thanh sai số", "dropLines": "đường gióng",
    "hiLowLines": "đường cao thấp", "upDownBars": "thanh tăng giảm", "minorGridlines": "lưới phụ",
    "pictureOptions": "cột bằng ảnh", "multiLvlStrRef": "nhãn nhiều cấp", "logBase": "thang logarit",
    "dispUnits": "đơn vị hiển thị",
}  # fmt: skip
_GREY = "868686"
_TITLE, _PLAIN = 18.0, 10.0


def read_chart(root: Element, parts: DrawingParts) -> Chart:
    """The chart of a ``c:chartSpace``.

    ``NotDrawnError`` names in Vietnamese the kind of chart, or the part of it, that is not drawn.
    """
    held = child(root, "chart")
    area = child(held, "plotArea")
    if held is None or area is None:
        raise NotDrawnError(NAME)
    for element in held.iter():
        if local(element) in _BESIDE:
            raise NotDrawnError(f"{NAME} có {_BESIDE[local(element)]}")
    look = look_of(child(root, "txPr"), Look(), parts)
    plots: list[Plot] = []
    categories: list[str] = []
    shapes = Shapes(parts)
    axes_of: set[tuple[str, ...]] = set()
    for element in area:
        name = local(element)
        if name.endswith("Chart"):
            if name not in _KINDS:
                raise NotDrawnError(f"{NAME} {_OTHERS.get(name, 'kiểu lạ')}")
            axes_of.add(tuple(sorted(axis.get("val", "") for axis in children(element, "axId"))))
            plots.append(_plot(element, _KINDS[name], shapes, categories, look, parts))
    if not plots or not any(plot.series for plot in plots):
        raise NotDrawnError(f"{NAME} không có số liệu")
    kinds = {plot.kind for plot in plots}
    if len(axes_of) > 1:
        raise NotDrawnError(f"{NAME} có hai hệ trục")
    if len(plots) > 1 and (not kinds <= {"bar", "line", "area"} or any(plot.horizontal for plot in plots)):
        raise NotDrawnError(f"{NAME} kết hợp")
    blank = said(held, "dispBlanksAs") or "zero"
    for plot in plots:
        plot.spans = blank == "span"
        if blank == "zero" and plot.kind in ("line", "scatter"):
            for series in plot.series:
                series.values = [value or 0.0 for value in series.values]
    chart = Chart(plots, categories, legend_look=look, fill="FFFFFF", line=Border("single", 0.75, 0.0, _GREY))
    _axes(chart, area, look, parts)
    _titles(chart, held, look, parts)
    _legend(chart, child(held, "legend"), look, parts)
    own = child(root, "spPr")
    if own is not None:
        chart.fill, chart.line = fill(own, chart.fill, parts), border(own, chart.line, parts)
    shape = child(area, "spPr")
    chart.plot_fill = fill(shape, None, parts) if shape is not None else None
    return chart


def _plot(element: Element, kind: Kind, shapes: Shapes, categories: list[str], look: Look, parts: DrawingParts) -> Plot:
    grouping = said(element, "grouping") or ("standard" if kind in ("line", "area", "scatter") else "clustered")
    plot = Plot(kind, [], horizontal=said(element, "barDir") == "bar")
    plot.grouping = cast(Literal["clustered", "stacked", "percentStacked", "standard"], grouping)
    plot.gap = (number(child(element, "gapWidth"), 150.0) or 0.0) / 100
    plot.overlap = (number(child(element, "overlap"), 0.0) or 0.0) / 100
    plot.hole = (number(child(element, "holeSize"), 50.0) or 50.0) / 100
    plot.first = number(child(element, "firstSliceAng"), 0.0) or 0.0
    common = labels_of(child(element, "dLbls"), look, None, parts)
    varied = on(element, "varyColors", default=False)
    marked = on(element, "marker", default=kind == "scatter")
    lines = said(element, "scatterStyle") if kind == "scatter" else ""
    for row in children(element, "ser"):
        series = read_row(row, kind, shapes, categories, look, parts, varied=varied, marked=marked)
        series.labels = series.labels if series.labels is not None else common
        if lines == "marker" or lines == "none":
            series.line = None
        if series.labels is not None and series.labels.value:
            code = series.labels.format or series.format
            if not is_known(code):
                raise NotDrawnError(f"{NAME} có định dạng số “{code}”")
        plot.series.append(series)
    if kind == "pie":
        plot.series = plot.series[:1]
    return plot


def _axes(chart: Chart, area: Element, look: Look, parts: DrawingParts) -> None:
    found = [axis for axis in area if local(axis) in _AXES]
    if any(plot.kind in ("pie", "doughnut") for plot in chart.plots):
        return
    if len(found) != 2:
        raise NotDrawnError(f"{NAME} có hai hệ trục")
    values = [axis for axis in found if local(axis) == "valAx"]
    if chart.plots[0].kind == "scatter":
        flat = [axis for axis in values if said(axis, "axPos") in ("b", "t")]
        upright = [axis for axis in values if axis not in flat]
    else:
        flat, upright = [axis for axis in found if axis not in values], values
    if len(flat) != 1 or len(upright) != 1:
        raise NotDrawnError(f"{NAME} có trục lạ")
    crossed = number(child(flat[0], "crossesAt"), 0.0)
    if crossed or said(flat[0], "crosses") == "max" or said(child(upright[0], "scaling"), "orientation") == "maxMin":
        raise NotDrawnError(f"{NAME} có trục lạ")
    chart.across = _axis(flat[0], look, parts)
    chart.up = _axis(upright[0], look, parts)
    formatted = chart.plots[0].series[0].format if chart.plots[0].series else ""
    if any(plot.grouping == "percentStacked" for plot in chart.plots):
        formatted = "0%"
    if chart.up.format in ("", "linked") or (formatted == "0%" and chart.up.format == "General"):
        chart.up.format = formatted
    if chart.across.format in ("", "linked"):
        chart.across.format = "General"
    for axis in (chart.up, chart.across) if chart.plots[0].kind == "scatter" else (chart.up,):
        if axis.labelled and not is_known(axis.format):
            raise NotDrawnError(f"{NAME} có định dạng số “{axis.format}”")


def _axis(element: Element, look: Look, parts: DrawingParts) -> Axis:
    scaling = child(element, "scaling")
    title = child(element, "title")
    shown = not on(element, "delete", default=False)
    default = Border("single", 0.75, 0.0, _GREY)
    grid, own, format_code = child(element, "majorGridlines"), child(element, "spPr"), child(element, "numFmt")
    linked = format_code is None or format_code.get("sourceLinked", "0") in ("1", "true")
    return Axis(
        shown=shown,
        labelled=shown and said(element, "tickLblPos") != "none",
        title=texts(title) if title is not None else [],
        title_look=look_of(title, Look(size=look.size, bold=True, color=look.color), parts),
        look=look_of(child(element, "txPr"), look, parts),
        low=number(child(scaling, "min")),
        high=number(child(scaling, "max")),
        step=number(child(element, "majorUnit")),
        reversed=said(scaling, "orientation") == "maxMin",
        format="linked" if linked or format_code is None else format_code.get("formatCode", ""),
        line=(border(own, default, parts) if own is not None else default) if shown else None,
        grid=border(child(grid, "spPr"), default, parts) if grid is not None else None,
        between=said(element, "crossBetween") != "midCat",
        place=said(element, "tickLblPos") or "nextTo",
        ticked=shown and (said(element, "majorTickMark") or "cross") in ("out", "cross"),
        at_end=said(element, "crosses") == "max",
        skip=int(number(child(element, "tickLblSkip"), 0.0) or 0),
    )


def _titles(chart: Chart, held: Element, look: Look, parts: DrawingParts) -> None:
    title = child(held, "title")
    chart.title_look = look_of(title, Look(size=max(_TITLE, look.size * _TITLE / _PLAIN), bold=True), parts)
    names = [series.name for plot in chart.plots for series in plot.series]
    if title is not None:
        chart.title = texts(title) or (names if len(names) == 1 else ["Chart Title"])
    elif len(names) == 1 and not on(held, "autoTitleDeleted", default=False):
        chart.title = names
    chart.title = [line for line in chart.title if line.strip()]


def _legend(chart: Chart, legend: Element | None, look: Look, parts: DrawingParts) -> None:
    if legend is None:
        return
    chart.legend = {"tr": "r"}.get(said(legend, "legendPos") or "r", said(legend, "legendPos") or "r")
    chart.legend_look = look_of(child(legend, "txPr"), look, parts)
    gone = [entry for entry in children(legend, "legendEntry") if on(entry, "delete", default=False)]
    chart.unlisted = frozenset(int(number(child(entry, "idx"), -1) or 0) for entry in gone)
