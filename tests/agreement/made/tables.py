"""Tables of random documents: the ordinary grid, and one kind for each rare property."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from tests.agreement.made.draft import Draft, attributes, flag, inline, paragraph, run, value
from tests.agreement.made.drawings import inline_picture
from tests.agreement.made.sentences import CELLS, NAMES

_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_TABLE_ORDER = (
    "tblStyle", "tblpPr", "tblW", "jc", "tblCellSpacing", "tblInd", "tblBorders", "tblLayout", "tblCellMar", "tblLook",
)  # fmt: skip
_CELL_ORDER = ("tcW", "gridSpan", "vMerge", "tcBorders", "shd", "noWrap", "tcMar", "textDirection", "vAlign")


@dataclass(slots=True)
class Grid:
    """A table being made: what its properties, rows and cells will say, by position."""

    widths: list[int]
    rows: int
    table: dict[str, str] = field(default_factory=dict)
    row: dict[int, str] = field(default_factory=dict)
    exceptions: dict[int, str] = field(default_factory=dict)  # what a row says in place of its table
    cell: dict[tuple[int, int], dict[str, str]] = field(default_factory=dict)
    content: dict[tuple[int, int], str] = field(default_factory=dict)
    swallowed: set[tuple[int, int]] = field(default_factory=set)
    cell_widths: bool = True
    laid_out: bool = True  # else the grid is that of a program that knows of no page

    def every_cell(self, properties: dict[str, str]) -> None:
        """Gives a property to all cells."""
        for r in range(self.rows):
            for c in range(len(self.widths)):
                self.cell.setdefault((r, c), {}).update(properties)

    def write(self) -> str:
        """The ``w:tbl``."""
        is_said = self.laid_out or 'w:type="auto"' in self.table["tblW"]
        grid = "".join(f'<w:gridCol w:w="{width if is_said else 100}"/>' for width in self.widths)
        rows = "".join(self._row(r) for r in range(self.rows))
        properties = "".join(self.table[name] for name in _TABLE_ORDER if name in self.table)
        return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"

    def _row(self, r: int) -> str:
        cells = "".join(self._cell(r, c) for c in range(len(self.widths)) if (r, c) not in self.swallowed)
        properties, own = self.row.get(r, ""), self.exceptions.get(r, "")
        own = f"<w:tblPrEx>{own}</w:tblPrEx>" if own else ""
        return f"<w:tr>{own}{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{cells}</w:tr>"

    def _cell(self, r: int, c: int) -> str:
        properties = dict(self.cell.get((r, c), {}))
        span = 1
        while (r, c + span) in self.swallowed:
            span += 1
        if span > 1:
            properties |= value("gridSpan", span)
        if self.cell_widths:
            properties.setdefault("tcW", f'<w:tcW w:w="{sum(self.widths[c : c + span])}" w:type="dxa"/>')
        inside = "".join(properties[name] for name in _CELL_ORDER if name in properties)
        return f"<w:tc><w:tcPr>{inside}</w:tcPr>{self.content.get((r, c)) or paragraph('')}</w:tc>"


Change = Callable[[Draft, Grid], None]


def _lines(element: str, kind: str = "single", size: int = 4, sides: tuple[str, ...] = _SIDES) -> str:
    inside = "".join(f'<w:{s} w:val="{kind}" w:sz="{size}" w:space="0" w:color="auto"/>' for s in sides)
    return f"<w:{element}>{inside}</w:{element}>"


def make_grid(draft: Draft, rows: int | None = None, width: int | None = None) -> Grid:
    """An ordinary table: fixed widths, thin lines, a bold first row."""
    total = width or draft.text_width
    columns = draft.rng.randint(2, 6 if total > 6000 else 3)
    shares = [draft.rng.uniform(0.6, 2.0) for _ in range(columns)]
    widths = [max(int(total * share / sum(shares)), 950) for share in shares]
    grid = Grid(widths, rows or draft.rng.randint(2, 7))
    grid.table = {
        "tblW": f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/>',
        "tblBorders": _lines("tblBorders"),
        "tblLayout": '<w:tblLayout w:type="fixed"/>',
    }
    size = draft.pick((22, 24, 26))
    for r in range(grid.rows):
        for c in range(columns):
            look = {**value("sz", size), **(flag("b") if r == 0 else {})}
            words = draft.sentences() if r and draft.chance(0.12) else draft.pick(CELLS)
            align = value("jc", "center") if r == 0 or draft.chance(0.3) else {}
            tight = attributes("spacing", before=0, after=0, line=240, lineRule="auto")
            grid.content[r, c] = paragraph(run(words, look) if words else "", {**align, **tight})
    draft.use("table")
    return grid


def table(draft: Draft, *changes: str) -> str:
    """An ordinary table with the rare properties named, and the paragraph after it."""
    rows = draft.rng.randint(12, 40) if {"header row", "row may not split"} & set(changes) else None
    grid = make_grid(draft, rows)
    for name in changes:
        draft.use(name)
        TABLES[name](draft, grid)
    return grid.write()


def head(draft: Draft) -> str:
    """The two-column head of every Vietnamese document, without lines."""
    draft.use("two-column head")
    grid = Grid([3600, 5471], 2)
    grid.table = {
        "tblW": '<w:tblW w:w="9071" w:type="dxa"/>',
        "tblLayout": '<w:tblLayout w:type="fixed"/>',
    }
    centred, bold = value("jc", "center"), {**flag("b"), **value("sz", 26)}
    grid.content = {
        (0, 0): paragraph(run(NAMES[0], bold), centred) + paragraph(run(NAMES[1], bold), centred),
        (0, 1): paragraph(run(NAMES[2], bold), centred) + paragraph(run(NAMES[3], flag("b")), centred),
        (1, 0): paragraph(run("Số: 45/KH-UBND"), centred),
        (1, 1): paragraph(run("Bàu Bàng, ngày 03 tháng 01 năm 2024", flag("i")), centred),
    }
    return grid.write()


def raised_head(draft: Draft) -> str:
    """A head dragged up over the empty paragraphs before it, as where a second paper begins in a file."""
    draft.use("head over empty paragraphs")
    up = draft.pick((-7, -47, -200, -420, -832))
    place = {"vertAnchor": "text", "horzAnchor": "margin", "tblpXSpec": "center", "tblpY": up}
    said = attributes("tblpPr", leftFromText=180, rightFromText=180, **place)["tblpPr"]
    empty = paragraph("") * draft.pick((3, 4, 5))  # more than the head may cover
    return empty + head(draft).replace("<w:tblPr>", f"<w:tblPr>{said}", 1) + paragraph(run("Về việc thử nghiệm"))


def _auto(draft: Draft, grid: Grid) -> None:
    grid.table["tblW"] = '<w:tblW w:w="0" w:type="auto"/>'
    grid.table.pop("tblLayout", None)


def _percent(draft: Draft, grid: Grid) -> None:
    share = draft.pick((5000, 4000, 3500))
    grid.table["tblW"] = f'<w:tblW w:w="{share}" w:type="pct"/>'
    scale = draft.text_width * share / 5000 / sum(grid.widths)
    grid.widths = [int(width * scale) for width in grid.widths]
    if draft.chance(0.5):
        grid.table.pop("tblLayout", None)
    for r in range(grid.rows):
        for c, width in enumerate(grid.widths):
            part = round(5000 * width / sum(grid.widths))
            grid.cell.setdefault((r, c), {})["tcW"] = f'<w:tcW w:w="{part}" w:type="pct"/>'
    if draft.chance(0.5):
        draft.use("grid not laid out")
        grid.laid_out = False


def _broken(draft: Draft, grid: Grid) -> None:
    at = draft.rng.randrange(1, grid.rows), draft.rng.randrange(len(grid.widths))
    broken = inline('<w:br w:type="page"/>')
    grid.content[at] = paragraph(run(draft.pick(CELLS)) + broken + run(" tiếp")) + paragraph(run("sau"))


def _across(draft: Draft, grid: Grid) -> None:
    for r in range(1, grid.rows, 2):
        c = draft.rng.randrange(len(grid.widths) - 1)
        grid.swallowed.add((r, c + 1))


def _down(draft: Draft, grid: Grid) -> None:
    for c in (0, len(grid.widths) - 1):
        start = draft.rng.randrange(max(grid.rows - 1, 1))
        for r in range(start, min(start + draft.rng.randint(2, 3), grid.rows)):
            if (r, c) in grid.swallowed or (r, c + 1) in grid.swallowed:
                break
            grid.cell.setdefault((r, c), {})["vMerge"] = '<w:vMerge w:val="restart"/>' if r == start else "<w:vMerge/>"
            if r > start:
                grid.content[r, c] = paragraph("")


def _conflict(draft: Draft, grid: Grid) -> None:
    for _ in range(3):
        at = draft.rng.randrange(grid.rows), draft.rng.randrange(len(grid.widths))
        kind, size = draft.pick((("single", 12), ("double", 4), ("nil", 0), ("single", 24), ("dotted", 4)))
        grid.cell.setdefault(at, {})["tcBorders"] = _lines("tcBorders", kind, size, _SIDES[:4])


def _shaded(draft: Draft, grid: Grid) -> None:
    for c in range(len(grid.widths)):
        grid.cell.setdefault((0, c), {})["shd"] = '<w:shd w:val="clear" w:color="auto" w:fill="D9D9D9"/>'


def _margins(draft: Draft, grid: Grid) -> None:
    top, side = draft.pick((0, 40, 57)), draft.pick((28, 57, 170))
    grid.table["tblCellMar"] = (
        f'<w:tblCellMar><w:top w:w="{top}" w:type="dxa"/><w:left w:w="{side}" w:type="dxa"/>'
        f'<w:bottom w:w="{top}" w:type="dxa"/><w:right w:w="{side}" w:type="dxa"/></w:tblCellMar>'
    )


def _own_margins(draft: Draft, grid: Grid) -> None:
    grid.cell.setdefault((draft.rng.randrange(grid.rows), 0), {})["tcMar"] = (
        '<w:tcMar><w:top w:w="113" w:type="dxa"/><w:left w:w="170" w:type="dxa"/>'
        '<w:bottom w:w="57" w:type="dxa"/></w:tcMar>'
    )
    sides = '<w:left w:w="57" w:type="dxa"/><w:right w:w="198" w:type="dxa"/>'
    own = f"{_lines('tblBorders', size=12)}<w:tblCellMar>{sides}</w:tblCellMar>"
    grid.exceptions[draft.rng.randrange(grid.rows)] = own


def _upright(draft: Draft, grid: Grid) -> None:
    grid.every_cell(value("vAlign", draft.pick(("center", "bottom"))))


def _heights(draft: Draft, grid: Grid) -> None:
    for r in range(grid.rows):
        rule = draft.pick(("", ' w:hRule="atLeast"', ' w:hRule="exact"'))
        if "exact" in rule:  # what is cut off is not printed by LibreOffice and printed out of sight by others
            for c in range(len(grid.widths)):
                grid.content[r, c] = paragraph(run(draft.pick(CELLS[:4]), value("sz", 24)))
        grid.row[r] = grid.row.get(r, "") + f'<w:trHeight w:val="{draft.pick((480, 680, 900))}"{rule}/>'


def _unsplit(draft: Draft, grid: Grid) -> None:
    for r in range(grid.rows):
        grid.row[r] = "<w:cantSplit/>" + grid.row.get(r, "")


def _kept(draft: Draft, grid: Grid) -> None:
    for r in range(grid.rows - draft.pick((1, 1, 2)), grid.rows):  # with what follows the table, too
        if (r, 0) not in grid.swallowed:
            grid.content[r, 0] = paragraph(run(draft.pick(CELLS[:4])), flag("keepNext"))


def _header(draft: Draft, grid: Grid) -> None:
    for r in range(draft.pick((1, 1, 2))):
        grid.row[r] = grid.row.get(r, "") + "<w:tblHeader/>"


def _nested(draft: Draft, grid: Grid) -> None:
    c = max(range(len(grid.widths)), key=lambda c: grid.widths[c])
    r = grid.rows - 1
    if (r, c) not in grid.swallowed:
        inner = make_grid(draft, rows=2, width=grid.widths[c] - 300)
        grid.content[r, c] = inner.write() + paragraph("")


def _placed(draft: Draft, grid: Grid) -> None:
    grid.widths = [max(int(width * 0.8), 950) for width in grid.widths]
    grid.table["tblW"] = f'<w:tblW w:w="{sum(grid.widths)}" w:type="dxa"/>'
    grid.table["jc"] = f'<w:jc w:val="{draft.pick(("center", "right"))}"/>'


def _indented(draft: Draft, grid: Grid) -> None:
    grid.table["tblInd"] = f'<w:tblInd w:w="{draft.pick((-108, 108, 567))}" w:type="dxa"/>'


def _styled(draft: Draft, grid: Grid) -> None:
    grid.table.pop("tblBorders", None)
    grid.table["tblStyle"] = value("tblStyle", "Bangke")["tblStyle"]
    grid.table["tblLook"] = (
        '<w:tblLook w:val="04E0" w:firstRow="1" w:lastRow="1" w:firstColumn="1" w:lastColumn="0" w:noHBand="0" '
        'w:noVBand="1"/>'
    )
    for r in range(grid.rows):
        for c in range(len(grid.widths)):
            words = draft.pick(CELLS)
            grid.content[r, c] = paragraph(run(words) if words else "")


def _grid_style(draft: Draft, grid: Grid) -> None:
    grid.table.pop("tblBorders", None)
    grid.table["tblStyle"] = value("tblStyle", "TableGrid")["tblStyle"]
    for at in list(grid.content):
        words = draft.pick(CELLS)
        grid.content[at] = paragraph(run(words) if words else "")


def _paragraphs(draft: Draft, grid: Grid) -> None:
    for r in range(grid.rows):
        spacing = attributes("spacing", before=60, after=draft.pick((60, 120)))
        grid.content[r, 0] = "".join(paragraph(run(draft.pick(CELLS)), spacing) for _ in range(draft.rng.randint(1, 3)))


def _tall(draft: Draft, grid: Grid) -> None:
    for r in range(1, min(grid.rows, 3)):
        c = len(grid.widths) - 1
        if (r, c) not in grid.swallowed:
            grid.content[r, c] = "".join(paragraph(run(draft.sentences(1, 2))) for _ in range(5))


def _picture(draft: Draft, grid: Grid) -> None:
    grid.content[grid.rows - 1, 0] = paragraph(inline(inline_picture(draft, 24)), value("jc", "center"))


def _floating(draft: Draft, grid: Grid) -> None:
    # LibreOffice makes an ordinary table of one as wide as the text, and forgets how far Word moves it down.
    if draft.text_width - sum(grid.widths) < 200:
        place = {"leftFromText": 180, "rightFromText": 180, "vertAnchor": "text", "horzAnchor": "margin", "tblpY": 1}
        grid.table |= attributes("tblpPr", **place)


def _apart(draft: Draft, grid: Grid) -> None:
    """Cells that stand apart, as in tables pasted from a web page."""
    gap = draft.pick((15, 15, 30, 60))
    said = f'<w:tblCellSpacing w:w="{gap}" w:type="dxa"/>'
    grid.table["tblCellSpacing"] = said
    grid.row = {r: grid.row.get(r, "") + said for r in range(grid.rows)}
    if draft.chance(0.5):
        grid.table.pop("tblBorders", None)
    sides = "".join(f'<w:{side} w:w="15" w:type="dxa"/>' for side in ("top", "left", "bottom", "right"))
    grid.table["tblCellMar"] = f"<w:tblCellMar>{sides}</w:tblCellMar>"


def _framed(draft: Draft, grid: Grid) -> None:
    """A frame of a thick and a thin line around the table, as around covers; Word names them from the top left."""
    gap, size = draft.pick(("Small", "Medium")), draft.pick((12, 24))
    kinds = dict.fromkeys(_SIDES[:2], f"thinThick{gap}Gap") | dict.fromkeys(_SIDES[2:4], f"thickThin{gap}Gap")
    lines = {side: (kinds.get(side, "single"), size if side in kinds else 4) for side in _SIDES}
    said = "".join(f'<w:{s} w:val="{kind}" w:sz="{wide}" w:space="0"/>' for s, (kind, wide) in lines.items())
    grid.table["tblBorders"] = f"<w:tblBorders>{said}</w:tblBorders>"


def _turned(draft: Draft, grid: Grid) -> None:
    """A heading of narrow columns whose words run upwards, as Word makes it: in a row of two centimetres or more."""
    way = draft.pick(("btLr", "btLr", "tbRl"))
    grid.row[0] = grid.row.get(0, "") + f'<w:cantSplit/><w:trHeight w:val="{draft.pick((1134, 1400, 1800))}"/>'
    for c in range(len(grid.widths)):
        if draft.chance(0.6):
            grid.cell.setdefault((0, c), {}).update(value("textDirection", way) | value("vAlign", "center"))
            words = run(draft.pick(("Ghi chú", "Số lượng", "Đơn vị", "Đạt")), value("sz", 24))
            grid.content[0, c] = paragraph(words, value("jc", draft.pick(("center", "left"))))


TABLES: dict[str, Change] = {
    "page break in a cell": _broken,
    "table width auto": _auto,
    "table width in percent": _percent,
    "merged across": _across,
    "merged down": _down,
    "border conflict": _conflict,
    "cells apart": _apart,
    "cell shading": _shaded,
    "table cell margins": _margins,
    "own cell margins": _own_margins,
    "vertical alignment": _upright,
    "turned text": _turned,
    "frame of several lines": _framed,
    "row height": _heights,
    "row may not split": _unsplit,
    "last rows kept with the next": _kept,
    "header row": _header,
    "nested table": _nested,
    "table alignment": _placed,
    "table indent": _indented,
    "floating table": _floating,
    "table style with conditions": _styled,
    "table style grid": _grid_style,
    "paragraphs in cells": _paragraphs,
    "row taller than others": _tall,
    "picture in a cell": _picture,
}
