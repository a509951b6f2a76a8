"""DOCX files written once more as other programs do, nothing that a reader sees changed."""

from __future__ import annotations

import random
import re
import shutil
import subprocess
from pathlib import Path
from xml.sax.saxutils import escape, unescape

from generator.opc import WORD, Package

_RUN = re.compile(r"<w:r>(<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>|<w:rPr/>)?<w:t(?: [^>]*)?>([^<]{2,})</w:t></w:r>", re.S)
_PARAGRAPH = re.compile(r"<w:p>")


def as_word_does(docx: bytes, seed: int = 0) -> bytes:
    """The file as Word saves it after an edit: runs split anywhere, rsids, proofing marks, bookmarks, page breaks."""
    chance = random.Random(seed)
    package = Package.open(docx, WORD)
    xml = package.parts["word/document.xml"].decode("utf-8")
    marks = iter(range(10_000, 99_999))

    def split(match: re.Match[str]) -> str:
        look, text = match[1] or "", unescape(match[2])
        cuts = sorted(chance.sample(range(1, len(text)), min(chance.randint(0, 3), len(text) - 1)))
        pieces = [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]
        made = []
        for piece in pieces:
            made.append(f'<w:r w:rsidRPr="00{chance.randrange(16**6):06X}">{look}')
            made.append("<w:lastRenderedPageBreak/>" if chance.random() < 0.05 else "")
            made.append(f'<w:t xml:space="preserve">{escape(piece)}</w:t></w:r>')
            if chance.random() < 0.3:
                made.append('<w:proofErr w:type="spellStart"/><w:proofErr w:type="spellEnd"/>')
            if chance.random() < 0.1:
                n = next(marks)
                made.append(f'<w:bookmarkStart w:id="{n}" w:name="_Toc{n}"/><w:bookmarkEnd w:id="{n}"/>')
        return "".join(made)

    xml = _RUN.sub(split, xml)
    xml = _PARAGRAPH.sub(lambda _: f'<w:p w:rsidR="00{chance.randrange(16**6):06X}" w:rsidRDefault="00A1B2C3">', xml)
    package.parts["word/document.xml"] = xml.encode("utf-8")
    return package.to_bytes()


def office() -> str | None:
    """LibreOffice on this machine, if any."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def as_libreoffice_does(files: list[tuple[str, bytes]], folder: Path) -> list[tuple[str, bytes]]:
    """The files opened and saved again by LibreOffice."""
    made = folder / "ra"
    for name, docx in files:
        (folder / name).write_bytes(docx)
    profile = f"-env:UserInstallation={(folder / 'ho-so').as_uri()}"
    command = [office() or "soffice", profile, "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir"]
    subprocess.run([*command, str(made), *(str(folder / name) for name, _ in files)], check=True, capture_output=True)
    return [(name, (made / name).read_bytes()) for name, _ in files]
