"""The words of lines as a dossier types them: one space between words, bold and slanted parts marked."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from generator.layout.tree import Inline, LineBreak, Note, PageBreak, Run, Tab
from generator.layout.tree import Paragraph as LaidOut
from generator.records import record
from generator.wording.characters import forbidden_characters
from generator.wording.markers import Literal, parse_markers

_BULLETS = "\uf0b7\uf0a7\uf0d8\uf0fc\uf076"


@record(frozen=True)
class Piece:
    """A stretch of text of one emphasis."""

    text: str
    bold: bool = False
    italic: bool = False


def clean(text: str) -> str:
    """The text in NFC with single spaces, without characters that print nothing."""
    text = unicodedata.normalize("NFC", text.replace("\xa0", " "))
    for char in forbidden_characters(text):
        text = text.replace(char, "•" if char in _BULLETS else "")
    return " ".join(text.split())


def pieces_of(items: Iterable[Inline]) -> list[Piece]:
    """The visible text of what a line is made of, emphasis by emphasis, spaces made single."""
    raw: list[Piece] = []
    for item in items:
        if isinstance(item, Run) and not item.format.hidden:
            raw.append(Piece(item.text, item.format.bold, item.format.italic))
        elif isinstance(item, Tab | LineBreak | PageBreak):
            raw.append(Piece(" "))
        elif isinstance(item, Note) and item.label.strip():
            raw.append(Piece(f"[{item.label.strip()}]", item.format.bold, item.format.italic))
    return single_spaced(raw)


def single_spaced(raw: Sequence[Piece]) -> list[Piece]:
    """The pieces joined where their look agrees, with one space between words and none at the ends."""
    made: list[Piece] = []
    blank = False
    for piece in raw:
        text = piece.text.replace("\xa0", " ")
        inner = clean(text)
        if not inner:
            blank = blank or bool(text)
            continue
        lead = (blank or text[0].isspace()) and bool(made)
        blank = text[-1].isspace()
        if made and (made[-1].bold, made[-1].italic) == (piece.bold, piece.italic):
            made[-1] = Piece(made[-1].text + (" " if lead else "") + inner, piece.bold, piece.italic)
        elif made and lead:
            made[-1] = Piece(made[-1].text + " ", made[-1].bold, made[-1].italic)
            made.append(Piece(inner, piece.bold, piece.italic))
        else:
            made.append(Piece(inner, piece.bold, piece.italic))
    return [Piece(unicodedata.normalize("NFC", one.text), one.bold, one.italic) for one in made]


def words_of(pieces: Iterable[Piece]) -> str:
    """The text of the pieces."""
    return "".join(piece.text for piece in pieces).strip()


def without_start(pieces: Sequence[Piece], letters: int) -> list[Piece]:
    """The pieces without that many characters of their beginning, and without the spaces behind these."""
    left: list[Piece] = []
    for piece in pieces:
        if letters >= len(piece.text):
            letters -= len(piece.text)
            continue
        text = piece.text[letters:]
        letters = 0
        if not left:
            text = text.lstrip()
        if text:
            left.append(Piece(text, piece.bold, piece.italic))
    return left


def without_end(pieces: Sequence[Piece], ends: str) -> list[Piece]:
    """The pieces without the ending, where they have it."""
    left = list(pieces)
    if not words_of(left).endswith(ends):
        return left
    letters = len(ends)
    while left and letters:
        last = left.pop()
        text = last.text.rstrip()
        if len(text) > letters:
            left.append(Piece(text[:-letters].rstrip(), last.bold, last.italic))
            return left
        letters -= len(text)
    return left


def all_bold(pieces: Sequence[Piece]) -> bool:
    """Whether every letter is bold."""
    letters = [piece for piece in pieces if any(map(str.isalnum, piece.text))]
    return bool(letters) and all(piece.bold for piece in letters)


def all_italic(pieces: Sequence[Piece]) -> bool:
    """Whether every letter is slanted."""
    letters = [piece for piece in pieces if any(map(str.isalnum, piece.text))]
    return bool(letters) and all(piece.italic for piece in letters)


def escaped(text: str) -> str:
    """The text so that a dossier prints its braces as they are."""
    try:
        if parse_markers(text) == (Literal(text),):
            return text
    except ValueError:
        pass
    return text.replace("{", "\\{")


def marked(pieces: Sequence[Piece], *, bold: bool = False, italic: bool = False) -> str:
    """The text with markers around what is bold or slanted, where the whole is not (``bold``, ``italic``) anyway."""
    out: list[str] = []
    for piece in pieces:
        text = escaped(piece.text)
        inner = text.strip()
        strong, slanted = piece.bold and not bold, piece.italic and not italic
        if not inner or not (strong or slanted) or "{" in inner or "}" in inner or not any(map(str.isalnum, inner)):
            out.append(text)
            continue
        before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        if slanted:
            inner = f"{{nghieng: {inner}}}"
        if strong:
            inner = f"{{dam: {inner}}}"
        out.append(before + inner + after)
    return "".join(out).strip()


def notes_of(items: Iterable[Inline]) -> list[tuple[str, str]]:
    """The footnotes that the items refer to: the mark, and the words."""
    found = []
    for item in items:
        if isinstance(item, Note):
            texts = [clean(block.text) for block in item.blocks if isinstance(block, LaidOut)]
            words = " ".join(filter(None, texts))
            label = item.label.strip()
            if label and words.startswith(label):
                words = words[len(label) :].strip()
            if words:
                found.append((label, words))
    return found
