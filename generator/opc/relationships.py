"""The arrows from the parts of a package to one another and to what lies outside."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping

from lxml import etree

from generator.opc.xml import Element, parse, serialize
from generator.records import record

PACKAGE_RELATIONSHIPS = "_rels/.rels"
_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/relationships"


@record(frozen=True)
class Relationship:
    """One arrow from a part to another part (its name in the package) or to an outside address."""

    kind: str
    target: str
    external: bool = False

    @property
    def word(self) -> str:
        """The last word of the kind: the same in the Transitional and the Strict variant."""
        return self.kind.rpartition("/")[2]


def target_of(arrows: Iterable[Relationship], word: str) -> str | None:
    """The part that the first arrow of that kind points at; None when none points into the package."""
    return next((arrow.target for arrow in arrows if arrow.word == word and not arrow.external), None)


def relationships_part(part: str) -> str:
    """The part that holds the relationships of a part; of the package itself for an empty name."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def read_relationships(root: Element, part: str) -> dict[str, Relationship]:
    """The relationships of a part by id."""
    return {item.get("Id", ""): _read(item, part) for item in root}


def _read(item: Element, part: str) -> Relationship:
    target, external = item.get("Target", ""), item.get("TargetMode") == "External"
    if not external:
        target = posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target)).lstrip("/")
    return Relationship(item.get("Type", ""), target, external)


def part_of(name: str) -> str | None:
    """The part whose relationships the one of the name holds, empty for the package; None where it holds none."""
    folder, file = posixpath.split(name)
    above, own = posixpath.split(folder)
    return posixpath.join(above, file.removesuffix(".rels")) if own == "_rels" and file.endswith(".rels") else None


def pointed_anew(data: bytes, part: str, names: Mapping[str, str]) -> bytes:
    """The relationships of a part with its targets by their new names, all from the root: it may move itself."""
    root = parse(data)
    for item in root:
        arrow = _read(item, part)
        if not arrow.external:
            item.set("Target", f"/{names.get(arrow.target, arrow.target)}")
    return serialize(root)


def add_relationship(data: bytes | None, relationship: Relationship, key: str) -> bytes:
    """The relationships in the bytes (None: none yet) with one more under the id."""
    root = (
        parse(data)
        if data is not None
        else etree.Element(
            f"{{{_NAMESPACE}}}Relationships",
            nsmap={None: _NAMESPACE},  # type: ignore[dict-item]  # the stubs know no default namespace
        )
    )
    target = relationship.target if relationship.external else f"/{relationship.target}"
    item = etree.SubElement(root, f"{{{_NAMESPACE}}}Relationship", Id=key, Type=relationship.kind, Target=target)
    if relationship.external:
        item.set("TargetMode", "External")
    return serialize(root)
