"""Tags take the look and the place of the words they replace."""

from __future__ import annotations

from lxml import etree

from generator.docx.word.ooxml import W, parse, w
from generator.drafting.words import look_of, repeat, say


def _paragraph(*runs: str) -> etree._Element:
    return parse(f'<w:p xmlns:w="{W}">{"".join(runs)}</w:p>')


def _run(text: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_a_paragraph_that_quotes_more_than_it_says_looks_as_what_it_says() -> None:
    made = _paragraph(_run("- Tại Nghị quyết: "), _run("“Đồng ý chủ trương tổ chức chính quyền hai cấp”", "<w:i/>"))
    assert _slanted(look_of(made, last=True))
    assert not _slanted(look_of(made, last=True, plain=True))


def _slanted(look: etree._Element | None) -> bool:
    return look is not None and look.find(w("i")) is not None


def test_what_tabs_put_in_its_place_stays_there() -> None:
    name = _paragraph('<w:r><w:tab/><w:tab/><w:t xml:space="preserve">  Nguyễn Minh</w:t></w:r>')
    say(name, "{{ ho_ten }}")
    assert len(list(name.iter(w("tab")))) == 2
    assert "".join(item.text or "" for item in name.iter(w("t"))) == "  {{ ho_ten }}"
    body = etree.Element(w("body"))
    titles = [_paragraph(f"<w:r><w:tab/><w:t>{text}</w:t></w:r>") for text in ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")]
    titles[1].insert(0, etree.fromstring(f'<w:pPr xmlns:w="{W}"><w:keepNext/></w:pPr>'))
    body.extend(titles)
    repeat(titles, "ky", "{{ dong }}")
    tagged = [one for one in body if "dong }}" in "".join(map(str, one.itertext()))]
    assert [len(list(one.iter(w("tab")))) for one in tagged] == [1, 1]
