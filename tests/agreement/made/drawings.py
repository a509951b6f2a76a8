"""Pictures in the line, pictures beside the text, and the rules people draw under a head."""

from __future__ import annotations

from tests.agreement.made.draft import Draft, Properties, attributes, inline, paragraph, run, value
from tests.agreement.made.pictures import seal

_EMU = 12700
_SHADOW = (
    '<a:effectLst><a:outerShdw blurRad="63500" dist="50800" dir="2700000" algn="tl" rotWithShape="0">'
    '<a:srgbClr val="000000"><a:alpha val="40000"/></a:srgbClr></a:outerShdw></a:effectLst>'
)
_WRAPS = {
    "topAndBottom": "<wp:wrapTopAndBottom/>",
    "none": "<wp:wrapNone/>",
    "square": '<wp:wrapSquare wrapText="bothSides"/>',
}
_INDENTS: tuple[Properties, ...] = (
    {}, attributes("ind", left=720, hanging=360), attributes("ind", left=567), attributes("ind", firstLine=567),
)  # fmt: skip


def _graphic(draft: Draft, width: int, height: int, looks: str = "") -> str:
    number, relation = draft.number(), draft.package.picture(seal())
    return (
        f'<wp:docPr id="{number}" name="Hình {number}" descr="Dấu"/><wp:cNvGraphicFramePr/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" name="hinh.png"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f"{looks}</pic:spPr></pic:pic></a:graphicData></a:graphic>"
    )


def inline_picture(draft: Draft, size: int, room: int = 0) -> str:
    """A picture in the line, ``size`` points high; with ``room`` points of shadow around it, more below and right."""
    width, height, extent = size * _EMU * 4 // 3, size * _EMU, room * _EMU
    return (
        f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>'
        f'<wp:effectExtent l="{extent}" t="{extent}" r="{2 * extent}" b="{2 * extent}"/>'
        f"{_graphic(draft, width, height, _SHADOW if room else '')}</wp:inline></w:drawing>"
    )


def anchored_picture(draft: Draft) -> str:
    """A paragraph with a picture that text stands above and below of, or that lies behind it."""
    wrap = draft.pick(("topAndBottom", "none", "square"))
    draft.use(f"anchored picture ({wrap})")
    size, x, y = draft.pick((40, 72)), draft.pick((0, 200, 320)), draft.pick((0, 12))
    look = draft.pick(_INDENTS) if wrap == "square" else {}
    return paragraph(_hung(draft, wrap, (size, size), (x, y)) + run(draft.sentences(1, 2)), look)


def neighbouring_pictures(draft: Draft) -> str:
    """Paragraphs one below the other, each with a picture higher than itself."""
    draft.use("neighbouring pictures")
    kinds = (("square", 0), ("square", 395), ("topAndBottom", 200))
    made = []
    for _ in range(draft.rng.randint(2, 3)):
        wrap, x = draft.pick(kinds)
        size, y = (60, draft.pick((60, 90, 140))), draft.pick((0, 20, 60))
        made.append(paragraph(_hung(draft, wrap, size, (x, y)) + run(draft.sentences(1, 2))))
    return "".join(made)


def _hung(draft: Draft, wrap: str, size: tuple[int, int], place: tuple[int, int]) -> str:
    width, height, x, y = (length * _EMU for length in (*size, *place))
    return inline(
        '<w:drawing><wp:anchor distT="0" distB="0" distL="114300" distR="114300" simplePos="0" relativeHeight="2" '
        f'behindDoc="{int(wrap == "none")}" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="column"><wp:posOffset>{x}</wp:posOffset>'
        "</wp:positionH>"
        f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{y}</wp:posOffset>'
        f'</wp:positionV><wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f"{_WRAPS[wrap]}{_graphic(draft, width, height)}</wp:anchor></w:drawing>"
    )


def ruled_line(draft: Draft) -> str:
    """A centred line of text with a drawn rule under it, as under the national motto."""
    words = run("Độc lập - Tự do - Hạnh phúc", {"b": "<w:b/>", **value("sz", 28)})
    shape = _drawn(draft, draft.pick((120, 165)), 0) if draft.chance(0.5) else _vml(draft)
    return paragraph(words + inline(shape), value("jc", "center"))


def over_white(draft: Draft) -> str:
    """A ruled line that reaches down over paragraphs with a white fill, as text from web pages has."""
    draft.use("line over white fills")
    white = attributes("shd", val="clear", color="auto", fill="FFFFFF")
    shape = inline(_drawn(draft, 120, 0))
    below = paragraph(run(draft.sentences(1, 2)), white)
    if draft.chance(0.5):
        return paragraph(shape, {**white, **value("jc", "center")}) + below
    return paragraph(run("Độc lập - Tự do - Hạnh phúc", white) + shape, value("jc", "center")) + below


def thin_lines(draft: Draft) -> str:
    """A line of text with lines beside it of no width or no length, as dragging leaves them behind."""
    draft.use("line without width")
    wide, high = draft.pick(((0, 0), (0, 24), (90, 0), (60, 24)))
    shape = _drawn(draft, wide, high) if draft.chance(0.5) else _pict(draft, 130, 20, 130 + wide, 20 + high)
    return paragraph(inline(shape) + run(draft.sentences(1, 2)))


def _drawn(draft: Draft, wide: int, high: int) -> str:
    draft.use("drawn line (DrawingML)")
    width, height, number = wide * _EMU, high * _EMU, draft.number()
    left, top = draft.pick((130, 150)) * _EMU, draft.pick((18, 20)) * _EMU
    strands = ' w="38100" cmpd="thickThin"' if number % 4 == 0 else ' w="9525"'
    return (
        '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        '<wp:anchor distT="0" distB="0" distL="114300" distR="114300" simplePos="0" relativeHeight="251659264" '
        'behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="column"><wp:posOffset>{left}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{top}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="{number}" name="Đường thẳng {number}"/><wp:cNvGraphicFramePr/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        f'<wps:wsp><wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        f'<a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln{strands}><a:solidFill><a:srgbClr val="000000"/>'
        "</a:solidFill></a:ln></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
        f"</mc:Choice><mc:Fallback>{_pict(draft, 130, 20, 130 + wide, 20 + high)}</mc:Fallback></mc:AlternateContent>"
    )


def _vml(draft: Draft) -> str:
    draft.use("drawn line (VML)")
    return _pict(draft, draft.pick((130, 150)), draft.pick((18, 20)), 300)


def _pict(draft: Draft, left: int, top: int, right: int, foot: int | None = None) -> str:
    return (
        f'<w:pict><v:line id="_x0000_s{draft.number()}" '
        'style="position:absolute;left:0;text-align:left;z-index:251658240" '
        f'from="{left}pt,{top}pt" to="{right}pt,{top if foot is None else foot}pt" strokeweight=".75pt"/></w:pict>'
    )
