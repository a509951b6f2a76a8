"""The kinds of VML shapes by number, as the shapes of DrawingML they became, and where their handles stand."""

from __future__ import annotations

from collections.abc import Callable

from generator.layout.drawings.vml_style import share
from generator.layout.names import Element, local
from generator.layout.outlines.basic_shapes import BASIC
from generator.layout.outlines.flow_chart import FLOW_CHART
from generator.layout.outlines.paths import Outline

LINES = {"20", "32"}
PICTURE = "75"
_WHOLE = 21600  # what handles are counted in
NUMBERS = {
    "1": "rect", "2": "roundRect", "3": "ellipse", "4": "diamond", "5": "triangle", "6": "rtTriangle",
    "7": "parallelogram", "8": "trapezoid", "9": "hexagon", "10": "octagon", "11": "plus", "13": "rightArrow",
    "15": "homePlate", "22": "can", "23": "donut", "33": "bentConnector2", "34": "bentConnector3",
    "35": "bentConnector4", "36": "bentConnector5", "37": "curvedConnector2", "38": "curvedConnector3",
    "55": "chevron", "66": "leftArrow", "67": "downArrow", "68": "upArrow", "69": "leftRightArrow",
    "70": "upDownArrow", "85": "leftBracket", "86": "rightBracket", "87": "leftBrace", "88": "rightBrace",
    "109": "rect", "110": "flowChartDecision", "111": "flowChartInputOutput", "112": "flowChartPredefinedProcess",
    "113": "flowChartInternalStorage", "114": "flowChartDocument", "115": "flowChartMultidocument",
    "116": "flowChartTerminator", "117": "flowChartPreparation", "118": "flowChartManualInput",
    "119": "flowChartManualOperation", "120": "flowChartConnector", "121": "flowChartPunchedCard",
    "123": "flowChartSummingJunction", "124": "flowChartOr", "127": "flowChartExtract", "128": "flowChartMerge",
    "130": "flowChartOnlineStorage", "132": "flowChartMagneticDisk", "135": "flowChartDelay",
    "176": "flowChartAlternateProcess", "177": "flowChartOffpageConnector", "185": "bracketPair", "202": "rect",
}  # fmt: skip
CONNECTORS = {"33", "34", "35", "36", "37", "38"}
OPEN = CONNECTORS | {"85", "86", "87", "88", "185"}
_SHAPES = BASIC | FLOW_CHART


def handles(shape: Element, number: str) -> list[float | None]:
    """Where the handles of a shape stand, in shares of what each is counted along; ``None`` for one not moved."""
    if local(shape) == "roundrect":
        return [share(shape.get("arcsize"), 0.2)]
    said = shape.get("adj", "")
    made: list[float | None] = []
    for part in said.split(",") if said else ():
        try:
            made.append(float(part) / _WHOLE if part.strip() else None)
        except ValueError:
            made.append(None)
    return made


def outline_of(number: str, moved: list[float | None], width: float, height: float) -> Outline | None:
    """The outline of a kind of shape in a frame of this size, ``None`` for a rectangle."""
    draw = _SHAPES.get(NUMBERS.get(number, "rect"))
    if draw is None:
        return None
    side = min(width, height) or 1.0

    def at(index: int, default: float) -> float:
        value = moved[index] if index < len(moved) else None
        return default if value is None else value

    wide, tall = width / side, height / side
    known: dict[str, Callable[[], dict[str, float]]] = {
        "7": lambda: {"adj": at(0, 0.25) * wide},
        "8": lambda: {"adj": at(0, 0.25) * wide},
        "9": lambda: {"adj": at(0, 0.25) * wide},
        "13": lambda: {"adj1": 1 - 2 * at(1, 0.25), "adj2": (1 - at(0, 0.75)) * wide},
        "15": lambda: {"adj": (1 - at(0, 0.75)) * wide},
        "22": lambda: {"adj": at(0, 0.25) * tall},
        "55": lambda: {"adj": (1 - at(0, 0.75)) * wide},
        "66": lambda: {"adj1": 1 - 2 * at(1, 0.25), "adj2": at(0, 0.25) * wide},
        "67": lambda: {"adj1": 1 - 2 * at(1, 0.25), "adj2": (1 - at(0, 0.75)) * tall},
        "68": lambda: {"adj1": 1 - 2 * at(1, 0.25), "adj2": at(0, 0.25) * tall},
        "69": lambda: {"adj1": 1 - 2 * at(1, 0.25), "adj2": at(0, 0.2) * wide},
        "70": lambda: {"adj1": 1 - 2 * at(0, 0.25), "adj2": at(1, 0.2) * tall},
        "85": lambda: {"adj": at(0, 1 / 12) * tall},
        "86": lambda: {"adj": at(0, 1 / 12) * tall},
        "87": lambda: {"adj1": at(0, 1 / 12) * tall, "adj2": at(1, 0.5)},
        "88": lambda: {"adj1": at(0, 1 / 12) * tall, "adj2": at(1, 0.5)},
    }
    if number in known:
        stand = known[number]()
    else:
        stand = {name: value for name, value in zip(("adj1", "adj2", "adj3"), moved, strict=False) if value is not None}
        stand |= {"adj": stand["adj1"]} if "adj1" in stand else {}
    made = draw(width, height, lambda name, default: stand.get(name, default))
    return made.flipped(False, number == "8", width, height)  # that of VML stands on its short side
