"""The margins above and below the text of pages, whose headers and footers may take more than the file gives them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal

from generator.layout.tree import Page
from generator.pdf.typst.literals import pt
from generator.pdf.typst.sheets.parity import EQUAL, Parity, parity_of
from generator.records import record


@record(frozen=True)
class Margin:
    """A margin above or below text, in points.

    ``usual`` is that of the page setting, ``first`` that of the first page, ``most`` the largest of any page.
    ``reach`` is how far the tallest header or footer goes from the ``edge`` of the paper.
    """

    edge: Literal["top", "bottom"]
    usual: float
    first: float
    most: float
    reach: float

    def over(self, areas: Iterable[float]) -> Margin:
        """The same where pages of the section begin or end at these heights, some of which take room back."""
        heights = list(areas)
        least, most = min(heights), max(heights)
        return replace(self, usual=least, first=least, most=most, reach=max(self.reach, most))

    def argument(self, code: str) -> list[str]:
        """The argument of the page setting for the header or footer written as ``code``, none where that is empty."""
        name = "header" if self.edge == "top" else "footer"
        if not code:
            return []
        if self.most <= self.usual + EQUAL:
            return [f"{name}: align({self.edge}, {code})"]
        inner = code if self.edge == "top" else f"align(bottom, {code})"  # higher than the margin it stands in
        return [f"{name}: place({self.edge} + left, block(width: 100%, height: {pt(self.reach)}, {inner}))"]


def margin_of(margin: float, distance: float, height: float | None) -> float:
    """How far from the paper's edge the text begins: what stands there pushes it, its distance alone does not."""
    return margin if height is None else max(margin, distance + height)


def margins_of(
    page: Page, opening: Page, headers: Sequence[float | None], footers: Sequence[float | None], *, title_page: bool
) -> tuple[Margin, Margin, Parity]:
    """The margins above and below, and what odd and even pages take back of them; ``opening`` is the first page.

    ``headers`` and ``footers`` are the heights on first, odd and even pages, ``None`` on those without one.
    """
    first_top = margin_of(opening.top, opening.header, headers[0])
    first_bottom = margin_of(opening.bottom, opening.footer, footers[0])
    tops = [margin_of(page.top, page.header, height) for height in headers[1:]]
    bottoms = [margin_of(page.bottom, page.footer, height) for height in footers[1:]]
    most = max(first_top, *tops), max(first_bottom, *bottoms)
    parity = parity_of(tops, bottoms, title_page)
    if parity.reason:
        top, bottom = min(tops), min(bottoms)
        if not title_page:
            first_top, first_bottom = top, bottom
    else:
        top, bottom = max(tops), max(bottoms)
    above = max(page.header, opening.header) + max(height or 0.0 for height in headers)
    below = max(page.footer, opening.footer) + max(height or 0.0 for height in footers)
    return Margin("top", top, first_top, most[0], above), Margin("bottom", bottom, first_bottom, most[1], below), parity
