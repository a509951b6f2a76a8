"""Rows of tables as the calls of their cells."""

from __future__ import annotations

from generator.layout.tree import Cell, Row, Table
from generator.pdf.measuring.coverage import Coverage
from generator.pdf.measuring.heights import cell_height
from generator.pdf.measuring.typefaces import Faces
from generator.pdf.typst.cells.contents import Cells
from generator.pdf.typst.cells.looks import CellLooks
from generator.pdf.typst.double_rules import with_second_lines
from generator.pdf.typst.literals import pt
from generator.pdf.typst.palette import Palette
from generator.pdf.typst.rows.keeping import keeps_next
from generator.pdf.typst.rows.parting import Parting, can_sink, ends_in_text, in_paragraphs, inner_width
from generator.pdf.typst.rows.upright import Upright
from generator.pdf.typst.setting import Flow


class RowWriter:
    """Writes rows."""

    def __init__(self, palette: Palette, faces: Faces, coverage: Coverage) -> None:
        self._faces, self._coverage = faces, coverage
        self._looks, self._parting = CellLooks(palette, coverage), Parting(faces)
        self._upright = Upright(palette, faces)

    def write(
        self,
        table: Table,
        index: int,
        row: Row,
        rules: list[float],
        hung: list[float],
        kind: str,
        cells: Cells,
        body: list[str],
    ) -> None:
        """Adds the cells of a row to ``body``.

        ``rules`` and ``hung`` are the thickness of each horizontal rule of the table, and how much of it hangs below.
        """
        strut = row.height if row.height is not None and row.height_rule == "atLeast" else None
        exact = row.height if row.height is not None and row.height_rule == "exact" else None
        cant_split = row.cant_split and not any(self._parting.outgrows(table, cell, cells.page) for cell in row.cells)
        stays = not cant_split and strut is not None and self._parting.stays(table, row, strut, cells.page)
        guard = None
        if strut is not None and not stays and self._parting.surpasses(table, row, strut):
            guard, strut = strut, None
        most = self._parting.most(cells.page)
        margin = max((cell.format.margin_top for cell in row.cells), default=0.0)  # the largest holds for all cells
        holds = cells.repeated or cant_split or stays or strut is not None or exact is not None
        may_part = cells.breaks and not (cant_split or stays or exact is not None)
        telling = self._upright.tallest(table, row) if may_part else None
        mark = self._upright.mark() if telling is not None else ""
        tallest, parts = 0 if holds else self._parting.tallest(table, row), False
        for cell in row.cells:
            source = cell
            span_end = min(index + cell.row_span, len(table.rows))
            form = cell.format
            inner = inner_width(table, cell)
            lines = self._parting.lines(cell, inner) if tallest else 0
            parts = parts or 0 < lines == tallest  # a cell after it, too, keeps room below its text
            sinks = lines > 1 and parts and cell.row_span == 1 and can_sink(cell)
            several = not holds and cell.row_span == 1 and not cell.turn and in_paragraphs(cell)
            if several and not sinks:
                sinks = self._parting.ends_in_line(cell, inner)
            if cell.turn:
                cell, flow = self._turned(table, index, cell, inner, rules, cells)
                form = cell.format
            else:
                flow = cells.write(cell, inner, sinks=sinks, parts=several)
            # Word gives each row the room of the rule above it. Typst's rules take none, so here each row
            # holds the one below it, and the first row also the one above: sums and page ends come out alike.
            top = margin + flow.before + (rules[0] if index == 0 else hung[index])
            bottom = form.margin_bottom + flow.after + rules[span_end] - hung[span_end]
            # Word parts a merged cell between its rows, unless each of them keeps with the next.
            rows = table.rows[index : span_end - 1]
            whole = (cant_split and all(keeps_next(spanned) for spanned in rows)) or (stays and cell.row_span == 1)
            if not whole and self._parting.outgrows(table, cell, cells.page):
                # What is around its text must not shorten each of its pages.
                foot = flow.share + flow.after
                flow.code += [f"v({pt(foot)})"] if foot else []
                top, bottom = top - flow.before, bottom - flow.after
                flow.code[:0] = [f"v({pt(flow.before)})"] if flow.before else []
            elif lines and not whole and cell.row_span == 1 and (lines == 1 or not parts) and ends_in_text(cell):
                # Of a single line only what is seen must have room; so where another cell is parted.
                if flow.share + flow.after:
                    flow.code.append(f"v({pt(flow.share + flow.after)})")
                bottom -= flow.after
            else:
                bottom += flow.share
            content = flow.code[0] if len(flow.code) == 1 else "{" + ";".join(flow.code) + "}"
            if exact is not None and cell.row_span == 1:
                room = exact - margin - form.margin_bottom
                tall = cell_height(cell, inner, self._faces)
                if tall > room:  # cut off below it as Word does
                    bottom = form.margin_bottom + rules[span_end] - hung[span_end]
                    side = "top, " if tall - flow.share - flow.after > room else ""  # it begins at the top
                    room = max(room - flow.before, 0.0)
                    content = f"block(width: 100%, height: {pt(room)}, clip: true, {content})"
                    content = f"align({side}{content})" if side else content
                    self._coverage.cuts = True
            if strut is not None and cell.row_span == 1:
                taken = margin + form.margin_bottom + flow.before + flow.after + flow.share
                content = self._strut(strut - rules[index] - taken, content, whole=may_part and strut <= most)
                strut = None
            elif guard is not None and guard <= most and may_part and cell.row_span == 1 and not cell.turn:
                # Its least height needs room at the foot of a page, or all of the row goes on to the next.
                content = self._guard(guard - rules[index] - margin - form.margin_bottom - flow.before, content)
                guard = None
            if telling is not None:
                content = self._upright.written(cell, content, mark, tallest=source is telling)
            whole_width = inner + form.margin_left + form.margin_right
            content = with_second_lines(content, form, whole_width, (top, bottom), last=span_end == len(table.rows))
            name = self._looks.function(kind, form, top, bottom, whole)
            spans = f",colspan: {cell.column_span}" if cell.column_span > 1 else ""
            spans += f",rowspan: {cell.row_span}" if cell.row_span > 1 else ""
            body.append(f"{name}({cell.column},{index},{content}{spans})")

    def _turned(
        self, table: Table, index: int, cell: Cell, inner: float, rules: list[float], cells: Cells
    ) -> tuple[Cell, Flow]:
        from generator.pdf.typst.cells.turned import cell_room, write_turned  # few files have such cells

        room = cell_room(table, index, cell, rules, self._faces)
        return write_turned(
            cell, inner, room, self._faces, lambda long: cells.write(cell, long, sinks=False), self._coverage.cannot
        )  # fmt: skip

    @staticmethod
    def _strut(height: float, content: str, whole: bool) -> str:
        if height <= 0:
            return content
        kept = ", breakable: false" if whole else ""
        return f"grid(columns: (0pt, 1fr), block(height: {pt(height)}{kept}), {content})"

    @staticmethod
    def _guard(height: float, content: str) -> str:
        if height <= 0:
            return content
        inner = content.removeprefix("{").removesuffix("}") if content.startswith("{") else content
        return f"{{block(height: {pt(height)}, breakable: false, none);v({pt(-height)});{inner}}}"


def track(row: Row, index: int, rules: list[float], hung: list[float]) -> str:
    """The height of a row among those of its table: a length where the file fixes it."""
    if row.height_rule != "exact" or not row.height:
        return "auto"
    above = rules[index] - hung[index] if index else 0.0
    return pt(row.height + rules[index + 1] - hung[index + 1] - above)
