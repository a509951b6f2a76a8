"""Findings of a Word file that somebody lets stand, kept with who, when and why in a file beside it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from generator.errors import Problem, UsageError
from generator.filenames import shortened
from generator.findings import Finding, Level
from generator.records import record

if TYPE_CHECKING:
    from generator.service.checking.acceptances_model import Acceptance

_SUFFIX = ".chap-nhan.yaml"
_KEY = "chap_nhan"
_HEAD = """\
# Nhận xét của vanthu check về «{name}» đã có người chấp nhận. Sửa tay được; xóa một mục là hết chấp nhận.
# ma: quy tắc; noi, noi_dung: chấp nhận đúng chỗ ấy, câu ấy (bỏ hai dòng này: mọi nhận xét của quy tắc).
{key}:
"""


@record(frozen=True)
class Accepted:
    """The acceptances of a file in order, each with where it stands."""

    entries: tuple[Acceptance, ...] = ()
    places: tuple[str, ...] = ()


def acceptances_file(file: Path) -> Path:
    """The file beside a Word file that keeps what was accepted of it."""
    return file.parent / shortened(file.stem, _SUFFIX)


def read_acceptances(file: Path) -> tuple[Accepted, list[Problem]]:
    """What was accepted of the Word file, and everything that is wrong with the file that keeps it."""
    kept = acceptances_file(file)
    if not kept.exists():
        return Accepted(), []
    from generator.faults import Fault
    from generator.typed.opening import file_bytes

    try:
        return _read(file_bytes(kept, 1_000_000), kept)
    except Fault as fault:
        return Accepted(), [fault.problem(str(kept))]


def _read(data: bytes, kept: Path) -> tuple[Accepted, list[Problem]]:
    from pydantic_core import ValidationError

    from generator.service.checking.acceptances_model import AcceptancesModel
    from generator.typed.messages import problems_of
    from generator.typed.source import Source

    source = Source()
    typed = source.read_bytes(data, str(kept), (), is_json=False)
    if source.problems:
        return Accepted(), source.problems
    try:
        model = AcceptancesModel.model_validate(typed)
    except ValidationError as error:
        return Accepted(), [source.problem(fault) for fault in problems_of(error, AcceptancesModel, source, typed)]
    places = tuple(source.place((_KEY, index)) for index in range(len(model.entries)))
    return Accepted(model.entries, places), []


def applied(findings: Iterable[Finding], accepted: Accepted) -> tuple[list[Finding], list[Problem]]:
    """The findings, those accepted with who, when and why; and a note for each acceptance of nothing there is.

    An acceptance of certain words follows them when their place has moved, for one finding.
    """
    found = list(findings)
    notes = []
    for entry, place in zip(accepted.entries, accepted.places, strict=True):
        open_ = [n for n, one in enumerate(found) if one.rule == entry.rule and one.level > Level.FINE]
        said = [n for n in open_ if _same(entry.what, found[n].what)]
        met = [n for n in said if _same(entry.place, found[n].place)]
        if not met and entry.what is not None:
            met = [n for n in said if not found[n].accepted][:1]
        for n in met:
            if not found[n].accepted:
                found[n] = replace(
                    found[n], accepted=entry.reason, accepted_by=entry.by, accepted_on=f"{entry.day:%d/%m/%Y}"
                )
        if not met:
            what = f"chấp nhận quy tắc {entry.rule} không còn ứng với nhận xét nào"
            notes.append(Problem(place, what, "chỗ ấy đã sửa hoặc đã đổi: xóa mục này, hoặc chấp nhận lại"))
    return found, notes


def _same(typed: str | None, said: str) -> bool:
    """Whether the words are those typed, spaces aside; of nothing typed all are."""
    return typed is None or typed.split() == said.split()


def accept(file: Path, findings: Sequence[Finding], *, reason: str, by: str, day: date) -> None:
    """Add the findings to what was accepted of the file; what is typed there stays as it is.

    Raises UsageError where the file that keeps it is no such file, or cannot be written.
    """
    from generator.output import rewrite

    kept = acceptances_file(file)

    def grown(before: bytes) -> bytes:
        present = Accepted()
        if before.strip():
            present, problems = _read(before, kept)
            if problems:
                raise UsageError(problems)
        new = "".join(_entry(finding, reason, by, day) for finding in findings)
        typed = before.decode("utf-8-sig")
        line_end = "\r\n" if "\r\n" in typed else "\n"
        gap = "" if not typed or typed.endswith("\n") else "\n"
        head = gap + _HEAD.format(name=file.name, key=_KEY) if not typed.strip() else gap
        data = before + (head + new).replace("\n", line_end).encode()
        whole, problems = _read(data, kept)
        if problems or len(whole.entries) != len(present.entries) + len(findings):
            what = "không thêm được vào tệp này: danh sách không ở cuối tệp hoặc viết theo kiểu khác"
            raise UsageError(Problem(str(kept), what, f"để «{_KEY}:» là mục duy nhất, mỗi nhận xét một «  - ma: …»"))
        return data

    rewrite(kept, grown)


def _entry(finding: Finding, reason: str, by: str, day: date) -> str:
    values = {
        "ma": finding.rule, "noi": finding.place, "noi_dung": finding.what, "ly_do": reason, "nguoi": by,
        "ngay": f"{day:%d/%m/%Y}",
    }  # fmt: skip
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in values.items() if value]
    return "  - " + "\n    ".join(lines) + "\n"
