"""Drawings as Word writes them, in DrawingML and in VML, with lengths in points."""

from __future__ import annotations

from tests import pictures

_EMU = 12700
_SHAPES = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_PICTURES = "http://schemas.openxmlformats.org/drawingml/2006/picture"


def png(width: int = 6, height: int = 4) -> bytes:
    """A small red PNG."""
    return _png(width, height, b"\xc8\x1e\x1e" * width * height)


def photo(width: int = 120, height: int = 90) -> bytes:
    """A PNG of dark dots no two rows of which are alike, as in a photograph."""
    return _png(width, height, bytes(n * n // 7 % 151 for n in range(3 * width * height)))


def _png(width: int, height: int, dots: bytes) -> bytes:
    return pictures.png(width, height, (dots[3 * width * row : 3 * width * (row + 1)] for row in range(height)))


def _size(width: float, height: float) -> str:
    return f'cx="{int(width * _EMU)}" cy="{int(height * _EMU)}"'


def straight(
    width: float, height: float = 0.0, *, line: float = 0.75, color: str = "FF0000", more: str = "", turned: str = ""
) -> str:
    """The graphic of a straight connector; ``turned`` holds its flips and its rotation."""
    return (
        f'<a:graphic><a:graphicData uri="{_SHAPES}"><wps:wsp><wps:cNvCnPr/><wps:spPr><a:xfrm {turned}>'
        f'<a:off x="0" y="0"/><a:ext {_size(width, height)}/></a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
        f'<a:ln w="{int(line * _EMU)}"><a:solidFill><a:srgbClr val="{color}"/></a:solidFill>{more}</a:ln></wps:spPr>'
        "<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>"
    )


def picture(relation: str, width: float = 60, height: float = 40, how: str = "embed", looks: str = "") -> str:
    """The graphic of a picture; ``looks`` are further properties of it."""
    return (
        f'<a:graphic><a:graphicData uri="{_PICTURES}"><pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="a"/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:{how}="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {_size(width, height)}/></a:xfrm><a:prstGeom prst="rect"/>'
        f"{looks}</pic:spPr></pic:pic></a:graphicData></a:graphic>"
    )


def text_box(content: str, width: float = 150, height: float = 60) -> str:
    """The graphic of a framed box of text."""
    return (
        f'<a:graphic><a:graphicData uri="{_SHAPES}"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm>'
        f'<a:off x="0" y="0"/><a:ext {_size(width, height)}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        '<a:noFill/><a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr>'
        f"<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx>"
        '<wps:bodyPr lIns="91440" tIns="45720" rIns="91440" bIns="45720"/></wps:wsp></a:graphicData></a:graphic>'
    )


def shape(
    preset: str, width: float, height: float, content: str = "", *, turned: str = "", at: str = 'x="0" y="0"',
    more: str = '<a:noFill/><a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>',
    body: str = 'lIns="0" tIns="0" rIns="0" bIns="0"', handles: str = "", alone: bool = True, inside: str = "",
) -> str:  # fmt: skip
    """The graphic of a shape by name, or of the geometry ``inside``; not ``alone`` it is a part of a group."""
    drawn = inside or f'<a:prstGeom prst="{preset}"><a:avLst>{handles}</a:avLst></a:prstGeom>'
    text = f"<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx>" if content else ""
    made = (
        f"<wps:wsp><wps:cNvSpPr/><wps:spPr><a:xfrm {turned}><a:off {at}/><a:ext {_size(width, height)}/></a:xfrm>"
        f"{drawn}{more}</wps:spPr>{text}<wps:bodyPr {body}/></wps:wsp>"
    )
    return f'<a:graphic><a:graphicData uri="{_SHAPES}">{made}</a:graphicData></a:graphic>' if alone else made


def group(*parts: str, size: tuple[float, float], inner: tuple[float, float] | None = None, turned: str = "") -> str:
    """The graphic of a group, its parts counted in units of which ``inner`` fill its ``size``."""
    groups = _SHAPES.replace("Shape", "Group")
    return (
        f'<a:graphic><a:graphicData uri="{groups}"><wpg:wgp xmlns:wpg="{groups}"><wpg:cNvGrpSpPr/><wpg:grpSpPr>'
        f'<a:xfrm {turned}><a:off x="0" y="0"/><a:ext {_size(*size)}/><a:chOff x="0" y="0"/>'
        f"<a:chExt {_size(*(inner or size))}/></a:xfrm></wpg:grpSpPr>{''.join(parts)}</wpg:wgp></a:graphicData>"
        "</a:graphic>"
    )


def off(x: float, y: float) -> str:
    """The place of a part in its group."""
    return f'x="{int(x * _EMU)}" y="{int(y * _EMU)}"'


def anchored(
    graphic: str, width: float, height: float = 0.0, *, x: float = 0.0, y: float = 0.0, across: str = "column",
    down: str = "paragraph", align: str = "", wrap: str = "wrapNone", alt: str = "", order: int = 0,
) -> str:  # fmt: skip
    """A run with a drawing that stands where its anchor says."""
    place = f"<wp:align>{align}</wp:align>" if align else f"<wp:posOffset>{int(x * _EMU)}</wp:posOffset>"
    return (
        f'<w:r><w:drawing><wp:anchor distT="0" distB="0" relativeHeight="{order}" behindDoc="0">'
        '<wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="{across}">{place}</wp:positionH><wp:positionV relativeFrom="{down}">'
        f"<wp:posOffset>{int(y * _EMU)}</wp:posOffset></wp:positionV><wp:extent {_size(width, height)}/><wp:{wrap}/>"
        f'<wp:docPr id="1" name="Hình 1" descr="{alt}"/>{graphic}</wp:anchor></w:drawing></w:r>'
    )


def inline(graphic: str, width: float, height: float, alt: str = "", effects: float = 0.0) -> str:
    """A run with a drawing that stands in the line, ``effects`` points of shadow on each side of it."""
    room = " ".join(f'{side}="{int(effects * _EMU)}"' for side in "ltrb")
    return (
        f"<w:r><w:drawing><wp:inline><wp:extent {_size(width, height)}/><wp:effectExtent {room}/>"
        f'<wp:docPr id="1" name="Hình 1" descr="{alt}"/>{graphic}</wp:inline></w:drawing></w:r>'
    )


def vml(content: str) -> str:
    """A run with a drawing of Word 2007 and before."""
    return f"<w:r><w:pict>{content}</w:pict></w:r>"
