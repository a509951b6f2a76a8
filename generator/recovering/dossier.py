"""Files read together into the data of one dossier: the agency, its people, objectives, plan, bases, documents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import field, replace

from generator.law.types import DOCUMENT_TYPES, OTHER, TYPES_SIGNED_BY_CHAIR, TYPES_WITHOUT_BODY
from generator.parts.lines import Line
from generator.parts.model import Sure
from generator.patterns import late
from generator.records import record
from generator.recovering.accounts import lines_of, unaccounted
from generator.recovering.body import blocks_of
from generator.recovering.deciding import (
    beside_authority,
    decides_by_name,
    deciding,
    name_of,
    says_signer,
    told_otherwise,
)
from generator.recovering.document import ReadAnnex, ReadDocument, guess
from generator.recovering.heading import YEARS, abbreviation_of
from generator.recovering.quality.understanding import file_of, understood
from generator.recovering.said import Path, Said, Tree, filed, plain
from generator.wording.characters import fold, without_marks

_YEAR = late(r"\bnăm\s+(\d{4})", 2)
_COLLECTIVE = ("uyban", "hoidong", "banchidao", "banquanly")
_UNREAD = "không rõ thuộc phần nào của văn bản: giữ nguyên văn"


@record(frozen=True)
class Wanting:
    """A field the dossier must have and the files do not say: its path of keys, what a person is to fill in."""

    path: Path
    what: str


@record()
class Recovered:
    """The dossier's data with the words each value came from, what is still wanting, and what it has no place for."""

    data: dict[str, Tree]
    wanting: list[Wanting] = field(default_factory=list)
    unheld: list[str] = field(default_factory=list)


def recovered(documents: Sequence[ReadDocument], loose: Sequence[tuple[str, ReadAnnex]] = ()) -> Recovered:
    """The dossier of documents of one agency; ``loose`` are annexes in files of their own, with the file's name."""
    for file, annex in loose:
        _owner(documents, annex).annexes.append(replace(annex, fields={**annex.fields, "_file": file}))
    year = _year(documents)
    quality = understood(documents, year)
    wanting: list[Wanting] = []
    agency, people = _agency(documents, wanting)
    if year is None:
        wanting.append(Wanting(("nam",), "Năm của hồ sơ"))
    named: list[dict[str, Tree]] = []
    names: set[str] = set()
    for n, document in enumerate(documents):
        named.append(_document(document, n, agency, people, year, names, wanting))
    data: dict[str, Tree] = {}
    if year is not None:
        data["nam"] = year
    data["co_quan"] = agency
    own = list({str(entry["id"]): filed(entry, one.file) for one in documents for entry in one.bases.own}.values())
    lists = {"can_cu": own, "muc_tieu": quality.objectives, "ke_hoach": quality.plan, "ket_qua": quality.results}
    data.update({key: value for key, value in lists.items() if value})
    data["van_ban"] = named
    for document, made in zip(documents, named, strict=True):
        printed = {id(line) for line in (*document.printed, *document.drafts)}
        lines = [line for line in lines_of(document.parts) if id(line) not in printed]
        again = [*document.again, *(one for annex in document.annexes for one in annex.again)]
        _keep(made, lines, data, document.file, [*quality.of_file(document.file), *again])
        annexes = [one for one in document.annexes if not one.attached]
        for annex, kept in zip(annexes, made.get("phu_luc", ()), strict=True):
            file = file_of(annex, document)
            if file != document.file:
                _keep(kept, annex.lines, data, file, [*quality.of_file(file), *annex.again])
    others = [one for document in documents for one in told_otherwise(document, agency)]
    stamps = [
        f"{document.file}, {line.place}: dấu «{line.text.strip()}», không thuộc lời văn bản"
        for document in documents
        for line in document.drafts
    ]
    return Recovered(data, wanting, [*_disagreeing(documents), *others, *quality.others, *stamps])


_AGREED = {"chu_quan": "cơ quan chủ quản", "dia_danh": "địa danh", "ten_goi_tat": "tên gọi tắt", "lien_he": "liên hệ"}


def _disagreeing(documents: Sequence[ReadDocument]) -> list[str]:
    """What a later document says of the agency otherwise than the first that says it, whose words the dossier has."""
    first: dict[str, tuple[str, str]] = {}
    told = []
    for document in documents:
        for key, what in _AGREED.items():
            value = plain(document.agency.get(key, ""))
            text = " ".join(map(str, value)) if isinstance(value, list) else str(value)
            if not text:
                continue
            file, had = first.setdefault(key, (document.file, text))
            if fold(had) != fold(text):
                told.append(f"{document.file}, {what} «{text}»; hồ sơ ghi «{had}» theo {file}")
    return told


def _keep(made: dict[str, Tree], lines: Iterable[Line], data: Tree, file: str, again: Sequence[Said]) -> None:
    """Keep the lines that no value was read from as paragraphs at the end."""
    left = unaccounted(lines, data, file, again)
    if left:
        made["noi_dung"] = [*made.get("noi_dung", []), *filed([{"doan": guess(line, _UNREAD)} for line in left], file)]


def _owner(documents: Sequence[ReadDocument], annex: ReadAnnex) -> ReadDocument:
    """The document an annex in a file of its own says it belongs to, else the first."""
    for document in documents:
        symbol = document.fields.get("_symbol")
        if isinstance(symbol, Said) and fold(str(symbol.value)) in fold(annex.reference):
            return document
    return documents[0]


def _year(documents: Sequence[ReadDocument]) -> Said | None:
    """The year the documents are about, as a title says it, else that of issue."""
    for document in documents:
        for one in (
            document.fields.get("trich_yeu"),
            *[title for annex in document.annexes for title in _titles(annex)],
        ):
            found = _YEAR.search(str(one.words)) if isinstance(one, Said) else None
            if found and isinstance(one, Said) and int(found[1]) in YEARS:
                return Said(
                    int(found[1]), one.place, one.words, Sure.LIKELY, "năm nêu trong trích yếu, tiêu đề", document.file
                )
    for document in documents:
        for key in ("ngay", "nam_ban_hanh"):
            one = document.fields.get(key)
            if isinstance(one, Said):
                return Said(int(str(one.value)[-4:]), one.place, one.words, Sure.LIKELY, "năm ban hành", document.file)
    return None


def _titles(annex: ReadAnnex) -> list[Said]:
    value = annex.fields.get("tieu_de") or annex.fields.get("trich_yeu")
    return [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, Said)]


def _agency(
    documents: Sequence[ReadDocument], wanting: list[Wanting]
) -> tuple[dict[str, Tree], dict[tuple[str, str], str]]:
    agency: dict[str, Tree] = {}
    for document in documents:
        for key, value in document.agency.items():
            if value:
                agency.setdefault(key, filed(value, document.file))
        symbol = document.fields.get("_symbol")
        short = abbreviation_of(str(symbol.value), document.kind) if isinstance(symbol, Said) else ""
        if document.fields.get("_co_signers"):
            short = short.partition("-")[0]  # «KH-UBND-MTTQ» names every agency, ours first
        if short and isinstance(symbol, Said) and "viet_tat" not in agency:
            agency["viet_tat"] = Said(short, symbol.place, symbol.words, Sure.SURE, "", document.file)
        signer = document.signer
        if signer is not None and signer.head is not None:
            agency.setdefault("nguoi_dung_dau", filed(signer.head, document.file))
        first = str(plain(agency.get("ten", [""]))[0])
        if (
            signer is not None
            and signer.collective is not None
            and fold(str(signer.collective.value)) != fold(_two(first))
        ):
            agency.setdefault("tap_the", filed(signer.collective, document.file))
    people: list[dict[str, Tree]] = []
    ids: dict[tuple[str, str], str] = {}
    for document in documents:
        person = document.signer.person if document.signer is not None else {}
        who = _person_key(document)
        if not ("ho_ten" in person or "chuc_vu" in person) or who in ids:
            continue
        ids[who] = _free(_slug(str(plain(person.get("chuc_vu", "")))) or "nguoi-ky", {str(one["id"]) for one in people})
        people.append({"id": ids[who], **filed(person, document.file)})
    agency["nguoi"] = people
    for key, what in (("ten", "Tên cơ quan"), ("viet_tat", "Chữ viết tắt tên cơ quan"), ("dia_danh", "Địa danh")):
        if not agency.get(key):
            wanting.append(Wanting(("co_quan", key), what))
    if not people:
        wanting.append(Wanting(("co_quan", "nguoi"), "Người ký"))
    for n, one in enumerate(people):
        for key, what in (("ho_ten", "Họ và tên"), ("chuc_vu", "Chức vụ")):
            if key not in one:
                wanting.append(Wanting(("co_quan", "nguoi", n, key), what))
    if "nguoi_dung_dau" not in agency and people and not any(one["cap"] == "nguoi_dung_dau" for one in people):
        wanting.append(Wanting(("co_quan", "nguoi_dung_dau"), "Chức vụ người đứng đầu"))
    order = ("ten", "ten_goi_tat", "chu_quan", "viet_tat", "dia_danh", "tap_the", "nguoi_dung_dau", "lien_he", "nguoi")
    return {key: agency[key] for key in order if agency.get(key) or key == "nguoi"}, ids


def _two(line: str) -> str:
    return next(
        (line[: len(body)] for body in ("Ủy ban nhân dân", "Hội đồng nhân dân") if line.startswith(f"{body} ")), line
    )


def _person_key(document: ReadDocument) -> tuple[str, str]:
    person = document.signer.person if document.signer is not None else {}
    return fold(str(plain(person.get("ho_ten", "")))), fold(str(plain(person.get("chuc_vu", ""))))


def _document(
    document: ReadDocument,
    number: int,
    agency: dict[str, Tree],
    people: dict[tuple[str, str], str],
    year: Said | None,
    names: set[str],
    wanting: list[Wanting],
) -> dict[str, Tree]:
    fields = dict(document.fields)
    path = ("van_ban", number)
    kind = document.kind
    title = str(plain(fields["ten_loai"])) if "ten_loai" in fields else kind
    name = _free(_slug(title) or "van-ban", names)
    names.add(name)
    made: dict[str, Tree] = {"ten_tep": name}
    if not kind:
        wanting.append(Wanting((*path, "loai"), "Tên loại"))
    symbol = fields.pop("_symbol", None)
    co_signers = fields.pop("_co_signers", [])
    if isinstance(symbol, Said) and str(symbol.value) != _usual_symbol(kind, agency, fields):
        fields["ky_hieu"] = symbol
    printed = fields.get("nam_ban_hanh")
    if isinstance(printed, Said) and year is not None and printed.value == year.value:
        del fields["nam_ban_hanh"]
    if document.signer is not None and kind not in TYPES_SIGNED_BY_CHAIR:
        collective = document.signer.collective is not None
        usual = fold(name_of(agency)).startswith(_COLLECTIVE)
        by_name = None if collective else decides_by_name(document, agency)
        if by_name is not None:
            fields["tham_quyen"] = by_name
        elif collective != usual:
            fields["tham_quyen"] = "tap_the" if collective else "nguoi_dung_dau"
    giver, signed = fields.get("chi_tiet", {}).get("nguoi_uy_quyen"), document.signer
    if giver is not None and signed is not None and says_signer(str(giver.value), signed.person, agency):
        del fields["chi_tiet"]["nguoi_uy_quyen"]  # who signs, in the words that the program prints itself
    sender = fields.get("chi_tiet", {}).get("ben_dien")
    if sender is not None and fold(str(sender.value)) == fold(deciding(document, agency)):
        del fields["chi_tiet"]["ben_dien"]
    if document.bases.bases:
        fields["can_cu"] = document.bases.bases
    if document.bases.proposal is not None:
        fields["theo_de_nghi"] = document.bases.proposal
    content = blocks_of(document.root)
    content += [{"doan": guess(line, _UNREAD)} for line in (*beside_authority(document, agency), *document.unread)]
    content += [block for root in document.tables for block in blocks_of(root)]
    if content:
        fields["noi_dung"] = content
    key = _person_key(document)
    signature: dict[str, Tree] = {}
    if document.signer is not None and key in people:
        signature["nguoi"] = people[key]
        if document.signer.power is not None:
            signature["quyen_han"] = document.signer.power
        if document.signer.deputy_for is not None:
            signature["ky_thay"] = document.signer.deputy_for
        if document.signer.titles:
            signature["chuc_danh_khac"] = list(document.signer.titles)
        if co_signers:
            signature["cung_ky"] = co_signers
    fields["ky"] = signature
    attached = [_annex(one) for one in document.annexes if one.attached]
    annexes = [_annex(one) for one in document.annexes if not one.attached]
    if attached:
        fields["van_ban_kem_theo"] = attached
    if annexes:
        fields["phu_luc"] = annexes
    _say_wanting(kind, fields, path, attached, annexes, wanting)
    order = (
        "loai", "ten_loai", "so", "ky_hieu", "ngay", "nam_ban_hanh", "trich_yeu", "ky_bao_cao", "tham_quyen", "do_khan",
        "pham_vi_luu_hanh", "kinh_gui", "can_cu", "theo_de_nghi", "chi_tiet", "mo_dau", "noi_dung", "noi_nhan",
        "nhu_dieu", "luu", "nguoi_soan", "so_ban", "in_lien_he", "ky", "van_ban_kem_theo", "phu_luc",
    )  # fmt: skip
    made.update({key: fields[key] for key in order if key in fields})
    whole: dict[str, Tree] = filed(made, document.file)
    return whole


def _say_wanting(
    kind: str,
    fields: dict[str, Tree],
    path: Path,
    attached: list[dict[str, Tree]],
    annexes: list[dict[str, Tree]],
    wanting: list[Wanting],
) -> None:
    needed = [("trich_yeu", "Trích yếu"), ("noi_nhan", "Nơi nhận"), ("noi_dung", "Nội dung")]
    if kind == OTHER:
        needed = [("trich_yeu", "Trích yếu"), ("mau", "Mẫu Word riêng: Nghị định 30 không có mẫu của loại này")]
    for key, what in needed:
        if key not in fields and not (key == "noi_dung" and kind in TYPES_WITHOUT_BODY):
            wanting.append(Wanting((*path, key), what))
    if "nguoi" not in fields["ky"]:
        wanting.append(Wanting((*path, "ky", "nguoi"), "Người ký"))
    for n, one in enumerate(annexes):
        for key, what in (("tieu_de", "Tiêu đề phụ lục"), ("noi_dung", "Nội dung phụ lục")):
            if not one.get(key):
                wanting.append(Wanting((*path, "phu_luc", n, key), what))
    for n, one in enumerate(attached):
        for key, what in (
            ("ten_loai", "Tên loại văn bản kèm theo"),
            ("trich_yeu", "Trích yếu văn bản kèm theo"),
            ("noi_dung", "Nội dung văn bản kèm theo"),
        ):
            if not one.get(key):
                wanting.append(Wanting((*path, "van_ban_kem_theo", n, key), what))


def _annex(annex: ReadAnnex) -> dict[str, Tree]:
    fields = dict(annex.fields)
    file = str(fields.pop("_file", ""))
    made = {**fields, "noi_dung": blocks_of(annex.root)}
    if file:
        whole: dict[str, Tree] = filed(made, file)
        return whole
    return made


def _usual_symbol(kind: str, agency: dict[str, Tree], fields: dict[str, Tree]) -> str:
    """The symbol that a dossier composes unasked; empty where it composes none that can be told here."""
    short = str(plain(agency.get("viet_tat", "")))
    if kind == "công văn":
        filing = str(plain(fields.get("luu", "VT")))
        found = re.search(r"[,;]\s*([^\s,;()]+)", filing)
        return f"{short}-{found[1]}" if found else ""
    if kind not in DOCUMENT_TYPES:
        return ""
    return "-".join(part for part in (DOCUMENT_TYPES[kind].abbreviation, short) if part)


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", without_marks(text)).strip("-")[:50].strip("-")


def _free(name: str, taken: set[str]) -> str:
    if name not in taken:
        return name
    n = 2
    while f"{name}-{n}" in taken:
        n += 1
    return f"{name}-{n}"
