"""Automatic numbering of random documents."""

from __future__ import annotations

from collections.abc import Callable

from tests.agreement.made.draft import Draft, Properties, attributes, paragraph, value
from tests.agreement.made.tables import make_grid
from tests.agreement.made.texts import text

_SYMBOL = '<w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol" w:hint="default"/></w:rPr>'
_WINGDINGS = '<w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings" w:hint="default"/></w:rPr>'


def _level(
    index: int, form: str, pattern: str, *, left: int, hanging: int, suffix: str = "", look: str = "", more: str = ""
) -> str:
    hang = f'w:hanging="{hanging}"' if hanging >= 0 else f'w:firstLine="{-hanging}"'
    suff = f'<w:suff w:val="{suffix}"/>' if suffix else ""
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{suff}<w:lvlText w:val="{pattern}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr>{more}<w:ind w:left="{left}" {hang}/></w:pPr>{look}</w:lvl>'
    )


def _add(draft: Draft, levels: str, overrides: str = "", abstract: int | None = None) -> int:
    if abstract is None:
        abstract = len(draft.abstracts)
        kind = "multilevel" if levels.count("<w:lvl ") > 1 else "singleLevel"
        draft.abstracts.append(
            f'<w:abstractNum w:abstractNumId="{abstract}"><w:multiLevelType w:val="{kind}"/>{levels}</w:abstractNum>'
        )
    number = len(draft.lists) + 1
    draft.lists.append(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{overrides}</w:num>')
    return number


def _items(draft: Draft, number: int, levels: list[int], more: Properties | None = None) -> str:
    return "".join(
        paragraph(
            text(draft, draft.sentences()),
            {"numPr": f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>', **(more or {})},
        )
        for level in levels
    )


def _simple(name: str, *choices: tuple[str, str, str]) -> Callable[[Draft], str]:
    def block(draft: Draft) -> str:
        draft.use(name)
        form, pattern, look = draft.pick(choices)
        left = draft.pick((720, 567, 851))
        number = _add(draft, _level(0, form, pattern, left=left, hanging=draft.pick((360, 283)), look=look))
        more = value("jc", "both") if draft.chance(0.5) else None
        return _items(draft, number, [0] * draft.rng.randint(3, 12), more)

    return block


def _multi(draft: Draft) -> str:
    draft.use("list multi-level")
    levels = (
        _level(0, "decimal", "%1.", left=432, hanging=432)
        + _level(1, "decimal", "%1.%2.", left=720, hanging=576)
        + _level(2, "lowerLetter", "%3)", left=1224, hanging=504)
    )
    return _items(draft, _add(draft, levels), [0, 1, 1, 2, 2, 1, 0, 1, 2])


def _restart(draft: Draft) -> str:
    draft.use("list restart")
    first = _add(draft, _level(0, "decimal", "%1.", left=720, hanging=360))
    again = _add(
        draft, "", '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>', len(draft.abstracts) - 1
    )
    return _items(draft, first, [0, 0, 0]) + paragraph(text(draft, draft.sentences())) + _items(draft, again, [0, 0])


def _first_again(draft: Draft) -> str:
    draft.use("list goes on after a restarted one")
    first = _add(draft, _level(0, "decimal", "%1.", left=720, hanging=360))
    start = draft.pick((1, 1, 5))
    override = f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride>'
    again = _add(draft, "", override, len(draft.abstracts) - 1)
    return "".join(_items(draft, number, [0] * draft.rng.randint(1, 3)) for number in (first, again, first, again))


def _replaced_level(draft: Draft) -> str:
    draft.use("list with a level replaced")
    first = _add(draft, _level(0, "decimal", "%1.", left=720, hanging=360))
    level = _level(0, "lowerLetter", "%1)", left=851, hanging=284)
    if draft.chance(0.5):
        level = level.replace('<w:start w:val="1"/>', "")
    override = f'<w:lvlOverride w:ilvl="0">{level}</w:lvlOverride>'
    return _items(draft, first, [0, 0]) + _items(draft, _add(draft, "", override, len(draft.abstracts) - 1), [0, 0])


def _without_text(draft: Draft) -> str:
    draft.use("list without text")
    number = _add(draft, _level(0, "decimal", "%1.", left=360, hanging=360))
    listed = {"numPr": f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'}
    grid = make_grid(draft, rows=draft.rng.randint(3, 9))
    for row in range(grid.rows):
        grid.content[row, 0] = paragraph("", listed)
    return grid.write() + paragraph(text(draft, draft.sentences()), listed) + paragraph("", listed)


def _borrowed(draft: Draft) -> str:
    draft.use("list of a numbering style")
    style = f"Danhsach{len(draft.lists) + 1}"
    levels = _level(0, "decimal", "%1.", left=432, hanging=432) + _level(1, "lowerLetter", "%2)", left=864, hanging=432)
    own = _add(draft, f'<w:styleLink w:val="{style}"/>{levels}')
    borrowed = _add(draft, f'<w:numStyleLink w:val="{style}"/>')
    draft.styles.append(
        f'<w:style w:type="numbering" w:customStyle="1" w:styleId="{style}"><w:name w:val="{style}"/>'
        f'<w:pPr><w:numPr><w:numId w:val="{own}"/></w:numPr></w:pPr></w:style>'
    )
    return _items(draft, borrowed, [0, 1, 1, 0])


def _styles_of_levels(draft: Draft) -> str:
    """Styles that share one list: the second names its level, and takes the list from the one it is based on."""
    draft.use("list of styles on levels")
    number = len(draft.lists) + 1
    names = f"Chuong{number}", f"Muc{number}"
    levels = "".join(
        _level(index, "decimal", pattern, left=567, hanging=567).replace(
            "<w:lvlText", f'<w:pStyle w:val="{names[index]}"/><w:lvlText'
        )
        for index, pattern in enumerate(("%1.", "%1.%2."))
    )
    _add(draft, levels)
    for name, based, listed in (
        (names[0], "Normal", f'<w:numId w:val="{number}"/>'),
        (names[1], names[0], '<w:ilvl w:val="1"/>'),
    ):
        draft.styles.append(
            f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{name}"><w:name w:val="{name}"/>'
            f'<w:basedOn w:val="{based}"/><w:pPr><w:numPr>{listed}</w:numPr></w:pPr></w:style>'
        )
    return "".join(
        paragraph(text(draft, draft.sentences()), value("pStyle", names[level])) for level in (0, 1, 1, 0, 1)
    )


def _spaced(draft: Draft) -> str:
    draft.use("list followed by a space")
    suffix = draft.pick(("space", "nothing"))
    number = _add(draft, _level(0, "decimal", "Điều %1.", left=0, hanging=-720, suffix=suffix))
    return _items(draft, number, [0, 0, 0])


def _override(draft: Draft) -> str:
    draft.use("list with own indent")
    number = _add(draft, _level(0, "decimal", "%1.", left=720, hanging=360))
    return _items(draft, number, [0, 0, 0], attributes("ind", left=0, firstLine=720))


def _tabbed(draft: Draft) -> str:
    draft.use("list with tab stop")
    stop = '<w:tabs><w:tab w:val="num" w:pos="1134"/></w:tabs>'
    number = _add(draft, _level(0, "lowerLetter", "%1)", left=0, hanging=-567, more=stop))
    return _items(draft, number, [0, 0, 0, 0])


def _styled(draft: Draft) -> str:
    draft.use("list in a style")
    number = len(draft.lists) + 1
    style = f"Muc{number}"
    levels = _level(0, "upperRoman", "%1.", left=567, hanging=567).replace(
        "<w:lvlText", f'<w:pStyle w:val="{style}"/><w:lvlText'
    )
    _add(draft, levels)
    draft.styles.append(
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style}"><w:name w:val="Mục {number}"/>'
        f'<w:basedOn w:val="Normal"/><w:pPr><w:numPr><w:numId w:val="{number}"/></w:numPr></w:pPr>'
        "<w:rPr><w:b/></w:rPr></w:style>"
    )
    return "".join(
        paragraph(text(draft, " ".join(draft.sentences().split(" ")[:9])), value("pStyle", style))
        + paragraph(text(draft, draft.sentences(1, 2)))
        for _ in range(3)
    )


def _headings(draft: Draft) -> str:
    draft.use("list of headings")
    name, pattern = draft.pick((("Heading1", "Chương %1."), ("Heading2", "%1."), ("Dieu", "Điều %1.")))
    form = draft.pick(("upperRoman", "decimal"))
    left, hanging = draft.pick(((0, 0), (720, 720), (567, 283), (1134, 1134)))
    number = _add(draft, _level(0, form, pattern, left=left, hanging=hanging))
    listed = {"numPr": f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>', **value("pStyle", name)}
    kept = attributes("ind", left=left, hanging=hanging)  # the style's own would else win over the list's
    return "".join(
        paragraph(text(draft, draft.sentences(1, 2)), {**listed, **kept}) + paragraph(text(draft, draft.sentences()))
        for _ in range(3)
    )


def _of_the_web(draft: Draft) -> str:
    draft.use("list with the gaps of web pages")
    gaps = attributes("spacing", before=100, beforeAutospacing=1, after=100, afterAutospacing=1)
    levels = _level(0, "decimal", "%1.", left=720, hanging=360) + _level(1, "bullet", "-", left=1440, hanging=360)
    items = _items(draft, _add(draft, levels), [0, 1, 1, 0, 0], gaps)
    return paragraph(text(draft, draft.sentences()), gaps) + items + paragraph(text(draft, draft.sentences()), gaps)


LISTS = {
    "list decimal": _simple("list decimal", ("decimal", "%1.", ""), ("decimal", "%1)", ""), ("decimal", "(%1)", "")),
    "list letters": _simple("list letters", ("lowerLetter", "%1)", ""), ("upperLetter", "%1.", "")),
    "list roman": _simple("list roman", ("upperRoman", "%1.", ""), ("lowerRoman", "%1)", "")),
    "list bullets": _simple(
        "list bullets",
        ("bullet", "\uf0b7", _SYMBOL),
        ("bullet", "\uf0a7", _WINGDINGS),
        ("bullet", "\uf0d8", _WINGDINGS),
    ),
    "list dashes": _simple("list dashes", ("bullet", "-", ""), ("bullet", "–", ""), ("bullet", "+", "")),
    "list multi-level": _multi,
    "list restart": _restart,
    "list goes on after a restarted one": _first_again,
    "list with a level replaced": _replaced_level,
    "list without text": _without_text,
    "list of a numbering style": _borrowed,
    "list of styles on levels": _styles_of_levels,
    "list followed by a space": _spaced,
    "list with own indent": _override,
    "list with the gaps of web pages": _of_the_web,
    "list with tab stop": _tabbed,
    "list in a style": _styled,
    "list of headings": _headings,
}
