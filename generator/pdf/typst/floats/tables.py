"""Floating tables that stand above their paragraph, or at a height of their page, as Typst code."""

from __future__ import annotations

from generator.layout.tables.floating import FLOATING
from generator.layout.tree import Fixed, Page, Raised
from generator.pdf.floating.depth import WRONG
from generator.pdf.typst.literals import pt

_EDGE = 0.5  # points below the top margin that still begin a page


def raised(table: str, how: Raised, spaces: str, page: Page) -> list[str]:
    """Code of a table over the empty paragraphs above it; below it they stand again, on their own page alone."""
    body = f"v({pt(-how.over)}); {table}" if how.over else table
    if how.clear:
        body += f"; v({pt(how.clear)})"
    if how.moved:
        body = f'context if here().position().y <= {pt(page.top + _EDGE)} {{ panic("{FLOATING}") }}; {body}'
    code = [f"block({spaces}, breakable: false, sticky: true, {{{body}}})"]
    if how.again:
        last = "query(selector(<raised>).before(here())).last()"
        code.append(f"context if {last}.location().page() == here().page() {{ v({pt(how.again)}) }}")
    return code


def fixed(table: str, how: Fixed) -> str:
    """Code of a table at a height of its page, with the empty paragraphs above it that have room there."""
    least = "false" if how.least is None else f"room - used > {pt(how.least)}"
    steps = "".join(f"{pt(step)}, " for step in how.steps)
    lift = f"; v({pt(-how.beyond - _EDGE)})"
    return (
        "block(above: 0pt, below: 0pt, height: 0pt, [#metadata(none)<fixed>]); "
        f"context {{ let down = {pt(how.y)} - query(selector(<fixed>).before(here())).last().location().position().y; "
        f"let room = down - {pt(how.clear)}; let used = 0pt; "
        f"for step in ({steps}) {{ if used + step > room {{ break }}; used += step }}; "
        f'if down < 0pt or (used == ({steps}).sum(default: 0pt) and {least}) {{ panic("{FLOATING}") }}; '
        f"v(down); block(above: 0pt, below: 0pt, breakable: false, {{{table}{lift}}}); "
        f"v({pt(how.beyond + (_EDGE if how.least is not None else 0.0))} - used) }}"
    )


def expected(y: float, what: str) -> str:
    """Code that stops when what follows it does not begin ``y`` points below the edge of its paper."""
    return f'context if calc.abs(here().position().y - {pt(y)}) > {pt(WRONG)} {{ panic("{what}") }}'


def under_raised(paragraph: str, gap: float) -> str:
    """Code of a paragraph that says where it stands to the table that follows it."""
    return f"block(above: {pt(gap)}, width: 100%, {{[#metadata(none)<raised>]; {paragraph}}})"
