"""How much of a dossier comes back from its documents: values by path, as the document prints them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from generator.compose import compose
from generator.compose.bases import basis_text
from generator.compose.closing import refers_to
from generator.compose.head import letter_subject, symbol
from generator.compose.inline import Inline
from generator.compose.plan import plan_table
from generator.compose.tables import data_table
from generator.content import Block as Block_
from generator.content import Rich, Table
from generator.dossier import Dossier
from generator.dossier.documents.blocks import UNITS, Block
from generator.dossier.documents.document import Document
from generator.dossier.reading.reader import build_dossier
from generator.layout import read
from generator.parts.walking import body_lines
from generator.render import Job, render_documents
from generator.service.yearly.reading import ReadBack, read_bytes

Values = dict[str, str]
_CAPITALS = {"phan", "chuong", "muc", "tieu_de", "ten", "chu_quan", "tap_the", "ten_loai", "chuc_danh_khac"}

_UNDATED = ("biên bản",)  # print no day of issue


def even(text: str) -> str:
    """The text with ordinary single spaces, without the sign that ends a line."""
    text = " ".join(text.replace("\xa0", " ").split())
    return re.sub(r"[\s.;,/]+$", "", text)


def flattened(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text below the value with its path; what prints nothing is left out."""
    match value:
        case None | False | "" | ():
            return
        case Rich() | str() | int() | float():
            text = even(str(value))
            if text:
                yield path, text
        case Mapping():
            for key, item in value.items():
                yield from flattened(item, f"{path}.{key}")
        case list() | tuple():
            items = [item for item in value if not _is_drawn(item)]
            for number, item in enumerate(items):
                yield from flattened(item, f"{path}[{number}]")
        case Table():
            for number, row in enumerate((*value.header, *value.body)):
                for n, cell in enumerate(row.cells):
                    at = f"{path}[{number}][{n}]"
                    yield from flattened(cell.paragraphs, at)
                    yield f"{at}.o", f"{cell.columns}x{cell.rows}"
        case Block_():
            yield from flattened({key: getattr(value, key) for key in ("kieu", "nhan", "tieu_de", "chu", "bang")}, path)
        case _:
            for key in getattr(value, "__dataclass_fields__", {}):
                yield from flattened(getattr(value, key), f"{path}.{key}")


def _is_drawn(item: Any) -> bool:
    """Whether it is a chart: what reading finds of one is a picture."""
    return isinstance(item, Block_) and item.bang is not None and not isinstance(item.bang, Table)


def printed(dossier: Dossier, document: Document) -> Values:
    """What the document prints, by where its template reads it."""
    composed = compose(dossier, document)
    found: Values = {}
    for number, part in enumerate((composed.main, *composed.attachments)):
        context = dict(part.context)
        if document.type in _UNDATED:
            del context["dia_danh_ngay"]
        opening = [Block_("doan", chu=line) for line in context.pop("mo_dau", ())]
        found.update(flattened({**context, "noi_dung": [*opening, *context["noi_dung"]]}, str(number)))
    return found


def dossier_values(dossier: Dossier, document: Document) -> Values:
    """The values of the dossier that the document prints, by their path in it."""
    inline = Inline(dossier)
    made: Values = {}

    def put(path: str, text: Any) -> None:
        shown = even(inline.plain(str(text))) if text not in (None, "", ()) else ""
        if shown:
            key = re.sub(r"\[\d+\]", "", path).rpartition(".")[2]
            made[path] = shown.casefold() if key in _CAPITALS else shown

    agency = dossier.agency
    for n, line in enumerate(agency.printed_lines):
        put(f"co_quan.ten[{n}]", line)
    for n, line in enumerate(agency.printed_parent_lines):
        put(f"co_quan.chu_quan[{n}]", line)
    put("co_quan.dia_danh", agency.place)
    put("co_quan.viet_tat", agency.abbreviation)
    person = dossier.people[document.signature.person]
    put("nguoi.ho_ten", person.name)
    put("nguoi.chuc_vu", person.position)
    put("nguoi.cap", person.rank.value)
    if document.type != "biên bản":
        put("tham_quyen", dossier.decides_collectively(document))
    if dossier.decides_collectively(document):
        put("co_quan.tap_the", agency.collective_name)
    put("loai", document.type)
    put("so", document.number)
    put("ky_hieu", symbol(dossier, document))
    put("ngay", document.date if document.type not in _UNDATED else None)
    subject = letter_subject(document.subject) if document.type == "công văn" else document.subject
    put("trich_yeu", subject[:1].upper() + subject[1:])
    put("do_khan", document.urgency)
    put("pham_vi_luu_hanh", document.circulation)
    for n, basis in enumerate(document.bases):
        put(f"can_cu[{n}]", basis_text(basis, dossier, inline))
    put("theo_de_nghi", document.proposal)
    for n, line in enumerate(document.addressees or ()):
        put(f"kinh_gui[{n}]", line)
    listed = [text for text in document.recipients if not refers_to(even(text).lstrip("-+ "))]
    for n, text in enumerate(listed):
        put(f"noi_nhan[{n}]", even(text).lstrip("-+ "))
    put("luu", even(document.filing))
    put("nguoi_soan", document.drafter)
    put("so_ban", document.copies)
    put("quyen_han", document.signature.power)
    put("ky_thay", document.signature.deputy_for)
    for n, title in enumerate(document.signature.other_titles or ()):
        put(f"chuc_danh_khac[{n}]", title)
    for n, one in enumerate(document.signature.co_signers):
        put(f"cung_ky[{n}].ho_ten", one.name)
        for m, line in enumerate(one.lines):
            put(f"cung_ky[{n}].chuc_vu[{m}]", line.casefold())
        for m, line in enumerate(one.agency or ()):
            put(f"cung_ky[{n}].ten[{m}]", line)
    if document.details is not None:
        for path, text in flattened(document.details.model_dump(by_alias=True, exclude_defaults=True), "chi_tiet"):
            put(path, text)
    opening = [("doan", line) for line in document.opening or ()]
    if not document.made_of_results and not _prints_results(document):
        for n, (unit, text) in enumerate([*opening, *_units(document.content, dossier)]):
            put(f"noi_dung[{n}].{unit}", text)
    for name, parts in (("van_ban_kem_theo", document.attached), ("phu_luc", document.annexes)):
        for n, part in enumerate(parts):
            path = f"{name}[{n}]"
            put(f"{path}.kho_ngang", part.landscape or "")
            put(f"{path}.tep_rieng", part.separate or "")
            for m, line in enumerate(getattr(part, "title", ())):
                put(f"{path}.tieu_de[{m}]", line)
            put(f"{path}.ten_loai", getattr(part, "type_name", ""))
            put(f"{path}.trich_yeu", getattr(part, "subject", ""))
            if not any(block.results for block in part.content):
                for m, (unit, text) in enumerate(_units(part.content, dossier)):
                    put(f"{path}.noi_dung[{m}].{unit}", text)
    return made


def _prints_results(document: Document) -> bool:
    def any_of(blocks: tuple[Block, ...]) -> bool:
        return any(block.results or any_of(block.content) for block in blocks)

    return any_of(document.content)


def _units(blocks: tuple[Block, ...], dossier: Dossier) -> Iterator[tuple[str, str]]:
    """The units of a body in the order they are printed, views with the values that they print."""
    for block in blocks:
        name = block.unit
        value = getattr(block, name)
        key = UNITS[name]
        if name == "table":
            yield from _cells(data_table(value, Inline(dossier)))
        elif name == "plan" and not any(group.objective for group in dossier.plan):
            yield from _cells(plan_table(dossier, Inline(dossier), value).bang)  # read so out of a free table as well
        elif name == "centred":
            yield from (("doan_giua", line) for line in value)
        elif name == "objectives":
            yield "muc_tieu", value.form
            for number, one in enumerate(dossier.objectives):
                path = f"muc_tieu[{number}]"
                yield f"{path}.noi_dung", one.text
                yield from ((f"{path}.diem[{n}]", text) for n, text in enumerate(one.points))
                if value.form == "bang":
                    alone = one.targets[0].unit if len(one.targets) == 1 else None
                    for n, target in enumerate(one.targets):
                        unit = None if alone else target.unit
                        yield from flattened({"in_ra": target.text, "don_vi": unit}, f"{path}.chi_tieu[{n}]")
                    shared = {
                        "theo_doi": (alone,) if alone else one.responsible,
                        "phuong_phap": one.method,
                        "bien_phap": one.measures,
                    }
                    yield from flattened({**shared, "phoi_hop": one.cooperating}, path)
        elif name == "plan":
            yield "ke_hoach", value.form
            for number, group in enumerate(dossier.plan):
                path = f"ke_hoach[{number}]"
                yield f"{path}.muc_tieu", str(dossier.objective_numbers.get(group.objective or ""))
                for n, task in enumerate(group.tasks):
                    names = ("text", "lead", "support", "time", "monitor", "evidence")
                    yield from flattened({name: getattr(task, name) for name in names}, f"{path}[{n}]")
        elif name == "results":
            yield "ket_qua", value
        else:
            yield key, value
        yield from _units(block.content, dossier)


def _cells(table: Any) -> Iterator[tuple[str, str]]:
    assert isinstance(table, Table)
    return ((f"bang{path}", text) for path, text in flattened(table))


class Share(dict[str, Any]):
    """What came back: values right, wrong, lost and made up, each list with the paths."""

    @property
    def exact(self) -> float:
        """The share of the values that came back exactly."""
        total = len(self["right"]) + len(self["wrong"]) + len(self["lost"])
        return len(self["right"]) / total if total else 1.0


def compared(wanted: Values, got: Values) -> Share:
    """The values of two flattened dossiers held against each other."""
    return Share(
        right=[path for path in wanted if got.get(path) == wanted[path]],
        wrong=[(path, wanted[path], got[path]) for path in wanted if path in got and got[path] != wanted[path]],
        lost=[(path, wanted[path]) for path in wanted if path not in got],
        made_up=[(path, got[path]) for path in got if path not in wanted],
    )


def in_docx(dossier: Dossier, document: Document) -> list[tuple[str, bytes]]:
    """The document's own Word files, the main one first."""
    made = render_documents([Job(compose(dossier, document))], dossier, formats=("docx",))
    return [(f"{one.name}.docx", one.docx) for one in made]


def read_again(files: list[tuple[str, bytes]]) -> tuple[ReadBack, Dossier | None]:
    """What reading the files gives, and the dossier where it can be opened."""
    found = read_bytes(files)
    if found.problems:
        return found, None
    return found, build_dossier(found.data)


_WORD = re.compile(r"[^\W_]+")


def words_of_docx(docx: bytes) -> Counter[str]:
    """Every word a reader sees in the body of the file, case and numbering left out."""
    lines = body_lines(read(docx))
    return Counter(word for line in lines for word in _WORD.findall(line.text.casefold()))


def words_lost(before: Counter[str], after: Counter[str]) -> Counter[str]:
    """The words of the one that the other has fewer of."""
    return before - after


EXAMPLES = Path(__file__).parents[2] / "data"
