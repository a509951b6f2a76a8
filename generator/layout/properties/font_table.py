"""``w:fonts``: what a file says of the typefaces it names, for machines that lack them."""

from __future__ import annotations

from generator.layout.names import Element, W, children_of, value_in

_KINDS = {("swiss", "variable"): "Arial", ("swiss", ""): "Arial", ("modern", "fixed"): "Courier New"}


def read_stand_ins(root: Element | None) -> dict[str, tuple[str, ...]]:
    """The families that may stand for those of the file, by lower-case name: other names, and one of their kind."""
    found: dict[str, tuple[str, ...]] = {}
    for font in () if root is None else root.iter(W + "font"):
        said = children_of(font)
        others = [name.strip() for name in (value_in(said, W + "altName") or "").split(",")]
        kind = _KINDS.get((value_in(said, W + "family") or "", value_in(said, W + "pitch") or ""))
        families = tuple(name for name in (*others, kind) if name)
        if families:
            found[font.get(W + "name", "").lower()] = families
    return found
