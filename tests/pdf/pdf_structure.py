"""The tags of a finished PDF, its bookmarks and its links, as pypdf finds them."""

from __future__ import annotations

import io
from typing import Any

import pypdf


class Tags:
    """What a PDF says of its structure; pages are counted from 0."""

    def __init__(self, pdf: bytes) -> None:
        self._reader = pypdf.PdfReader(io.BytesIO(pdf), strict=True)
        self._root = self._reader.trailer["/Root"]["/StructTreeRoot"]
        self._pages = {page.indirect_reference.idnum: index for index, page in enumerate(self._reader.pages)}  # type: ignore[union-attr]
        self._owners: dict[tuple[int, int], int] = {}
        self.elements: list[tuple[Any, ...]] = []
        self._names: dict[str, int] = {}
        (top,) = self._root["/K"]
        self._walk(top, None, 0)

    def _walk(self, reference: Any, page: int | None, depth: int) -> None:
        """An element with all it says and holds, in reading order."""
        element = reference.get_object()
        if "/Pg" in element:
            page = self._pages[element.raw_get("/Pg").idnum]
        said = [str(element.get(key)) for key in ("/S", "/A", "/ID", "/T", "/Alt")]
        if "/ID" in element:
            assert str(element["/ID"]) not in self._names
            self._names[str(element["/ID"])] = reference.idnum
        self.elements.append((depth, *said))
        for kid in element.get("/K", []):
            inner = kid.get_object()
            if isinstance(inner, int) or inner.get("/Type") == "/MCR":
                where = page if isinstance(inner, int) else self._pages[inner.raw_get("/Pg").idnum]
                number = inner if isinstance(inner, int) else int(inner["/MCID"])
                assert where is not None
                assert (where, number) not in self._owners
                self._owners[where, number] = reference.idnum
                self.elements.append((depth + 1, "content", where, number))
            elif inner.get("/Type") == "/OBJR":
                where = self._pages[inner.raw_get("/Pg").idnum]
                self.elements.append((depth + 1, "object", where))
                key = inner["/Obj"]["/StructParent"]
                assert self._owner(key).indirect_reference.idnum == reference.idnum
            else:
                assert inner.raw_get("/P").idnum == reference.idnum
                self._walk(kid, page, depth + 1)

    def _owner(self, key: int) -> Any:
        numbers = self._root["/ParentTree"]["/Nums"]
        return dict(zip(numbers[::2], numbers[1::2], strict=True))[key].get_object()

    def check(self) -> None:
        """Whoever owns content is found from its page as well, and every heading by its name."""
        from_pages = {
            (index, number): owner.indirect_reference.idnum
            for index, page in enumerate(self._reader.pages)
            for number, owner in enumerate(self._owner(page["/StructParents"]))
        }
        assert from_pages == self._owners
        keys = self._root["/ParentTree"]["/Nums"][::2]
        assert list(keys) == sorted(keys) == list(range(self._root["/ParentTreeNextKey"]))
        names = self._root.get("/IDTree", {}).get("/Names", [])
        found = {str(name): owner.idnum for name, owner in zip(names[::2], names[1::2], strict=True)}
        assert found == self._names
        assert [bytes(name.original_bytes) for name in names[::2]] == sorted(
            bytes(name.original_bytes) for name in names[::2]
        )

    def bookmarks(self) -> list[tuple[int, str, int | None]]:
        """Each bookmark with its depth and page."""
        found: list[tuple[int, str, int | None]] = []

        def walk(items: list[Any], depth: int) -> None:
            for item in items:
                if isinstance(item, list):
                    walk(item, depth + 1)
                else:
                    found.append((depth, str(item.title), self._reader.get_destination_page_number(item)))

        walk(self._reader.outline, 0)
        return found

    def links(self) -> list[tuple[Any, ...]]:
        """Each link with its page, place and target."""
        found = []
        for index, page in enumerate(self._reader.pages):
            for note in page.get("/Annots", []):
                link = note.get_object()
                if "/A" in link:
                    target: Any = str(link["/A"]["/URI"])
                else:
                    to, *place = link["/Dest"]
                    target = self._pages[to.indirect_reference.idnum], [str(item) for item in place]
                found.append((index, [float(value) for value in link["/Rect"]], target, str(link.get("/Contents"))))
        return found

    def said(self) -> tuple[Any, ...]:
        """What the file says of itself."""
        root = self._reader.trailer["/Root"]
        xmp = self._reader.xmp_metadata
        assert xmp is not None
        pages = root["/Metadata"].get_data().decode().partition("<xmpTPg:NPages>")[2].partition("<")[0]
        about = {key: str(value) for key, value in (self._reader.metadata or {}).items()}
        intents = [str(intent.get_object()["/S"]) for intent in root["/OutputIntents"]]
        return about, pages, intents, str(root["/Lang"]), sorted(root), xmp.dc_title
