"""The document's particulars as XMP: properties in a namespace of their own, described as PDF/A asks.

PDF/A-2 (ISO 19005-2, 6.6.2.3) allows properties beyond its own list only when an extension schema in the same
packet names each with its type, category and meaning.
"""

from __future__ import annotations

from generator.particulars import ENTRIES, Particulars
from generator.patterns import late

NAMESPACE = "urn:vanthu:van-ban:1.0/"
PREFIX = "vanban"
_SCHEMA_NAME = "Văn bản hành chính"
_EXTENSION = (
    'xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" '
    'xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" '
    'xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"'
)
_KNOWN_SCHEMAS = late(r"</rdf:Bag>\s*</pdfaExtension:schemas>")
_END = "</rdf:RDF>"
_RESOURCE = 'rdf:parseType="Resource"'


def add_particulars(packet: bytes, particulars: Particulars) -> bytes:
    """The XMP packet with the particulars added, and with their schema; unchanged when there are none."""
    said = dict(particulars.said(iso=True))
    text = packet.decode("utf-8")
    if not said or text.count(_END) != 1:
        return packet
    added = "".join(f"<{PREFIX}:{entry.tag}>{_escape(value)}</{PREFIX}:{entry.tag}>" for entry, value in said.items())
    added = f'<rdf:Description rdf:about="" xmlns:{PREFIX}="{NAMESPACE}">{added}</rdf:Description>'
    known = _KNOWN_SCHEMAS.search(text)  # one list of schemas a packet: ours joins the engine's
    if known:
        text = f"{text[: known.start()]}{_schema()}{text[known.start() :]}"
    else:
        schemas = f"<pdfaExtension:schemas><rdf:Bag>{_schema()}</rdf:Bag></pdfaExtension:schemas>"
        added += f'<rdf:Description rdf:about="" {_EXTENSION}>{schemas}</rdf:Description>'
    return text.replace(_END, added + _END).encode()


def _schema() -> str:
    """The description of every property we may write."""
    properties = "".join(
        f"<rdf:li {_RESOURCE}><pdfaProperty:category>external</pdfaProperty:category>"
        f"<pdfaProperty:description>{_escape(entry.meaning)}</pdfaProperty:description>"
        f"<pdfaProperty:name>{entry.tag}</pdfaProperty:name>"
        f"<pdfaProperty:valueType>{'Date' if name == 'issued' else 'Text'}</pdfaProperty:valueType></rdf:li>"
        for name, entry in ENTRIES.items()
    )
    return (
        f"<rdf:li {_RESOURCE}><pdfaSchema:schema>{_SCHEMA_NAME}</pdfaSchema:schema>"
        f"<pdfaSchema:namespaceURI>{NAMESPACE}</pdfaSchema:namespaceURI>"
        f"<pdfaSchema:prefix>{PREFIX}</pdfaSchema:prefix>"
        f"<pdfaSchema:property><rdf:Seq>{properties}</rdf:Seq></pdfaSchema:property></rdf:li>"
    )


def _escape(text: str) -> str:
    # Neither html.escape nor xml.sax.saxutils: they import every entity's name, and what opens network addresses.
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
