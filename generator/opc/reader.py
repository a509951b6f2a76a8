"""A package read part by part, as its parts are asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.opc.archive import Archive, plain_name
from generator.opc.errors import PackageError
from generator.opc.formats import Format
from generator.opc.relationships import Relationship, read_relationships, relationships_part, target_of
from generator.opc.strict import usual_names
from generator.opc.xml import MAX_XML, Allowance, Element, checked, parse, stream

OFFICE_DOCUMENT = "officeDocument"


class PackageReader:
    """The parts of one Office file; PackageError for whatever is unsound. Names are compared as OPC compares them."""

    def __init__(self, data: bytes, format_: Format) -> None:
        self._archive = Archive(data, format_)
        self._names = {plain_name(name): name for name in self._archive.names}
        self._allowance = Allowance()
        self._relationships: dict[str, dict[str, Relationship]] = {}

    @property
    def names(self) -> list[str]:
        """The names of the parts, in file order."""
        return self._archive.names

    def __contains__(self, part: str) -> bool:
        return plain_name(part) in self._names

    def read(self, part: str, limit: int) -> bytes | None:
        """The bytes of a part, ``None`` when the package does not hold it; more than ``limit`` is refused."""
        name = self._names.get(plain_name(part))
        return None if name is None else self._archive.read(name, limit)

    def content(self, part: str) -> bytes | None:
        """The bytes of a part of XML in UTF-8 and the usual namespaces, ``None`` when the package does not hold it."""
        content = self.read(part, MAX_XML)
        if content is None:
            return None
        return usual_names(checked(content, part))

    def xml(self, part: str) -> Element | None:
        """The root element of a part, ``None`` when the package does not hold it."""
        content = self.content(part)
        return None if content is None else self.parse(content, part)

    def parse(self, content: bytes, part: str) -> Element:
        """The root element of bytes that came from the part, taken off the allowance."""
        self._allowance.spend(content)
        return parse(content, part)

    def stream(self, part: str, *names: str, lean: Callable[[bytes], bytes] | None = None) -> Iterator[Element]:
        """The elements of these names in a part, one at a time; a part that is not there has to be told beforehand.

        ``lean`` cuts out of the part's bytes what its reader does not need.
        """
        content = self.content(part)
        if content is None:
            raise PackageError(f"thiếu phần {part}")
        return stream(content, part, *names) if lean is None else _leanly(content, lean(content), part, names)

    def relationships(self, part: str) -> dict[str, Relationship]:
        """The relationships of a part by id; of the package itself for an empty name."""
        known = self._relationships.get(part)
        if known is None:
            root = self.xml(relationships_part(part))
            known = self._relationships[part] = {} if root is None else read_relationships(root, part)
        return known

    def related(self, part: str, word: str) -> str | None:
        """The name of the first part that ``part`` refers to by a relationship of that kind."""
        return target_of(self.relationships(part).values(), word)


def _leanly(content: bytes, lean: bytes, part: str, names: tuple[str, ...]) -> Iterator[Element]:
    """The elements of the part cut down; what is wrong with it is told of the part as it stands."""
    try:
        yield from stream(lean, part, *names)
    except PackageError:
        for _ in stream(content, part):
            pass
        raise
