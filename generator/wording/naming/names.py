"""Names across the texts of one dossier: the same name spelled two ways, and tones unified but not inside names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import and_

from generator.patterns import late
from generator.records import record
from generator.wording.characters import LOWER, UPPER, fold_word, normalise
from generator.wording.kept import Kept
from generator.wording.naming.glance import JOINED_NAME, JOINT, NAMED_BODY, glance
from generator.wording.naming.proper import FAMILY_NAMES
from generator.wording.settings import TonePlacement
from generator.wording.syllables import place_tones
from generator.wording.words import words_of

_BODY = late(
    r"\b(?:Ban|Trung tâm|Bộ phận|Hội đồng|Văn phòng|Chi nhánh|Hệ thống|Mô hình)(?! hành| h[àá]nh) [^\W\d_]+ [^\W\d_]+"
)
_JOINT = late(r" và | ?[-–] ?")
_PART = rf"[{UPPER}][^\W\d_]+(?: (?!(?:và|xã|tỉnh|huyện|phường)\b)[{LOWER}]+)?"
_JOINTS = r"(?: và | ?[-–] ?)"
_JOINTED = late(
    rf"\b(?:[Vv]ăn phòng (?:HĐND|UBND){_JOINTS}(?:UBND|HĐND)|(?:Phòng|Trung tâm) {_PART}{_JOINTS}{_PART})(?![^\W\d_])"
)
_JOINTED_SIGNS = JOINED_NAME | JOINT
_NATIONAL = late(r"\bCỘNG H\S+ X\S+ HỘI CHỦ \S+ VIỆT NAM\b")  # no name is spelled like words of it
_LONGEST_NAME = 4  # syllables


@record(frozen=True)
class Spelling:
    """One way a name is spelled, and the places it is found at, in order."""

    form: str
    places: tuple[str, ...]


Variants = tuple[Spelling, ...]


def spelled_two_ways(texts: Iterable[tuple[str, str]], known: Sequence[str] = ()) -> list[Variants]:
    """Each proper name whose spellings differ by diacritics, capitals or joints only, the commonest spelling first.

    ``texts`` are (place, text); ``known`` are names the dossier gives itself, which may well be near each other.
    """
    typed = [(place, normalise(text)) for place, text in texts]
    gathered = [(place, _NATIONAL.sub(" ", text) if "CHỦ" in text else text) for place, text in typed]
    found = [*_by_diacritics(gathered, known), *_by_capitals(gathered), *_by_joints(gathered)]
    return [variants for variants in found if len(variants) > 1]


def unify_tones(text: str, style: TonePlacement, keep: Iterable[str] = ()) -> str:
    """The text with one style of tone placement, except inside the names to keep; as long as it was."""
    placed = place_tones(text, style)
    if placed == text:
        return text
    chars = list(placed)
    for name in keep:
        for match in re.finditer(re.escape(name), text, re.IGNORECASE):
            chars[match.start() : match.end()] = text[match.start() : match.end()]
    return "".join(chars)


def _by_diacritics(texts: Sequence[tuple[str, str]], known: Sequence[str]) -> Iterator[Variants]:
    seen: dict[str, dict[str, list[tuple[str, str]]]] = defaultdict(lambda: defaultdict(list))
    ways: dict[str, set[str]] = {}
    titled: set[str] = set()
    known_as: dict[str, tuple[str, str]] = {}  # a document says its names over and over
    parts = {text: list(_name_parts(text)) for text in {text for _, text in texts}}  # cells repeat each other
    for found in parts.values():
        for form, is_titled in found:
            if form not in known_as:
                known_as[form] = key, one_way = fold_word(form), place_tones(form.lower(), "hòa")
                ways.setdefault(key, set()).add(one_way)
            if is_titled:
                titled.add(known_as[form][0])
    differing_keys = {key for key in titled if len(ways[key]) > 1}
    for place, text in texts if differing_keys else ():
        for form, _ in parts[text]:
            key, one_way = known_as[form]
            if key in differing_keys:
                seen[key][one_way].append((place, form))
    given = [place_tones(name.lower(), "hòa") for name in known]
    told: set[tuple[str, ...]] = set()
    # Short names first, then the commonest: the longer parts differ by the same syllable.
    for key in sorted(seen, key=lambda key: (len(next(iter(seen[key])).split()), -sum(map(len, seen[key].values())))):
        forms = seen[key]
        if sum(any(form in name for name in given) for form in forms) > 1:
            continue  # two people of the dossier whose names are alike
        differing = {tuple(sorted(set(column))) for column in zip(*(form.split() for form in forms), strict=False)}
        differing = {syllables for syllables in differing if len(syllables) > 1}
        if not differing <= told:
            told |= differing
            yield _variants({marks[0][1]: [place for place, _ in marks] for marks in forms.values()})


def _name_parts(text: str) -> Iterator[tuple[str, bool]]:
    """Every part of two to four syllables of a name, and whether it is in small letters with capitals at the front."""
    for run in _runs(text):
        is_titled = not run[0].isupper() or len(run[0]) == 1
        if is_titled and run[0] in FAMILY_NAMES and len(run) > 2:
            continue  # a person: people may differ by a tone
        for size in range(2, min(_LONGEST_NAME, len(run)) + 1):
            for at in range(len(run) - size + 1):
                yield " ".join(run[at : at + size]), is_titled


def _is_raised(word: str) -> bool:
    """Whether the word may be of a name: a capital and small letters, or capitals alone."""
    return word[0].isupper() and len(word) > 1 and (word[1:].islower() or word.isupper())


_RAISED = Kept[str, bool](_is_raised)


def _runs(text: str) -> Iterator[list[str]]:
    typed = words_of(text).typed
    raised = [*map(_RAISED.__getitem__, typed)]
    if not any(map(and_, raised, raised[1:])):
        return
    run: list[str] = []
    begin = end = -1  # of the last word: between two of them no letter stands
    for word, is_raised in zip(typed, raised, strict=True):
        begin, before = text.find(word, end if end > 0 else 0), end
        end = begin + len(word)
        if not is_raised:  # as most
            if len(run) > 1:
                yield run
            run = []
            continue
        joined = run and begin == before + 1 and text[before].isspace() and word.isupper() == run[0].isupper()
        if run and not joined:
            if len(run) > 1:
                yield run
            run = []
        run.append(word)
    if len(run) > 1:
        yield run


def _by_capitals(texts: Sequence[tuple[str, str]]) -> Iterator[Variants]:
    seen: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for place, text in texts:
        for match in _BODY.finditer(text) if glance(text) & NAMED_BODY else ():
            seen[place_tones(match[0].lower(), "hòa")][match[0]].append(place)
    for forms in seen.values():
        if len(forms) > 1:
            yield _variants(forms)


def _by_joints(texts: Sequence[tuple[str, str]]) -> Iterator[Variants]:
    """Names of bodies the same but for «và», a dash or nothing between their parts: «HĐND-UBND», «HĐND và UBND»."""
    seen: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for place, text in texts:
        for match in _JOINTED.finditer(text) if glance(text) & _JOINTED_SIGNS == _JOINTED_SIGNS else ():
            form = match[0].replace("–", "-")
            seen[place_tones(_JOINT.sub(" ", form).lower(), "hòa")][form].append(place)
    for forms in seen.values():
        if len({tuple(joint.strip() for joint in _JOINT.findall(form)) for form in forms}) > 1:
            yield _variants(forms)


def _variants(forms: Mapping[str, Sequence[str]]) -> Variants:
    spellings = (Spelling(form, tuple(dict.fromkeys(places))) for form, places in forms.items())
    return tuple(sorted(spellings, key=lambda spelling: -len(forms[spelling.form])))
