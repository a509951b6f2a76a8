"""Pages of one file as pictures: ours on the left, LibreOffice's on the right."""

from __future__ import annotations

from pathlib import Path

import pypdfium2

from generator.errors import VanthuError
from generator.pdf import convert
from tests.agreement.harness import Case
from tests.pictures import png

_SCALE = 1.0


def write_pages(case: Case, folder: Path) -> list[Path]:
    """Writes one PNG per page and returns the files, together with the DOCX and both PDFs."""
    folder.mkdir(parents=True, exist_ok=True)
    name = Path(case.name).stem.replace(" ", "-")
    files = [folder / f"{name}.docx", folder / f"{name}-libreoffice.pdf"]
    files[0].write_bytes(case.docx)
    files[1].write_bytes(case.reference)
    ours: list[list[bytes]] = []
    try:
        made = convert(case.docx, bundled_fonts=case.bundled_fonts).pdf
    except VanthuError as error:
        print(error)
    else:
        files.append(folder / f"{name}-ours.pdf")
        files[-1].write_bytes(made)
        ours = _pages(made)
    theirs = _pages(case.reference)
    for number in range(max(len(ours), len(theirs))):
        left = ours[number] if number < len(ours) else []
        right = theirs[number] if number < len(theirs) else []
        files.append(folder / f"{name}-{number + 1}.png")
        files[-1].write_bytes(_beside(left, right))
    return files


def _pages(pdf: bytes) -> list[list[bytes]]:
    document = pypdfium2.PdfDocument(pdf)
    pages = []
    for page in document:
        bitmap = page.render(scale=_SCALE, grayscale=True)
        data = bytes(bitmap.buffer)
        pages.append([data[y * bitmap.stride : y * bitmap.stride + bitmap.width] for y in range(bitmap.height)])
    document.close()
    return pages


def _beside(left: list[bytes], right: list[bytes]) -> bytes:
    width = max(len(rows[0]) for rows in (left, right) if rows)
    height = max(len(left), len(right))
    blank = b"\xff" * width

    def row(rows: list[bytes], y: int) -> bytes:
        return rows[y].ljust(width, b"\xff") if y < len(rows) else blank

    return png(2 * width + 4, height, [row(left, y) + b"\0" * 4 + row(right, y) for y in range(height)], colours=1)
