"""``EquationReader``: the elements of ``m:oMath`` as formulas of the tree."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal, TypeAlias, cast

from generator.layout.equations.spoken import size_of, spoken
from generator.layout.limits import MAX_PARAGRAPH_TEXT
from generator.layout.names import Element, W, local
from generator.layout.signs.symbols import symbol
from generator.layout.tree import Drawing, LineBreak, TextFormat
from generator.layout.tree.formulas import Formula, Kind, Letters, Part, Piece

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MOST_DEEP = 30
_SPARE = 1.1  # rather too much room than too little, where a formula has just what it is said to take
_SILENT = {
    "", "ctrlPr", "argPr", "bookmarkStart", "bookmarkEnd", "proofErr", "permStart", "permEnd", "commentRangeStart",
    "commentRangeEnd", "lastRenderedPageBreak", "del", "moveFrom",
}  # fmt: skip
_SAME = {"ins", "moveTo", "smartTag", "customXml", "sdtContent", "oMath", "box", "e"}
_SCRIPTS = {"double-struck", "fraktur", "script", "sans-serif", "monospace", "roman"}
_NAMES = {"phant": "chỗ giữ trống", "m": "ma trận", "sdt": "ô nội dung"}

Pieces: TypeAlias = tuple[Piece, ...]
Side: TypeAlias = Literal["left", "center", "right"]


class UnknownMathError(Exception):
    """A formula holds what is not known; the message names it in Vietnamese."""


class EquationReader:
    """Reads formulas; ``look`` gives the effective look of a run from its ``w:rPr``."""

    def __init__(self, look: Callable[[Element | None], TextFormat]) -> None:
        self._look = look
        self._deep = 0

    def inline(self, element: Element) -> Drawing:
        """The formula of an ``m:oMath``."""
        return self._drawing(self._pieces(element), displayed=False)

    def displayed(self, element: Element) -> list[Drawing | LineBreak]:
        """The formulas of an ``m:oMathPara``, each on a line of its own."""
        made: list[Drawing | LineBreak] = []
        for math in element.iterchildren(M + "oMath"):
            for line in self._lines(math):
                if made:
                    made.append(LineBreak(TextFormat()))
                made.append(self._drawing(line, displayed=True, aligned=alignment(element)))
        return made

    def _lines(self, math: Element) -> Iterator[Pieces]:
        """The lines of a formula, broken by hand between its outermost runs."""
        line: list[Piece] = []
        for child in math:
            if local(child) == "r" and child.find(W + "br") is not None:
                yield tuple(line)
                line = []
            line += self._piece(child)
        yield tuple(line)

    def _drawing(self, pieces: Pieces, *, displayed: bool, aligned: Side = "center") -> Drawing:
        look = next(_looks(pieces), None) or self._look(None)
        return drawing_of(pieces, look, displayed=displayed, aligned=aligned)

    def _pieces(self, parent: Element | None) -> Pieces:
        if parent is None:
            return ()
        if self._deep > _MOST_DEEP:
            raise UnknownMathError("lồng nhau quá sâu")
        self._deep += 1
        found = [piece for child in parent for piece in self._piece(child)]
        self._deep -= 1
        return tuple(found)

    def _piece(self, child: Element) -> Pieces:
        name = local(child)
        if name in _SILENT or name.endswith("Pr"):
            return ()
        if name == "r":
            return self._run(child)
        if name in _SAME:
            return self._pieces(child)
        read = _READERS.get(name)
        if read is None:
            raise UnknownMathError(f"có {_NAMES.get(name, f'thành phần <{name}>')}")
        return read(self, child)

    def _run(self, run: Element) -> Pieces:
        look = self._look(run.find(W + "rPr"))
        said = run.find(M + "rPr")
        words = _flag(said, "nor")
        style, script = _value(said, "sty") or ("p" if words else "i"), _value(said, "scr") or ""
        if script and script not in _SCRIPTS:
            raise UnknownMathError(f"có bảng chữ “{script}”")
        text = ""
        for child in run:
            name = local(child)
            if name == "t":
                text += child.text or ""
            elif name == "sym":
                shown = symbol(child.get(W + "font", ""), child.get(W + "char", ""))
                if shown is None:
                    raise UnknownMathError("có ký hiệu của phông lạ")
                text += shown
            elif name in ("tab", "ptab", "drawing", "pict", "object", "fldChar", "footnoteReference"):
                raise UnknownMathError(f"có thành phần <{name}>")
        if not text or look.hidden:
            return ()
        from dataclasses import replace  # here: few documents hold formulas

        look = replace(look, bold=style in ("b", "bi") or (words and look.bold), italic=False)
        return (Letters(text, look, style in ("p", "b"), words, "" if script == "roman" else script),)

    def _slots(self, element: Element, *names: str) -> tuple[Pieces, ...]:
        return tuple(self._pieces(element.find(M + name)) for name in names)

    def _fraction(self, element: Element) -> Pieces:
        kind = _value(element.find(M + "fPr"), "type") or "bar"
        kinds: dict[str, Kind] = {"noBar": "stack", "skw": "slanted", "lin": "slanted"}
        return (Part(kinds.get(kind, "fraction"), self._slots(element, "num", "den"), (kind,)),)

    def _script(self, element: Element) -> Pieces:
        base, sub, sup = self._slots(element, "e", "sub", "sup")
        if local(element) == "sPre":
            return (Part("script", (base, (), (), sub, sup)),)
        return (Part("script", (base, sub, sup, (), ())),)

    def _root(self, element: Element) -> Pieces:
        base, degree = self._slots(element, "e", "deg")
        return (Part("root", (base, () if _flag(element.find(M + "radPr"), "degHide") else degree)),)

    def _operator(self, element: Element) -> Pieces:
        said = element.find(M + "naryPr")
        sign = _sign(said, "chr", "∫")
        below, above, then = self._slots(element, "sub", "sup", "e")
        beside = (_value(said, "limLoc") or ("subSup" if "∫" <= sign <= "∳" else "undOvr")) == "subSup"
        below, above = () if _flag(said, "subHide") else below, () if _flag(said, "supHide") else above
        return (Part("operator", (below, above, then), (sign, "beside" if beside else "")),)

    def _delimited(self, element: Element) -> Pieces:
        said = element.find(M + "dPr")
        signs = _sign(said, "begChr", "("), _sign(said, "sepChr", "|"), _sign(said, "endChr", ")")
        inside = tuple(self._pieces(child) for child in element.iterchildren(M + "e"))
        return (Part("delimited", inside, signs, above=_value(said, "grow") not in ("0", "off", "false")),)

    def _matrix(self, element: Element) -> Pieces:
        said = element.find(M + "mPr")
        rows = [[self._pieces(cell) for cell in row.iterchildren(M + "e")] for row in element.iterchildren(M + "mr")]
        columns = max((len(row) for row in rows), default=0)
        aligned = {_value(one, "mcJc") or "center" for one in (said.iter(M + "mcPr") if said is not None else ())}
        if len(aligned) > 1:
            raise UnknownMathError("có ma trận căn cột khác nhau")
        cells = tuple(cell for row in rows for cell in [*row, *[()] * (columns - len(row))])
        align = cast(Side, next(iter(aligned), "center"))
        return (Part("matrix", cells, columns=max(columns, 1), aligned=align),)

    def _equations(self, element: Element) -> Pieces:
        return (Part("equations", tuple(self._pieces(child) for child in element.iterchildren(M + "e"))),)

    def _accent(self, element: Element) -> Pieces:
        return (Part("accent", self._slots(element, "e"), (_sign(element.find(M + "accPr"), "chr", "\u0302"),)),)

    def _bar(self, element: Element) -> Pieces:
        top = _value(element.find(M + "barPr"), "pos") == "top"
        return (Part("over" if top else "under", self._slots(element, "e")),)

    def _framed(self, element: Element) -> Pieces:
        if any(local(child).startswith(("hide", "strike")) for child in element.iterfind(f"{M}borderBoxPr/*")):
            raise UnknownMathError("có khung thiếu cạnh hoặc gạch chéo")
        return (Part("framed", self._slots(element, "e")),)

    def _grouped(self, element: Element) -> Pieces:
        said = element.find(M + "groupChrPr")
        sign = _sign(said, "chr", "⏟")
        return (Part("grouped", self._slots(element, "e"), (sign,), above=_value(said, "pos") == "top"),)

    def _limits(self, element: Element) -> Pieces:
        base, limit = self._slots(element, "e", "lim")
        return (Part("limits", (base, limit, ()) if local(element) == "limLow" else (base, (), limit)),)

    def _function(self, element: Element) -> Pieces:
        return (Part("function", self._slots(element, "fName", "e")),)


_READERS: dict[str, Callable[[EquationReader, Element], Pieces]] = {
    "f": EquationReader._fraction, "sSup": EquationReader._script, "sSub": EquationReader._script,
    "sSubSup": EquationReader._script, "sPre": EquationReader._script, "rad": EquationReader._root,
    "nary": EquationReader._operator, "d": EquationReader._delimited, "m": EquationReader._matrix,
    "eqArr": EquationReader._equations, "acc": EquationReader._accent, "bar": EquationReader._bar,
    "borderBox": EquationReader._framed, "groupChr": EquationReader._grouped, "limLow": EquationReader._limits,
    "limUpp": EquationReader._limits, "func": EquationReader._function,
}  # fmt: skip


def drawing_of(pieces: Pieces, look: TextFormat, *, displayed: bool = False, aligned: Side = "center") -> Drawing:
    """The formula of these pieces as it stands in its line."""
    said = spoken(pieces)
    if len(said) > MAX_PARAGRAPH_TEXT:
        raise UnknownMathError("dài quá mức")
    width, height = size_of(pieces, look.size, displayed)
    width = width * _SPARE + look.size * 0.3
    return Drawing(Formula(pieces, look, displayed, said, aligned), width, height, alt=said)


def alignment(element: Element) -> Side:
    """Where the formulas of an ``m:oMathPara`` stand; in the middle where nothing says it."""
    said = _value(element.find(M + "oMathParaPr"), "jc")
    return "left" if said == "left" else "right" if said == "right" else "center"


def _value(properties: Element | None, name: str) -> str | None:
    found = None if properties is None else properties.find(M + name)
    return None if found is None else found.get(M + "val", "")


def _flag(properties: Element | None, name: str) -> bool:
    found = None if properties is None else properties.find(M + name)
    return found is not None and found.get(M + "val", "1") not in ("0", "off", "false")


def _sign(properties: Element | None, name: str, default: str) -> str:
    said = _value(properties, name)
    if said is not None and len(said) > 1:
        raise UnknownMathError("có dấu gồm nhiều ký tự")
    return default if said is None else said


def _looks(pieces: Pieces) -> Iterator[TextFormat]:
    for piece in pieces:
        if isinstance(piece, Letters):
            yield piece.format
        else:
            for slot in piece.slots:
                yield from _looks(slot)
