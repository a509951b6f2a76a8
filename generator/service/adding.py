"""A legal document added to an agency's own file: checked as the file is, appended, nothing in it touched."""

from __future__ import annotations

import contextlib
import json
import os
import re
import tempfile
from datetime import date
from pathlib import Path

from generator.errors import Problem, UsageError, reason_of
from generator.findings import Finding, Level
from generator.judgement.auditing import audit
from generator.law.bases import LegalDocument, Registry, Verification
from generator.law.loading.files import read_registry_file
from generator.law.loading.shared import law_of, shared_registry, territory
from generator.law.paragraphs import Paragraph
from generator.law.written.numbers import symbol_of, type_of
from generator.output import write_new
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
    before = _content(file)
    present = read_registry_file(file) if before.strip() else Registry()
    kind = new.type or _type(new)
    name = new.id or _id(new)
    _refuse_twice(present, new, name, file)
    text = (
        before
        + ("" if not before or before.endswith("\n") else "\n")
        + ("\n" if before else "")
        + _entry(new, kind, name)
    )
    document = _checked(text, name, file)
    findings = tuple(_noticed(document))
    wrong = [finding for finding in findings if finding.level >= Level.ERROR]
    if wrong:
        raise UsageError([Problem(str(file), finding.what, finding.fix) for finding in wrong])
    _write(file, text, fresh=not file.exists())
    shared = tuple(one for one in shared_registry().find(document.number) if one.issued == document.issued)
    return Added(document, file, findings, shared)


def _content(file: Path) -> str:
    if not file.exists():
        return ""
    try:
        return file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        what = reason_of(error) if isinstance(error, OSError) else "không phải mã UTF-8"
        raise UsageError(Problem(str(file), f"không đọc được: {what}", "kiểm tra tệp")) from None


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


def _checked(text: str, name: str, file: Path) -> LegalDocument:
    """The new entry as the whole file, read anew, gives it: what is written can be read."""
    with tempfile.TemporaryDirectory() as folder:
        trial = Path(folder) / file.name
        trial.write_text(text, encoding="utf-8")
        return read_registry_file(trial).by_id[name]


def _noticed(document: LegalDocument) -> list[Finding]:
    """What the rules say of the citation it makes, where no list is there to compare it with."""
    line = Paragraph(f"Căn cứ {document.cite};", OWN_FILE, "basis")
    found = audit([line], law_of(Registry()), day=date.max, territory=territory()).findings
    return [finding for finding in found if finding.rule not in ("chua-biet", "cap-huyen", "ten-tinh-cu")]


def _write(file: Path, text: str, *, fresh: bool) -> None:
    data = text.encode("utf-8")
    if fresh:
        write_new({file: data})
        return
    # What was typed stays in the file, so it is replaced in one step, not kept aside as a file edited since would be.
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        Path(name).chmod(file.stat().st_mode & 0o777)
        Path(name).replace(file)
    except OSError as error:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise UsageError(Problem(str(file), f"không ghi được: {reason_of(error)}", "kiểm tra quyền ghi")) from None
