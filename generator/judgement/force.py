"""Whether a legal document may be cited as a basis on a day, by the rules of its force."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from generator.findings import Finding
from generator.law.bases import LegalDocument
from generator.law.force import Law
from generator.rules.catalogue import reading
from generator.rules.law._reading import ForceReading
from generator.rules.law.dung import RULE


def judge(document: LegalDocument, day: date, law: Law, *, cited: Collection[str] = ()) -> list[Finding]:
    """What is to be said of the document as a basis on the day, gravest first; a FINE finding when all is well.

    ``cited`` are the ids of all documents cited beside it: what is cited already is not offered.
    """
    findings = judged(ForceReading(document.label, document, day, law, cited))
    if findings:
        return findings
    note = "" if document.effective else "; chưa xác minh ngày có hiệu lực, chỉ so với ngày ban hành"
    message = f"{document.label} có hiệu lực vào ngày {day:%d/%m/%Y}{note}"
    return [RULE.found(message, subject=document.label)]


def judged(given: ForceReading) -> list[Finding]:
    """What the rules of force find, gravest first; nothing when all is well."""
    found = [f for entry in reading("law", "force") if entry.check for f in entry.check(given)]  # type: ignore[attr-defined]
    return sorted(found, key=lambda finding: -finding.level)
