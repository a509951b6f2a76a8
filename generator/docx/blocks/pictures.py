"""A picture of a body as DrawingML: inline, centred, kept with its caption, with the words that stand for it."""

from __future__ import annotations

from collections.abc import Sequence

from generator.content import Picture
from generator.docx.word.package import DOCUMENT, Package, Relationship
from generator.docx.word.styles import TABLE_TEXT, Styles
from generator.docx.word.text import Xml, text_xml

_EMU = 12_700  # of a point
_TWIPS = 20  # of a point
_IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"


def picture_xml(picture: Picture, number: int, width: int, styles: Styles) -> Xml:
    """The paragraph that holds the picture, made smaller where it is wider than ``width`` (twips)."""
    scale = min(1.0, width / _TWIPS / picture.width)
    across, down = round(picture.width * scale * _EMU), round(picture.height * scale * _EMU)
    described = text_xml(" ".join(picture.description.split()))
    properties = f'id="{number}" name="Biểu đồ {number}" descr="{described}"'
    keep = "<w:keepNext/>" if picture.keep_with_next else ""
    return Xml(
        f'<w:p><w:pPr><w:pStyle w:val="{styles.id(TABLE_TEXT["center"])}"/>{keep}</w:pPr><w:r><w:drawing>'
        f'<wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{across}" cy="{down}"/><wp:docPr {properties}/>'
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">'
        f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr><pic:cNvPr {properties}/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{_key(number)}" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{across}" cy="{down}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r></w:p>"
    )


def add_pictures(package: Package, pictures: Sequence[bytes]) -> None:
    """Put the pictures printed so far into the package, under the keys their paragraphs name."""
    for number, data in enumerate(pictures, start=1):
        part = package.free_name("word/media/bieu-do1.png")
        package.add(part, data, "image/png")
        package.relate(DOCUMENT, Relationship(_IMAGE, part), _key(number))


def _key(number: int) -> str:
    return f"rIdBieuDo{number}"
