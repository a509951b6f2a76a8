"""Sections: paper, margins, headers and footers, and page numbers."""

from __future__ import annotations

from dataclasses import replace

from generator.layout.tree import Block, Document, Page, PageBreak, PageKind, Paragraph, Section, Tab, Table
from generator.pdf.measuring.coverage import MIRRORED, Coverage
from generator.pdf.measuring.heights import blocks_height
from generator.pdf.measuring.typefaces import Faces
from generator.pdf.typst.columns import PARTED, UNEQUAL, split_columns, write_columns, write_tracks
from generator.pdf.typst.flow import FlowWriter, shifted, starts_page, without_gap
from generator.pdf.typst.frames import write_page_frame
from generator.pdf.typst.literals import pt
from generator.pdf.typst.palette import Palette
from generator.pdf.typst.setting import Setting
from generator.pdf.typst.sheets.parity import parity_of
from generator.pdf.typst.tables import overhang
from generator.records import record

OTHER_MARGINS = "phần liên tục (continuous) có lề khác phần trước"
UPRIGHT = "căn dọc cả trang"
_EQUAL = 1.5  # points that two headers may differ in height
_SURELY = 0.9  # of the page: text that is not taller surely ends on it
_OVER = 12.0  # points: a table's edges stand in the margins by the padding of its cells


def _on_one_page(start: str, what: str) -> str:
    """Code that refuses ``what`` where its page is not that of the element ``start`` finds."""
    return f'context if {start}.location().page() != here().page() {{ panic("{what}") }}'


_STAYS = _on_one_page("query(selector(<stays>).before(here())).last()", OTHER_MARGINS)

_ODD_BY_PAPER = (  # Typst tells even pages by the paper, Word by the number
    f'context if calc.odd(counter(page).get().first() - here().page()) {{ panic("{MIRRORED}") }}'
)


@record()
class Stretch:
    """The blocks of one section that continues another; ``page`` gives its columns.

    One that ``stays`` must end on the page it begins on: the next would have other margins above and below. One that
    ``turns`` must begin on the first page of its group: all further pages have its margins. One that ``changes`` looks
    otherwise than the one before, in its head, its foot or its margins above and below. The column of its text is
    ``inset`` left and right in that of the page.
    """

    page: Page
    blocks: list[Block]
    section: Section
    stays: bool = False
    turns: bool = False
    changes: bool = False
    label: str = ""
    inset: tuple[float, float] = (0.0, 0.0)


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
                    stays = _heights(section) != _heights(before)
                    changes = self._look(section) != self._look(stretches[-1].section)
                    page = replace(page, top=before.page.top, bottom=before.page.bottom)
                    if page.columns > 1:
                        stretches.append(
                            Stretch(page, list(section.blocks), section, stays, changes=changes, inset=(left, right))
                        )
                        continue
                    blocks = section.blocks
                    if left or right:
                        blocks = self._shifted(blocks, left, right, before.page.text_width)
                    if stretches[-1].page.columns == 1 and not changes:
                        stretches[-1].blocks.extend(blocks)
                    else:
                        page = replace(page, left=before.page.left, right=before.page.right)
                        stretches.append(Stretch(page, list(blocks), section, stays, changes=changes))
                    continue
                # On other paper Word, too, begins a new page.
            groups.append((section, [Stretch(page, list(section.blocks), section)]))
        blocks = groups[0][1][0].blocks if groups else []
        if blocks and isinstance(first := blocks[0], Paragraph) and first.format.auto_before:
            blocks[0] = without_gap(first, "before")
        return groups

    def _shifted(self, blocks: list[Block], left: float, right: float, width: float) -> list[Block]:
        """The blocks with other side margins in the column of the page, ``width`` points wide; notes what cannot be."""
        if any(map(_has_placed_tab, blocks)):
            self._coverage.cannot(OTHER_MARGINS)
        return shifted(blocks, left, right, width)

    def _section(self, section: Section, stretches: list[Stretch], index: int, last: bool) -> str:
        opening = section.page
        later = self._later(section, stretches, index) if any(stretch.changes for stretch in stretches) else {}
        following = None if later else self._that_follows(section, stretches)
        if following is not None:
            section = following
        page = section.page
        lines: list[str] = []
        if index and section.start in ("evenPage", "oddPage"):
            parity = "even" if section.start == "evenPage" else "odd"
            lines.append(f'pagebreak(weak: true, to: "{parity}")')
        if section.number_start is not None:
            lines.append(f"counter(page).update({section.number_start})")
            if page.mirrored:
                lines.append(_ODD_BY_PAPER)
        if page.mirrored and section.borders is not None and not section.borders.from_paper:
            self._coverage.cannot(MIRRORED)
        header, headers = self._marginal(section, section.headers, index, ("top", opening.header, page.header))
        footer, footers = self._marginal(section, section.footers, index, ("bottom", opening.footer, page.footer))
        first_top, *tops = [_edge(page.top, page.header, height) for height in headers]
        first_bottom, *bottoms = [_edge(page.bottom, page.footer, height) for height in footers]
        if following is not None:
            first_top = _edge(opening.top, opening.header, headers[0])
            first_bottom = _edge(opening.bottom, opening.footer, footers[0])
        rooms = parity_of(tops, bottoms, section.title_page)
        if rooms.reason:
            top, bottom = min(tops), min(bottoms)
            if not section.title_page:
                first_top, first_bottom = top, bottom
            inside = len(stretches) > 1 and any(stretch.page.columns > 1 for stretch in stretches)
            if later or section.valign != "top" or (inside and max(rooms.bottoms) > _EQUAL):
                self._coverage.cannot(rooms.reason)
        else:
            top, bottom = max(tops), max(bottoms)
        lower = first_top - top
        settings = [
            f"width: {pt(page.width)}, height: {pt(page.height)}",
            f"margin: (top: {pt(top)}, bottom: {pt(bottom)}, {_sides(page)})",
            "header-ascent: 0pt, footer-descent: 0pt",
        ]
        for number, (head, foot) in later.items():
            header = _chosen(f"<vanthu-{index}-{number}>", top, header, head)
            footer = _chosen(f"<vanthu-{index}-{number}>", top, footer, foot)
        if header and max(first_top, *tops) > top + _EQUAL:  # higher than the margin it stands in
            tallest = max(page.header, opening.header) + max(height or 0.0 for height in headers)
            settings.append(f"header: place(top + left, block(width: 100%, height: {pt(tallest)}, {header}))")
        elif header:
            settings.append(f"header: align(top, {header})")
        if footer and max(first_bottom, *bottoms) > bottom + _EQUAL:  # higher than the margin it stands in
            tallest = max(page.footer, opening.footer) + max(height or 0.0 for height in footers)
            settings.append(
                f"footer: place(bottom + left, block(width: 100%, height: {pt(tallest)}, align(bottom, {footer})))"
            )
        elif footer:
            settings.append(f"footer: align(bottom, {footer})")
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
        held = self._stretches(section, stretches, first_top, page.height - max(bottom, first_bottom), index)
        if rooms.reason:
            held = [
                *rooms.preamble(index, top, page.height - bottom),
                *rooms.marked(held, index),
                rooms.check(index),
            ]
        if section.valign != "top":
            if len(stretches) > 1 or page.columns > 1:
                self._coverage.cannot(UPRIGHT)
            below = ["v(1fr)"] if section.valign == "center" else []
            held = ["v(1fr)", *held, *below, _on_one_page(f"query(<vanthu-{index}>).first()", UPRIGHT)]
        lines += held
        if last:
            lines.append("[#metadata(none)<vanthu-end>]")
        return "#{\n" + "\n".join(lines) + "\n}"

    def _that_follows(self, section: Section, stretches: list[Stretch]) -> Section | None:
        """The look of the pages behind the first, where a section of other margins begins on that and goes on.

        The first page keeps the head, the foot and the margins of the section it begins with, as in Word.
        """
        turn = next((number for number, stretch in enumerate(stretches) if stretch.stays), None)
        if turn is None or section.valign != "top":
            return None
        old, new = section.page, stretches[turn].section
        if any(s.changes for s in stretches[turn + 1 :]) or any(
            s.section.borders != section.borders for s in stretches[turn:]
        ):
            return None
        tall = sum(
            blocks_height(stretch.blocks, stretch.page.column_width, self._faces) / stretch.page.columns
            for stretch in stretches[:turn]
        )
        if tall > _SURELY * (old.height - old.top - old.bottom):
            return None  # it begins further on, and may still end on its page
        for stretch in stretches[turn:]:
            stretch.stays = False
        stretches[turn].turns = True
        page = replace(old, top=new.page.top, bottom=new.page.bottom, header=new.page.header, footer=new.page.footer)
        left, right = new.page.left - old.left, new.page.right - old.right
        marginals: list[dict[PageKind, list[Block]]] = []
        for before, after in ((section.headers, new.headers), (section.footers, new.footers)):
            kinds = {
                kind: self._shifted(blocks, left, right, old.text_width) if left or right else blocks
                for kind, blocks in after.items()
            }
            first = before.get("first" if section.title_page else "default")
            kinds.pop("first", None)
            marginals.append({**kinds, **({} if first is None else {"first": first})})
        return replace(section, page=page, headers=marginals[0], footers=marginals[1], title_page=True)

    def _look(self, section: Section) -> tuple[object, ...]:
        """What the pages of a section show around its text, past its first page."""
        kinds: tuple[PageKind, ...] = ("default", "even") if self._document.settings.even_and_odd else ("default",)
        held = [blocks.get(kind) for blocks in (section.headers, section.footers) for kind in kinds]
        return (*_heights(section), *held)

    def _later(self, section: Section, stretches: list[Stretch], index: int) -> dict[int, tuple[str, str]]:
        """The heads and feet of the sections that begin further on, by the number of their stretch.

        A page has those of the section it begins with. None where the text of their pages begins or ends elsewhere.
        """
        found: dict[int, tuple[str, str]] = {}
        areas: list[list[float]] = []
        for number, stretch in enumerate(stretches):
            if number and not stretch.changes:
                continue
            # A section that begins in the middle of a page has no first page to show another head on.
            other = replace(stretch.section, title_page=False) if number else section
            page = other.page
            if other.borders != section.borders or page.mirrored:
                return {}
            left, right = page.left - section.page.left, page.right - section.page.right
            parts: list[str] = []
            area: list[float] = []
            for kinds, edge, distance, margin in (
                (other.headers, "top", page.header, page.top),
                (other.footers, "bottom", page.footer, page.bottom),
            ):
                shown = {
                    kind: self._shifted(blocks, left, right, section.page.text_width) if left or right else blocks
                    for kind, blocks in kinds.items()
                }
                code, heights = self._marginal(other, shown, index, (edge, distance, distance))
                parts.append(code)
                area += [_edge(margin, distance, height) for height in heights]
            areas.append(area)
            if number:
                found[number] = parts[0], parts[1]
        if any(abs(mine - first) > _EQUAL for area in areas for mine, first in zip(area, areas[0], strict=True)):
            return {}
        for number in found:
            stretches[number].stays = False
            stretches[number].label = f"<vanthu-{index}-{number}>"
        return found

    def _stretches(self, section: Section, stretches: list[Stretch], top: float, foot: float, number: int) -> list[str]:
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
                lines.append(_on_one_page(f"query(<vanthu-{number}>).first()", OTHER_MARGINS))
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
                lines.append(_padded(self._tracks(page, blocks, setting), stretch.inset))
                lines += [_STAYS] if stretch.stays else []
                after = share = 0.0
                continue
            if page.columns > 1:
                self._refuse_wide(blocks, page.column_width, page.gutter)
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
            before = gap
            bodies.append(self._flow.inset(part, replace(setting, width=width, breaks=False, top=None)))
        return write_tracks(bodies, page)

    def _refuse_wide(self, blocks: list[Block], width: float, gap: float) -> None:
        """Refuses tables that hang further out of their column than the gap beside it."""
        for block in blocks:
            if isinstance(block, Table) and max(overhang(block, width)) > max(gap, _OVER):
                self._coverage.cannot("bảng rộng hơn cột chữ chứa nó")

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

    def _marginal(
        self, section: Section, kinds: dict[PageKind, list[Block]], index: int, place: tuple[str, float, float]
    ) -> tuple[str, list[float | None]]:
        """A header or footer as one expression, empty for none, and its heights on first, odd and even pages.

        No height is that of a page without one. ``place`` is the edge of the paper, and the distances from it on the
        first page and on the others.
        """
        edge, distance, usually = place
        shown: dict[PageKind, str] = {}
        heights: dict[PageKind, float] = {}
        for kind, blocks in kinds.items():
            if (kind == "first" and not section.title_page) or (
                kind == "even" and not self._document.settings.even_and_odd
            ):
                continue
            heights[kind] = blocks_height(blocks, section.page.text_width, self._faces)  # an empty line takes room too
            code = self._marginal_code(blocks, section)
            if code and distance != usually:
                code = f"pad({edge}: {pt(distance if kind == 'first' else usually)}, {code})"
            if code:
                shown[kind] = code
        default = shown.get("default", "[]")
        first = shown.get("first", "[]") if section.title_page else default
        even = shown.get("even", "[]") if self._document.settings.even_and_odd else default
        usual = heights.get("default")
        tall = [
            heights.get("first") if section.title_page else usual,
            usual,
            heights.get("even") if self._document.settings.even_and_odd else usual,
        ]
        if not shown:
            return "", tall
        chosen = default
        if even != default:
            chosen = f"if calc.even(counter(page).get().first()) {{ {even} }} else {{ {chosen} }}"
        if section.title_page and first != chosen:
            here = f"here().page() == locate(<vanthu-{index}>).page()"
            chosen = f"if {here} {{ {first} }} else {{ {chosen} }}"
        if chosen != default:
            chosen = f"context {{ {chosen} }}"
        return chosen if distance != usually else f"pad({edge}: {pt(usually)}, {chosen})", tall

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


def _sides(page: Page) -> str:
    """The margins beside the text; mirrored ones are those of the spine and of the outer edge."""
    inner, outer = ("inside", "outside") if page.mirrored else ("left", "right")
    return f"{inner}: {pt(page.left)}, {outer}: {pt(page.right)}"


def _edge(margin: float, distance: float, height: float | None) -> float:
    """How far from the paper's edge the text begins: what stands there pushes it, its distance alone does not."""
    return margin if height is None else max(margin, distance + height)


def _chosen(start: str, top: float, before: str, after: str) -> str:
    """A header or footer that is ``after`` on pages which begin with, or behind, the text that ``start`` stands at."""
    if not before and not after:
        return ""
    begins = f"here().page() == at.page() and at.position().y < {pt(top + 1)}"
    turned = f"let at = locate({start}); if here().page() > at.page() or ({begins})"
    return f"context {{ {turned} {{ {after or '[]'} }} else {{ {before or '[]'} }} }}"


def _padded(body: str, inset: tuple[float, float]) -> str:
    """The body further in, or out, than the column it stands in."""
    left, right = inset
    return f"pad(left: {pt(left)}, right: {pt(right)}, {body})" if left or right else body


def _heights(section: Section) -> tuple[float, ...]:
    """Where the text of a section's pages begins and ends, and their headers and footers, if any."""
    page = section.page
    return page.top, page.bottom, page.header if section.headers else 0.0, page.footer if section.footers else 0.0


def _has_placed_tab(block: Block) -> bool:
    """Whether a tab goes to a place between the margins of the page, wherever its paragraph stands."""
    return isinstance(block, Paragraph) and any(
        isinstance(item, Tab) and item.stop is not None and not item.indented for item in block.items
    )
