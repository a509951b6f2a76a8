"""The small values that elements of a chart hold in their children."""

from __future__ import annotations

from math import isfinite

from generator.layout.names import Element, local, truth


def child(parent: Element | None, name: str) -> Element | None:
    """The first child of that name."""
    return next((one for one in parent if local(one) == name), None) if parent is not None else None


def children(parent: Element | None, name: str) -> list[Element]:
    """All children of that name."""
    return [one for one in parent if local(one) == name] if parent is not None else []


def said(parent: Element | None, name: str) -> str:
    """The value of a child, empty when it is not there."""
    found = child(parent, name)
    return found.get("val", "") if found is not None else ""


def on(parent: Element | None, name: str, *, default: bool) -> bool:
    """Whether a child switches something on; one without a value does."""
    found = child(parent, name)
    return default if found is None else truth(found.get("val", "1"))


def number(element: Element | None, default: float | None = None) -> float | None:
    """The number that an element has as its value."""
    return figure(element.get("val", "").rstrip("%")) if element is not None else default


def figure(text: str | None) -> float | None:
    """The number a text says, ``None`` for none."""
    try:
        found = float(text or "")
    except ValueError:
        return None
    return found if isfinite(found) else None
