"""The answers of the service, declared: what OpenAPI says of them. Keys are Vietnamese, as in a dossier."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field


class _Answer(BaseModel):
    model_config = ConfigDict(extra="allow")


class Item(_Answer):
    """Một điều sai, như dòng lệnh báo."""

    noi: str = Field(
        description="Ở đâu: tệp và dòng, sheet và ô, hoặc chỗ trong văn bản", examples=["ho-so.json, dòng 7"]
    )
    noi_dung: str = Field(description="Điều gì sai", examples=["thiếu ngày ban hành"])
    cach_sua: str = Field(description="Làm gì để sửa", examples=["ghi ngày, ví dụ: 25/11/2026"])
    ma: str = Field(description="Mã của lỗi hoặc của quy tắc, không đổi giữa các phiên bản", examples=["thieu-truong"])


class ProblemAnswer(_Answer):
    """Lỗi theo RFC 9457."""

    type: str = Field(examples=["/api/v1/#loi-data"])
    title: str = Field(examples=["Hồ sơ có lỗi, chưa tạo văn bản nào"])
    status: int = Field(examples=[422])
    detail: str = Field("", examples=["ho-so.json, dòng 7: thiếu ngày ban hành → ghi ngày"])
    instance: str = Field("", description="Số của yêu cầu, cũng có ở X-Request-ID và trong nhật ký máy chủ")
    loi: list[Item] = Field(description="Mọi điều sai, cùng một lần")
    ma_thoat: int | None = Field(None, description="Mã thoát của lệnh vanthu trong trường hợp này", examples=[3])
    ten_ma_thoat: str | None = Field(None, examples=["DATA"])


class FindingAnswer(_Answer):
    """Một nhận xét."""

    ma: str = Field(description="Quy tắc", examples=["ND30-I.1.3c"])
    muc: str = Field(description="đúng, thông tin, cảnh báo, lỗi", examples=["cảnh báo"])
    noi: str = Field("", description="Chỗ trong văn bản", examples=["Trang văn bản, lề trái"])
    noi_dung: str = Field("", examples=["lề trái 20 mm, quy định 30–35 mm"])
    cach_sua: str = Field("", examples=["đặt lề trái 30 mm"])
    trang: int | None = Field(None, description="Số trang, từ 1")


class FileAnswer(_Answer):
    """Nhận xét về một tệp."""

    tep: str = Field(examples=["quyet-dinh.docx"])
    xet_nhu: str = Field("", description="Xét như loại văn bản nào, của ai")
    nhan_xet: list[FindingAnswer] = []
    chua_kiem: list[dict[str, Any]] = Field([], description="Điều không đọc chắc được: không có nghĩa là đạt")
    luu_y: list[Item] = []
    khong_doc_duoc: list[Item] = Field([], description="Vì sao tệp không đọc được; khi đó các mục khác để trống")


class CheckAnswer(_Answer):
    """Kết quả kiểm tra, mỗi tệp một mục, theo thứ tự gửi lên."""

    ket_qua: list[FileAnswer]


class AuditAnswer(_Answer):
    """Căn cứ của một văn bản."""

    ten: str
    ngay_xet: str = Field(examples=["25/11/2026"])
    vien_dan: list[dict[str, Any]]
    nhan_xet: list[FindingAnswer]


class AuditsAnswer(_Answer):
    """Kết quả xét căn cứ."""

    ket_qua: list[AuditAnswer]


class ReadAnswer(_Answer):
    """Hồ sơ đọc lại được."""

    ho_so: dict[str, Any] = Field(description="Hồ sơ, gửi lại được cho render")
    doc_lai: list[dict[str, Any]] = Field(
        description="Từng giá trị: nơi đọc được (tep, noi, loi) và mức chắc chắn (muc)"
    )
    can_dien: list[dict[str, Any]] = Field(description="Điều phải điền thêm")
    khong_dua_duoc: list[str] = Field(description="Điều có trong tệp mà hồ sơ không giữ được")
    chua_mo_duoc: list[str] = Field([], description="Vì sao hồ sơ chưa mở được")


class DossierAnswer(_Answer):
    """Một hồ sơ trong danh sách."""

    ma: int = Field(examples=[12])
    ten: str = Field(examples=["Mục tiêu chất lượng năm 2026"])
    nam: int = Field(examples=[2026])
    ban: int = Field(description="Số của bản mới nhất", examples=[7])
    khoa: bool = Field(description="Đã khóa, không ghi được nữa")


class DossiersAnswer(_Answer):
    """Các hồ sơ của cơ quan, năm mới trước."""

    ho_so: list[DossierAnswer]


class SavedAnswer(_Answer):
    """Hồ sơ đã lưu."""

    ban: int = Field(description="Số của bản vừa lưu, cũng là ETag", examples=[8])
    con_sai: list[Item] = Field(description="Điều phải sửa trước khi lập được văn bản; bản vẫn đã lưu")


class OtherEntryAnswer(_Answer):
    """Dòng của văn bản dùng để thay thế, đính chính."""

    ma: int
    so: str = Field(examples=["12/UBND-VP"])
    ten_loai: str = Field("", examples=["Công văn"])


class FateAnswer(_Answer):
    """Điều đã xảy ra với một văn bản sau khi ban hành (Điều 18 Nghị định 30/2020/NĐ-CP)."""

    viec: str = Field(description="thu_hoi, thay_the (đã bị văn bản khác thay), dinh_chinh", examples=["dinh_chinh"])
    ngay: str = Field(examples=["2026-12-01"])
    ly_do: str = ""
    bang: OtherEntryAnswer | None = Field(None, description="Văn bản thay thế, công văn đính chính")


class EntryAnswer(_Answer):
    """Một dòng của sổ văn bản đi (Phụ lục IV và VI Nghị định 30/2020/NĐ-CP)."""

    ma: int
    so: str = Field(description="Số, ký hiệu; số giữ chỗ chưa có ký hiệu", examples=["05/QĐ-UBND"])
    trang_thai: str = Field(description="giu_cho, dang_cap, da_cap, huy", examples=["da_cap"])
    ngay: str | None = Field(None, examples=["2026-11-25"])
    ten_loai: str = Field("", examples=["Quyết định"])
    trich_yeu: str = ""
    nguoi_ky: str = ""
    chuc_vu: str = ""
    noi_nhan: str = ""
    noi_luu: str = ""
    so_ban: int | None = None
    ngay_gui: str | None = None
    nguoi_nhan: str = ""
    ghi_chu: str = ""
    so_trang: int | None = None
    ly_do: str = Field("", description="Vì sao giữ chỗ hoặc hủy")
    tep: dict[str, str] = Field({}, description="Địa chỉ của tệp docx, pdf")
    da_bi: list[FateAnswer] = Field([], description="Bị thu hồi, thay thế, đính chính; rỗng thì văn bản còn nguyên")


class RegisterAnswer(_Answer):
    """Các dòng tìm được, số mới trước."""

    tong: int = Field(description="Tìm được bao nhiêu dòng", examples=[1])
    dong: list[EntryAnswer]


class JobAnswer(_Answer):
    """Một việc dài."""

    ma: str
    loai: str | None = Field(None, examples=["render"])
    trang_thai: str = Field(description="cho, dang_lam, xong, hong, huy", examples=["dang_lam"])
    da_xong: int | None = None
    tong: int | None = None
    luc_gui: str | None = None
    luc_doi: str | None = None
    ket_qua: str | None = Field(None, description="Địa chỉ của kết quả, khi xong")
    loi: ProblemAnswer | None = Field(None, description="Vì sao hỏng")


class StartedAnswer(_Answer):
    """Việc dài đã nhận (Prefer: respond-async)."""

    ma: str
    trang_thai: str = Field(examples=["cho"])
    xem: str
    tien_do: str
