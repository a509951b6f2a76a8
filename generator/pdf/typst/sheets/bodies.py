"""The text of sections that share a page setting: across the page, or in columns."""

from __future__ import annotations

from dataclasses import replace

from generator.layout.tree import Block, Document, Page, PageBreak, Paragraph, Section, Table
from generator.pdf.measuring.coverage import Coverage
from generator.pdf.measuring.typefaces import Faces
from generator.pdf.typst.cells.growing import longest_word
from generator.pdf.typst.columns import PARTED, UNEQUAL, split_columns, write_columns, write_tracks
from generator.pdf.typst.flow import FlowWriter, starts_page
from generator.pdf.typst.literals import pt
from generator.pdf.typst.palette import Palette
from generator.pdf.typst.setting import Setting
from generator.pdf.typst.sheets.stretches import OTHER_MARGINS, Stretch
from generator.pdf.typst.tables import overhang

_NARROW = 36.0  # points: in wider ones words are cut as in Word
_OVER = 12.0  # points: a table's edges stand in the margins by the padding of its cells


def on_one_page(start: str, what: str) -> str:
    """Code that refuses ``what`` where its page is not that of the element ``start`` finds."""
    return f'context if {start}.location().page() != here().page() {{ panic("{what}") }}'


_STAYS = on_one_page("query(selector(<stays>).before(here())).last()", OTHER_MARGINS)


class BodyWriter:
    """Writes the stretches of one page setting, one below the other."""

    def __init__(
        self, document: Document, flow: FlowWriter, palette: Palette, faces: Faces, coverage: Coverage
    ) -> None:
        self._document, self._flow = document, flow
        self._palette, self._faces, self._coverage = palette, faces, coverage

    def write(self, section: Section, stretches: list[Stretch], top: float, foot: float, number: int) -> list[str]:
        """The text of the sections on page setting ``number``, which continue one another, from ``top`` to ``foot``."""
        lines: list[str] = []
        after = share = 0.0
        for index, stretch in enumerate(stretches):
            page, blocks = stretch.page, stretch.blocks
            if stretch.label:
                lines.append(f"[#metadata(none){stretch.label}]")
            if stretch.stays:
                lines.append("[#metadata(none)<stays>]")
            if stretch.turns:
                lines.append(on_one_page(f"query(<vanthu-{number}>).first()", OTHER_MARGINS))
            inside = page.columns > 1 and len(stretches) > 1
            setting = replace(
                Setting.on(section, page, self._document.settings, self._flow.inset),
                width=page.column_width,
                note_width=page.text_width if inside else page.column_width,
                breaks=True,
                top=None if index else top,
            )
            if page.tracks:
                lines += [f"v({pt(after + share)})"] if after + share else []
                lines.append(_padded(self._tracks(page, blocks, setting), stretch.inset))
                lines += [_STAYS] if stretch.stays else []
                after = share = 0.0
                continue
            if page.columns > 1:
                self._refuse_wide(blocks, page.column_width, page.gutter)
                self._refuse_narrow(blocks, page.column_width, page.columns)
            flow = self._flow.write(blocks, setting)
            gap = flow.before if not index else max(after, flow.before) + share
            if gap and page.columns > 1 and not inside:  # the first line of every column stands below the gap
                lines.append(f'place(top, scope: "parent", float: true, clearance: 0pt, v({pt(gap)}))')
            elif gap:
                lines.append(f"v({pt(gap)})")
            if inside:
                even = self._is_even(stretches, index)
                if page.parted and not even:
                    self._coverage.cannot(PARTED)
                body = "{" + ";".join(flow.code) + "}"
                lines.append(_padded(write_columns(body, page, foot, self._palette, even=even), stretch.inset))
            else:
                if page.parted:
                    self._coverage.cannot(PARTED)
                lines += flow.code
            if stretch.stays:
                lines.append(_STAYS)
            after, share = flow.after, flow.share
        return lines

    def _tracks(self, page: Page, blocks: list[Block], setting: Setting) -> str:
        """The blocks in columns of unequal width, each as long as the file makes it."""
        parts = split_columns(blocks)
        if any(isinstance(block, Paragraph) and starts_page(block) for block in blocks) or len(parts) != page.columns:
            self._coverage.cannot(UNEQUAL)
            return ""
        bodies: list[str] = []
        before = page.left
        for index, (part, (width, gap)) in enumerate(zip(parts, page.tracks, strict=True)):
            after = gap if index + 1 < len(parts) else page.right
            self._refuse_wide(part, width, min(before, after))
            self._refuse_narrow(part, width, page.columns)
            before = gap
            bodies.append(self._flow.inset(part, replace(setting, width=width, breaks=False, top=None)))
        return write_tracks(bodies, page)

    def _refuse_wide(self, blocks: list[Block], width: float, gap: float) -> None:
        """Refuses tables that hang further out of their column than the gap beside it."""
        for block in blocks:
            if isinstance(block, Table) and max(overhang(block, width)) > max(gap, _OVER):
                self._coverage.cannot("bảng rộng hơn cột chữ chứa nó")

    def _refuse_narrow(self, blocks: list[Block], width: float, columns: int) -> None:
        """Refuses a very narrow column that cuts words."""
        for block in blocks if width < _NARROW else ():
            if isinstance(block, Paragraph):
                form = block.format
                room = width - form.left - max(form.first_line, 0.0) - form.right
                if longest_word(block, self._faces) > room:
                    self._coverage.cannot(f"phần chia {columns} cột chữ hẹp")

    def _is_even(self, stretches: list[Stretch], index: int) -> bool:
        """Whether the columns of this stretch end at one height: not the last, and not where the file breaks them."""
        page, blocks = stretches[index].page, stretches[index].blocks
        if any(isinstance(block, Paragraph) and starts_page(block) for block in blocks):
            self._coverage.cannot("ngắt trang giữa phần chia cột chữ")
        if index == len(stretches) - 1:
            return False
        breaks = sum(isinstance(b, Paragraph) and any(isinstance(i, PageBreak) for i in b.items) for b in blocks)
        if breaks not in (0, page.columns - 1):
            self._coverage.cannot("ngắt cột giữa phần chia cột chữ cao bằng nhau")
        return not breaks


def _padded(body: str, inset: tuple[float, float]) -> str:
    """The body further in, or out, than the column it stands in."""
    left, right = inset
    return f"pad(left: {pt(left)}, right: {pt(right)}, {body})" if left or right else body
