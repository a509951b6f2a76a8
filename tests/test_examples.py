"""Every example dossier, from data to pages: valid, archival, complete, and the same as LibreOffice draws."""

from __future__ import annotations

import difflib
import io
import re
from pathlib import Path

import pypdfium2
import pytest
from pypdf import PdfReader

from generator.render import RenderedDocument
from generator.resources import example_folders
from tests.agreement.references import libreoffice_pdfs
from tests.conftest import validation_errors
from tests.pages import layout_lines, page_texts, positioned_lines

NAMES = [
    f"{folder.name}/{file.stem}" for folder in example_folders() for file in sorted((folder / "van-ban").glob("*.yaml"))
]
NAMES.append("ban-chi-dao-suoi-trong-2026/ke-hoach-phu-luc-1")  # an annex in a file of its own
GOLDENS = Path(__file__).parent / "goldens"
LEAST_AGREEMENT = 0.98


@pytest.fixture(params=NAMES)
def example(request: pytest.FixtureRequest, examples: dict[str, RenderedDocument]) -> RenderedDocument:
    return examples[request.param]


@pytest.fixture(scope="module")
def theirs(soffice: str, examples: dict[str, RenderedDocument]) -> dict[str, bytes]:
    """LibreOffice's PDF of each example by the example's name: one start for many."""
    return libreoffice_pdfs(soffice, {name: example.docx for name, example in examples.items()})


def test_word_accepts_the_file(example: RenderedDocument, ooxml_validator: Path, tmp_path: Path) -> None:
    file = tmp_path / "van-ban.docx"
    file.write_bytes(example.docx)
    assert validation_errors(ooxml_validator, file) == []


def test_the_pdf_is_archival_accessible_and_says_what_it_is(example: RenderedDocument) -> None:
    assert example.pdf
    reader = PdfReader(io.BytesIO(example.pdf.pdf), strict=True)
    metadata = reader.xmp_metadata
    assert metadata
    raw = metadata.stream.get_data().decode()
    assert re.search(r"pdfaid:part[=>\"]+2", raw)
    assert re.search(r"pdfaid:conformance[=>\"]+A", raw)
    assert re.search(r"pdfuaid:part[=>\"]+1", raw)
    assert reader.metadata
    assert reader.metadata.title == example.title
    assert reader.metadata.author
    assert reader.metadata.subject
    assert reader.trailer["/Root"]["/Lang"].startswith("vi")
    assert len(pypdfium2.PdfDocument(example.pdf.pdf)) == len(reader.pages) == example.pdf.pages


def test_fonts_are_embedded_and_stand_in_for_times_new_roman(example: RenderedDocument) -> None:
    assert example.pdf
    assert set(example.pdf.fonts_asked) == {"Times New Roman"}
    assert example.pdf.fonts_embedded
    assert all("LiberationSerif" in font or "TimesNewRoman" in font for font in example.pdf.fonts_embedded)


def test_bookmarks_lead_to_articles_sections_and_annexes(examples: dict[str, RenderedDocument]) -> None:
    def titles(name: str) -> list[str]:
        pdf = examples[name].pdf
        assert pdf
        found: list[str] = []

        def walk(items: list[object]) -> None:
            for item in items:
                if isinstance(item, list):
                    walk(item)
                else:
                    found.append(str(item.title))  # type: ignore[attr-defined]

        walk(PdfReader(io.BytesIO(pdf.pdf)).outline)
        return found

    thuong_lo = titles("thuong-lo-2024/quyet-dinh")
    assert [title for title in thuong_lo if title.startswith("Điều")] == ["Điều 1.", "Điều 2.", "Điều 3.", "Điều 4."]
    assert {"Phụ lục I", "Phụ lục II", "I. MỤC ĐÍCH, YÊU CẦU"} <= set(thuong_lo)
    assert "I. MỤC ĐÍCH VÀ YÊU CẦU" in titles("duyen-hai-2022/ke-hoach")


@pytest.mark.parametrize("name", NAMES)
def test_pages_and_lines_are_libreoffices(
    name: str, examples: dict[str, RenderedDocument], theirs: dict[str, bytes], pdftotext: str, tmp_path: Path
) -> None:
    example = examples[name]
    assert example.pdf
    (tmp_path / "ours.pdf").write_bytes(example.pdf.pdf)
    (tmp_path / "theirs.pdf").write_bytes(theirs[name])
    our_pages = layout_lines(pdftotext, tmp_path / "ours.pdf")
    their_pages = layout_lines(pdftotext, tmp_path / "theirs.pdf")
    assert len(our_pages) == len(their_pages)
    same = total = 0
    differing: list[str] = []
    for our_lines, their_lines in zip(our_pages, their_pages, strict=True):
        matcher = difflib.SequenceMatcher(None, their_lines, our_lines, autojunk=False)
        same += sum(block.size for block in matcher.get_matching_blocks())
        total += max(len(our_lines), len(their_lines))
        differing += difflib.unified_diff(their_lines, our_lines, "LibreOffice", "vanthu", n=0)
    print(f"{example.name}: {len(our_pages)} pages, {same} of {total} lines the same ({same / total:.2%})")
    assert same / total >= LEAST_AGREEMENT, "\n".join(differing)


def test_pages_are_as_accepted(example: RenderedDocument, request: pytest.FixtureRequest) -> None:
    """A change in layout shows as a readable diff; accept it with ``make goldens``."""
    import os

    assert example.pdf
    name = request.node.callspec.params["example"]
    golden = GOLDENS / f"{name.replace('/', '--')}.txt"
    lines = "\n".join(positioned_lines(example.pdf.pdf)) + "\n"
    if os.environ.get("VANTHU_UPDATE_GOLDENS"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(lines, encoding="utf-8")
    assert lines == golden.read_text(encoding="utf-8")


def test_the_same_dossier_gives_the_same_bytes(examples: dict[str, RenderedDocument]) -> None:
    from generator.dossier import load_dossier
    from generator.resources import DATA
    from tests.rendering import render_dossier

    (again,) = render_dossier(load_dossier(DATA / "giong-rieng-2019"), bundled_fonts=True)
    first = examples["giong-rieng-2019/quyet-dinh"]
    assert again.docx == first.docx
    assert again.pdf
    assert first.pdf
    assert again.pdf.pdf == first.pdf.pdf


def test_the_text_layer_holds_no_invisible_characters(example: RenderedDocument) -> None:
    assert example.pdf
    assert not set("\u200b\u2060\ufeff\u00ad\ufffd") & set("".join(page_texts(example.pdf.pdf)))
