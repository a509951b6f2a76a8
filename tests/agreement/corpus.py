"""DOCX files that the grammar did not make: the project's own, LibreOffice's, and python-docx's."""

from __future__ import annotations

import io
import subprocess
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from generator.render import RenderedDocument
from generator.resources import TEMPLATES
from tests.agreement.made.grammar import make
from tests.agreement.made.pictures import seal
from tests.agreement.made.sentences import CELLS, SENTENCES
from tests.agreement.references import CACHE, LOCK, place

_ROUND_TRIPS = (1, 2, 4, 6, 7, 9, 14, 20, 23, 26)  # seeds whose files LibreOffice writes anew
_TIMEOUT = 180


def own_documents(examples: Mapping[str, RenderedDocument]) -> dict[str, bytes]:
    """Every document of every example, and every template of a part without a page foot of its own.

    A main template as it is holds tags longer than the frames of its stamps, which LibreOffice breaks elsewhere.
    """
    made = {name: document.docx for name, document in examples.items()}
    parts = {f"templates/{file.name}": file.read_bytes() for file in sorted(TEMPLATES.rglob("*.docx"))}
    return made | {name: data for name, data in parts.items() if not _has_foot(data)}


def _has_foot(template: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(template)) as package:
        feet = [package.read(name) for name in package.namelist() if name.startswith("word/footer")]
    return any(b"{%" in foot for foot in feet)


def libreoffice_documents(soffice: str) -> dict[str, bytes]:
    """DOCX files that LibreOffice wrote: from ODT, which it made of random files, and from HTML."""
    random = {f"odt-{seed}.docx": make(seed, frozenset(), 14).docx for seed in _ROUND_TRIPS}
    html = _html().encode()
    kept = place(soffice, b"".join([*random.values(), html])).with_suffix(".written")
    with LOCK:  # it writes other bytes each time, of which it would have to make PDFs anew
        if not kept.exists():
            _write(soffice, random, html, kept)
    return {f"libreoffice/{file.name}": file.read_bytes() for file in sorted(kept.glob("*.docx"))}


def _write(soffice: str, random: Mapping[str, bytes], html: bytes, kept: Path) -> None:
    with tempfile.TemporaryDirectory(prefix="making-", dir=CACHE, ignore_cleanup_errors=True) as temporary:
        folder = Path(temporary)
        for name, data in random.items():
            (folder / name).write_bytes(data)
        page = folder / "trang.html"
        page.write_bytes(html)
        _convert(soffice, folder, "odt", folder / "odt", [folder / name for name in random])
        _convert(soffice, folder, "docx", folder / "docx", sorted((folder / "odt").glob("*.odt")))
        _convert(soffice, folder, "docx:Office Open XML Text", folder / "docx", [page])
        written = folder / "docx"
        assert len(list(written.iterdir())) == len(random) + 1
        written.rename(kept)


def _convert(soffice: str, folder: Path, target: str, out: Path, sources: list[Path]) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    filters = ["--infilter=HTML (StarWriter)"] if target.startswith("docx:") else []
    subprocess.run(
        [soffice, profile, "--headless", "--norestore", *filters, "--convert-to", target, "--outdir", out, *sources],
        check=True,
        capture_output=True,
        timeout=_TIMEOUT,
    )


def _html() -> str:
    rows = "".join(f"<tr><td>{at}</td><td>{CELLS[at]}</td><td>{SENTENCES[at]}</td></tr>" for at in range(4, 12))
    items = "".join(f"<li>{sentence}</li>" for sentence in SENTENCES[12:18])
    text = "".join(f'<p style="text-align: justify">{sentence}</p>' for sentence in SENTENCES[18:30])
    return (
        '<html lang="vi"><head><meta charset="utf-8"><style>body, p, td, th, li, h1, h2 '
        '{font-family: "Times New Roman"}'
        "</style></head><body><h1>Kế hoạch năm 2024</h1>"
        f"{text}<h2>Mục tiêu</h2><ol>{items}</ol><ul>{items}</ul>"
        f'<table border="1" cellspacing="0"><tr><th>TT</th><th>Mục</th><th>Nội dung</th></tr>{rows}</table>'
        "<p>Nơi nhận:<br>- Như trên;<br>- Lưu: VT.</p></body></html>"
    )


def python_docx_documents() -> dict[str, bytes]:
    """Files made with python-docx from its default template, set in Times New Roman."""
    made = {"headings": _headings(), "tables": _tables(), "pictures": _pictures()}
    return {f"python-docx/{name}": _bytes(document) for name, document in made.items()}


def _blank() -> Document:
    document = docx.Document()
    for style in document.styles:
        properties = style.element.find(qn("w:rPr"))
        fonts = None if properties is None else properties.find(qn("w:rFonts"))
        if fonts is not None:
            fonts.attrib.clear()
            for script in ("ascii", "hAnsi", "cs", "eastAsia"):
                fonts.set(qn(f"w:{script}"), "Times New Roman")
    document.styles["Normal"].font.name = "Times New Roman"
    document.styles["Normal"].font.size = Pt(13)
    return document


def _headings() -> Document:
    document = _blank()
    document.add_heading("Quy chế làm việc", 0)
    for chapter in range(1, 4):
        document.add_heading(f"Chương {chapter}", 1)
        document.add_heading(SENTENCES[33], 2)
        for at in range(6):
            document.add_paragraph(SENTENCES[chapter * 7 + at])
        for style in ("List Number", "List Bullet", "List Bullet 2", "Intense Quote"):
            document.add_paragraph(SENTENCES[chapter * 5], style=style)
            document.add_paragraph(SENTENCES[chapter * 5 + 1], style=style)
        document.add_paragraph(SENTENCES[chapter]).alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    return document


def _tables() -> Document:
    document = _blank()
    for style in ("Table Grid", "Light Shading", "Light List Accent 1", "Medium Grid 1", "Colorful List"):
        document.add_heading(style, 2)
        table = document.add_table(rows=1, cols=4, style=style)
        for cell, text in zip(table.rows[0].cells, ("TT", "Mục tiêu", "Chỉ tiêu", "Ghi chú"), strict=True):
            cell.text = text
        for row in range(1, 8):
            cells = table.add_row().cells
            cells[0].text = str(row)
            cells[1].text, cells[2].text = SENTENCES[row + 10][:60], CELLS[row + 4]
    merged = document.add_table(rows=4, cols=3, style="Table Grid")
    merged.cell(0, 0).merge(merged.cell(0, 2)).text = "Gộp ngang"
    merged.cell(1, 0).merge(merged.cell(3, 0)).text = "Gộp dọc"
    return document


def _pictures() -> Document:
    document = _blank()
    document.add_paragraph(SENTENCES[0])
    document.add_picture(io.BytesIO(seal(48)), width=Cm(3))
    document.paragraphs[-1].alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.add_paragraph(SENTENCES[2])
    document.add_page_break()
    section = document.add_section()
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    section.header.is_linked_to_previous = False
    section.header.paragraphs[0].text = "Phụ lục\tKèm theo\tTrang"
    for sentence in SENTENCES[3:14]:
        document.add_paragraph(sentence).paragraph_format.first_line_indent = Cm(1)
    return document


def _bytes(document: Document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()
