"""Forms for what is attached, in the folder of --templates: they lose nothing either."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.findings import Level
from generator.service.forms.checking import FormOptions, check_forms
from tests.docx.docx_samples import paragraph, template
from tests.forms.test_forms import DECISION, dossier, made, refused

_BODY = ("{%p for b in noi_dung %}", "{{ b.nhan }} {{r b.tieu_de }} {{r b.chu }}", "{%p endfor %}")
_TITLE = ("{{ nhan }}", "{%p for d in tieu_de %}", "{{r d }}", "{%p endfor %}", "{{r kem_theo }}")
_HEAD = ("{{ co_quan|join(' ') }}", "{{ ten_loai }}", "{{r trich_yeu }}", "{{r kem_theo }}")
_TEXT = [{"doan": "Đoạn một"}]
ANNEX: dict[str, Any] = {"phu_luc": [{"tieu_de": "Danh sách thành viên", "noi_dung": _TEXT}]}
ATTACHED: dict[str, Any] = {
    "van_ban_kem_theo": [{"ten_loai": "Quy chế", "trich_yeu": "làm việc của Tổ", "noi_dung": _TEXT}]
}

LOST = {
    "the title": ("phu-luc", (_TITLE[0], _TITLE[4], *_BODY), ANNEX, "tiêu đề phụ lục", "tieu_de"),
    "the label": ("phu-luc", (*_TITLE[1:], *_BODY), ANNEX, "chữ «Phụ lục» và số của phụ lục", "tieu_de"),
    "the reference": ("phu-luc", (*_TITLE[:4], *_BODY), ANNEX, "chỉ dẫn kèm theo", "kem_theo"),
    "the subject": ("van-ban-kem-theo", (*_HEAD[:2], _HEAD[3], *_BODY), ATTACHED, "trích yếu", "trich_yeu"),
    "the name": ("van-ban-kem-theo", (_HEAD[0], *_HEAD[2:], *_BODY), ATTACHED, "tên loại", "ten_loai"),
    "the agency": ("van-ban-kem-theo", (*_HEAD[1:], *_BODY), ATTACHED, "tên cơ quan ban hành", "co_quan"),
    "its reference": ("van-ban-kem-theo", (*_HEAD[:3], *_BODY), ATTACHED, "chỉ dẫn kèm theo", "kem_theo"),
}


@pytest.mark.parametrize("name", LOST)
def test_what_a_form_of_an_annex_never_prints_is_an_error_unless_it_says_so(name: str, tmp_path: Path) -> None:
    form, lines, more, called, key = LOST[name]
    one = {**DECISION, "mau": None, **more}
    folder = dossier(tmp_path / "d", {f"{form}.docx": lines}, {}, one)
    said = refused(folder, templates=folder / "mau")
    assert f"văn bản có {called} mà mẫu không in" in said
    assert f"bo: [{key}]" in said
    folder = dossier(tmp_path / "e", {f"{form}.docx": lines}, {f"{form}.yaml": {"bo": [key]}}, one)
    assert "Đoạn một" in made(folder, templates=folder / "mau")[0]


WHOLE = {
    "annex": ("phu-luc", (*_TITLE, *_BODY), ANNEX),
    "label typed": ("phu-luc", ("PHỤ LỤC", *_TITLE[1:], *_BODY), ANNEX),
    "attached": ("van-ban-kem-theo", (*_HEAD, *_BODY), ATTACHED),
    "name typed": ("van-ban-kem-theo", (_HEAD[0], "Quy chế", *_HEAD[2:], *_BODY), ATTACHED),
}


@pytest.mark.parametrize("name", WHOLE)
@pytest.mark.parametrize("separate", [False, True], ids=["in the file", "in one of its own"])
def test_one_that_prints_all_is_printed_with(name: str, separate: bool, tmp_path: Path) -> None:
    form, lines, more = WHOLE[name]
    if separate:
        lines = ("{{ chu_ky_so }}", *lines)
        more = {key: [{**one, "tep_rieng": "có"} for one in several] for key, several in more.items()}
    folder = dossier(tmp_path / "d", {f"{form}.docx": lines}, {}, {**DECISION, "mau": None, **more})
    assert "Đoạn một" in made(folder, templates=folder / "mau")[-1]


def test_the_check_tells_of_it_before(tmp_path: Path) -> None:
    file = tmp_path / "phu-luc.docx"
    file.write_bytes(template("".join(map(paragraph, _BODY))))
    (checked,) = check_forms([file], FormOptions(pdf=False, decree=False))
    told = {one.what: one.level for one in checked.findings}
    assert next(level for what, level in told.items() if "không in tiêu đề phụ lục" in what) is Level.ERROR
    assert next(level for what, level in told.items() if "không in chỉ dẫn kèm theo" in what) is Level.WARNING


def test_a_form_of_an_annex_without_a_tag_is_refused(tmp_path: Path) -> None:
    folder = dossier(tmp_path / "d", {"phu-luc.docx": ("Phụ lục",)}, {}, {**DECISION, "mau": None, **ANNEX})
    assert "không có thẻ nào đọc hồ sơ" in refused(folder, templates=folder / "mau")
