"""Where a line may break: Typst follows Unicode, Word and LibreOffice differ from it at a few characters.

Measured on every mark on the keyboard, Word's rules differ in this: no break after ``/`` before a letter
(``520/QĐ-UBND``), beside ``\\`` (``D:\\Mau``) nor at the marks of a place to fill in (``${Ten}``, ``{{ten}}``), but a
break after a hyphen before a digit (``2021-2025``, and ``-2025`` too), and one at every space, where Unicode holds
``tại ......``, ``Nam / Nữ`` and ``( ký )`` together over any length. Signs such as ☞ and ☹ hold to the word they touch,
where Unicode breaks lines as at ideographs. No character is added to the text for it: a piece that must hold together
becomes a Typst box, which also allows a break at either end. Ideographs break after each, which Typst does by itself.

Lines also end between a mark and the dots to write on behind it (``tên:………``), as in LibreOffice. Inside a word that no
line holds, they end after ``/`` as Unicode has it before they end between letters: ``đồng/`` and ``tháng`` are read
more easily than ``đồng/t`` and ``háng``. LibreOffice does so only where the space before it is far away or there is
none, because of paths.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TypeAlias

from generator.layout.tree import TextFormat
from generator.patterns import late

Part: TypeAlias = tuple[int, int, str, TextFormat]
"""Of a word: the item it is of, where in that, its text and look."""

_SIGNS = r"\u2600-\u2603\u2614\u2615\u2618\u261a-\u261f\u2639-\u263b\u2668\u26fd-\u2704\u2708-\u270d"
_SIGN = f"[{_SIGNS}]"
_TOUCHED = rf"{_SIGN}(?=\S)|(?<=\S){_SIGN}"
# Every match begins with one of few characters, which are looked for first: text is long, and hazards are rare.
_HAZARD = late(
    rf"[-/{{}}$\\\u2011…(\[.,:;!?)\]{_SIGNS}](?:"
    rf"(?<={_SIGN})(?=\S)|(?<=\S{_SIGN})|(?<=/)(?=[^\s\d])|(?<=}})(?=[\w(])|(?<=[^\s\w–—-][{{$])|(?<=-)(?=\d)"
    r"|(?<=\u2011)|(?<=\\)(?=\S)|(?<= [.,:;!?/)\]}])|(?<=[(\[{])(?= )|(?<=[-–.,:;?!)\]%]…))"
)
_HELD_BEFORE, _HELD_AFTER = frozenset(".,:;!?/)]}"), frozenset("([{")  # by rules 13 and 14 of Unicode's annex 14
_PIECE_END = late(
    r"-(?=[\w${])|(?<=[-–.,:;?!)\]%])(?=…)|(?<=…)(?=[\w(\[])|(?<=[\w/])[–—](?=[^\W\d_])"
    r"|(?<=[\u2e80-\ud7ff\uf900-\ufaff\uff00-\uffef])"
)
_GLUED = late(_TOUCHED + r"|/(?=[^\s\d])|}(?=[\w(])|[^\s\w–—-](?=[{$])|\u2011|\\(?=\S)")
_MARK = late(_SIGN + r"|[-–—/{}$…\\\u2011\u2e80-\ud7ff\uf900-\ufaff\uff00-\uffef]")
_TOKEN = late(r"[^ ]+| +")
_INSIDE = late(r"(?<!{)/(?=[^\W\d_]|[({[…])|(?<=[^\W\d_])/(?=\d)|[?!](?=[^\W_])")
_SLASH = late(r"/(?=[^\W\d_])")
_FAR = 66  # letters from a space to the end of a line after a slash: nearer ones are of one path


def needs_care(text: str) -> bool:
    """Whether Typst alone would break this text at other places than Word."""
    return _HAZARD.search(text) is not None


def pieces(token: str) -> Sequence[tuple[str, bool]]:
    """The token cut where Word may break it, each piece with whether it must be boxed."""
    return _known_pieces(token) if len(token) <= _FAR else _pieces(token)


@lru_cache(maxsize=8192)  # words come again and again
def _known_pieces(token: str) -> Sequence[tuple[str, bool]]:
    return _pieces(token)


def _pieces(token: str) -> Sequence[tuple[str, bool]]:
    if _MARK.search(token) is None:
        return ((token, False),) if token else ()
    ends = [match.end() for match in _PIECE_END.finditer(token)]
    if len(token) > _FAR:
        ends = sorted({*ends, *(match.end() for match in _SLASH.finditer(token, _FAR - 1))})
    cut = [token[start:end] for start, end in zip([0, *ends], [*ends, len(token)], strict=True)]
    made: list[tuple[str, bool]] = []
    for number, piece in enumerate(cut):
        after_hyphen = number > 0 and piece[:1].isdigit() and cut[number - 1].endswith("-")
        after_mark = number > 0 and piece[:1] == "…"
        made.append((piece, after_hyphen or after_mark or _GLUED.search(piece) is not None))
    return tuple((piece, boxed) for piece, boxed in made if piece)


def long_pieces(text: str, start: int, end: int, begins: bool) -> list[tuple[int, int]]:
    """Where the parts of a word of the text that no line holds begin and end; between them a line may end.

    ``begins`` says that nothing stands before the text in its paragraph, not even a tab.
    """
    made = []
    for match in _INSIDE.finditer(text, start, end):
        at = match.end()
        near = max(at - _FAR, 0)
        if match[0] == "/" and (" " in text[near:at] or (at < _FAR and not begins)):
            continue
        made.append((start, at))
        start = at
    return [*made, (start, end)]


def is_held(text: str, start: int, end: int) -> bool:
    """Whether Unicode holds the piece of the text together with what stands beyond the space next to it."""
    return (text[start] in _HELD_BEFORE and text[start - 1 : start] == " ") or (
        text[end - 1] in _HELD_AFTER and text[end : end + 1] == " "
    )


def is_held_back(text: str) -> bool:
    """Whether Unicode holds the text together with anything before it, also with a tab."""
    return text[:1] in _HELD_BEFORE


def tokens(text: str) -> list[str]:
    """The text cut into words and the spaces between them."""
    return _TOKEN.findall(text)


class Rest:
    """What is left of the parts of a text."""

    def __init__(self, parts: list[Part]) -> None:
        self._parts = iter(parts)
        self._part = next(self._parts, None)

    def take(self, count: int) -> list[Part]:
        """The parts of the next ``count`` letters."""
        taken: list[Part] = []
        while count and self._part is not None:
            number, offset, text, form = self._part
            if text:
                taken.append((number, offset, text[:count], form))
            longer = len(text) > count
            self._part = (number, offset + count, text[count:], form) if longer else next(self._parts, None)
            count -= min(len(text), count)
        return taken
