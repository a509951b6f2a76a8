"""What the PDF could not show: constructs the engine does not know, characters the font does not have."""

from __future__ import annotations

import unicodedata

from generator.errors import ConversionError, Problem
from generator.fonts import sign_advances
from generator.pdf.measuring.typefaces import SIGNS, Typeface, symbol_faces

_INVISIBLE = {"\u00ad", "\u2011", "\n", "\t"}
_CONTEXT = 20
_FALLBACK = "dùng LibreOffice (--engine libreoffice) hoặc bỏ phần này khỏi văn bản"


class Coverage:
    """Checks characters against fonts, each once, and collects everything that cannot be shown."""

    def __init__(self, unsupported: list[str], bundled_only: bool = True) -> None:
        self._unsupported = list(unsupported)
        self._bundled_only = bundled_only
        self.symbols: list[Typeface] = []  # the faces that lend the signs the text's own face lacks
        self._known: dict[tuple[str, bool, bool], set[str]] = {}
        self._missing: dict[str, Problem] = {}

    def cannot(self, what: str) -> None:
        """Notes a construct that cannot be drawn."""
        if what not in self._unsupported:
            self._unsupported.append(what)

    def check(self, text: str, face: Typeface, bold: bool, italic: bool) -> None:
        """Notes the characters of the text that this face has no glyph for."""
        known = self._known.get((face.family, bold, italic))
        if known is None:
            known = self._known[face.family, bold, italic] = set(_INVISIBLE)
        if known.issuperset(text):
            return
        widths = face.widths(bold, italic)
        for char in set(text) - known:
            if ord(char) in widths or any(ord(char) in other.widths(False, False) for other in self._fallbacks(char)):
                known.add(char)
            elif char not in self._missing:
                self._missing[char] = self._problem(char, text, face)

    def _fallbacks(self, char: str) -> list[Typeface]:
        """The faces that may lend a sign, ours first; letters are never lent, they would look like a mistake."""
        if any(ord(char) in face.widths(False, False) for face in self.symbols):
            return self.symbols
        if ord(char) in sign_advances():
            self.symbols.insert(0, SIGNS)
        elif not self._bundled_only and unicodedata.category(char).startswith("S"):
            self.symbols += [face for face in symbol_faces() if ord(char) in face.widths(False, False)][:1]
        return self.symbols

    @staticmethod
    def _problem(char: str, text: str, face: Typeface) -> Problem:
        at = text.index(char)
        around = text[max(at - _CONTEXT, 0) : at + _CONTEXT + 1].strip()
        name = unicodedata.name(char, "không có tên")
        shown = char if char.isprintable() and not unicodedata.combining(char) else ""
        return Problem(
            f"“{around}”",
            f"ký tự {shown} U+{ord(char):04X} ({name}) không có trong phông {face.family}".replace("  ", " "),
            "thay ký tự này bằng ký tự khác",
        )

    def raise_if_any(self) -> None:
        """Raises one ``ConversionError`` with everything noted."""
        problems = [Problem("", f"chưa vẽ được {what}", _FALLBACK) for what in self._unsupported]
        problems += self._missing.values()
        if problems:
            raise ConversionError(problems)
