"""The sandbox of the templates: what harms is refused with its reason, what people write goes on working."""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from generator.content import Block, Rich, Span
from generator.docx import Template
from generator.docx.proving import Trial
from generator.docx.sandbox import bounded
from generator.errors import TemplateError
from generator.findings import Level
from generator.forms.checking import Known, check_form
from generator.forms.checking.known import Value
from generator.values import Owed
from tests.docx.docx_samples import document, paragraph, template, text_of

Pair = namedtuple("Pair", "ten so")

DATA: dict[str, object] = {
    "ten": "Nguyễn Văn A",
    "so": 7,
    "ti_le": 12.5,
    "ngay": date(2026, 1, 9),
    "gio": datetime(2026, 1, 9, 7, 30),
    "luc": time(7, 30),
    "ds": ["một", "hai", "ba"],
    "nhom": {"ten": "Tổ 1", "items": 3, "cap": ""},
    "bang": [
        {"ten": "B", "so": 2, "loai": "x"},
        {"ten": "A", "so": 1, "loai": "y"},
        {"ten": "C", "so": 3, "loai": "x"},
    ],
    "cap": Pair("P", 1),
    "khoi": Block("doan", "1.", chu=Rich.plain("chữ")),
    "dam": Rich((Span("a"), Span("b", bold=True))),
}

_LITTLE = 1000  # bytes of data, as ``docx.confined`` counts those of a form from outside: some 1.5 s of work


def rendered(body: str, **more: object) -> str:
    return text_of(document(Template.compile(template(body), "mau.docx").render(DATA | more)))


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def doubled(start: str, double: str, end: str = "{{ a|length }}") -> str:
    """Tags that double a value 45 times over."""
    sets = "".join(f"{{% set a = {double} %}}" for _ in range(45))
    return f"{{% set a = {start} %}}{sets}{end}"


ATTACKS = {
    # sizes by methods
    "{{ (1).to_bytes(4*10**9, 'big') }}": "to_bytes",
    "{{ (255).__class__.from_bytes('a') }}": "không được dùng",
    "{{ so.bit_length() }}": "bit_length",
    "{{ 'a'.center(10**9) }}": "độ rộng quá lớn",
    "{{ 'a'.ljust(10**9) }}": "độ rộng quá lớn",
    "{{ 'a'.rjust(10**9, 'b') }}": "độ rộng quá lớn",
    "{{ 'a'.zfill(10**9) }}": "độ rộng quá lớn",
    "{{ 'a\t'.expandtabs(10**9) }}": "expandtabs",
    "{{ ('a'*1000).replace('', 'b'*10000) }}": "kết quả quá dài",
    "{{ ('b'*100000).join(range(1000)) }}": "kết quả quá dài",
    "{{ 'a'.encode() }}": "encode",
    # ranges without a loop
    "{{ range(10**9)|sum }}": "vòng lặp quá dài",
    "{{ range(10**18)[10**17] }}": "vòng lặp quá dài",
    "{{ 5 in range(10**18) }}": "vòng lặp quá dài",
    "{{ range(10**9)|unique|list }}": "vòng lặp quá dài",
    "{{ range(10**9)|max }}": "vòng lặp quá dài",
    # sizes by filters
    "{{ ten|replace('', 'z'*10**7) }}": "phép nhân cho kết quả quá dài",
    "{{ (10**100000)|bang_chu }}": "số mũ quá lớn",
    "{{ ngay.strftime('%1000000d') }}": "mẫu định dạng không dùng được",
    "{{ ten|slice(10**9)|list }}": "số phần quá lớn",
    "{{ bang|batch(10**9, bang)|list }}": "số mục quá lớn",
    "{{ ['%999999999s']|map('format', 1)|list }}": "độ rộng quá lớn",
    # names put together, and asked for by filters
    "{{ ''['__cl'~'ass__'] }}": "không được dùng “__class__”",
    "{{ {'a': 1}.update }}": "không được dùng “update”",
    "{{ bang|sum(attribute='__class__') }}": "không được dùng “__class__”",
    "{{ bang|join(attribute='__class__') }}": "không được dùng “__class__”",
    "{{ bang|min(attribute='__class__') }}": "không được dùng “__class__”",
    "{{ ds|map(attribute='__class__.__mro__')|join }}": "không được dùng “__class__”",
    "{% for g, v in bang|groupby('__class__') %}{{ g }}{% endfor %}": "không được dùng “__class__”",
    "{{ nhom|dictsort(by='__class__') }}": "giá trị ghi trong ngoặc của bộ lọc không dùng được",
    "{{ ten|default(cycler.__init__) }}": "không có trường “cycler”",
    "{{ 'a'.translate({97: 'b'*9999}) }}": "translate",
    "{{ ('a'*10**6).rfind('a'*5*10**5 ~ 'b') }}": "tính quá nhiều",
    "{{ ('a'*10**6).strip('b'*999999 ~ 'c') }}": "tính quá nhiều",
    "{{ '{:>999999999}'.format(1) }}": "độ rộng quá lớn",
    "{{ '{:.999999999f}'.format(1.5) }}": "độ rộng quá lớn",
    "{{ '{0.__class__}'.format(1) }}": "mẫu định dạng",
    "{{ '{0[0]}'.format('a') }}": "mẫu định dạng",
    "{{ '{:{a}x}'.format(1, a=10**9) }}": "mẫu định dạng",
    "{{ '{!r}'.format('a') }}": "mẫu định dạng",
    "{{ '{a.__init__.__globals__}'.format_map({'a': khoi}) }}": "format_map",
    "{{ ngay.strftime('%999999999d') }}": "mẫu định dạng",
    "{{ ngay.replace(year=1) }}": "replace",
    "{{ ngay.fromordinal(1) }}": "fromordinal",
    "{{ ds.append('a') }}": "append",
    "{{ nhom.update({}) }}": "update",
    "{{ nhom.fromkeys(range(9)) }}": "fromkeys",
    # sizes by operators
    "{{ 'a' * 10**9 }}": "quá dài",
    "{{ 10**9 * 'a' }}": "quá dài",
    "{{ ([0] * 10**9)|length }}": "quá dài",
    "{{ 10**(10**8) }}": "số mũ quá lớn",
    "{{ 2**100**100 }}": "số mũ quá lớn",
    "{{ '%999999999d' % 1 }}": "dấu %",
    doubled("'ab'", "a ~ a"): "quá dài",
    doubled("'ab'", "a + a"): "quá dài",
    doubled("dam", "a + a", "{{r a }}"): "quá dài",
    doubled("[1]", "a + a"): "quá nhiều mục",
    doubled("3", "a * a", "{{ a }}"): "con số quá lớn",
    doubled("'ab'", "[a, a]|join"): "quá dài",
    doubled("'ab'", "a.replace('b', a)"): "quá dài",
    doubled("[1]", "[a, a]|sum(start=[])"): "",
    doubled("[1]", "[a, a]", "{{ a|string }}"): "không ghép danh sách",
    doubled("[1]", "[a, a]", "{{ 'x' ~ a }}"): "không ghép danh sách",
    doubled("[1]", "[a, a]", "{{ '%s'|format(a) }}"): "không ghép danh sách",
    doubled("[1]", "[a, a]", "{{ '{}'.format(a) }}"): "không ghép danh sách",
    # time by comparing and hashing what is shared
    doubled("[1]", "[a, a]", "{% set b = [a, a] %}{% if b == [a, [a, a]] %}{% endif %}"): "quá lớn",
    doubled("[1]", "[a, a]", "{{ [a, [a]]|sort }}"): "quá lớn",
    doubled("[1]", "[a, a]", "{{ [a, [a]]|max }}"): "quá lớn",
    doubled("[1]", "[a, a]", "{% if a is in [[a]] %}{% endif %}"): "quá lớn",
    doubled("[1]", "[a, a]", "{{ [[a]].index(a) }}"): "quá lớn",
    doubled("(1,)", "(a, a)", "{{ nhom[a] }}"): "quá lớn",
    doubled("(1,)", "(a, a)", "{{ nhom.get(a) }}"): "quá lớn",
    doubled("(1,)", "(a, a)", "{{ {a: 1}|length }}"): "quá lớn",
    doubled("(1,)", "(a, a)", "{{ [a]|unique|list|length }}"): "quá lớn",
    # sizes by filters
    "{{ 'a'|center(999999999) }}": "độ rộng quá lớn",
    "{{ ['a']|batch(10**9, 'x')|list|length }}": "số mục quá lớn",
    "{{ ['a']|slice(10**9)|list|length }}": "số phần quá lớn",
    "{{ 1|round(10**9) }}": "số chữ số quá lớn",
    "{{ 1|round(-10**9) }}": "số chữ số quá lớn",
    "{{ 1.5|round(10**9, 'ceil') }}": "số chữ số quá lớn",
    "{{ 'a\nb'|indent(10**9) }}": "độ thụt quá lớn",
    "{{ ('a '*40000)|wordwrap(10, true, 'x'*1000) }}": "kết quả quá dài",
    "{{ ('a'*1000000)|wordwrap(1) }}": "quá dài",
    "{{ ('a'*1000)|replace('', 'b'*10000) }}": "kết quả quá dài",
    "{{ range(100000)|join('b'*100000) }}": "kết quả quá dài",
    "{{ '%999999999d'|format(1) }}": "độ rộng quá lớn",
    "{{ '%*d'|format(10**9, 1) }}": "mẫu định dạng",
    "{{ ('%(a)s'*100000)|format(a='b'*100000) }}": "kết quả quá dài",
    "{{ ('{0}'*100000).format('b'*100000) }}": "kết quả quá dài",
    "{{ '%r'|format(khoi) }}": "mẫu định dạng",
    "{{ ('F'*100000)|int(0, 16) }}": "con số quá lớn",
    "{{ ('a'*1000000)|list|length }}": "quá nhiều mục",
    "{{ range(100000)|map('batch', 100000)|list|length }}": "",
    "{{ range(90000)|map('center', 1000)|join }}": "quá dài",
    "{{ 'a'|random }}": "bộ lọc “random”",
    "{{ 'a'|attr('__class__') }}": "bộ lọc “attr”",
    "{{ nhom|tojson }}": "bộ lọc “tojson”",
    "{{ nhom|pprint }}": "bộ lọc “pprint”",
    "{{ nhom|xmlattr }}": "bộ lọc “xmlattr”",
    "{{ 'a'|_r('x') }}": "bộ lọc “_r”",
    "{{ ['a']|map('_r', 'x')|first }}": "bộ lọc “_r”",
    "{{ ds|map('attr', '__class__')|list }}": "",
    "{{ ds|map(attribute='__class__.__mro__')|list|first }}": "không được dùng",
    # loops
    "{{ range(10**9)|length }}": "vòng lặp quá dài",
    "{% for i in range(9999) %}{% for j in range(9999) %}{% endfor %}{% endfor %}": "vòng lặp quá dài",
    "{% for i in range(9999) if false %}{% endfor %}"
    "{% for i in range(9999) %}{% for j in range(9999) if false %}{% endfor %}{% endfor %}": "vòng lặp quá dài",
    "{% for i in range(9999) %}{% if 'b' in range(99999)|map('string')|list %}{% endif %}{% endfor %}": "quá nhiều",
    "{% for i in range(9999) %}{% set x = ('a'*1000000)[1:] %}{% endfor %}": "quá nhiều",
    "{% set a = 'a'*1000000 %}{% for i in range(99999) %}{% if 'b' in a %}{% endif %}{% endfor %}": "quá nhiều",
    "{% set a = 'a'*1000000 %}{% for i in range(99999) %}{% if a == a ~ '' %}{% endif %}{% endfor %}": "quá",
    "{% for i in range(999999) %}{{ 'a'*1000000 }}{% endfor %}": "",
    "{% for i in ds recursive %}{{ loop(ds) }}{% endfor %}": "recursive",
    "{% for i in [] %}" * 40 + "{% endfor %}" * 40: "lồng nhau",
    "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}": "tách thành nhiều thẻ set",
    # what is no business of a template
    "{{ ''.__class__.__mro__ }}": "không được dùng",
    "{{ ''['__class__'] }}": "không được dùng",
    "{{ khoi.__class__ }}": "không được dùng",
    "{{ dam.plain('a') }}": "không được dùng “plain”",
    "{{ cap._replace(ten='a') }}": "không được dùng",
    "{{ vat.lenh }}": "không được dùng",
    "{{ ham() }}": "không gọi được",
    "{{ ten.upper.function }}": "không được dùng",
    "{{ ten.upper ~ '' }}": "thiếu dấu ()",
    "{{ range.function }}": "không được dùng",
    "{{ self._TemplateReference__context }}": "không được dùng",
    "{{ loop }}": "loop",
    "{{ lipsum(n=10**9) }}": "lipsum",
    "{{ cycler('a') }}": "cycler",
    "{{ namespace(a=1) }}": "namespace",
}


@pytest.mark.parametrize("body", ATTACKS, ids=lambda body: body[:60])
def test_what_harms_is_refused_with_its_reason(body: str) -> None:
    with bounded(_LITTLE), pytest.raises(TemplateError) as caught:
        rendered(paragraph(escaped(body)), vat=SimpleNamespace(lenh="rm"), ham=print)
    assert ATTACKS[body] in str(caught.value)
    assert "mau.docx" in str(caught.value)


def test_a_tables_worth_of_output_has_an_end() -> None:
    body = paragraph("{%p for i in range(99999) %}") + paragraph("x" * 20_000) * 3 + paragraph("{%p endfor %}")
    with pytest.raises(TemplateError, match="in ra quá dài"):
        rendered(body)


IDIOMS = {
    "{{ ten|upper }} {{ ten|lower }} {{ ten|title }} {{ 'abc'|capitalize }}":
        "NGUYỄN VĂN A nguyễn văn a Nguyễn Văn A Abc",
    "{{ ten.upper() }} {{ ' a '.strip() }} {{ 'a,b'.split(',')[1] }} {{ ten.replace('Văn', 'Thị') }}":
        "NGUYỄN VĂN A a b Nguyễn Thị A",
    "{{ 'a'.startswith('a') and ten.endswith('A') and 'x' or 'y' }}": "x",
    "{{ ', '.join(ds) }} {{ ds|join('; ') }} {{ bang|join(', ', attribute='ten') }}":
        "một, hai, ba một; hai; ba B, A, C",
    "{{ '%02d'|format(so) }} {{ '%.2f'|format(ti_le) }} {{ '%s có %d %%'|format(ten, so) }}":
        "07 12.50 Nguyễn Văn A có 7 %",
    "{{ '%(a)s'|format(a=ten) }}": "Nguyễn Văn A",
    "{{ '{:02d}'.format(so) }} {{ '{:,.1f}'.format(1234.56) }} {{ '{0} {1}'.format('a', so) }} {{ '{a}'.format(a=1) }}":
        "07 1,234.6 a 7 1",
    "{{ '{:>5}|{:*^5}'.format('a', 'b') }}": "    a|**b**",
    "{{ ngay.strftime('%d/%m/%Y') }} {{ gio.strftime('%H:%M') }} {{ luc.strftime('%H') }} {{ ngay.isoformat() }}":
        "09/01/2026 07:30 07 2026-01-09",
    "{{ ngay.day }}/{{ ngay.month }}/{{ gio.year }} {{ gio.hour }} {{ gio.date().day }} {{ ngay.weekday() }}":
        "9/1/2026 7 9 4",
    "{{ so|string ~ '/QĐ' }} {{ so ~ '-' ~ ten ~ 1 }} {{ 'a' + 'b' }}": "7/QĐ 7-Nguyễn Văn A1 ab",
    "{{ so + 1 }} {{ so * 2 - 1 }} {{ so // 2 }} {{ so % 2 }} {{ 2 ** 10 }} {{ 0 - so }} {{ 'ab' * 3 }}":
        "8 13 3 1 1024 -7 ababab",
    "{{ '12'|int + 1 }} {{ 'x'|int(5) }} {{ (ti_le|round(0))|int }} {{ ti_le|round|int }} {{ (-3)|abs }}":
        "13 5 13 13 3",
    "{{ ds|length }} {{ ds|count }} {{ ds|first }} {{ ds|last }} {{ ds[0] }} {{ ds[-1] }} {{ ds[1:]|join }}":
        "3 3 một ba một ba haiba",
    "{{ ten[:6] }} {{ ten[::-1][0] }} {{ ten|truncate(9, true, '…', 0) }} {{ ten|trim }} {{ ten|wordcount }}":
        "Nguyễn A Nguyễn V… Nguyễn Văn A 3",
    "{{ nhom.khong|default('–') }} {{ nhom.cap|default('trống', true) }} {{ ten|d('x') }}":
        "– trống Nguyễn Văn A",
    "{{ nhom.ten }} {{ nhom['ten'] }} {{ nhom.get('ten') }} {{ nhom.get('x', 'không') }} {{ nhom['items'] }}":
        "Tổ 1 Tổ 1 Tổ 1 không 3",
    "{% for k, v in nhom.items() %}{{ k }}={{ v }};{% endfor %}": "ten=Tổ 1;items=3;cap=;",
    "{% for k, v in nhom|dictsort %}{{ k }};{% endfor %}{{ nhom.keys()|list|length }}": "cap;items;ten;3",
    "{% for b in bang|sort(attribute='ten') %}{{ b.ten }}{% endfor %}": "ABC",
    "{% for b in bang|sort(attribute='so', reverse=true) %}{{ b.ten }}{% endfor %}": "CBA",
    "{% for g in bang|groupby('loai') %}{{ g.grouper }}:{{ g.list|length }};{% endfor %}": "x:2;y:1;",
    "{% for loai, muc in bang|groupby('loai') %}{{ loai }}{{ muc|map(attribute='ten')|join }};{% endfor %}": "xBC;yA;",
    "{{ bang|sum(attribute='so') }} {{ [1, 2]|sum }} {{ bang|map(attribute='so')|max }} {{ [3, 1]|min }}": "6 3 3 1",
    "{{ bang|selectattr('loai', 'equalto', 'x')|map(attribute='ten')|join(',') }}": "B,C",
    "{{ bang|rejectattr('so', '>', 1)|list|count }} {{ ds|select('ne', 'hai')|join }} {{ ds|reject('in', 'ba')|max }}":
        "1 mộtba một",
    "{{ ds|map('upper')|join(' ') }} {{ ds|reverse|join }} {{ 'abc'|reverse }} {{ [2, 1, 2]|unique|list|length }}":
        "MỘT HAI BA bahaimột cba 2",
    "{% for hang in range(5)|batch(2, 0) %}{{ hang|join }};{% endfor %}": "01;23;40;",
    "{% for cot in range(5)|slice(2) %}{{ cot|join }};{% endfor %}": "012;34;",
    "{{ 'a'|center(5) }}| {{ 'a'.ljust(3) }}| {{ 'a'.rjust(3) }}| {{ '7'.zfill(3) }}": "  a  | a  |   a| 007",
    "{{ 'a\\nb'|indent(2) }} {{ 'một hai ba bốn'|wordwrap(10) }}": "a\n  b một hai ba\nbốn",
    "{{ ten|replace('Văn', 'Thị') }} {{ ten|e }} {{ ten|escape }}": "Nguyễn Thị A Nguyễn Văn A Nguyễn Văn A",
    "{% for i in 'abc' %}{{ loop.index }}{{ loop.revindex }}{% if not loop.last %},{% endif %}{% endfor %}":
        "13,22,31",
    "{% for i in ds %}{{ loop.cycle('a', 'b') }}{{ loop.length }}{{ loop.previtem|default('-') }}{% endfor %}":
        "a3-b3mộta3hai",
    "{% for b in bang %}{% if loop.changed(b.loai) %}{{ b.loai }}{% endif %}{% endfor %}": "xyx",
    "{% for b in bang if b.so > 1 %}{{ b.ten }}{{ loop.index }}{% else %}trống{% endfor %}": "B1C2",
    "{% for b in [] %}a{% else %}trống{% endfor %}": "trống",
    "{% if so > 5 and ten != 'B' or not ds %}A{% elif so == 3 %}B{% else %}C{% endif %}": "A",
    "{% if 'hai' in ds and 'x' not in ds and so in (7, 8) and 'Văn' in ten %}có{% endif %}": "có",
    "{% if 1 < so < 10 and ds == ds and ten == nhom.ten %}có{% else %}không{% endif %}": "không",
    "{{ 'có' if nhom.cap else 'không' }} {{ 'chẵn' if so is even else 'lẻ' }}": "không lẻ",
    "{% if ten is string and so is number and ds is iterable and nhom is mapping and x is not defined %}A{% endif %}":
        "A",
    "{% if none is none and so is divisibleby(7) and so is odd and ds is sequence %}A{% endif %}": "A",
    "{% set t = ten|upper %}{% set a, b = 1, 2 %}{{ t }}{{ a + b }}": "NGUYỄN VĂN A3",
    "{% set d = {'a': 1, ten: 2} %}{{ d.a }}{{ d[ten] }}{{ dict(x=3).x }}": "123",
    "{{ cap.ten }}{{ cap.so }}{{ cap[0] }} {{ khoi.nhan }}{{ khoi.chu }}": "P1P 1.chữ",
    "{{ range(1, 10, 3)|list|join }} {{ (range(3)|list + [9])|join }}": "147 0129",
    "{{ 1000000|string|length }} {{ 1500|filesizeformat }} {{ '3'|float + 1 == 4.0 and 'x' }}": "7 1.5 kB x",
    "{{r dam }}": "ab",
}  # fmt: skip


@pytest.mark.parametrize("body", IDIOMS)
def test_what_people_write_goes_on_working(body: str) -> None:
    assert rendered(paragraph(escaped(body))) == IDIOMS[body]


def test_a_wrong_method_is_told_with_the_near_one() -> None:
    with pytest.raises(TemplateError, match="không có “uper” trong chữ → có phải là “upper”"):
        rendered(paragraph("{{ ten.uper() }}"))


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_check_of_the_form_tells_of_the_attack(attack: str, tmp_path: Path) -> None:
    known = Known({name: Value() for name in DATA})
    body = template(paragraph(escaped(attack)))

    def prove(context: Mapping[str, Any], owed: Sequence[Owed]) -> list[Trial]:
        with bounded(_LITTLE):
            Template.compile(body, "mau.docx").render(DATA)
        return []

    findings = check_form(body, "mau.docx", known, prove=prove).findings
    assert any(one.level is Level.ERROR for one in findings)
    assert {one.rule for one in findings} <= {"M01", "M04", "M05", "M07", "M08", "M10", "M14", "M17", "M24"}
