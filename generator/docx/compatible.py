"""docxtpl's way to be called, on this engine: a script of docxtpl runs with its import changed.

What docxtpl lets pass in silence is refused here as in every template: a name that is not there, a tag it would drop.

>>> from generator.docx.compatible import DocxTemplate
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import IO, Any

import jinja2

from generator.docx.template import Template
from generator.docx.word.importing import SubDocument
from generator.docx.word.package import DOCUMENT, Package
from generator.errors import Problem, TemplateError

_File = str | Path | IO[bytes]


class RenderError(TemplateError, jinja2.TemplateError):
    """What is wrong with a template or its data, caught by whoever catches Jinja's errors."""


class DocxTemplate:
    """A template and the document it was last rendered to, with the methods of docxtpl's class."""

    def __init__(self, template_file: _File) -> None:
        self._name = str(template_file) if isinstance(template_file, str | Path) else "mẫu"
        self._data = _bytes(template_file)
        self._links: dict[str, str] = {}
        self._pictures: dict[str, bytes] = {}
        self._contents: dict[int, bytes] = {}
        self._parts: dict[str, bytes] = {}
        self._made: bytes | None = None

    def new_subdoc(self, docpath: _File | None = None) -> Subdoc:
        """A document to be printed by ``{{p … }}``: of the file, or an empty one with this template's styles."""
        return Subdoc(_bytes(docpath) if docpath is not None else _emptied(self._data))

    def build_url_id(self, url: str) -> str:
        """The key by which a RichText names the address."""
        return self._links.setdefault(url, f"vanthu-lien-ket-{len(self._links) + 1}")

    def replace_pic(self, embedded_file: str, dst_file: _File) -> None:
        """Put another picture in the place of those whose name or description is the given one."""
        self._pictures[embedded_file] = _bytes(dst_file)

    def replace_media(self, src_file: _File, dst_file: _File) -> None:
        """Put another file in the place of every picture with the same bytes as the first."""
        self._contents[zlib.crc32(_bytes(src_file))] = _bytes(dst_file)

    replace_embedded = replace_media

    def replace_zipname(self, zipname: str, dst_file: _File) -> None:
        """Put another file in the place of the part of that name."""
        self._parts[zipname] = _bytes(dst_file)

    def render(self, context: Mapping[str, object], jinja_env: Any = None, autoescape: bool = False) -> None:
        """Render the document; values are always escaped. Raises RenderError with every problem.

        Of ``jinja_env`` the filters that Jinja itself lacks are taken over.
        """
        links = {key: url for url, key in self._links.items()}
        try:
            self._made = self._template(jinja_env).render(context, links=links)
        except TemplateError as error:
            raise RenderError(error.problems) from error

    def get_undeclared_template_variables(
        self, jinja_env: Any = None, context: Mapping[str, object] | None = None
    ) -> set[str]:
        """The names the template reads, without those of the context."""
        fields = {path.partition(".")[0].partition("[")[0] for path in self._template(jinja_env).fields()}
        return fields - set(context or ())

    def save(self, filename: str | Path | IO[bytes]) -> None:
        """Write the document, the template itself when nothing was rendered yet."""
        data = self._replaced()
        if isinstance(filename, str | Path):
            Path(filename).write_bytes(data)
        else:
            filename.write(data)

    def _template(self, jinja_env: Any) -> Template:
        if jinja_env is None:
            return Template.compile(self._data, self._name)
        from jinja2.filters import FILTERS

        own = {name: filter_ for name, filter_ in jinja_env.filters.items() if FILTERS.get(name) is not filter_}
        return Template(self._data, self._name, own)

    def _replaced(self) -> bytes:
        data = self._made if self._made is not None else self._data
        if not (self._pictures or self._contents or self._parts):
            return data
        package = Package.read(data, self._name)
        for name in list(package.parts):
            other = self._contents.get(zlib.crc32(package.parts[name]))
            if other is not None:
                package.parts[name] = other
        missing = [name for name in self._parts if name not in package.parts]
        missing += [name for name, picture in self._pictures.items() if not _replace_picture(package, name, picture)]
        if missing:
            raise TemplateError(
                Problem(self._name, f"mẫu không có «{name}» để thay", "kiểm tra tên hình, tên tệp trong mẫu")
                for name in missing
            )
        package.parts |= self._parts
        return package.to_bytes()


class Subdoc:
    """A document being built with python-docx's methods, or read from a file, to stand in another."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    @cached_property
    def subdocx(self) -> Any:
        """The document of python-docx."""
        from docx import Document

        return Document(BytesIO(self._data))

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return getattr(self.subdocx, name)

    def sub_document(self) -> SubDocument:
        """The document as it is now."""
        out = BytesIO()
        self.subdocx.save(out)
        return SubDocument.read(out.getvalue(), "tài liệu con")


def _replace_picture(package: Package, wanted: str, data: bytes) -> bool:
    """Whether a picture of that name or description was there and is replaced."""
    from generator.docx.word.ooxml import R, parse

    drawing = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
    found = False
    for part in [name for name in package.parts if name.startswith("word/") and name.endswith(".xml")]:
        known = package.relationships(part)
        for named in [item for item in parse(package.parts[part]).iter("{*}docPr", "{*}cNvPr") if known]:
            said = (named.get("name"), named.get("descr"), named.get("title"))
            around = next(named.iterancestors("{*}inline", "{*}anchor", "{*}pic"), None)
            if wanted not in said or around is None:
                continue
            for blip in around.iter(drawing):
                target = known.get(blip.get(f"{{{R}}}embed", ""))
                if target is not None and target.target in package.parts:
                    package.parts[target.target] = data
                    found = True
    return found


def _emptied(data: bytes) -> bytes:
    from docx import Document

    document = Document(BytesIO(data))
    body = document.element.body
    body.clear()
    body.append(Document().element.body.sectPr)  # tables are made as wide as under docxtpl
    out = BytesIO()
    document.save(out)
    package = Package.read(out.getvalue())
    return package.to_bytes() if DOCUMENT in package.parts else data


def _bytes(file: _File) -> bytes:
    if isinstance(file, str | Path):
        return Path(file).read_bytes()
    if hasattr(file, "seek"):
        file.seek(0)
    return file.read()
