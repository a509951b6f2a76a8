"""Forms that draw a dossier's tables row by row themselves: sound where all is printed, refused where any is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.compose import compose
from generator.dossier.reading.reader import build_dossier
from generator.errors import TemplateError
from generator.render import Job, render_documents
from generator.service.forms.checking import FormOptions, check_forms
from tests.drafting.making import Known, even, lines, printed
from tests.forms.form_pieces import made, p, table
from tests.samples import sample

KNOWN: Known = ("khe-tre-2027", "quyet-dinh")  # an annex of objectives and one of the plan; it words its headings
_HEADINGS = (
    "TT", "Mục tiêu chất lượng", "Chỉ tiêu", "Đơn vị thực hiện, báo cáo", "Phương pháp tính kết quả",
    "Biện pháp thực hiện",
)  # fmt: skip
_KEYS = ("stt", "noi_dung", "chi_tieu", "don_vi", "phuong_phap", "bien_phap")
_OF_ALL = "b.nguon == 'muc_tieu'"


def _rows(*cells: str, headings: tuple[str, ...] = _HEADINGS, loops: tuple[str, ...] = ()) -> str:
    """A table of the headings and one row that is repeated."""
    rest = ("",) * (len(cells) - 1)
    loops = loops or ("for n in b.nhom", "for d in n.dong")
    begin = [(f"{{%tr {loop} %}}", *rest) for loop in loops]
    return table(headings[: len(cells)], *begin, cells, *[("{%tr endfor %}", *rest)] * len(loops))


def _form(drawn: str, condition: str = _OF_ALL) -> str:
    """The form of an annex that draws the tables of the condition so."""
    return (
        p("{{ nhan }}") + p("{%p for d in tieu_de %}") + p("{{r d }}") + p("{%p endfor %}") + p("{{r kem_theo }}")
        + p("{{ chu_ky_so or '' }}") + p("{%p for b in noi_dung %}") + p(f"{{%p if {condition} %}}") + drawn
        + p("{%p elif b.kieu == 'bang' %}") + p("{{p b.bang }}") + p("{%p else %}")
        + p("{{ b.nhan }} {{r b.tieu_de }} {{r b.chu }}") + p("{%p endif %}") + p("{%p endfor %}")
    )  # fmt: skip


_SHARED = {"stt", "noi_dung", "phuong_phap", "bien_phap"}
_MERGED = tuple(f"{{{{r d.{key} }}}}{'{% vm %}' if key in _SHARED else ''}" for key in _KEYS)
_OWN_ROWS = ("{{ m.so }}", "{{r m.noi_dung }}", "{{ m.chi_tieu }}")
CASES: dict[str, tuple[str, set[str], str]] = {
    # the form, what its check tells, what printing with it refuses
    "cells merged": (_form(_rows(*_MERGED)), set(), ""),
    "cells repeated": (_form(_rows(*(f"{{{{r d.{key} }}}}" for key in _KEYS))), set(), ""),
    "headings of the dossier": (
        _form(_rows(*_MERGED, headings=tuple(f"{{{{ b.cot.{key}|default('') }}}}" for key in _KEYS))), set(), ""),
    "headings of its own": (
        _form(_rows(*_MERGED, headings=("STT", *_HEADINGS[1:5], "Giải pháp"))), set(), "“Biện pháp thực hiện”"),
    "a column less": (_form(_rows(*_MERGED[:5])), set(), "cột bien_phap (Biện pháp thực hiện)"),
    "a column less, for tables of its columns alone": (
        _form(_rows(*_MERGED[:5]), f"{_OF_ALL} and not b.cot|reject('in', {list(_KEYS[:5])})|list"), set(), ""),
    "rows of the dossier's own list": (
        _form(_rows(*_OWN_ROWS, loops=("for m in muc_tieu",))), set(), "cột phuong_phap"),
    "all but the targets": (
        _form(_rows(*(one for one in _MERGED if "chi_tieu" not in one))), set(), "cột chi_tieu (Chỉ tiêu)"),
    "nothing drawn": (_form(p("Có bảng kèm theo")), {"M25", "M26"}, "không in"),
    "an unknown column": (_form(_rows("{{r d.chi_tieuu }}", "{{r d.noi_dung }}")), {"M01"}, "chi_tieuu"),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_form_prints_all_of_a_table_or_is_refused(name: str, tmp_path: Path) -> None:
    form, rules, lost = CASES[name]
    file = tmp_path / "phu-luc.docx"
    file.write_bytes(made(form))
    (checked,) = check_forms([file], FormOptions("phụ lục", pdf=False, examples=False))
    assert {one.rule for one in checked.findings} == rules, checked.findings
    if lost:
        with pytest.raises(TemplateError) as refused:
            printed(KNOWN, templates=tmp_path)
        assert lost in str(refused.value)
    else:
        said = even(" ".join(line.text for line in lines(printed(KNOWN, templates=tmp_path))))
        assert [line.text for line in lines(printed(KNOWN)) if even(line.text) not in said] == []


def _with_unit_columns(templates: Path) -> list[str]:
    """The lines of a decision whose annex has a column for each unit, made with the forms of the folder."""
    columns = [{"truong": "chi_tieu", "don_vi": unit} for unit in ("Phòng Nội vụ", "Phòng Kinh tế")]
    targets = [{"in_ra": "≥ 95%", "don_vi": "Phòng Nội vụ"}, {"in_ra": "≥ 97%", "don_vi": "Phòng Kinh tế"}]
    view = {"muc_tieu": {"dang": "bang", "cot": ["stt", "noi_dung", *columns]}}
    data = sample(phu_luc=[{"tieu_de": "Mục tiêu", "noi_dung": [view]}])
    data |= {"muc_tieu": [{"id": "mt1", "noi_dung": "Hồ sơ đúng hạn", "chi_tieu": targets}]}
    own = build_dossier(data)
    made_of = Job(compose(own, own.documents[0]))
    return [
        line.text for line in lines(next(render_documents([made_of], own, formats=("docx",), templates=templates)).docx)
    ]


def test_a_table_with_a_column_for_each_unit_stays_the_programs_own(tmp_path: Path) -> None:
    (tmp_path / "phu-luc.docx").write_bytes(made(_form(_rows(*_MERGED))))
    assert _with_unit_columns(tmp_path)[-9:-1] == [
        "STT", "Nội dung", "Phòng Nội vụ", "Phòng Kinh tế", "1", "Hồ sơ đúng hạn", "≥ 95%", "≥ 97%"
    ]  # fmt: skip
    (tmp_path / "phu-luc.docx").write_bytes(made(_form(_rows(*_MERGED), "b.kieu == 'bang'")))
    with pytest.raises(TemplateError, match=r"mỗi đơn vị một cột.*{{p b\.bang }}"):
        _with_unit_columns(tmp_path)
