"""Build the Word templates in templates/vi from the decree's figures; the same bytes every time.

Usage: python tools/build_templates.py [FOLDER]
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from template_package import package  # noqa: E402
from template_parts import (  # noqa: E402
    IDS,
    addressees,
    bases,
    blocks,
    closing,
    confirmation,
    each,
    first_foot,
    first_head,
    head,
    line_or_list,
    opening,
    p,
    tag,
    title,
    two_signatures,
    when,
)

UNMARKED = {"van-ban-kem-theo", "phu-luc"}
"""Templates of what is attached: the marks and the contact stand on the document alone."""

DOCUMENTS: dict[str, Callable[[], str]] = {
    "quyet-dinh": lambda: (
        head()
        + title()
        + tag("{{p ke_trich_yeu }}")
        + when("tham_quyen", p("Thẩm quyền ban hành", "{{ tham_quyen }}"))
        + bases()
        + when("lenh", p("Lệnh ban hành", "{{ lenh }}"))
        + blocks()
        + closing()
    ),
    "ke-hoach": lambda: (
        head() + title() + tag("{{p ke_trich_yeu }}") + addressees() + bases() + opening() + blocks() + closing()
    ),
    "cong-van": lambda: head(letter=True) + addressees("Kính gửi của công văn") + opening() + blocks() + closing(),
    "giay-moi": lambda: (
        head()
        + title()
        + tag("{{p ke_trich_yeu }}")
        + line_or_list("{{ ben_moi }} trân trọng kính mời: ", "kinh_moi")
        + p("Đoạn văn", "Tới dự ", "{{r toi_du }}")
        + p("Đoạn văn", "Chủ trì: ", "{{r chu_tri }}")
        + p("Đoạn văn", "Thời gian: ", "{{ thoi_gian }}")
        + p("Đoạn văn", "Địa điểm: ", "{{r dia_diem }}")
        + blocks()
        + closing()
    ),
    "cong-dien": lambda: (
        head()
        + title()
        + tag("{{p ke_trich_yeu }}")
        + p("Bên gửi điện", "{{r ben_dien }}", " điện:")
        + each("noi", "nhan_dien", p("Kính gửi - danh sách", "- ", "{{r noi }}"))
        + opening()
        + blocks()
        + closing()
    ),
    "giay-gioi-thieu": lambda: (
        head()
        + p("Tên loại", "{{ ten_loai }}")
        + tag("{{p ke_ten_loai }}")
        + p("Bên giới thiệu", "{{ ben_gioi_thieu }} trân trọng giới thiệu:")
        + p("Đoạn văn", "Ông (bà) ", "{{r nguoi_duoc_gioi_thieu }}")
        + p("Đoạn văn", "Chức vụ: ", "{{r chuc_vu }}")
        + p("Đoạn văn", "Được cử đến: ", "{{r duoc_cu_den }}")
        + p("Đoạn văn", "Về việc: ", "{{r trich_yeu }}", ".")
        + p("Đoạn văn", "Đề nghị Quý cơ quan tạo điều kiện để ông (bà) có tên ở trên hoàn thành nhiệm vụ.")
        + p("Đoạn văn", "Giấy này có giá trị đến hết {{ gia_tri_den }}./.")
        + closing()
    ),
    "giay-nghi-phep": lambda: (
        head()
        + p("Tên loại", "{{ ten_loai }}")
        + tag("{{p ke_ten_loai }}")
        + p(
            "Đoạn văn",
            "Xét Đơn đề nghị nghỉ phép {{ ngay_don }} của ông (bà) ",
            "{{r nguoi_nghi }}",
            ", {{ ben_cap }} cấp cho:",
        )
        + p("Đoạn văn", "Ông (bà): ", "{{r nguoi_nghi_cuoi_dong }}")
        + p("Đoạn văn", "Chức vụ: ", "{{r chuc_vu }}")
        + p(
            "Đoạn văn",
            "Được nghỉ phép trong thời gian ",
            "{{r thoi_gian }}",
            " kể từ {{ tu_ngay }} đến hết {{ den_ngay }} tại ",
            "{{r noi_nghi }}",
        )
        + p("Đoạn văn", "Số ngày nghỉ phép nêu trên được tính vào thời gian ", "{{r trich_yeu }}", "./.")
        + closing()
        + when("xac_nhan", confirmation())
    ),
    "giay-uy-quyen": lambda: (
        head()
        + title()
        + tag("{{p ke_trich_yeu }}")
        + bases()
        + opening()
        + p("Đoạn văn", "Người ủy quyền: ", "{{r nguoi_uy_quyen }}")
        + p("Đoạn văn", "Người được ủy quyền: ", "{{r nguoi_duoc_uy_quyen }}")
        + p("Đoạn văn", "Thời hạn ủy quyền: từ {{ tu_ngay }} đến hết {{ den_ngay }}.")
        + p("Đoạn văn", "Nội dung ủy quyền:")
        + blocks()
        + closing()
    ),
    "phieu": lambda: (
        head()
        + title()
        + tag("{{p ke_trich_yeu }}")
        + line_or_list("{{ viec }} ", "gui_den")
        + line_or_list("{{ tai_lieu_gi }} ", "tai_lieu")
        + blocks()
        + closing()
    ),
    "hop-dong": lambda: (
        head()
        + title()
        + tag("{{p ke_trich_yeu }}")
        + bases()
        + opening()
        + p("Đoạn văn", "{{r luc_ky }}")
        + each(
            "ben",
            "cac_ben",
            p("Tên bên", "{{r ben.ten }}"),
            each("dong", "ben.thong_tin", p("Đoạn văn", "{{r dong }}")),
            p("Đoạn văn", "{{r ben.dai_dien }}"),
        )
        + blocks()
        + closing()
    ),
    "thu-cong": lambda: (
        head()
        + title()
        + tag("{{p ke_trich_yeu }}")
        + each("dong", "loi_xung", p("Lời xưng gọi", "{{r dong }}"))
        + opening()
        + blocks()
        + closing()
    ),
    "bien-ban": lambda: (
        head(dated=False)
        + title()
        + tag("{{p ke_trich_yeu }}")
        + p("Đoạn văn", "Thời gian bắt đầu: ", "{{ bat_dau }}")
        + p("Đoạn văn", "Địa điểm: ", "{{r dia_diem }}")
        + line_or_list("Thành phần tham dự: ", "thanh_phan")
        + line_or_list("Vắng mặt: ", "vang_mat")
        + p("Đoạn văn", "Chủ trì (chủ tọa): ", "{{r chu_tri }}")
        + p("Đoạn văn", "Thư ký (người ghi biên bản): ", "{{r thu_ky }}")
        + p("Đoạn văn", "Nội dung (theo diễn biến {{ hinh_thuc }}):")
        + blocks()
        + p("Đoạn văn", "{{ ket_thuc }}./.")
        + two_signatures()
    ),
    "van-ban-kem-theo": lambda: (
        when("chu_ky_so", p("Chữ ký số của cơ quan", "{{ chu_ky_so }}"))
        + head(numbered=False)
        + title()
        + p("Chỉ dẫn kèm theo", "{{r kem_theo }}")
        + tag("{{p ke_kem_theo }}")
        + blocks()
    ),
    "phu-luc": lambda: (
        when("chu_ky_so", p("Chữ ký số của cơ quan", "{{ chu_ky_so }}"))
        + p("Phụ lục", "{{ nhan }}")
        + each("dong", "tieu_de", p("Phụ lục - tiêu đề", "{{r dong }}"))
        + p("Chỉ dẫn kèm theo", "{{r kem_theo }}")
        + tag("{{p ke_kem_theo }}")
        + blocks()
    ),
}


def main(folder: Path) -> None:
    """Write every template into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, body in DOCUMENTS.items():
        # Stored, not compressed: another zlib would make other bytes of the same text.
        marked = {} if name in UNMARKED else {"first_head": first_head(), "first_foot": first_foot()}
        made = package(body(), number_style=IDS["Số trang"], **marked)
        (folder / f"{name}.docx").write_bytes(made.to_bytes(compress=False))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "templates" / "vi")
