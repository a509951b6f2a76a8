"""The formulas that older files hold as codes of a field (``EQ \\f(a,b)``, ECMA-376 17.16.5.22)."""

from __future__ import annotations

from dataclasses import replace

from generator.layout.equations.reader import Pieces, UnknownMathError, drawing_of
from generator.layout.equations.spoken import spoken
from generator.layout.tree import Drawing, TextFormat
from generator.layout.tree.formulas import Letters, Part, Piece

_MOST_DEEP = 10
_CLOSING = {"(": ")", "[": "]", "{": "}", "<": ">"}
_FRAMES = {*"○◯□△◇"}
_RAISED = 2.0  # points, where a code of raised text does not say how far


class _Codes:
    """Reads the codes from left to right."""

    def __init__(self, text: str, look: TextFormat) -> None:
        self._text, self._look, self._at, self._deep = text, look, 0, 0

    def pieces(self, *, inside: bool = False) -> Pieces:
        """What stands up to the end, or ``inside`` brackets up to the next separator or the closing one."""
        made: list[Piece] = []
        text = ""
        while self._at < len(self._text) and not (inside and self._text[self._at] in ",;)"):
            char = self._text[self._at]
            following = self._text[self._at + 1 : self._at + 2]
            if char == "\\" and following.isalpha():
                made += self._letters(text)
                text = ""
                made.append(self._command())
                continue
            self._at += 2 if char == "\\" else 1
            text += following if char == "\\" else char
        return (*made, *self._letters(text))

    def _letters(self, text: str) -> Pieces:
        return (Letters(text, self._look, words=True),) if text.strip() else ()

    def _switches(self) -> list[tuple[str, str]]:
        """A command and its switches, each with what stands behind its name."""
        found: list[tuple[str, str]] = []
        while self._text[self._at : self._at + 1] == "\\":
            start = self._at = self._at + 1
            while self._text[self._at : self._at + 1].isalpha():
                self._at += 1
            name, start = self._text[start : self._at].lower(), self._at
            if name in ("bc", "lc", "rc"):
                self._at += 2 if self._text[self._at : self._at + 1] == "\\" else 1
            while self._text[self._at : self._at + 1].isdigit() or self._text[self._at : self._at + 1] == " ":
                self._at += 1
            found.append((name, self._text[start : self._at].strip().removeprefix("\\")))
        return found

    def _slots(self) -> list[Pieces]:
        if self._text[self._at : self._at + 1] != "(" or self._deep > _MOST_DEEP:
            raise UnknownMathError("(EQ) thiếu ngoặc")
        self._deep += 1
        found: list[Pieces] = []
        while self._text[self._at : self._at + 1] not in (")", ""):
            self._at += 1
            found.append(self.pieces(inside=True))
        if self._at >= len(self._text):
            raise UnknownMathError("(EQ) thiếu ngoặc")
        self._at += 1
        self._deep -= 1
        return found

    def _command(self) -> Piece:
        (name, _), *switches = self._switches()
        slots = self._slots()
        if name == "f" and len(slots) == 2 and not switches:
            return Part("fraction", (slots[0], slots[1]), ("bar",))
        if name == "r" and len(slots) in (1, 2) and not switches:
            return Part("root", (slots[-1], slots[0] if len(slots) == 2 else ()))
        if name == "l" and not switches:
            return Part("listed", tuple(slots), (",",))
        if name == "b" and len(slots) == 1 and all(said in ("bc", "lc", "rc") for said, _ in switches):
            return Part("delimited", (slots[0],), _brackets(switches), above=True)
        if name == "o" and len(slots) == 2 and spoken(slots[0]).strip() in _FRAMES:  # a letter in a circle
            return Part("overlaid", (slots[0], slots[1]))
        if name == "s" and len(slots) == 1 and len(switches) == 1 and switches[0][0] in ("up", "do"):
            far = float(switches[0][1] or _RAISED) * (-1 if switches[0][0] == "do" else 1)
            return Part("raised", (slots[0],), (str(far),))
        raise UnknownMathError(f"(EQ) có mã \\{name}")


def _brackets(switches: list[tuple[str, str]]) -> tuple[str, str, str]:
    said = dict(switches)
    both = said.get("bc")
    if both is not None:
        return both, "", _CLOSING.get(both, both)
    return (said.get("lc", ""), "", said.get("rc", "")) if said else ("(", "", ")")


def field_formula(code: str, look: TextFormat) -> Drawing:
    """The formula of the code of a field, whose parts are as large as its letters.

    Raises ``UnknownMathError`` for what is not known of it.
    """
    codes = code.strip()[2:].split("\\*")[0].strip()
    return drawing_of(_Codes(codes, replace(look, italic=False)).pieces(), look, displayed=True)
