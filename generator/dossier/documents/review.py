"""What an agency says on the inputs of its management review, which its dossier does not know from figures."""

from __future__ import annotations

from typing import Literal

from generator.faults import Choice, Described
from generator.typed.fields import Lines, Model
from generator.typed.models.declaring import Field

ReviewTopic = Literal[
    "hanh_dong_lan_truoc",
    "thay_doi",
    "hai_long",
    "muc_tieu",
    "qua_trinh",
    "khong_phu_hop",
    "theo_doi_do_luong",
    "danh_gia_noi_bo",
    "nha_cung_cap",
    "nguon_luc",
    "rui_ro_co_hoi",
    "cai_tien",
]
"""The inputs of a management review, in the order of TCVN ISO 9001:2015, 9.3.2 a) to f)."""


class ReviewInput(Model):
    """What the agency says on one input of the management review."""

    topic: ReviewTopic = Field(
        alias="dau_vao",
        title="Đầu vào",
        description=Described(
            Choice("hanh_dong_lan_truoc"),
            ": tình trạng hành động từ lần xem xét trước; ",
            Choice("thay_doi"),
            ": thay đổi của các vấn đề nội bộ và bên ngoài; ",
            Choice("hai_long"),
            ": sự hài lòng, phản hồi; ",
            Choice("muc_tieu"),
            ": mức độ thực hiện mục tiêu; ",
            Choice("qua_trinh"),
            ": kết quả các quá trình; ",
            Choice("khong_phu_hop"),
            ": sự không phù hợp và hành động khắc phục; ",
            Choice("theo_doi_do_luong"),
            ": kết quả theo dõi, đo lường; ",
            Choice("danh_gia_noi_bo"),
            ": kết quả đánh giá nội bộ; ",
            Choice("nha_cung_cap"),
            ": nhà cung cấp bên ngoài; ",
            Choice("nguon_luc"),
            ": nguồn lực; ",
            Choice("rui_ro_co_hoi"),
            ": hiệu lực của hành động với rủi ro và cơ hội; ",
            Choice("cai_tien"),
            ": cơ hội cải tiến",
        ),
    )
    texts: Lines = Field(alias="noi_dung", title="Nội dung")
