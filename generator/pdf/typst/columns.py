"""Text in columns inside a page: even ones where text goes on below them, full ones at the end."""

from __future__ import annotations

from generator.layout.tree import Block, Page, PageBreak, Paragraph
from generator.pdf.measuring.paragraph_parts import split_pages
from generator.pdf.typst.literals import pt
from generator.pdf.typst.palette import Palette

TOO_TALL = "phần chia cột chữ dài quá chỗ còn lại của trang"
# The least height that holds everything: what does not fit fills the height tried, what fits stays below it.
_EVEN = f"""{{context {{
  let tall(h) = measure(columns(n, gutter: g, b), width: w, height: h).height
  let (low, high) = (0pt, foot - here().position().y)
  if tall(high) >= high {{ panic("{TOO_TALL}") }}
  for step in range(16) {{
    let middle = (low + high) / 2
    let used = tall(middle)
    if used < middle - 0.002pt {{ high = used + 0.01pt }} else {{ low = middle }}
  }}
  let rule(i) = place(top + left, dx: i * (w + g) / n - g / 2, line(length: high, angle: 90deg, stroke: 0.5pt))
  block(above: 0pt, height: high, width: 100%, {{
    if parted {{ range(1, n).map(rule).join() }}
    columns(n, gutter: g, b)
  }})
}}}}"""
UNEQUAL = "phần chia cột chữ rộng khác nhau"
PARTED = "đường kẻ giữa các cột chữ"


def write_columns(body: str, page: Page, foot: float, palette: Palette, *, even: bool) -> str:
    """The body in the columns of ``page``; ``foot`` is where the text of a page ends, in points from its top.

    Columns are ``even`` when text goes on below them, else filled one after the other, as Word does.
    """
    if not even:
        return f"columns({page.columns}, gutter: {pt(page.gutter)}, {body})"
    name = palette.define("n, g, w, foot, parted, b", _EVEN)
    parted = "true" if page.parted else "false"
    return f"{name}({page.columns}, {pt(page.gutter)}, {pt(page.text_width)}, {pt(foot)}, {parted}, {body})"


def split_columns(blocks: list[Block]) -> list[list[Block]]:
    """The blocks of each column, where the file itself breaks them."""
    made: list[list[Block]] = [[]]
    for block in blocks:
        for part in split_pages(block) if isinstance(block, Paragraph) else [block]:
            if isinstance(part, PageBreak):
                made.append([])
            else:
                made[-1].append(part)
    return made


def write_tracks(bodies: list[str], page: Page) -> str:
    """The bodies in columns of unequal width, beside one another."""
    widths: list[str] = []
    cells: list[str] = []
    for index, ((width, gap), body) in enumerate(zip(page.tracks, bodies, strict=True)):
        widths.append(pt(width))
        cells.append(f"grid.cell(x: {index * 3}, y: 0, {body})")
        if index + 1 < len(bodies):
            widths += [pt(gap / 2), pt(gap / 2)]
            if page.parted:
                cells.append(f"grid.vline(x: {index * 3 + 2}, stroke: 0.5pt)")
    made = f"grid(columns: ({', '.join(widths)}), {', '.join(cells)})"
    return f"block(above: 0pt, breakable: false, width: 100%, {made})"
