"""What rules of form work out once for a file and share says the same to each of them, whichever asks first."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from generator.checking.judging import judge
from generator.checking.reading import read_layout
from generator.findings import Finding, Unjudged
from generator.layout import read
from generator.opc import WORD, Package
from generator.rules.base import Entry
from generator.rules.catalogue import form_rules
from generator.rules.form._reading import FileReading
from tests.rules.samples import samples

SAMPLES = samples()
_MANY = 5  # rules
Told = dict[str, list[Finding | Unjudged]]


def _told(reading: FileReading, entries: Iterable[Entry]) -> Told:
    findings, unjudged = judge(reading, entries)
    said: Told = {}
    for one in (*findings, *unjudged):
        said.setdefault(one.rule, []).append(one)
    return said


def _spoilt(docx: bytes) -> bytes:
    """The file with what was bold in red, two sizes too small, full stops as semicolons, no word «số»."""
    package = Package.open(docx, WORD)
    body = package.parts["word/document.xml"].decode()
    for typed, wrong in (
        ("<w:b/>", '<w:color w:val="FF0000"/>'),
        ('w:val="26"', 'w:val="20"'),
        ('w:val="28"', 'w:val="22"'),
        (".<", ";<"),
        (" số ", " "),
    ):
        body = body.replace(typed, wrong)
    package.parts["word/document.xml"] = body.encode()
    return package.to_bytes()


@pytest.mark.parametrize("name", SAMPLES)
def test_a_rule_says_the_same_alone_first_and_last(name: str) -> None:
    document = read(_spoilt(SAMPLES[name]), origins=True)
    entries = list(form_rules().values())
    together = _told(read_layout(document), entries)
    assert _told(read_layout(document), reversed(entries)) == together
    alone: Told = {}
    for entry in entries:
        alone |= _told(read_layout(document), [entry])
    assert alone == together
    assert len(together) > _MANY
