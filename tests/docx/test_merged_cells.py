"""``{% vm %}`` in cells of several paragraphs and of rich text: what they say is in the first row alone."""

from __future__ import annotations

import pytest

from generator.content import Rich
from generator.docx import Template
from generator.docx.word.ooxml import parse, w
from generator.docx.word.package import DOCUMENT, Package
from generator.values import Texts
from tests.docx.docx_samples import paragraph, template

WAYS = {
    "rich text behind it": ("{% vm %}{{r d.a }}",),
    "rich text before it": ("{{r d.a }}{% vm %}",),
    "in words": ("Số {{r d.a }}{% vm %}",),
    "plain text": ("{% vm %}{{ d.a }}",),
    "paragraphs and then it": ("{%p for x in d.a %}", "{{r x }}", "{%p endfor %}", "{% vm %}"),
    "it, then paragraphs": ("{% vm %}", "{%p for x in d.a %}", "{{r x }}", "{%p endfor %}"),
    "in a loop of paragraphs": ("{%p for x in d.a %}", "{{r x }}{% vm %}", "{%p endfor %}"),
}


@pytest.mark.parametrize("name", WAYS)
def test_a_merged_cell_says_all_once(name: str) -> None:
    def cell(*texts: str) -> str:
        return f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>{"".join(map(paragraph, texts))}</w:tc>'

    rows = [("{%tr for d in dong %}", ""), (WAYS[name], "{{ d.b }}"), ("{%tr endfor %}", "")]
    made = "".join(f"<w:tr>{cell(*((a,) if isinstance(a, str) else a))}{cell(b)}</w:tr>" for a, b in rows)
    grid = '<w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid>'
    form = template(f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>{grid}{made}</w:tbl>')
    said = Texts([Rich.plain("Một"), Rich.plain("Hai")])
    docx = Template.compile(form).render({"dong": [{"a": said, "b": letter} for letter in "xyz"]})
    table = next(parse(Package.read(docx).parts[DOCUMENT]).iter(w("tbl")))
    cells = [row.findall(w("tc")) for row in table.iter(w("tr"))]
    texts = ["".join(one.text or "" for one in first.iter(w("t"))) for first, _ in cells]
    assert texts == [texts[0], "", ""]
    assert texts[0].removeprefix("Số ") == "MộtHai"
    merges = [first.find(f"{w('tcPr')}/{w('vMerge')}") for first, _ in cells]
    assert [one.get(w("val")) for one in merges if one is not None] == ["restart", "continue", "continue"]
    assert all(len(second.findall(w("p"))) == 1 for _, second in cells)
