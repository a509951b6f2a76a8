"""The dossier and the document a template is filled for, as its fields are read: texts as printed, verdicts."""

from __future__ import annotations

from functools import cached_property

from generator.compose.inline import Inline
from generator.content import Rich
from generator.dossier import Dossier
from generator.dossier.documents.document import Document
from generator.dossier.quality.results import Result
from generator.results.assessment import Assessment, assess
from generator.results.row import Row
from generator.wording.times.periods import Period


class Reading:
    """One document of a dossier while a template reads it; what takes work is done once, when it is asked for."""

    def __init__(self, dossier: Dossier, index: int) -> None:
        self.dossier = dossier
        self.index = index
        self._assessed: dict[Period, Assessment] = {}
        self._rows: dict[Period, dict[int, Row]] = {}

    @property
    def document(self) -> Document:
        """The document."""
        return self.dossier.documents[self.index]

    @cached_property
    def _inline(self) -> Inline:
        return Inline(self.dossier)

    def text(self, text: str, *, in_cell: bool = False) -> str | Rich:
        """The text as it is printed; words alone where nothing in it is bold or italic."""
        rich = self._inline.aside(text, in_cell=in_cell)
        return rich if any(span.bold or span.italic for span in rich) else str(rich)

    def assessed(self, period: Period) -> Assessment:
        """The results of the period, judged."""
        period = period.within(self.dossier.year)
        if period not in self._assessed:
            self._assessed[period] = assess(self.dossier, period)
        return self._assessed[period]

    def row_of(self, result: Result, index: int) -> Row | None:
        """The row that judges the result alone, by its place among the dossier's results; None where nothing does."""
        period = result.period_in(self.dossier.year)
        if period not in self._rows:
            found: dict[int, Row] = {}
            for row in self.assessed(period).rows:
                for one in (row, *row.parts):
                    if one.amount is not None and len(one.amount.terms) == 1:
                        found[one.amount.terms[0].index] = one
            self._rows[period] = found
        return self._rows[period].get(index)
