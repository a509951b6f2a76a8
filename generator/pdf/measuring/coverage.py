"""What the PDF could not show: constructs the engine does not know, characters the font does not have."""

from __future__ import annotations

import unicodedata

from generator.errors import ConversionError, Problem
from generator.layout.notes import told_plainer
from generator.pdf.measuring.lending import EMPTY, in_order, lender
from generator.pdf.measuring.typefaces import Typeface
from generator.records import record

_INVISIBLE = {"\n", "\t"}
_CONTEXT = 20
_OTHER = "thay ký tự này bằng ký tự khác"
_SHOWN = 10  # characters named in a note
_FALLBACK = "dùng LibreOffice (--engine libreoffice) hoặc bỏ phần này khỏi văn bản"

MIRRORED = "lề đối xứng (mirrorMargins) cùng khung viền, hình hoặc số trang theo mép giấy"


@record()
class Loan:
    """What one typeface lends: the characters, the families that lack them, and the text around the first."""

    lender: Typeface
    around: str
    characters: dict[str, None]
    families: dict[str, None]


class Coverage:
    """Checks characters against fonts, each once, and collects everything that cannot be shown."""

    def __init__(self, unsupported: list[str], bundled_only: bool = True) -> None:
        self._unsupported = list(unsupported)
        self._bundled_only = bundled_only
        self.embeds = False  # whether the text needs the typefaces that Typst itself holds
        self.cuts = False  # whether rows of fixed height seem to be too low for their text
        self._loans: dict[str, Loan] = {}
        self._known: dict[tuple[str, bool, bool], set[str]] = {}
        self._missing: dict[str, Problem] = {}
        self._empty: dict[str, str] = {}
        self._plainer: dict[str, None] = {}

    @property
    def lenders(self) -> list[Typeface]:
        """The faces that lend what the text's own face lacks, in the order they are to be tried."""
        return in_order([loan.lender for loan in self._loans.values()])

    @property
    def boxes(self) -> tuple[Problem, ...]:
        """The signs drawn as empty boxes, as what is wrong where nothing but the whole text will do."""
        return tuple(
            Problem(f"“{around}”", f"{_named(char)} không có trong phông nào ở đây", _OTHER)
            for char, around in self._empty.items()
        )

    def loans(self) -> list[str]:
        """For the reader: which face lends which characters, where the first stands, and what is drawn plainer."""
        empty = [
            f"{_named(char)} không có trong phông nào ở đây: vẽ ô trống {EMPTY}; chỗ đầu tiên: “{around}”"
            for char, around in self._empty.items()
        ]
        return [_told(loan) for loan in self._loans.values()] + empty + list(map(told_plainer, self._plainer))

    def drawn_plainer(self, meant: str) -> None:
        """Notes a line of this style that is drawn as a plainer one."""
        self._plainer[meant] = None

    def cannot(self, what: str) -> None:
        """Notes a construct that cannot be drawn."""
        if what not in self._unsupported:
            self._unsupported.append(what)

    def known(self, face: Typeface, bold: bool, italic: bool) -> set[str]:
        """The characters found drawn in this face so far, which grow with every check."""
        known = self._known.get((face.family, bold, italic))
        if known is None:
            known = self._known[face.family, bold, italic] = set(_INVISIBLE)
        return known

    def check(self, text: str, face: Typeface, bold: bool, italic: bool) -> None:
        """Notes the characters of the text that this face has no glyph for."""
        known = self.known(face, bold, italic)
        if known.issuperset(text):
            return
        widths = face.widths(bold, italic)
        new = set(text) - known
        known |= {char for char in new if ord(char) in widths}
        for char in sorted(new - known, key=text.index):
            if (found := lender(char, bold, italic, self._bundled_only)) is not None:
                known.add(char)
                loan = self._loans.setdefault(found.family, Loan(found, _around(char, text), {}, {}))
                loan.characters[char] = loan.families[face.family] = None
            elif _is_sign(char):
                self._empty.setdefault(char, _around(char, text))
                self.check(EMPTY, face, bold, italic)
            elif char not in self._missing:
                self._missing[char] = self._problem(char, text, face)

    def lacks(self, sign: str, family: str) -> None:
        """Notes a sign of a formula that the typeface of formulas does not have."""
        problem = Problem(
            "", f"ký tự {sign} U+{ord(sign):04X} của công thức toán không có trong phông {family}", _OTHER
        )
        self._missing.setdefault(sign, problem)

    def drawn(self, text: str, face: Typeface, bold: bool, italic: bool) -> str:
        """The text as it is drawn: private codes, and signs that no face has, as empty boxes."""
        if not self._empty or self._empty.keys().isdisjoint(text):
            return text
        has = face.widths(bold, italic)
        return "".join(EMPTY if char in self._empty and ord(char) not in has else char for char in text)

    @staticmethod
    def _problem(char: str, text: str, face: Typeface) -> Problem:
        private = unicodedata.category(char) == "Co"
        name = unicodedata.name(char, "mã riêng của một phông ký hiệu" if private else "không có tên")
        shown = char if char.isprintable() and not unicodedata.combining(char) else ""
        return Problem(
            f"“{_around(char, text)}”",
            f"ký tự {shown} U+{ord(char):04X} ({name}) không có trong phông {face.family}".replace("  ", " "),
            _OTHER,
        )

    def raise_if_any(self) -> None:
        """Raises one ``ConversionError`` with everything noted."""
        problems = [Problem("", f"chưa vẽ được {what}", _FALLBACK) for what in self._unsupported]
        problems += self._missing.values()
        if problems:
            raise ConversionError(problems)


def _is_sign(char: str) -> bool:
    """Whether a character is no letter or mark of one, but a sign, a frame around one or a private code.

    Word shows an empty box for these, too, where no typeface has them.
    """
    category = unicodedata.category(char)
    return category[0] in "SP" or category in ("Co", "Me")


def _named(char: str) -> str:
    """What an empty box stands for."""
    if unicodedata.category(char) == "Co":
        return f"mã riêng U+{ord(char):04X}"
    return f"ký hiệu U+{ord(char):04X} ({unicodedata.name(char, 'không có tên')})"


def _around(char: str, text: str) -> str:
    at = text.index(char)
    near = text[max(at - _CONTEXT, 0) : at + _CONTEXT + 1].strip()
    return near if near.isprintable() else "".join(EMPTY if "\ue000" <= c <= "\uf8ff" else c for c in near)


def _told(loan: Loan) -> str:
    shown = list(loan.characters)
    rest = f" và {len(shown) - _SHOWN} ký tự khác" if len(shown) > _SHOWN else ""
    return (
        f"phông {', '.join(loan.families)} không có {' '.join(shown[:_SHOWN])}{rest}: vẽ bằng phông "
        f"{loan.lender.family}; chỗ đầu tiên: “{loan.around}”"
    )
