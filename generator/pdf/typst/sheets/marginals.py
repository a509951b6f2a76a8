"""Headers and footers of first, odd and even pages, and of pages that begin with a later section."""

from __future__ import annotations

from dataclasses import replace

from generator.layout.tree import Block, Document, PageKind, Section, Table
from generator.pdf.measuring.coverage import Coverage
from generator.pdf.measuring.heights import blocks_height
from generator.pdf.measuring.typefaces import Faces
from generator.pdf.typst.flow import FlowWriter
from generator.pdf.typst.literals import pt
from generator.pdf.typst.setting import Setting
from generator.pdf.typst.sheets.framed_heads import framed_height
from generator.pdf.typst.sheets.margins import margin_of
from generator.pdf.typst.sheets.parity import EQUAL, Parity, parity_of
from generator.pdf.typst.sheets.stretches import OTHER_MARGINS, Stretch, in_column
from generator.records import record


@record(frozen=True)
class Marginal:
    """A header or footer as one expression, empty for none, and its heights in points on first, odd and even pages.

    No height is that of a page without one.
    """

    code: str
    heights: list[float | None]


@record(frozen=True)
class Later:
    """The headers and footers, ``found`` by the number of their stretch, of sections that begin further on.

    ``areas`` are the margins in points above first, odd and even pages and below them, of each section.
    """

    found: dict[int, tuple[str, str]]
    areas: list[list[float]]

    @property
    def alike(self) -> bool:
        """Whether the text of all pages begins and ends at the same heights."""
        first = self.areas[0] if self.areas else []
        return not any(abs(mine - one) > EQUAL for area in self.areas for mine, one in zip(area, first, strict=True))

    def turning(self, section: Section, stretches: list[Stretch], index: int) -> Parity | None:
        """The room that pages before and behind sections with other margins take; ``None`` where it cannot be told."""
        plain = section.valign == "top" and all(s.page.columns == 1 for s in stretches)
        uneven = any(max(area[at : at + 3]) - min(area[at : at + 3]) > EQUAL for area in self.areas for at in (0, 3))
        if not self.found or uneven or not plain:
            return None
        tops, bottoms = ([area[at] for area in self.areas] for at in (0, 3))
        made = parity_of(tops, bottoms, False)
        return replace(made, turns=tuple(f"<vanthu-{index}-{at}>" for at in self.found), why=OTHER_MARGINS)

    def mark(self, stretches: list[Stretch], index: int) -> None:
        """Has the text of these sections say where it begins."""
        for number in self.found:
            stretches[number].stays = False
            stretches[number].label = f"<vanthu-{index}-{number}>"


class MarginalWriter:
    """Writes headers and footers as Typst code."""

    def __init__(self, document: Document, flow: FlowWriter, faces: Faces, coverage: Coverage) -> None:
        self._document, self._flow = document, flow
        self._faces, self._coverage = faces, coverage

    def write(
        self, section: Section, kinds: dict[PageKind, list[Block]], index: int, place: tuple[str, float, float]
    ) -> Marginal:
        """The header or footer of page setting ``index``, its blocks given by the ``kinds`` of pages that show them.

        ``place`` is the edge of the paper, and the distances from it in points on the first page and on the others.
        """
        edge, distance, usually = place
        shown: dict[PageKind, str] = {}
        heights: dict[PageKind, float] = {}
        for kind, blocks in kinds.items():
            if (kind == "first" and not section.title_page) or (
                kind == "even" and not self._document.settings.even_and_odd
            ):
                continue
            height = framed_height if edge == "top" else blocks_height
            heights[kind] = height(blocks, section.page.text_width, self._faces)  # an empty line takes room too
            code = self._code(blocks, section)
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
            return Marginal("", tall)
        chosen = default
        if even != default:
            chosen = f"if calc.even(counter(page).get().first()) {{ {even} }} else {{ {chosen} }}"
        if section.title_page and first != chosen:
            here = f"here().page() == locate(<vanthu-{index}>).page()"
            chosen = f"if {here} {{ {first} }} else {{ {chosen} }}"
        if chosen != default:
            chosen = f"context {{ {chosen} }}"
        if distance == usually:
            chosen = f"pad({edge}: {pt(usually)}, {chosen})"
        return Marginal(chosen, tall)

    def later(self, section: Section, stretches: list[Stretch], index: int) -> Later:
        """The headers and footers of the sections that begin further on; none where they cannot be told.

        A page has those of the section it begins with.
        """
        found: dict[int, tuple[str, str]] = {}
        areas: list[list[float]] = []
        for number, stretch in enumerate(stretches):
            if number and not stretch.changes:
                continue
            # A section that begins in the middle of a page has no first page to show another header on.
            other = replace(stretch.section, title_page=False) if number else section
            page = other.page
            if other.borders != section.borders or page.mirrored:
                return Later({}, [])
            parts: list[str] = []
            area: list[float] = []
            for kinds, edge, distance, margin in (
                (other.headers, "top", page.header, page.top),
                (other.footers, "bottom", page.footer, page.bottom),
            ):
                shown = {kind: in_column(blocks, page, section.page, self._coverage) for kind, blocks in kinds.items()}
                marginal = self.write(other, shown, index, (edge, distance, distance))
                parts.append(marginal.code)
                area += [margin_of(margin, distance, height) for height in marginal.heights]
            areas.append(area)
            if number:
                found[number] = parts[0], parts[1]
        return Later(found, areas)

    def _code(self, blocks: list[Block], section: Section) -> str:
        """The blocks of a header or footer as one expression, empty where they show nothing."""
        if not any(isinstance(block, Table) or block.items for block in blocks):
            return ""
        setting = replace(
            Setting.on(section, section.page, self._document.settings, self._flow.inset),
            headings=False,
            links=False,
            top=section.page.header if any(blocks is held for held in section.headers.values()) else None,
        )
        return self._flow.inset(blocks, setting)


def turned(start: str, top: float, before: str, after: str) -> str:
    """A header or footer that is ``after`` on pages which begin with, or behind, the text that ``start`` stands at."""
    if not before and not after:
        return ""
    begins = f"here().page() == at.page() and at.position().y < {pt(top + 1)}"
    behind = f"let at = locate({start}); if here().page() > at.page() or ({begins})"
    return f"context {{ {behind} {{ {after or '[]'} }} else {{ {before or '[]'} }} }}"
