"""The audit of made-up lines: every cite recognised, every fault said, and nothing said of what is right."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.findings import Level
from generator.judgement.auditing import Audit, audit
from generator.law.loading.shared import law_of, shared_registry, territory
from generator.law.paragraphs import paragraphs_of_text

LINES: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    (Path(__file__).parent / "lines.yaml").read_text(encoding="utf-8")
)


def audited(text: str, day: str) -> Audit:
    law = law_of(shared_registry())
    return audit(paragraphs_of_text(text), law, day=date.fromisoformat(day), territory=territory())


def cited(done: Audit) -> list[str | None]:
    return [one.document.id if one.document else None for one in done.cited]


def codes(done: Audit, *levels: Level) -> list[str]:
    return sorted(finding.rule for finding in done.findings if finding.level in levels)


@pytest.mark.parametrize("line", LINES["correct"], ids=range(len(LINES["correct"])))
def test_a_correct_text_draws_nothing_but_what_needs_verifying(line: dict[str, Any]) -> None:
    done = audited(line["text"], line["day"])
    assert cited(done) == line["documents"]
    assert codes(done, Level.ERROR, Level.WARNING) == []
    assert set(codes(done, Level.NOTE)) <= {"can-xac-minh", "sua-doi", "cach-ghi-ngay", "co-quan-ghi-tat"}


CASES = [*LINES["doubtful"], *LINES["faulty"]]


@pytest.mark.parametrize("line", CASES, ids=range(len(CASES)))
def test_every_fault_is_said_and_no_other(line: dict[str, Any]) -> None:
    done = audited(line["text"], line["day"])
    assert cited(done) == line["documents"]
    assert codes(done, Level.ERROR, Level.WARNING) == line.get("faults", [])
    if "notes" in line:
        assert codes(done, Level.NOTE) == line["notes"]


DECISION = """ỦY BAN NHÂN DÂN
XÃ LONG HỮU

Số: 45/QĐ-UBND                Long Hữu, ngày 12 tháng 9 năm 2025

QUYẾT ĐỊNH
Về việc ban hành Mục tiêu chất lượng năm 2026

CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ LONG HỮU

Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;
Căn cứ Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ về thực hiện cơ chế một cửa, một cửa liên thông trong
giải quyết thủ tục hành chính và Nghị định số 107/2021/NĐ-CP ngày 06/12/2021 của Chính phủ sửa đổi, bổ sung một số điều
của Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ về thực hiện cơ chế một cửa, một cửa liên thông trong giải
quyết thủ tục hành chính;
Căn cứ Thông tư số 26/2014/TT-BKHCN ngày 10/10/2014 của Bộ trưởng Bộ KH&CN quy định chi tiết thi hành Quyết định số
19/2014/QĐ-TTg;

Điều 1. Ban hành theo Quyết định số 45/QĐ-UBND Mục tiêu chất lượng theo TCVN ISO 9001:2015 thay cho TCVN ISO 9001:2008.
"""


def test_a_hard_wrapped_decision_is_read_whole_and_never_cites_itself() -> None:
    done = audit(paragraphs_of_text(DECISION), law_of(shared_registry()), territory=territory())
    assert (done.day, done.day_from_text) == (date(2025, 9, 12), True)
    assert cited(done) == [
        "luat-72-2025-qh15", "nd-61-2018", "nd-107-2021", "nd-61-2018", "tt-26-2014-tt-bkhcn", "qd-19-2014-qd-ttg",
    ]  # fmt: skip
    assert codes(done, Level.ERROR, Level.WARNING) == ["het-hieu-luc", "het-hieu-luc", "trich-yeu"]
    (cut,) = [finding.what for finding in done.findings if finding.rule == "trich-yeu"]
    assert "thiếu «ngày 05 tháng 3 năm 2014 của Thủ tướng Chính phủ" in cut


def test_bases_in_a_list_under_a_heading_are_bases() -> None:
    text = "I. CĂN CỨ PHÁP LÝ\n- Luật Lưu trữ;\n- Nghị định số 30/2020/NĐ-CP của Chính phủ về công tác văn thư.\n"
    done = audited(text, "2026-01-01")
    assert [one.is_basis for one in done.cited] == [True, True]
    assert codes(done, Level.WARNING) == ["thieu-ngay", "thieu-ngay"]


def test_a_text_without_its_day_is_judged_today_and_says_so() -> None:
    law = law_of(shared_registry())
    done = audit(paragraphs_of_text("Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024;"), law, today=date(2025, 6, 30))
    assert not done.day_from_text
    assert codes(done, Level.ERROR) == ["chua-hieu-luc"]


def test_text_in_decomposed_form_is_read_too() -> None:
    import unicodedata

    text = unicodedata.normalize("NFD", "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ;")
    assert codes(audited(text, "2024-01-01"), Level.WARNING) == ["thieu-trich-yeu"]


DECREE = """CHÍNH PHỦ
Số: 99/2025/NĐ-CP
Hà Nội, ngày 10 tháng 6 năm 2025
NGHỊ ĐỊNH
Quy định chi tiết một số điều của Luật Lưu trữ
Căn cứ Luật Tổ chức Chính phủ số 63/2025/QH15;
Căn cứ Luật Lưu trữ số 33/2024/QH15;
Theo đề nghị của Bộ trưởng Bộ Nội vụ;
Chính phủ ban hành Nghị định quy định chi tiết một số điều của Luật Lưu trữ.
Điều 1. Nghị định số 99/2025/NĐ-CP này có hiệu lực từ ngày 01 tháng 7 năm 2025.
"""


def test_a_normative_document_is_not_judged_by_the_form_of_the_decree_and_does_not_cite_itself() -> None:
    done = audit(paragraphs_of_text(DECREE), law_of(shared_registry()), territory=territory())
    assert "99/2025/NĐ-CP" not in {one.citation.number for one in done.cited}
    assert {finding.rule for finding in done.findings} <= {"can-xac-minh", "chua-hieu-luc"}


def test_a_local_decision_with_a_year_in_its_number_does_not_cite_itself() -> None:
    text = (
        "Số: 12/2025/QĐ-UBND\nVĩnh Long, ngày 05 tháng 8 năm 2025\nQUYẾT ĐỊNH\nBan hành Quy chế\n"
        "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;\n"
        "Điều 1. Ban hành kèm theo Quyết định số 12/2025/QĐ-UBND Quy chế làm việc.\n"
    )
    done = audit(paragraphs_of_text(text), law_of(shared_registry()), territory=territory())
    assert cited(done) == ["luat-72-2025-qh15"]
    assert codes(done, Level.ERROR, Level.WARNING) == []


def test_an_undated_scan_is_judged_today_says_so_and_calls_nothing_that_hangs_on_the_day_an_error() -> None:
    text = (
        "ỦY BAN NHÂN DÂN THỊ XÃ DUYÊN HẢI\nKẾ HOẠCH\nÁp dụng hệ thống quản lý chất lượng\n"
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015.\nNơi nhận:\n- UBND tỉnh Trà Vinh;\n"
    )
    done = audit(paragraphs_of_text(text), law_of(shared_registry()), today=date(2026, 11, 20), territory=territory())
    assert codes(done, Level.ERROR, Level.WARNING) == []
    assert {"khong-ro-ngay-ky", "het-hieu-luc", "cap-huyen"} <= set(codes(done, Level.NOTE))


def test_what_a_title_names_is_no_citation_of_the_text() -> None:
    text = (
        "Căn cứ Nghị định số 999/2023/NĐ-CP ngày 10 tháng 6 năm 2023 của Chính phủ quy định chi tiết một số điều của "
        "Luật Lưu trữ số 33/2024/QH15 (sửa đổi) và Luật Giao dịch điện tử ngày 22 tháng 6 năm 2023;"
    )
    done = audited(text, "2026-02-03")
    assert [one.nested for one in done.cited] == [False, True, True]
    assert codes(done, Level.ERROR, Level.WARNING) == []
