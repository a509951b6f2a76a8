"""Formulas of Word as the tests build them."""

from __future__ import annotations


def math(*parts: str) -> str:
    """A formula in the line."""
    return f"<m:oMath>{''.join(parts)}</m:oMath>"


def alone(*formulas: str, align: str = "") -> str:
    """Formulas on lines of their own."""
    said = f'<m:oMathParaPr><m:jc m:val="{align}"/></m:oMathParaPr>' if align else ""
    return f"<m:oMathPara>{said}{''.join(formulas)}</m:oMathPara>"


def r(text: str, props: str = "", look: str = "") -> str:
    """A run of a formula."""
    said = f"<m:rPr>{props}</m:rPr>" if props else ""
    return f'<m:r>{said}{f"<w:rPr>{look}</w:rPr>" if look else ""}<m:t xml:space="preserve">{text}</m:t></m:r>'


def part(name: str, props: str = "", **slots: str) -> str:
    """A part of a formula: its properties and what stands in its places; one that begins with ``_`` comes again."""
    inside = "".join(f"<m:{place.rstrip('_')}>{content}</m:{place.rstrip('_')}>" for place, content in slots.items())
    return f"<m:{name}><m:{name}Pr>{props}</m:{name}Pr>{inside}</m:{name}>"


def val(name: str, value: str) -> str:
    """A property of a part."""
    return f'<m:{name} m:val="{value}"/>'


def matrix(*rows: list[str], props: str = "") -> str:
    """A matrix, row by row."""
    inside = "".join("<m:mr>" + "".join(f"<m:e>{cell}</m:e>" for cell in row) + "</m:mr>" for row in rows)
    return f"<m:m><m:mPr>{props}</m:mPr>{inside}</m:m>"


PARTS = {
    "fraction": (part("f", num=r("a+b"), den=r("c")), "(a+b)/c", "a+bc"),
    "fraction in a line": (part("f", val("type", "lin"), num=r("a"), den=r("c")), "a/c", "a/c"),
    "fraction that is slanted": (part("f", val("type", "skw"), num=r("a"), den=r("c")), "a/c", "a⁄c"),
    "stack": (part("f", val("type", "noBar"), num=r("n"), den=r("k")), "n/k", "nk"),
    "superscript": (part("sSup", e=r("x"), sup=r("2")), "x^2", "x2"),
    "subscript": (part("sSub", e=r("x"), sub=r("ij")), "x_ij", "xij"),
    "both scripts": (part("sSubSup", e=r("x"), sub=r("1"), sup=r("2")), "x_1^2", "x12"),
    "scripts before": (part("sPre", sub=r("1"), sup=r("n"), e=r("Y")), "_1^nY", "1nY"),
    "square root": (part("rad", val("degHide", "1"), deg="", e=r("x")), "√x", "√x"),
    "cubic root": (part("rad", deg=r("3"), e=r("x+1")), "3√(x+1)", "3√x+1"),
    "sum": (part("nary", val("chr", "∑"), sub=r("i=1"), sup=r("n"), e=r("i")), "∑_(i=1)^n i", "∑i=1ni"),
    "integral": (part("nary", sub=r("0"), sup=r("1"), e=r("dx")), "∫_0^1 dx", "∫01dx"),
    "sum without limits": (
        part("nary", val("chr", "∑") + val("subHide", "1") + val("supHide", "1"), sub="", sup="", e=r("x")),
        "∑ x", "∑x",
    ),
    "brackets": (part("d", e=r("x")), "(x)", "(x)"),
    "brackets of other signs": (
        part("d", val("begChr", "[") + val("endChr", "⟩") + val("sepChr", ";"), e=r("x"), e_=r("y")), "[x;y⟩", "[x;y⟩",
    ),
    "one bracket": (part("d", val("begChr", "{") + val("endChr", ""), e=r("x")), "{x", "{x"),
    "matrix": (part("d", e=matrix([r("1"), r("2")], [r("3"), r("4")])), "(1, 2; 3, 4)", "(1234)"),
    "matrix with a short row": (matrix([r("1"), r("2")], [r("3")]), "1, 2; 3, ", "123"),
    "lines": (part("eqArr", e=r("x=1"), e_=r("y=2")), "x=1; y=2", "x=1y=2"),
    "lines at a sign": (part("eqArr", e=r("x&amp;=1"), e_=r("y&amp;=2")), "x&=1; y&=2", "x=1y=2"),
    "accent": (part("acc", e=r("x")), "x\u0302", "x"),
    "vector": (part("acc", val("chr", "\u20d7"), e=r("AB")), "AB\u20d7", "AB"),
    "line over": (part("bar", val("pos", "top"), e=r("AB")), "AB", "AB"),
    "line under": (part("bar", e=r("AB")), "AB", "AB"),
    "brace": (part("groupChr", e=r("x+y")), "x+y⏟", "x+y⏟"),
    "arrow with a word": (part("groupChr", val("chr", "→"), e=r("nung")), "nung→", "nung→"),
    "limit": (part("limLow", e=r("lim", val("sty", "p")), lim=r("n→∞")), "lim_(n→∞)", "limn→∞"),
    "limit above": (part("limUpp", e=r("x"), lim=r("def")), "x^def", "xdef"),
    "function": (part("func", fName=r("sin", val("sty", "p")), e=r("x")), "sin x", "sinx"),
    "box": (part("box", e=r("x")), "x", "x"),
    "frame": (part("borderBox", e=r("E=m")), "E=m", "E=m"),
    "words": (r("Tổng số – điểm", val("nor", "1")), "Tổng số – điểm", "Tổngsố–điểm"),
    "Vietnamese letters": (r("Số học sinh đạt"), "Số học sinh đạt", "Sốhọcsinhđạt"),
    "Greek": (r("αβΓπ≤∞±"), "αβΓπ≤∞±", "αβΓπ≤∞±"),
    "minus and times": (r("a-b*c"), "a-b*c", "a−b∗c"),
    "alphabets": (
        r("R", val("scr", "double-struck")) + r("H", val("scr", "script")) + r("g", val("scr", "fraktur")),
        "RHg", "ℝℋ𝔤",
    ),
    "bold": (r("v", val("sty", "b")), "v", "v"),
    "empty": (part("sSup", e="", sup=r("2")), "^2", "2"),
}  # fmt: skip
