"""What lines and sentences say of a task: each form with what it says, and what looks alike and says nothing."""

from __future__ import annotations

import pytest

from generator.recovering.quality.labels import (
    OBJECTIVES,
    labelled,
    led_in_words,
    opens_with_label,
    said_then,
    time_headed,
    who_does,
    with_tail,
)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Chủ trì: Văn phòng Sở.", {"chu_tri": "Văn phòng Sở"}),
        ("- Đơn vị chủ trì: Văn phòng; đơn vị phối hợp: các phòng;", {"chu_tri": "Văn phòng", "phoi_hop": "các phòng"}),
        ("Cơ quan thực hiện: Phòng Tổ chức, biên chế", {"chu_tri": "Phòng Tổ chức, biên chế"}),
        ("Thời gian hoàn thành: Trước ngày 31/01/2026.", {"thoi_gian": "Trước ngày 31/01/2026"}),
        ("Đơn vị chủ trì: Trung tâm. Thời gian: Tháng 7.", {"chu_tri": "Trung tâm", "thoi_gian": "Tháng 7"}),
        ("Sản phẩm: Quyết định; Danh mục.", {"ket_qua": "Quyết định; Danh mục"}),
        ("Dự kiến kinh phí: 20 triệu đồng", {"kinh_phi": "20 triệu đồng"}),
        ("Kết quả thực hiện năm 2025: hoàn thành", {}),  # what was done, not what is to come out
        ("Thời gian qua: nhiều phòng chưa thực hiện", {}),
        ("Rà soát quy trình: theo phân công", {}),
        ("Chủ trì: Văn phòng; Yêu cầu: nhanh gọn", {}),  # a label that is of no field: the whole stays text
        ("Văn phòng chủ trì", {}),
    ],
)
def test_a_line_says_the_fields_behind_its_labels(line: str, said: dict[str, str]) -> None:
    assert dict(labelled(line)) == said


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Chỉ tiêu phấn đấu: từ 98% trở lên.", {"chi_tieu": "từ 98% trở lên"}),
        ("Trách nhiệm: Bộ phận Một cửa", {"theo_doi": "Bộ phận Một cửa"}),
        ("Cách thức đo lường: thống kê", {"phuong_phap": "thống kê"}),
        ("Chỉ tiêu giao năm trước còn nợ: 5%", {}),
    ],
)
def test_a_line_below_an_objective(line: str, said: dict[str, str]) -> None:
    assert dict(labelled(line, OBJECTIVES)) == said


@pytest.mark.parametrize(
    ("text", "task", "said"),
    [
        ("Lập Đoàn kiểm tra (Phòng A chủ trì, phối hợp với Phòng B);", "Lập Đoàn kiểm tra",
         {"chu_tri": "Phòng A", "phoi_hop": "Phòng B"}),
        ("Chỉnh lý tài liệu (Trung tâm thực hiện; hoàn thành trong quý III/2026)", "Chỉnh lý tài liệu",
         {"chu_tri": "Trung tâm", "thoi_gian": "trong quý III/2026"}),
        ("Rà soát Quy chế. Giao Văn phòng chủ trì, hoàn thành trước ngày 30/3/2026.", "Rà soát Quy chế",
         {"chu_tri": "Văn phòng", "thoi_gian": "trước ngày 30/3/2026"}),
        ("Tập huấn. Thời gian: tháng 8; đơn vị thực hiện: Văn phòng.", "Tập huấn",
         {"thoi_gian": "tháng 8", "chu_tri": "Văn phòng"}),
        ("Không đạt thì tìm nguyên nhân. Đây là việc bắt buộc phải thực hiện.",
         "Không đạt thì tìm nguyên nhân. Đây là việc bắt buộc phải thực hiện", {}),
        ("Rà soát quy trình (nếu có)", "Rà soát quy trình (nếu có)", {}),
        ("Kiểm tra 05 đơn vị (theo Quyết định số 12)", "Kiểm tra 05 đơn vị (theo Quyết định số 12)", {}),
    ],
)  # fmt: skip
def test_what_is_said_behind_a_task(text: str, task: str, said: dict[str, str]) -> None:
    found, fields = with_tail(text)
    assert (found, dict(fields)) == (task, said)


@pytest.mark.parametrize(
    ("text", "task"),
    [
        ("Văn phòng chủ trì rà soát quy trình, hoàn thành trước ngày 30/6/2026.", "rà soát quy trình"),
        ("Phòng A chủ trì, phối hợp với Phòng B, khảo sát sự hài lòng, xong trong tháng 9", "khảo sát sự hài lòng"),
        (
            "Phòng A chủ trì, phối hợp với Phòng B khảo sát, hoàn thành trong tháng 9",
            "",
        ),  # where the name ends: unknown
        ("Văn phòng chủ trì rà soát quy trình", ""),  # no time: a rule of who does what, as often as a task
    ],
)
def test_a_sentence_that_begins_with_who_leads(text: str, task: str) -> None:
    assert led_in_words(text)[0] == task


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("2. Quý II/2026", "Quý II/2026"),
        ("Các nhiệm vụ trong quý III:", "quý III"),
        ("Tháng 3 và tháng 4", "Tháng 3 và tháng 4"),
        ("6 tháng đầu năm", "6 tháng đầu năm"),
        ("Quý độc giả", ""),
        ("Tháng 3 năm 2026 là tháng cao điểm", ""),
    ],
)
def test_a_heading_of_nothing_but_a_time(text: str, time: str) -> None:
    assert time_headed(text) == time


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("3. Tháng 6: Sơ kết; xếp loại.", ("Tháng 6", ["Sơ kết", "xếp loại"])),
        ("- Từ ngày 01/3 đến ngày 10/3/2026: Niêm yết.", ("Từ ngày 01/3 đến ngày 10/3/2026", ["Niêm yết"])),
        ("Tháng 6", ("", [])),
        ("Thời gian: tháng 6", ("", [])),
    ],
)
def test_a_line_that_opens_with_its_time(text: str, read: tuple[str, list[str]]) -> None:
    assert said_then(text) == read


@pytest.mark.parametrize(
    ("text", "is_label"),
    [("Yêu cầu: nhanh gọn", True), ("Mục tiêu 1: nâng cao chất lượng", False), ("Rà soát quy trình", False)],
)
def test_a_line_that_speaks_of_the_one_above(text: str, is_label: bool) -> None:
    assert opens_with_label(text) is is_label


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["VP chủ trì; các phòng phối hợp"], {"chu_tri": "VP", "phoi_hop": "các phòng"}),
        (["VP chủ trì"], {"chu_tri": "VP"}),
        (["Chủ trì: Văn phòng"], {"chu_tri": "Văn phòng"}),
        (["Văn phòng (chủ trì)"], {"chu_tri": "Văn phòng"}),
        (["Văn phòng; Phòng Nội vụ (chủ trì)"], {}),  # what the first does is not told
        (["các phòng phối hợp"], {}),
        (["Văn phòng"], {}),
    ],
)
def test_a_cell_says_who_leads_and_who_supports(lines: list[str], said: dict[str, str]) -> None:
    assert dict(who_does(lines)) == said
