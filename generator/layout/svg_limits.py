"""What an SVG drawing may ask of the engine: its parts counted as often as they are drawn, before they are drawn.

A few hundred bytes can ask for hours: filters work pixel by pixel, ``use``, patterns and markers draw parts over and
over, each of them holding more. Typst cannot be interrupted, so what is drawn is counted on the tree, and what can be
counted by nobody (filters, style sheets that pick elements in wondrous ways, what lies outside the file) is not drawn.
"""

from __future__ import annotations

import binascii
from collections.abc import Iterator
from urllib.parse import unquote_to_bytes

from generator.errors import ConversionError
from generator.layout.limits import MAX_SVG_DEPTH, MAX_SVG_WORK, refuse
from generator.layout.names import Element, local
from generator.layout.picture_limits import check_pixels, is_bitmap, pixels
from generator.patterns import late

_REFERENCE = late(r"""url\(\s*["']?#([^"')\s]+)""")
_RULE = late(r"([^{}]*)\{([^{}]*)\}")
_CLASS = late(r"\s*\.([\w-]+)\s*")
_GRADIENTS = {"linearGradient", "radialGradient"}
_ONCE = {"clip-path", "mask"}  # what else refers to a part (fill, stroke, markers) is handed down to all that is inside
# How much of each makes one unit of work, some 5 microseconds of Typst.
_LENGTHS = {"d", "points", "transform", "style"}
_UNSEEN = {"style", "title", "desc", "metadata"}
_PATH = 8  # characters of a path
_LETTER = 5  # units a letter takes: it becomes a path
_PIXELS = 1_000
_STYLING = 50  # trials of a rule of a style sheet on an element
_SIMPLER = "vẽ lại ảnh cho đơn giản hơn, hoặc lưu thành ảnh PNG rồi chèn lại"


def undrawable(root: Element, written: bytes) -> str:
    """In Vietnamese what the drawing, ``written`` in bytes, holds that the engine is not given; empty for nothing."""
    if b"filter" in written and (
        any("filter" in css for css in _styles(root)) or any(_filtered(element) for element in root.iter("*"))
    ):
        return "ảnh SVG có hiệu ứng lọc (filter: bóng đổ, làm mờ …)"
    for css in _styles(root):
        if "\\" in css or "@" in css or any(
            _REFERENCE.search(said) and not all(map(_CLASS.fullmatch, who.split(",")))
            for who, said in _RULE.findall(css)
        ):  # fmt: skip
            return "ảnh SVG có bảng kiểu (CSS) phức tạp"
    if b"image" in written and any(
        local(item) == "image" and not is_bitmap(_embedded(item)) for item in root.iter("*")
    ):
        return "ảnh SVG chứa ảnh khác không nằm trong nó (liên kết ra ngoài, không tải về)"
    if b"foreignObject" in written and any(_is_page(element) for element in root.iter("*")):
        return "ảnh SVG chứa nội dung HTML"
    return ""


def svg_work(root: Element, name: str) -> int:
    """The parts that drawing it takes; ``ConversionError``, naming the picture, for more than a file may have."""
    if sum(1 for _ in root.iter("*")) > MAX_SVG_WORK:
        raise too_much(name)
    return _Work(root, name).of(root, 1)[0]


def too_much(name: str) -> ConversionError:
    """The error that refuses the drawing of that name for the parts it draws."""
    return refuse(f"ảnh {name} (SVG) có quá nhiều nét vẽ hoặc phần lặp lại", _SIMPLER)


class _Work:
    """Counts what drawing each element takes: itself, what it holds and what it refers to, as often as it does."""

    def __init__(self, root: Element, name: str) -> None:
        self._name = name
        self._targets = {key: element for element in root.iter("*") if (key := element.get("id"))}
        self._known: dict[Element, tuple[int, int]] = {}
        self._open: set[Element] = set()
        self._by_class: dict[str, list[tuple[str, str]]] = {}
        rules = 0
        for css in _styles(root):
            for who, said in _RULE.findall(css):
                rules += 1
                for each in who.split(","):
                    self._by_class.setdefault(each.strip().lstrip("."), []).extend(_references(said))
        if rules * sum(1 for _ in root.iter("*")) > MAX_SVG_WORK * _STYLING:  # every rule is tried on every element
            raise too_much(self._name)

    def of(self, element: Element, level: int) -> tuple[int, int]:
        """The work of the element, and how deep it is."""
        known = self._known.get(element)
        if known is None:
            if element in self._open:
                raise refuse(f"ảnh {self._name} (SVG) có phần vẽ lại chính nó", _SIMPLER)
            if level > MAX_SVG_DEPTH:
                raise self._too_deep()
            self._open.add(element)
            known = self._known[element] = self._counted(element, level)
            self._open.discard(element)
            if known[0] > MAX_SVG_WORK:
                raise too_much(self._name)
        if level + known[1] > MAX_SVG_DEPTH + 1:
            raise self._too_deep()
        return known

    def _counted(self, element: Element, level: int) -> tuple[int, int]:
        work, depth = self._own(element), 0
        for child in element.iterchildren("*"):
            inner, deep = self.of(child, level + 1)
            work, depth = work + inner, max(depth, deep)
        asked = []
        for prop, key in self._asked(element):
            target = self._targets.get(key)
            if target is not None:
                inner, deep = self.of(target, level + 1)
                depth = max(depth, deep)
                if prop == "href":
                    work += inner
                else:
                    asked.append(inner if prop in _ONCE or local(target) in _GRADIENTS else inner * work)
        return work + sum(asked), depth + 1

    def _own(self, element: Element) -> int:
        name = local(element)
        if name == "image":
            data = _embedded(element)
            check_pixels(data, self._name)
            return 1 + pixels(data) // _PIXELS
        letters = 0 if name in _UNSEEN else len((element.text or "").strip()) + len((element.tail or "").strip())
        lengths = sum(len(value) for key, value in _attributes(element) if key in _LENGTHS)
        return 1 + lengths // _PATH + _LETTER * letters

    def _asked(self, element: Element) -> Iterator[tuple[str, str]]:
        for name, value in _attributes(element):
            if name == "href" and value.strip().startswith("#"):
                yield "href", value.strip()[1:]
            elif name == "style":
                yield from _references(value)
            elif name == "class":
                for word in value.split():
                    yield from self._by_class.get(word, ())
            elif "url(" in value:
                for found in _REFERENCE.findall(value):
                    yield name, found

    def _too_deep(self) -> ConversionError:
        return refuse(f"ảnh {self._name} (SVG) có các phần lồng nhau quá sâu", _SIMPLER)


def _references(style: str) -> list[tuple[str, str]]:
    """The parts that declarations refer to, each with its property."""
    return [
        (said.partition(":")[0].strip().lower(), key) for said in style.split(";") for key in _REFERENCE.findall(said)
    ]


def _styles(root: Element) -> list[str]:
    return ["".join(map(str, element.itertext())) for element in root.iter("*") if local(element) == "style"]


def _is_page(element: Element) -> bool:
    # Beside it in a switch stands what is drawn where pages cannot be.
    parent = element.getparent()
    return local(element) == "foreignObject" and (parent is None or local(parent) != "switch")


def _filtered(element: Element) -> bool:
    return any(
        (value.strip() != "none" if key == "filter" else key == "style" and "filter" in value)
        for key, value in _attributes(element)
    )


def _attributes(element: Element) -> list[tuple[str, str]]:
    """The attributes by their names without namespace: the engine reads them so."""
    return [(str(key).rpartition("}")[2], str(value)) for key, value in element.items()]


def _embedded(element: Element) -> bytes:
    """The bytes of a picture in the drawing, empty for one that is not in it."""
    address = next((value for key, value in _attributes(element) if key == "href"), "").strip()
    head, _, body = address.partition(",")
    if not head.startswith("data:") or not head.endswith("base64"):
        return b""
    try:
        return binascii.a2b_base64(unquote_to_bytes(body))
    except (binascii.Error, ValueError):
        return b""
