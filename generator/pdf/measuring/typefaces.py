"""Which font file stands for which typeface, and what each can draw."""

from __future__ import annotations

import atexit
import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from functools import lru_cache
from math import floor
from pathlib import Path
from typing import TYPE_CHECKING

from generator.fonts import BUNDLED_FAMILY, FOLDER, SIGNS_FAMILY, SIGNS_FILE, advances, file_of, sign_advances
from generator.fonts.families import like, plain_name, twins_of
from generator.fonts.spaces import with_spaces
from generator.pdf.running.job import EMBEDDED
from generator.pdf.running.machine_fonts import machine_faces
from generator.records import record

if TYPE_CHECKING:
    import typst
    from fontTools.ttLib import TTFont

    from generator.fonts.kerning import Kerning
    from generator.fonts.ligatures import Ligatures
    from generator.layout.tree import TextFormat

_DESIGNS = {"arial": "Arial", "helv": "Arial", "univer": "Arial", "swiss": "Arial", "courier": "Courier New"}
_STYLES = ((False, False), (True, False), (False, True), (True, True))


class Letters(dict[str, float]):
    """Advances by letter, in em, each looked up when it is first met; ``KeyError`` for one the face lacks."""

    def __init__(self, widths: dict[int, float]) -> None:
        super().__init__()
        self._widths = widths

    def __missing__(self, char: str) -> float:
        made = self[char] = self._widths[ord(char)]
        return made


class Steps(dict[str, int]):
    """Advances by letter in whole steps of a grid, each worked out when it is first met."""

    def __init__(self, widths: dict[int, float], scale: float) -> None:
        super().__init__()
        self._widths, self._scale = widths, scale

    def __missing__(self, char: str) -> int:
        made = self[char] = floor(self._widths[ord(char)] * self._scale + 0.5)
        return made


class KernSteps(dict[tuple[str, str], int]):
    """By how many steps of a grid the letters of a pair stand nearer: the first has its width rounded with it."""

    def __init__(self, widths: dict[int, float], kerning: Kerning, scale: float) -> None:
        super().__init__()
        self._widths, self._pairs, self._scale = widths, kerning.pairs, scale

    def __missing__(self, pair: tuple[str, str]) -> int:
        between, own = self._pairs[pair], self._widths.get(ord(pair[0]), 0.0)
        steps = floor((own + between) * self._scale + 0.5) - floor(own * self._scale + 0.5) if between else 0
        self[pair] = steps
        return steps


@record()
class Typeface:
    """One family as it will be drawn: line metrics in em, and the file of each face when not bundled."""

    family: str
    ascent: float = 1825 / 2048
    descent: float = 443 / 2048
    gap: float = 87 / 2048
    files: dict[tuple[bool, bool], tuple[str, int]] = field(default_factory=dict)
    _widths: dict[tuple[bool, bool], dict[int, float]] = field(default_factory=dict)
    _letters: dict[tuple[bool, bool], Letters] = field(default_factory=dict)
    _kerning: dict[tuple[bool, bool], Kerning] = field(default_factory=dict)
    _steps: dict[tuple[bool, bool, float], Steps] = field(default_factory=dict)
    _kern_steps: dict[tuple[bool, bool, float], KernSteps] = field(default_factory=dict)
    _ligatures: dict[tuple[bool, bool], Ligatures] = field(default_factory=dict)

    def widths(self, bold: bool, italic: bool) -> dict[int, float]:
        """The advance of every character this face can draw, in em; spaces need no glyph."""
        if not self.files:
            return advances(bold, italic)
        known = self._widths.get((bold, italic))
        if known is None:
            known = self._widths[bold, italic] = _read_advances(*self.files[bold, italic])
        return known

    def letters(self, bold: bool, italic: bool) -> Letters:
        """The same advances by letter, for text."""
        known = self._letters.get((bold, italic))
        if known is None:
            known = self._letters[bold, italic] = Letters(self.widths(bold, italic))
        return known

    def steps(self, bold: bool, italic: bool, scale: float) -> Steps:
        """The advance of every character in whole steps of a grid, ``scale`` of them to the em."""
        known = self._steps.get((bold, italic, scale))
        if known is None:
            known = self._steps[bold, italic, scale] = Steps(self.widths(bold, italic), scale)
        return known

    def kerning(self, bold: bool, italic: bool) -> Kerning:
        """The pairs of this face that stand nearer to each other, or further apart."""
        known = self._kerning.get((bold, italic))
        if known is None:
            from generator.fonts.kerning import Kerning

            known = self._kerning[bold, italic] = Kerning(self.opened(bold, italic))
        return known

    def ligatures(self, bold: bool, italic: bool) -> Ligatures:
        """The letters that this face draws as one where that is asked for."""
        known = self._ligatures.get((bold, italic))
        if known is None:
            from generator.fonts.ligatures import Ligatures

            known = self._ligatures[bold, italic] = Ligatures(self.opened(bold, italic))
        return known

    def opened(self, bold: bool, italic: bool) -> TTFont:
        """The font file of this face."""
        path, index = self.files.get((bold, italic), (str(file_of(bold, italic)), 0))
        return _opened(path, index)

    def kern_steps(self, bold: bool, italic: bool, scale: float) -> KernSteps:
        """What is between the letters of every pair in whole steps of a grid, ``scale`` of them to the em."""
        known = self._kern_steps.get((bold, italic, scale))
        if known is None:
            made = KernSteps(self.widths(bold, italic), self.kerning(bold, italic), scale)
            known = self._kern_steps[bold, italic, scale] = made
        return known


def _opened(path: str, index: int) -> TTFont:
    # Imported here: only fonts of the machine need it, and it takes long.
    import logging

    from fontTools.ttLib import TTFont

    logging.getLogger("fontTools").setLevel(logging.ERROR)  # it warns of harmless dates in Caladea
    return TTFont(path, lazy=True, fontNumber=index)


def _read_advances(path: str, index: int) -> dict[int, float]:
    if Path(path) == FOLDER / SIGNS_FILE:
        return sign_advances()
    with _opened(path, index) as font:
        units = font["head"].unitsPerEm
        widths = font["hmtx"].metrics
        return with_spaces({code: widths[glyph][0] / units for code, glyph in font.getBestCmap().items()})


def _read_metrics(path: str, index: int) -> tuple[float, float, float]:
    with _opened(path, index) as font:
        units, table = font["head"].unitsPerEm, font["hhea"]
        if table.ascent or table.descent:
            return table.ascent / units, -table.descent / units, table.lineGap / units
        return font["OS/2"].usWinAscent / units, font["OS/2"].usWinDescent / units, 0.0


@lru_cache(maxsize=1)
def _machine() -> dict[str, dict[tuple[bool, bool], tuple[str, int]]]:
    """The families on this machine that have all four faces, by lower-case name."""
    families: dict[str, dict[tuple[bool, bool], tuple[str, int]]] = {}
    for face in machine_faces():
        if face.weight not in (400, 700) or not 0.99 <= face.stretch <= 1.01:
            continue
        style = face.weight == 700, face.style != "normal"
        families.setdefault(face.family.lower(), {}).setdefault(style, (face.path, face.index))
    return {name: faces for name, faces in families.items() if all(style in faces for style in _STYLES)}


BUNDLED = Typeface(BUNDLED_FAMILY)
SIGNS = Typeface(SIGNS_FAMILY, files=dict.fromkeys(_STYLES, (str(FOLDER / SIGNS_FILE), 0)))


@lru_cache(maxsize=64)
def _installed(family: str) -> Typeface | None:
    faces = _machine().get(family.lower())
    if faces is None:
        return None
    return Typeface(family, *_read_metrics(*faces[False, False]), files=faces)


@lru_cache(maxsize=256)
def typeface(asked: str, bundled_only: bool = False) -> Typeface:
    """The typeface that draws text asked for in ``asked``: itself, its metric twin, or the bundled one."""
    return next(_candidates(asked, bundled_only, ()))


def _design(asked: str) -> str:
    """The family itself, or for a font before Unicode, which lacks the letters, the one it was drawn after."""
    name = asked.lower()
    if not name.startswith((".vn", "vntime", "vnarial", "vni-", "vni ")):
        return plain_name(asked)
    return next((family for part, family in _DESIGNS.items() if part in name), "Times New Roman")


def _candidates(asked: str, bundled_only: bool, said: tuple[str, ...]) -> Iterator[Typeface]:
    """The typefaces that may draw the text, the best first, the bundled one last; ``said`` as for ``like``."""
    design = _design(asked)
    own = (asked,) if design == plain_name(asked) else ()
    for family in () if bundled_only else (*own, design, *twins_of(design), *like(design, said)):
        if family.lower() == BUNDLED_FAMILY.lower():
            break
        found = _installed(family)
        if found is not None:
            yield found
    yield BUNDLED


class Faces:
    """The typefaces drawn for the families a document names; ``used`` remembers them by family, in order.

    ``letters_of`` gives the letters of a family's text: Caladea has none of Vietnamese, and a word drawn half in it
    and half in another would look like a mistake, so a twin is taken only for text of which it has every letter.
    ``stand_ins`` are the families that the document itself names for others.
    """

    def __init__(
        self,
        bundled_only: bool,
        letters_of: Callable[[str], set[str]] | None = None,
        stand_ins: Mapping[str, tuple[str, ...]] | None = None,
    ) -> None:
        self.bundled_only, self._letters_of, self._stand_ins = bundled_only, letters_of, stand_ins or {}
        self.used: dict[str, Typeface] = {}
        self.measured: dict[tuple[str, int], tuple[float, TextFormat]] = {}
        """The widths of words, by the identity of their looks, which are kept alive: no id comes twice."""

    def face(self, family: str) -> Typeface:
        """The typeface drawn for a family."""
        known = self.used.get(family)
        if known is None:
            known = self.used[family] = self._choose(family)
        return known

    def _choose(self, family: str) -> Typeface:
        for face in _candidates(family, self.bundled_only, self._stand_ins.get(family.lower(), ())):
            if not face.files or face.family.lower() == family.lower() or self._letters_of is None:
                return face
            has, bundled = face.widths(False, False), advances()
            if all(ord(letter) in has or ord(letter) not in bundled for letter in self._letters_of(family)):
                return face  # letters neither has are lent to both
        return BUNDLED


@lru_cache(maxsize=1)
def _single_faces() -> dict[str, tuple[str, int]]:
    """The file of the plain face of every family on this machine."""
    plain = (f for f in machine_faces() if f.weight == 400 and f.style == "normal" and 0.99 <= f.stretch <= 1.01)
    found: dict[str, tuple[str, int]] = {}
    for face in plain:
        found.setdefault(face.family, (face.path, face.index))
    return found


def machine_face(family: str) -> Typeface | None:
    """A family of this machine, all its text in the one plain face where it has no more."""
    found = _installed(family)
    if found is None and family in _single_faces():
        file = _single_faces()[family]
        found = Typeface(family, *_read_metrics(*file), files=dict.fromkeys(_STYLES, file))
    return found


def is_itself(asked: str, drawn: str) -> bool:
    """Whether the family drawn is the one asked for."""
    return drawn.casefold() == asked.casefold()


def is_twin(asked: str, drawn: str) -> bool:
    """Whether the family drawn is another with the same widths, so that every line stays."""
    return drawn in twins_of(asked)


@lru_cache(maxsize=16)
def _folder_of(files: tuple[str, ...]) -> Path:
    """A folder that holds just these font files: Typst takes folders, and must see no other fonts."""
    import shutil  # here, with the other: the bundled fonts are where they are
    import tempfile

    name = hashlib.sha256("\n".join(files).encode()).hexdigest()[:16]
    folder = Path(tempfile.mkdtemp(prefix=f"vanthu-fonts-{name}-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    for number, file in enumerate(files):
        shutil.copyfile(file, folder / f"{number}-{Path(file).name}")
    return folder


def font_folders(used: list[Typeface], *, embedded: bool = False) -> tuple[str, ...]:
    """The folders to hand to Typst: the bundled fonts, the machine's files that ``used`` names, and its own."""
    files = sorted({path for face in used for path, _ in face.files.values() if Path(path).parent != FOLDER})
    more = (str(_folder_of(tuple(files))),) if files else ()
    return (str(FOLDER), *more, *((EMBEDDED,) if embedded else ()))


def font_book(used: list[Typeface]) -> typst.Fonts:
    """The same fonts, opened."""
    from generator.pdf.running.here import fonts  # here: it imports Typst

    return fonts(font_folders(used))
