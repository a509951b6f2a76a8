"""What offices' files hold that nobody types on purpose: boxes to tick, placed tabs, signs no typeface of text has."""

from __future__ import annotations

from collections.abc import Callable

from tests.agreement.made.draft import Draft, Properties, attributes, flag, inline, paragraph, run, value
from tests.agreement.made.drawings import inline_picture

_EMU = 12700
_SIGNS = ("☐", "☑", "→", "●", "■", "✓")
_HEADINGS = ("Heading1", "Heading2", "Dieu")


def _tick_boxes(draft: Draft) -> str:
    draft.use("boxes to tick")
    side = draft.pick((10, 12, 14))
    made = ""
    for at, answer in enumerate(("Nam", "Nữ", "Khác")[: draft.pick((2, 3))]):
        made += run(f"{answer}:") + inline("<w:tab/>") + inline(_box(draft, 60 + 120 * at, side)) + run("  ")
    tabs = "".join(f'<w:tab w:val="left" w:pos="{1800 + 2400 * at}"/>' for at in range(3))
    return paragraph(made, {"tabs": f"<w:tabs>{tabs}</w:tabs>"})


def _box(draft: Draft, left: int, side: int) -> str:
    number, size = draft.number(), f'cx="{side * _EMU}" cy="{side * _EMU}"'
    return (
        '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        '<wp:anchor distT="0" distB="0" distL="114300" distR="114300" simplePos="0" relativeHeight="251659264" '
        'behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="column"><wp:posOffset>{left * _EMU}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{2 * _EMU}</wp:posOffset></wp:positionV>'
        f'<wp:extent {size}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="{number}" name="Ô {number}"/><wp:cNvGraphicFramePr/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        f'<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln w="9525"><a:solidFill>'
        '<a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr><wps:txbx><w:txbxContent><w:p/></w:txbxContent>'
        "</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        "</mc:AlternateContent>"
    )


def _placed_tab(draft: Draft) -> str:
    draft.use("placed tab")
    made = ""
    for to in ("center", "right"):
        tab = f'<w:ptab w:relativeTo="{draft.pick(("margin", "indent"))}" w:alignment="{to}" w:leader="none"/>'
        made += paragraph(run("Mẫu số 01") + inline(tab) + run("Trang phụ lục"))
    return made


def _lent_signs(draft: Draft) -> str:
    draft.use("signs of another typeface")
    words = draft.sentences(1, 2).split(" ")
    for at in sorted(draft.rng.sample(range(len(words)), min(4, len(words))), reverse=True):
        words[at:at] = [draft.pick(_SIGNS)]
    return paragraph(run(" ".join(words)), value("jc", draft.pick(("left", "both"))))


def _empty_heading(draft: Draft) -> str:
    draft.use("empty heading")
    return paragraph("", value("pStyle", draft.pick(_HEADINGS))) + paragraph(run(draft.sentences()))


def _break_at_the_end(draft: Draft) -> str:
    draft.use("break at the end")
    end = inline("<w:br/>") * draft.pick((1, 1, 2))
    return "".join(paragraph(run(draft.sentences(1, 2)) + end, draft.pick(_ALIGNED)) for _ in range(3))


_ALIGNED: tuple[Properties, ...] = ({}, value("jc", "left"), flag("widowControl", on=False))


def _raised_in_exact(draft: Draft) -> str:
    draft.use("raised text in lines of exact height")
    exact = attributes("spacing", line=draft.pick((300, 340, 400)), lineRule="exact")
    moved = value("position", draft.pick((-12, -6, 6, 12)))
    return "".join(
        paragraph(run(f"{draft.sentences()} ") + run("số hiệu", moved) + run(f" {draft.sentences()}"), exact)
        for _ in range(2)
    )


def _form_line(draft: Draft) -> str:
    """Text set closer, its dots small and inside its words, italic text in brackets, and dots up to the margin."""
    draft.use("form line of close text")
    close, dots = value("spacing", draft.pick((-2, -4, -6))), value("spacing", -2) | value("sz", 16)
    properties = attributes("ind", firstLine=567) | value("jc", "both")
    properties |= {"tabs": '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9071"/></w:tabs>'}
    made = ""
    for _ in range(3):
        said = [
            run(f"{word} " if draft.rng.random() < 0.5 else word, close) for word in draft.sentences(1, 2).split(" ")
        ]
        date = "".join(
            run(name, close) + run("." * draft.pick((8, 12, 20)), dots) for name in ("ngày", " tháng", " năm")
        )
        aside = run(" (", {}) + run(f"{draft.sentences()}) ", flag("i"))
        made += paragraph(f"{run(' ').join(said)}{run(' ')}{date}{aside}{inline('<w:tab/>', dots)}", properties)
    return made


def _unknown_style(draft: Draft) -> str:
    draft.use("style the file lacks")
    return "".join(paragraph(run(draft.sentences(1, 2)), value("pStyle", "KhongCo")) for _ in range(2))


def _shadowed_picture(draft: Draft) -> str:
    draft.use("picture with a shadow")
    size, room = draft.pick((30, 60, 90)), draft.pick((6, 12))
    alone, among = (inline(inline_picture(draft, size, room)) for _ in range(2))
    made = paragraph(alone, value("jc", "center")) + paragraph(run("Hình 1. Giao diện"), value("jc", "center"))
    return made + paragraph(run(f"{draft.sentences()} ") + among + run(f" {draft.sentences()}"))


def _backward_numbers(draft: Draft) -> str:
    draft.use("numbers from right to left")
    number = run(draft.pick(("17904", "17858.5", "4,000")), flag("rtl"))
    empty = "<w:p><w:pPr><w:rPr><w:rtl/></w:rPr></w:pPr></w:p>"
    return paragraph(run("Tổng số: ") + number + run(f" {draft.sentences()}")) + empty


def _fields_in_fields(draft: Draft) -> str:
    """Each paste of a picture from the web leaves a field around the last one."""
    draft.use("fields in one another")
    deep = draft.pick((3, 22, 40))
    begin = (
        inline('<w:fldChar w:fldCharType="begin"/>')
        + inline('<w:instrText xml:space="preserve"> QUOTE "ảnh" </w:instrText>')
        + inline('<w:fldChar w:fldCharType="separate"/>')
    )
    return paragraph(begin * deep + run(draft.sentences()) + inline('<w:fldChar w:fldCharType="end"/>') * deep)


def _ruled_beside_a_frame(draft: Draft) -> str:
    """As at the foot of pages: a line above a name, the number of the page in a frame at its right."""
    draft.use("line above text beside a frame")
    frame = '<w:framePr w:w="400" w:wrap="around" w:vAnchor="text" w:hAnchor="margin" w:xAlign="right" w:y="160"/>'
    line = f'<w:pBdr><w:top w:val="{draft.pick(("single", "double"))}" w:sz="12" w:space="1" w:color="auto"/></w:pBdr>'
    name = paragraph(run("Trần Thái Hưng - 110120031"), {"pBdr": line} | attributes("ind", right=360))
    return paragraph(run("18"), {"framePr": frame}) + name + paragraph("") + paragraph(run(draft.sentences()))


def _slashed_places(draft: Draft) -> str:
    """Days and names to fill in, which no line ends inside."""
    draft.use("places to fill in with slashes")
    places = ("___/___/_____", "<<ngay>>/<<thang>>/<<nam>>", "{{so}}/{{ky_hieu}}", "…../…../…..")
    made = "".join(run(f"{draft.sentences()} {draft.pick(places)} ") for _ in range(3))
    return paragraph(made, value("jc", draft.pick(("left", "both"))))


def _tab_before_dots(draft: Draft) -> str:
    """A line to write on too long for its first line, which keeps the tab before it."""
    draft.use("tab before a word of its own line")
    dots = "." * draft.pick((112, 118))
    made = paragraph(inline("<w:tab/>") + run(f"{dots}/."), {})
    return made + paragraph(run(f"Chức vụ: {dots[:90]} ") + inline("<w:tab/>"), attributes("ind", firstLine=454))


HABITS: dict[str, Callable[[Draft], str]] = {
    "boxes to tick": _tick_boxes,
    "placed tab": _placed_tab,
    "signs of another typeface": _lent_signs,
    "empty heading": _empty_heading,
    "break at the end": _break_at_the_end,
    "raised text in lines of exact height": _raised_in_exact,
    "style the file lacks": _unknown_style,
    "form line of close text": _form_line,
    "picture with a shadow": _shadowed_picture,
    "numbers from right to left": _backward_numbers,
    "fields in one another": _fields_in_fields,
    "line above text beside a frame": _ruled_beside_a_frame,
    "places to fill in with slashes": _slashed_places,
    "tab before a word of its own line": _tab_before_dots,
}
