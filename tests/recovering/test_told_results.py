"""What a sentence of a report tells of an objective: its name, its target, what was reached; what tells less."""

from __future__ import annotations

import pytest

from generator.recovering.body import Node
from generator.recovering.quality.results.told import told_causes, told_results
from generator.recovering.said import Said, plain

PERIOD = Said("quý I", "đoạn 1", "quý I")


def told(text: str) -> tuple[str, str, dict[str, str]] | None:
    """Name, target, and the result without its time; None where the sentence tells none."""
    root = Node("", -1, children=[Node("doan", 11, Said(text, "đoạn 2", text))])
    found = told_results(root, PERIOD)
    if not found:
        return None
    objective, result = found[0]
    return (
        plain(objective["noi_dung"]),
        plain(objective["chi_tieu"][0]["in_ra"]),
        {key: plain(value) for key, value in result.items() if key != "ky"},
    )


@pytest.mark.parametrize(
    ("text", "name", "target", "result"),
    [
        ("1. Hồ sơ đúng hạn: Đạt 98,5% (kế hoạch 95%).", "Hồ sơ đúng hạn", "95%", {"gia_tri": "98,5%"}),
        ("- Hồ sơ đúng hạn đạt 98,5% (KH: ≥ 95%);", "Hồ sơ đúng hạn", "≥ 95%", {"gia_tri": "98,5%"}),
        ("Hồ sơ đúng hạn: 98,5%/KH 95%", "Hồ sơ đúng hạn", "95%", {"gia_tri": "98,5%"}),
        ("Hồ sơ đúng hạn: đạt 98,5% so với kế hoạch 95%.", "Hồ sơ đúng hạn", "95%", {"gia_tri": "98,5%"}),
        ("Hồ sơ đúng hạn: 97% (194/200 hồ sơ), chỉ tiêu ≥ 95%.", "Hồ sơ đúng hạn", "≥ 95%",
         {"tu_so": "194", "mau_so": "200"}),
        ("Hồ sơ đúng hạn: kết quả đạt 97% (194/200 hồ sơ), vượt chỉ tiêu 95%.", "Hồ sơ đúng hạn", "95%",
         {"tu_so": "194", "mau_so": "200"}),
        ("2. Tỷ lệ thu nợ: kết quả 87%, không đạt kế hoạch 90%; nguyên nhân do nợ cũ.", "Tỷ lệ thu nợ", "90%",
         {"gia_tri": "87%", "nguyen_nhan": "nợ cũ"}),
        ("+ Mục tiêu 1: Hồ sơ đúng hạn đạt 99,4% (1.540/1.549 hồ sơ), đạt kế hoạch (KH 99%).", "Hồ sơ đúng hạn", "99%",
         {"tu_so": "1.540", "mau_so": "1.549"}),
        ("Hồ sơ trả kết quả đạt 96%, vượt chỉ tiêu 95%.", "Hồ sơ trả kết quả", "95%", {"gia_tri": "96%"}),
        ("Số sáng kiến: 02 sáng kiến (kế hoạch 03 sáng kiến).", "Số sáng kiến", "03 sáng kiến", {"gia_tri": "02"}),
        ("Hồ sơ trực tuyến: Đạt 62% (kế hoạch 70%). Nguyên nhân: mạng chậm.", "Hồ sơ trực tuyến", "70%",
         {"gia_tri": "62%", "nguyen_nhan": "mạng chậm"}),
        ("Tỷ lệ giải ngân: ước đạt 55% (kế hoạch 50%).", "Tỷ lệ giải ngân", "50%", {"gia_tri": "55%", "uoc": "có"}),
        ("Tỷ lệ giải ngân (kế hoạch 50%): ước đạt 55%.", "Tỷ lệ giải ngân", "50%", {"gia_tri": "55%", "uoc": "có"}),
    ],
)  # fmt: skip
def test_a_sentence_tells_a_result(text: str, name: str, target: str, result: dict[str, str]) -> None:
    assert told(text) == (name, target, result)


@pytest.mark.parametrize(
    "text",
    [
        "Hồ sơ đúng hạn: Đạt 98,5%.",
        "Hồ sơ đúng hạn: Đạt (kế hoạch 95%).",
        "Hồ sơ đúng hạn: 97% (190/200 hồ sơ), chỉ tiêu 95%.",
        "Ban hành 12 văn bản (kế hoạch số 15/KH-UBND).",
        "Tổ chức 03 lớp tập huấn (CT UBND xã dự 02 lớp).",
        "Đã giải quyết 412 hồ sơ, kế hoạch năm 2026 tiếp tục thực hiện.",
        "Trong kỳ ban hành 15 văn bản (kế hoạch năm 2026).",
    ],
    ids=["no target", "no result", "figures that disagree", "a paper", "a person", "what is to come", "a year"],
)
def test_what_tells_less_is_no_result(text: str) -> None:
    assert told(text) is None


def _causes(*texts: str) -> dict[str, str]:
    root = Node("", -1, children=[Node("doan", 11, Said(text, f"đoạn {n}", text)) for n, text in enumerate(texts, 1)])
    objectives = [
        {"id": f"mt{n}", "noi_dung": Said(name, "đoạn 1", name)}
        for n, name in enumerate(("Hồ sơ đúng hạn", "Thu nợ"), 1)
    ]
    found = told_causes(root, objectives)
    return {name: plain(said["nguyen_nhan"][0]) for name, said in found.items() if "nguyen_nhan" in said}


@pytest.mark.parametrize(
    ("texts", "causes"),
    [
        (["Mục tiêu số 2 chưa đạt. Nguyên nhân: nợ cũ."], {"mt2": "nợ cũ."}),
        (["Mục tiêu 2: không đạt; nguyên nhân: nợ cũ"], {"mt2": "nợ cũ"}),
        (["Mục tiêu 2: Thu nợ: 87%; nguyên nhân: nợ cũ"], {"mt2": "nợ cũ"}),
        (["Mục tiêu 1: Số lớp tập huấn giảm; nguyên nhân: thiếu kinh phí"], {}),  # counts others than the dossier
        (["Mục tiêu số 1 đạt.", "Mục tiêu số 5 chưa đạt; nguyên nhân: thiếu người"], {}),
    ],
)
def test_a_cause_is_of_the_objective_that_its_text_names(texts: list[str], causes: dict[str, str]) -> None:
    assert _causes(*texts) == causes
