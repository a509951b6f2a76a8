"""What of a recovered dossier a reader of the file would call invented, found by rules of their own.

``python -m tests.recovering.inventing FOLDER`` reads every DOCX below a folder and tells what it finds.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from generator.dossier.documents.document import NOT_FILED
from generator.errors import VanthuError
from generator.layout import read
from generator.layout.tree import Note
from generator.parts.lines import Line
from generator.parts.walking import body_lines, running_lines
from generator.service.yearly.reading import read_bytes
from generator.wording.characters import fold

_MADE = {"nam", "loai", "cap", "quyen_han", "tham_quyen", "do_khan", "pham_vi_luu_hanh", "id", "van_ban", "kho_ngang",
         "tep_rieng", "in_lien_he", "nhu_dieu", "hinh_thuc", "dam", "nghieng", "muc_tieu", "ke_hoach"}  # fmt: skip
"""Fields whose value is a choice, or an identity, and no words of the file."""
_DAYS = {"ngay", "tu_ngay", "den_ngay", "bat_dau", "ket_thuc", "thoi_gian", "gia_tri_den", "ngay_don"}
_MARKERS = re.compile(r"\{(?:dam|nghieng): ?|\\(?=\{)|^Về việc ")
_REFERENCE = re.compile(r"\[\d+\]")
_POSITION = re.compile(
    r"\b(?:chủ tịch|bí thư|giám đốc|trưởng|phó|chánh|thủ tướng|thống đốc|tổng|chủ nhiệm|thư ký|chủ tọa|chủ trì|ủy viên|"
    r"uỷ viên|viện|người (?:lập|báo cáo)|kế toán|thủ quỹ|chỉ huy|hội thẩm|thẩm phán|luật sư|chuyên viên)",
    re.IGNORECASE,
)
_POWER = re.compile(r"^\W*(?:T/?M|K/?T|T/?L|TUQ|TƯQ|Q)\s*[./ ]|^quyền\b", re.IGNORECASE)
_NATIONAL = re.compile(r"xahoichunghia|dangcongsan")  # folded
_PAPER = re.compile(
    r"\W*(?:đơn|tờ khai|phiếu|giấy|biên bản|hợp đồng|bảng|báo cáo|kế hoạch|quyết định)\b", re.IGNORECASE
)
_LONG = 120  # characters of a line that is text, in no head, no list of recipients and no signature
_NEAR = 16  # written lines of a head, and between two lines of a signature


def invented(data: Mapping[str, Any], docx: bytes) -> list[str]:
    """Each value of what was read (``ReadBack.as_data``) that the file does not say where such a value stands."""
    document = read(docx)
    lines = [line for line in body_lines(document) if line.text.strip()]
    shown = fold(" ".join(_shown(document, lines)))
    return [
        f"{'.'.join(map(str, row['duong_dan']))} = {row['gia_tri']}: {why}"
        for row in data["doc_lai"]
        if (why := _why(row, lines, shown))
    ]


def _shown(document: Any, lines: Iterable[Line]) -> Iterator[str]:
    for line in lines:
        yield line.text
    for line in lines:
        yield from (block.text for item in line.items if isinstance(item, Note) for block in item.blocks)
    for number, section in enumerate(document.sections):
        for where in ("header", "footer"):
            for own in running_lines(section, number, where).values():  # type: ignore[arg-type]
                yield from (line.text for line in own)


def _why(row: Mapping[str, Any], lines: list[Line], shown: str) -> str:
    keys = [key for key in row["duong_dan"] if isinstance(key, str)]
    key, value, words = keys[-1], str(row["gia_tri"]), fold(row["loi"])
    if not value or value == "…" or (key == "luu" and value == NOT_FILED):  # that it says none
        return ""
    if key in _DAYS:
        numbers = {int(number) for number in re.findall(r"\d+", value)}
        said = {int(number) for number in re.findall(r"\d+", row["loi"])}
        return "" if numbers - {0} <= said or words in shown else "ngày không có trong văn bản"
    bare = _MARKERS.sub("", value)
    if key not in _MADE and not any(fold(text) in f"{shown} {words}" for text in (bare, _REFERENCE.sub("", bare))):
        return "lời không có trong văn bản"
    if key not in _MADE and not any(map(str.isalnum, re.sub(r"\{\{.*?\}\}|\{.*?\}", "", bare))):
        return "chỗ trống để điền" if "noi_dung" not in keys else ""
    if "noi_dung" in keys or "chi_tiet" in keys or "phu_luc" in keys or "van_ban_kem_theo" in keys:
        return ""
    at = _at(row, lines)
    return "" if at is None else _misplaced(keys, value, row["loi"], at, lines)


def _at(row: Mapping[str, Any], lines: list[Line]) -> int | None:
    """The written line the value was read from."""
    words = fold(row["loi"])
    same = [n for n, line in enumerate(lines) if line.place == row["noi"]]
    exact = [n for n in same if fold(lines[n].text) and (fold(lines[n].text) in words or words in fold(lines[n].text))]
    return next(iter(exact or same), None)


def _misplaced(keys: list[str], value: str, words: str, at: int, lines: list[Line]) -> str:
    key = keys[-1]
    if key == "ho_ten":
        above = [line.text for line in lines[max(0, at - _NEAR) : at] if _one_column(line, lines[at])]
        if not any(_POSITION.search(text) or _POWER.match(text) for text in [*above, words]):
            return "phía trên tên không có chức vụ"
        return "" if re.fullmatch(r"(?:[^\W\d_][\w'.-]*\s?){2,7}", value) else "không phải họ tên"
    if key in ("chuc_vu", "nguoi_dung_dau", "chuc_danh_khac") and {"nguoi", "ky", key} & {*keys}:
        return "" if _POSITION.search(value) or _POWER.match(words) else "không phải chức vụ"
    if key == "tap_the":
        return "" if _POWER.match(words) else "không có TM."
    head = next((n for n, line in enumerate(lines) if _NATIONAL.search(fold(line.text))), None)
    if keys[:1] == ["co_quan"] and key in ("ten", "chu_quan"):
        if _PAPER.match(value):
            return "tên giấy tờ, không phải tên cơ quan"
        between = sorted((at, head)) if head is not None else (0, 0)
        texts = [line.text for line in lines[between[0] : between[1]]]
        apart = head is not None and (abs(at - head) > _NEAR or any(len(text) > _LONG for text in texts))
        return "xa Quốc hiệu" if apart or (head is None and at > _NEAR) else ""
    if key == "ten_loai" and not _PAPER.match(value) and (head is None or at - head > _NEAR):
        return "không đứng dưới phần đầu văn bản"
    if key == "noi_nhan":
        label = next((n for n in range(at, -1, -1) if fold(lines[n].text).startswith("noinhan")), None)
        if label is None or any(len(line.text) > 2 * _LONG for line in lines[label:at]):
            return "không đứng dưới «Nơi nhận»"
    return ""


def _one_column(one: Line, other: Line) -> bool:
    return one.place == other.place or one.side == other.side or "full" in (one.side, other.side)


def _main(folder: Path) -> None:
    files = values = total = 0
    for file in sorted(folder.rglob("*.docx")):
        try:
            found = read_bytes([(file.name, file.read_bytes())]).as_data()
        except VanthuError:
            continue
        told = invented(found, file.read_bytes())
        files, values, total = files + 1, values + len(found["doc_lai"]), total + len(told)
        sys.stdout.writelines(f"{file.name}: {one}\n" for one in told)
    sys.stdout.write(f"{files} tệp đọc được, {values} giá trị, {total} giá trị bịa thêm\n")


if __name__ == "__main__":
    _main(Path(sys.argv[1]))
