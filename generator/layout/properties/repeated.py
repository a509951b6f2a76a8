"""Properties that a part says over and over: taken out before it is parsed, and read once each.

Programs write the look of every run out in full, so that a part says some thirty things in four hundred places. In each
place is left an empty element with the number of what was said there: half as much to parse, and a look said before is
known by its number, not by the names and values of all that it says.
"""

from __future__ import annotations

from generator.errors import ConversionError
from generator.layout.names import Element, Key, key
from generator.layout.package import Package
from generator.patterns import late

_NUMBER = "vanthu-said"
# One that is not closed is all to the end: what begins in it is not tried again, however often that is.
_SAID = late(rb"<w:(r|p|tc)Pr(?:\s[^<>]*[^<>/])?>[^/]*+(?:/(?!w:\1Pr>)[^/]*+)*+(?:/w:\1Pr>)?")
_ROOT = late(rb"(?:<\?xml[^>]*>)?\s*(<w:document\s[^>]*>)")
_MARKED = late(rb"<[!?]")  # comments and the like, in which nothing is said
_NAMESPACE = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_ENDS_A_SECTION = b"<w:sectPr"  # belongs to its place in the part, as does what stands around it


class Repeated:
    """The ``w:rPr``, ``w:pPr`` and ``w:tcPr`` taken out of one part."""

    def __init__(self) -> None:
        self._said: dict[str, tuple[Element, Key]] = {}

    def read(self, package: Package, part: str) -> Element | None:
        """The root element of the part, these elements empty in it; ``None`` when the package does not hold it.

        Raises ``ConversionError`` as ``Package.part`` does.
        """
        content = package.content(part)
        if content is None:
            return None
        root = _ROOT.match(content)
        if root is None or not _is_plain(content, root.end(), root[1]):
            return package.parse(content, part)
        known: dict[bytes, bytes] = {}
        taken: list[bytes] = []

        def left(said: bytes, kind: bytes) -> bytes:
            if _ENDS_A_SECTION in said:
                known[said] = said
            else:
                known[said] = b'<w:%bPr %b="%d"/>' % (kind, _NUMBER.encode(), len(taken))
                taken.append(said)
            return known[said]

        short = _SAID.sub(lambda found: known.get(found[0]) or left(*found.group(0, 1)), content)
        try:
            apart = package.parse(b"%b%b</w:document>" % (root[1], b"".join(taken)), part)
            made = package.parse(short, part)
        except ConversionError:  # told of the part as it stands
            return package.parse(content, part)
        if len(apart) != len(taken):
            return package.parse(content, part)
        self._said = {str(number): (element, key(element)) for number, element in enumerate(apart)}
        return made

    def whole(self, element: Element) -> Element:
        """The element with what it says."""
        number = element.get(_NUMBER)
        return element if number is None or number not in self._said else self._said[number][0]

    def key(self, element: Element | None) -> Key:
        """The ``key`` of the whole element."""
        number = None if element is None else element.get(_NUMBER)
        return key(element) if number is None or number not in self._said else self._said[number][1]


def _is_plain(content: bytes, start: int, root: bytes) -> bool:
    """Whether ``w:`` means the same all over the part, and every tag in it is one."""
    return (
        b'xmlns:w="%b"' % _NAMESPACE in root
        and content.count(_NAMESPACE) == 1
        and content.count(b"xmlns:w=") == 1
        and content.count(b"xmlns:w14=") <= 1
        and _MARKED.search(content, start) is None
    )
