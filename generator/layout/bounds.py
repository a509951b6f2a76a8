"""Lengths no page can hold, taken back to what fits: a file may ask for them, and its text would leave the paper."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, TypeVar

from generator.layout.notes import Notes
from generator.layout.tree import (
    Block,
    Box,
    CellFormat,
    Drawing,
    Note,
    Page,
    Paragraph,
    ParagraphFormat,
    Run,
    Section,
    Table,
    TextFormat,
)

_LEAST = 20.0  # points in which a line of text has room
_MOST_SPACE, _MOST_LINE = 31.0, 12.0  # points that Word takes between a border and its text, and for its width
_LINE_SHARE = 1.4  # the height of a line of text, in its size
_Format = TypeVar("_Format", ParagraphFormat, TextFormat, CellFormat)


def bound_section(section: Section, notes: Notes) -> None:
    """Take back the lengths in a section's text, headers and footers that its page cannot hold, counted in ``notes``.

    Text that runs into the margins is left there, as Word does; only what would leave the paper is changed.
    """
    bounds = _Bounds(section.page, notes)
    bounds.blocks(section.blocks, section.page.column_width)
    for kinds in (section.headers, section.footers):
        for blocks in kinds.values():
            bounds.blocks(blocks, section.page.text_width)


class _Bounds:
    def __init__(self, page: Page, notes: Notes) -> None:
        self._page, self._notes = page, notes
        self._tall = page.height - page.top - page.bottom - _LEAST
        self._known: dict[tuple[int, float], tuple[object, object]] = {}  # kept alive, so that no id comes twice

    def blocks(self, blocks: list[Block], width: float, *, inside: bool = False) -> None:
        """Bounds blocks in a column of this width; ``inside`` a cell or box, which may be narrower than its text."""
        for block in blocks:
            if isinstance(block, Table):
                self._table(block, width)
            else:
                self._paragraph(block, self._page.width if inside else width)

    def _paragraph(self, paragraph: Paragraph, width: float) -> None:
        form, mark = self._format(paragraph.format, width), self._text(paragraph.mark)
        changed = form is not paragraph.format or mark is not paragraph.mark
        paragraph.format, paragraph.mark = form, mark
        for item in paragraph.items:
            if isinstance(item, Run):
                if (bounded := self._text(item.format)) is not item.format:
                    item.format = bounded
                    changed = True
            elif isinstance(item, Drawing):
                raised = min(max(item.raised, -self._tall / 2), self._tall / 2)
                item.raised, changed = raised, changed or raised != item.raised
                for drawing in item.all():
                    if isinstance(drawing.content, Box):
                        self.blocks(drawing.content.blocks, drawing.width, inside=True)
            elif isinstance(item, Note):
                self.blocks(item.blocks, self._page.column_width)
            elif (look := getattr(item, "format", None)) is not None and (bounded := self._text(look)) is not look:
                item.format = bounded  # type: ignore[union-attr]
                changed = True
        self._notes.bounded += changed

    def _format(self, form: ParagraphFormat, width: float) -> ParagraphFormat:
        known = self._known.get((id(form), width))
        if known is None:
            known = self._known[id(form), width] = form, self._fitted(form, width)
        return known[1]  # type: ignore[return-value]

    def _fitted(self, form: ParagraphFormat, width: float) -> ParagraphFormat:
        page, tall = self._page, self._tall
        most = width - _LEAST
        left = max(min(form.left, most), -page.left)
        right = max(min(form.right, most - left), -page.right)
        first = max(min(form.first_line, most - left - max(right, 0.0)), -page.left - left)
        line = min(form.line, tall / _LEAST if form.line_rule == "auto" else tall)
        borders = tuple(
            (side, replace(border, width=min(border.width, _MOST_LINE), space=min(max(border.space, 0.0), _MOST_SPACE)))
            for side, border in form.borders
        )
        return _changed(
            form,
            left=left,
            right=right,
            first_line=first,
            before=min(max(form.before, 0.0), tall),
            after=min(max(form.after, 0.0), tall),
            line=line,
            borders=borders,
        )

    def _text(self, look: TextFormat) -> TextFormat:
        known = self._known.get((id(look), 0.0))
        if known is None:
            size = min(look.size, max(self._tall / _LINE_SHARE, 1.0))
            half = self._tall / 2
            fitted = _changed(
                look,
                size=size,
                raised=min(max(look.raised, -half), half - size if size < half else 0.0),
                spacing=min(max(look.spacing, -size), self._page.width),
            )
            known = self._known[id(look), 0.0] = look, fitted
        return known[1]  # type: ignore[return-value]

    def _table(self, table: Table, width: float) -> None:
        page, total = self._page, sum(table.columns)
        if max(table.columns, default=0.0) > page.width or total > 2 * page.width:
            table.columns = [column * width / total for column in table.columns]
            total = width
            self._notes.bounded += 1
        if table.indent > width - _LEAST or table.indent < -page.width:
            table.indent = max(min(table.indent, width - total), -page.left)
            self._notes.bounded += 1
        for row in table.rows:
            if row.height is not None and not 0 <= row.height <= self._tall + _LEAST:
                row.height = self._tall if row.height > 0 else None
                self._notes.bounded += 1
            for cell in row.cells:
                form = self._cell(cell.format)
                self._notes.bounded += form is not cell.format
                cell.format = form
                self.blocks(cell.blocks, page.width, inside=True)

    def _cell(self, form: CellFormat) -> CellFormat:
        known = self._known.get((id(form), 0.0))
        if known is None:
            across, down = self._page.width / 2, self._tall / 4

            def fitted(margin: float, most: float) -> float:
                return max(margin, 0.0) if margin <= most else _LEAST

            bounded = _changed(
                form,
                margin_left=fitted(form.margin_left, across),
                margin_right=fitted(form.margin_right, across),
                margin_top=fitted(form.margin_top, down),
                margin_bottom=fitted(form.margin_bottom, down),
            )
            known = self._known[id(form), 0.0] = form, bounded
        return known[1]  # type: ignore[return-value]


def _changed(form: _Format, **fitted: Any) -> _Format:
    """The format with these properties; itself where none is another, so that whoever shares it goes on sharing it."""
    return form if all(getattr(form, name) == said for name, said in fitted.items()) else replace(form, **fitted)
