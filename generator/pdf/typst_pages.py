"""Sections: paper, margins, headers and footers, and page numbers."""

from __future__ import annotations

from generator.layout.tree import Block, Document, PageKind, Paragraph, Section, Table
from generator.pdf.coverage import Coverage
from generator.pdf.heights import blocks_height
from generator.pdf.literals import pt
from generator.pdf.palette import Palette
from generator.pdf.typst_drawings import DrawingWriter
from generator.pdf.typst_flow import FlowWriter, shifted, without_gap
from generator.pdf.typst_notes import NoteWriter


class PageWriter:
    """Writes sections as Typst code, each in a block of its own so that its page settings end with it."""

    def __init__(
        self,
        document: Document,
        flow: FlowWriter,
        palette: Palette,
        coverage: Coverage,
        drawings: DrawingWriter,
        notes: NoteWriter,
    ) -> None:
        self._document, self._flow, self._palette, self._coverage = document, flow, palette, coverage
        self._drawings, self._notes = drawings, notes

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
                page = section.page
                if (before.page.width, before.page.height) == (page.width, page.height):
                    left, right = page.left - before.page.left, page.right - before.page.right
                    blocks.extend(shifted(section.blocks, left, right) if left or right else section.blocks)
                    continue
                # On other paper Word, too, begins a new page.
            groups.append((section, list(section.blocks)))
        if groups and groups[0][1]:
            first = groups[0][1][0]
            if isinstance(first, Paragraph) and first.format.auto_before:
                groups[0][1][0] = without_gap(first, "before")
        return groups

    def _section(self, section: Section, blocks: list[Block], index: int, last: bool) -> str:
        page = section.page
        self._drawings.page, self._notes.width = page, page.text_width
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
                height = max(height, blocks_height(blocks, section.page.text_width, self._palette))
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
