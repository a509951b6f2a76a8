"""Files of Word's strict variant, whose measures carry their units: read as files of the usual kind."""

from __future__ import annotations

import pytest

from generator.opc.strict import as_usual

_W = "wordprocessingml/main"
_USUAL: dict[str, str] = {
    '<w:pgSz w:w="595.3pt" w:h="29.7cm"/>': '<w:pgSz w:w="11906" w:h="16838"/>',
    '<w:ind w:start="0.5in" w:end="-6pt"/>': '<w:ind w:left="720" w:right="-120"/>',
    '<w:spacing w:line="12pt" w:lineRule="auto"/>': '<w:spacing w:line="240" w:lineRule="auto"/>',
    '<w:rPr><w:sz w:val="14pt"/></w:rPr>': '<w:rPr><w:sz w:val="28"/></w:rPr>',
    '<w:rPr><w:w w:val="90%"/></w:rPr>': '<w:rPr><w:w w:val="90"/></w:rPr>',
    '<w:tblW w:w="50%" w:type="pct"/>': '<w:tblW w:w="2500" w:type="pct"/>',
    '<w:jc w:val="end"/>': '<w:jc w:val="right"/>',
    '<w:textDirection w:val="lr"/>': '<w:textDirection w:val="btLr"/>',
    '<w:tcBorders><w:start w:val="single" w:sz="4"/></w:tcBorders>':
        '<w:tcBorders><w:left w:val="single" w:sz="4"/></w:tcBorders>',
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlJc w:val="start"/></w:lvl>':
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlJc w:val="left"/></w:lvl>',
    '<w:pStyle w:val="12pt"/>': '<w:pStyle w:val="12pt"/>',  # a name
    '<w:t>cao 12pt, đạt 50%</w:t>': '<w:t>cao 12pt, đạt 50%</w:t>',
    '<a:alpha xmlns:a="http://purl.oclc.org/ooxml/drawingml/main" val="40%"/>':
        '<a:alpha xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" val="40000"/>',
}  # fmt: skip


@pytest.mark.parametrize("said", _USUAL)
def test_measures_and_sides_are_as_in_other_files(said: str) -> None:
    root = '<w:document xmlns:w="http://{}"{}>{}</w:document>'
    strict = root.format(f"purl.oclc.org/ooxml/{_W}", ' w:conformance="strict"', said)
    usual = root.format("schemas.openxmlformats.org/wordprocessingml/2006/main", "", _USUAL[said])
    assert as_usual(strict.encode(), "word/document.xml").decode().endswith(usual)


def test_what_is_not_strict_stays_the_same_bytes() -> None:
    data = b"<?xml version='1.0'?><a  b='50%'/>"
    assert as_usual(data, "word/document.xml") is data
