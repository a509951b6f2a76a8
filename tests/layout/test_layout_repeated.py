"""Properties taken out of a part before it is parsed say what they say where they stand."""

from __future__ import annotations

import pytest

from generator.errors import ConversionError
from generator.layout import read
from generator.layout.tree import Paragraph
from tests.layout.word_maker import cell, make, para, row, run, section, table

COMMENT = "<!-- nothing is taken out of a part with a comment -->"
BOLD, RED = "<w:b/>", '<w:color w:val="FF0000"/>'
MARK = f"<w:rPr>{BOLD}</w:rPr>"
NUMBERS = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)
LISTED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
BODIES = {
    "looks that come again": para(run("một", BOLD) + run(" hai", RED) + run(" ba", BOLD)) * 3,
    "one look written in two ways": para(run("một", BOLD) + run(" hai", "<w:b></w:b>") + run(" ba", "<w:b />")),
    "a number that looks like the end of its paragraph": para("mục", LISTED + MARK) + para("mục", LISTED),
    "the end of a section": para(run("một", BOLD), MARK + section()) + para(run("hai", BOLD), MARK),
    "properties with attributes": '<w:p><w:pPr w:rsidR="0A"><w:rPr w:rsidR="0A"><w:b/></w:rPr></w:pPr></w:p>' * 2,
    "empty properties": "<w:p><w:pPr /><w:r><w:rPr /><w:t>một</w:t></w:r></w:p>" + para(run("hai", BOLD)),
    "tracked looks": para(
        run("một", f'{BOLD}<w:rPrChange w:id="1" w:author="A">{MARK}</w:rPrChange>') + run(" hai", BOLD),
        f'<w:jc w:val="center"/><w:pPrChange w:id="2" w:author="A"><w:pPr>{MARK}</w:pPr></w:pPrChange>',
    ),
    "a mark that was deleted": para("một", '<w:rPr><w:del w:id="1" w:author="A"/></w:rPr>') + para("hai"),
    "cells": table([3000, 3000], row(cell(para(run("a", BOLD), MARK)), cell(para(run("b", BOLD), MARK)))),
    "text that reads like properties": para(run(f"<![CDATA[{MARK}]]>", BOLD) + run("sau", BOLD)),
    "properties in a comment": f"<!-- {MARK} -->" + para(run("một", BOLD)),
    "another meaning of the prefix": para(run("một", BOLD))
    + '<x:y xmlns:x="x" xmlns:w="z"><w:rPr><w:b/></w:rPr></x:y>',
    "a formula": para("<m:oMath><m:r><w:rPr><w:i/></w:rPr><m:t>x</m:t></m:r></m:oMath>" + run("một", "<w:i/>")),
}


@pytest.mark.parametrize("name", BODIES)
def test_a_part_is_read_as_if_nothing_were_taken_out(name: str) -> None:
    body = BODIES[name]
    as_it_stands = read(make(body + COMMENT, numbering=NUMBERS), origins=True)
    assert read(make(body, numbering=NUMBERS), origins=True) == as_it_stands


def test_text_of_one_look_is_one_run_however_the_look_is_written() -> None:
    blocks = read(make(BODIES["one look written in two ways"])).sections[0].blocks
    assert isinstance(blocks[0], Paragraph)
    assert blocks[0].text == "một hai ba"
    assert len(blocks[0].items) == 1


@pytest.mark.parametrize("wrong", ["<w:b>", "<x:b/>", '<w:b w:val="1" w:val="1"/>', "<w:rPr>"])
def test_wrong_properties_are_told_of_the_part_as_it_stands(wrong: str) -> None:
    body = para(run("một", BOLD)) + para(run("hai", wrong))
    said = []
    for more in ("", COMMENT):
        with pytest.raises(ConversionError) as error:
            read(make(body + more))
        said.append(error.value.problems)
    assert said[0] == said[1]
