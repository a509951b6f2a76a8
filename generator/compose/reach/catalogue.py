"""Every field a template may read of a document, each with the tag to paste: the one list of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from itertools import islice
from typing import Any

from generator.compose.reach.composed import composed_fields
from generator.compose.reach.kinds import Kind, Shape
from generator.compose.reach.reach import FREE
from generator.compose.reach.tops import ENRICHED, top_fields
from generator.compose.reach.views import fields_of
from generator.content import Block, Picture, Rich, RowGroup, Table
from generator.records import record
from generator.values import Group
from generator.wording.numerals.figures import figures
from generator.wording.times.dates import short_date
from generator.wording.times.moments import long_moment

_LONGEST = 70  # characters of an example
_LOOKED_AT = 50  # items of a list, for one that has something to show
_DEEPEST = 6


@record(frozen=True)
class Entry:
    """One field: where it is (``muc_tieu[].chi_tieu[].don_vi``), what it holds, the tag to paste, an example.

    ``tag`` is empty for a group, whose fields have theirs; of a list it is the loop around what is printed of an item,
    which the tags of its fields call ``mot_…``; where a tag is of several lines, each stands in a paragraph or row
    of its own. ``example`` is empty where no source has a value.
    """

    path: str
    kind: Kind
    label: str
    description: str
    tag: str
    example: str = ""


def catalogue(
    templates: Sequence[str],
    type_name: str = "",
    sources: Sequence[Mapping[str, object]] = (),
    own: Sequence[Shape] = (),
) -> tuple[Entry, ...]:
    """The fields of a document of the type, composed by the composer of a template: of an annex its own come first.

    ``sources`` hold values by the first of their names, for examples: the first that has one shows it. ``own`` are
    the fields that a form declares.
    """
    composed = [shape for template in templates for shape in composed_fields(template, type_name)]
    found: dict[str, Shape] = {}
    for shape in composed:
        found.setdefault(shape.key, _enriched(shape))
    free = Shape(FREE, Kind.GROUP, "Trường của mẫu", "Các trường mà mẫu khai thêm", inside=tuple(own))
    for shape in (*top_fields(type_name), *([free] if own else [])):
        found.setdefault(shape.key, shape)
    return tuple(entry for shape in found.values() for entry in _entries(shape, "", "", sources, 0))


def _enriched(shape: Shape) -> Shape:
    """A name that the schema has too, with the schema's fields."""
    inside = fields_of(ENRICHED[shape.key]) if shape.key in ENRICHED else shape.inside
    return Shape(shape.key, shape.kind, shape.label, shape.description, inside=inside)


def _entries(
    shape: Shape, around: str, spoken: str, sources: Sequence[Mapping[str, object]], depth: int
) -> Iterator[Entry]:
    """The field, then those inside it; ``around`` is the path so far, ``spoken`` the same as tags say it."""
    path, said = f"{around}{shape.key}", f"{spoken}{shape.key}"
    example = next((text for source in sources if (text := _shown(source, path))), "")
    yield Entry(path, shape.kind, shape.label, shape.description, _tag(shape, said), example)
    inside = shape.inside or (fields_of(shape.model) if shape.model is not None else ())
    if depth < _DEEPEST:
        for one in inside:
            if shape.kind is Kind.LIST:
                yield from _entries(one, f"{path}[].", f"{item_name(shape.key)}.", sources, depth + 1)
            else:
                yield from _entries(one, f"{path}.", f"{said}.", sources, depth + 1)


def item_name(key: str) -> str:
    """What the tags of the fields of a list call one item of it."""
    return f"mot_{key}"


def _tag(shape: Shape, said: str) -> str:
    match shape.kind:
        case Kind.RICH | Kind.LINES:
            return f"{{{{r {said} }}}}"
        case Kind.TABLE | Kind.RULE:
            return f"{{{{p {said} }}}}"
        case Kind.MOMENT:
            return f"{{{{ {said}|gio_ngay }}}}"
        case Kind.FLAG:
            return f"{{% if {said} %}} … {{% endif %}}"
        case Kind.PARAGRAPHS:
            return f"{{%p for dong in {said} %}}\n{{{{r dong }}}}\n{{%p endfor %}}"
        case Kind.LIST:
            # What is composed is paragraphs; what is data, or lies inside of that, is rows of a table.
            way = "p" if shape.inside and "." not in said else "tr"
            return f"{{%{way} for {item_name(shape.key)} in {said} %}}\n…\n{{%{way} endfor %}}"
        case Kind.GROUP:
            return ""
    return f"{{{{ {said} }}}}"


def _shown(source: Mapping[str, object], path: str) -> str:
    """The first value at the path that says something, as an example."""
    for value in _values(source, path.split(".")):
        text = " ".join(_text(value).split())
        if text:
            return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rsplit(' ', 1)[0]} …"
    return ""


def _values(around: Any, keys: Sequence[str]) -> Iterator[Any]:
    if not keys:
        yield around
        return
    key = keys[0].removesuffix("[]")
    try:
        value = getattr(around, key) if isinstance(around, Block | RowGroup) else around[key]
    except (KeyError, TypeError):
        return
    if keys[0].endswith("[]"):
        for item in islice(value or (), _LOOKED_AT):
            yield from _values(item, keys[1:])
    else:
        yield from _values(value, keys[1:])


def _text(value: Any) -> str:
    match value:
        case None | Table() | Picture() | Group():
            return ""
        case bool():
            return "có" if value else "không"
        case str() | Rich() | int():
            return str(value)
        case Decimal():
            return figures(value)
        case datetime():
            return long_moment(value)
        case date():
            return short_date(value)
        case list() | tuple() if value and all(isinstance(item, str | Rich) for item in value):
            return " / ".join(map(str, value))
        case list() | tuple() if value:
            return f"{len(value)} mục"
    return ""
