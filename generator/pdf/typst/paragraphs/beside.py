"""Paragraphs whose text flows beside drawings, or begins below them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from math import inf

from generator.layout.tree import Inline, Paragraph, ParagraphFormat, TextFormat
from generator.pdf.floating.obstacles import DIPS, LEAST, Obstacle
from generator.pdf.floating.wrapping import AROUND, BESIDE, BlockedError, Measures, break_beside
from generator.pdf.measuring.coverage import Coverage
from generator.pdf.measuring.heights import line_count, paragraph_height
from generator.pdf.measuring.line_metrics import edges as metrics
from generator.pdf.measuring.line_metrics import line_height, room_above
from generator.pdf.measuring.paragraph_parts import base_look, is_visible
from generator.pdf.measuring.tab_stops import TabPlacer
from generator.pdf.measuring.typefaces import Faces
from generator.pdf.typst.setting import Setting
from generator.pdf.typst.text.tabbed import TextWriter


class BesideWriter:
    """Brings text past the drawings that it flows round."""

    def __init__(self, faces: Faces, coverage: Coverage, text: TextWriter) -> None:
        self._faces, self._coverage, self._text = faces, coverage, text

    def is_amid(self, paragraph: Paragraph, width: float, obstacle: Obstacle) -> bool:
        """Whether a drawing that lets no line beside it stands among the lines of the paragraph."""
        tall = paragraph_height(paragraph, width, self._faces)
        return obstacle.amid(tall / line_count(paragraph, width, self._faces), tall)

    def below(
        self, paragraph: Paragraph, width: float, gap: float, again: float, obstacle: Obstacle
    ) -> tuple[float, Obstacle | None]:
        """The gap that brings the paragraph below what no line may stand beside, unless it ends above that.

        Of several it stands above the first that leaves it room. Its own room above, ``again``, it needs below each
        once more.
        """
        tall = paragraph_height(paragraph, width, self._faces)
        line = tall / line_count(paragraph, width, self._faces)
        down = 0.0
        for one in obstacle.each():
            if down + tall <= one.top + DIPS:
                break
            if one.top - down >= line:
                self._coverage.cannot(AROUND)
            down = one.bottom + again + room_above(paragraph.format, line)
        return gap + down, obstacle.lower(down)

    def beside(
        self, items: list[Inline], paragraph: Paragraph, setting: Setting, obstacle: Obstacle, number: int, turn: float
    ) -> tuple[list[Inline], Obstacle | None] | None:
        """The items broken where a picture takes part of the lines, and what is left of it beside what follows.

        ``number`` is that of the paragraph, as they are written; ``turn`` points below its first line its page ends.

        ``None`` where its first line has next to no room there, so that the paragraph stands below.
        """
        form = paragraph.format
        if not is_visible(items):
            return items, obstacle.lower(self._line(base_look(items, paragraph.mark), form))
        base, width = base_look(items, paragraph.mark), setting.width - form.left - form.right
        measures = Measures(
            self._text.width,
            partial(self._reaches, form),
            lambda moved: TabPlacer(
                replace(form, left=form.left + moved),
                width - moved,
                self._text.width,
                setting.default_tab,
                setting.modern,
                setting.cut,
            ),
            setting.modern,
        )
        try:
            made = break_beside(items, form, width, base, obstacle.walls(), measures, number, turn)
        except BlockedError:
            return None
        if made is None:
            indent = form.left + min(form.first_line, 0.0)
            if self._room(obstacle, self._line(base, form), form, setting.width) < LEAST:
                return None
            if any(one.parted or one.left > indent or one.right > form.right for one in obstacle.each()):
                self._coverage.cannot(BESIDE)
            elif any(one.full for one in obstacle.each()):
                self._coverage.cannot(AROUND)
            return items, obstacle.lower(paragraph_height(paragraph, setting.width, self._faces))
        return made[0], obstacle.lower(made[1]) if turn == inf else None

    @staticmethod
    def _room(obstacle: Obstacle, line: float, form: ParagraphFormat, width: float) -> float:
        """How wide a first line of this height can be."""
        taken = obstacle.taken(0.0, line)
        if taken.parted:
            return inf
        begins = form.left + form.first_line + taken.aside(form, first=True)
        return width - begins - max(taken.right, form.right)

    def _line(self, look: TextFormat, form: ParagraphFormat) -> float:
        return line_height(self._faces.face(look.font), look, form)

    def _reaches(self, form: ParagraphFormat, look: TextFormat) -> tuple[float, float]:
        """How far a line of this look reaches above and below its baseline."""
        above, below = metrics(self._faces.face(look.font), look.size, form)
        return above, self._line(look, form) - above if form.line_rule == "auto" else below
