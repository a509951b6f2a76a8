"""What a table and its style say about borders, margins and text, cell by cell position."""

from __future__ import annotations

from copy import copy
from dataclasses import field, replace
from typing import TypeAlias

from generator.layout.names import VAL, Element, Key, W, child_of, flag, key, points
from generator.layout.properties.borders import is_drawn, plainer, read_border, read_shading
from generator.layout.properties.formats import Surroundings
from generator.layout.properties.kept import MOST_TABLES, Kept
from generator.layout.properties.paragraph_properties import merge_paragraph, read_paragraph_layer
from generator.layout.properties.styles import Style, Styles
from generator.layout.properties.text_properties import Layer, merge, read_text_layer
from generator.layout.tree import Border, CellFormat
from generator.records import record

BorderSet: TypeAlias = dict[str, Border | None]
SPACING = W + "tblCellSpacing"
# From the weakest to the strongest (ISO 29500-1, 17.7.6.6), with the bit of tblLook that switches each on.
_CONDITIONS = (
    ("band1Vert", 0), ("band2Vert", 0), ("band1Horz", 0), ("band2Horz", 0), ("firstCol", 0x80),
    ("lastCol", 0x100), ("firstRow", 0x20), ("lastRow", 0x40), ("neCell", 0), ("nwCell", 0),
    ("seCell", 0), ("swCell", 0),
)  # fmt: skip
_LOOK_NAMES = {"firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100}


def read_border_set(element: Element | None) -> BorderSet:
    """The sides that a ``w:tblBorders`` or ``w:tcBorders`` names, ``None`` for those it switches off."""
    found: BorderSet = {}
    for child in element if element is not None else ():
        name = child.tag.rpartition("}")[2]
        found[{"start": "left", "end": "right"}.get(name, name)] = plainer(read_border(child), is_drawn)
    return found


def read_margins(element: Element | None) -> dict[str, float]:
    """The cell margins a ``w:tblCellMar`` or ``w:tcMar`` names, in points."""
    found: dict[str, float] = {}
    for child in element if element is not None else ():
        width = points(child.get(W + "w"))
        if width is not None and child.get(W + "type", "dxa") == "dxa":
            name = child.tag.rpartition("}")[2]
            found[{"start": "left", "end": "right"}.get(name, name)] = width
    return found


def read_spacing(properties: Element | None) -> float | None:
    """Half of the gaps between cells that a ``w:tblPr``, ``w:tblPrEx`` or ``w:trPr`` asks for, in points."""
    return None if properties is None else spacing_of(child_of(properties, SPACING))


def spacing_of(said: Element | None) -> float | None:
    """The same of the ``w:tblCellSpacing`` among them, if there is one."""
    if said is None or said.get(W + "type", "dxa") != "dxa":  # shares are passed over
        return None
    return max(points(said.get(W + "w")) or 0.0, 0.0)


def _read_row(properties: Element | None) -> dict[str, bool]:
    named = {name: flag(properties, name) for name in ("tblHeader", "cantSplit")} if properties is not None else {}
    return {name: bool(said) for name, said in named.items() if said is not None}


@record()
class _Part:
    """What one table style says, as a whole or for one kind of cell."""

    text: Layer = field(default_factory=dict)
    paragraph: Layer = field(default_factory=dict)
    borders: BorderSet = field(default_factory=dict)
    cell_borders: BorderSet = field(default_factory=dict)
    margins: dict[str, float] = field(default_factory=dict)
    shading: str | None = None
    valign: str | None = None
    spacing: float | None = None
    row: dict[str, bool] = field(default_factory=dict)


StyleParts: TypeAlias = tuple[_Part, dict[str, _Part]]
"""What a style says of its whole table, and of each kind of cell."""


class TableStyle:
    """A table's style and its own properties together; asked per kind of cell.

    ``known_styles`` keeps what the styles alone say, for the next table.
    """

    def __init__(
        self, styles: Styles, theme: dict[str, str], properties: Element | None, known_styles: dict[str, StyleParts]
    ) -> None:
        style_id = None
        if properties is not None and (named := properties.find(W + "tblStyle")) is not None:
            style_id = named.get(VAL)
        style = styles.get("table", style_id)
        self.name = style.name
        self._theme = theme
        self._id = style.id
        self._look = self._read_look(properties)
        known = known_styles.get(style.id)
        if known is None:
            known = known_styles[style.id] = self._read_style(style)
        whole, self._conditional = known
        self._whole = replace(whole, borders=dict(whole.borders), margins=dict(whole.margins))
        if properties is not None:
            self._whole.borders.update(read_border_set(properties.find(W + "tblBorders")))
            self._whole.margins.update(read_margins(properties.find(W + "tblCellMar")))
        own = read_spacing(properties)
        self.spacing = (self._whole.spacing or 0.0) if own is None else own
        self._around: dict[tuple[str, ...], Surroundings] = {}
        self._excepted: Kept[TableStyle] = Kept(MOST_TABLES)
        self.formats: Kept[CellFormat] = Kept(MOST_TABLES)  # of the cells of its tables, by what each says itself

    def excepted(self, exceptions: Element | None) -> TableStyle:
        """The style in a row whose ``w:tblPrEx`` has borders or margins of its own: itself where it has none."""
        borders = read_border_set(child_of(exceptions, W + "tblBorders")) if exceptions is not None else {}
        margins = read_margins(child_of(exceptions, W + "tblCellMar")) if exceptions is not None else {}
        if not borders and not margins:
            return self
        cache_key = key(exceptions)
        made = self._excepted.get(cache_key)
        if made is None:
            made = copy(self)
            made._whole = replace(
                self._whole, borders={**self._whole.borders, **borders}, margins={**self._whole.margins, **margins}
            )
            made.formats = Kept(MOST_TABLES)
            self._excepted.put(cache_key, made)
        return made

    def _read_style(self, style: Style) -> StyleParts:
        conditional: dict[str, list[_Part]] = {}
        for element in style.chain:
            for part in element.findall(W + "tblStylePr"):
                conditional.setdefault(part.get(W + "type", ""), []).append(self._read_part(part))
        whole = self._join([self._read_part(element) for element in style.chain])
        kinds = {kind for kind, _ in _CONDITIONS}
        return whole, {kind: self._join(parts) for kind, parts in conditional.items() if kind in kinds}

    @staticmethod
    def _read_look(properties: Element | None) -> int:
        look = properties.find(W + "tblLook") if properties is not None else None
        if look is None:
            return 0
        try:
            bits = int(look.get(VAL, "0"), 16)
        except ValueError:
            bits = 0
        for name, bit in _LOOK_NAMES.items():
            if (said := look.get(W + name)) is not None:
                bits = bits | bit if said in ("1", "true", "on") else bits & ~bit
        for name, bit in (("noHBand", 0x200), ("noVBand", 0x400)):
            if (said := look.get(W + name)) is not None:
                bits = bits | bit if said in ("1", "true", "on") else bits & ~bit
        return bits

    def _read_part(self, element: Element) -> _Part:
        cell = element.find(W + "tcPr")
        valign = cell.find(W + "vAlign") if cell is not None else None
        return _Part(
            text=read_text_layer(element.find(W + "rPr"), self._theme),
            paragraph=read_paragraph_layer(element.find(W + "pPr")),
            borders=read_border_set(element.find(f"{W}tblPr/{W}tblBorders")),
            cell_borders=read_border_set(element.find(f"{W}tcPr/{W}tcBorders")),
            margins=read_margins(element.find(f"{W}tblPr/{W}tblCellMar")),
            shading=read_shading(cell.find(W + "shd")) if cell is not None else None,
            valign=valign.get(VAL) if valign is not None else None,
            spacing=read_spacing(element.find(W + "tblPr")),
            row=_read_row(element.find(W + "trPr")),
        )

    @staticmethod
    def _join(parts: list[_Part]) -> _Part:
        joined = _Part()
        for part in parts:
            joined.text = merge((joined.text, part.text))
            joined.paragraph = merge_paragraph(joined.paragraph, part.paragraph)
            joined.borders.update(part.borders)
            joined.cell_borders.update(part.cell_borders)
            joined.margins.update(part.margins)
            joined.shading = part.shading or joined.shading
            joined.valign = part.valign or joined.valign
            joined.spacing = joined.spacing if part.spacing is None else part.spacing
            joined.row.update(part.row)
        return joined

    def conditions(self, row: int, rows: int, column: int, span: int, columns: int) -> tuple[str, ...]:
        """The kinds a cell belongs to, from the weakest to the strongest."""
        if not self._conditional:
            return ()
        look = self._look
        first_row, last_row = bool(look & 0x20) and row == 0, bool(look & 0x40) and row == rows - 1
        first_column = bool(look & 0x80) and column == 0
        last_column = bool(look & 0x100) and column + span == columns
        band_row = row - (1 if look & 0x20 else 0)
        band_column = column - (1 if look & 0x80 else 0)
        held = {
            "band1Horz": not look & 0x200 and not first_row and not last_row and band_row % 2 == 0,
            "band2Horz": not look & 0x200 and not first_row and not last_row and band_row % 2 == 1,
            "band1Vert": not look & 0x400 and not first_column and not last_column and band_column % 2 == 0,
            "band2Vert": not look & 0x400 and not first_column and not last_column and band_column % 2 == 1,
            "firstCol": first_column,
            "lastCol": last_column,
            "firstRow": first_row,
            "lastRow": last_row,
            "nwCell": first_row and first_column,
            "neCell": first_row and last_column,
            "swCell": last_row and first_column,
            "seCell": last_row and last_column,
        }
        return tuple(kind for kind, _ in _CONDITIONS if kind in self._conditional and held[kind])

    def row(self, row: int, rows: int) -> dict[str, bool]:
        """What the style says of a row: whether it heads pages (``tblHeader``) or keeps together (``cantSplit``)."""
        said = dict(self._whole.row)
        for kind, bit, at in (("firstRow", 0x20, 0), ("lastRow", 0x40, rows - 1)):
            if row == at and self._look & bit and (part := self._conditional.get(kind)) is not None:
                said.update(part.row)
        return said

    def surroundings(self, conditions: tuple[str, ...]) -> Surroundings:
        """What the table says about paragraphs in cells of these kinds."""
        known = self._around.get(conditions)
        if known is None:
            parts = [self._whole, *(self._conditional[kind] for kind in conditions)]
            known = self._around[conditions] = Surroundings(
                name=("table", self._id, *conditions),
                text=merge(part.text for part in parts),
                paragraph=merge_paragraph(*(part.paragraph for part in parts)),
            )
        return known

    def cell(self, conditions: tuple[str, ...]) -> tuple[BorderSet, BorderSet, dict[str, float], str | None, str]:
        """Table borders, the style's cell borders, margins, fill and vertical alignment of such a cell."""
        cell_borders = dict(self._whole.cell_borders)
        shading, valign = self._whole.shading, self._whole.valign
        for kind in conditions:
            part = self._conditional[kind]
            cell_borders.update(part.cell_borders)
            shading, valign = part.shading or shading, part.valign or valign
        return self._whole.borders, cell_borders, self._whole.margins, shading, valign or "top"

    @staticmethod
    def key(element: Element | None) -> Key:
        """The cache key of a cell's own properties."""
        return key(element)
