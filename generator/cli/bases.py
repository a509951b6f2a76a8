"""``vanthu bases``: the legal bases known, whether they are in force, and what a text makes of them."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from generator.law.bases import LegalDocument, Verification
    from generator.service.law.bases import Audit, JudgedBasis

_LIST_OF_OPTIONS = "[TÙY CHỌN]"


def _day(_context: click.Context, _parameter: click.Parameter, value: str | None) -> date | None:
    from generator.errors import UsageError
    from generator.faults import Fault
    from generator.wording.times.dates import parse_date

    if value is None:
        return None
    try:
        return parse_date(value)
    except Fault as fault:
        raise UsageError(fault.problem("--on")) from None


def given_day(text: str, option: str) -> date:
    """The day a user typed for the option; UsageError where it is none."""
    from generator.errors import UsageError
    from generator.faults import Fault
    from generator.wording.times.dates import parse_date

    try:
        return parse_date(text)
    except Fault as fault:
        raise UsageError(fault.problem(option)) from None


_ON = click.option("--on", "day", metavar="NGÀY", callback=_day, help="Ngày xét, ví dụ 22/3/2024; mặc định hôm nay.")
_JSON = click.option("--json", "as_json", is_flag=True, help="In JSON.")
_SHARED = click.option("--registry", "extra", metavar="TỆP", type=click.Path(path_type=Path, dir_okay=False),
                       help="Tệp can-cu.yaml dùng chung của cơ quan, xét trước danh mục có sẵn.")  # fmt: skip


@click.group("bases", options_metavar=_LIST_OF_OPTIONS, subcommand_metavar="LỆNH …",
             help="Danh mục căn cứ pháp lý: liệt kê, xem, rà soát, gợi ý, thêm.")  # fmt: skip
def command() -> None:
    """Hold the five commands together."""


@command.command("list", options_metavar=_LIST_OF_OPTIONS, help="Liệt kê văn bản trong danh mục và hiệu lực vào NGÀY.")
@click.option("--field", metavar="LĨNH_VỰC", help="Chỉ một lĩnh vực, ví dụ thu-tuc-hanh-chinh.")
@_ON
@_SHARED
@_JSON
def list_command(field: str | None, day: date | None, extra: Path | None, as_json: bool) -> None:
    """Print every document of the field with its force on the day."""
    from generator.service.law.bases import known_bases

    on = day or date.today()
    found, fields = known_bases(field, on, extra)
    if as_json:
        _print_json([_data(basis) for basis in found])
        return
    for basis in found:
        verified = basis.document.verification
        click.echo(f"{basis.document.id:28} {basis.verdict:22} {verified:14} {basis.document.label}")
    click.echo("Cột thứ ba: mức xác minh số, ngày, tên của văn bản.")
    click.echo(f"{len(found)} văn bản; xét vào ngày {on:%d/%m/%Y}. Lĩnh vực: {', '.join(fields)}")


@command.command("show", options_metavar=_LIST_OF_OPTIONS, help="Xem một văn bản: MÃ hoặc số, ký hiệu.")
@click.argument("reference", metavar="MÃ")
@_ON
@_SHARED
@_JSON
def show_command(reference: str, day: date | None, extra: Path | None, as_json: bool) -> None:
    """Print all that is known of the document, and its judgement on the day."""
    from generator.service.law.bases import find_bases

    found = find_bases(reference, day, extra)
    if as_json:
        _print_json([_data(basis) for basis in found])
        return
    for basis in found:
        for label, value in _lines(basis.document):
            click.echo(f"{label:24} {value}")
        for finding in basis.findings:
            click.echo(f"{f'Ngày {basis.day:%d/%m/%Y}':24} [{finding.level.label}] {finding.what}")
            if finding.fix:
                click.echo(f"{'':24} → {finding.fix}")


@command.command(
    "audit",
    options_metavar=_LIST_OF_OPTIONS,
    help="Rà soát căn cứ của HỒ_SƠ, tệp .docx hoặc .txt (kể cả bản quét). Có lỗi thì mã thoát là 6.",
)
@click.argument("target", metavar="HỒ_SƠ|TỆP", type=click.Path(path_type=Path))
@_ON
@_SHARED
@click.option("--law-numbers", is_flag=True, help="Không nhắc khi luật có ghi số.")
@click.option("--keep-order", is_flag=True, help="Không nhắc về thứ tự căn cứ.")
@_JSON
def audit_command(
    target: Path, day: date | None, extra: Path | None, law_numbers: bool, keep_order: bool, as_json: bool
) -> None:
    """Read the bases out of the text or the dossier, print what is to be said of them."""
    from generator.cli.findings import exit_if_errors
    from generator.service.law.bases import audit_as_data, audit_bases

    audits = audit_bases(target, day=day, registry=extra, law_numbers=law_numbers, keep_order=keep_order)
    if as_json:
        _print_json([audit_as_data(name, done) for name, done in audits.items()])
    else:
        for name, done in audits.items():
            _print_audit(name, done)
    exit_if_errors(finding for done in audits.values() for finding in done.findings)


@command.command("suggest", options_metavar=_LIST_OF_OPTIONS,
                 help="Gợi ý căn cứ cho các văn bản của HỒ_SƠ theo ngày ký, cấp cơ quan và nội dung.")  # fmt: skip
@click.argument("dossier", metavar="HỒ_SƠ", type=click.Path(path_type=Path))
@_ON
@click.option("--only", metavar="TÊN", multiple=True, help="Chỉ văn bản này; ghi được nhiều lần.")
@_JSON
def suggest_command(dossier: Path, day: date | None, only: tuple[str, ...], as_json: bool) -> None:
    """Print, for each document, the sets it does not cite yet."""
    from generator.service.law.bases import name_of, suggest_bases

    out: list[dict[str, Any]] = [
        {
            "ten": offer.name,
            "ngay": f"{offer.day:%d/%m/%Y}",
            "bo": [
                {
                    "ten": one.name,
                    "luu_y": one.note,
                    "van_ban": [
                        {"ma": d.id, "can_cu": name_of(d), "nhan_xet": [f.as_data() for f in findings]}
                        for d, findings in one.documents
                    ],
                }
                for one in offer.sets
            ],
        }
        for offer in suggest_bases(dossier, day=day, only=only)
    ]
    if as_json:
        _print_json(out)
        return
    for item in out:
        click.echo(f"{item['ten']} (ngày {item['ngay']})" + ("" if item["bo"] else ": không có gợi ý thêm"))
        for one in item["bo"]:
            click.echo(f"  {one['ten']}" + (f" – {one['luu_y']}" if one["luu_y"] else ""))
            for document_data in one["van_ban"]:
                click.echo(f"    - {document_data['ma']}: {document_data['can_cu']}")
                for finding in document_data["nhan_xet"]:
                    click.echo(f"      [{finding['muc']}] {finding.get('noi_dung', '')}")


@command.command(
    "add",
    options_metavar=_LIST_OF_OPTIONS,
    help="Thêm một văn bản vào can-cu.yaml của HỒ_SƠ, hoặc vào TỆP.yaml dùng chung của cơ quan.",
)
@click.argument("target", metavar="HỒ_SƠ|TỆP", type=click.Path(path_type=Path))
@click.option("--number", "number", metavar="SỐ", required=True, help="Số, ký hiệu, ví dụ 12/2025/QĐ-UBND.")
@click.option("--date", "issued", metavar="NGÀY", required=True, help="Ngày ban hành, ví dụ 22/3/2024.")
@click.option("--title", metavar="TRÍCH_YẾU", required=True, help="Đúng như văn bản, kể cả chữ «về» nếu có.")
@click.option("--issuer", metavar="CƠ_QUAN", required=True, help="Cơ quan ban hành, ghi đủ tên.")
@click.option("--type", "kind", metavar="TÊN_LOẠI", default="", help="Mặc định: theo ký hiệu (QĐ là Quyết định).")
@click.option("--effective", metavar="NGÀY", help="Ngày có hiệu lực.")
@click.option("--expired", metavar="NGÀY", help="Ngày đầu tiên không còn hiệu lực.")
@click.option("--verified", type=click.Choice(["hai nguồn", "một nguồn", "chưa xác minh"]), default="chưa xác minh",
              help="Đã đối chiếu với mấy nguồn; mặc định chưa xác minh.")  # fmt: skip
@click.option("--id", "name", metavar="MÃ", default="", help="Mặc định: từ số, ký hiệu.")
@click.option("--note", metavar="GHI_CHÚ", default="", help="Ghi chú, ví dụ nơi đã đối chiếu.")
def add_command(
    target: Path,
    number: str,
    issued: str,
    title: str,
    issuer: str,
    kind: str,
    effective: str | None,
    expired: str | None,
    verified: Verification,
    name: str,
    note: str,
) -> None:
    """Append the document to the agency's own file and print how it will be cited."""
    from generator.service.law.adding import NewBasis, add_basis

    new = NewBasis(
        number=number,
        issued=given_day(issued, "--date"),
        title=title,
        issuer=issuer,
        type=kind,
        effective=given_day(effective, "--effective") if effective else None,
        expired=given_day(expired, "--expired") if expired else None,
        verification=verified,
        id=name,
        note=note,
    )
    added = add_basis(target, new)
    click.echo(f"Đã thêm vào {added.file}: {added.document.id} ({added.document.verification})")
    click.echo(f"  Căn cứ {added.document.cite};")
    for finding in added.findings:
        click.echo(f"  [{finding.level.label}] {finding.what}" + (f" → {finding.fix}" if finding.fix else ""))
    for known in added.shared:
        click.echo(f"  Danh mục có sẵn cũng có {known.label} (mã {known.id}); mục của cơ quan được xét trước.")


def _lines(document: LegalDocument) -> list[tuple[str, str]]:
    cite = document.why_not_citable or document.cite
    lines = [
        ("Mã", document.id),
        ("Căn cứ" if not document.why_not_citable else "Chưa dẫn được", cite),
        ("Số, ký hiệu", document.number),
        ("Cơ quan ban hành", document.issuer),
        ("Ngày ban hành", _written(document.issued)),
        ("Có hiệu lực", _written(document.effective) or "chưa xác minh"),
        ("Hết hiệu lực", _written(document.expired)),
        ("Tình trạng", f"{document.status} (xác minh: {document.status_verification})"),
        ("Thấy còn hiệu lực đến", _written(document.last_seen_in_force)),
        ("Thay thế bởi", ", ".join(document.replaced_by)),
        ("Sửa đổi bởi", ", ".join(document.amended_by)),
        ("Xác minh", document.verification),
        ("Lĩnh vực", document.field),
        ("Ghi chú", document.note or ""),
    ]
    return [(label, value) for label, value in lines if value]


def _written(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""


def _data(basis: JudgedBasis) -> dict[str, Any]:
    document = basis.document
    keys = {
        "ma": document.id,
        "loai": document.type,
        "so": document.number,
        "co_quan": document.issuer,
        "ngay": _written(document.issued),
        "ten": document.title,
        "hieu_luc": _written(document.effective),
        "het_hieu_luc": _written(document.expired),
        "tinh_trang": document.status,
        "thay_the_boi": list(document.replaced_by),
        "sua_doi_boi": list(document.amended_by),
        "xac_minh": document.verification,
        "con_hieu_luc_den": _written(document.last_seen_in_force),
        "linh_vuc": document.field,
        "ghi_chu": document.note or "",
        "can_cu": "" if document.why_not_citable else document.cite,
        "khong_dan_duoc": document.why_not_citable,
    }
    judged = [finding.as_data() for finding in basis.findings]
    return {key: value for key, value in keys.items() if value} | {"ngay_xet": _written(basis.day), "danh_gia": judged}


def _print_audit(name: str, done: Audit) -> None:
    from generator.cli.findings import print_findings, totals

    own = [one for one in done.cited if not one.nested]  # what a title names is no citation of the text
    known = sum(one.document is not None for one in own)
    counted = f"{len(own)} viện dẫn, {known} có trong danh mục"
    click.echo(f"{name}: {counted}; xét vào ngày {_written(done.day)}")
    if not done.day_from_text:
        click.echo("  Không thấy ngày ký trong văn bản; xét theo ngày khác thì ghi --on NGÀY.")
    print_findings(done.findings)
    click.echo(f"  {totals(done.findings)}")


def _print_json(data: Any) -> None:
    click.echo(json.dumps(data, ensure_ascii=False, indent=2))
