"""Decisions and plans as fifteen offices lay them out, each with what a person reads in it.

``python -m tests.recovering.layouts`` tells of each what was understood.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any, TypeAlias

from docx.document import Document

from tests.recovering.test_typed_freely import LAST, LEAD, Lines, decision, printed_again, table

Piece: TypeAlias = str | Callable[[Document], None]
Target: TypeAlias = tuple[str, ...]
Read: TypeAlias = tuple[str, ...]


def _rows(*rows: Lines) -> Callable[[Document], None]:
    return lambda word: table(word, *rows)


OPEN = "Thực hiện Chương trình công tác năm 2026, Sở Nội vụ xây dựng kế hoạch như sau:"
WIDE = ("<",) * 5
LAYOUTS: dict[str, tuple[str, tuple[Piece, ...], list[dict[str, Any]], list[dict[str, Any]]]] = {
    "nhiệm vụ theo lĩnh vực": (
        "KẾ HOẠCH",
        (OPEN, "I. MỤC ĐÍCH", "Hoàn thành nhiệm vụ được giao.", "II. NHIỆM VỤ", _rows(
            ("STT", "Nhiệm vụ", "Sản phẩm", "Thời gian hoàn thành", "Chủ trì thực hiện", "Phối hợp thực hiện"),
            ("I", "CÔNG TÁC CHỈ ĐẠO ĐIỀU HÀNH", *WIDE[1:]),
            ("1", "Ban hành kế hoạch kiểm tra", "Kế hoạch", "Tháng 02/2026", "Văn phòng", "Thanh tra Sở"),
            ("2", "Kiểm tra cải cách hành chính", "Báo cáo", "Quý III/2026", "Thanh tra Sở", "Các phòng"),
            ("II", "CẢI CÁCH THỂ CHẾ", *WIDE[1:]),
            ("1", "Rà soát văn bản", "Danh mục", "Trước 30/11/2026", "Phòng Pháp chế", ""),
        ), "III. TỔ CHỨC THỰC HIỆN", "Các phòng thực hiện Kế hoạch này./."),
        [],
        [
            {"noi_dung": "Ban hành kế hoạch kiểm tra", "ket_qua": "Kế hoạch", "thoi_gian": "Tháng 02/2026",
                 "chu_tri": "Văn phòng", "phoi_hop": "Thanh tra Sở"},
            {"noi_dung": "Kiểm tra cải cách hành chính", "ket_qua": "Báo cáo", "thoi_gian": "Quý III/2026",
                 "chu_tri": "Thanh tra Sở", "phoi_hop": "Các phòng"},
            {"noi_dung": "Rà soát văn bản", "ket_qua": "Danh mục", "thoi_gian": "Trước 30/11/2026",
                 "chu_tri": "Phòng Pháp chế"},
        ],
    ),
    "mục tiêu theo nhóm A, B": (
        "QUYẾT ĐỊNH",
        (LEAD, _rows(
            ("TT", "Mục tiêu chất lượng", "Chỉ tiêu", "Đơn vị thực hiện"),
            ("A", "CÔNG TÁC CHUYÊN MÔN", "<", "<"),
            ("1", "Hồ sơ thủ tục hành chính giải quyết đúng hạn", "≥ 98%", "Văn phòng"),
            ("2", "Hồ sơ nộp trực tuyến", "≥ 60%", "Bộ phận Một cửa"),
            ("B", "CÔNG TÁC NỘI BỘ", "<", "<"),
            ("1", "Họp giao ban", "ít nhất 04 cuộc", "Văn phòng"),
        ), LAST),
        [
            {"noi_dung": "Hồ sơ thủ tục hành chính giải quyết đúng hạn", "chi_tieu": [("≥ 98%",)],
             "theo_doi": "Văn phòng"},
            {"noi_dung": "Hồ sơ nộp trực tuyến", "chi_tieu": [("≥ 60%",)], "theo_doi": "Bộ phận Một cửa"},
            {"noi_dung": "Họp giao ban", "chi_tieu": [("ít nhất 04 cuộc",)], "theo_doi": "Văn phòng"},
        ],
        [],
    ),
    "mục tiêu là tiêu đề": (
        "QUYẾT ĐỊNH",
        (LEAD, "1. Mục tiêu 1: Giải quyết hồ sơ đúng hạn", "a) Chỉ tiêu: từ 98% trở lên;",
         "b) Đơn vị thực hiện: Văn phòng;", "c) Phương pháp đo: số hồ sơ đúng hạn chia tổng số hồ sơ.",
         "2. Mục tiêu 2: Nâng cao mức độ hài lòng", "a) Chỉ tiêu: tối thiểu 90%;",
         "b) Đơn vị thực hiện: Phòng Cải cách hành chính.", LAST),
        [
            {"noi_dung": "Mục tiêu 1: Giải quyết hồ sơ đúng hạn", "chi_tieu": [("từ 98% trở lên",)],
                 "theo_doi": "Văn phòng", "phuong_phap": "số hồ sơ đúng hạn chia tổng số hồ sơ"},
            {"noi_dung": "Mục tiêu 2: Nâng cao mức độ hài lòng", "chi_tieu": [("tối thiểu 90%",)],
                 "theo_doi": "Phòng Cải cách hành chính"},
        ],
        [],
    ),
    "kế hoạch theo quý": (
        "KẾ HOẠCH",
        (OPEN, "1. Thực hiện các nhiệm vụ sau:", _rows(
            ("TT", "Nội dung công việc", "Đơn vị chủ trì", "Phối hợp", "Quý I", "Quý II", "Quý III", "Quý IV"),
            ("1", "Rà soát quy trình", "Văn phòng", "Các phòng", "x", "", "", ""),
            ("2", "Đánh giá nội bộ", "Ban ISO", "", "", "x", "", "x"),
            ("3", "Xem xét của lãnh đạo", "Ban Giám đốc", "Văn phòng", "", "", "", "x"),
        ), "2. Văn phòng theo dõi việc thực hiện./."),
        [],
        [
            {"noi_dung": "Rà soát quy trình", "chu_tri": "Văn phòng", "phoi_hop": "Các phòng", "thoi_gian": "Quý I"},
            {"noi_dung": "Đánh giá nội bộ", "chu_tri": "Ban ISO", "thoi_gian": ["Quý II", "Quý IV"]},
            {"noi_dung": "Xem xét của lãnh đạo", "chu_tri": "Ban Giám đốc", "phoi_hop": "Văn phòng",
             "thoi_gian": "Quý IV"},
        ],
    ),
    "mỗi quý một nhóm": (
        "KẾ HOẠCH",
        (OPEN, _rows(
            ("TT", "Công việc", "Người phụ trách", "Thời hạn", "Kết quả", "Ghi chú"),
            ("Quý I", *WIDE),
            ("1", "Ban hành mục tiêu chất lượng", "Bà Lê Thị Hoa", "15/01/2026", "Quyết định", ""),
            ("Quý II", *WIDE),
            ("2", "Đánh giá nội bộ lần 1", "Ông Trần Văn Bình", "20/6/2026", "Báo cáo", "Mời chuyên gia"),
            ("3", "Họp xem xét của lãnh đạo", "Bà Lê Thị Hoa", "28/6/2026", "Biên bản", ""),
        ), "Các phòng thực hiện Kế hoạch này./."),
        [],
        [
            {"noi_dung": "Ban hành mục tiêu chất lượng", "chu_tri": "Bà Lê Thị Hoa", "thoi_gian": "15/01/2026",
                 "ket_qua": "Quyết định"},
            {"noi_dung": "Đánh giá nội bộ lần 1", "chu_tri": "Ông Trần Văn Bình", "thoi_gian": "20/6/2026",
                 "ket_qua": "Báo cáo", "ghi_chu": "Mời chuyên gia"},
            {"noi_dung": "Họp xem xét của lãnh đạo", "chu_tri": "Bà Lê Thị Hoa", "thoi_gian": "28/6/2026",
                 "ket_qua": "Biên bản"},
        ],
    ),
    "mục tiêu có tần suất, ghi chú": (
        "QUYẾT ĐỊNH",
        (LEAD, _rows(
            ("STT", "Mục tiêu", "Chỉ tiêu", "Phương pháp đo", "Tần suất đo", "Trách nhiệm", "Ghi chú"),
            ("1", "Văn bản đến được xử lý đúng hạn", "≥ 95%", "Thống kê trên phần mềm", "Hằng tháng", "Văn thư", ""),
            ("2", "Khiếu nại của tổ chức, cá nhân", "không quá 03 đơn", "Sổ theo dõi", "6 tháng/lần", "Thanh tra Sở",
             "Không tính đơn trùng"),
        ), LAST),
        [
            {"noi_dung": "Văn bản đến được xử lý đúng hạn", "chi_tieu": [("≥ 95%",)], "theo_doi": "Văn thư",
                 "phuong_phap": "Thống kê trên phần mềm", "tan_suat": "Hằng tháng"},
            {"noi_dung": "Khiếu nại của tổ chức, cá nhân", "chi_tieu": [("không quá 03 đơn",)],
             "theo_doi": "Thanh tra Sở",
                 "phuong_phap": "Sổ theo dõi", "tan_suat": "6 tháng/lần", "ghi_chu": "Không tính đơn trùng"},
        ],
        [],
    ),
    "bảng mục tiêu gọi là nội dung": (
        "QUYẾT ĐỊNH",
        (LEAD, _rows(
            ("STT", "Nội dung", "Chỉ tiêu năm 2026", "Bộ phận chịu trách nhiệm"),
            ("1", "Tỷ lệ hồ sơ trả đúng hẹn", "98%", "Bộ phận Một cửa"),
            ("2", "Thời gian trả lời kiến nghị", "không quá 05 ngày", "Văn phòng"),
        ), LAST),
        [
            {"noi_dung": "Tỷ lệ hồ sơ trả đúng hẹn", "chi_tieu": [("98%",)], "theo_doi": "Bộ phận Một cửa"},
            {"noi_dung": "Thời gian trả lời kiến nghị", "chi_tieu": [("không quá 05 ngày",)], "theo_doi": "Văn phòng"},
        ],
        [],
    ),
    "mục tiêu theo đơn vị": (
        "QUYẾT ĐỊNH",
        (LEAD, _rows(
            ("TT", "Đơn vị", "Mục tiêu chất lượng", "Chỉ tiêu"),
            ("1", "Văn phòng", "Văn bản đi phát hành trong ngày", "100%"),
            ("2", "Phòng Tổ chức", "Hồ sơ cán bộ được số hóa", "≥ 80%"),
            ("3", "Thanh tra Sở", "Cuộc thanh tra kết thúc đúng hạn", "≥ 90%"),
        ), LAST),
        [
            {"noi_dung": "Văn bản đi phát hành trong ngày", "chi_tieu": [("100%",)], "theo_doi": "Văn phòng"},
            {"noi_dung": "Hồ sơ cán bộ được số hóa", "chi_tieu": [("≥ 80%",)], "theo_doi": "Phòng Tổ chức"},
            {"noi_dung": "Cuộc thanh tra kết thúc đúng hạn", "chi_tieu": [("≥ 90%",)], "theo_doi": "Thanh tra Sở"},
        ],
        [],
    ),
    "kế hoạch không nhóm sau mục tiêu": (
        "QUYẾT ĐỊNH",
        (LEAD, "1. Hồ sơ đúng hạn đạt ≥ 98%.", "2. Văn bản ký số đạt 100%.",
         "Điều 2. Kế hoạch thực hiện:", _rows(
            ("TT", "Việc phải làm", "Cơ quan chủ trì", "Cơ quan phối hợp", "Hoàn thành trước", "Kinh phí"),
            ("1", "Rà soát quy trình nội bộ", "Văn phòng", "Các phòng", "31/3/2026", "Không"),
            ("2", "Tập huấn ký số", "Phòng Tổ chức", "Văn phòng", "30/4/2026", "20.000.000 đồng"),
        ), "Điều 3. Các phòng chịu trách nhiệm thi hành Quyết định này./."),
        [
            {"noi_dung": "Hồ sơ đúng hạn đạt ≥ 98%.", "chi_tieu": [("≥ 98%",)]},
            {"noi_dung": "Văn bản ký số đạt 100%.", "chi_tieu": [("100%",)]},
        ],
        [
            {"noi_dung": "Rà soát quy trình nội bộ", "chu_tri": "Văn phòng", "phoi_hop": "Các phòng",
                 "thoi_gian": "31/3/2026", "kinh_phi": "Không"},
            {"noi_dung": "Tập huấn ký số", "chu_tri": "Phòng Tổ chức", "phoi_hop": "Văn phòng",
             "thoi_gian": "30/4/2026",
                 "kinh_phi": "20.000.000 đồng"},
        ],
    ),
    "công việc đánh số 1.1": (
        "KẾ HOẠCH",
        ("I. MỤC TIÊU CHẤT LƯỢNG NĂM 2026", "1. 98% hồ sơ giải quyết đúng hạn.", "2. 100% văn bản đi ký số.",
         "II. KẾ HOẠCH THỰC HIỆN", _rows(
            ("TT", "Nội dung", "Chủ trì", "Phối hợp", "Thời gian"),
            ("1", "98% hồ sơ giải quyết đúng hạn", "<", "<", "<"),
            ("1.1", "Công khai thủ tục", "Văn phòng", "Các phòng", "Quý I/2026"),
            ("1.2", "Nhắc việc hằng tuần", "Bộ phận Một cửa", "", "Thường xuyên"),
            ("2", "100% văn bản đi ký số", "<", "<", "<"),
            ("2.1", "Cấp chữ ký số", "Văn phòng", "Phòng Tổ chức", "Trước 28/02/2026"),
        ), "III. TỔ CHỨC THỰC HIỆN", "Các phòng thực hiện Kế hoạch này./."),
        [
            {"noi_dung": "98% hồ sơ giải quyết đúng hạn.", "chi_tieu": [("98%",)]},
            {"noi_dung": "100% văn bản đi ký số.", "chi_tieu": [("100%",)]},
        ],
        [
            {"noi_dung": "Công khai thủ tục", "chu_tri": "Văn phòng", "phoi_hop": "Các phòng",
             "thoi_gian": "Quý I/2026"},
            {"noi_dung": "Nhắc việc hằng tuần", "chu_tri": "Bộ phận Một cửa", "thoi_gian": "Thường xuyên"},
            {"noi_dung": "Cấp chữ ký số", "chu_tri": "Văn phòng", "phoi_hop": "Phòng Tổ chức",
                 "thoi_gian": "Trước 28/02/2026"},
        ],
    ),
    "kế hoạch theo tháng": (
        "KẾ HOẠCH",
        (OPEN, _rows(
            ("STT", "Nội dung", "Thời gian thực hiện (tháng)", "<", "<", "<", "Đơn vị thực hiện"),
            ("^", "^", "1", "2", "3", "4", "^"),
            ("1", "Ban hành mục tiêu chất lượng", "x", "", "", "", "Văn phòng"),
            ("2", "Đánh giá nội bộ", "", "x", "x", "", "Ban ISO"),
        ), "Các phòng thực hiện Kế hoạch này./."),
        [],
        [
            {"noi_dung": "Ban hành mục tiêu chất lượng", "chu_tri": "Văn phòng", "thoi_gian": "Tháng 1"},
            {"noi_dung": "Đánh giá nội bộ", "chu_tri": "Ban ISO", "thoi_gian": ["Tháng 2", "Tháng 3"]},
        ],
    ),
    "điểm là gạch đầu dòng có nhãn": (
        "QUYẾT ĐỊNH",
        (LEAD, "1. Mục tiêu số 1. Nâng cao tỷ lệ hồ sơ đúng hạn", "- Chỉ tiêu: 98% trở lên.",
         "- Đơn vị chủ trì: Văn phòng.", "- Biện pháp: nhắc việc hằng tuần.",
         "2. Mục tiêu số 2. Số hóa hồ sơ", "- Chỉ tiêu: 80%.", "- Đơn vị chủ trì: Phòng Tổ chức.", LAST),
        [
            {"noi_dung": "Mục tiêu số 1. Nâng cao tỷ lệ hồ sơ đúng hạn", "chi_tieu": [("98% trở lên",)],
             "theo_doi": "Văn phòng", "bien_phap": "nhắc việc hằng tuần"},
            {"noi_dung": "Mục tiêu số 2. Số hóa hồ sơ", "chi_tieu": [("80%",)], "theo_doi": "Phòng Tổ chức"},
        ],
        [],
    ),
    "mỗi phần một bảng": (
        "KẾ HOẠCH",
        (OPEN, "I. CÔNG TÁC CHỈ ĐẠO", _rows(
            ("TT", "Công việc", "Chủ trì", "Thời gian"), ("1", "Ban hành kế hoạch", "Văn phòng", "Tháng 1"),
        ), "II. CÔNG TÁC KIỂM TRA", _rows(
            ("TT", "Công việc", "Chủ trì", "Thời gian"), ("1", "Kiểm tra đơn vị", "Thanh tra", "Tháng 6"),
        ), "III. TỔ CHỨC THỰC HIỆN", "Các phòng thực hiện Kế hoạch này./."),
        [],
        [
            {"noi_dung": "Ban hành kế hoạch", "chu_tri": "Văn phòng", "thoi_gian": "Tháng 1"},
            {"noi_dung": "Kiểm tra đơn vị", "chu_tri": "Thanh tra", "thoi_gian": "Tháng 6"},
        ],
    ),
    "một việc nhiều sản phẩm, một ô cho chủ trì và phối hợp": (
        "KẾ HOẠCH",
        (OPEN, _rows(
            ("STT", "Nhiệm vụ", "Sản phẩm", "Thời gian hoàn thành", "Chủ trì thực hiện", "Phối hợp thực hiện"),
            ("1", "Tự kiểm tra", "Kế hoạch", "Tháng 01", "Sở Nội vụ", "Các sở"),
            ("^", "^", "Báo cáo", "Tháng 11", "Thanh tra", "Văn phòng"),
            ("2", "Sắp xếp tổ chức", "Đề án", "Quý IV", "Theo phân công tại Phương án", "<"),
        ), "Các phòng thực hiện Kế hoạch này./."),
        [],
        [
            {"noi_dung": "Tự kiểm tra", "ket_qua": ["Kế hoạch", "{dam: Báo cáo}"],
             "thoi_gian": ["Tháng 01", "{dam: Tháng 11}"], "chu_tri": ["Sở Nội vụ", "{dam: Thanh tra}"],
             "phoi_hop": ["Các sở", "{dam: Văn phòng}"]},
            {"noi_dung": "Sắp xếp tổ chức", "ket_qua": "Đề án", "thoi_gian": "Quý IV",
             "chu_tri": "Theo phân công tại Phương án"},
        ],
    ),
    "kết quả thực hiện mục tiêu": (
        "BÁO CÁO",
        ("Sở Nội vụ báo cáo kết quả thực hiện mục tiêu chất lượng năm 2026 như sau:", _rows(
            ("TT", "Mục tiêu", "Chỉ tiêu", "Kết quả thực hiện", "Đánh giá"),
            ("1", "Hồ sơ đúng hạn", "≥ 98%", "99,2% (992/1.000 hồ sơ)", "Đạt"),
            ("2", "Văn bản ký số", "100%", "97%", "Không đạt"),
        ), "Trên đây là báo cáo của Sở Nội vụ./."),
        [
            {"noi_dung": "Hồ sơ đúng hạn", "chi_tieu": [("≥ 98%",)]},
            {"noi_dung": "Văn bản ký số", "chi_tieu": [("100%",)]},
        ],
        [],
    ),
}  # fmt: skip


def _tasks(data: dict[str, Any]) -> list[dict[str, Any]]:
    return [task for group in data.get("ke_hoach", ()) for task in group["cong_viec"]]


def _of(read: dict[str, Any], key: str) -> Any:
    if key != "chi_tieu":
        return read.get(key)
    return [tuple(filter(None, (one["in_ra"], one.get("don_vi")))) for one in read.get(key, ())]


def measured(name: str) -> tuple[list[str], int, int, int, int]:
    """What was read otherwise than a person does; values exact and wanted, records understood and wanted."""
    title, body, objectives, tasks = LAYOUTS[name]
    opening = () if title != "QUYẾT ĐỊNH" else None
    found, before = decision(*body, title=title, **({} if opening is None else {"opening": opening}))
    wrong, exact, wanted, known = [], 0, 0, 0
    for what, truth, read in (
        ("mục tiêu", objectives, found.data.get("muc_tieu", [])),
        ("công việc", tasks, _tasks(found.data)),
    ):
        if len(read) != len(truth):
            wrong.append(f"{len(read)}/{len(truth)} {what}")
        by_text = {str(one["noi_dung"]): one for one in read}
        for one in truth:
            own = by_text.get(one["noi_dung"], {})
            known += bool(own)
            same = [key for key in one if _of(own, key) == one[key]]
            exact, wanted = exact + len(same), wanted + len(one)
            wrong += [f"{what} «{one['noi_dung']}», {key}: {_of(own, key)}" for key in one if own and key not in same]
            extra = own.keys() - one.keys() - {"id", "diem", "nhom"}
            wrong += [f"{what} «{one['noi_dung']}», thừa {key}: {own[key]}" for key in sorted(extra)]
    lost, added = printed_again(found, before)
    wrong += [f"in lại mất {lost}, thêm {added}"] if lost or added else []
    return wrong, exact, wanted, known, len(objectives) + len(tasks)


def _main() -> None:
    total = [0, 0, 0, 0]
    for name in LAYOUTS:
        wrong, *counts = measured(name)
        total = [a + b for a, b in zip(total, counts, strict=True)]
        sys.stdout.write(f"{name}: {counts[2]}/{counts[3]} hiểu, {counts[0]}/{counts[1]} giá trị\n")
        sys.stdout.writelines(f"    {one}\n" for one in wrong)
    sys.stdout.write(f"Tất cả: {total[2]}/{total[3]} mục tiêu, công việc hiểu; {total[0]}/{total[1]} giá trị\n")


if __name__ == "__main__":
    _main()
