"""The characters that Word's symbol fonts show: those fonts have codes of their own for signs Unicode knows."""

from __future__ import annotations

_WINGDINGS = {
    0x22: "✂", 0x28: "☎", 0x2A: "✉", 0x46: "☞", 0x4A: "☺", 0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x71: "❑",
    0x72: "❒", 0x75: "◆", 0x76: "❖", 0x9F: "•", 0xA1: "○", 0xA7: "▪", 0xA8: "◻", 0xAB: "★", 0xD8: "➢", 0xDC: "➲",
    0xE0: "→", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_SYMBOL = dict(
    zip(
        (*range(0x61, 0x7B), 0xA3, 0xA5, 0xAE, 0xB0, 0xB1, 0xB2, 0xB3, 0xB4, 0xB7, 0xB8, 0xB9, 0xBB, 0xBC, 0xD6, 0xDE,
         0xE5, 0xAB, 0xAC, 0xAD, 0xAF, 0x44, 0x47, 0x46, 0x50, 0x53, 0x57, 0xA2, 0x2D),
        (*"αβχδεφγηιϕκλμνοπθρστυϖωξψζ", *"≤∞→°±″≥×•÷≠≈…√⇒∑↔←↑↓ΔΓΦΠΣΩ′−"),
        strict=True,
    )
)  # fmt: skip
# The bullets of Word's lists, whose level names the font only sometimes.
_BULLETS = {0xB7: "•", 0xA7: "▪", 0xD8: "➢", 0xFC: "✓", 0x76: "❖", 0x2D: "-"}


def symbol(font: str, code: str) -> str | None:
    """The character that ``code``, a hexadecimal number, shows in a font, ``None`` when it is not known."""
    try:
        number = int(code, 16)
    except ValueError:
        return None
    private = 0xF000 <= number <= 0xF0FF
    tables = {"wingdings": _WINGDINGS, "symbol": _SYMBOL}
    table = tables.get(font.lower())
    if table is not None and (private or number < 0x100):
        return table.get(number & 0xFF)
    if private:
        return _BULLETS.get(number & 0xFF)
    return chr(number) if 0x20 <= number <= 0x10FFFF and not 0xD800 <= number <= 0xDFFF else None
