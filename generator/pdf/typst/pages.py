"""Sections: paper, margins, headers and footers, and page numbers."""

from __future__ import annotations

from dataclasses import replace
from math import inf

from generator.layout.tree import Block, Document, Drawing, Page, PageBreak, PageKind, Paragraph, Section, Tab, Table
from generator.pdf.measuring.coverage import Coverage
from generator.pdf.measuring.heights import blocks_height
from generator.pdf.measuring.typefaces import Faces
from generator.pdf.typst.columns import PARTED, UNEQUAL, split_columns, write_columns, write_tracks
from generator.pdf.typst.flow import FlowWriter, shifted, starts_page, without_gap
from generator.pdf.typst.frames import write_page_frame
from generator.pdf.typst.literals import pt
from generator.pdf.typst.palette import Palette
from generator.pdf.typst.setting import Setting
from generator.records import record

OTHER_MARGINS = "phần liên tục (continuous) có lề khác phần trước"
UPRIGHT = "căn dọc cả trang"
_EQUAL = 1.5  # points that two headers may differ in height
_OVER = 12.0  # points: a table's edges stand in the margins by the padding of its cells


def _on_one_page(start: str, what: str) -> str:
    """Code that refuses ``what`` where its page is not that of the element ``start`` finds."""
    return f'context if {start}.location().page() != here().page() {{ panic("{what}") }}'


_STAYS = _on_one_page("query(selector(<stays>).before(here())).last()", OTHER_MARGINS)


@record()
class Stretch:
    """The blocks of one section that continues another; ``page`` gives its columns.

    One that ``stays`` must end on the page it begins on: the next would have other margins above and below.
    """

    page: Page
    blocks: list[Block]
    stays: bool = False


class PageWriter:
    """Writes sections as Typst code, each in a block of its own so that its page settings end with it."""

    def __init__(
        self,
        document: Document,
        flow: FlowWriter,
        palette: Palette,
        faces: Faces,
        coverage: Coverage,
    ) -> None:
        self._document, self._flow, self._coverage = document, flow, coverage
        self._palette, self._faces = palette, faces

    def write(self) -> str:
        """All sections, one after the other."""
        code: list[str] = []
        groups = self._groups()
        for index, (section, stretches) in enumerate(groups):
            last = index == len(groups) - 1
            code.append(self._section(section, stretches, index, last))
        return "\n".join(code)

    def _groups(self) -> list[tuple[Section, list[Stretch]]]:
        """Sections with the continuous ones that follow on the same paper joined to them."""
        groups: list[tuple[Section, list[Stretch]]] = []
        for section in self._document.sections:
            page = section.page
            if groups and section.start == "continuous":
                before, stretches = groups[-1]
                if (before.page.width, before.page.height) == (page.width, page.height):
                    left, right = page.left - before.page.left, page.right - before.page.right
                    blocks = shifted(section.blocks, left, right) if left or right else section.blocks
                    stays = _heights(section) != _heights(before)
                    if page.columns == stretches[-1].page.columns == 1 and not stays and not stretches[-1].stays:
                        stretches[-1].blocks.extend(blocks)
                    else:
                        if page.columns > 1 and (left or right):
                            self._coverage.cannot("phần chia cột chữ có lề khác phần trước")
                        place = before.page
                        page = replace(page, top=place.top, bottom=place.bottom, left=place.left, right=place.right)
                        stretches.append(Stretch(page, list(blocks), stays))
                    if (left or right) and _hangs_on_margins(section.blocks):
                        self._coverage.cannot(OTHER_MARGINS)
                    continue
                # On other paper Word, too, begins a new page.
            groups.append((section, [Stretch(page, list(section.blocks))]))
        blocks = groups[0][1][0].blocks if groups else []
        if blocks and isinstance(first := blocks[0], Paragraph) and first.format.auto_before:
            blocks[0] = without_gap(first, "before")
        return groups

    def _section(self, section: Section, stretches: list[Stretch], index: int, last: bool) -> str:
        page = section.page
        lines: list[str] = []
        if index and section.start in ("evenPage", "oddPage"):
            parity = "even" if section.start == "evenPage" else "odd"
            lines.append(f'pagebreak(weak: true, to: "{parity}")')
        if section.number_start is not None:
            lines.append(f"counter(page).update({section.number_start})")
        header, headers = self._marginal(section, section.headers, index)
        footer, footers = self._marginal(section, section.footers, index)
        first_top, *tops = [max(page.top, page.header + height) for height in headers]
        first_bottom, *bottoms = [max(page.bottom, page.footer + height) for height in footers]
        top, bottom, lower = max(tops), max(bottoms), first_top - max(tops)
        if max(tops) - min(tops) > _EQUAL:
            self._coverage.cannot("đầu trang chẵn và đầu trang lẻ cao khác nhau")
        if max(bottoms) - min(bottoms) > _EQUAL:
            self._coverage.cannot("chân trang chẵn và chân trang lẻ cao khác nhau")
        settings = [
            f"width: {pt(page.width)}, height: {pt(page.height)}",
            f"margin: (top: {pt(top)}, bottom: {pt(bottom)}, left: {pt(page.left)}, right: {pt(page.right)})",
            "header-ascent: 0pt, footer-descent: 0pt",
        ]
        if header:
            settings.append(f"header: align(top, pad(top: {pt(page.header)}, {header}))")
        if footer and first_bottom > bottom + _EQUAL:  # higher than the margin it stands in
            at = f"dy: {pt(-page.footer)}, block(width: 100%, height: {pt(max(footers))}, align(bottom, {footer}))"
            settings.append(f"footer: place(bottom + left, {at})")
        elif footer:
            settings.append(f"footer: align(bottom, pad(bottom: {pt(page.footer)}, {footer}))")
        if section.borders is not None:
            drawn = write_page_frame(
                section.borders, page, header=bool(header), footer=bool(footer), start=f"vanthu-{index}"
            )
            settings.append(f"background: {drawn}")
        if len(stretches) == 1 and page.columns > 1 and not page.tracks:
            settings.append(f"columns: {page.columns}")
            lines.append(f"set columns(gutter: {pt(page.gutter)})")
        lines.append(f"set page({', '.join(settings)})")
        lines.append(f"[#metadata(none)<vanthu-{index}>]")
        if abs(lower) > _EQUAL:  # the first page has a header of its own height
            if page.columns > 1:
                self._coverage.cannot("đầu trang riêng của trang đầu phía trên cột chữ")
            lines.append(f"v({pt(lower)})")
        if abs(first_bottom - bottom) > _EQUAL:  # and a foot of its own: a float without height takes or gives the room
            room = pt(first_bottom - bottom)
            lines.append(f'place(bottom, scope: "parent", float: true, clearance: {room}, block(height: 0pt))')
        held = self._stretches(section, stretches, first_top, page.height - bottom)
        if section.valign != "top":
            if len(stretches) > 1 or page.columns > 1:
                self._coverage.cannot(UPRIGHT)
            below = ["v(1fr)"] if section.valign == "center" else []
            held = ["v(1fr)", *held, *below, _on_one_page(f"query(<vanthu-{index}>).first()", UPRIGHT)]
        lines += held
        if last:
            lines.append("[#metadata(none)<vanthu-end>]")
        return "#{\n" + "\n".join(lines) + "\n}"

    def _stretches(self, section: Section, stretches: list[Stretch], top: float, foot: float) -> list[str]:
        """The text of the sections on one page setting, which continue one another, from ``top`` to ``foot``."""
        lines: list[str] = []
        after = share = 0.0
        for index, stretch in enumerate(stretches):
            page, blocks = stretch.page, stretch.blocks
            if stretch.stays:
                lines.append("[#metadata(none)<stays>]")
            inside = page.columns > 1 and len(stretches) > 1
            setting = Setting(
                page=page,
                width=page.column_width,
                note_width=page.text_width if inside else page.column_width,
                inset=self._flow.inset,
                default_tab=self._document.settings.default_tab,
                modern=self._document.settings.compatibility >= 15,
                stretch_breaks=self._document.settings.stretch_breaks,
                mark_moves=self._document.settings.mark_moves,
                page_format=section.number_format,
                breaks=True,
                top=None if index else top,
            )
            if page.tracks:
                lines += [f"v({pt(after + share)})"] if after + share else []
                lines.append(self._tracks(page, blocks, setting))
                lines += [_STAYS] if stretch.stays else []
                after = share = 0.0
                continue
            if page.columns > 1 and any(
                isinstance(b, Table) and b.indent + sum(b.columns) > page.column_width + _OVER for b in blocks
            ):
                self._coverage.cannot("bảng rộng hơn cột chữ chứa nó")
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
                lines.append(write_columns(body, page, foot, self._palette, even=even))
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
        for part, (width, _) in zip(parts, page.tracks, strict=True):
            if any(isinstance(b, Table) and b.indent + sum(b.columns) > width + _OVER for b in part):
                self._coverage.cannot("bảng rộng hơn cột chữ chứa nó")
            bodies.append(self._flow.inset(part, replace(setting, width=width, breaks=False, top=None)))
        return write_tracks(bodies, page)

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

    def _marginal(self, section: Section, kinds: dict[PageKind, list[Block]], index: int) -> tuple[str, list[float]]:
        """A header or footer as one expression, empty for none, and its heights on first, odd and even pages.

        Where there is none, no room is kept for one, however near the edge of the paper the text begins.
        """
        shown: dict[PageKind, str] = {}
        heights: dict[PageKind, float] = {}
        for kind, blocks in kinds.items():
            if (kind == "first" and not section.title_page) or (
                kind == "even" and not self._document.settings.even_and_odd
            ):
                continue
            heights[kind] = blocks_height(blocks, section.page.text_width, self._faces)  # an empty line takes room too
            code = self._marginal_code(blocks, section)
            if code:
                shown[kind] = code
        default = shown.get("default", "[]")
        first = shown.get("first", "[]") if section.title_page else default
        even = shown.get("even", "[]") if self._document.settings.even_and_odd else default
        usual = heights.get("default", -inf)
        tall = [
            heights.get("first", -inf) if section.title_page else usual,
            usual,
            heights.get("even", min(usual, 0.0)) if self._document.settings.even_and_odd else usual,
        ]
        if not shown:
            return "", tall
        chosen = default
        if even != default:
            chosen = f"if calc.even(counter(page).get().first()) {{ {even} }} else {{ {chosen} }}"
        if first != default:
            here = f"here().page() == locate(<vanthu-{index}>).page()"
            chosen = f"if {here} {{ {first} }} else {{ {chosen} }}"
        if even != default or first != default:
            chosen = f"context {{ {chosen} }}"
        return chosen, tall

    def _marginal_code(self, blocks: list[Block], section: Section) -> str:
        if not any(isinstance(block, Table) or block.items for block in blocks):
            return ""
        setting = Setting(
            page=section.page,
            width=section.page.text_width,
            note_width=section.page.text_width,
            inset=self._flow.inset,
            default_tab=self._document.settings.default_tab,
            modern=self._document.settings.compatibility >= 15,
            stretch_breaks=self._document.settings.stretch_breaks,
            mark_moves=self._document.settings.mark_moves,
            page_format=section.number_format,
            headings=False,
            links=False,
            top=section.page.header if any(blocks is held for held in section.headers.values()) else None,
        )
        return self._flow.inset(blocks, setting)


def _heights(section: Section) -> tuple[float, ...]:
    """Where the text of a section's pages begins and ends, and their headers and footers, if any."""
    page = section.page
    return page.top, page.bottom, page.header if section.headers else 0.0, page.footer if section.footers else 0.0


def _hangs_on_margins(blocks: list[Block]) -> bool:
    """Whether something is placed between the margins of the page, wherever its paragraph stands."""
    return any(
        (isinstance(item, Drawing) and item.anchor is not None and item.anchor.from_x != "page")
        or (isinstance(item, Tab) and item.stop is not None and not item.indented)
        for block in blocks
        if isinstance(block, Paragraph)
        for item in block.items
    )
