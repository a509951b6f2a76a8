"""Sections: paper, margins, headers and footers, and page numbers."""

from __future__ import annotations

from generator.layout.tree import Block, Document, PageKind, Paragraph, Section, Table
from generator.pdf.coverage import Coverage
from generator.pdf.line_metrics import line_height
from generator.pdf.literals import pt
from generator.pdf.palette import Palette
from generator.pdf.typst_flow import FlowWriter


class PageWriter:
    """Writes sections as Typst code, each in a block of its own so that its page settings end with it."""

    def __init__(self, document: Document, flow: FlowWriter, palette: Palette, coverage: Coverage) -> None:
        self._document, self._flow, self._palette, self._coverage = document, flow, palette, coverage

    def write(self) -> str:
        """All sections, one after the other."""
        code: list[str] = []
        groups = self._groups()
        for index, (section, blocks) in enumerate(groups):
            last = index == len(groups) - 1
            code.append(self._section(section, blocks, index, last))
        return "\n".join(code)

    def _groups(self) -> list[tuple[Section, list[Block]]]:
        """Sections with the continuous ones that follow on the same paper joined to them."""
        groups: list[tuple[Section, list[Block]]] = []
        for section in self._document.sections:
            if groups and section.start == "continuous":
                before, blocks = groups[-1]
                if before.page == section.page:
                    blocks.extend(section.blocks)
                    continue
                self._coverage.cannot("phần liên tục (continuous) có khổ giấy hoặc lề khác phần trước")
            groups.append((section, list(section.blocks)))
        return groups

    def _section(self, section: Section, blocks: list[Block], index: int, last: bool) -> str:
        page = section.page
        lines: list[str] = []
        if index and section.start in ("evenPage", "oddPage"):
            parity = "even" if section.start == "evenPage" else "odd"
            lines.append(f'pagebreak(weak: true, to: "{parity}")')
        if section.number_start is not None:
            lines.append(f"counter(page).update({section.number_start})")
        header, header_height = self._marginal(section, section.headers, index)
        footer, footer_height = self._marginal(section, section.footers, index)
        top = max(page.top, page.header + header_height)
        bottom = max(page.bottom, page.footer + footer_height)
        settings = [
            f"width: {pt(page.width)}, height: {pt(page.height)}",
            f"margin: (top: {pt(top)}, bottom: {pt(bottom)}, left: {pt(page.left)}, right: {pt(page.right)})",
            "header-ascent: 0pt, footer-descent: 0pt",
        ]
        if header:
            settings.append(f"header: align(top, pad(top: {pt(page.header)}, {header}))")
        if footer:
            settings.append(f"footer: align(bottom, pad(bottom: {pt(page.footer)}, {footer}))")
        lines.append(f"set page({', '.join(settings)})")
        lines.append(f"[#metadata(none)<vanthu-{index}>]")
        flow = self._flow.write(blocks, page.text_width, section.number_format, breaks=True)
        if flow.before:
            lines.append(f"v({pt(flow.before)})")
        lines.extend(flow.code)
        if last:
            lines.append("[#metadata(none)<vanthu-end>]")
        return "#{\n" + "\n".join(lines) + "\n}"

    def _marginal(self, section: Section, kinds: dict[PageKind, list[Block]], index: int) -> tuple[str, float]:
        """A header or footer as one expression, empty for none, and the height of the tallest."""
        shown: dict[PageKind, str] = {}
        height = 0.0
        for kind, blocks in kinds.items():
            if (kind == "first" and not section.title_page) or (
                kind == "even" and not self._document.settings.even_and_odd
            ):
                continue
            code = self._marginal_code(blocks, section)
            if code:
                shown[kind] = code
                height = max(height, self._height(blocks, section.page.text_width))
        default = shown.get("default", "[]")
        first = shown.get("first", "[]") if section.title_page else default
        even = shown.get("even", "[]") if self._document.settings.even_and_odd else default
        if not shown:
            return "", 0.0
        chosen = default
        if even != default:
            chosen = f"if calc.even(counter(page).get().first()) {{ {even} }} else {{ {chosen} }}"
        if first != default:
            here = f"here().page() == locate(<vanthu-{index}>).page()"
            chosen = f"if {here} {{ {first} }} else {{ {chosen} }}"
        if even != default or first != default:
            chosen = f"context {{ {chosen} }}"
        return chosen, height

    def _marginal_code(self, blocks: list[Block], section: Section) -> str:
        if not any(isinstance(block, Table) or block.items for block in blocks):
            return ""
        flow = self._flow.write(blocks, section.page.text_width, section.number_format, headings=False)
        code = [f"v({pt(flow.before)})"] if flow.before else []
        code += flow.code
        if flow.after:
            code.append(f"v({pt(flow.after)})")
        return "{" + ";".join(code) + "}"

    def _height(self, blocks: list[Block], width: float) -> float:
        """A close guess at the height of a header: lines by the width of their text."""
        total = 0.0
        for block in blocks:
            if isinstance(block, Paragraph):
                form = block.format
                line = line_height(self._palette.face(block.mark.font), block.mark, form)
                wide = len(block.text) * block.mark.size * 0.45
                count = max(int(wide / max(width - form.left - form.right, 1.0)) + 1, 1)
                total += form.before + form.after + line * count
                total += sum(b.width + b.space for side, b in form.borders if side in ("top", "bottom"))
            else:
                for row in block.rows:
                    inner = (self._height(cell.blocks, block.columns[cell.column]) for cell in row.cells)
                    total += max(row.height or 0.0, *inner, 0.0)
        return total
