"""What forms of tests are made of: paragraphs, tables, fields, content controls, and what is changed in their file."""

from __future__ import annotations

from collections.abc import Callable

from generator.docx.word.package import CORE_PROPERTIES, CORE_PROPERTIES_TYPE, DOCUMENT, Package, Relationship
from tests.docx.docx_samples import paragraph, template

Change = Callable[[Package], None]
Form = str | tuple[str, Change]
"""What the body holds; with what is changed in the file besides."""

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def p(*texts: str) -> str:
    """A paragraph."""
    return paragraph(*(text.replace("&", "&amp;").replace("<", "&lt;") for text in texts))


def looks(*texts: str) -> str:
    """A paragraph whose every other run is bold."""
    runs = "".join(
        f'<w:r>{"<w:rPr><w:b/></w:rPr>" if n % 2 else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'
        for n, text in enumerate(texts)
    )
    return f"<w:p>{runs}</w:p>"


def table(*rows: tuple[str, ...]) -> str:
    """A table of cells with a paragraph each."""
    width = '<w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>'
    lines = ("".join(f"<w:tc>{width}{p(cell)}</w:tc>" for cell in row) for row in rows)
    made = "".join(f"<w:tr>{line}</w:tr>" for line in lines)
    grid = '<w:gridCol w:w="2000"/>' * len(rows[0])
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{made}</w:tbl>'


def run(xml: str) -> str:
    """A paragraph of one run that holds this."""
    return f"<w:p><w:r>{xml}</w:r></w:p>"


def code(instruction: str) -> str:
    """A paragraph with a field of Word's."""
    begin, end = '<w:fldChar w:fldCharType="begin"/>', '<w:fldChar w:fldCharType="end"/>'
    return f"<w:p><w:r>{begin}</w:r><w:r><w:instrText>{instruction}</w:instrText></w:r><w:r>{end}</w:r></w:p>"


def with_part(name: str, xml: str, kind: str = "application/xml", arrow: str = "") -> Change:
    """A further part in the file, which the main one points at."""

    def change(package: Package) -> None:
        package.add(name, xml.encode(), kind)
        if arrow:
            package.relate(DOCUMENT, Relationship(arrow, name))

    return change


def of_kind(kind: str) -> Change:
    """The file as one of that kind: a template, a document with macros."""

    def change(package: Package) -> None:
        package.add(DOCUMENT, package.parts[DOCUMENT], kind)

    return change


def with_file(name: str, text: str) -> Change:
    """A Word file within the file, of that text."""

    def change(package: Package) -> None:
        package.add(name, template(p(text)), "application/vnd.openxmlformats-officedocument.wordprocessingml.document")

    return change


def external(target: str, kind: str) -> Change:
    """What the main part points at outside the file."""

    def change(package: Package) -> None:
        package.relate(DOCUMENT, Relationship(f"{OFFICE}/{kind}", target, external=True))

    return change


def with_title(text: str) -> Change:
    """The title among the properties of the file."""

    def change(package: Package) -> None:
        title = f'<dc:title xmlns:dc="http://purl.org/dc/elements/1.1/">{text}</dc:title>'
        names = 'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        core = f"<cp:coreProperties {names}>{title}</cp:coreProperties>".encode()
        package.add(CORE_PROPERTIES, core, CORE_PROPERTIES_TYPE)

    return change


def made(form: Form) -> bytes:
    """The form's file."""
    body, change = form if isinstance(form, tuple) else (form, None)
    data = template(body)
    if change is None:
        return data
    package = Package.read(data)
    change(package)
    return package.to_bytes()


def note(kind: str, text: str) -> tuple[str, Change]:
    """A text with a note of that kind: ``footnote``, ``endnote``."""
    first = "".join(
        f'<w:{kind} w:type="{type_}" w:id="{n}"><w:p/></w:{kind}>'
        for n, type_ in enumerate(("separator", "continuationSeparator"))
    )
    xml = f'<w:{kind}s {NAMES}>{first}<w:{kind} w:id="2">{p(text)}</w:{kind}></w:{kind}s>'
    body = f'<w:p><w:r><w:t>Ký tên</w:t></w:r><w:r><w:{kind}Reference w:id="2"/></w:r></w:p>'
    type_ = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}s+xml"
    return body, with_part(f"word/{kind}s.xml", xml, type_, f"{OFFICE}/{kind}s")


def control(inner: str) -> str:
    """A content control around it."""
    return f'<w:sdt><w:sdtPr><w:alias w:val="Họ tên"/></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>'


def words(*texts: str, around: str = "{}") -> str:
    """Runs in something."""
    return around.format("".join(f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' for text in texts))


def chosen(kind: str, said: str) -> str:
    """A content control of a kind in which a person chooses."""
    return f"<w:p><w:sdt><w:sdtPr>{kind}</w:sdtPr><w:sdtContent>{words(said)}</w:sdtContent></w:sdt></w:p>"


def coloured(color: str, text: str, more: str = "") -> str:
    """A paragraph in letters of a colour."""
    return run(f'<w:rPr><w:color w:val="{color}"/>{more}</w:rPr><w:t>{text}</w:t>')
