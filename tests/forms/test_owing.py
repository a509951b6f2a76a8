"""What a form must print: one judgement, made before anyone prints with it and where it is printed with."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.docx import Confined, Part
from generator.findings import Level
from generator.forms.checking import Known, check_form
from generator.forms.checking.required import required
from generator.service.forms.aiming import of_type
from tests.docx.docx_samples import paragraph, template
from tests.forms.test_forms import DECISION, dossier, made, refused

_DOCUMENT: dict[str, Any] = {**DECISION, "so": 7, "ngay": "05/02/2026"}
_NAME, _RECIPIENTS, _BASES = "họ tên người ký", "nơi nhận", "căn cứ"
_END = ("{%p endfor %}",)
_LINES = {
    "head": ("{{ so_ky_hieu }} {{ dia_danh_ngay }} {{ co_quan|join(' ') }} {{ ten_loai }} {{r trich_yeu }}",),
    "position": ("{{ tham_quyen }} {{ ky|join(' ') }}",),
    "can_cu": ("{%p for d in can_cu %}", "{{r d }}", "{%p endfor %}"),
    "noi_dung": ("{%p for b in noi_dung %}", "{{ b.nhan }} {{r b.chu }} {{r b.tieu_de }}", "{%p endfor %}"),
    "noi_nhan": ("{%p for d in noi_nhan %}", "{{ d }}", "{%p endfor %}"),
    "ho_ten": ("{{ ho_ten }}",),
}


def _form(**changed: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(line for lines in (_LINES | changed).values() for line in lines)


HALVES: dict[str, tuple[dict[str, tuple[str, ...]], str]] = {
    "who signs, by his code": ({"ho_ten": ("{{ ky.nguoi }}",)}, _NAME),
    "the position of who signs": ({"ho_ten": ("{{ nguoi_ky.chuc_vu }}",)}, _NAME),
    "a question alone": ({"ho_ten": ("{% if ho_ten %}đã ký{% endif %}",)}, _NAME),
    "the name as a condition": ({"ho_ten": ("{{ 'đã ký' if ho_ten else '' }}",)}, _NAME),
    "how long the name is": ({"ho_ten": ("{{ ho_ten|length }}",)}, _NAME),
    "a name set and not printed": ({"ho_ten": ("{% set ten = ho_ten %}x",)}, _NAME),
    "the lines of another signer": ({"ho_ten": ("{% for h in hang_ky %}{{ h.trai.dong|join }}{% endfor %}",)}, _NAME),
    "a loop that prints none of it": ({"noi_nhan": ("{% for d in noi_nhan %}x{% endfor %}",)}, _RECIPIENTS),
    "how many there are": ({"noi_nhan": ("{{ noi_nhan|length }}",)}, _RECIPIENTS),
    "the first only": ({"noi_nhan": ("{{ noi_nhan[0] }}",)}, _RECIPIENTS),
    "the first by a filter": ({"noi_nhan": ("{{ noi_nhan|first }}",)}, _RECIPIENTS),
    "all but the first": ({"noi_nhan": ("{{ noi_nhan[1:]|join }}",)}, _RECIPIENTS),
    "the first turn of the loop": (
        {"noi_nhan": ("{% for d in noi_nhan %}{% if loop.first %}{{ d }}{% endif %}{% endfor %}",)}, _RECIPIENTS),
    "only whether there are any": ({"can_cu": ("{% if can_cu is defined %}có{% endif %}",)}, _BASES),
    "no base": ({"can_cu": ()}, _BASES),
    "no number": ({"head": (_LINES["head"][0].replace("{{ so_ky_hieu }}", "Số:      /QĐ-UBND"),)}, "số"),
    "the year alone": ({"head": (_LINES["head"][0].replace("dia_danh_ngay", "ngay.year"),)}, "ngày ban hành"),
}  # fmt: skip


@pytest.mark.parametrize("name", HALVES)
def test_half_of_a_part_is_told_before_and_refused_after(name: str, tmp_path: Path) -> None:
    changed, called = HALVES[name]
    lines = _form(**changed)
    assert f"văn bản có {called} mà mẫu không in" in refused(dossier(tmp_path / "d", {"qd.docx": lines}, {}, _DOCUMENT))
    assert called in "; ".join(_told(lines, tmp_path))


WHOLE: dict[str, dict[str, tuple[str, ...]]] = {
    "as it is": {},
    "capitals": {"ho_ten": ("{{ ho_ten|in_hoa }}",)},
    "by another path": {"ho_ten": ("{{ nguoi_ky.ho_ten }}",)},
    "by a name of its own": {"ho_ten": ("{% set ten = ho_ten|upper %}{{ ten }}",)},
    "a word of it, which is the form's to choose": {"ho_ten": ("{{ ho_ten.split(' ')[-1] }}",)},
    "joined": {"noi_nhan": ("{{ noi_nhan|join('; ') }}",)},
    "first and rest": {"noi_nhan": ("{{ noi_nhan[0] }}{% for d in noi_nhan[1:] %}{{ d }}{% endfor %}",)},
    "mapped": {"noi_nhan": ("{{ noi_nhan|map('upper')|join('; ') }}",)},
    "with another sign": {"noi_nhan": ("{% for d in noi_nhan %}{{ d|replace(';', ',') }} {% endfor %}",)},
    "day in words of its own": {
        "head": (_LINES["head"][0].replace("{{ dia_danh_ngay }}", "{{ co_quan.dia_danh }}, {{ ngay|ngay }}"),)},
    "number and symbol apart": {
        "head": (_LINES["head"][0].replace("{{ so_ky_hieu }}", "Số {{ so }}/QĐ-UBND"),)},
    "the type by what was typed of it": {
        "head": (_LINES["head"][0].replace("{{ ten_loai }}", "{{ loai|upper }}"),)},
    "what is the same in all documents, typed": {
        "head": ("{{ so_ky_hieu }} {{ dia_danh_ngay }} Ủy ban nhân dân xã Suối Trong QUYẾT ĐỊNH {{r trich_yeu }}",),
        "position": ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")},
    "items counted by the form": {
        "noi_dung": ("{%p for b in noi_dung %}", "Điều {{ loop.index }}. {{r b.chu }} {{r b.tieu_de }}", *_END),
    },
}  # fmt: skip


@pytest.mark.parametrize("name", WHOLE)
def test_what_is_printed_in_other_ways_is_printed(name: str, tmp_path: Path) -> None:
    lines = _form(**WHOLE[name])
    assert made(dossier(tmp_path / "d", {"qd.docx": lines}, {}, _DOCUMENT))
    assert _told(lines, tmp_path) == []


def _told(lines: tuple[str, ...], folder: Path) -> list[str]:
    """What a check says of parts that are not printed, but for those few documents have."""
    file = folder / "qd.docx"
    file.write_bytes(template("".join(map(paragraph, lines))))
    with Confined() as confined:
        check = check_form(
            file.read_bytes(), file.name, Known.of([of_type("quyết định").fields()]), parts=required("quyet-dinh"),
            prove=lambda context, owed: confined.prove(Part(file, context, owed=owed)),
        )  # fmt: skip
    assert all(one.rule in ("M22", "M25") for one in check.findings), check.findings
    return [one.what for one in check.findings if one.rule == "M22" and one.level > Level.NOTE]


INVITATION: dict[str, Any] = {
    "loai": "giấy mời", "mau": "gm.docx", "trich_yeu": "Họp giao ban", "ngay": "05/02/2026", "noi_nhan": ["Đảng ủy xã"],
    "ky": {"nguoi": "chu-tich"},
    "chi_tiet": {"kinh_moi": ["Ông Nguyễn Văn A"], "toi_du": "Họp giao ban", "chu_tri": "Ông Đinh Quốc Thái",
                 "thoi_gian": "08 giờ 00 ngày 06/02/2026", "dia_diem": "Hội trường xã"},
}  # fmt: skip
_INVITED = (
    "{{ co_quan|join(' ') }} {{ dia_danh_ngay }} {{ ten_loai }} {{r trich_yeu }} {{ ho_ten }} {{ ky|join(' ') }} "
    "{{ noi_nhan|join(' ') }} {{ kinh_moi|join(' ') }} {{r toi_du }} {{r chu_tri }} {{ thoi_gian }} {{r dia_diem }}"
)


@pytest.mark.parametrize(
    ("tag", "instead", "lost"),
    [
        ("{{r dia_diem }}", "", "«Địa điểm»"),
        ("{{ thoi_gian }}", "", "«Thời gian»"),
        ("{{ kinh_moi|join(' ') }}", "", "«Kính mời»"),
        ("{{r dia_diem }}", "{{r chi_tiet.dia_diem }}", ""),
        ("{{ thoi_gian }}", "{{ chi_tiet.thoi_gian|gio_ngay }}", ""),
    ],
)
def test_what_a_type_has_of_its_own_is_owed_too(tag: str, instead: str, lost: str, tmp_path: Path) -> None:
    folder = dossier(tmp_path / "d", {"gm.docx": (_INVITED.replace(tag, instead),)}, {}, INVITATION)
    if lost:
        assert f"văn bản có {lost} mà mẫu không in" in refused(folder)
        (folder / "mau" / "gm.yaml").write_text("bo: [chi_tiet]", encoding="utf-8")
    assert made(folder)


def test_the_parent_agency_is_owed() -> None:
    parts = {part.called: part for part, _ in required("quyet-dinh")}
    assert "tên cơ quan chủ quản" not in parts  # a form may have it typed: told where it is printed, by its words


def test_the_parent_agency_is_told_where_it_is_lost(tmp_path: Path) -> None:
    folder = dossier(tmp_path / "d", {"qd.docx": _form()}, {}, _DOCUMENT)
    agency = folder / "co-quan.yaml"
    agency.write_text(
        agency.read_text(encoding="utf-8") + "chu_quan: [Ủy ban nhân dân tỉnh An Giang]\n", encoding="utf-8"
    )
    said = refused(folder)
    assert "văn bản có tên cơ quan chủ quản mà mẫu không in" in said
    typed = _form(head=("ỦY BAN NHÂN DÂN", "TỈNH AN GIANG", *_LINES["head"]))
    (folder / "mau" / "qd.docx").write_bytes(template("".join(map(paragraph, typed))))
    assert made(folder)


@pytest.mark.parametrize(
    ("column", "lost"),
    [("{{ v.ten }}", "han"), ("{{ v.ten }} {{ v.han }}", ""), ("{% if v.ten == 'Một' %}x{% endif %}", "han")],
)
def test_each_column_of_a_list_of_the_form_is_owed(column: str, lost: str, tmp_path: Path) -> None:
    from tests.forms.test_forms import SLIP

    lines = ("{%p for v in truong.viec %}", column, "{%p endfor %}", "{{ ho_ten }}")
    document = {**SLIP, "truong": {"viec": [{"ten": "Một", "han": "mai"}]}}
    folder = dossier(tmp_path / "d", {"phieu.docx": lines}, {}, document)
    if lost:
        assert f"viec[].{lost}) mà mẫu không in: “mai”" in refused(folder)
    else:
        assert made(folder)
