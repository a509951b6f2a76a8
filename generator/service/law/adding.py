"""A legal document added to an agency's own file: checked as the file is, appended, nothing in it touched."""

from __future__ import annotations

import json
import re
import tempfile
from datetime import date
from pathlib import Path

from generator.errors import Problem, UsageError
from generator.findings import Finding, Level
from generator.judgement.auditing import audit
from generator.law.bases import LegalDocument, Registry, Verification
from generator.law.loading.files import read_registry_file
from generator.law.loading.shared import law_of, shared_registry, territory
from generator.law.paragraphs import Paragraph
from generator.law.written.numbers import symbol_of, type_of
from generator.output import rewrite
from generator.patterns import late
from generator.records import record
from generator.wording.characters import fold

OWN_FILE = "can-cu.yaml"
_LAWS = late(r"^(Bộ luật|Luật|Pháp lệnh)\s")
_AT_MOST = 60  # characters of an id


@record(frozen=True)
class NewBasis:
    """What is said of a document to be added; what was not said is empty or None."""

    number: str
    issued: date
    title: str
    issuer: str
    type: str = ""
    effective: date | None = None
    expired: date | None = None
    verification: Verification = "chưa xác minh"
    id: str = ""
    note: str = ""


@record(frozen=True)
class Added:
    """The document as it now stands in the file, the file, what was noticed, and what the shared list has of it."""

    document: LegalDocument
    file: Path
    findings: tuple[Finding, ...] = ()
    shared: tuple[LegalDocument, ...] = ()


def add_basis(target: Path, new: NewBasis) -> Added:
    """Append the document to the agency's file, or to ``can-cu.yaml`` of the folder; the file is made where none is.

    What stands in the file stays as it was typed. Raises UsageError when the document is there already, cannot be what
    its number says, or the file cannot be written; DataError when the file, or the new entry, is broken.
    """
    file = target / OWN_FILE if target.is_dir() else target
    if file.suffix.lower() not in (".yaml", ".yml"):
        fix = "ghi thư mục hồ sơ, hoặc tệp .yaml dùng chung của cơ quan"
        raise UsageError(Problem(str(file), "không phải tệp .yaml", fix))
    made: list[Added] = []

    def grown(before: bytes) -> bytes:
        data, document = _with_entry(before, new, file)
        findings = tuple(_noticed(document))
        wrong = [finding for finding in findings if finding.level >= Level.ERROR]
        if wrong:
            raise UsageError([Problem(str(file), finding.what, finding.fix) for finding in wrong])
        shared = tuple(one for one in shared_registry().find(document.number) if one.issued == document.issued)
        made.append(Added(document, file, findings, shared))
        return data

    rewrite(file, grown)
    return made[-1]


def _with_entry(before: bytes, new: NewBasis, file: Path) -> tuple[bytes, LegalDocument]:
    """The file with the entry below what is typed in it, and the entry as the whole, read anew, gives it."""
    try:
        typed = before.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UsageError(Problem(str(file), "không đọc được: không phải mã UTF-8", "kiểm tra tệp")) from None
    present = _registry(before, file) if typed.strip() else Registry()
    kind, name = new.type or _type(new), new.id or _id(new)
    _refuse_twice(present, new, name, file)
    gap = ("" if not typed or typed.endswith("\n") else "\n") + ("\n" if typed else "")
    line_end = "\r\n" if "\r\n" in typed else "\n"
    data = before + (gap + _entry(new, kind, name)).replace("\n", line_end).encode()
    return data, _registry(data, file).by_id[name]


def _type(new: NewBasis) -> str:
    """The type its title or its number says."""
    law = _LAWS.match(new.title)
    kind = law[1] if law else type_of(symbol_of(new.number))
    if not kind:
        fix = "thêm --type, ví dụ --type «Công văn»"
        raise UsageError(Problem("--type", f"số «{new.number}» không cho biết tên loại", fix))
    return kind


def _id(new: NewBasis) -> str:
    """A short name made of the number, with the year where the number has none."""
    words = [fold(word) for word in re.split(r"[^\w]+", new.number) if fold(word)]
    year = str(new.issued.year)
    return "-".join([*words, *([] if year in words else [year])])[:_AT_MOST].strip("-")


def _refuse_twice(present: Registry, new: NewBasis, name: str, file: Path) -> None:
    same = [one for one in present.find(new.number) if one.issued == new.issued]
    if same or name in present.by_id:
        known = same[0] if same else present.by_id[name]
        fix = "sửa mục ấy trong tệp nếu cần" if same else "đặt mã khác bằng --id"
        raise UsageError(Problem(str(file), f"đã có {known.label} (mã {known.id})", fix))


def _entry(new: NewBasis, kind: str, name: str) -> str:
    """The entry as YAML; texts in double quotes, which every text can stand in."""
    values = {
        "loai": _quoted(kind),
        "so": _quoted("".join(new.number.split())),
        "co_quan": _quoted(new.issuer),
        "ngay": _day(new.issued),
        "ten": _quoted(new.title),
        "hieu_luc": _day(new.effective),
        "het_hieu_luc": _day(new.expired),
        "tinh_trang": "hết hiệu lực" if new.expired else "",
        "xac_minh": new.verification,
        "ghi_chu": _quoted(new.note),
    }
    lines = [f"  {key}: {value}" for key, value in values.items() if value]
    return "\n".join([f"- id: {_quoted(name)}", *lines]) + "\n"


def _quoted(text: str) -> str:
    return json.dumps(" ".join(text.split()), ensure_ascii=False) if text.strip() else ""


def _day(day: date | None) -> str:
    return f"{day.day}/{day.month}/{day.year}" if day else ""


def _registry(data: bytes, file: Path) -> Registry:
    """The documents the file holds, or would hold; DataError, with places in the file, where it is broken."""
    with tempfile.TemporaryDirectory() as folder:
        trial = Path(folder) / file.name
        trial.write_bytes(data)
        return read_registry_file(trial)


def _noticed(document: LegalDocument) -> list[Finding]:
    """What the rules say of the citation it makes, where no list is there to compare it with."""
    line = Paragraph(f"Căn cứ {document.cite};", OWN_FILE, "basis")
    found = audit([line], law_of(Registry()), day=date.max, territory=territory()).findings
    return [finding for finding in found if finding.rule not in ("chua-biet", "cap-huyen", "ten-tinh-cu")]
