"""Sections: paper, margins, headers and footers, and page numbers."""

from __future__ import annotations

from generator.layout.tree import Document, Page, Section
from generator.pdf.measuring.coverage import MIRRORED, Coverage
from generator.pdf.measuring.typefaces import Faces
from generator.pdf.typst.flow import FlowWriter
from generator.pdf.typst.frames import write_page_frame
from generator.pdf.typst.literals import pt
from generator.pdf.typst.palette import Palette
from generator.pdf.typst.sheets.bodies import BodyWriter, on_one_page
from generator.pdf.typst.sheets.marginals import Later, MarginalWriter, turned
from generator.pdf.typst.sheets.margins import Margin, margins_of
from generator.pdf.typst.sheets.parity import EQUAL, Parity
from generator.pdf.typst.sheets.stretches import Stretch, group_sections, section_behind

UPRIGHT = "căn dọc cả trang"
_ODD_BY_PAPER = (  # Typst tells even pages by the paper, Word by the number
    f'context if calc.odd(counter(page).get().first() - here().page()) {{ panic("{MIRRORED}") }}'
)


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
        self._document, self._faces, self._coverage = document, faces, coverage
        self._marginals = MarginalWriter(document, flow, faces, coverage)
        self._bodies = BodyWriter(document, flow, palette, faces, coverage)

    def write(self) -> str:
        """All sections, one after the other."""
        groups = group_sections(self._document, self._coverage)
        code = [self._section(section, stretches, index) for index, (section, stretches) in enumerate(groups)]
        if code:
            code[-1].append("[#metadata(none)<vanthu-end>]")
        return "\n".join("#{\n" + "\n".join(lines) + "\n}" for lines in code)

    def _section(self, section: Section, stretches: list[Stretch], index: int) -> list[str]:
        """Section ``index`` with the stretches on its pages: how it begins, its page setting, first page and text."""
        opening = section.page
        changes = any(stretch.changes for stretch in stretches)
        later = self._marginals.later(section, stretches, index) if changes else Later({}, [])
        turning = None
        if not later.found or not later.alike:
            behind = section_behind(section, stretches, self._faces, self._coverage)
            turning = later.turning(section, stretches, index) if behind is None else None
            if turning is None:
                later = Later({}, [])
            section = behind or section
        later.mark(stretches, index)
        page = section.page
        beginning = self._beginning(section, index)
        header = self._marginals.write(section, section.headers, index, ("top", opening.header, page.header))
        footer = self._marginals.write(section, section.footers, index, ("bottom", opening.footer, page.footer))
        top, bottom, parity = margins_of(page, opening, header.heights, footer.heights, title_page=section.title_page)
        first = top.first, max(bottom.usual, bottom.first)
        if turning is not None:
            parity, first = turning, (later.areas[0][0], later.areas[0][3])
            top, bottom = top.over(area[0] for area in later.areas), bottom.over(area[3] for area in later.areas)
        elif parity.reason and (later.found or section.valign != "top" or _calls_from_columns(stretches, parity)):
            self._coverage.cannot(parity.reason)
        shown = header.code, footer.code
        for number, other in later.found.items():
            start = f"<vanthu-{index}-{number}>"
            high = top.usual + (max(parity.tops) if turning is not None else 0.0)
            shown = turned(start, high, shown[0], other[0]), turned(start, high, shown[1], other[1])
        return [
            *beginning,
            *_page_setting(section, (top, bottom), shown, index, alone=len(stretches) == 1),
            *self._first_page(page, top, bottom),
            *self._text(section, stretches, (top, bottom), first, parity, index),
        ]

    def _beginning(self, section: Section, index: int) -> list[str]:
        """What stands before the page setting: the page that the section begins on, and its number."""
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
        return lines

    def _first_page(self, page: Page, top: Margin, bottom: Margin) -> list[str]:
        """The room that the first page gives or takes, where its header or footer has a height of its own."""
        lines: list[str] = []
        if abs(lower := top.first - top.usual) > EQUAL:
            if page.columns > 1:
                self._coverage.cannot("đầu trang riêng của trang đầu phía trên cột chữ")
            lines.append(f"v({pt(lower)})")
        if abs(higher := bottom.first - bottom.usual) > EQUAL:  # a float without height takes or gives the room
            lines.append(f'place(bottom, scope: "parent", float: true, clearance: {pt(higher)}, block(height: 0pt))')
        return lines

    def _text(
        self,
        section: Section,
        stretches: list[Stretch],
        margins: tuple[Margin, Margin],
        first: tuple[float, float],
        parity: Parity,
        index: int,
    ) -> list[str]:
        """The text of the section, with what uneven pages and a vertical alignment ask for around it.

        ``first`` are the margins above and below it on its first page.
        """
        page, (top, bottom) = section.page, margins
        code = self._bodies.write(section, stretches, first[0], page.height - first[1], index)
        if parity.reason:
            preamble = parity.preamble(index, top.usual, page.height - bottom.usual)
            code = [*preamble, *parity.marked(code, index), parity.check(index)]
        if section.valign != "top":
            if len(stretches) > 1 or page.columns > 1:
                self._coverage.cannot(UPRIGHT)
            below = ["v(1fr)"] if section.valign == "center" else []
            code = ["v(1fr)", *code, *below, on_one_page(f"query(<vanthu-{index}>).first()", UPRIGHT)]
        return code


def _calls_from_columns(stretches: list[Stretch], parity: Parity) -> bool:
    """Whether columns inside a page would have to call for the room below uneven pages."""
    inside = len(stretches) > 1 and any(stretch.page.columns > 1 for stretch in stretches)
    return inside and max(parity.bottoms) > EQUAL


def _page_setting(
    section: Section, margins: tuple[Margin, Margin], shown: tuple[str, str], index: int, *, alone: bool
) -> list[str]:
    """The page setting of section ``index``; ``shown`` are its header and footer, ``alone`` says none continues it."""
    page, (top, bottom), (header, footer) = section.page, margins, shown
    lines: list[str] = []
    settings = [
        f"width: {pt(page.width)}, height: {pt(page.height)}",
        f"margin: (top: {pt(top.usual)}, bottom: {pt(bottom.usual)}, {_sides(page)})",
        "header-ascent: 0pt, footer-descent: 0pt",
        *top.argument(header),
        *bottom.argument(footer),
    ]
    if section.borders is not None:
        drawn = write_page_frame(
            section.borders, page, header=bool(header), footer=bool(footer), start=f"vanthu-{index}"
        )
        settings.append(f"background: {drawn}")
    if alone and page.columns > 1 and not page.tracks:
        settings.append(f"columns: {page.columns}")
        lines.append(f"set columns(gutter: {pt(page.gutter)})")
    return [*lines, f"set page({', '.join(settings)})", f"[#metadata(none)<vanthu-{index}>]"]


def _sides(page: Page) -> str:
    """The margins beside the text; mirrored ones are those of the spine and of the outer edge."""
    inner, outer = ("inside", "outside") if page.mirrored else ("left", "right")
    return f"{inner}: {pt(page.left)}, {outer}: {pt(page.right)}"
