"""Charts as Word writes them, part by part."""

from __future__ import annotations

from tests.layout.drawing_maker import inline
from tests.layout.word_maker import make, para, with_parts

_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_NAMES = f'xmlns:c="{_CHART}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
IDS = '<c:axId val="1"/><c:axId val="2"/>'
GRID = "<c:majorGridlines/>"
QUARTERS = ["Quý I", "Quý II", "Quý III"]


def texts(*said: str) -> str:
    """The texts kept of cells."""
    points = "".join(f'<c:pt idx="{at}"><c:v>{text}</c:v></c:pt>' for at, text in enumerate(said))
    return f'<c:strRef><c:strCache><c:ptCount val="{len(said)}"/>{points}</c:strCache></c:strRef>'


def numbers(said: list[float | None], code: str = "General") -> str:
    """The numbers kept of cells, in a format."""
    points = "".join(f'<c:pt idx="{at}"><c:v>{n}</c:v></c:pt>' for at, n in enumerate(said) if n is not None)
    cache = f'<c:formatCode>{code}</c:formatCode><c:ptCount val="{len(said)}"/>{points}'
    return f"<c:numRef><c:numCache>{cache}</c:numCache></c:numRef>"


def row(
    at: int, name: str, values: list[float | None], *, more: str = "", names: list[str] | None = None,
    across: list[float | None] | None = None, code: str = "General",
) -> str:  # fmt: skip
    """A series with its categories, or with the values ``across`` of a scatter chart."""
    kinds = ("xVal", "yVal") if across is not None else ("cat", "val")
    first = numbers(across) if across is not None else texts(*(names or QUARTERS))
    return (
        f'<c:ser><c:idx val="{at}"/><c:order val="{at}"/><c:tx>{texts(name)}</c:tx>{more}'
        f"<c:{kinds[0]}>{first}</c:{kinds[0]}><c:{kinds[1]}>{numbers(values, code)}</c:{kinds[1]}></c:ser>"
    )


def labels(*shown: str, more: str = "") -> str:
    """Labels beside the values, with what is ``shown`` of ``Val``, ``CatName``, ``SerName`` and ``Percent``."""
    said = "".join(
        f'<c:show{name} val="{int(name in shown)}"/>' for name in ("LegendKey", "Val", "CatName", "SerName", "Percent")
    )
    return f"<c:dLbls>{more}{said}</c:dLbls>"


def title(*lines: str) -> str:
    """A title that was typed."""
    held = "".join(f"<a:p><a:r><a:t>{line}</a:t></a:r></a:p>" for line in lines)
    return f"<c:title><c:tx><c:rich><a:bodyPr/>{held}</c:rich></c:tx></c:title>"


def axis(kind: str, own: int, other: int, side: str, more: str = "", way: str = "minMax", scaling: str = "") -> str:
    """An axis."""
    return (
        f'<c:{kind}><c:axId val="{own}"/><c:scaling><c:orientation val="{way}"/>{scaling}</c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{side}"/>{more}<c:numFmt formatCode="General" sourceLinked="1"/>'
        f'<c:majorTickMark val="out"/><c:tickLblPos val="nextTo"/><c:crossAx val="{other}"/>'
        f'<c:crosses val="autoZero"/></c:{kind}>'
    )


AXES = axis("catAx", 1, 2, "b") + axis("valAx", 2, 1, "l", GRID)


def plot(kind: str, rows: str, more: str = "", grouping: str = "", way: str = "") -> str:
    """Series drawn in one way."""
    said = (f'<c:barDir val="{way}"/>' if way else "") + (f'<c:grouping val="{grouping}"/>' if grouping else "")
    return f"<c:{kind}>{said}{rows}{more}{IDS if kind not in ('pieChart', 'doughnutChart') else ''}</c:{kind}>"


def space(plots: str, axes: str = AXES, head: str = "", legend: str = "b", more: str = "") -> str:
    """A whole chart."""
    listed = f'<c:legend><c:legendPos val="{legend}"/></c:legend>' if legend else ""
    return (
        f"<c:chartSpace {_NAMES}><c:chart>{head}<c:plotArea><c:layout/>{plots}{axes}</c:plotArea>{listed}{more}"
        "</c:chart></c:chartSpace>"
    )


def charted(*charts: str, size: tuple[float, float] = (360, 220)) -> bytes:
    """A DOCX of charts between two paragraphs."""
    body, parts, relations = para("Trước"), {}, {}
    for at, chart in enumerate(charts):
        parts[f"word/charts/chart{at}.xml"] = chart
        relations[f"chart{at}"] = ("chart", f"charts/chart{at}.xml")
        drawn = f'<c:chart xmlns:c="{_CHART}" r:id="chart{at}"/>'
        body += para(inline(f'<a:graphic><a:graphicData uri="{_CHART}">{drawn}</a:graphicData></a:graphic>', *size))
    return with_parts(make(body + para("Sau")), parts, relations)
