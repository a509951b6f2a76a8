"""The bench measures what it says: every program makes the same document, and the table holds it against its bars."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
import yaml
from pypdf import PdfReader

from bench import growth, merge, papers, pdf, rollup, start
from bench.lean import document_source, table_source
from bench.samples import FIELDS, context
from bench.table import Bar, Line, printed, timed
from bench.tools import has_docxtemplater, soffice
from generator.docx.word.ooxml import find, parse, w
from generator.docx.word.package import DOCUMENT, Package
from generator.pdf import convert
from generator.service.rollup.rolling import roll_up_dossiers

ROWS = 30


def rows_of(docx: bytes) -> list[list[str]]:
    root = parse(Package.read(docx).parts[DOCUMENT])
    return [
        ["".join(text.text or "" for text in find(cell, ".//w:t")) for cell in row.iter(w("tc"))]
        for row in root.iter(w("tr"))
    ]


def test_each_program_fills_the_same_table(tmp_path: Path) -> None:
    ours = rows_of(merge.render_ours(ROWS))
    data = context(ROWS)["ds"]
    assert isinstance(data, list)
    assert ours[1:] == [[item[field] for field in FIELDS] for item in data]
    assert rows_of(merge.render_docxtpl(ROWS)) == ours
    assert rows_of(merge.render_uncached(ROWS)) == ours
    if has_docxtemplater():
        rival = merge.Docxtemplater(tmp_path)
        try:
            rival.render(ROWS, tmp_path / "theirs.docx")
        finally:
            rival.close()
        assert rows_of((tmp_path / "theirs.docx").read_bytes()) == ours


@pytest.mark.parametrize("subject", pdf.subjects((300,)), ids=lambda subject: subject.name)
def test_the_hand_written_source_prints_all_the_text(subject: pdf.Subject) -> None:
    source = table_source(subject.rows) if subject.rows else document_source(subject.docx)
    lean = PdfReader(BytesIO(pdf.compile_lean(source)))
    ours = convert(subject.docx, bundled_fonts=True)
    # A limit that left text out would be none.
    assert abs(len(lean.pages) - ours.pages) <= 1
    words = sum(len(page.extract_text().split()) for page in lean.pages)
    drawn = sum(len(page.extract_text().split()) for page in PdfReader(BytesIO(ours.pdf)).pages)
    assert words == pytest.approx(drawn, rel=0.02)


def test_a_size_gives_a_line_for_each_program(tmp_path: Path) -> None:
    lines = merge.measure(tmp_path, (ROWS,), rounds=1)
    assert [line.by for line in lines] == [merge.OURS, merge.UNCACHED, merge.DOCXTPL, merge.DOCXTEMPLATER]
    assert {line.subject for line in lines} == {"30 hàng"}
    assert all(line.ratio for line in lines if line.figure != "không có")
    table = printed(lines)
    assert "docxtpl" in table
    assert "≥ 4,00" in table


def test_a_bar_is_met_or_not_and_a_missing_program_is_neither() -> None:
    assert timed("trộn", "30 hàng", "docxtpl", [0.008, 0.009, 0.010], 0.002, Bar(4)).verdict == "đạt"
    assert timed("trộn", "30 hàng", "docxtpl", [0.007], 0.002, Bar(4)).verdict == "không đạt"
    assert Line("PDF", "30 hàng", "vanthu", ratio=0.4, bar=Bar(1 / 3, most=True)).verdict == "không đạt"
    missing = timed("trộn", "30 hàng", "docxtemplater", [], 0.002, Bar(1))
    assert (missing.figure, missing.verdict) == ("không có", "")


@pytest.mark.parametrize("power", [0.5, 1.0, 2.0])
def test_the_exponent_is_the_power_of_the_growth(power: float) -> None:
    assert growth.exponent({rows: 3e-5 * rows**power for rows in growth.SIZES}) == pytest.approx(power)


def test_a_start_is_held_against_its_bar_beside_bare_python(tmp_path: Path) -> None:
    seconds, render, help_, bare = start.measure(tmp_path, rounds=1)
    assert (tmp_path / "start" / "quyet-dinh.pdf").is_file()
    assert seconds.bar == start.BAR
    assert seconds.ratio
    assert seconds.verdict
    assert bare.ratio == 1
    assert render.ratio
    assert help_.ratio
    assert render.ratio > help_.ratio > 1
    assert not any(line.bar for line in (render, help_, bare))
    packages = start.imports(["-c", "import yaml"], {})
    assert packages["yaml"] > 0


def test_units_send_the_same_in_texts_and_in_workbooks(tmp_path: Path) -> None:
    texts, office = rollup.write_units(tmp_path / "texts", 9)
    books = rollup.write_books(tmp_path / "books", 9)
    rolled = [roll_up_dossiers(paths, office, output=tmp_path / f"{len(paths)}.yaml") for paths in (texts, books[:8])]
    assert [(done.entries, done.units) for done in rolled] == [(36, 9), (32, 8)]
    found = yaml.safe_load((tmp_path / "8.yaml").read_text(encoding="utf-8"))
    assert {entry["don_vi"] for entry in found} == {f"Sở Số {number:04d}" for number in range(1, 9)}


@pytest.mark.skipif(soffice() is None, reason="LibreOffice is not installed")
def test_files_of_a_folder_are_held_against_libreoffice_cold_and_warm(tmp_path: Path) -> None:
    corpus, folder = tmp_path / "corpus", tmp_path / "work"
    (corpus / "sub").mkdir(parents=True)
    folder.mkdir()
    for name in ("a.docx", "sub/a.docx"):  # of one name: each is measured
        (corpus / name).write_bytes(merge.render_ours(ROWS))
    (corpus / "broken.docx").write_bytes(b"none")
    lines = papers.measure(folder, corpus, rounds=1)
    assert all(line.ratio is not None for line in lines)
    bars = {(line.work, line.by): line for line in lines if line.bar}
    assert {name for _, name in bars} == {"soffice", "soffice, CPU", "soffice, cả loạt một lần", papers.SLOW}
    assert all(line.subject.startswith("2 tệp") for line in bars.values())
    assert not list(corpus.rglob("*.pdf"))  # nothing is written beside what is measured
    assert [line.subject for line in lines[-2:]] == ["a.docx", "a.docx"]
