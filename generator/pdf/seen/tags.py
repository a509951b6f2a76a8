"""The tags of a PDF: which of its content one cell or one paragraph holds."""

from __future__ import annotations

from typing import Any

_INSIDE = {"/Span", "/Link", "/Reference", "/Strong", "/Em", "/Lbl", "/Datetime", "/Code", "/Quote"}
_DEEPEST = 50


class Tags:
    """Looks up the tags of a file that pypdf has open."""

    def __init__(self, reader: Any) -> None:
        root = reader.trailer["/Root"].get_object().get("/StructTreeRoot")
        self._pages: dict[int, Any] = {}
        if root is not None and (parents := root.get_object().get("/ParentTree")) is not None:
            self._read(parents.get_object(), 0)
        self._known: dict[tuple[int, int], int | None] = {}

    def place(self, page: Any, mark: int | None) -> int | None:
        """The number of the cell or paragraph that some marked content belongs to, ``None`` for what has no tag."""
        key = page.get("/StructParents")
        if mark is None or key is None:
            return None
        if (key, mark) not in self._known:
            self._known[key, mark] = self._found(self._pages.get(int(key)), mark)
        return self._known[key, mark]

    def _read(self, node: Any, depth: int) -> None:
        held = node.get("/Nums", ())
        self._pages.update(zip(map(int, held[::2]), held[1::2], strict=False))
        for kid in node.get("/Kids", ()) if depth < _DEEPEST else ():
            self._read(kid.get_object(), depth + 1)

    @staticmethod
    def _found(listed: Any, mark: int) -> int | None:
        elements = listed.get_object() if listed is not None else ()
        if mark >= len(elements):
            return None
        element = elements[mark].get_object()
        for _ in range(_DEEPEST):
            if element.get("/S") not in _INSIDE or "/P" not in element:
                break
            element = element["/P"].get_object()
        reference = element.indirect_reference
        return int(reference.idnum) if reference is not None else None
