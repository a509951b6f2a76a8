"""``w:sectPr``: paper, margins, page numbers, and which headers and footers a section shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Literal, TypeAlias, cast

from generator.layout.bounds import bound_section
from generator.layout.grid import is_strange_grid, read_grid, snapped
from generator.layout.limits import MAX_NUMBER, check_page
from generator.layout.names import Element, R, W, flag, integer, points, truth, value
from generator.layout.notes import Notes
from generator.layout.page_borders import plain_frame, read_page_borders
from generator.layout.tree import Block, Page, PageKind, Section

ReadPart: TypeAlias = Callable[[str, str], list[Block]]
_NARROWEST = 1.0
_UNSAID = Page(width=612.0, height=792.0, header=36.0, footer=36.0)  # what Word takes where a section says nothing
_STANDARD = (14800, 17600, 18200, 21000, 21590, 25000, 25700, 27940, 29700, 35560, 36400, 42000)  # mm / 100
_SLOPPY = 21  # hundredths of a millimetre
_STARTS = ("nextPage", "continuous", "evenPage", "oddPage", "nextColumn")


def read_page(element: Element | None) -> Page:
    """Paper, margins and columns, in points; the gutter counts as left margin."""
    size = element.find(W + "pgSz") if element is not None else None
    margin = element.find(W + "pgMar") if element is not None else None
    page = _UNSAID
    columns, gutter = _columns(element.find(W + "cols") if element is not None else None)

    def of(source: Element | None, name: str, default: float) -> float:
        length = points(source.get(W + name)) if source is not None else None
        return default if length is None else length

    width = of(size, "w", page.width)
    paper = _paper(width)
    return Page(
        width=paper,
        height=_paper(of(size, "h", page.height)),
        top=abs(of(margin, "top", page.top)),
        right=max(of(margin, "right", page.right), 0.0),  # Word knows negative margins above and below alone
        bottom=abs(of(margin, "bottom", page.bottom)),
        left=max(of(margin, "left", page.left), 0.0) + max(of(margin, "gutter", 0.0), 0.0),
        header=max(of(margin, "header", page.header), 0.0),
        footer=max(of(margin, "footer", page.footer), 0.0),
        columns=columns,
        gutter=page.gutter if gutter is None else gutter,
        tracks=_tracks(element.find(W + "cols")) if columns > 1 and element is not None else (),
        parted=columns > 1 and element is not None and truth(value(element, "cols", W + "sep") or "0"),
        cut=max(width - paper, 0.0),
    )


def _paper(length: float) -> float:
    """A side of the paper, in points: that of a standard size where programs have rounded it (A4 of 11907 twips)."""
    hundredths = round(length * 2540 / 72)
    near = next((side for side in _STANDARD if abs(side - hundredths) < _SLOPPY), None)
    return length if near is None else round(near * 1440 / 2540) / 20


def _tracks(element: Element | None) -> tuple[tuple[float, float], ...]:
    """The widths of columns that are not all alike, each with the gap after it."""
    if element is None or truth(element.get(W + "equalWidth", "1")):
        return ()
    tracks = [
        (points(col.get(W + "w")) or 0.0, points(col.get(W + "space")) or 0.0) for col in element.findall(W + "col")
    ]
    widths, gaps = [width for width, _ in tracks], {gap for _, gap in tracks[:-1]}
    if len(tracks) < 2 or (len(gaps) == 1 and max(widths) - min(widths) <= 1):
        return ()
    return tuple(tracks)


def _columns(element: Element | None) -> tuple[int, float | None]:
    """How many columns the text has, and the gap between them when it is said."""
    if element is None:
        return 1, None
    given = element.findall(W + "col")
    count = len(given) if given and not truth(element.get(W + "equalWidth", "1")) else integer(element.get(W + "num"))
    space = given[0].get(W + "space") if given and not truth(element.get(W + "equalWidth", "1")) else None
    return max(count or 1, 1), points(space or element.get(W + "space"))


class SectionReader:
    """Reads sections in order, because each takes over the headers it does not name from the one before."""

    def __init__(
        self, notes: Notes, relations: dict[str, tuple[str, str]], read_part: ReadPart, settings: Element | None
    ) -> None:
        self._notes, self._relations, self._read_part, self._settings = notes, relations, read_part, settings
        self._headers: dict[PageKind, list[Block]] = {}
        self._footers: dict[PageKind, list[Block]] = {}
        self._columns = 1  # of the section before

    def read(self, element: Element | None, blocks: list[Block]) -> Section:
        """The section that ends with this ``w:sectPr``."""
        page = read_page(element)
        if flag(self._settings, "mirrorMargins") and page.left != page.right:
            page = replace(page, mirrored=True)
        section = Section(page, blocks)
        check_page(section.page)
        if element is not None:
            self._read_details(element, section)
            section.blocks = snapped(blocks, read_grid(element))
        self._columns = section.page.columns
        section.headers, section.footers = dict(self._headers), dict(self._footers)
        bound_section(section, self._notes)
        return section

    def _read_details(self, element: Element, section: Section) -> None:
        start = value(element, "type") or "nextPage"
        if start in _STARTS:
            section.start = cast(Literal["nextPage", "continuous", "evenPage", "oddPage", "nextColumn"], start)
        section.title_page = bool(flag(element, "titlePg"))
        numbers = element.find(W + "pgNumType")
        if numbers is not None:
            start_at = integer(numbers.get(W + "start"))
            section.number_start = None if start_at is None else min(max(start_at, 0), MAX_NUMBER)
            section.number_format = numbers.get(W + "fmt", "decimal")
        self._note_strange(element, section)
        for kind, store in (("header", self._headers), ("footer", self._footers)):
            for reference in element.findall(f"{W}{kind}Reference"):
                target = self._relations.get(reference.get(R + "id", ""))
                page_kind = reference.get(W + "type", "default")
                if target is not None and page_kind in ("default", "first", "even"):
                    store[cast(PageKind, page_kind)] = self._read_part(target[1], kind)

    def _note_strange(self, element: Element, section: Section) -> None:
        if section.page.columns > 1:
            self._note_columns(section)
        section.borders, strange = plain_frame(read_page_borders(element, self._settings))
        self._notes.frames.update(dict.fromkeys(strange))
        if element.find(W + "lnNumType") is not None:
            self._notes.add("số dòng ở lề")
        upright = value(element, "vAlign") or "top"
        if upright in ("top", "center", "bottom"):
            section.valign = cast(Literal["top", "center", "bottom"], upright)
        else:
            self._notes.add("căn dọc cả trang")
        if is_strange_grid(element):
            self._notes.add("lưới dòng của trang (docGrid)")
        if value(element, "textDirection") not in (None, "lrTb", "tb"):
            self._notes.add("chữ quay hướng")
        if flag(element, "bidi"):
            self._notes.add("trang viết từ phải sang trái")

    def _note_columns(self, section: Section) -> None:
        page = section.page
        if section.start == "nextColumn" and self._columns > 1:  # the next one of a single column is on the next page
            self._notes.add("phần bắt đầu ở cột kế tiếp của trang chia cột")
        narrowest = min((width for width, _ in page.tracks), default=page.column_width)
        if narrowest < _NARROWEST:
            self._notes.add(f"phần chia {page.columns} cột chữ hẹp")
