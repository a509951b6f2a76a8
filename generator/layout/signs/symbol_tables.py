"""What the codes of Word's symbol fonts show, as the characters of Unicode that look the same or mean the same.

A code that is left out is not known, or is a picture Unicode does not have.
"""

from __future__ import annotations

from generator.layout.signs.picture_fonts import WEBDINGS, WINGDINGS, WINGDINGS_2, WINGDINGS_3, row

_SYMBOL = {
    0x20: " ",
    **row(0x21, "!∀#∃%&∋()∗+,−./0123456789:;<=>?"),
    **row(0x40, "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾"),
    **row(0x61, "αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"),
    **row(0xA0, "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…│─↵ℵℑℜ℘"),
    **row(0xC4, "⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊⟨®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪"),
    **row(0xF1, "⟩∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"),
}  # fmt: skip
_DINGBATS = {
    0x20: " ",
    **{code: chr(0x2701 + code - 0x21) for code in range(0x21, 0x7F)},
    0x25: "☎", 0x2A: "☛", 0x2B: "☞", 0x48: "★", 0x6C: "●", 0x6E: "■", **row(0x73, "▲▼◆"), 0x77: "◗",
    **{code: chr(0x2761 + code - 0xA1) for code in range(0xA1, 0xA8)}, **row(0xA8, "♣♦♥♠①②③④⑤⑥⑦⑧⑨⑩"),
    **{code: chr(0x2776 + code - 0xB6) for code in range(0xB6, 0xD5)}, **row(0xD5, "→↔↕"),
    **{code: chr(0x2798 + code - 0xD8) for code in range(0xD8, 0xFF) if code != 0xF0},
}  # fmt: skip
_MT_EXTRA = {
    0x20: " ", **row(0x23, "ˋˆ˜˙"), **row(0x28, "⌣⌢"), **row(0x3A, "∼≃⊲≪⊳≫≜∙≐∐ƛ"),
    **row(0x49, "∩℧…⋯⋮⋰⋱∥∵∡∢"), **row(0x55, "∪△□▭▱↗↙⤢↘↖⤡‵↦↕⇕○⊙≻"), **row(0x67, "⋅ℏ"), **row(0x6C, "ℓ∓"),
    **row(0x6F, "∘≺↽"), 0x78: "⇁", **row(0x7B, "⏟⎵⏞⎴"), 0x80: "⇄", **row(0x83, "⇌"),
    **row(0x86, "⇀↽"), **row(0xA1, "ℝℤℂℚℕ"), **row(0xA7, "⟦⟧"), **row(0xD1, "∮∯∰"),
}  # fmt: skip

TABLES = {
    "wingdings": WINGDINGS, "wingdings-regular": WINGDINGS, "wingdings2": WINGDINGS_2, "wingdings 2": WINGDINGS_2,
    "wingdings3": WINGDINGS_3, "wingdings 3": WINGDINGS_3, "webdings": WEBDINGS, "symbol": _SYMBOL, "symbolmt": _SYMBOL,
    "symbol mt": _SYMBOL, "mt extra": _MT_EXTRA, "mt-extra": _MT_EXTRA, "zapfdingbats": _DINGBATS,
    "zapf dingbats": _DINGBATS, "itc zapf dingbats": _DINGBATS, "monotype sorts": _DINGBATS, "dingbats": _DINGBATS,
}  # fmt: skip
