"""Office packages, whatever they hold: the zip within limits, content types, relationships, one way to read XML."""

from generator.opc.archive import MAX_FILE, Archive
from generator.opc.errors import PackageError, brief
from generator.opc.formats import EXCEL, WORD, Format
from generator.opc.package import Package
from generator.opc.reader import PackageReader
from generator.opc.relationships import Relationship

__all__ = [
    "EXCEL",
    "MAX_FILE",
    "WORD",
    "Archive",
    "Format",
    "Package",
    "PackageError",
    "PackageReader",
    "Relationship",
    "brief",
]
