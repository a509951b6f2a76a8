"""«TL.» and «KT.» above one name: who signs, for whom, by whose order (ND30-A.13.3, 4)."""

from __future__ import annotations

import pytest

from generator.service.yearly.reading import read_bytes
from tests.layout.word_maker import make, para, run
from tests.parts.heads import ANNEX, BOLD, CENTRE, CLOSING, REST, in_a_table

SIGNED = {
    "a deputy for the head": (("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), {}, "cap_pho"),
    "the head of a unit": (("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"), {"quyen_han": "TL"}, "don_vi"),
    "a deputy of a unit": (
        ("TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"),
        {"quyen_han": "TL", "ky_thay": "Chánh Văn phòng"},
        "don_vi",
    ),
    "typed without spaces": (
        ("TL.CHỦ TỊCH", "KT.TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG"),
        {"quyen_han": "TL", "ky_thay": "Trưởng phòng"},
        "don_vi",
    ),
}


@pytest.mark.parametrize("name", SIGNED)
def test_who_signs_for_whom(name: str) -> None:
    lines, said, rank = SIGNED[name]
    two = "".join(para(run(text, BOLD), CENTRE) for text in ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"))
    assert two in CLOSING
    closing = CLOSING.replace(two, "".join(para(run(text, BOLD), CENTRE) for text in lines))
    found = read_bytes([("a.docx", make(in_a_table() + REST + closing + ANNEX))]).data
    (person,) = found["co_quan"]["nguoi"]
    signature = dict(found["van_ban"][0]["ky"])
    assert signature.pop("nguoi") == person["id"]
    assert signature == said
    assert (person["cap"], found["co_quan"]["nguoi_dung_dau"]) == (rank, "Chủ tịch")
