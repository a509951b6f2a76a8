"""Which signs the typeface of formulas has, and those Word types otherwise than mathematics writes them."""

from __future__ import annotations

# First and last of each span of signs that New Computer Modern Math has, as far as formulas use them.
_HAS = (
    (0x21, 0x7E), (0xA1, 0xAC), (0xAE, 0x17F), (0x2C6, 0x2C7), (0x2D8, 0x2DC), (0x300, 0x338), (0x391, 0x3A1),
    (0x3A3, 0x3A9), (0x3B1, 0x3C9), (0x3D0, 0x3D1), (0x3D5, 0x3D6), (0x3F0, 0x3F1), (0x3F4, 0x3F6), (0x2010, 0x2027),
    (0x2030, 0x205E), (0x20D0, 0x20F0), (0x2100, 0x214F), (0x2190, 0x23FF), (0x2500, 0x2600), (0x27C0, 0x27FF),
    (0x2900, 0x2B73), (0x1D400, 0x1D454), (0x1D456, 0x1D49C), (0x1D49E, 0x1D49F), (0x1D4A2, 0x1D4A2),
    (0x1D4A5, 0x1D4A6), (0x1D4A9, 0x1D4AC), (0x1D4AE, 0x1D4B9), (0x1D4BB, 0x1D4BB), (0x1D4BD, 0x1D4C3),
    (0x1D4C5, 0x1D505), (0x1D507, 0x1D50A), (0x1D50D, 0x1D514), (0x1D516, 0x1D51C), (0x1D51E, 0x1D539),
    (0x1D53B, 0x1D53E), (0x1D540, 0x1D544), (0x1D546, 0x1D546), (0x1D54A, 0x1D550), (0x1D552, 0x1D6A5),
    (0x1D6A8, 0x1D7CB), (0x1D7CE, 0x1D7FF),
)  # fmt: skip
SPACES = {
    " ": "0.25em", "\u00a0": "0.25em", "\u2002": "0.5em", "\u2003": "1em", "\u2004": "0.333em", "\u2005": "0.222em",
    "\u2006": "0.167em", "\u2007": "0.5em", "\u2008": "0.25em", "\u2009": "0.167em", "\u200a": "0.056em",
    "\u202f": "0.167em", "\u205f": "0.222em", "\u3000": "1em",
}  # fmt: skip
UNSEEN = "\u2061\u2062\u2063\u2064\u200b\u200c\u200d\u2060\ufeff\ufe0e\ufe0f\n\r"
WIDE = "công thức toán rộng hơn dòng chứa nó"
AS_WRITTEN = {"-": "−", "*": "∗", "\u2010": "−", "\u2011": "−"}  # a sign typed in mathematics is an operator
# What spaces its neighbours as an operator or a relation does.
SPACED = frozenset("+−±∓×÷·⋅∗=≠≈≡<>≤≥→←↔⇒⇐⇔∈∉⊂⊃⊆⊇∪∩∧∨∘∝∼≅≪≫:")
# Where the capitals, the small letters and the figures of an alphabet begin, plain and bold; 0 where it has none.
_ALPHABETS = {
    ("script", False): (0x1D49C, 0x1D4B6, 0), ("script", True): (0x1D4D0, 0x1D4EA, 0x1D7CE),
    ("fraktur", False): (0x1D504, 0x1D51E, 0), ("fraktur", True): (0x1D56C, 0x1D586, 0x1D7CE),
    ("double-struck", False): (0x1D538, 0x1D552, 0x1D7D8), ("double-struck", True): (0x1D538, 0x1D552, 0x1D7D8),
    ("sans-serif", False): (0x1D5A0, 0x1D5BA, 0x1D7E2), ("sans-serif", True): (0x1D5D4, 0x1D5EE, 0x1D7EC),
    ("monospace", False): (0x1D670, 0x1D68A, 0x1D7F6), ("monospace", True): (0x1D670, 0x1D68A, 0x1D7F6),
}  # fmt: skip
_ELDER = {  # letters that Unicode had before it had their alphabets
    "script": dict(zip("BEFHILMRego", "ℬℰℱℋℐℒℳℛℯℊℴ", strict=True)),
    "fraktur": dict(zip("CHIRZ", "ℭℌℑℜℨ", strict=True)),
    "double-struck": dict(zip("CHNPQRZ", "ℂℍℕℙℚℝℤ", strict=True)),
}


def in_alphabet(char: str, script: str, bold: bool) -> str:
    """The character of mathematics for a Latin letter or figure in an alphabet of its own."""
    elder = _ELDER.get(script, {}).get(char)
    if elder is not None and not (bold and script != "double-struck"):
        return elder
    capital, small, figure = _ALPHABETS[script, bold]
    if char.isdigit():
        return chr(figure + int(char)) if figure else char
    return chr(capital + ord(char) - ord("A")) if char.isupper() else chr(small + ord(char) - ord("a"))


def has(sign: str) -> bool:
    """Whether the typeface of formulas has the sign."""
    return any(first <= ord(sign) <= last for first, last in _HAS)
