"""Parts numbered in words are parts; what a sentence says of a part is none. Who proposes may share the bases' line."""

from __future__ import annotations

import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH

from tests.recovering.test_typed_freely import LAST, decision


def _heading(*texts: str) -> list:
    def typed(text: str):
        def made(word: Document) -> None:
            paragraph = word.add_paragraph()
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            paragraph.add_run(text).bold = True

        return made

    return [typed(text) for text in texts]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (["PHẦN THỨ NHẤT", "KẾT QUẢ THỰC HIỆN"], ["PHẦN THỨ HAI", "PHƯƠNG HƯỚNG"]),
        (["Phần thứ nhất", "KẾT QUẢ THỰC HIỆN"], ["Phần thứ hai", "PHƯƠNG HƯỚNG"]),
        (["Phần thứ nhất: KẾT QUẢ THỰC HIỆN"], ["Phần thứ hai: PHƯƠNG HƯỚNG"]),
        (["PHẦN I", "KẾT QUẢ THỰC HIỆN"], ["PHẦN II", "PHƯƠNG HƯỚNG"]),
    ],
)
def test_a_part_is_one_however_it_is_numbered(first: list[str], second: list[str]) -> None:
    body = [*_heading(*first), "Đã thực hiện.", *_heading(*second), "Tiếp tục thực hiện./."]
    found, _ = decision(*body, opening=(), title="BÁO CÁO")
    blocks = found.data["van_ban"][0]["noi_dung"]
    assert [block.get("phan") for block in blocks] == ["KẾT QUẢ THỰC HIỆN", "PHƯƠNG HƯỚNG"]
    told = [row for row in found.rows if "bằng chữ" in row.why]
    assert len(told) == (2 if "thứ" in first[0].casefold() else 0)


@pytest.mark.parametrize("text", ["Phần thứ nhất của Đề án nêu thực trạng.", "PHẦN THỨ MƯỜI MỘT", "PHẦN THỨ BA"])
def test_what_is_no_next_part_stays_text(text: str) -> None:
    found, _ = decision("Báo cáo như sau:", text, "Đã thực hiện./.", opening=(), title="BÁO CÁO")
    assert not any("phan" in block for block in found.data["van_ban"][0]["noi_dung"])
    assert text.rstrip(".") in str(found.data["van_ban"][0])


@pytest.mark.parametrize(
    ("line", "bases", "proposal"),
    [
        ("Căn cứ Quy chế làm việc; theo đề nghị của Chánh Văn phòng,", ["Quy chế làm việc"], "Chánh Văn phòng"),
        ("Căn cứ Quy chế làm việc; xét đề nghị của Chánh Văn phòng.", ["Quy chế làm việc"],
         "xét đề nghị của Chánh Văn phòng"),
        ("Căn cứ Quy chế làm việc; Sổ tay chất lượng;", ["Quy chế làm việc; Sổ tay chất lượng"], None),
    ],
)  # fmt: skip
def test_who_proposes_in_the_line_of_the_bases(line: str, bases: list[str], proposal: str | None) -> None:
    found, _ = decision("Điều 1. Giao việc.", LAST, opening=["GIÁM ĐỐC SỞ NỘI VỤ", line, "QUYẾT ĐỊNH:"])
    document = found.data["van_ban"][0]
    assert [one["loi_van"] for one in document["can_cu"]] == bases
    assert document.get("theo_de_nghi") == proposal
