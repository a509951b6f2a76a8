"""A DOCX put together from raw XML, one part after another."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'mc:Ignorable="w14"'
)
_ROOTS = {"header": "hdr", "footer": "ftr"}
_THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Office"><a:themeElements>'
    '<a:clrScheme name="Office">'
    + "".join(
        f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>'
        for name, value in (
            ("dk1", "000000"), ("lt1", "FFFFFF"), ("dk2", "44546A"), ("lt2", "E7E6E6"), ("accent1", "4472C4"),
            ("accent2", "ED7D31"), ("accent3", "A5A5A5"), ("accent4", "FFC000"), ("accent5", "5B9BD5"),
            ("accent6", "70AD47"), ("hlink", "0563C1"), ("folHlink", "954F72"),
        )
    )
    + '</a:clrScheme><a:fontScheme name="Office"><a:majorFont><a:latin typeface="Times New Roman"/>'
    '<a:ea typeface=""/><a:cs typeface=""/></a:majorFont><a:minorFont><a:latin typeface="Times New Roman"/>'
    '<a:ea typeface=""/><a:cs typeface=""/></a:minorFont></a:fontScheme><a:fmtScheme name="Office"><a:fillStyleLst>'
    + '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>' * 3
    + "</a:fillStyleLst><a:lnStyleLst>"
    + '<a:ln w="6350"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>' * 3
    + "</a:lnStyleLst><a:effectStyleLst>"
    + "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    + "</a:effectStyleLst><a:bgFillStyleLst>"
    + '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>' * 3
    + "</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
)  # fmt: skip


@dataclass(slots=True)
class Package:
    """The parts of one document; ``add`` returns the relationship id to use in the body."""

    parts: dict[str, tuple[str, str]] = field(default_factory=dict)
    media: dict[str, bytes] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)

    def add(self, kind: str, content: str) -> str:
        """Adds a part of the main document (``header``, ``footer``, ``numbering`` …)."""
        count = sum(1 for known, _ in self.parts.values() if known == kind)
        name = f"{kind}{count + 1}" if kind in _ROOTS else kind
        root = _ROOTS.get(kind, kind)
        self.parts[name] = (kind, f"<w:{root} {NAMESPACES}>{content}</w:{root}>")
        return f"rId_{name}"

    def picture(self, data: bytes) -> str:
        """Adds a picture."""
        name = f"image{len(self.media) + 1}"
        self.media[name] = data
        return f"rId_{name}"

    def link(self, address: str) -> str:
        """Adds the address of a hyperlink."""
        name = f"link{len(self.links) + 1}"
        self.links[name] = address
        return f"rId_{name}"

    def write(self, body: str) -> bytes:
        """The finished DOCX; the same parts give the same bytes."""
        relations = [
            *((f"rId_{name}", kind, f"{name}.xml", "") for name, (kind, _) in self.parts.items()),
            *((f"rId_{name}", "image", f"media/{name}.png", "") for name in self.media),
            *((f"rId_{name}", "hyperlink", target, ' TargetMode="External"') for name, target in self.links.items()),
            ("rId_theme", "theme", "theme/theme1.xml", ""),
        ]
        overrides = "".join(
            f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{kind}+xml"/>'
            for name, (kind, _) in self.parts.items()
        )
        files: dict[str, str | bytes] = {
            "[Content_Types].xml": (
                f'<Types xmlns="{_PACKAGE}/content-types">'
                '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                '<Default Extension="xml" ContentType="application/xml"/>'
                '<Default Extension="png" ContentType="image/png"/>'
                f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>{overrides}'
                '<Override PartName="/word/theme/theme1.xml" '
                'ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>'
                '<Override PartName="/docProps/core.xml" '
                'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
            ),
            "_rels/.rels": (
                f'<Relationships xmlns="{_PACKAGE}/relationships">'
                f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/>'
                f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" '
                'Target="docProps/core.xml"/></Relationships>'
            ),
            "docProps/core.xml": (
                f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
                'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Văn bản ngẫu nhiên</dc:title>'
                "</cp:coreProperties>"
            ),
            "word/_rels/document.xml.rels": (
                f'<Relationships xmlns="{_PACKAGE}/relationships">'
                + "".join(f'<Relationship Id="{i}" Type="{R}/{k}" Target="{t}"{m}/>' for i, k, t, m in relations)
                + "</Relationships>"
            ),
            "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
            "word/theme/theme1.xml": _THEME,
            **{f"word/{name}.xml": content for name, (_, content) in self.parts.items()},
            **{f"word/media/{name}.png": data for name, data in self.media.items()},
        }
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in files.items():
                if isinstance(content, str):
                    content = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{content}'.encode()
                archive.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), content)
        return stream.getvalue()
