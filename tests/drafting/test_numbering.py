"""Page numbers typed by hand below an old document: the form counts its pages itself."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest

from generator.drafting import draft_form
from generator.opc import WORD, Package
from tests.drafting.making import printed

KNOWN = ("bau-bang-2024", "quyet-dinh")


@pytest.mark.parametrize(
    ("typed", "fields", "left"),
    [
        (("Trang 1/3",), 2, "Trang /"),
        (("Trang ", "1", "/", "3"), 2, "Trang /"),
        (("- 2 -",), 1, "-  -"),
        (("2",), 1, ""),
        (("Trang 2 trên 5",), 2, "Trang  trên "),
        (("Phiên bản 2",), 0, "Phiên bản 2"),
        (("2026",), 0, "2026"),
    ],
)
def test_a_number_typed_for_each_page_becomes_that_of_the_page(typed: tuple[str, ...], fields: int, left: str) -> None:
    word = docx.Document(BytesIO(printed(KNOWN)))
    foot = word.sections[0].footer.paragraphs[0]
    for text in typed:
        foot.add_run(text).italic = True
    file = BytesIO()
    word.save(file)
    made = draft_form(file.getvalue(), "quyết định", "quyet-dinh")
    package = Package.open(made.docx, WORD)
    xml = "".join(data.decode() for name, data in package.parts.items() if "footer" in name and name.endswith(".xml"))
    assert (xml.count(" PAGE ") + xml.count(" NUMPAGES ")) == fields
    again = docx.Document(BytesIO(made.docx)).sections[0].footer.paragraphs[0]
    assert "".join(run.text for run in again.runs) == left
    assert any("số trang gõ tay" in note.what for note in made.notes) == bool(fields)
