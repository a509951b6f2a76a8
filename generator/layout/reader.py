"""``read``: a DOCX in, the resolved tree out."""

from __future__ import annotations

from generator.errors import ConversionError, Problem
from generator.layout.core_properties import read_properties
from generator.layout.formats import BODY, Formats, Surroundings
from generator.layout.inlines import InlineReader, drawing_name
from generator.layout.names import VAL, Element, W, flag, integer, local, points, value
from generator.layout.notes import Notes
from generator.layout.numbering import Numbering
from generator.layout.package import Package
from generator.layout.paragraphs import ParagraphReader
from generator.layout.sections import SectionReader, read_page
from generator.layout.styles import Styles
from generator.layout.tables import TableReader
from generator.layout.theme import read_theme_fonts
from generator.layout.tree import Block, Document, Section, Settings

_SILENT = {
    "pPr", "tcPr", "tblPr", "tblGrid", "sdtPr", "sdtEndPr", "bookmarkStart", "bookmarkEnd", "proofErr",
    "permStart", "permEnd", "commentRangeStart", "commentRangeEnd", "customXmlPr", "",
    "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd",
    "customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart", "customXmlDelRangeEnd",
}  # fmt: skip
_TRANSPARENT = {"sdtContent", "customXml", "ins", "moveTo"}
_MAX_NESTING = 30


def read(docx: bytes) -> Document:
    """The document of a DOCX file, every property effective, lengths in points.

    Raises ``ConversionError`` for a file that is not a sound DOCX; what the tree cannot hold is listed in
    ``Document.unsupported``.
    """
    package = Package(docx)
    reader = _Reader(package)
    document = package.part(package.document)
    body = document.find(W + "body") if document is not None else None
    if body is None:
        raise ConversionError(Problem("Tệp DOCX", "không có thân văn bản", "mở bằng Word rồi lưu lại"))
    return Document(reader.sections(body), read_properties(package), reader.settings, reader.notes.found)


def _read_settings(package: Package) -> Settings:
    settings = Settings()
    root = package.part(package.related(package.document, "settings"))
    if root is None:
        return settings
    for item in root.iter(W + "compatSetting"):
        if item.get(W + "name") == "compatibilityMode":
            settings.compatibility = integer(item.get(VAL)) or settings.compatibility
    settings.add_spacing = bool(flag(root.find(W + "compat"), "doNotUseHTMLParagraphAutoSpacing"))
    settings.even_and_odd = bool(flag(root, "evenAndOddHeaders"))
    settings.default_tab = points(value(root, "defaultTabStop")) or settings.default_tab
    return settings


class _Reader:
    def __init__(self, package: Package) -> None:
        self._package = package
        self.notes = Notes()
        self.settings = _read_settings(package)
        self._theme = read_theme_fonts(package)
        self._styles = Styles(package, self._theme)
        self._numbering = Numbering(package, self._theme, self.notes)
        self._formats = Formats(self._styles, self._theme, self._numbering, self.notes)
        self._tables_seen = 0
        self._paragraphs_seen = 0
        self._depth = 0
        self._part = package.document
        self._use_part(package.document)
        self._tables = TableReader(
            self._styles, self._theme, self.notes, self.settings.compatibility, read_page(None).text_width
        )

    def _use_part(self, part: str) -> None:
        relations = self._package.relations(part)
        inlines = InlineReader(self._formats, self.notes, relations)
        self._paragraphs = ParagraphReader(self._formats, self._numbering, inlines)
        self._relations = relations

    def sections(self, body: Element) -> list[Section]:
        """Every section of the document, in order."""
        reader = SectionReader(self.notes, self._relations, self._read_part)
        sections: list[Section] = []
        blocks: list[Block] = []
        for element in body:
            name = local(element)
            if name == "sectPr":
                with self.notes.at(f"phần {len(sections) + 1}"):
                    sections.append(reader.read(element, blocks))
                blocks = []
                continue
            self._block(element, name, BODY, blocks, top=True)
            properties = element.find(f"{W}pPr/{W}sectPr") if name == "p" else None
            if properties is not None:
                with self.notes.at(f"phần {len(sections) + 1}"):
                    sections.append(reader.read(properties, blocks))
                blocks = []
        if blocks or not sections:
            sections.append(reader.read(None, blocks))
        return sections

    def _read_part(self, part: str, kind: str) -> list[Block]:
        """The blocks of a header or footer part."""
        root = self._package.part(part)
        if root is None:
            return []
        outer = self._paragraphs, self._relations
        self._use_part(part)
        with self.notes.at("đầu trang" if kind == "header" else "chân trang"):
            blocks = self._blocks(root, BODY)
        self._paragraphs, self._relations = outer
        return blocks

    def _blocks(self, parent: Element, around: Surroundings) -> list[Block]:
        self._depth += 1
        if self._depth > _MAX_NESTING:
            raise ConversionError(Problem("Tệp DOCX", "bảng lồng nhau quá sâu", "bớt các lớp bảng lồng nhau"))
        blocks: list[Block] = []
        for element in parent:
            self._block(element, local(element), around, blocks)
        self._depth -= 1
        return blocks

    def _block(self, element: Element, name: str, around: Surroundings, blocks: list[Block], top: bool = False) -> None:
        if name == "p":
            if top:
                self._paragraphs_seen += 1
                self.notes.enter(f"đoạn {self._paragraphs_seen}")
            blocks.append(self._paragraphs.read(element, around))
            if top:
                self.notes.leave()
        elif name == "tbl":
            if top:
                self._tables_seen += 1
            with self.notes.at(f"bảng {self._tables_seen}" if top else "bảng bên trong"):
                blocks.append(self._tables.read(element, self._blocks))
        elif name == "sdt":
            content = element.find(W + "sdtContent")
            for child in content if content is not None else ():
                self._block(child, local(child), around, blocks, top)
        elif name in _TRANSPARENT:
            for child in element:
                self._block(child, local(child), around, blocks, top)
        elif name in _SILENT or name == "sectPr":
            return
        elif name in ("drawing", "pict", "AlternateContent"):
            self.notes.add(drawing_name(element))
        elif name == "altChunk":
            self.notes.add("nội dung chèn từ tệp khác (altChunk)")
        elif name in ("oMath", "oMathPara"):
            self.notes.add("công thức toán")
        else:
            self.notes.add(f"thành phần <{name}>")
