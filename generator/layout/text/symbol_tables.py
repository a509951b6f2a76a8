"""What the codes of Word's symbol fonts show, as the characters of Unicode that look the same or mean the same.

The codes are those of the Unicode proposals that brought these signs into Unicode 7 (L2/12-368); where a newer
character is a twin of an older one that fonts have (🡸 of ⬅, 🗹 of ☑), the older one stands here. A code that is left out
is not known, or is a picture Unicode does not have.
"""

from __future__ import annotations


def _row(first: int, signs: str) -> dict[int, str]:
    """The signs of consecutive codes; a space stands for a code left out."""
    return {code: sign for code, sign in enumerate(signs, first) if sign != " "}


_WINGDINGS = {
    0x20: " ",
    **_row(0x21, "✏✂✁👓🔔📖🕯☎✆✉🖃📪📫📬📭"),
    **_row(0x30, "📁📂📄🗏🗐🗄⌛⌨🖰🖲💻🖴💾🖬✇✍"),
    **_row(0x40, "🖎✌👌👍👎☜☞☝☟✋☺😐☹💣☠⚐🏱✈☼💧❄🕆✞🕈✠✡☪☯🕉☸"),
    **_row(0x5E, "♈♉♊♋♌♍♎♏♐♑♒♓🙰&●❍■□🞐❑❒⬧⧫◆❖⬥⌧⮹⌘❀✿❝❞"),
    **_row(0x80, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿🙢🙠🙡🙣🙞🙜🙝🙟·•"),
    **_row(0xA0, "▪○🞆🞈◉◎🔿▪◻🟂✦★✶✴✹✵"),
    **_row(0xB0, "⯐⌖⟡⌑⯑✪✰🕐🕑🕒🕓🕔🕕🕖🕗🕘🕙🕚🕛⮰⮱⮲⮳⮴⮵⮶⮷🙪🙫🙕🙔🙗🙖🙐🙑🙒🙓⌫⌦⮘➢⮙⮛⮈➲⮉⮋"),
    **_row(0xDF, "←→↑↓↖↗↙↘⬅➔⬆⬇⬉⬈⬋⬊⇦⇨⇧⇩⬄⇳⬁⬀⬃⬂▭▫✗✓☒☑"),
}  # fmt: skip
_WINGDINGS_2 = {
    0x20: " ", 0x25: "✄", 0x26: "✀", 0x32: "📋", 0x42: "👈", 0x43: "👉", 0x4A: "👆", 0x4B: "👇", 0x5D: "‽",
    **_row(0x4F, "✗✓☒☑☒☒⊗⊗🚫"), **_row(0x69, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"), **_row(0x95, "•●⚫⬤"),
    **_row(0xA0, "■◼⬛☐"), **_row(0xAE, "◆◇"), 0xB1: "◈", 0xB8: "◊",
}  # fmt: skip
_WINGDINGS_3 = {
    0x20: " ", **_row(0x21, "←→↑↓↖↗↙↘"), **_row(0x70, "▲▼△▽◀▶◁▷◣◢◤◥◂▸▴"), 0x80: "▾",
}  # fmt: skip
_WEBDINGS = {
    0x20: " ", **_row(0x33, "◀▶▲▼⏪⏩⏮⏭⏸■●"), 0x40: "🛠", 0x47: "🏛", 0x48: "🏠", 0x4C: "🔍", 0x61: "✔", 0x62: "🚲",
    0x63: "□", 0x67: "■", 0x69: "ℹ", 0x6E: "●", 0x72: "✕", 0x73: "❓", 0x78: "🚫", 0x7E: "⚡",
}  # fmt: skip
_SYMBOL = {
    0x20: " ",
    **_row(0x21, "!∀#∃%&∋()∗+,−./0123456789:;<=>?"),
    **_row(0x40, "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾"),
    **_row(0x61, "αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"),
    **_row(0xA0, "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…│─↵ℵℑℜ℘"),
    **_row(0xC4, "⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊⟨®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪"),
    **_row(0xF1, "⟩∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"),
}  # fmt: skip
_DINGBATS = {
    0x20: " ",
    **{code: chr(0x2701 + code - 0x21) for code in range(0x21, 0x7F)},
    0x25: "☎", 0x2A: "☛", 0x2B: "☞", 0x48: "★", 0x6C: "●", 0x6E: "■", **_row(0x73, "▲▼◆"), 0x77: "◗",
    **{code: chr(0x2761 + code - 0xA1) for code in range(0xA1, 0xA8)}, **_row(0xA8, "♣♦♥♠①②③④⑤⑥⑦⑧⑨⑩"),
    **{code: chr(0x2776 + code - 0xB6) for code in range(0xB6, 0xD5)}, **_row(0xD5, "→↔↕"),
    **{code: chr(0x2798 + code - 0xD8) for code in range(0xD8, 0xFF) if code != 0xF0},
}  # fmt: skip

TABLES = {
    "wingdings": _WINGDINGS, "wingdings-regular": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "wingdings 3": _WINGDINGS_3,
    "webdings": _WEBDINGS, "symbol": _SYMBOL, "symbolmt": _SYMBOL, "zapfdingbats": _DINGBATS,
    "zapf dingbats": _DINGBATS, "itc zapf dingbats": _DINGBATS, "monotype sorts": _DINGBATS, "dingbats": _DINGBATS,
}  # fmt: skip
