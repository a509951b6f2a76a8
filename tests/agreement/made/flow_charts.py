"""Flow charts as offices draw them: boxes with text joined by arrows, in a group or one by one, DrawingML or VML."""

from __future__ import annotations

from tests.agreement.made.draft import Draft, inline, paragraph, run

_EMU = 12700
_WIDE, _TALL, _STEP = 130, 34, 52  # points: a box, and from one to the next
_WORDS = ("Tiếp nhận", "Thẩm định", "Trình ký", "Phát hành", "Lưu hồ sơ", "Đạt yêu cầu")
_SHAPES = {"rect": "1", "roundRect": "2", "flowChartProcess": "109", "flowChartTerminator": "116", "diamond": "4"}
_CENTERED = '<w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:jc w:val="center"/></w:pPr>'


def flow_chart(draft: Draft) -> str:
    """A paragraph with two or three boxes below each other and arrows between them, and text below it."""
    old = draft.chance(0.4)
    draft.use("flow chart (VML)" if old else "flow chart (DrawingML)")
    shapes = [draft.pick(tuple(_SHAPES)) for _ in range(draft.pick((2, 3)))]
    words = [draft.pick(_WORDS) for _ in shapes]
    height = _STEP * (len(shapes) - 1) + _TALL
    drawn = _old(draft, shapes, words, height) if old else _group(draft, shapes, words, height)
    return paragraph(inline(drawn) + run(draft.sentences(1, 1)[:40]))


def _text(words: str) -> str:
    run = f'<w:r><w:rPr><w:sz w:val="22"/></w:rPr><w:t>{words}</w:t></w:r>'
    return f"<w:txbxContent><w:p>{_CENTERED}{run}</w:p></w:txbxContent>"


def _group(draft: Draft, shapes: list[str], words: list[str], height: int) -> str:
    number, parts = draft.number(), []
    for index, (shape, text) in enumerate(zip(shapes, words, strict=True)):
        parts.append(_shape(shape, index * _STEP, _TALL, f"<wps:txbx>{_text(text)}</wps:txbx>"))
        if index + 1 < len(shapes):
            parts.append(_shape("straightConnector1", index * _STEP + _TALL, _STEP - _TALL, ""))
    size = f'cx="{_WIDE * _EMU}" cy="{height * _EMU}"'
    return (
        '<mc:AlternateContent><mc:Choice Requires="wpg"><w:drawing>'
        '<wp:anchor distT="0" distB="0" distL="114300" distR="114300" simplePos="0" relativeHeight="251659264" '
        'behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="column"><wp:posOffset>{120 * _EMU}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{30 * _EMU}</wp:posOffset></wp:positionV>'
        f'<wp:extent {size}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapTopAndBottom/>'
        f'<wp:docPr id="{number}" name="Nhóm {number}"/><wp:cNvGraphicFramePr/><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup">'
        '<wpg:wgp xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"><wpg:cNvGrpSpPr/>'
        f'<wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/><a:chOff x="0" y="0"/><a:chExt {size}/></a:xfrm>'
        f"</wpg:grpSpPr>{''.join(parts)}</wpg:wgp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        "</mc:AlternateContent>"
    )


def _shape(preset: str, top: int, tall: int, text: str) -> str:
    is_line = preset == "straightConnector1"
    left, wide = (_WIDE // 2, 0) if is_line else (0, _WIDE)
    arrow = '<a:tailEnd type="triangle"/>' if is_line else ""
    fill = "" if is_line else "<a:noFill/>"
    return (
        f"<wps:wsp><wps:{'cNvCnPr' if is_line else 'cNvSpPr'}/><wps:spPr><a:xfrm>"
        f'<a:off x="{left * _EMU}" y="{top * _EMU}"/><a:ext cx="{wide * _EMU}" cy="{tall * _EMU}"/></a:xfrm>'
        f'<a:prstGeom prst="{preset}"><a:avLst/></a:prstGeom>{fill}<a:ln w="9525"><a:solidFill>'
        f'<a:srgbClr val="000000"/></a:solidFill>{arrow}</a:ln></wps:spPr>{text}'
        '<wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/></wps:wsp>'
    )


def _old(draft: Draft, shapes: list[str], words: list[str], height: int) -> str:
    parts = []
    for index, (shape, text) in enumerate(zip(shapes, words, strict=True)):
        number, top = _SHAPES[shape], index * _STEP * 20
        parts.append(
            f'<v:shapetype id="_x0000_t{number}" coordsize="21600,21600" o:spt="{number}"/>'
            f'<v:shape id="_x0000_s{draft.number()}" type="#_x0000_t{number}" filled="f" '
            f'style="position:absolute;left:0;top:{top};width:{_WIDE * 20};height:{_TALL * 20};v-text-anchor:middle">'
            f'<v:textbox inset="0,0,0,0">{_text(text)}</v:textbox></v:shape>'
        )
        if index + 1 < len(shapes):
            x, start, end = _WIDE * 10, top + _TALL * 20, top + _STEP * 20
            parts.append(
                f'<v:line id="_x0000_s{draft.number()}" style="position:absolute" from="{x},{start}" to="{x},{end}">'
                '<v:stroke endarrow="block"/></v:line>'
            )
    return (
        f'<w:pict><v:group id="_x0000_s{draft.number()}" style="position:absolute;margin-left:120pt;margin-top:30pt;'
        f'width:{_WIDE}pt;height:{height}pt;z-index:251659264" coordorigin="0,0" '
        f'coordsize="{_WIDE * 20},{height * 20}">{"".join(parts)}'
        '<w10:wrap xmlns:w10="urn:schemas-microsoft-com:office:word" type="topAndBottom"/></v:group></w:pict>'
    )
