"""Paragraphs with a picture below them that lets no text beside it, as Typst code."""

from __future__ import annotations

from generator.pdf.typst.literals import pt


def over_picture(paragraph: str, gap: float, foot: float, *, sticky: bool) -> str:
    """Code of a paragraph that goes to the next page where the picture, ``foot`` points below it, has no room."""
    looks = f"above: {pt(gap)}, width: 100%, breakable: false" + (", sticky: true" if sticky else "")
    inside = paragraph.replace(f"({pt(gap)},", "(0pt,", 1)
    return f"block({looks}, {{{inside}; v({pt(foot)})}}); v({pt(-foot)})"


def room_for(gap: float, foot: float, *, sticky: bool) -> str:
    """Code before a paragraph that goes to the next page where a picture beside its lines has no room on this one.

    It ends ``foot`` points below the first of them.
    """
    looks = f"height: {pt(foot)}, width: 100%, breakable: false" + (", sticky: true" if sticky else "")
    return f"block(above: {pt(gap)}, {looks}); v({pt(-foot)}); "


def alone(gap: float, height: float, rest: float) -> tuple[str, str]:
    """Code before and after a paragraph that fills a page of this height with its picture, and reaches beyond its foot.

    ``rest`` points of the page are left out of the height: no page that begins with room above the paragraph has them.
    """
    return f"block(above: {pt(gap)}, width: 100%, height: {pt(height)}, breakable: false, {{", f"}}); v({pt(rest)})"
