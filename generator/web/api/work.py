"""What the service's requests have done in a worker: bytes in, bytes out, everything between by ``service``."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory
from typing import Any

from generator.choices import Format
from generator.errors import ConversionError, DataError, Problem, UsageError
from generator.findings import Finding, Level
from generator.law.form.profiles import Asked
from generator.media_types import DOCX, JSON, PDF, ZIP
from generator.records import record
from generator.web.names import attachment
from generator.web.tasks import progress

SARIF = "application/sarif+json"
HTML = "text/html; charset=utf-8"
Given = Sequence[tuple[str, bytes]]
_DOSSIER = "ho-so.json"  # what messages call one that is sent to be kept
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # in a zip: what is made of the same is the same


@record(frozen=True)
class Made:
    """What came of a request: a file with its type and name, and what is said beside it in headers."""

    data: bytes
    media_type: str
    name: str = ""
    headers: dict[str, str] | None = None

    def http_headers(self) -> dict[str, str]:
        """The headers of the answer."""
        saved = {"Content-Disposition": attachment(self.name)} if self.name else {}
        return {"Content-Type": self.media_type} | saved | (self.headers or {})


def render(
    given: Given,
    form: str,
    only: Sequence[str],
    force: bool,
    attach: bool,
    trace: bool,
    forms: Mapping[str, bytes] | None = None,
) -> Made:
    """The documents of a dossier: one file, or all in a zip with what was found.

    ``forms`` are the agency's own Word forms by file name.
    """
    from generator.service import issue, open_dossier, review
    from generator.service.forms.uploaded import folder_of

    (name, raw) = given[0]
    judged = review(open_dossier(raw, label=name, only=only), only=only)
    count = len(judged.documents)
    if form != "zip" and count != 1:
        having = ", ".join(document.name for document in judged.documents)
        fix = f"thêm van_ban=TÊN (đang có: {having}), hoặc dinh_dang=zip"
        raise UsageError(Problem("dinh_dang", f"hồ sơ có {count} văn bản, {form} chỉ trả một", fix))
    formats: tuple[Format, ...] = ("docx", "pdf") if form == "zip" else ("docx",) if form == "docx" else ("pdf",)
    named = [document.reading.document.form for document in judged.documents]
    with folder_of(forms or {}, named) as folder:
        made = issue(
            judged,
            force=force,
            formats=formats,
            templates=folder,
            attach=attach,
            trace=trace,
            made=lambda n: progress(min(n, count), count),
        )
    files = [file for document in made for file in document.files()]
    told = _counted(judged.findings)
    if form == "zip" or len(files) > 1:
        files.append(("nhan-xet.json", _json(judged.as_data())))
        return Made(_zip(files), ZIP, f"{PurePath(name).stem}.zip", told)
    ((file, data),) = files
    return Made(data, DOCX if form == "docx" else PDF, file, told)


def pdf(given: Given, word_lines: bool) -> Made:
    """Word files as PDF: one as it is, several in a zip."""
    from generator.service.converting import pdf_of

    made = []
    problems = []
    for n, (name, docx) in enumerate(given, start=1):
        try:
            made.append((f"{PurePath(name).stem}.pdf", pdf_of(docx, word_lines=word_lines).pdf))
        except ConversionError as error:
            problems += [_at(name, one) for one in error.problems]
        progress(n, len(given))
    if problems:
        raise ConversionError(problems)
    return Made(made[0][1], PDF, made[0][0]) if len(made) == 1 else Made(_zip(made), ZIP, "pdf.zip")


def check(given: Given, form: str, asked: Asked, day: date | None, pages: bool, tracked: bool) -> Made:
    """Word files judged: as data, as a page, or as the file itself with comments or put right."""
    from generator.service.checking.checked import CheckOptions, FileCheck, check_bytes
    from generator.service.checking.terms import Terms

    options = CheckOptions(asked, day, pages=pages)
    checks: list[FileCheck] = []
    for n, (name, docx) in enumerate(given, start=1):
        file = Path(name)
        try:
            checks.append(check_bytes(file, docx, options, Terms(asked)))
        except ConversionError as error:
            if len(given) == 1:
                raise
            checks.append(FileCheck(file, problems=tuple(error.problems)))
        progress(n, len(given))
    told = _counted(finding for one in checks for finding in one.findings)
    if form == "json":
        return Made(_json({"ket_qua": [one.as_data() for one in checks]}), JSON, headers=told)
    if form == "sarif":
        from generator.service.checking.reports import sarif_text

        return Made(sarif_text(checks).encode(), SARIF, headers=told)
    if len(checks) > 1:
        fix = "gửi từng tệp, hoặc dinh_dang=json, sarif"
        raise UsageError(Problem("dinh_dang", f"{form} chỉ làm cho một tệp mỗi lần", fix))
    return _copy(checks[0], form, options, tracked, told)


def _copy(checked: Any, form: str, options: Any, tracked: bool, told: dict[str, str]) -> Made:
    from generator.service.checking.copies import annotated, corrected
    from generator.service.checking.reports import page_of

    if form == "html":
        return Made(page_of(checked), HTML, headers=told)
    path = PurePath(checked.file.name)
    if form == "chu_thich":
        return Made(annotated(checked), DOCX, f"{path.stem}.chu-thich.docx", told)
    fixed = corrected(checked, options, tracked=tracked)
    counts = {"X-Da-Sua": len(fixed.made), "X-Chua-Sua": len(fixed.left)}
    return Made(fixed.docx, DOCX, f"{path.stem}.ban-sua.docx", told | {key: str(n) for key, n in counts.items()})


def audit(given: Given, day: date | None) -> Made:
    """The legal bases of a dossier or a text."""
    from generator.service.law.bases import audit_as_data, audit_bytes

    ((name, raw),) = given
    audits = audit_bytes(name, raw, day=day)
    told = _counted(finding for one in audits.values() for finding in one.findings)
    return Made(_json({"ket_qua": [audit_as_data(*one) for one in audits.items()]}), JSON, headers=told)


def template(given: Given, meant: str) -> Made:
    """Forms of an agency's own held against the tags and the fields."""
    from generator.service.forms.aiming import type_called
    from generator.service.forms.checking import FormOptions, check_forms

    if meant and type_called(meant) is None:
        raise UsageError(Problem("loai", f"không có loại văn bản «{meant}»", "ghi tên loại, ví dụ: quyết định"))
    with TemporaryDirectory(prefix="vanthu-mau-") as folder:
        files = [Path(folder) / name for name, _ in given]
        for file, (_, data) in zip(files, given, strict=True):
            file.write_bytes(data)
        checks = list(check_forms(files, FormOptions(meant=meant)))
    told = [one.as_data() | {"tep": one.file.name} for one in checks]
    said = json.dumps({"ket_qua": told}, ensure_ascii=False, indent=2).replace(f"{folder}/", "")
    return Made(said.encode(), JSON, headers=_counted(finding for one in checks for finding in one.findings))


def read(given: Given) -> Made:
    """Issued documents read back into a dossier."""
    from generator.service.yearly.reading import read_bytes

    return Made(_json(read_bytes(given).as_data()), JSON)


def problems_of(raw: bytes) -> list[Problem]:
    """What is still wrong with a dossier's JSON text, none where documents can be made of it.

    Raises DataError for bytes that cannot be kept as one.
    """
    from generator.service import open_dossier
    from generator.service.pages.judging import open_page

    text = _fields_in(raw)
    with suppress(DataError):  # on which lines values stand is asked where one is wrong: it takes as long again
        open_page(text)
        return []
    try:
        open_dossier(raw, label=_DOSSIER)
    except DataError as error:
        return error.problems
    return []


def _fields_in(raw: bytes) -> str:
    """The bytes as the JSON text of a group of fields."""
    try:
        text = raw.decode("utf-8-sig")
        if not isinstance(json.loads(text), dict):
            raise DataError(Problem(_DOSSIER, "không phải một nhóm trường", "bắt đầu bằng dấu {"))
    except UnicodeDecodeError:
        raise DataError(Problem(_DOSSIER, "không phải mã UTF-8", "mã hóa lại thành UTF-8")) from None
    except json.JSONDecodeError as error:
        place = f"{_DOSSIER}, dòng {error.lineno}, cột {error.colno}"
        raise DataError(Problem(place, "sai cú pháp JSON", "kiểm tra dấu phẩy, dấu ngoặc, dấu nháy")) from None
    except RecursionError:
        raise DataError(Problem(_DOSSIER, "các mục lồng nhau quá sâu", "viết lại đơn giản hơn")) from None
    except ValueError:
        raise DataError(Problem(_DOSSIER, "có số dài quá 4300 chữ số", "ghi số trong dấu nháy")) from None
    if "\x00" in text or "\\u0000" in text:
        raise DataError(Problem(_DOSSIER, "có ký tự rỗng (U+0000)", "bỏ ký tự này"))
    return text


def _at(name: str, problem: Problem) -> Problem:
    return Problem(f"{name}, {problem.place}" if problem.place else name, problem.what, problem.fix, problem.code)


def _counted(findings: Iterable[Finding]) -> dict[str, str]:
    """How many errors and warnings nobody has let stand: for who wants the file alone."""
    open_ = [one.level for one in findings if not one.accepted]
    return {"X-So-Loi": str(open_.count(Level.ERROR)), "X-So-Canh-Bao": str(open_.count(Level.WARNING))}


def _json(data: Any) -> bytes:
    return json.dumps(data, ensure_ascii=False, indent=2).encode()


def _zip(files: Iterable[tuple[str, bytes]]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files:
            archive.writestr(zipfile.ZipInfo(name, _LONG_AGO), data, zipfile.ZIP_DEFLATED)
    return made.getvalue()
