"""Chữ viết tắt cơ quan trong ký hiệu khớp với cơ quan ban hành.

Quy định: ký hiệu gồm chữ viết tắt tên loại và chữ viết tắt tên cơ quan ban hành (Nghị định 30/2020/NĐ-CP, Phụ lục I,
phần I, mục II, khoản 3, điểm b). Chữ viết tắt do người đứng đầu quy định, nên chỉ nêu ở chỗ ai cũng thấy: ký hiệu UBND
mà cơ quan ban hành không phải ủy ban nhân dân, hoặc ngược lại; hội đồng nhân dân; sở và bộ.

Vì sao: tệp chép từ văn bản của cơ quan khác.

Sai: ỦY BAN NHÂN DÂN XÃ MẪU mang ký hiệu «QĐ-SNV»; PHÒNG KINH TẾ mang ký hiệu «TB-UBND»

Đúng: «QĐ-UBND»; «QĐ-CT», «QĐ-CTUBND» khi chủ tịch ban hành; «TTr-KT» của phòng
"""

from __future__ import annotations

from generator.findings import Unjudged
from generator.law.types import DOCUMENT_TYPES
from generator.parts.model import Part, Sure
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said
from generator.rules.form.issuer._names import is_gap
from generator.rules.form.number._read import Read, numbers
from generator.wording.characters import fold

RULE = form_rule(__name__, "D")
_PEOPLE = {"uybannhandan": "UBND", "ubnd": "UBND", "hoidongnhandan": "HĐND", "hdnd": "HĐND"}
_FIELDS = {
    "NV": "Nội vụ", "TC": "Tài chính", "XD": "Xây dựng", "YT": "Y tế", "CT": "Công Thương", "TP": "Tư pháp",
    "KHCN": "Khoa học và Công nghệ", "GDĐT": "Giáo dục và Đào tạo", "GD&ĐT": "Giáo dục và Đào tạo",
    "VHTTDL": "Văn hóa, Thể thao và Du lịch", "NNMT": "Nông nghiệp và Môi trường",
    "NNPTNT": "Nông nghiệp và Phát triển nông thôn", "KHĐT": "Kế hoạch và Đầu tư",
    "TNMT": "Tài nguyên và Môi trường", "NG": "Ngoại giao",
}  # fmt: skip
_OTHERS = {f"{kind}{field}" for kind in "SB" for field in _FIELDS} | {"TTG", "CP"}
_UNITS = ("truong", "phong", "trungtam", "benhvien", "chicuc")  # which are no sở, no bộ
_KINDS = {"S": "so", "B": "bo"}


def check(reading: FileReading) -> Said:
    """The symbol of one kind of agency below the name of another."""
    issuer = reading.parts.first(Part.ISSUER)
    if issuer is None or issuer.sure is Sure.GUESS or issuer.why or is_gap(issuer.text):
        return
    name = fold(issuer.text)
    for read in numbers(reading, RULE):
        if isinstance(read, Unjudged):
            yield read
            continue
        agency = _agency(read, reading)
        wrong = _other(name, agency) if agency and not read.open else ""
        if wrong:
            yield RULE.found(
                f"ký hiệu «{read.sign}» không phải của {issuer.text}", f"ghi chữ viết tắt {wrong}",
                place=read.place, spot=read.spot,
            )  # fmt: skip


def _agency(read: Read, reading: FileReading) -> str:
    """The groups that name the agency and its unit."""
    groups = read.groups
    asked = DOCUMENT_TYPES[read.type_name].abbreviation if read.type_name in DOCUMENT_TYPES else ""
    if asked:
        return "-".join(groups[1:]).upper() if len(groups) > 1 and groups[0].casefold() == asked.casefold() else ""
    return "-".join(groups).upper() if reading.parts.kind == "letter" and len(groups) > 1 else ""


def _other(name: str, agency: str) -> str:
    """What the symbol should name instead; empty where it may be that of the agency."""
    first = agency.split("-")[0]
    people = [sign for phrase, sign in _PEOPLE.items() if phrase in name]
    if people:
        of_another = first in _OTHERS or (first in _PEOPLE.values() and first not in people)
        return f"«{people[0]}»" if of_another else ""
    if first in _PEOPLE.values():
        return "tên cơ quan ban hành"
    if first in _OTHERS and (
        (name.startswith("so") and first[0] == "B") or (name.startswith("bo") and first[0] == "S")
    ):
        return "tên sở" if first[0] == "B" else "tên bộ"
    if first in _OTHERS and name.startswith(_UNITS):
        return "tên cơ quan ban hành"
    field = _FIELDS.get(first[1:], "") if first in _OTHERS else ""
    if field and name.startswith(_KINDS[first[0]]) and fold(field) not in name:
        return "tên cơ quan ban hành"
    return ""
