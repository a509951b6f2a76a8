"""``make``: a DOCX from a seed, ordinary for the most part, with three to six rare constructs."""

from __future__ import annotations

import random
from dataclasses import dataclass

from tests.agreement.made.draft import Draft, paragraph
from tests.agreement.made.drawings import neighbouring_pictures, over_white
from tests.agreement.made.habits import HABITS
from tests.agreement.made.lists import LISTS
from tests.agreement.made.paragraphs import BLOCKS, empty, heading, ordinary
from tests.agreement.made.sections import SECTIONS, wrap
from tests.agreement.made.styles import write_styles
from tests.agreement.made.tables import TABLES, head, raised_head, table

_SETTINGS = (
    "theme fonts in docDefaults",
    "kerning in docDefaults",
    "sum of spacing",
    "old compatibility",
    "default tab",
)
_BY_NAME = {  # alone: one more to choose from would change every seed
    "head over empty paragraphs": raised_head,
    "neighbouring pictures": neighbouring_pictures,
    "line over white fills": over_white,
}
EXOTIC = tuple(sorted({*BLOCKS, *HABITS, *LISTS, *TABLES, *SECTIONS, *_SETTINGS}))
_LENGTHS = ((0.40, 4, 9), (0.38, 12, 30), (0.17, 35, 60), (0.05, 80, 110))  # share, blocks at least and at most
_NOTE_PARTS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
)


@dataclass(frozen=True, slots=True)
class Made:
    """A random document and the names of the constructs it holds."""

    seed: int
    docx: bytes
    constructs: frozenset[str]


def make(seed: int, exotic: frozenset[str] | None = None, blocks: int | None = None) -> Made:
    """The document of a seed; ``exotic`` and ``blocks`` replace what the dice choose, for small examples."""
    rng = random.Random(seed)
    chosen = frozenset(rng.sample(EXOTIC, rng.randint(3, 6))) if exotic is None else exotic
    draft = Draft(rng, chosen)
    write_styles(draft)
    count = blocks or _length(rng)
    body = wrap(draft, _blocks(draft, count))
    _parts(draft)
    return Made(seed, draft.package.write(body), frozenset(draft.constructs))


def _length(rng: random.Random) -> int:
    at = rng.random()
    for share, least, most in _LENGTHS:
        if at < share:
            return rng.randint(least, most)
        at -= share
    return 20


def _blocks(draft: Draft, count: int) -> list[str]:
    made = [head(draft), paragraph("")] if draft.chance(0.4) else []
    if made and "footnote" in draft.exotic:  # else LibreOffice leaves an empty line above a table at the very top
        made.insert(0, ordinary(draft))
    rare = {**BLOCKS, **HABITS, **LISTS, **_BY_NAME}
    wanted = [rare[name] for name in sorted(draft.exotic) if name in rare]
    table_wishes = [name for name in sorted(draft.exotic) if name in TABLES]
    places = sorted(draft.rng.randrange(count) for _ in range(len(wanted) + bool(table_wishes)))
    draft.rng.shuffle(wanted)
    for index in range(count):
        while places and places[0] == index:
            places.pop(0)
            made.append(wanted.pop()(draft) if wanted else table(draft, *table_wishes) + paragraph(""))
        dice = draft.rng.random()
        if dice < 0.72:
            made.append(ordinary(draft))
        elif dice < 0.87:
            made.append(heading(draft))
        elif dice < 0.93:
            made.append(empty(draft))
        elif dice < 0.96 and count > 10:
            made.append(table(draft) + paragraph(""))
        else:
            made.append(draft.pick((LISTS["list decimal"], LISTS["list dashes"]))(draft))
    return made


def _parts(draft: Draft) -> None:
    package = draft.package
    if draft.abstracts:
        package.add("numbering", "".join(draft.abstracts) + "".join(draft.lists))
    if draft.notes:
        package.add("footnotes", _NOTE_PARTS + "".join(draft.notes))
    package.parts["styles"] = ("styles", package.parts["styles"][1].replace("</w:styles>", _own(draft)))
    package.add("settings", _settings(draft))


def _own(draft: Draft) -> str:
    return "".join(draft.styles) + "</w:styles>"


def _settings(draft: Draft) -> str:
    stop, mode = 720, 15
    inside = ""
    if "default tab" in draft.exotic:
        draft.use("default tab", "line breaks not stretched")
        stop = 567
    if "even and odd headers" in draft.exotic:
        inside += "<w:evenAndOddHeaders/>"
    if "old compatibility" in draft.exotic:
        draft.use("old compatibility")
        mode = draft.pick((11, 12, 14))
    if draft.notes:
        inside += '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
    sum_up = ""
    if "sum of spacing" in draft.exotic:
        draft.use("sum of spacing")
        sum_up = "<w:doNotUseHTMLParagraphAutoSpacing/>"
    if "line breaks not stretched" in draft.exotic:
        draft.use("line breaks not stretched")
        sum_up = "<w:doNotExpandShiftReturn/>" + sum_up
    return (
        f'<w:defaultTabStop w:val="{stop}"/>{inside}<w:compat>{sum_up}<w:compatSetting w:name="compatibilityMode" '
        f'w:uri="http://schemas.microsoft.com/office/word" w:val="{mode}"/></w:compat>'
    )
