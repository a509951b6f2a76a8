"""Sections grouped by the pages they share: one that begins new pages, and those that continue it on the same paper."""

from __future__ import annotations

from dataclasses import replace

from generator.layout.tree import Block, Document, Page, PageKind, Paragraph, Section, Tab
from generator.pdf.measuring.coverage import Coverage
from generator.pdf.measuring.heights import blocks_height, without_gap
from generator.pdf.measuring.typefaces import Faces
from generator.pdf.typst.flow import shifted
from generator.records import record

OTHER_MARGINS = "phần liên tục (continuous) có lề khác phần trước"
_SURELY = 0.9  # of the page: text that is not taller surely ends on it


@record()
class Stretch:
    """The blocks of one section that continues another; ``page`` gives its columns.

    One that ``stays`` must end on the page it begins on: the next would have other margins above and below. One that
    ``turns`` must begin on the first page of its group: all further pages have its margins. One that ``changes`` looks
    otherwise than the one before, in its header, its footer or its margins above and below. The column of its text is
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


def group_sections(document: Document, coverage: Coverage) -> list[tuple[Section, list[Stretch]]]:
    """The sections that begin new pages, each with its own stretch and those of the sections that continue it."""
    groups: list[tuple[Section, list[Stretch]]] = []
    for section in document.sections:
        if groups and section.start == "continuous" and _same_paper(section.page, groups[-1][0].page):
            _join(section, *groups[-1], coverage, even=document.settings.even_and_odd)
        else:  # on other paper Word, too, begins a new page
            groups.append((section, [Stretch(section.page, list(section.blocks), section)]))
    blocks = groups[0][1][0].blocks if groups else []
    if blocks and isinstance(first := blocks[0], Paragraph) and first.format.auto_before:
        blocks[0] = without_gap(first, "before")
    return groups


def _same_paper(one: Page, other: Page) -> bool:
    return (one.width, one.height) == (other.width, other.height)


def _join(section: Section, before: Section, stretches: list[Stretch], coverage: Coverage, *, even: bool) -> None:
    """Adds a section to the stretches that it continues: to the text of the last, or as one of its own."""
    page, outer = section.page, before.page
    stays = _heights(section) != _heights(before)
    changes = _look(section, even=even) != _look(stretches[-1].section, even=even)
    page = replace(page, top=outer.top, bottom=outer.bottom)
    if page.columns > 1:
        inset = page.left - outer.left, page.right - outer.right
        stretches.append(Stretch(page, list(section.blocks), section, stays, changes=changes, inset=inset))
        return
    blocks = in_column(section.blocks, page, outer, coverage)
    if stretches[-1].page.columns == 1 and not changes:
        stretches[-1].blocks.extend(blocks)
    else:
        page = replace(page, left=outer.left, right=outer.right)
        stretches.append(Stretch(page, list(blocks), section, stays, changes=changes))


def in_column(blocks: list[Block], page: Page, outer: Page, coverage: Coverage) -> list[Block]:
    """The blocks of ``page`` as they stand in the text column of ``outer``; notes what cannot be drawn there."""
    left, right = page.left - outer.left, page.right - outer.right
    if not left and not right:
        return blocks
    if any(map(_has_placed_tab, blocks)):
        coverage.cannot(OTHER_MARGINS)
    return shifted(blocks, left, right, outer.text_width)


def section_behind(section: Section, stretches: list[Stretch], faces: Faces, coverage: Coverage) -> Section | None:
    """The section as its pages behind the first look, where one of other margins begins on that; None elsewhere.

    The first page keeps the header, the footer and the margins of the section it begins with, as in Word.
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
        blocks_height(stretch.blocks, stretch.page.column_width, faces) / stretch.page.columns
        for stretch in stretches[:turn]
    )
    if tall > _SURELY * (old.height - old.top - old.bottom):
        return None  # it begins further on, and may still end on its page
    for stretch in stretches[turn:]:
        stretch.stays = False
    stretches[turn].turns = True
    page = replace(old, top=new.page.top, bottom=new.page.bottom, header=new.page.header, footer=new.page.footer)
    marginals: list[dict[PageKind, list[Block]]] = []
    for before, after in ((section.headers, new.headers), (section.footers, new.footers)):
        kinds = {kind: in_column(blocks, new.page, old, coverage) for kind, blocks in after.items()}
        first = before.get("first" if section.title_page else "default")
        kinds.pop("first", None)
        marginals.append({**kinds, **({} if first is None else {"first": first})})
    return replace(section, page=page, headers=marginals[0], footers=marginals[1], title_page=True)


def _look(section: Section, *, even: bool) -> tuple[object, ...]:
    """What the pages of a section show around its text, past its first page; ``even`` where even pages differ."""
    kinds: tuple[PageKind, ...] = ("default", "even") if even else ("default",)
    held = [blocks.get(kind) for blocks in (section.headers, section.footers) for kind in kinds]
    return (*_heights(section), *held)


def _heights(section: Section) -> tuple[float, ...]:
    """Where the text of a section's pages begins and ends, and their headers and footers, if any."""
    page = section.page
    return page.top, page.bottom, page.header if section.headers else 0.0, page.footer if section.footers else 0.0


def _has_placed_tab(block: Block) -> bool:
    """Whether a tab goes to a place between the margins of the page, wherever its paragraph stands."""
    return isinstance(block, Paragraph) and any(
        isinstance(item, Tab) and item.stop is not None and not item.indented for item in block.items
    )
