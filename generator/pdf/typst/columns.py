"""Text in columns inside a page: even ones where text goes on below them, full ones at the end."""

from __future__ import annotations

from generator.layout.tree import Page
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
  block(above: 0pt, height: high, width: 100%, columns(n, gutter: g, b))
}}}}"""


def write_columns(body: str, page: Page, foot: float, palette: Palette, *, even: bool) -> str:
    """The body in the columns of ``page``; ``foot`` is where the text of a page ends, in points from its top.

    Columns are ``even`` when text goes on below them, else filled one after the other, as Word does.
    """
    if not even:
        return f"columns({page.columns}, gutter: {pt(page.gutter)}, {body})"
    name = palette.define("n, g, w, foot, b", _EVEN)
    return f"{name}({page.columns}, {pt(page.gutter)}, {pt(page.text_width)}, {pt(foot)}, {body})"
