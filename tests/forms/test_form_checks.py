"""What a check takes a form for, and which values it proves to arrive."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from generator.cli import app
from generator.docx import Confined, Part, Template
from generator.docx.word.package import DOCUMENT, Package
from generator.errors import TemplateError, UsageError
from generator.forms.checking import check_form
from generator.service.checking.checked import FileCheck
from generator.service.forms.checking import FormOptions, check_forms
from generator.service.forms.starting import new_form
from tests.docx.docx_samples import paragraph, template
from tests.forms.broken_forms import BROKEN
from tests.forms.form_pieces import code, looks, made, p, run, table
from tests.forms.test_checked_forms import known
from tests.forms.test_forms import DECISION, SLIP, WHOLE, dossier, refused
from tests.forms.test_forms import made as issued


def _checked(file: Path, meant: str = "", *, pdf: bool = False) -> FileCheck:
    (one,) = check_forms([file], FormOptions(meant, pdf=pdf, decree=False))
    return one


def test_a_dossier_is_asked_which_documents_name_the_form(tmp_path: Path) -> None:
    forms = {"quyet-dinh.docx": ("{{ ho_ten }}",), "a.docx": WHOLE, "b.docx": WHOLE}
    slip = {**SLIP, "mau": "quyet-dinh.docx"}
    folder = dossier(tmp_path / "d", forms, {}, {**DECISION, "mau": "a.docx"}, slip, {**DECISION, "mau": None})
    said = {name: _checked(folder / "mau" / name, str(folder)).judged_as for name in forms}
    assert (
        said["quyet-dinh.docx"]
        == "mẫu của văn bản ngoài Nghị định 30 (đơn, phiếu, tờ khai …) (vb-2: ghi mau là tệp này)"
    )
    assert said["a.docx"] == "mẫu của quyết định (vb-1: ghi mau là tệp này)"
    assert "vb-1, vb-3: cùng loại, không văn bản nào ghi mau là tệp này" in said["b.docx"]


def test_a_form_for_what_the_decree_does_not_know_can_be_checked(tmp_path: Path) -> None:
    file = tmp_path / "phieu.docx"
    file.write_bytes(template(paragraph("{{ nguoi_ky.chuc_vu }}")))
    done = CliRunner().invoke(app, ["template", "check", str(file), "--for", "khác", "--no-pdf"])
    assert done.exit_code == 6
    assert "mẫu của văn bản ngoài Nghị định 30" in done.output
    assert "mẫu không in họ tên người ký" in done.output


FREE: dict[str, tuple[tuple[str, ...], dict[str, Any], dict[str, Any], str]] = {
    # the tags, what the .yaml declares, what is typed, what both say
    "nothing declared": (("{{ truong.a }}", "{{ truong.b.c }}"), {}, {"a": "1", "b": {"c": "2"}}, ""),
    "a list not declared": (("{% for v in truong.viec %}{{ v.ten }}{% endfor %}",), {}, {"viec": [{"ten": "1"}]}, ""),
    "declared": (("{{ truong.a }}",), {"truong": [{"ten": "a"}]}, {"a": "1"}, ""),
    "one not declared": (("{{ truong.a }} {{ truong.bb }}",), {"truong": [{"ten": "a"}]}, {"a": "1"}, "“bb”"),
}


@pytest.mark.parametrize("name", FREE)
def test_check_and_render_agree_on_the_fields_of_a_form(name: str, tmp_path: Path) -> None:
    tags, sheet, typed, said = FREE[name]
    sheets = {"phieu.yaml": sheet} if sheet else {}
    forms = {"phieu.docx": (*tags, "{{ ho_ten }}")}
    folder = dossier(tmp_path / "d", forms, sheets, {**SLIP, "truong": typed})
    held = [one.what for one in _checked(folder / "mau" / "phieu.docx", "khác").findings if one.rule in ("M01", "M24")]
    if said:
        assert said in refused(folder)
        assert said in held[0]
    else:
        assert issued(folder)
        assert held == []


def test_a_field_of_word_in_a_text_box_is_told_once_and_there(tmp_path: Path) -> None:
    shape = '<w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox>{}</v:textbox></v:shape></w:pict>'
    box = shape.format("<w:txbxContent>{}</w:txbxContent>")
    file = tmp_path / "mau.docx"
    file.write_bytes(made(p("{{ ho_ten }}") + run(box.format(code("MERGEFIELD so_ky_hieu")))))
    (found,) = [one for one in _checked(file).findings if one.rule == "M15"]
    assert "khung chữ" in found.place


WRONG_PLACES = ("thân văn bản", "đầu trang", "thuộc tính tệp")


@pytest.mark.parametrize("place", WRONG_PLACES)
@pytest.mark.parametrize(
    ("tag", "meant"), [("{{ ho_ten|upperr }}", "upper"), ("{% if so is oddd %}a{% endif %}", "odd")]
)
def test_a_wrong_filter_is_named_with_its_place_wherever_it_stands(place: str, tag: str, meant: str) -> None:
    data = {
        "thân văn bản": lambda: template(paragraph(tag)),
        "đầu trang": lambda: template(paragraph("a"), header=paragraph(tag)),
        "thuộc tính tệp": lambda: _with_title(tag),
    }[place]()
    with pytest.raises(TemplateError) as caught:
        Template.compile(data, "mau.docx")
    (problem,) = caught.value.problems
    assert problem.place.startswith(f"mau.docx, {place}")
    assert problem.fix == f"có phải là “{meant}”?"


def _with_title(tag: str) -> bytes:
    body, change = BROKEN["wrong in a property"][0]
    package = Package.read(template(str(body)))
    change(package)  # type: ignore[operator]  # of the table of broken forms
    name = "docProps/core.xml"
    package.parts[name] = package.parts[name].replace(b"{{ ho_ten|upperr }}", tag.encode())
    return package.to_bytes()


_HIDDEN = "<w:rPr><w:vanish/></w:rPr><w:t>{{ ho_ten }}</w:t>"
ARRIVING: dict[str, tuple[str, set[str]]] = {
    # the body, the tags whose values do not reach the PDF
    "nested loops": (
        p("{%p for m in muc_tieu %}") + p("{%p for c in m.chi_tieu %}") + p("{{ c.in_ra }} {{ m.so }}")
        + p("{%p endfor %}") + p("{%p endfor %}"), set()),
    "both branches": (p("{% if so %}{{ so }}{% elif nam %}{{ nam }}{% else %}{{ ho_ten }}{% endif %}"), set()),
    "branches in branches": (
        p("{% if so %}{% if nam %}{{ nam }}{% else %}{{ so }}{% endif %}{% else %}{{ ho_ten }}{% endif %}"), set()),
    "a comparison no value of ours meets": (p("{% if ho_ten == 'An' %}{{ so }}{% endif %}"), set()),
    "a loop over none": (p("{% for x in noi_nhan %}{{ x }}{% else %}{{ ho_ten }}{% endfor %}"), set()),
    "a loop with a test": (p("{% for x in noi_nhan if x == 'a' %}{{ x }}{% endfor %}"), set()),
    "filters": (
        p("{{ ngay|ngay_chu }}, {{ nam|bang_chu }}, {{ ho_ten|in_hoa|truncate(3) }} {{ so|la_ma if so < 3 }}"), set()),
    "rich text": (p("{{r trich_yeu }}") + p("{%p for d in can_cu %}") + p("{{r d }}") + p("{%p endfor %}"), set()),
    "rows in a loop": (
        table(("{%tr for m in muc_tieu %}", ""), ("{{ loop.index }}", "{{r m.noi_dung }}"), ("{%tr endfor %}", "")),
        set()),
    "hidden": (run(_HIDDEN) + p("{{ so }}"), {"{{ ho_ten }}"}),
    "hidden in a branch not taken": (
        "<w:p><w:r><w:t>{% if so == 0 %}</w:t></w:r><w:r>" + _HIDDEN + "</w:r><w:r><w:t>{% endif %}</w:t></w:r></w:p>",
        {"{{ ho_ten }}"}),
    "hidden beside the same value": (p("{{ ho_ten }}") + run(_HIDDEN), {"{{ ho_ten }}"}),
    "bold in part": (looks("{{ so }} và ", "{{ ho_ten }}"), set()),
}  # fmt: skip


@pytest.mark.parametrize("name", ARRIVING)
def test_each_value_is_followed_into_the_pdf(name: str, tmp_path: Path) -> None:
    body, lost = ARRIVING[name]
    file = tmp_path / "mau.docx"
    file.write_bytes(made(body))
    told = [one for one in _checked(file, pdf=True).findings if one.rule not in ("M12",)]
    assert {one.what.removeprefix("thẻ ").partition(": ")[0] for one in told} == lost, told
    assert {one.rule for one in told} <= {"M27"}


def test_a_header_and_the_title_of_the_file_are_proved_too(tmp_path: Path) -> None:
    file = tmp_path / "mau.docx"
    file.write_bytes(template(paragraph("{{ so }}"), header=paragraph("{{ ho_ten }}")))
    assert _checked(file, pdf=True).findings == ()
    file.write_bytes(_with_title("{{ trich_yeu }}"))
    assert _checked(file, pdf=True).findings == ()


def test_a_value_under_a_condition_that_never_holds_is_told(tmp_path: Path) -> None:
    file = tmp_path / "mau.docx"
    file.write_bytes(template(paragraph("{% if false %}{{ ho_ten }}{% endif %}")))
    with Confined() as confined:
        found = check_form(
            file.read_bytes(),
            file.name,
            known(),
            prove=lambda context, owed: confined.prove(Part(file, context, owed=owed)),
        ).findings
    assert [(one.rule, one.what) for one in found] == [("M26", "thẻ {{ ho_ten }}: không văn bản nào in tới thẻ này")]


def test_a_paper_the_decree_does_not_know_has_the_symbol_typed_for_it(tmp_path: Path) -> None:
    forms = {"phieu.docx": ("[{{ so_ky_hieu }}]", "{{ ho_ten }}")}
    one, other = {**SLIP, "so": 5}, {**SLIP, "so": 5, "ky_hieu": "PGV-VP"}
    assert issued(dossier(tmp_path / "d", forms, {}, one, other)) == [
        "[Số: 05]\nĐinh Quốc Thái",
        "[Số: 05/PGV-VP]\nĐinh Quốc Thái",
    ]


def _of_kind(kind: str) -> bytes:
    package = Package.read(template(paragraph("{{ ho_tenn }}")))
    base = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
    macro = "application/vnd.ms-word.{}.macroEnabledTemplate.main+xml" if "t" in kind else "application/vnd.ms-word.{}"
    package.add(DOCUMENT, package.parts[DOCUMENT], base if kind == "dotx" else macro.format("document"))
    if kind.endswith("m"):
        package.add("word/vbaProject.bin", b"x", "application/vnd.ms-office.vbaProject")
    return package.to_bytes()


@pytest.mark.parametrize("kind", ["dotx", "docm", "dotm"])
def test_other_kinds_of_word_files_are_read_and_their_macros_told(kind: str, tmp_path: Path) -> None:
    file = tmp_path / f"mau.{kind}"
    file.write_bytes(_of_kind(kind))
    rules = {one.rule for one in _checked(file).findings}
    assert rules == ({"M01", "M18"} if kind.endswith("m") else {"M01"})


def test_there_is_no_form_to_begin_from_for_what_the_decree_does_not_know(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="không có mẫu của Nghị định 30"):
        new_form("khác", tmp_path / "a.docx")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("tags", "meant"),
    [
        (("{{ dia_danhh }}",), "có phải là “co_quan.dia_danh”?"),
        (("{{ ten_co_quan }}",), "có phải là “co_quan.ten”?"),
        (("«ten_co_quan»",), "có phải là {{ co_quan.ten }}?"),
        (
            ("{%p for nhom in ke_hoach %}", "{{ viec.chu_tri }}", "{%p endfor %}"),
            "đặt trong vòng lặp: {% for viec in nhom.cong_viec %} … {% endfor %}",
        ),
        (
            ("{%p for nhom in ke_hoach %}", "{{ nhom.cong_viec.chu_tri }}", "{%p endfor %}"),
            "{% for mot in nhom.cong_viec %} {{ mot.chu_tri }} {% endfor %}",
        ),
        (
            ("{{ nhan.ghi_chu_rieng }}", "{{ viec.hoan_thanh }}"),
            "{% for nhom in ke_hoach %} {% for viec in nhom.cong_viec %} … {% endfor %}{% endfor %}",
        ),
    ],
)
def test_a_name_that_is_none_is_led_to_the_field_that_was_meant(tags: tuple[str, ...], meant: str) -> None:
    told = [one.fix for one in check_form(made("".join(map(p, tags))), "mau.docx", known()).findings]
    assert [one for one in told if meant in one], told
