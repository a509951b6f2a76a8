"""A layout tree as the source of one Typst document."""

from __future__ import annotations

from dataclasses import field
from datetime import UTC, datetime
from functools import partial

from generator.errors import Problem
from generator.layout import Document
from generator.layout.tree import Block, Paragraph, Picture, Properties
from generator.patterns import late
from generator.pdf.floating.blank_fills import leave_out
from generator.pdf.measuring.coverage import Coverage
from generator.pdf.measuring.keeping import Loosener
from generator.pdf.measuring.letters import letters_of
from generator.pdf.measuring.typefaces import Faces, Typeface, is_itself, is_twin
from generator.pdf.typst.cells.growing import grow
from generator.pdf.typst.drawings import DrawingWriter
from generator.pdf.typst.flow import FlowWriter
from generator.pdf.typst.literals import string
from generator.pdf.typst.notes import NoteWriter
from generator.pdf.typst.pages import PageWriter
from generator.pdf.typst.palette import Palette
from generator.pdf.typst.paragraphs.headings import Outline
from generator.pdf.typst.paragraphs.writer import ParagraphWriter
from generator.pdf.typst.sheets.overfull import DEFINITION as BEYOND
from generator.pdf.typst.tables import TableWriter
from generator.pdf.typst.text.tabbed import TextWriter
from generator.records import record

# Word sets text without ligatures, kerns it only where the file says so, breaks lines one at a time, and leaves no gap
# between blocks.
_PREAMBLE = """\
#set text(lang: "vi", kerning: false, ligatures: false, fallback: false, hyphenate: false, overhang: false)
#set par(leading: 0pt, spacing: 0pt, linebreaks: "simple")
#set block(spacing: 0pt)
#show heading: it => it.body
"""
FIXED_MOMENT = datetime(2000, 1, 1, tzinfo=UTC)
_TITLE_LENGTH = 200
_FONT = late(r'font: ("[^"]*")')


@record(frozen=True)
class Source:
    """The Typst source, the moment it is dated, the typefaces asked for and used, and the pictures by file name.

    ``missing`` pairs each typeface this machine does not have with the one drawn in its place, ``equal`` each with
    the one of the same widths. ``loans`` says which typefaces lent characters to others, in Vietnamese. ``overfull``
    are the texts of boxes that seem to go on over their end, ``empty`` the signs drawn as empty boxes. ``embeds`` says
    that typefaces Typst itself holds are drawn as well, ``cuts`` that rows of fixed height seem too low for their text.
    """

    text: str
    moment: datetime
    asked: tuple[str, ...]
    faces: tuple[Typeface, ...]
    pictures: dict[str, Picture] = field(default_factory=dict)
    missing: tuple[tuple[str, str], ...] = ()
    equal: tuple[tuple[str, str], ...] = ()
    loans: tuple[str, ...] = ()
    overfull: tuple[str, ...] = ()
    empty: tuple[Problem, ...] = ()
    embeds: bool = False
    cuts: bool = False


def write_source(document: Document, *, bundled_only: bool = False, titled: bool = True) -> Source:
    """The source that prints the document as Word would; ``ConversionError`` lists all that cannot be drawn.

    ``titled``: it says its title as well, which no page shows. To Typst that is a look of everything: where it changes,
    nothing that was set before is set again without work.
    """
    coverage = Coverage(document.unsupported, bundled_only)
    faces = Faces(bundled_only, partial(letters_of, document), document.settings.stand_ins)
    leave_out(document)
    for section in document.sections:
        grow(section.blocks, faces)
    palette = Palette(faces, coverage)
    drawings, notes = DrawingWriter(faces, coverage), NoteWriter()
    text_writer = TextWriter(palette, faces, coverage, drawings, notes)
    paragraphs = ParagraphWriter(palette, faces, coverage, text_writer, drawings, Outline(), document.settings)
    tables = TableWriter(palette, faces, coverage)
    flow = FlowWriter(paragraphs, tables, coverage, Loosener(), faces, document.settings.add_spacing)
    body = PageWriter(document, flow, palette, faces, coverage).write()
    coverage.raise_if_any()
    moment = document.properties.modified or FIXED_MOMENT
    rules = _PREAMBLE + notes.preamble(document.settings.note_separator)
    used = faces.used
    drawn = {face.family: face for face in [*used.values(), *coverage.lenders]}
    definitions = palette.definitions
    if coverage.lenders:
        lent = ", ".join(string(face.family) for face in coverage.lenders)
        definitions = [_FONT.sub(rf"font: (\1, {lent})", definition) for definition in definitions]
    if drawings.overfull:
        rules += BEYOND
    about = [_metadata(document, moment)] if titled else []
    text = "\n".join([*about, rules, *definitions, body + notes.check()])
    asked = tuple(sorted(used))
    others = [(name, used[name].family) for name in asked if not is_itself(name, used[name].family)]
    equal = tuple(pair for pair in others if is_twin(*pair))
    missing = tuple(pair for pair in others if pair not in equal)
    return Source(
        text, moment, asked, tuple(drawn.values()), drawings.pictures, missing, equal, tuple(coverage.loans()),
        tuple(drawings.overfull), coverage.boxes, coverage.embeds, coverage.cuts,
    )  # fmt: skip


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
