"""Sections of random documents: paper, margins, headers, footers, page numbers."""

from __future__ import annotations

from tests.agreement.made.draft import Draft, Properties, attributes, field_code, paragraph, run, value

SECTIONS = (
    "landscape section", "continuous section", "title page", "even and odd headers", "page numbers restart",
    "page number format", "odd page section", "two columns", "other paper", "gutter", "tall header", "NUMPAGES",
    "number in a frame", "first foot of its own", "page frame",
    "page number switches", "no paper size", "footnote numerals",
    "footnotes by page", "line grid",
)  # fmt: skip
_CENTRED: Properties = value("jc", "center")


def _number(draft: Draft) -> str:
    size = value("sz", draft.pick((26, 28)))
    code = "PAGE"
    if "page number switches" in draft.exotic:
        draft.use("page number switches")
        code += draft.pick(
            (r"   \* MERGEFORMAT", r" \* Arabic", r" \* roman", r" \* ROMAN \* MERGEFORMAT", "\\*MERGEFORMAT")
        )
    content = field_code(code, "2", size)
    if "NUMPAGES" in draft.exotic:
        draft.use("NUMPAGES")
        content = run("Trang ", size) + content + run("/", size) + field_code("NUMPAGES", "9", size)
    if "number in a frame" in draft.exotic:
        draft.use("number in a frame")
        place = {"wrap": "around", "vAnchor": "text", "hAnchor": "margin", "xAlign": draft.pick(("center", "right"))}
        framed = {**value("pStyle", "Header"), **attributes("framePr", **place, y=1)}
        return paragraph(content, framed) + paragraph("", value("pStyle", "Header"))
    return paragraph(content, {**value("pStyle", "Header"), **_CENTRED})


def _parts(draft: Draft) -> str:
    references = []

    def add(kind: str, page: str, content: str) -> None:
        references.append(f'<w:{kind}Reference w:type="{page}" r:id="{draft.package.add(kind, content)}"/>')

    where = "header" if draft.chance(0.7) else "footer"
    number = _number(draft)
    if "tall header" in draft.exotic:
        draft.use("tall header")
        number += "".join(
            paragraph(run(draft.sentences(), value("sz", 22)), value("pStyle", "Header")) for _ in range(3)
        )
    add(where, "default", number)
    draft.use("page number")
    if "title page" in draft.exotic:
        draft.use("title page")
        add("header", "first", paragraph("", value("pStyle", "Header")))
        if draft.chance(0.5):
            add("footer", "first", paragraph(run("Trang đầu", value("sz", 20)), value("pStyle", "Header")))
    if "first foot of its own" in draft.exotic and "title page" not in draft.exotic:
        draft.use("first foot of its own")
        lines = draft.pick((1, 5))
        foot = "".join(paragraph(run(f"Chân trang đầu {n}", value("sz", 20))) for n in range(lines))
        add("footer", "first", foot)
    if "even and odd headers" in draft.exotic:
        draft.use("even and odd headers")
        lines = draft.pick((0, 0, 3))
        more = "".join(paragraph(run(f"Đầu trang chẵn {n}", value("sz", 20))) for n in range(lines))
        add("header", "even", paragraph(run("Trang chẵn ") + field_code("PAGE", "2"), value("pStyle", "Header")) + more)
    return "".join(references)


def _section(draft: Draft, references: str, start: str, *, landscape: bool = False, last: bool = False) -> str:
    width, height = (12240, 15840) if "other paper" in draft.exotic else (11906, 16838)
    left = draft.pick((1701, 1418))
    if "continuous section" in draft.exotic:  # LibreOffice 7.4 keeps the old margins, so new ones prove nothing
        left = 1701
    margins = {"top": 1134, "right": 1134, "bottom": 1134, "left": left, "header": 567, "footer": 567, "gutter": 0}
    if "gutter" in draft.exotic:
        draft.use("gutter")
        margins["gutter"] = 284
    if landscape:
        size = attributes("pgSz", w=height, h=width, orient="landscape")["pgSz"]
    else:
        size = attributes("pgSz", w=width, h=height)["pgSz"]
    if "no paper size" in draft.exotic and not landscape:
        draft.use("no paper size")
        size = ""
    numbers: dict[str, object] = {}
    if "page number format" in draft.exotic:
        draft.use("page number format")
        numbers["fmt"] = draft.pick(("lowerRoman", "upperRoman", "lowerLetter"))
    if last and "page numbers restart" in draft.exotic:
        draft.use("page numbers restart")
        numbers["start"] = draft.pick((1, 1, 5))
    columns = ""
    if last and "two columns" in draft.exotic:
        draft.use("two columns")
        columns = '<w:cols w:num="2" w:space="567"/>'
    grid = ""
    if "line grid" in draft.exotic:
        draft.use("line grid")
        margins["bottom"] += ((width if landscape else height) - 2 * 1134) % 360  # LibreOffice parts what is left over
        grid = '<w:docGrid w:type="lines" w:linePitch="360"/>'
    notes = ""
    if "footnote numerals" in draft.exotic:
        draft.use("footnote numerals")
        notes += value("numFmt", "lowerRoman")["numFmt"]
    if "footnotes by page" in draft.exotic:
        draft.use("footnotes by page")
        notes += value("numRestart", "eachPage")["numRestart"]
    notes = f"<w:footnotePr>{notes}</w:footnotePr>" if notes else ""
    return (
        f"<w:sectPr>{references}{notes}{value('type', start)['type']}{size}{attributes('pgMar', **margins)['pgMar']}"
        f"{_page_frame(draft)}{attributes('pgNumType', **numbers)['pgNumType'] if numbers else ''}{columns}"
        f"{'<w:titlePg/>' if draft.exotic & {'title page', 'first foot of its own'} else ''}{grid}</w:sectPr>"
    )


def _page_frame(draft: Draft) -> str:
    if "page frame" not in draft.exotic:
        return ""
    draft.use("page frame")
    look = {"val": draft.pick(("single", "double")), "sz": draft.pick((4, 12)), "space": 18, "color": "auto"}
    sides = "".join(attributes(side, **look)[side] for side in ("top", "left", "bottom", "right"))
    return f'<w:pgBorders w:offsetFrom="page">{sides}</w:pgBorders>'


def wrap(draft: Draft, blocks: list[str]) -> str:
    """The body: the blocks in one section, or in two when a rare construct asks for it."""
    if "other paper" in draft.exotic:
        draft.use("other paper")
    # Below the header of a section that starts on an odd page LibreOffice forgets the rest of the top margin.
    references = "" if "odd page section" in draft.exotic else _parts(draft)
    several = draft.exotic & {
        "landscape section", "continuous section", "odd page section", "page numbers restart", "two columns"
    }  # fmt: skip
    if not several or len(blocks) < 4:
        return "".join(blocks) + _section(draft, references, "nextPage")
    middle = len(blocks) // 2
    first = _section(draft, references, "nextPage")
    start, landscape = "nextPage", False
    if "continuous section" in several:
        draft.use("continuous section")
        start = "continuous"
    elif "odd page section" in several:
        draft.use("odd page section")
        start = "oddPage"
    elif "landscape section" in several:
        draft.use("landscape section")
        landscape = True
    if "two columns" in draft.exotic:  # a table as wide as the page overlaps the other column
        blocks = blocks[:middle] + [block for block in blocks[middle:] if "<w:tbl>" not in block]
    between = paragraph("", {"sectPr": first})
    last = _section(draft, "", start, landscape=landscape, last=True)
    return "".join(blocks[:middle]) + between + "".join(blocks[middle:]) + last
