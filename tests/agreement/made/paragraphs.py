"""Paragraphs of random documents: the ordinary ones, and one kind for each rare property."""

from __future__ import annotations

from collections.abc import Callable

from tests.agreement.made.draft import Draft, Properties, attributes, flag, inline, paragraph, run, value
from tests.agreement.made.drawings import anchored_picture, ruled_line, thin_lines
from tests.agreement.made.flow_charts import flow_chart
from tests.agreement.made.texts import PIECES, rich_text, text

Block = Callable[[Draft], str]


def ordinary(draft: Draft) -> str:
    """A body paragraph as offices set it."""
    properties: Properties = {}
    align = draft.pick(("both", "both", "both", "left", None))
    if align:
        properties |= value("jc", align)
        draft.use(f"align {align}")
    if draft.chance(0.7):
        properties |= attributes("ind", firstLine=draft.pick((567, 709, 720)))
        draft.use("first line indent")
    if draft.chance(0.7):
        properties |= _spacing(draft)
    return paragraph(text(draft, draft.sentences(1, 3), _size(draft)), properties)


def heading(draft: Draft) -> str:
    """A short paragraph in a heading style, or centred and bold by hand."""
    if draft.chance(0.5):
        style = draft.pick(("Heading1", "Heading2", "Dieu"))
        draft.use("heading style")
        return paragraph(run(_short(draft)), value("pStyle", style))
    draft.use("align center")
    return paragraph(run(_short(draft).upper(), flag("b")), value("jc", "center"))


def empty(draft: Draft) -> str:
    """An empty paragraph."""
    draft.use("empty paragraph")
    mark = f"<w:rPr>{value('sz', draft.pick((16, 26, 28)))['sz']}</w:rPr>"
    return paragraph("", {"rPr": mark} if draft.chance(0.5) else {})


def _short(draft: Draft) -> str:
    return " ".join(draft.sentences().split(" ")[:8])


def _size(draft: Draft) -> Properties:
    if draft.chance(0.75):
        return {}
    draft.use("direct size")
    return value("sz", draft.pick((22, 24, 26, 27, 28, 30, 32)))


def _spacing(draft: Draft) -> Properties:
    draft.use("spacing before and after")
    return attributes("spacing", before=draft.pick((0, 60, 120)), after=draft.pick((0, 60, 120, 160)))


def _with(name: str, *options: Properties, least: int = 2, most: int = 4) -> Block:
    def block(draft: Draft) -> str:
        draft.use(name)
        properties = draft.pick(options)
        return "".join(
            paragraph(text(draft, draft.sentences(1, 3)), properties) for _ in range(draft.rng.randint(least, most))
        )

    return block


def _line(rule: str, *lines: int) -> tuple[Properties, ...]:
    return tuple(attributes("spacing", before=60, after=60, line=line, lineRule=rule) for line in lines)


def _tabbed(name: str, tabs: str, *pieces: tuple[str, ...]) -> Block:
    def block(draft: Draft) -> str:
        draft.use(name)
        made = []
        for _ in range(draft.rng.randint(2, 4)):
            parts = draft.pick(pieces)
            content = "".join((inline("<w:tab/>") if at else "") + run(part) for at, part in enumerate(parts) if part)
            if not parts[0]:
                content = inline("<w:tab/>") + content[content.index("</w:r>") + 6 :]
            made.append(paragraph(content, {"tabs": f"<w:tabs>{tabs}</w:tabs>"}))
        return "".join(made)

    return block


def _chain(draft: Draft) -> str:
    draft.use("keep with next")
    kept = "".join(paragraph(run(_short(draft), flag("b")), flag("keepNext")) for _ in range(draft.rng.randint(1, 3)))
    return kept + ordinary(draft)


def _contextual(draft: Draft) -> str:
    draft.use("contextual spacing")
    properties = {**value("pStyle", "Danhsach"), **attributes("spacing", before=120, after=120)}
    inner = {**properties, **flag("contextualSpacing")}
    return "".join(paragraph(text(draft, draft.sentences()), draft.pick((inner, inner, properties))) for _ in range(4))


def _page_break_run(draft: Draft) -> str:
    draft.use("page break")
    return paragraph(run(draft.sentences()) + inline('<w:br w:type="page"/>')) + ordinary(draft)


def _page_break_alone(draft: Draft) -> str:
    draft.use("page break alone")
    return paragraph(inline('<w:br w:type="page"/>')) + heading(draft)


def _block_control(draft: Draft) -> str:
    draft.use("block content control")
    return (
        f'<w:sdt><w:sdtPr><w:id w:val="{draft.number()}"/></w:sdtPr><w:sdtContent>{ordinary(draft)}{ordinary(draft)}'
        "</w:sdtContent></w:sdt>"
    )


def _bordered(*sides: str, kind: str = "single") -> Properties:
    lines = "".join(
        f'<w:{side} w:val="{kind}" w:sz="{8 if side == "bottom" else 4}" w:space="{4 if side in _FLANKS else 1}" '
        'w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "between")
        if side in sides
    )
    return {"pBdr": f"<w:pBdr>{lines}</w:pBdr>"}


_FLANKS = ("left", "right")
_ENTRY = "II. Nội dung thực hiện các mục tiêu chất lượng"
_CHAIN = ("Noidung", "Noidungnghieng", "Noidungnho")


def _tab(kind: str, position: int, leader: str = "") -> str:
    return f'<w:tab w:val="{kind}"{f" w:leader={chr(34)}{leader}{chr(34)}" if leader else ""} w:pos="{position}"/>'


def _toggle(draft: Draft) -> str:
    draft.use("toggle properties")
    content = (
        run("Đậm trong kiểu đậm ", flag("b"))
        + run("vẫn đậm ", {**value("rStyle", "Dam"), **flag("b")})
        + run(draft.sentences(), flag("b", on=False))
    )
    return paragraph(content, value("pStyle", "Kieudam"))


def _styled(draft: Draft) -> str:
    draft.use("style inheritance")
    return "".join(paragraph(text(draft, draft.sentences(1, 2)), value("pStyle", draft.pick(_CHAIN))) for _ in range(3))


def _form_lines(draft: Draft) -> str:
    draft.use("tab leader underscore")
    tabs = _tab("left", 4253, "underscore") + _tab("right", 9071, "dot")
    content = run("Họ và tên:") + inline("<w:tab/>") + run(" Chức vụ:") + inline("<w:tab/>")
    return paragraph(content, {"tabs": f"<w:tabs>{tabs}</w:tabs>"}) * 2


def _fill_lines(draft: Draft) -> str:
    draft.use("fill line")
    properties = {"tabs": f"<w:tabs>{_tab('left', draft.pick((9071, 9070, 8505)), 'dot')}</w:tabs>"}
    properties |= value("jc", draft.pick(("left", "both")))
    asked = ("Họ và tên:", "Địa chỉ liên lạc: ", "Tôi trình bày với quý cơ quan vụ việc như sau:", "")
    return "".join(paragraph((run(text) if text else "") + inline("<w:tab/>"), properties) for text in asked)


def _over_margin(draft: Draft) -> str:
    draft.use("tab over the margin")
    tabs = _tab("center", 6480, "dot") + _tab("right", draft.pick((9180, 9300)), "dot")
    content = run("Người yêu cầu:") + inline("<w:tab/>") + run("sinh ngày:") + inline("<w:tab/>")
    return paragraph(content, {"tabs": f"<w:tabs>{tabs}</w:tabs>"}) * 2


def _long_behind_tab(draft: Draft) -> str:
    draft.use("text too long behind a tab")
    tabs = _tab(draft.pick(("right", "center")), 9071, draft.pick(("dot", "")))
    return "".join(
        paragraph(run(asked) + inline("<w:tab/>") + run(draft.sentences(1)), {"tabs": f"<w:tabs>{tabs}</w:tabs>"})
        for asked in ("Họ và tên: {{ ho_ten }}", "Nơi sinh, quê quán, nơi thường trú của người làm đơn:")
    )


def _places(draft: Draft) -> str:
    draft.use("places to fill in")
    words = draft.sentences(2, 3).split(" ")
    for at in sorted(draft.rng.sample(range(1, len(words)), min(8, len(words) - 1)), reverse=True):
        words[at:at] = [draft.pick(("${HoTen}", "{{ ten }}", "{% if a %}{{ so_hieu }}{% endif %}", "{#ds}{ten}{/ds}"))]
    return paragraph(run(" ".join(words)), value("jc", draft.pick(("left", "both"))))


def _spaced_dots(draft: Draft) -> str:
    draft.use("spaced dots")
    return paragraph(run("Họ tên: " + draft.pick((". ", ".  ")) * draft.rng.randint(20, 40)))


def _spaced_marks(draft: Draft) -> str:
    draft.use("marks between spaces")
    words = draft.sentences(2, 3).split(" ")
    for at in sorted(draft.rng.sample(range(1, len(words)), min(8, len(words) - 1)), reverse=True):
        words[at:at] = [draft.pick(("/", "........", "?", "( ký )", ":", "....,", "[ 1 ]", "{ a }"))]
    return paragraph(run(" ".join(words)), value("jc", draft.pick(("left", "both"))))


def _close_letters(draft: Draft) -> str:
    draft.use("fill line of close letters")
    look = value("spacing", draft.pick((-4, -6, -2)))
    tabs = {"tabs": f"<w:tabs>{_tab('right', draft.pick((9071, 9073)), 'dot')}</w:tabs>"} | value("jc", "both")
    made = ""
    for count in (6, 12, 18):
        mixed = run(f"- Tổng số ({_short(draft)[:20].strip()}): .......", look) + inline("<w:tab/>", look)
        made += paragraph(mixed + run("…" * count + " mét.", look), tabs)
    return made


def _end_spaces(draft: Draft) -> str:
    draft.use("spaces at the end")
    aligned = value("jc", draft.pick(("center", "right", "left", "both")))
    made = paragraph(run(_short(draft) + "   "), aligned) + paragraph(run(_short(draft) + " ") + run(" "), aligned)
    return made + paragraph(run(draft.sentences(1, 2) + "  "), aligned)


BLOCKS: dict[str, Block] = {
    "line auto multiple": _with("line auto multiple", *_line("auto", 264, 276, 312, 360, 288)),
    "line exact": _with("line exact", *_line("exact", 320, 340, 360, 400)),
    "line atLeast": _with("line atLeast", *_line("atLeast", 300, 340, 400, 240)),
    "autospacing": _with(
        "autospacing", attributes("spacing", before=0, beforeAutospacing=1, after=0, afterAutospacing=1)
    ),
    "contextual spacing": _contextual,
    "hanging indent": _with(
        "hanging indent", attributes("ind", left=567, hanging=283), attributes("ind", left=1134, hanging=567)
    ),
    "indent in characters": _with(
        "indent in characters",
        attributes("ind", firstLineChars=200, firstLine=560),
        attributes("ind", leftChars=200, left=480, hangingChars=100, hanging=240),
    ),
    "right indent": _with(
        "right indent", attributes("ind", left=851, right=1418), attributes("ind", left=-284, right=-284)
    ),
    "align right": _with("align right", value("jc", "right"), value("jc", "right") | attributes("ind", firstLine=567)),
    "align distribute": _with("align distribute", value("jc", "distribute")),
    "align center text": _with(
        "align center text", value("jc", "center"), value("jc", "center") | attributes("ind", firstLine=567)
    ),
    "keep with next": _chain,
    "keep lines": _with("keep lines", flag("keepLines"), least=3, most=5),
    "widow control off": _with("widow control off", flag("widowControl", on=False), least=4, most=7),
    "page break before": _with("page break before", flag("pageBreakBefore"), least=1, most=1),
    "page break": _page_break_run,
    "page break alone": _page_break_alone,
    "paragraph box": _with(
        "paragraph box",
        _bordered("top", "left", "bottom", "right"),
        _bordered("top", "left", "bottom", "right", "between"),
    ),
    "paragraph rule": _with(
        "paragraph rule", _bordered("bottom"), _bordered("top", "bottom"), _bordered("bottom", kind="double"), most=2
    ),
    "paragraph shading": _with("paragraph shading", attributes("shd", val="clear", color="auto", fill="F2F2F2")),
    "style inheritance": _styled,
    "toggle properties": _toggle,
    "theme font": _with("theme font", value("pStyle", "Theme")),
    "block content control": _block_control,
    "tab left": _tabbed(
        "tab left",
        _tab("left", 2268) + _tab("left", 5103),
        ("Kính gửi:", "Phòng Nội vụ", "Sở Nội vụ"),
        ("Số:", "12/TTr", "Mật"),
    ),
    "tab center and right": _tabbed(
        "tab center and right",
        _tab("center", 4536) + _tab("right", 9071),
        ("TT", "Mục tiêu", "Trang"),
        ("", "Giữa dòng", "Cuối dòng"),
    ),
    "tab decimal": _tabbed(
        "tab decimal", _tab("decimal", 5670), ("Thu ngân sách", "1.250,5"), ("Chi thường xuyên", "98,75"), ("Tồn", "7")
    ),
    "tab leader dot": _tabbed(
        "tab leader dot", _tab("right", 9071, "dot"), ("I. Mục đích", "1"), (_ENTRY, "12"), ("Phụ lục", "125")
    ),
    "tab default": _tabbed(
        "tab default", _tab("clear", 100), ("a)", "Mục tiêu", "Chỉ tiêu"), ("Đơn vị", "Văn phòng", "x")
    ),
    "tab leader underscore": _form_lines,
    "fill line": _fill_lines,
    "tab over the margin": _over_margin,
    "text too long behind a tab": _long_behind_tab,
    "places to fill in": _places,
    "spaced dots": _spaced_dots,
    "marks between spaces": _spaced_marks,
    "fill line of close letters": _close_letters,
    "spaces at the end": _end_spaces,
    "line without a rule": _with(
        "line without a rule", *(attributes("spacing", before=60, after=60, line=line) for line in (276, 312, 360))
    ),
    "anchored picture": anchored_picture,
    "drawn line": ruled_line,
    "flow chart": flow_chart,
    "line without width": thin_lines,
}


def _rich_block(name: str) -> Block:
    def block(draft: Draft) -> str:
        return paragraph(rich_text(draft, name, draft.sentences(1, 2)), value("jc", draft.pick(("both", "left"))))

    return block


BLOCKS.update({name: _rich_block(name) for name in PIECES})
