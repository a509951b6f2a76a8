"""A picture as DrawingML: of a body, inline, centred, kept with its caption; with the words that stand for it."""

from __future__ import annotations

from generator.content import Picture
from generator.docx.word.styles import TABLE_TEXT, Styles
from generator.docx.word.text import Xml, text_xml

EMU = 12_700  # of a point
_TWIPS = 20  # of a point
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def picture_xml(picture: Picture, key: str, number: int, width: int, styles: Styles) -> Xml:
    """The paragraph that holds the picture, made smaller where it is wider than ``width`` (twips)."""
    scale = min(1.0, width / _TWIPS / picture.width)
    size = (round(picture.width * scale * EMU), round(picture.height * scale * EMU))
    described = " ".join(picture.description.split())
    keep = "<w:keepNext/>" if picture.keep_with_next else ""
    drawing = drawing_xml(key, number, size, f"Biểu đồ {number}", described)
    look = f'<w:pPr><w:pStyle w:val="{styles.id(TABLE_TEXT["center"])}"/>{keep}</w:pPr>'
    return Xml(f"<w:p>{look}<w:r>{drawing}</w:r></w:p>")


def drawing_xml(key: str, number: int, size: tuple[int, int], name: str, described: str, link: str = "") -> str:
    """The drawing of the picture under the key, ``size`` in EMU, with the key of what a click on it opens."""
    across, down = size
    properties = f'id="{number}" name="{text_xml(name)}" descr="{text_xml(described)}"'
    click = f'<a:hlinkClick xmlns:a="{_DRAWING}/main" r:id="{link}" xmlns:r="{_RELATIONSHIPS}"/>' if link else ""
    closing = f">{click}</wp:docPr>" if click else "/>"
    return (
        "<w:drawing>"
        f'<wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{across}" cy="{down}"/><wp:docPr {properties}{closing}'
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">'
        f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr><pic:cNvPr {properties}/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{key}" xmlns:r="{_RELATIONSHIPS}"/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{across}" cy="{down}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing>"
    )
