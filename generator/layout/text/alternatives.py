"""What stands in a file more than once, for readers that know more or less: one of it is read."""

from __future__ import annotations

from generator.layout.names import MC, W14, Element, W, local

DRAWN = {"drawing", "pict"}
"""Elements that draw."""
_INK = W14 + "contentPart"
_UNDERSTOOD = {"wps", "wpg", "wpc", "wp14", "w14", "w15", "a14"}


def choice(element: Element) -> Element | None:
    """The branch of an ``mc:AlternateContent`` to read: one that needs only known extensions, else the fallback.

    Ink is in the branch as its strokes, in a fallback with the same words as pictures of them.
    A fallback with other words than Word prints is none: the branch that is not known is then refused by its name.
    One that draws and holds no words may be a picture of them.
    """
    branches = element.findall(MC + "Choice")
    fallback = element.find(MC + "Fallback")
    for branch in branches:
        if set(branch.get("Requires", "").split()) <= _UNDERSTOOD:
            inked = next(branch.iter(_INK), None) is not None
            return fallback if inked and _words(fallback) == _words(branch) else branch
    words = _words(fallback)
    draws = fallback is not None and any(local(child) in DRAWN for child in fallback.iter())
    is_other = branches and _words(branches[0]) not in ("", words) and (words or not draws)
    return branches[0] if is_other else fallback


def holds_blocks(branch: Element) -> bool:
    """Whether a branch holds nothing but paragraphs and tables."""
    return all(local(child) in ("p", "tbl") for child in branch)


def drawing_name(element: Element) -> str:
    """In Vietnamese, what kind of drawing an element holds."""
    holds_text = any(local(child) == "txbxContent" for child in element.iter())
    return "khung văn bản" if holds_text else "hình vẽ"


def _words(element: Element | None) -> str:
    texts = element.iter(W + "t") if element is not None else ()
    return "".join("".join(text.text or "" for text in texts).split())
