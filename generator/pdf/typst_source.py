"""A layout tree as the source of one Typst document."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from generator.layout import Document
from generator.layout.tree import Block, Paragraph, Properties
from generator.pdf.coverage import Coverage
from generator.pdf.literals import string
from generator.pdf.palette import Palette
from generator.pdf.typefaces import Typeface
from generator.pdf.typst_flow import FlowWriter
from generator.pdf.typst_pages import PageWriter
from generator.pdf.typst_paragraphs import Outline, ParagraphWriter
from generator.pdf.typst_text import TextWriter

# Word sets text without kerning and ligatures, breaks lines one at a time, and leaves no gap between blocks.
_PREAMBLE = """\
#set text(lang: "vi", kerning: false, ligatures: false, fallback: false, hyphenate: false, overhang: false)
#set par(leading: 0pt, spacing: 0pt, linebreaks: "simple")
#set block(spacing: 0pt)
#show heading: it => it.body
"""
FIXED_MOMENT = datetime(2000, 1, 1, tzinfo=UTC)
_TITLE_LENGTH = 200


@dataclass(frozen=True, slots=True)
class Source:
    """The Typst source, the moment it is dated, and the typefaces asked for and used."""

    text: str
    moment: datetime
    asked: tuple[str, ...]
    faces: tuple[Typeface, ...]


def write_source(document: Document, *, bundled_only: bool = False) -> Source:
    """The source that prints the document as Word would; ``ConversionError`` lists all that cannot be drawn."""
    coverage = Coverage(document.unsupported)
    palette = Palette(bundled_only, coverage)
    paragraphs = ParagraphWriter(palette, TextWriter(palette, coverage), Outline(), document.settings.default_tab)
    flow = FlowWriter(paragraphs, coverage, document.settings.add_spacing)
    body = PageWriter(document, flow, palette, coverage).write()
    coverage.raise_if_any()
    moment = document.properties.modified or FIXED_MOMENT
    text = "\n".join([_metadata(document, moment), _PREAMBLE, *palette.definitions, body])
    faces = {face.family: face for face in palette.faces.values()}
    return Source(text, moment, tuple(sorted(palette.faces)), tuple(faces.values()))


def _metadata(document: Document, moment: datetime) -> str:
    said = document.properties
    parts = [f"title: {string(said.title or _first_text(document))}"]
    if said.creator:
        parts.append(f"author: ({string(said.creator)},)")
    if said.subject:
        parts.append(f"description: {string(said.subject)}")
    keywords = _keywords(said)
    if keywords:
        parts.append(f"keywords: ({', '.join(string(word) for word in keywords)},)")
    date = ", ".join(
        f"{name}: {getattr(moment, name)}" for name in ("year", "month", "day", "hour", "minute", "second")
    )
    parts.append(f"date: datetime({date})")
    return f"#set document({', '.join(parts)})"


def _keywords(said: Properties) -> list[str]:
    words = [word.strip() for word in said.keywords.replace(";", ",").split(",")]
    return [word for word in [*words, said.content_status] if word]


def _first_text(document: Document) -> str:
    """A title for a file without one: its first line of text, because PDF/UA-1 asks for a title."""

    def texts(blocks: list[Block]) -> list[str]:
        return [" ".join(b.text.split()) for b in blocks if isinstance(b, Paragraph) and b.text.strip()]

    found = [text for section in document.sections for text in texts(section.blocks)]
    return found[0][:_TITLE_LENGTH] if found else "Văn bản"
