"""The characters that Word's symbol fonts show: those fonts have codes of their own for signs Unicode knows."""

from __future__ import annotations

from generator.wording.mistyped.old_letters import encoding_of_font, one_letter


def _row(first: int, signs: str) -> dict[int, str]:
    """The signs of consecutive codes; a space stands for a code left out."""
    return {code: sign for code, sign in enumerate(signs, first) if sign != " "}


_WINGDINGS = {
    0x20: " ", 0x22: "✂", 0x28: "☎", 0x29: "✆", 0x2A: "✉", 0x3F: "✍", 0x41: "✌", 0x4A: "☺", 0x4C: "☹", 0x52: "☼",
    0x54: "❄", 0xD8: "➢", 0xDC: "➲", 0xE8: "➔",
    **_row(0x45, "☜☞☝☟"), **_row(0x6C, "●❍■□ ❑❒"), **_row(0x75, "◆❖"), **_row(0x81, "①②③④⑤⑥⑦⑧⑨⑩"),
    **_row(0x8C, "❶❷❸❹❺❻❼❽❾❿"), **_row(0x9E, "·•\u00a0○"),
    **_row(0xA7, "▪◻"), **_row(0xAA, "✦★✶✴✹✵"), **_row(0xDF, "←→↑↓↖↗↙↘"),
    **_row(0xEF, "⇦⇨⇧⇩"), **_row(0xFB, "✗✓☒☑"),
}  # fmt: skip
_WINGDINGS_2 = {0x20: " ", 0xA0: "\u00a0", 0xA3: "☐", **_row(0x4F, "✗✓☒☑☒☒")}
_SYMBOL = {
    0x20: " ", 0xE5: "∑",
    **_row(0x21, "!∀#∃%&∋()∗+,−./0123456789:;<=>?"),
    **_row(0x40, "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"),
    **_row(0x61, "αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"),
    **_row(0xA0, "\u00a0 ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…"),
    **_row(0xC4, "⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊"),
}  # fmt: skip
_TABLES = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}
# The bullets of Word's lists, whose level names the font only sometimes.
_BULLETS = {0xB7: "•", 0xA7: "▪", 0xD8: "➢", 0xFC: "✓", 0x76: "❖", 0x2D: "-", 0x2B: "+"}
_PRIVATE = 0xF000


def symbol(font: str, code: str) -> str | None:
    """The character that ``code``, a hexadecimal number, shows in a font, ``None`` when it is not known."""
    try:
        number = int(code, 16)
    except ValueError:
        return None
    if not 0x20 <= number <= 0x10FFFF or 0xD800 <= number <= 0xDFFF:
        return None
    if encoding_of_font(font) and (_is_private(number) or number < 0x100):
        return one_letter(font, chr(number & 0xFF))
    return _shown(font, number)


def in_font(text: str, font: str) -> str:
    """The text as it shows in a font; a code of a symbol font that is not known stays in the private use area."""
    # What prints holds none of the private codes; most text does, and asking that is quickest.
    if encoding_of_font(font):  # their letters are put into Unicode when the words around are known
        return "".join(chr(ord(char) & 0xFF) if _is_private(ord(char)) else char for char in text)
    if font.lower() not in _TABLES and (text.isprintable() or max(text, default="") < chr(_PRIVATE)):
        return text
    return "".join(_shown(font, ord(char)) or chr(_PRIVATE | ord(char)) for char in text)


def _is_private(number: int) -> bool:
    return _PRIVATE <= number <= _PRIVATE + 0xFF


def _shown(font: str, number: int) -> str | None:
    table = _TABLES.get(font.lower())
    if table is not None and (_is_private(number) or 0x20 <= number < 0x100):
        return table.get(number & 0xFF)
    return _BULLETS.get(number & 0xFF) if _is_private(number) else chr(number)
