"""Small hand-made DOCX files, so that a test shows exactly the XML it is about."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_REL = "http://schemas.openxmlformats.org/package/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
TIMES = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
STYLES = (
    f'<w:docDefaults><w:rPrDefault><w:rPr>{TIMES}<w:sz w:val="28"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault>'
    "<w:pPrDefault><w:pPr/></w:pPrDefault></w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
)
SETTINGS = (
    '<w:compat><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
)
STORE = "{0A1B2C3D-0000-4000-8000-000000000001}"
PORTRAIT = (
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/>'
)
LANDSCAPE = (
    '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/>'
)
PAGE_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


def run(text: str, props: str = "") -> str:
    """One run of text with raw run properties."""
    return f'<w:r><w:rPr>{props}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def para(content: str = "", props: str = "") -> str:
    """One paragraph; content that is not XML becomes one plain run."""
    if content and not content.startswith("<w:"):
        content = run(content)
    return f"<w:p><w:pPr>{props}</w:pPr>{content}</w:p>"


def bound(path: str, content: str, kind: str = "<w:text/>", store: str = STORE, more: str = "") -> str:
    """A content control bound to data, and what is stored in it."""
    binding = f'<w:dataBinding {more} w:xpath="{path}" w:storeItemID="{store}"/>'
    return f"<w:sdt><w:sdtPr>{binding}{kind}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def cell(content: str = "", props: str = "") -> str:
    """One table cell; content that is not XML becomes one plain paragraph."""
    return f"<w:tc><w:tcPr>{props}</w:tcPr>{content if content.startswith('<w:') else para(content)}</w:tc>"


def row(*cells: str, props: str = "") -> str:
    """One table row; cells that are not XML are made with ``cell``."""
    made = "".join(c if c.startswith("<w:tc>") else cell(c) for c in cells)
    return f"<w:tr><w:trPr>{props}</w:trPr>{made}</w:tr>"


def table(widths: list[int], *rows: str, props: str = "", borders: bool = True) -> str:
    """One fixed table with column widths in twips."""
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    lines = f"<w:tblBorders>{sides}</w:tblBorders>" if borders else ""
    grid = "".join(f'<w:gridCol w:w="{w}"/>' for w in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>{lines}<w:tblLayout w:type="fixed"/>{props}'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def section(props: str = PORTRAIT) -> str:
    """The properties of a section."""
    return f"<w:sectPr>{props}</w:sectPr>"


def make(
    body: str,
    *,
    styles: str = "",
    settings: str = SETTINGS,
    headers: dict[str, str] | None = None,
    numbering: str = "",
    title: str = "Văn bản thử",
    core: str = "",
    sect: str | None = None,
    notes: dict[str, str] | None = None,
    media: dict[str, bytes] | None = None,
    linked: dict[str, str] | None = None,
    data: str = "",
) -> bytes:
    """A whole DOCX; ``headers`` maps relationship ids to content (``header`` or ``footer`` ids).

    ``notes`` maps ``footnotes`` and ``endnotes`` to their content, ``media`` relationship ids to the bytes of
    pictures (``logo.png``), ``linked`` relationship ids to addresses of pictures elsewhere. ``data`` is XML that
    content controls are bound to, in the store ``STORE``.
    """
    parts = {"styles": ("styles", f"<w:styles {NAMESPACES}>{STYLES}{styles}</w:styles>")}
    parts["settings"] = ("settings", f"<w:settings {NAMESPACES}>{settings}</w:settings>")
    if numbering:
        parts["numbering"] = ("numbering", f"<w:numbering {NAMESPACES}>{numbering}</w:numbering>")
    for name, content in (headers or {}).items():
        kind = "ftr" if name.startswith("footer") else "hdr"
        parts[name] = (
            "footer" if kind == "ftr" else "header",
            f"<w:{kind} {NAMESPACES}>{content}</w:{kind}>",
        )
    for name, content in (notes or {}).items():
        parts[name] = (name, f"<w:{name} {NAMESPACES}>{content}</w:{name}>")
    relations = "".join(
        f'<Relationship Id="{name}" Type="{R}/{kind}" Target="{name}.xml"/>' for name, (kind, _) in parts.items()
    )
    relations += "".join(f'<Relationship Id="{n}" Type="{R}/image" Target="media/{n}"/>' for n in media or {})
    relations += "".join(
        f'<Relationship Id="{n}" Type="{R}/image" Target="{to}" TargetMode="External"/>'
        for n, to in (linked or {}).items()
    )
    relations += f'<Relationship Id="data" Type="{R}/customXml" Target="../customXml/item1.xml"/>' if data else ""
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{kind}+xml"/>' for name, (kind, _) in parts.items()
    )
    core_type = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    files = {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            '<Default Extension="png" ContentType="image/png"/><Default Extension="jpg" ContentType="image/jpeg"/>'
            '<Default Extension="emf" ContentType="image/x-emf"/>'
            f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>{overrides}'
            '<Override PartName="/docProps/core.xml" '
            'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
        ),
        "_rels/.rels": (
            f'<Relationships xmlns="{_REL}"><Relationship Id="d" Type="{R}/officeDocument" '
            f'Target="word/document.xml"/><Relationship Id="c" Type="{core_type}" Target="docProps/core.xml"/>'
            "</Relationships>"
        ),
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_REL}">{relations}</Relationships>',
        "word/document.xml": (
            f"<w:document {NAMESPACES}><w:body>{body}{section() if sect is None else sect}</w:body></w:document>"
        ),
        "docProps/core.xml": (
            '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
            'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
            f"<dc:title>{escape(title)}</dc:title>{core}</cp:coreProperties>"
        ),
    }
    if data:
        files["customXml/item1.xml"] = data
        files["customXml/_rels/item1.xml.rels"] = (
            f'<Relationships xmlns="{_REL}"><Relationship Id="p" Type="{R}/customXmlProps" Target="itemProps1.xml"/>'
            "</Relationships>"
        )
        files["customXml/itemProps1.xml"] = (
            f'<ds:datastoreItem ds:itemID="{STORE}" '
            'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"/>'
        )
    files |= {f"word/{name}.xml": content for name, (_, content) in parts.items()}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' + content)
        for name, data in (media or {}).items():
            archive.writestr(f"word/media/{name}", data)
    return buffer.getvalue()


def with_parts(docx: bytes, parts: dict[str, str], relations: dict[str, tuple[str, str]]) -> bytes:
    """The DOCX with more parts, by their names; ``relations`` of the document by id: kind and target.

    A kind that is no address is one of Office's.
    """
    said = "".join(
        f'<Relationship Id="{name}" Type="{kind if "/" in kind else f"{R}/{kind}"}" Target="{to}"/>'
        for name, (kind, to) in relations.items()
    )
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/_rels/document.xml.rels":
                content = content.replace(b"</Relationships>", said.encode() + b"</Relationships>")
            new.writestr(name, content)
        for name, text in parts.items():
            new.writestr(name, text)
    return made.getvalue()
