"""The figures a document printed so far, each with its formula and the places its inputs were read at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.content import TracedFigure

if TYPE_CHECKING:
    from generator.results import Figure


class Trace:
    """Collects the figures of one document in the order they are printed."""

    def __init__(self) -> None:
        self._figures: list[TracedFigure] = []
        self._said: dict[str, str] = {}  # one place is the source of many figures: its words are kept once
        self._sets: dict[tuple[str, ...], tuple[str, ...]] = {}

    def note(self, figure: Figure, where: str) -> None:
        """Note a figure as printed at a place a reader of the document finds."""
        named = (f"{source.place}: {source.what}" for source in figure.sources)
        sources = tuple(self._said.setdefault(source, source) for source in named)
        kept = self._sets.setdefault(sources, sources)
        self._figures.append(TracedFigure(figure.text, where, figure.formula, kept))

    @property
    def figures(self) -> tuple[TracedFigure, ...]:
        """All figures noted."""
        return tuple(self._figures)
