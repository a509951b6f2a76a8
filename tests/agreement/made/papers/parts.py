"""The other parts of a paper: styles, footnotes, settings, section."""

from __future__ import annotations

from tests.agreement.made.draft import attributes, field_code, paragraph, value
from tests.agreement.made.papers.text import Typist

_TIMES = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'


def write_parts(typist: Typist) -> None:
    """Writes the styles, notes and settings of the paper."""
    draft = typist.draft
    spacing = draft.pick(
        ("", "", '<w:spacing w:after="200" w:line="276" w:lineRule="auto"/>',
         '<w:spacing w:after="160" w:line="259" w:lineRule="auto"/>')
    )  # fmt: skip
    kern = '<w:kern w:val="2"/>' if draft.chance(0.15) else ""
    draft.package.add(
        "styles",
        f'<w:docDefaults><w:rPrDefault><w:rPr>{_TIMES}{kern}<w:sz w:val="{typist.size}"/><w:lang w:val="en-US"/>'
        f"</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>{spacing}</w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="FootnoteText"><w:name w:val="footnote text"/>'
        '<w:basedOn w:val="Normal"/><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
        '<w:rPr><w:sz w:val="20"/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>'
        '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>'
        '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
        '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
    )
    notes = ""
    if draft.notes:
        draft.package.add(
            "footnotes",
            '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
            '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p>'
            "</w:footnote>" + "".join(draft.notes),
        )
        notes = '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
    mode = (
        '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
        f'w:val="{typist.mode}"/></w:compat>'
    )
    draft.package.add(
        "settings", f'<w:defaultTabStop w:val="{draft.pick((720, 720, 567))}"/>{notes}{mode if typist.mode else ""}'
    )


def section(typist: Typist) -> str:
    """The properties of its one section, with its headers."""
    draft = typist.draft
    references = title = ""
    if draft.chance(0.6):
        look = {**value("jc", "center")}
        reference = draft.package.add("header", paragraph(field_code("PAGE", "2"), look))
        references = f'<w:headerReference w:type="default" r:id="{reference}"/>'
        if draft.chance(0.7):
            first = draft.package.add("header", paragraph("", look))
            references += f'<w:headerReference w:type="first" r:id="{first}"/>'
            title = "<w:titlePg/>"
    grid = '<w:docGrid w:linePitch="360"/>' if draft.chance(0.7) else ""
    size = attributes("pgSz", w=11906, h=16838)["pgSz"]
    return f"<w:sectPr>{references}{size}{attributes('pgMar', **typist.margins)['pgMar']}{title}{grid}</w:sectPr>"
