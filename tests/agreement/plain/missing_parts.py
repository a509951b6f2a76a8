"""Files without a part of styles or of settings, as programs write them, get one that says what holds without it.

Text without styles is of Times New Roman and ten points (17.7.5), where LibreOffice takes eleven of Calibri. Of the
space after a paragraph and before the next the larger holds (17.3.1.33), where LibreOffice adds them up in a file
without settings.
"""

from __future__ import annotations

import io
import zipfile

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES, _RELATIONS = "[Content_Types].xml", "word/_rels/document.xml.rels"
_FONT = "Times New Roman"
_SAID = {
    "styles": f'<w:styles xmlns:w="{_W}"><w:docDefaults><w:rPrDefault><w:rPr>'
    f'<w:rFonts w:ascii="{_FONT}" w:hAnsi="{_FONT}" w:cs="{_FONT}"/><w:sz w:val="20"/></w:rPr></w:rPrDefault>'
    '</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    "</w:styles>",
    "settings": f'<w:settings xmlns:w="{_W}"/>',
}
_NO_RELATIONS = f'<Relationships xmlns="{_PACKAGE}/relationships"></Relationships>'


def completed(docx: bytes) -> bytes:
    """The file with the parts it lacks; unchanged where it has them, or is of another form."""
    source = zipfile.ZipFile(io.BytesIO(docx))
    names = set(source.namelist())
    lacks = [name for name in _SAID if f"word/{name}.xml" not in names]
    if not lacks or not {"word/document.xml", _TYPES} <= names:
        return docx
    types = source.read(_TYPES).decode("utf-8-sig")
    relations = source.read(_RELATIONS).decode("utf-8-sig") if _RELATIONS in names else _NO_RELATIONS
    if relations.rstrip().endswith("/>"):
        relations = relations.rstrip().removesuffix("/>") + "></Relationships>"
    told: dict[str, str] = {}
    for name in lacks:
        if f"/{name}" in relations or "</Types>" not in types or "</Relationships>" not in relations:
            return docx
        kind = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{name}+xml"
        types = types.replace("</Types>", f'<Override PartName="/word/{name}.xml" ContentType="{kind}"/></Types>')
        relation = f'<Relationship Id="rIdSaid{name}" Type="{_OFFICE}/{name}" Target="{name}.xml"/></Relationships>'
        relations = relations.replace("</Relationships>", relation)
        told[f"word/{name}.xml"] = _SAID[name]
    told |= {_TYPES: types, _RELATIONS: relations}
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for info in source.infolist():
            archive.writestr(info, told.pop(info.filename, None) or source.read(info))
        for name, data in told.items():
            archive.writestr(name, data)
    return stream.getvalue()
