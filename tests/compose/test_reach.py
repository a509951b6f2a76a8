"""What a template reads of the dossier: each field listed can be printed, and each that can be read is listed."""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from generator.compose import ComposedPart, composed_to_read, document_name, fields_in_reach, values_in_reach
from generator.compose.reach.catalogue import Entry
from generator.compose.reach.composed import ATTACHED
from generator.compose.reach.kinds import Kind
from generator.content import Rich
from generator.docx import Template
from generator.docx.blocks.rules import DERIVED
from generator.dossier.reading.reader import load_dossier
from generator.errors import TemplateError
from generator.patterns import late
from generator.resources import example_folders
from generator.values import Blank, Group, Items, Printed, Texts, placed
from tests.docx.docx_samples import document, paragraph, template, text_of

EXAMPLE = Path(__file__).parents[2] / "data" / "thuong-lo-2024"


@cache
def parts(folder: Path) -> dict[str, tuple[str, ComposedPart]]:
    """The main part and what is attached, of every document of the example, with the document's type."""
    found = {}
    dossier = load_dossier(folder)
    for one in dossier.documents:
        composed = composed_to_read(dossier, one)
        for number, part in enumerate((composed.main, *composed.attachments)):
            found[f"{document_name(dossier, one)}/{number}"] = one.type, part
    return found


EVERY_EXAMPLE = pytest.mark.parametrize("folder", example_folders(), ids=lambda folder: folder.name)


def listed(type_name: str, part: ComposedPart) -> tuple[Entry, ...]:
    return fields_in_reach(type_name, [values_in_reach(part)], part.template if part.template in ATTACHED else "")


@EVERY_EXAMPLE
def test_every_name_a_template_reads_is_listed(folder: Path) -> None:
    for name, (type_name, part) in parts(folder).items():
        entries = {entry.path: entry for entry in listed(type_name, part)}
        values = values_in_reach(part)
        assert set(values) | set(part.context) <= set(entries), name
        for key, value in values.items():
            for path, inner in _inside(key, value):
                assert path in entries, (name, path)
                assert _fits(entries[path].kind, inner), (name, path, entries[path].kind, inner)


def _inside(path: str, value: object) -> Iterator[tuple[str, object]]:
    yield path, value
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _inside(f"{path}.{key}", inner)
    elif isinstance(value, Printed):
        for key, inner in value.fields.items():
            yield from _inside(f"{path}.{key}", inner)
    elif isinstance(value, list | tuple) and value and isinstance(value[0], Mapping):
        for item in value[:3]:
            for key, inner in item.items():
                yield from _inside(f"{path}[].{key}", inner)


def _fits(kind: Kind, value: object) -> bool:
    holds: dict[Kind, tuple[type, ...]] = {
        Kind.TEXT: (str,),
        Kind.RICH: (str, Rich),
        Kind.LINES: (Texts,),
        Kind.PARAGRAPHS: (list,),
        Kind.NUMBER: (int, Decimal),
        Kind.DAY: (date,),
        Kind.MOMENT: (date,),
        Kind.FLAG: (bool,),
        Kind.GROUP: (Mapping,),
        Kind.LIST: (list, Items),
    }
    return value is None or isinstance(value, (Blank, *holds[kind]))


@EVERY_EXAMPLE
def test_every_field_listed_can_be_printed(folder: Path) -> None:
    for name, (type_name, part) in parts(folder).items():
        entries = listed(type_name, part)
        body = "".join(map(paragraph, _tags([entry for entry in entries if "." not in entry.path], entries)))
        made = Template.compile(template(body), "mau.docx").render({**part.context}, part.reach)
        text = " ".join(text_of(document(made)).split())
        for entry in entries:
            printed = entry.kind in (Kind.TEXT, Kind.RICH, Kind.LINES, Kind.NUMBER, Kind.DAY, Kind.MOMENT)
            if printed and entry.example:
                assert entry.example.removesuffix(" …").removesuffix(" /").split(" / ")[0] in text, (name, entry)


def _tags(some: list[Entry], entries: tuple[Entry, ...]) -> Iterator[str]:
    for entry in some:
        inner = [one for one in entries if _is_inside(one.path, entry.path)]
        if entry.kind is Kind.LIST:
            begin, _, end = entry.tag.replace("%tr ", "%p ").splitlines()
            yield from (begin, *_tags(inner, entries), end)
            continue
        if entry.kind is Kind.GROUP:
            around = next((one.tag for one in inner if one.tag), "").partition(".")
            said = entry.path if "[]" not in entry.path else f"{around[0].split()[-1]}.{entry.path.split('.')[-1]}"
            yield from (f"{{%p if {said} %}}", *_tags(inner, entries), "{%p endif %}")
            continue
        if entry.kind is Kind.PARAGRAPHS:
            yield from entry.tag.splitlines()
        elif entry.kind in (Kind.TABLE, Kind.RULE):
            yield from (f"{{%p if {entry.tag[4:-3]} %}}", entry.tag, "{%p endif %}")
        elif entry.kind is Kind.FLAG:
            yield entry.tag
        elif entry.path.rpartition(".")[0].endswith(
            (".cot", ".cot_rieng", ".dong[]")
        ):  # what a table shows hangs on what it is of
            around, _, key = entry.tag.split()[1].rpartition(".")
            yield from (f"{{%p if '{key}' in {around} %}}", entry.tag, "{%p endif %}")
        else:
            yield entry.tag.replace(" }}", " or '' }}")
        yield from _tags(inner, entries)


def _is_inside(path: str, around: str) -> bool:
    rest = path.removeprefix(around)
    return rest != path and rest.removeprefix("[]").startswith(".") and "." not in rest.removeprefix("[]")[1:]


WORKED_OUT = late(r"[Đđ]ể trống (?:thì(?! suy từ thoi_gian)|là năm)")
"""What the description of a field says where the program works out what was not typed."""


@EVERY_EXAMPLE
def test_what_the_program_works_out_is_there_typed_or_not(folder: Path) -> None:
    for name, (type_name, part) in parts(folder).items():
        said = {entry.path for entry in listed(type_name, part) if WORKED_OUT.search(entry.description)}
        assert {"ky_hieu", "nam_ban_hanh", "co_quan.tap_the", "muc_tieu[].ten_goi"} <= said
        blank = {
            path
            for key, value in values_in_reach(part).items()
            for path, inner in _inside(key, value)
            if path in said and isinstance(inner, Blank)
        }
        assert blank == set(), name


@pytest.mark.parametrize("called", ["bản ghi nhớ", "kế hoạch", "quy định", "thư công", "công văn"])
def test_the_symbol_is_what_the_head_prints(called: str) -> None:
    every = (one for folder in example_folders() for one in parts(folder).values())
    part = next(part for type_name, part in every if type_name == called and "so_ky_hieu" in part.context)
    form = Template.compile(template(paragraph("{{ ky_hieu }} {{ do_mat }}{{ pham_vi_luu_hanh }}")), "mau.docx")
    made = text_of(document(form.render({**part.context, "noi_dung": []}, part.reach)))
    assert part.context["so_ky_hieu"].endswith(f"/{made.split()[0]}")


def test_the_rules_under_texts_are_listed_where_their_text_is() -> None:
    for name in ("", *ATTACHED):
        paths = {entry.path for entry in fields_in_reach("quyết định", template=name)}
        assert {rule for rule, (source, *_) in DERIVED.items() if source in paths} <= paths


def _rendered(*lines: str, name: str = "quyet-dinh") -> str:
    dossier = load_dossier(EXAMPLE)
    one = next(item for item in dossier.documents if item.name == name)
    part = composed_to_read(dossier, one).main
    context = {**part.context, "noi_dung": []}
    made = Template.compile(template("".join(map(paragraph, lines))), "mau.docx").render(context, part.reach)
    return text_of(document(made)).strip()


@pytest.mark.parametrize(
    ("tag", "printed"),
    [
        ("{{ nam }}", "2024"),
        ("{{ so }}/{{ ngay }}", "59/22/3/2024"),
        ("{{ ngay|ngay_chu }}", "ngày 22 tháng 3 năm 2024"),
        ("{{ ngay.year }}", "2024"),
        ("{{ co_quan|join(' ') }}", "ỦY BAN NHÂN DÂN XÃ THƯỢNG LỘ"),
        ("{% for dong in co_quan %}[{{ dong }}]{% endfor %}", "[ỦY BAN NHÂN DÂN][XÃ THƯỢNG LỘ]"),
        ("{{ co_quan.ten_goi_tat }}, {{ co_quan[1] }}", "UBND xã Thượng Lộ, XÃ THƯỢNG LỘ"),
        ("{{ co_quan.ten }}", "Ủy ban nhân dân\nxã Thượng Lộ"),
        ("{{ nguoi_ky.ho_ten }}, {{ ky.nguoi }}", "Hồ Thị Hằng, chu-tich"),
        ("{{ muc_tieu|length }} {{ muc_tieu[3].so }}", "9 4"),
        ("{{ muc_tieu[1].chi_tieu }}", "100% được theo dõi và đôn đốc thực hiện\nhoàn thành 100%"),
        ("{{ muc_tieu[3].noi_dung }}", "Phấn đấu hoàn thành 100% các chỉ tiêu kinh tế - xã hội năm 2024."),
        ("{{ muc_tieu[0].phuong_phap|default('–') }}", "–"),
        ("{% if muc_tieu[0].phuong_phap %}có{% else %}không{% endif %}", "không"),
        ("{{ ke_hoach[0].so_muc_tieu }} {{ ke_hoach[0].cong_viec[0].chu_tri }}", "1 Công chức văn phòng thống kê"),
        ("{{ ket_qua[0].in_ra }} {{ ket_qua[0].danh_gia }}", "100,00% Đạt"),
    ],
)
def test_what_is_typed_is_read_by_the_names_of_the_schema(tag: str, printed: str) -> None:
    assert _rendered(tag).replace("\xa0", " ") == printed


def test_a_draft_leaves_room_for_its_number_and_day() -> None:
    tags = "[{{ so }}] [{{ ngay }}] [{{ ngay|ngay_chu }}]{% if not so %} dự thảo{% endif %}"
    printed = _rendered(tags, name="bao-cao-nam")
    assert printed == "[        ] [     /     /2024] [ngày     tháng     năm 2024] dự thảo"


@pytest.mark.parametrize(
    ("tag", "said", "advised"),
    [
        ("{{ muc_tieu[3].phuong_phap }}", "mục tiêu số 4 chưa ghi «Phương pháp tính toán", "{{ … or '' }}"),
        ("{{ muc_tieu }}", "không in được cả danh sách", "{% for … %}"),
        ("{{ nguoi_ky }}", "không in được cả nhóm trường: người ký", "id, ho_ten, chuc_vu"),
        ("{{ nguoi_ky.ho_tne }}", "không có “ho_tne” trong nhóm trường", "“ho_ten”"),
        ("{{ co_quan.ten_goi_tac }}", "không có “ten_goi_tac” trong danh sách", "“ten_goi_tat”"),
        ("{{ muc_tiu }}", "không có trường “muc_tiu”", "“muc_tieu”"),
        ("{{ nguoi_ky.said }}", "không được dùng “said”", ""),
        ("{{ nguoi_ky.keys() }}", "không được dùng “keys”", ""),
        ("{{ muc_tieu[0].model_dump() }}", "không có “model_dump”", ""),
        ("{{ co_quan.fields }}", "không được dùng “fields”", ""),
        ("{{ muc_tieu.what }}", "không được dùng “what”", ""),
    ],
)
def test_what_cannot_be_read_or_printed_is_said(tag: str, said: str, advised: str) -> None:
    with pytest.raises(TemplateError) as caught:
        _rendered(tag)
    problem = caught.value.problems[0]
    assert said in problem.what
    assert advised in problem.fix


def test_what_is_missing_names_its_place_in_the_dossier() -> None:
    with pytest.raises(TemplateError) as caught:
        _rendered("{{ muc_tieu[3].phuong_phap }}")
    what = caught.value.problems[0].what
    assert placed(what, lambda path: f"muc-tieu.yaml, dòng {path[1]}").endswith("thực hiện» (muc-tieu.yaml, dòng 3)")
    assert placed(what, None).endswith("thực hiện»")


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["{%p for m in muc_tieu %}", "{{ m.phoi_hop }}", "{%p endfor %}"], "mục tiêu số 1 chưa ghi «Phối hợp»"),
        (
            ["{%p for k in ke_hoach %}", "{% for v in k.cong_viec %}{{ v.chu_tri|so }}{% endfor %}", "{%p endfor %}"],
            "công việc số 1",
        ),
        (
            ["{%p for k in ke_hoach %}", "{% for v in k.cong_viec %}{{ v.ghi_chu }}{% endfor %}", "{%p endfor %}"],
            "nhóm công việc số 1, công việc số 1 chưa ghi «Ghi chú»",
        ),
        (["{%p for q in ket_qua %}", "{{ q.uoc }}", "{%p endfor %}"], "(đúng/sai) — kết quả số 1"),
        (["{%p for m in muc_tieu %}", "{{ m.so / 0 }}", "{%p endfor %}"], "chia cho 0 — mục tiêu số 1"),
    ],
)
def test_what_fails_in_a_loop_names_the_item(lines: list[str], said: str) -> None:
    with pytest.raises(TemplateError) as caught:
        _rendered(*lines)
    what = placed(caught.value.problems[0].what, lambda path: "/".join(map(str, path)))
    assert said in what
    assert "/0" in what


def test_what_fails_outside_of_loops_names_no_item() -> None:
    with pytest.raises(TemplateError) as caught:
        _rendered("{{ nguoi_ky.ho_ten }} {{ co_quan.ten }} {{ nam / 0 }}")
    assert caught.value.problems[0].what.endswith("chia cho 0")


def test_what_is_read_goes_to_another_process_as_the_dossier() -> None:
    dossier = load_dossier(EXAMPLE)
    part = composed_to_read(dossier, dossier.documents[0]).main
    assert part.reach is not None
    before: Any = part.reach["muc_tieu"]
    again: ComposedPart = pickle.loads(pickle.dumps(part))
    assert again.reach is not None
    after: Any = again.reach["muc_tieu"]
    assert isinstance(after[0], Group)
    assert [one["noi_dung"] for one in after] == [one["noi_dung"] for one in before]
    assert again.context["co_quan"]["ten_goi_tat"] == "UBND xã Thượng Lộ"
