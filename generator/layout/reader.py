"""``read``: a DOCX in, the resolved tree out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.errors import ConversionError, Problem
from generator.layout.core_properties import read_properties
from generator.layout.drawings.parts import DrawingParts, Theme
from generator.layout.limits import MAX_NESTING, MAX_PARAGRAPHS, refuse
from generator.layout.names import VAL, Element, W, child_of, flag, integer, leading, local, points, value
from generator.layout.notes import Notes
from generator.layout.package import Package
from generator.layout.properties.font_table import read_stand_ins
from generator.layout.properties.formats import BODY, Formats, Surroundings
from generator.layout.properties.numbering import Numbering
from generator.layout.properties.repeated import Repeated
from generator.layout.properties.theme import read_theme_fonts
from generator.layout.remembered import shared_of
from generator.layout.sections import SectionReader, read_page
from generator.layout.tables.reader import TableReader
from generator.layout.text.alternatives import choice, drawing_name, holds_blocks
from generator.layout.text.bindings import Bindings
from generator.layout.text.fields import unclosed
from generator.layout.text.footnotes import Footnotes
from generator.layout.text.inlines import InlineReader
from generator.layout.text.old_fonts import OldFonts
from generator.layout.text.paragraphs import ParagraphReader
from generator.layout.tree import Block, Document, Drawing, Note, Paragraph, Run, Section, Settings, Table
from generator.opc import brief
from generator.wording.numerals.figures import thousands

if TYPE_CHECKING:
    from generator.layout.properties.chapters import Chapters

_SILENT = {
    "pPr", "tcPr", "tblPr", "tblGrid", "sdtPr", "sdtEndPr", "bookmarkStart", "bookmarkEnd", "proofErr",
    "permStart", "permEnd", "commentRangeStart", "commentRangeEnd", "customXmlPr", "",
    "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd",
    "customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart", "customXmlDelRangeEnd",
}  # fmt: skip
_PARAGRAPH, _CELL_PROPERTIES = W + "p", W + "tcPr"
_PROPERTIES, _SECTION = W + "pPr", W + "sectPr"
_TRANSPARENT = {"sdtContent", "customXml", "ins", "moveTo"}


def read(docx: bytes, *, origins: bool = False) -> Document:
    """The document of a DOCX file, every property effective, lengths in points.

    With ``origins`` each paragraph says which of the file it is, which only a judgement of the file needs.
    Raises ``ConversionError`` for a file that is not a sound DOCX; what the tree cannot hold is listed in
    ``Document.unsupported``.
    """
    package = Package(docx)
    reader = _Reader(package, origins)
    document = reader.repeated.read(package, package.document)
    body = document.find(W + "body") if document is not None else None
    if body is None:
        fix = "chọn tệp Word; đúng là tệp Word thì mở bằng Word rồi lưu lại"
        raise ConversionError(Problem("Tệp DOCX", "không có thân văn bản", fix))
    for other in list(body.itersiblings(W + "body")):  # against the schema, but what it holds would be lost
        if len(body) == 0 or local(body[-1]) != "sectPr":
            body.append(body.makeelement(W + "sectPr"))
        body.extend(list(other))
    sections = reader.sections(body)
    reader.close()
    return Document(
        sections, read_properties(package), reader.settings, reader.notes.found, reader.notes.told(), reader.paged
    )


def _draw_chart(root: Element, parts: DrawingParts, width: float, height: float) -> Drawing:
    from generator.layout.charts.drawing import draw_chart  # here: few documents hold any

    return draw_chart(root, parts, width, height)


def _only_ends_a_section(block: Block) -> bool:
    # LibreOffice prints no line for such a paragraph, so that a section may begin right below the last text,
    # but in a section that begins with a table it does.
    return isinstance(block, Paragraph) and block.bare


def _read_settings(root: Element | None) -> Settings:
    settings = Settings()
    if root is None:
        return settings
    for item in root.iter(W + "compatSetting"):
        if item.get(W + "name") == "compatibilityMode":
            settings.compatibility = integer(item.get(VAL)) or settings.compatibility
    compat = root.find(W + "compat")
    settings.add_spacing = bool(flag(compat, "doNotUseHTMLParagraphAutoSpacing"))
    settings.stretch_breaks = not flag(compat, "doNotExpandShiftReturn")
    spacing = root.find(W + "characterSpacingControl")
    # Page ends that Word left in files with both tell so; which of the two it goes by is not known.
    settings.narrows = settings.stretch_breaks or spacing is None or spacing.get(VAL) != "compressPunctuation"
    settings.mark_moves = bool(flag(compat, "splitPgBreakAndParaMark"))
    settings.even_and_odd = bool(flag(root, "evenAndOddHeaders"))
    settings.default_tab = points(value(root, "defaultTabStop")) or settings.default_tab
    return settings


class _Reader:
    def __init__(self, package: Package, origins: bool = False) -> None:
        self._package, self._origins = package, origins
        self._places: dict[Element, tuple[str, int]] = {}
        self.notes = Notes()
        self._settings = package.part(package.related(package.document, "settings"))
        self.settings = _read_settings(self._settings)
        self.settings.stand_ins = read_stand_ins(package.part(package.related(package.document, "fontTable")))
        theme = package.part(package.related(package.document, "theme"))
        self._theme, self._theme_parts = read_theme_fonts(theme), Theme(theme)
        self._footnotes: Footnotes | None = None
        self.paged: list[Note] = []
        self._note_readers: dict[str, ParagraphReader] = {}
        self._running: dict[str, bytes | None] = {}  # headers and footers, which sections share
        shared = shared_of(package, self._theme)
        self._old_fonts = OldFonts()
        self._numbering = Numbering(package, self._theme, self.notes)
        self._styles, self.repeated = shared.styles, Repeated()
        self._formats = Formats(shared.styles, shared.formats, self._theme, self._numbering, self.notes, self.repeated)
        self._tables_seen = 0
        self._paragraphs_seen = self._paragraphs_read = 0
        self._depth = 0
        self._here: Element | None = None
        self._width: float | None = None  # of the text of the section being read, once it was asked for
        self._bindings = Bindings(package)
        self._use_part(package.document)
        self._tables = TableReader(
            shared.styles, shared.tables, self._theme, self.notes, self.settings.compatibility, self._text_width,
            self.repeated,
        )  # fmt: skip

    def close(self) -> None:
        """Lets go of what calls back: the parts read would live until garbage is looked for."""
        del self._paragraphs, self._tables, self._footnotes, self._note_readers

    def _use_part(self, part: str, root: Element | None = None) -> None:
        """Read from this part on; ``root`` is what will be read of it."""
        broken: set[Element] = set()
        if root is not None:
            if self._origins:
                self._places |= {found: (part, n) for n, found in enumerate(root.iter(_PARAGRAPH), start=1)}
            self._bindings.fill(root)
            broken = unclosed(root, self.notes)
        relations = self._package.relations(part)
        drawings = DrawingParts(self._package, relations, self._theme_parts, self._box, _draw_chart)
        inlines = InlineReader(self._formats, self.notes, relations, drawings, self._footnotes, broken)
        self._paragraphs = ParagraphReader(self._formats, self._numbering, inlines, self._old_fonts)
        self._relations = relations

    def _text_width(self) -> float:
        """The width between the margins of the section being read, whose properties stand at its end."""
        if self._width is None:
            self._width = self._section_width(self._here)
        return self._width

    @staticmethod
    def _section_width(here: Element | None) -> float:
        step = here
        while step is not None:
            found = step if local(step) == "sectPr" else step.find(f"{W}pPr/{W}sectPr")
            if found is not None:
                return read_page(found).column_width
            step = step.getnext()
        return read_page(None).text_width

    def sections(self, body: Element) -> list[Section]:
        """Every section of the document, in order; endnotes stand at the end of the last."""
        self.notes.one_section = next(body.iterfind(f".//{_PROPERTIES}/{_SECTION}"), None) is None
        self._footnotes = Footnotes(self._package, self._settings, body, self.notes, self._read_note)
        self.settings.note_separator = self._footnotes.has_separator
        self._use_part(self._package.document, body)
        chapters = self._chapters(body)
        self._paragraphs.see = chapters.see if chapters is not None else None
        reader = SectionReader(self.notes, self._relations, self._read_part, self._settings)
        sections: list[Section] = []
        blocks: list[Block] = []
        for element in body:
            name = local(element)
            self._here = element
            if name == "sectPr":
                with self.notes.at(f"phần {len(sections) + 1}"):
                    sections.append(reader.read(element, blocks))
                if chapters is not None:
                    chapters.close(sections[-1], len(sections), element)
                blocks, self._width = [], None
                continue
            self._block(element, name, BODY, blocks, top=True)
            own = leading(element, _PROPERTIES) if name == "p" else None
            properties = child_of(own, _SECTION) if own is not None else None
            if properties is not None:
                if len(blocks) > 1 and not isinstance(blocks[0], Table) and _only_ends_a_section(blocks[-1]):
                    blocks.pop()
                with self.notes.at(f"phần {len(sections) + 1}"):
                    sections.append(reader.read(properties, blocks))
                if chapters is not None:
                    chapters.close(sections[-1], len(sections), properties)
                self._footnotes.next_section()
                blocks, self._width = [], None
        if blocks or not sections:
            sections.append(reader.read(None, blocks))
        sections[-1].blocks += self._footnotes.endnotes()
        self.paged = self._footnotes.paged()
        self._old_fonts.put_right(self.notes)
        return sections

    def _chapters(self, body: Element) -> Chapters | None:
        """What numbers the chapters where page numbers ask for it."""
        if not any(e.get(W + "chapStyle") is not None for e in body.iter(W + "pgNumType")):
            return None
        from generator.layout.properties.chapters import Chapters  # here: few documents hold any

        return Chapters(self._styles, self._numbering, [])

    def _read_note(self, part: str, element: Element, label: str, shown: list[Run] | None) -> list[Block]:
        """The blocks of one footnote or endnote."""
        outer = self._paragraphs, self._relations
        if part in self._note_readers:
            self._paragraphs = self._note_readers[part]
        else:
            self._use_part(part, element.getroottree().getroot())
            self._note_readers[part] = self._paragraphs
        self._paragraphs.note_blocks(label, shown)
        with self.notes.at("chú thích " + label if label else "chú thích"):
            blocks = self._blocks(element, BODY)
        self._paragraphs, self._relations = outer
        return blocks

    def _box(self, content: Element) -> list[Block]:
        """The blocks of a box of text, which stands inside a paragraph."""
        with self.notes.at("khung văn bản"):
            return self._blocks(content, BODY)

    def _read_part(self, part: str, kind: str) -> list[Block]:
        """The blocks of a header or footer part."""
        if part not in self._running:
            self._running[part] = self._package.content(part)
        content = self._running[part]
        if content is None:
            return []
        root = self._package.parse(content, part)
        outer = self._paragraphs, self._relations
        self._use_part(part, root)
        with self.notes.at("đầu trang" if kind == "header" else "chân trang"):
            blocks = self._blocks(root, BODY)
        self._paragraphs, self._relations = outer
        return blocks

    def _blocks(self, parent: Element, around: Surroundings) -> list[Block]:
        self._depth += 1
        if self._depth > MAX_NESTING:
            raise refuse("bảng lồng nhau quá sâu", "bớt các lớp bảng lồng nhau")
        blocks: list[Block] = []
        for element in parent:
            tag = element.tag
            if tag != _CELL_PROPERTIES:
                self._block(element, "p" if tag == _PARAGRAPH else local(element), around, blocks)
        self._depth -= 1
        return blocks

    def _block(self, element: Element, name: str, around: Surroundings, blocks: list[Block], top: bool = False) -> None:
        if name == "p":
            self._paragraphs_read += 1
            if self._paragraphs_read > MAX_PARAGRAPHS:
                raise refuse(f"có hơn {thousands(MAX_PARAGRAPHS)} đoạn văn")
            if top:
                self._paragraphs_seen += 1
                self.notes.enter(f"đoạn {self._paragraphs_seen}")
            paragraph = self._paragraphs.read(element, around)
            if paragraph is not None:
                paragraph.origin = self._places.get(element)
                if blocks:
                    self._paragraphs.join(blocks[-1], paragraph)
                blocks.append(paragraph)
            if top:
                self.notes.leave()
        elif name == "tbl":
            if top:
                self._tables_seen += 1
            with self.notes.at(f"bảng {self._tables_seen}" if top else "bảng bên trong"):
                table = self._tables.read(element, self._blocks)
            if any(row.cells for row in table.rows):  # else there is nothing to print
                blocks.append(table)
        elif name == "sdt":
            content = element.find(W + "sdtContent")
            for child in content if content is not None else ():
                self._block(child, local(child), around, blocks, top)
        elif name in _TRANSPARENT:
            for child in element:
                self._block(child, local(child), around, blocks, top)
        elif name in _SILENT or name == "sectPr":
            return
        elif name == "AlternateContent" and (branch := choice(element)) is not None and holds_blocks(branch):
            for child in branch:
                self._block(child, local(child), around, blocks, top)
        elif name in ("drawing", "pict", "AlternateContent"):
            self.notes.add(drawing_name(element))
        elif name == "altChunk":
            self.notes.add("nội dung chèn từ tệp khác (altChunk)")
        elif name in ("oMath", "oMathPara"):
            self.notes.add("công thức toán")
        else:
            self.notes.add(f"thành phần <{brief(name)}>")
