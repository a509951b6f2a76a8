"""The form of the answers of the published set, as a JSON Schema: what other checkers read ``truth.json`` by."""

from __future__ import annotations

from typing import Any

VERSION = 1
"""Of the form of the answers; it rises when a key changes its meaning or goes."""
_TEXT = {"type": "string", "minLength": 1}


def _object(required: dict[str, Any], **optional: Any) -> dict[str, Any]:
    held = {**required, **optional}
    return {"type": "object", "properties": held, "required": list(required), "additionalProperties": False}


_RULE = _object({
    "ten": {**_TEXT, "description": "quy tắc trong một câu"},
    "dieu_khoan": {**_TEXT, "description": "mã điều khoản của Nghị định"},
    "quy_dinh": {**_TEXT, "description": "Nghị định quy định gì, ở đâu"},
    "loai": {
        "enum": ["M", "C", "O", "S", "D", "P"],
        "description": "bắt buộc, bắt buộc khi có điều kiện, được phép, theo Mẫu, suy ra, thông lệ",
    },
})  # fmt: skip
_PLACE = _object(
    {},
    tep={**_TEXT, "description": "tệp trong gói DOCX"},
    doan={"type": "integer", "minimum": 1, "description": "phần tử w:p thứ mấy của tệp ấy ở bản sạch"},
    chu={"type": "string", "description": "chữ ở đó trong bản sạch; trống: cả đoạn"},
    phan={"type": "integer", "minimum": 1, "description": "phần (section) thứ mấy"},
)
_FAULT = _object({
    "tep": {**_TEXT, "description": "tệp có lỗi"},
    "goc": {**_TEXT, "description": "tệp sạch mà nó được làm ra"},
    "quy_tac": {**_TEXT, "description": "quy tắc phải tìm thấy lỗi; nói rõ ở khóa quy_tac trên cùng"},
    "truong_hop": {"type": "integer", "minimum": 1, "description": "trường hợp thứ mấy của quy tắc"},
    "muc": {"enum": ["lỗi", "cảnh báo", "thông tin"], "description": "mức nặng nhẹ"},
    "cung": {"type": "array", "items": _TEXT, "description": "những quy tắc khác mà chính chỗ sai ấy có thể cũng phạm"},
    "sua": {"type": "array", "items": {"type": "object"}, "minItems": 1, "description": "đã sửa gì"},
    "noi": {"type": "array", "items": _PLACE, "minItems": 1, "description": "những chỗ đã sửa"},
})  # fmt: skip
SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "Đáp án của bộ văn bản có lỗi biết trước",
    **_object({
        "phien_ban": {"const": VERSION},
        "van_ban_quy_dinh": {**_TEXT, "description": "văn bản quy định mà các quy tắc rút ra từ đó"},
        "quy_tac": {"type": "object", "additionalProperties": _RULE, "description": "các quy tắc theo mã"},
        "sach": {"type": "array", "items": _TEXT, "description": "các tệp sạch"},
        "loi": {"type": "array", "items": _FAULT, "description": "các tệp có lỗi"},
    }),
}  # fmt: skip
"""What ``truth.json`` holds."""
