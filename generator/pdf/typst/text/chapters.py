"""The number of a chapter in front of that of a page."""

from __future__ import annotations

from generator.pdf.typst.literals import string

_LABEL = "<vanthu-chapter>"


def marked(body: str, chapter: tuple[int, str]) -> str:
    """The text of a heading that page numbers of a section take their chapter from."""
    section, number = chapter
    return f"{{[#metadata(({section}, {string(number)})){_LABEL}];{body}}}"


def numbered(number: str, chapters: tuple[int, str]) -> str:
    """The number of a page after that of its chapter: the first heading on it, else the last before, else the next."""
    section, sign = chapters
    return (
        f"{{context {{let all = query({_LABEL}).filter(m => m.value.at(0) == {section});"
        "let on = m => m.location().page(); let p = here().page();"
        "let own = all.filter(m => on(m) == p) + all.filter(m => on(m) < p).rev() + all;"
        f"if own.len() > 0 {{own.first().value.at(1) + {string(sign)}}}}}; {number}}}"
    )
