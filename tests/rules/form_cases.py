"""Cases of rules of form: a document of ``BASES`` rendered, changed as the case says, judged."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from typing import Any

from generator.checking.judging import judge
from generator.checking.reading import read_file
from generator.defects.making import changed
from generator.dossier.reading.reader import build_dossier
from generator.findings import Finding
from generator.opc import WORD, Package
from generator.rules.base import Entry
from tests.rendering import render_dossier
from tests.rules.bases import BASES

_MOMENT = datetime(2026, 11, 20)


@cache
def base(name: str) -> bytes:
    """The first document of the base as a Word file; of one named after a file apart, that file; «ban-sao» a copy."""
    if name == "ban-sao":
        return _copied(base("cong-van"))
    made = render_dossier(build_dossier(BASES[name]()))
    return made[-1 if name.endswith("-tep-rieng") else 0].docx


def _copied(docx: bytes) -> bytes:
    """The document with what makes it a bản sao below it (Mẫu 3.1)."""
    centre, bold = '<w:pPr><w:jc w:val="center"/></w:pPr>', "<w:rPr><w:b/></w:rPr>"
    line = '<w:tcBorders><w:top w:val="single" w:sz="6"/></w:tcBorders>'

    def para(text: str, look: str = "", stands: str = centre) -> str:
        return f"<w:p>{stands}<w:r>{look}<w:t>{text}</w:t></w:r></w:p>"

    def row(left: str, right: str, border: str = "") -> str:
        cells = ((3300, left), (6000, right))
        made = (
            f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/>{border}</w:tcPr>{held}</w:tc>' for wide, held in cells
        )
        return f"<w:tr>{''.join(made)}</w:tr>"

    form = para("SAO Y", '<w:rPr><w:b/><w:sz w:val="28"/></w:rPr>')
    dated = para("Số: 07/SY-UBND"), para("Mẫu, ngày 05 tháng 02 năm 2026", "<w:rPr><w:i/></w:rPr>")
    sent = para("Nơi nhận sao:", stands="") + para("- Lưu: VT.", stands="")
    signed = para("CHỦ TỊCH", bold) + "<w:p/>" * 4 + para("Nguyễn Văn A", bold)
    rows = row(para("ỦY BAN NHÂN DÂN XÃ SAO", bold), form, line) + row(*dated) + row(sent, signed)
    grid = '<w:tblGrid><w:gridCol w:w="3300"/><w:gridCol w:w="6000"/></w:tblGrid>'
    block = f'<w:tbl><w:tblPr><w:tblW w:w="9300" w:type="dxa"/></w:tblPr>{grid}{rows}</w:tbl>'
    package = Package.open(docx, WORD)
    body, sect, rest = package.parts["word/document.xml"].decode().rpartition("<w:sectPr")
    package.parts["word/document.xml"] = f"{body}<w:p/>{block}<w:p/>{sect}{rest}".encode()
    return package.to_bytes()


def changed_file(case: Any) -> bytes:
    """The base of the case with its changes made."""
    docx = base(case["nen"])
    reading = read_file(docx)
    return changed(docx, case.get("sua") or [], reading.document, reading.parts, _MOMENT)


def judge_form(entry: Entry, case: Any) -> list[Finding]:
    """What the rule says of the changed file."""
    findings, _ = judge(read_file(changed_file(case)), [entry])
    return findings
