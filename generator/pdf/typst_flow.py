"""A sequence of blocks as Typst code: the gaps between them, page breaks, tables."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.layout.tree import Block, Paragraph, Table
from generator.pdf.coverage import Coverage
from generator.pdf.literals import pt
from generator.pdf.typst_paragraphs import Edges, ParagraphWriter, split_pages


@dataclass(slots=True)
class Flow:
    """Written blocks, and the space that must stand before the first and after the last of them, in points."""

    code: list[str] = field(default_factory=list)
    before: float = 0.0
    after: float = 0.0


class FlowWriter:
    """Writes blocks one below the other.

    The gap between two paragraphs is the larger of the space after the one and before the other, or their sum
    when the file says so (``doNotUseHTMLParagraphAutoSpacing``), as Word and LibreOffice do.
    """

    def __init__(self, paragraphs: ParagraphWriter, coverage: Coverage, add_spacing: bool) -> None:
        from generator.pdf.typst_tables import TableWriter

        self._paragraphs, self._coverage, self._add = paragraphs, coverage, add_spacing
        self._tables = TableWriter(self, paragraphs)

    def write(
        self,
        blocks: list[Block],
        width: float,
        page_format: str = "decimal",
        *,
        breaks: bool = False,
        headings: bool = True,
    ) -> Flow:
        """The blocks in a column ``width`` points wide; ``breaks`` says whether a page may end among them."""
        flow = Flow()
        previous: Block | None = None
        fresh = False  # right after a page break the space before counts, at an ordinary page top it does not
        for index, block in enumerate(blocks):
            following = blocks[index + 1] if index + 1 < len(blocks) else None
            if isinstance(block, Table):
                gap = self._gap(previous, None)
                self._add_table(flow, block, gap, width, page_format, headings)
                previous, fresh = block, False
                continue
            if block.format.page_break_before and breaks and flow.code:
                flow.code.append("pagebreak(weak: true)")
                fresh, previous = True, None
            for part in split_pages(block):
                if part is None:
                    if breaks:
                        flow.code.append("pagebreak()")
                    else:
                        self._coverage.cannot("ngắt trang bên trong bảng, đầu trang hoặc chân trang")
                    fresh, previous = True, None
                    continue
                gap = self._gap(previous, part)
                if not flow.code:
                    flow.before, gap = gap, 0.0
                elif fresh:
                    flow.code.append(f"v({pt(gap)})")
                    gap = 0.0
                edges = Edges(not _joined(previous, part), not _joined(part, following))
                flow.code.append(self._paragraphs.write(part, gap, width, edges, page_format, headings=headings))
                previous, fresh = part, False
        flow.after = self._after(previous)
        return flow

    def _add_table(self, flow: Flow, table: Table, gap: float, width: float, page_format: str, headings: bool) -> None:
        made = self._tables.write(table, width, page_format, headings=headings)
        if not flow.code:
            flow.before, gap = gap, 0.0
        flow.code.append(f"block(above: {pt(gap)}, {made})")

    @staticmethod
    def _after(block: Block | None) -> float:
        return block.format.after if isinstance(block, Paragraph) else 0.0

    def _gap(self, previous: Block | None, block: Paragraph | None) -> float:
        after = self._after(previous)
        before = block.format.before if block is not None else 0.0
        if isinstance(previous, Paragraph) and block is not None:
            same = previous.format.style_id == block.format.style_id
            if same and previous.format.contextual:
                after = 0.0
            if same and block.format.contextual:
                before = 0.0
        return after + before if self._add else max(after, before)


def _joined(one: Block | None, other: Block | None) -> bool:
    """Whether two neighbours share one frame."""
    if not isinstance(one, Paragraph) or not isinstance(other, Paragraph):
        return False
    a, b = one.format, other.format
    return bool(a.borders) and (a.borders, a.left, a.right) == (b.borders, b.left, b.right)
