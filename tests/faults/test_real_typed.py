"""The faults of words of four issued documents, typed into a dossier: the review names them as the audit does."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest

from generator.service import open_dossier, review
from tests.faults.test_real import MARKED, RULES, SEEDS, Marked
from tests.samples import sample

# What a name or a word is held against, where the fault is that the document writes it another way elsewhere.
BESIDE = {
    "tên sai": ["huyện Bàu Bàng"],
    "tên hai cách": ["Văn phòng HĐND và UBND huyện"],
    "gạch nối": ["Cơ quan Tổ chức - Nội vụ"],
    "viết hai cách": ["báo cáo hàng năm", "họp hàng năm"],
}
_OF_WORDS = re.compile(r"LV\d\d|ND30-C\.\d+|chinh-ta")
OF_WORDS = [
    fault
    for fault in MARKED
    if RULES[fault.kind] and all(_OF_WORDS.fullmatch(rule) for rule in RULES[fault.kind].split())
]


def _typed(fault: Marked) -> str:
    """The line, or the cell of the table, the fault stands in, as a clerk would type it."""
    line = (SEEDS / f"{fault.name}.txt").read_text(encoding="utf-8").split("\n")[fault.line - 1]
    cells = [re.sub(r"<[^>]+>|[*#]", "", cell).strip(" -") for cell in line.split("\t")]
    return next((cell for cell in cells if fault.words.strip(" -") in cell), " ".join(cells))


def _is_named(fault: Marked) -> bool:
    body = [{"dieu": "Nội dung.", "noi_dung": [_typed(fault), *BESIDE.get(fault.kind, [])]}, {"dieu": "Thi hành."}]
    opened = open_dossier(json.dumps(sample(noi_dung=body), ensure_ascii=False).encode())
    return bool(
        {one.rule for one in review(opened, today=date(2026, 11, 20)).findings} & set(RULES[fault.kind].split())
    )


def test_the_faults_of_words_are_named_in_a_dossier_too() -> None:
    missed = [fault for fault in OF_WORDS if not _is_named(fault)]
    assert len(OF_WORDS) >= 90
    assert len(missed) <= 0.05 * len(OF_WORDS), "\n".join(map(str, missed))


@pytest.mark.parametrize("kind", sorted({fault.kind for fault in OF_WORDS}))
def test_no_kind_of_words_is_missed_in_a_dossier(kind: str) -> None:
    assert any(_is_named(fault) for fault in OF_WORDS if fault.kind == kind)
