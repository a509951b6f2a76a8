"""Whether every line of a document has gone somewhere: what no value holds is named, so that nothing is dropped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.parts.lines import Line, halves, is_drawn
from generator.parts.model import Part, Parts
from generator.patterns import late
from generator.recovering.said import Tree, readings, words_held
from generator.wording.characters import fold

# What the program prints itself, in its own words.
_PRINTED = frozenset(
    {
        Part.NATIONAL, Part.MOTTO, Part.RECIPIENTS_LABEL, Part.ANNEX_LABEL, Part.REFERENCE, Part.ENACTING,
        Part.AUTHORITY, Part.SIGN_AUTHORITY, Part.E_SIGNATURE, Part.PLACE_DATE, Part.TYPE,
    }
)  # fmt: skip
_LABEL = late(r"\W*(?:[IVXLC]+|\d{1,3}|[a-zđ])\W*")  # a number that the program gives itself
_OURS = late(r"^[\s\-–+]*(?:như\s+(?:trên|điều\s+\d+)|k[ií]nh g[uửư]i\s*:?|\./\.?)[\s;.,]*$", 2)


def unaccounted(parts: Parts, tree: Tree, taken: Iterable[Line], heads: frozenset[str] = frozenset()) -> list[Line]:
    """The lines of the document whose words no value of the dossier was read from.

    ``taken`` are accounted for already, ``heads`` the heads of tables, folded.
    """
    said = [one.said for one in readings(tree)]  # agency and people are told once, for all files of the dossier
    held = words_held(tree)
    known = {id(line) for line in taken}
    once = {(one.place, fold(one.words or str(one.value))) for one in said}  # a line may give several values
    seen: dict[str, int] = {}
    left = []
    for line in _lines(parts):
        if id(line) in known or not any(map(str.isalnum, line.text)) or is_drawn(line.text) or _OURS.match(line.text):
            continue
        if line.holder == "table" and fold(line.text) in heads:
            continue
        if _LABEL.fullmatch(line.text):
            continue
        text = fold(line.text)
        if text in held:
            # In tables a plan names its objectives again, and cells stand for each other's lines.
            seen[text] = seen.get(text, 0) + (line.holder != "table")
            if seen[text] > 1 and seen[text] > _times(text, once, held):
                left.append(line)  # the same words once more, which no value was read from
            continue
        pieces = [piece for half in halves(line) for piece in half.text.split(";")]  # several bases in one paragraph
        if not all(fold(piece) in held for piece in pieces):
            left.append(line)
    return left


def _times(text: str, once: Iterable[tuple[str, str]], held: str) -> int:
    """How often values hold the text; as often as one asks where it is only made up of several of them."""
    times = sum(words.count(text) for _, words in once)
    return times or held.count(text)


def _lines(parts: Parts) -> Iterator[Line]:
    """The lines of the document and its annexes, but for those of parts that the program prints by itself."""
    for component in parts.components:
        if component.part not in _PRINTED:
            yield from component.lines
    yield from (one.line for one in parts.body)
    for annex in parts.annexes:
        attached = (Part.ISSUER, Part.PARENT) if annex.attached else ()
        for component in annex.components:
            if component.part not in _PRINTED and component.part not in attached:
                yield from component.lines
        yield from (one.line for one in annex.body)
