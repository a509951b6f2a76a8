"""Quality objectives (mục tiêu chất lượng) and the plan to reach them."""

from __future__ import annotations

from generator.dossier.quality.targets import Target
from generator.faults import Code, Described, Fault, File, words
from generator.faults import Field as FieldRef
from generator.typed.fields import Day, Ident, Lines, Model, Text
from generator.typed.models.declaring import Field, model_validator


class Objective(Model):
    """One objective with its points, targets, method, measures and those responsible."""

    id: Ident = Field(title="Mã mục tiêu", description="Tên ngắn để kế hoạch và kết quả gọi tới, ví dụ: mt1")
    text: Text = Field(alias="noi_dung", title="Nội dung")
    name: Text | None = Field(
        None,
        alias="ten_goi",
        title="Tên gọi",
        description="Tên ngắn để báo cáo gọi mục tiêu; để trống thì lấy phần đầu của nội dung",
        max_length=120,
    )
    points: tuple[Text, ...] = Field((), alias="diem", title="Các điểm a, b, c")
    targets: tuple[Target, ...] = Field((), alias="chi_tieu", title="Chỉ tiêu")
    responsible: Lines | None = Field(None, alias="theo_doi", title="CQCM, đơn vị theo dõi và báo cáo")
    cooperating: Lines | None = Field(None, alias="phoi_hop", title="Phối hợp")
    method: Lines | None = Field(None, alias="phuong_phap", title="Phương pháp tính toán kết quả thực hiện")
    measures: Lines | None = Field(None, alias="bien_phap", title="Biện pháp thực hiện")
    frequency: Lines | None = Field(None, alias="tan_suat", title="Tần suất theo dõi, đo")
    time: Lines | None = Field(None, alias="thoi_gian", title="Thời hạn hoàn thành")
    note: Lines | None = Field(None, alias="ghi_chu", title="Ghi chú")
    heading: Lines | None = Field(
        None,
        alias="nhom",
        title="Nhóm",
        description="Lời in ở dòng phía trên mục tiêu đầu tiên của nhóm, kể cả số (A. CÔNG TÁC CHUYÊN MÔN); các mục "
        "tiêu sau của nhóm để trống",
    )


class Task(Model):
    """One task of the plan: what, who leads, who supports, when, who monitors, what proves it."""

    text: Lines = Field(alias="noi_dung", title="Nội dung công việc")
    lead: Lines | None = Field(None, alias="chu_tri", title="Chủ trì")
    support: Lines | None = Field(None, alias="phoi_hop", title="Phối hợp")
    time: Lines | None = Field(None, alias="thoi_gian", title="Thời gian thực hiện")
    monitor: Lines | None = Field(None, alias="theo_doi", title="Trách nhiệm theo dõi MTCL")
    evidence: Lines | None = Field(None, alias="ket_qua", title="Cách thức theo dõi và kết quả")
    funding: Lines | None = Field(None, alias="kinh_phi", title="Kinh phí, nguồn lực")
    note: Lines | None = Field(None, alias="ghi_chu", title="Ghi chú")
    deadline: Day | None = Field(
        None,
        alias="han",
        title="Hạn hoàn thành",
        description=Described(
            "Ngày cuối cùng phải xong, để tính tiến độ; để trống thì suy từ ",
            FieldRef("thoi_gian", "Thời gian thực hiện"),
            " khi lời đó rõ",
        ),
    )
    done: Day | None = Field(
        None, alias="hoan_thanh", title="Ngày hoàn thành", description="Để trống khi chưa xong; không in trong kế hoạch"
    )


OF_OBJECTIVE = Described("Mã của một mục tiêu trong ", File("muc-tieu"))


class PlanGroup(Model):
    """The tasks that serve one objective, or stand below a heading of their own, or below none."""

    objective: Text | None = Field(None, alias="muc_tieu", title="Mục tiêu", description=OF_OBJECTIVE)
    heading: Lines | None = Field(
        None,
        alias="nhom",
        title="Nhóm",
        description="Lời in ở dòng phía trên các công việc không của riêng mục tiêu nào, kể cả số (I. CÔNG TÁC CHỈ "
        "ĐẠO); không ghi thì không có dòng ấy",
    )
    tasks: tuple[Task, ...] = Field(alias="cong_viec", title="Công việc", min_length=1)

    @model_validator(mode="after")
    def _one_heading(self) -> PlanGroup:
        if self.objective and self.heading:
            what = words("nhóm ghi cả ", self.ref("objective"), " và ", self.ref("heading"))
            raise Fault(Code.TWO_HEADINGS, what, "bỏ một")
        return self
