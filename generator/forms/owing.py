"""What a document has and a form of the agency's own must print, or say that it leaves out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from generator.compose.document import ANNEX_TEMPLATE, ATTACHED_TEMPLATE
from generator.compose.reach.composed import own_fields
from generator.compose.reach.kinds import Kind, Shape
from generator.docx import Template
from generator.docx.owing import lost
from generator.forms.sheet import FormSheet
from generator.patterns import late
from generator.records import record
from generator.resources import TEMPLATES
from generator.values import Owed

_ANSWERS = ("có", "không")
_NUMBERED = late(r"Số:\s*0*(?P<number>\d+)(?:/(?P<symbol>.*))?")
_DATED = late(r"(?P<place>.*), (?P<day>ngày \d.*)")


@record(frozen=True)
class PartOf:
    """One part: how a form says that it leaves it out, what it is called, where its texts are, what prints them.

    ``sources`` and ``names`` are paths, a list's items as ``[]``. ``varies``: no form for several documents can have
    it typed, it must be printed by a tag. ``optional``: most documents of most types have none of it.
    ``decreed``: only the decree asks for it, a paper it does not know may do without. ``texts``: whether what is
    printed must hold its texts; ``mark`` and ``counts`` as in ``Owed``.
    """

    key: str
    called: str
    sources: tuple[str, ...]
    names: tuple[str, ...]
    tag: str
    varies: bool = True
    optional: bool = False
    texts: bool = True
    mark: bool = False
    counts: bool = False
    decreed: bool = False

    def owed(self, texts: Iterable[str] = ()) -> Owed:
        """What a document owes that has these texts."""
        fix = f"thêm vào mẫu: {self.tag}; cố ý không in thì ghi bo: [{self.key}] vào tệp .yaml cùng tên với mẫu"
        return Owed(self.called, self.names, fix, tuple(texts) if self.texts else (), self.mark, self.counts)


def _lines(key: str, called: str, *, optional: bool = False, decreed: bool = False) -> PartOf:
    tag = f"{{%p for dong in {key} %}} {{{{r dong }}}} {{%p endfor %}}"
    return PartOf(key, called, (f"{key}[]",), (key,), tag, optional=optional, decreed=decreed)


_SIDES = ("hang_ky[].trai", "hang_ky[].phai")
_NAMES = tuple(f"{side}.ho_ten" for side in _SIDES)
_POSITIONS = tuple(f"{side}.dong" for side in _SIDES)
_ROWS = "{%p for hang in hang_ky %} … {{ hang.trai.ho_ten }} {{ hang.phai.ho_ten }} … {%p endfor %}"

PARTS = (
    PartOf("co_quan", "tên cơ quan chủ quản", ("co_quan_chu_quan[]",), ("co_quan_chu_quan", "co_quan.chu_quan"),
           "{%p for dong in co_quan_chu_quan %} {{ dong }} {%p endfor %}", varies=False, decreed=True),
    PartOf("co_quan", "tên cơ quan ban hành", ("co_quan[]",), ("co_quan", "co_quan.ten"),
           "{%p for dong in co_quan %} {{ dong }} {%p endfor %}", varies=False, decreed=True),
    PartOf("so_ky_hieu", "số", ("number",), ("so_ky_hieu", "so"), "{{ so_ky_hieu }}"),
    PartOf("so_ky_hieu", "ký hiệu", ("symbol",), ("so_ky_hieu", "ky_hieu"),
           "{{ so_ky_hieu }} hoặc gõ sẵn ký hiệu sau {{ so }}", varies=False),
    PartOf("dia_danh_ngay", "địa danh", ("place",), ("dia_danh_ngay", "co_quan.dia_danh"),
           "{{ dia_danh_ngay }} hoặc {{ co_quan.dia_danh }}", varies=False, decreed=True),
    PartOf("dia_danh_ngay", "ngày ban hành", ("day",), ("dia_danh_ngay", "ngay", "ngay.day"), "{{ dia_danh_ngay }}",
           texts=False, decreed=True),
    PartOf("ten_loai", "tên loại", ("ten_loai",), ("ten_loai", "loai"), "{{ ten_loai }}", varies=False, decreed=True),
    PartOf("trich_yeu", "trích yếu", ("trich_yeu",), ("trich_yeu",), "{{r trich_yeu }}", decreed=True),
    PartOf("tham_quyen", "thẩm quyền ban hành", ("tham_quyen",), ("tham_quyen",), "{{ tham_quyen }}", varies=False),
    _lines("can_cu", "căn cứ"),
    _lines("kinh_gui", "nơi kính gửi"),
    _lines("mo_dau", "lời mở đầu", optional=True),
    PartOf("noi_dung", "nội dung", (), ("noi_dung[].chu", "noi_dung[].tieu_de", "noi_dung[].bang", "noi_dung[]"),
           "{%p for b in noi_dung %} {{ b.nhan }} {{r b.chu }} {%p endfor %}"),
    PartOf("noi_dung", "số thứ tự của các mục", ("noi_dung[].nhan",), ("noi_dung[].nhan", "noi_dung[]"),
           "{%p for b in noi_dung %} {{ b.nhan }} {{r b.chu }} {%p endfor %}", optional=True, counts=True),
    _lines("noi_nhan", "nơi nhận"),
    PartOf("chu_ky", "quyền hạn, chức vụ người ký", ("ky[]",), ("ky", "nguoi_ky.chuc_vu", *_POSITIONS),
           "{%p for dong in ky %} {{ dong }} {%p endfor %}", varies=False, decreed=True),
    PartOf("chu_ky", "chức danh khác của người ký", ("chuc_danh_khac[]",),
           ("chuc_danh_khac", "ky.chuc_danh_khac", *(f"{side}.chuc_danh" for side in _SIDES)),
           "{%p for dong in chuc_danh_khac %} {{ dong }} {%p endfor %}", varies=False),
    PartOf("chu_ky", "họ tên người ký", ("ho_ten",), ("ho_ten", "nguoi_ky.ho_ten", *_NAMES), "{{ ho_ten }}"),
    PartOf("cung_ky", "họ tên người cùng ký", _NAMES, ("cung_ky", "ky.cung_ky[].ho_ten", *_NAMES), _ROWS,
           optional=True),
    PartOf("cung_ky", "chức vụ người cùng ký", tuple(f"{one}[]" for one in _POSITIONS),
           ("cung_ky", "ky.cung_ky[].chuc_vu", *_POSITIONS), _ROWS, optional=True),
    PartOf("dau", "mức độ khẩn", ("do_khan",), ("do_khan",), "{{ do_khan }}", optional=True),
    PartOf("dau", "phạm vi lưu hành", ("luu_hanh",), ("luu_hanh",), "{{ luu_hanh }}", optional=True),
    PartOf("dau", "chỗ đóng dấu mật", ("cho_dau_mat",), ("cho_dau_mat", "do_mat"),
           "{% if cho_dau_mat %} … {% endif %}", optional=True, texts=False, mark=True),
    _lines("tieu_de", "tiêu đề phụ lục", decreed=True),
    PartOf("tieu_de", "chữ «Phụ lục» và số của phụ lục", ("nhan",), ("nhan",), "{{ nhan }}", varies=False,
           decreed=True),
    PartOf("kem_theo", "chỉ dẫn kèm theo", ("kem_theo",), ("kem_theo",), "{{r kem_theo }}", decreed=True),
    PartOf("kem_theo", "dòng chữ ký số", ("chu_ky_so",), ("chu_ky_so",), "{{ chu_ky_so }}", optional=True,
           decreed=True),
    PartOf("dau", "địa chỉ liên hệ", ("lien_he",), ("lien_he", "co_quan.lien_he"), "{{r lien_he }}", optional=True),
)  # fmt: skip
"""What the nine components of the decree and what may stand beside them consist of (NĐ 30, Điều 8), but for the
Quốc hiệu, which is no value."""


@cache
def parts_of(template: str) -> tuple[PartOf, ...]:
    """The parts that our template of the name prints; of papers the decree does not know, what they may have."""
    file = TEMPLATES / f"{template}.docx"
    if not file.exists():
        return tuple(part for part in PARTS if not part.decreed)
    reads = Template.load(file).reads()
    return tuple(part for part in (*PARTS, *_own_parts(template)) if not any(lost([part.owed()], reads, "")))


def _own_parts(template: str) -> Iterator[PartOf]:
    if template in (ANNEX_TEMPLATE, ATTACHED_TEMPLATE):
        return  # an annex has no field of its own
    for shape in own_fields(template):
        names = (shape.key, f"chi_tiet.{shape.key}")
        if shape.key == "hang_ky" or shape.kind is Kind.FLAG:
            continue
        around = f"{shape.key}[]" if shape.kind in (Kind.LIST, Kind.PARAGRAPHS) else shape.key
        called = f"«{shape.label or shape.key}»"
        if shape.inside:
            for one in shape.inside:
                path = f"{around}.{one.key}"
                within = f"{path}[]" if one.kind is Kind.PARAGRAPHS else path
                said = f"{called} ({one.label})"
                yield PartOf("chi_tiet", said, (within,), (path, "chi_tiet"), f"{{{{r {path} }}}}", varies=False)
        else:
            yield PartOf("chi_tiet", called, (around,), names, _tag(shape))


def _tag(shape: Shape) -> str:
    if shape.kind is Kind.PARAGRAPHS:
        return f"{{%p for dong in {shape.key} %}} {{{{r dong }}}} {{%p endfor %}}"
    return f"{{{{r {shape.key} }}}}" if shape.kind is Kind.RICH else f"{{{{ {shape.key} }}}}"


def owed(
    context: Mapping[str, Any],
    sheet: FormSheet,
    free: tuple[Sequence[Shape], Mapping[str, Any]] | None,
    template: str,
) -> tuple[Owed, ...]:
    """What of the composed parts and of the form's own fields has a value, and so is to be printed.

    ``template`` is the name of ours that the document would be made with.
    """
    return (*_of_parts(context, sheet, template), *_of_form(free))


def _of_parts(context: Mapping[str, Any], sheet: FormSheet, template: str) -> Iterator[Owed]:
    for part in parts_of(template):
        texts = texts_of(part, context)
        if texts and part.key not in sheet.left_out:
            yield part.owed(texts)


def texts_of(part: PartOf, context: Mapping[str, Any]) -> list[str]:
    """What a composed document has of the part."""
    values = {**context, **_of_head(context)}
    return [text for source in part.sources for text in _texts(values, source.split("."))]


def _of_head(context: Mapping[str, Any]) -> dict[str, str]:
    """Number and symbol, place and day, as long as the document has them: a draft has room for them."""
    found: dict[str, str] = {}
    for name, pattern in (("so_ky_hieu", _NUMBERED), ("dia_danh_ngay", _DATED)):
        match = pattern.match(str(context.get(name) or ""))
        found |= match.groupdict("") if match else {}
    return found


def _texts(around: Any, keys: Sequence[str]) -> Iterator[str]:
    """The texts at a path; of what is several, all."""
    key, *rest = keys
    name = key.removesuffix("[]")
    value = around.get(name) if isinstance(around, Mapping) else getattr(around, name, None)
    for one in (value or ()) if key.endswith("[]") else (value,):
        if rest and one is not None:
            yield from _texts(one, rest)
        elif one and str(one).strip():
            yield str(one)


def _of_form(free: tuple[Sequence[Shape], Mapping[str, Any]] | None) -> Iterator[Owed]:
    shapes, values = free or ((), {})
    for shape in shapes:
        yield from _of_field(shape, values.get(shape.key), f"truong.{shape.key}", shape.label)


def _of_field(shape: Shape, value: Any, path: str, called: str) -> Iterator[Owed]:
    """What a field of the form's own owes: of a list or group, each of its fields that has a value."""
    if _is_empty(value):
        return
    if shape.inside and shape.kind in (Kind.LIST, Kind.GROUP):
        items = [value] if shape.kind is Kind.GROUP else value
        around = path if shape.kind is Kind.GROUP else f"{path}[]"
        for one in shape.inside:
            found = [item[one.key] for item in items if not _is_empty(item.get(one.key))]
            if found:
                yield from _of_field(one, found[0], f"{around}.{one.key}", f"{called} – {one.label}")
        return
    what, fix = f"«{called}» ({path.removeprefix('truong.')})", f"thêm vào mẫu: {{{{ {path} }}}}, hoặc bỏ trường này"
    said = value if isinstance(value, str) else ""
    if said.strip().casefold() in _ANSWERS:  # asked in an {% if %}, where a text is yes whatever it says
        fix = f"mẫu chỉ hỏi có, không thì khai vào tệp .yaml của mẫu: {{ten: {shape.key}, kieu: có không}}; {fix}"
    yield Owed(what, (path,), fix, mark=shape.kind is Kind.FLAG, said=said)


def _is_empty(value: Any) -> bool:
    return value is None or value is False or (isinstance(value, str | list | tuple) and not value)
