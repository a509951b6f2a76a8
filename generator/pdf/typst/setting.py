"""What a writer must know of the place it writes for, handed down as one value, and what it gives back for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field, replace
from typing import TypeAlias

from generator.layout.tree import Block, CellFormat, Page, Section, Settings
from generator.pdf.floating.obstacles import Obstacle
from generator.pdf.typst.literals import pt
from generator.records import record


@record(frozen=True)
class Setting:
    """The place of a column of blocks: its page, its width and that of the footnotes below it, in points.

    ``inset`` writes blocks that stand inside what is being written, as one expression. ``page_format`` is the look of
    page numbers, ``chapters`` what stands before them. ``headings`` says whether headings count here, ``breaks``
    whether a page may end here, ``cell`` is the look of the cell or box around the column, ``links`` whether text may
    lead somewhere. ``modern`` is Word 2013 and later: a left tab ends at the margin, italic text needs room behind it.
    ``top`` is how far from the paper's edge the column begins, ``None`` where that is not known. ``spare`` is by how
    much more than its width lines hold. ``sinks`` says that the last line of the column holds the space below it, which
    so needs room with that line only; ``parts`` that the last line of each paragraph with another below it does.
    ``stretch_breaks`` and ``mark_moves`` are those of the settings of the file, ``cut`` is that of the page where its
    margin is the end of the lines; ``squeezes`` narrows the spaces of justified lines for one more word.
    """

    page: Page
    width: float
    note_width: float
    inset: Inset
    default_tab: float = 36.0
    modern: bool = True
    stretch_breaks: bool = True
    mark_moves: bool = False
    squeezes: bool = False
    page_format: str = "decimal"
    chapters: tuple[int, str] | None = None
    headings: bool = True
    breaks: bool = False
    cell: CellFormat | None = None
    links: bool = True
    top: float | None = None
    spare: float = 0.0
    sinks: bool = False
    parts: bool = False
    cut: float = 0.0

    @classmethod
    def on(cls, section: Section, page: Page, settings: Settings, inset: Inset) -> Setting:
        """The setting across a page of a section, in a file of these settings: as wide as its text."""
        return cls(
            page=page,
            width=page.text_width,
            note_width=page.text_width,
            inset=inset,
            default_tab=settings.default_tab,
            modern=settings.compatibility >= 15,
            stretch_breaks=settings.stretch_breaks,
            mark_moves=settings.mark_moves,
            squeezes=settings.squeezes and settings.narrows and settings.compatibility >= 15,
            page_format=section.number_format,
            cut=page.cut,
            chapters=section.chapters,
        )

    def without_links(self) -> Setting:
        """The setting in what a page repeats, such as a table's header rows: PDF/UA-1 allows no link in it."""
        return replace(self, links=False)

    def in_cell(
        self, cell: CellFormat, width: float, spare: float = 0.0, *, sinks: bool = False, parts: bool = False
    ) -> Setting:
        """The setting inside a cell of a table, ``width`` points wide."""
        return replace(
            self, width=width, breaks=False, cell=cell, top=None, spare=spare, sinks=sinks, parts=parts, cut=0.0
        )

    def in_box(self, width: float) -> Setting:
        """The setting inside a box of text or a footnote, ``width`` points wide."""
        return replace(
            self,
            width=width,
            headings=False,
            breaks=False,
            cell=CellFormat(),
            top=None,
            spare=0.0,
            sinks=False,
            parts=False,
            cut=0.0,
        )


Inset: TypeAlias = Callable[[list[Block], Setting], str]


@record()
class Flow:
    """Written blocks, and the space that must stand before the first and after the last of them, in points.

    ``share`` is what line spacing adds below the last line, on top of ``after``; ``obstacle`` what is left there of a
    picture that text flows beside.
    """

    code: list[str] = field(default_factory=list)
    before: float = 0.0
    after: float = 0.0
    share: float = 0.0
    obstacle: Obstacle | None = None

    def expression(self) -> str:
        """All of it as one expression, the space before and after included."""
        code = [f"v({pt(self.before)})"] if self.before else []
        code += self.code
        if self.after + self.share:
            code.append(f"v({pt(self.after + self.share)})")
        return "{" + ";".join(code) + "}"


WriteCell: TypeAlias = Callable[[list[Block], Setting], Flow]
