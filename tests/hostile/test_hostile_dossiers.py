"""Hostile data and hostile templates: a DataError or a TemplateError that says where, never a traceback."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.docx import Template
from generator.docx.word.ooxml import parse, serialize
from generator.docx.word.package import DOCUMENT, STYLES, Package
from generator.dossier import load_dossier
from generator.errors import DataError, TemplateError
from generator.resources import TEMPLATES
from tests.hostile import zips
from tests.hostile.mutate import pack, unpack
from tests.samples import sample

_BOMB = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 10)}]\n" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
_LONG_ALIAS = f'a: &a "{"x" * 1_000_000}"\nb: [{", ".join(["*a"] * 1000)}]\n'


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.yaml", "nam: " + "[" * 100_000, "lồng nhau quá sâu"),
        ("a.yaml", "{a: " * 50_000, "lồng nhau quá sâu"),
        ("a.yaml", "- " * 5_000 + "a", "lồng nhau quá sâu"),
        ("a.json", "[" * 200_000, "lồng nhau quá sâu"),
        ("a.yaml", _BOMB, "quá nhiều"),
        ("a.yaml", _LONG_ALIAS, "quá nhiều"),
        ("a.yaml", "nam: &a [*a]", "lồng nhau quá sâu"),
        ("a.yaml", "&a\nnam: *a", "lồng nhau quá sâu"),
        ("a.yaml", "nam: " + "x" * 21_000_000, "tệp lớn quá"),
        ("a.yaml", "nam: 20\x0027", "ký tự lạ"),
        ("a.yaml", "nam: 99999999999", "quá lớn"),
        ("a.yaml", "nam: " + "9" * 100_000, "không hợp lệ"),
        ("a.json", '{"nam": ' + "9" * 100_000 + "}", "không hợp lệ"),
        ("a.json", '{"nam": NaN}', "phải là số nguyên"),
        ("a.json", '{"nam": "\\ud800"}', "a.json, dòng 1"),
        ("a.yaml", "nam: !!python/object/apply:os.system [exit]", "phải là số nguyên"),
        ("a.yaml", '"\\e[31mđỏ": 1', "thiếu"),
        ("a.yaml", "".join(f"khoa{number}: 1\n" for number in range(5_000)), "còn nhiều lỗi nữa"),
        ("a.yaml", "nam: 1\n" * 5_000, "còn nhiều lỗi nữa"),
        ("a.yaml", "x" * 100_000 + ": 1", "a.yaml, dòng 1"),
    ],
    ids=range(20),
)
def test_hostile_data_is_refused_with_its_place(tmp_path: Path, name: str, text: str, said: str) -> None:
    file = tmp_path / name
    file.write_text(text, encoding="utf-8", errors="surrogatepass")
    with pytest.raises(DataError) as caught:
        load_dossier(file)
    told = str(caught.value)
    assert said in told
    assert len(told) < 100_000
    assert told.replace("\n", " ").isprintable()


@pytest.mark.parametrize(
    "changes",
    [
        {"ngay": "1/1/99999999999"},
        {"ngay": "9" * 5_000 + "/1/2026"},
        {"ngay": "32/13/2026"},
        {"so": "9" * 100_000},
        {"noi_dung": [{"bang": {"cot": [{"ten": "a", "rong": "1e999"}], "dong": [["a"]]}}]},
    ],
    ids=range(5),
)
def test_values_beyond_all_measure_are_refused_or_printed(tmp_path: Path, changes: dict[str, Any]) -> None:
    from tests.rendering import render_dossier

    file = tmp_path / "ho-so.json"
    file.write_text(json.dumps(sample(**changes)), encoding="utf-8")
    made, told = [], ""
    try:
        made = list(render_dossier(load_dossier(file), formats=("docx",)))
    except DataError as error:
        told = str(error)
    assert made or "dòng" in told


def spoiled(**parts: bytes) -> bytes:
    return pack(unpack((TEMPLATES / "phu-luc.docx").read_bytes()) | parts)


def with_body(content: str) -> bytes:
    """Our template with something else for its body."""
    package = Package.read((TEMPLATES / "phu-luc.docx").read_bytes())
    root = parse(package.parts[DOCUMENT])
    w = root.nsmap["w"]
    section = root[0][-1]
    made = parse(f'<w:document xmlns:w="{w}"><w:body>{content}</w:body></w:document>')
    made[0].append(section)
    package.parts[DOCUMENT] = serialize(made)
    return package.to_bytes()


def tagged(text: str) -> bytes:
    return with_body(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")


TEMPLATES_OF_HARM = {
    "no zip": lambda: b"x" * 1000,
    "cut short": lambda: spoiled()[:-500],
    "a zip bomb": lambda: zips.bomb(600),
    "a wrong checksum": lambda: zips.wrong_checksum(zips.sound()),
    "an entity bomb": lambda: spoiled(**{DOCUMENT: b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}),
    "styles that are no XML": lambda: spoiled(**{STYLES: b"\xff\xfe\x00"}),
    "a run outside a paragraph": lambda: with_body("<w:r><w:t>{{ a }}</w:t></w:r>"),
    "a cell outside a table": lambda: with_body("<w:tc><w:p><w:r><w:t>{{ a }}</w:t></w:r></w:p></w:tc>"),
    "a string of a thousand million": lambda: tagged("{{ 'a' * 10**9 }}"),
    "a power of powers": lambda: tagged("{{ 10**(10**8) }}"),
    "loops in loops": lambda: tagged("{% for i in range(9999) %}{% for j in range(9999) %}{% endfor %}{% endfor %}"),
    "text filled with spaces": lambda: tagged("{{ '{:>999999999}'.format(1) }}"),
    "a filter of spaces": lambda: tagged("{{ 'a'|center(999999999) }}"),
    "Python's own insides": lambda: tagged("{{ ''.__class__.__mro__ }}"),
}  # fmt: skip


@pytest.mark.parametrize("name", TEMPLATES_OF_HARM)
def test_hostile_templates_are_refused(name: str) -> None:
    with pytest.raises(TemplateError) as caught:
        Template.compile(TEMPLATES_OF_HARM[name](), "mau.docx").render({})
    assert "mau.docx" in str(caught.value)
