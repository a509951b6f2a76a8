"""What one rendering puts beside the text: pictures and links, each related to the part that shows it."""

from __future__ import annotations

from generator.docx.word.package import DOCUMENT, Package, Relationship
from generator.records import record

_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@record(frozen=True)
class _Picture:
    part: str
    key: str
    data: bytes
    content_type: str
    name: str


class Media:
    """The pictures and links printed so far; ``part`` is the part being printed now."""

    def __init__(self) -> None:
        self.part = DOCUMENT
        self._pictures: list[_Picture] = []
        self._links: dict[tuple[str, str], str] = {}

    def picture(self, data: bytes, content_type: str = "image/png", name: str = "bieu-do1.png") -> tuple[str, int]:
        """The key under which the part points at the picture, and the number of its drawing."""
        number = len(self._pictures) + 1
        key = f"rIdBieuDo{number}"
        self._pictures.append(_Picture(self.part, key, data, content_type, name))
        return key, number

    def link(self, address: str) -> str:
        """The key under which the part points at the address."""
        return self._links.setdefault((self.part, address), f"rIdLienKet{len(self._links) + 1}")

    def put_into(self, package: Package) -> None:
        """Put the pictures into the package, one file for equal ones, and relate every part to what it shows."""
        files: dict[bytes, str] = {}
        for picture in self._pictures:
            if picture.data not in files:
                files[picture.data] = package.free_name(f"word/media/{picture.name}")
                package.add(files[picture.data], picture.data, picture.content_type)
            package.relate(picture.part, Relationship(f"{_KINDS}/image", files[picture.data]), picture.key)
        for (part, address), key in self._links.items():
            package.relate(part, Relationship(f"{_KINDS}/hyperlink", address, external=True), key)
