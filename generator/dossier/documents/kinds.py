"""Kinds of value that only a document has: its type, its marks, names of its files, fields of its own form."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from generator.faults import Code, Fault, words
from generator.filenames import unportable
from generator.law.types import CIRCULATIONS, DOCUMENT_TYPES, OTHER, SECRECIES, URGENCIES
from generator.typed.fields import Text, clean_text
from generator.typed.models.declaring import AfterValidator, BeforeValidator, Field, WithJsonSchema
from generator.wording.characters import fold
from generator.wording.nearest import did_you_mean


def _type_name(value: str) -> str:
    name = " ".join(value.split()).lower()
    if name in DOCUMENT_TYPES or name == OTHER:
        return name
    close = did_you_mean(name, DOCUMENT_TYPES)
    hint = f"có phải ý bạn là «{close[0]}»?" if close else f"các loại: {', '.join(DOCUMENT_TYPES)}"
    known = f"{hint}; loại mà Nghị định 30 không có thì ghi «{OTHER}», kèm mẫu Word riêng"
    raise Fault(Code.BAD_TYPE, f"«{value}» không phải tên loại văn bản hành chính", known)


TypeName = Annotated[Text, AfterValidator(_type_name)]


def _file_name(value: str) -> str:
    name = unicodedata.normalize("NFC", value)
    if reason := unportable(name):
        raise Fault(Code.BAD_FILE_NAME, f"«{value}»: {reason}", f"đổi tên tệp, ví dụ: van-ban-{name.rstrip('. ')}")
    return name


def _code(value: Any) -> Any:
    """The code of words of an official mark, as they are printed or typed: ``HỎA TỐC`` is ``hoa_toc``."""
    if not isinstance(value, str):
        return value
    codes = (*URGENCIES, *CIRCULATIONS, *SECRECIES)
    return next((code for code in codes if fold(code) == fold(value)), value)


def _schema(words: Mapping[str, str]) -> WithJsonSchema:
    """The codes, and the words they stand for in small letters."""
    return WithJsonSchema({"type": "string", "enum": [*words, *(word.lower() for word in words.values())]})


def _form_name(value: str) -> str:
    """The name of a form as typed, without folders and ending in a Word file's suffix."""
    name = unicodedata.normalize("NFC", value.strip())
    if "/" in name or "\\" in name or name.startswith("."):
        fix = "đặt tệp vào thư mục mau của hồ sơ rồi chỉ ghi tên tệp, ví dụ: phieu-giao-viec.docx"
        raise Fault(Code.BAD_FILE_NAME, f"«{value}» không phải là tên tệp", fix)
    return name if name.lower().endswith((".docx", ".dotx")) else f"{name}.docx"


FormName = Annotated[Text, AfterValidator(_form_name)]


class Free(dict[str, Any]):
    """Fields that only a form knows, as typed: texts, lists and groups of them; not to be changed once read."""

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(tuple(self))


def _free(value: dict[str, Any]) -> Free:
    return Free({key: _cleaned(item, key) for key, item in value.items()})


def _cleaned(value: Any, key: str) -> Any:
    if isinstance(value, str):
        try:
            return clean_text(value)
        except Fault as fault:
            raise Fault(fault.code, words(f"«{key}» ", fault.what), fault.fix) from None
    if isinstance(value, list | tuple):
        return tuple(_cleaned(item, key) for item in value)
    return _free(value) if isinstance(value, dict) else value


FreeFields = Annotated[dict[str, Any], AfterValidator(_free), WithJsonSchema({"type": "object"})]
FileName = Annotated[str, Field(pattern=r"^[^\W_][\w .-]*$", max_length=80), AfterValidator(_file_name)]
Authority = Literal["tap_the", "nguoi_dung_dau"]
Urgency = Annotated[Literal["hoa_toc", "thuong_khan", "khan"], BeforeValidator(_code), _schema(URGENCIES)]
Circulation = Annotated[Literal["xem_xong_tra_lai", "luu_hanh_noi_bo"], BeforeValidator(_code), _schema(CIRCULATIONS)]
Secrecy = Annotated[Literal["tuyet_mat", "toi_mat", "mat"], BeforeValidator(_code), _schema(SECRECIES)]
