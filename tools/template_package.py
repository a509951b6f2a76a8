"""The Word file around the body of a template: page, page numbers, the head and foot of the first page."""

from __future__ import annotations

from pathlib import Path

from template_styles import styles_xml

from generator.docx.word.ooxml import R, W, parse, serialize
from generator.docx.word.package import CONTENT_TYPES, PACKAGE_RELATIONSHIPS, WML_TYPE, Package
from generator.law.figures import FOOTER_DISTANCE, PAGE, mm_to_twips

RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"


def _section() -> str:
    """The page: A4, margins, page numbers from 1 with the first one hidden."""
    page = {side: mm_to_twips(getattr(PAGE, side)) for side in ("top", "right", "bottom", "left", "header")}
    margins = " ".join(f'w:{side}="{value}"' for side, value in page.items())
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:headerReference w:type="first" r:id="rId4"/>'
        '<w:footerReference w:type="first" r:id="rId5"/>'
        f'<w:pgSz w:w="{mm_to_twips(PAGE.width)}" w:h="{mm_to_twips(PAGE.height)}"/>'
        f'<w:pgMar {margins} w:footer="{mm_to_twips(FOOTER_DISTANCE)}" w:gutter="0"/>'
        '<w:pgNumType w:fmt="decimal" w:start="1"/><w:cols w:space="720"/><w:titlePg/></w:sectPr>'
    )


def package(body: str, *, number_style: str, first_head: str = "", first_foot: str = "") -> Package:
    """The Word file around a body, with what the head and the foot of its first page hold beside nothing."""
    number = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r>'
        '<w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    style = f'<w:pPr><w:pStyle w:val="{number_style}"/></w:pPr>'
    settings = (
        '<w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/><w:autoHyphenation w:val="0"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="vi-VN"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>'
    )
    parts = {
        "word/document.xml": (
            f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}{_section()}</w:body></w:document>'
        ),
        "word/styles.xml": styles_xml(),
        "word/settings.xml": f'<w:settings xmlns:w="{W}">{settings}</w:settings>',
        "word/header1.xml": f'<w:hdr xmlns:w="{W}"><w:p>{style}{number}</w:p></w:hdr>',
        "word/header2.xml": f'<w:hdr xmlns:w="{W}">{first_head or f"<w:p>{style}</w:p>"}</w:hdr>',
        # An annex without a foot of its own would show that of the document before it.
        "word/footer1.xml": f'<w:ftr xmlns:w="{W}">{first_foot or "<w:p/>"}</w:ftr>',
    }
    kinds = {"document": "document.main", "header1": "header", "header2": "header", "footer1": "footer"}
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{WML_TYPE}.{kinds.get(stem, stem)}+xml"/>'
        for name in parts
        for stem in [Path(name).stem]
    )
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )
    outer = f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/>'
    inner = "".join(
        f'<Relationship Id="rId{number}" Type="{R}/{kind}" Target="{target}.xml"/>'
        for number, (kind, target) in enumerate(
            [
                ("styles", "styles"),
                ("settings", "settings"),
                ("header", "header1"),
                ("header", "header2"),
                ("footer", "footer1"),
            ],
            1,
        )
    )
    files = {
        CONTENT_TYPES: types,
        PACKAGE_RELATIONSHIPS: f'<Relationships xmlns="{RELATIONSHIPS}">{outer}</Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{RELATIONSHIPS}">{inner}</Relationships>',
        **parts,
    }
    return Package({name: serialize(parse(text)) for name, text in files.items()})
