"""Forms that ask for too much: refused by what is counted, in a child that has two seconds and 200 MB and lives on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.child import launch
from generator.docx import Confined, Part, confined
from generator.errors import TemplateError
from tests.docx.docx_samples import paragraph, template
from tests.docx.test_docx_sandbox import ATTACKS, DATA, escaped

pytestmark = pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="memory is limited on Linux alone")


def _loop(inside: str, turns: int = 99999) -> str:
    return f"{{% for i in range({turns}) %}}{inside}{{% endfor %}}"


BOMBS = {
    "turns": _loop("") * 11,
    "turns that print": _loop("{{ i }}") * 11,
    "deep turns": "{% for i in range(99) %}" * 10 + "x" + "{% endfor %}" * 10,
    "long texts": _loop("{% set x = ('a'*1000000)[1:] %}"),
    "long texts printed": _loop("{{ 'ă'*100000 }}"),
    "texts kept": "".join(f"{{% set x{n} = 'ă'*1000000 %}}" for n in range(120)),
    "wide letters kept": "".join(f"{{% set x{n} = '😀'*1000000 %}}" for n in range(120)),
    "lists kept": "".join(f"{{% set x{n} = range(99999)|list %}}" for n in range(150)),
    "texts of a list": _loop("{% set x = range(99999)|map('string')|list %}"),
    "sorting": _loop("{% set x = range(99999)|sort %}"),
    "grouping": _loop("{% set x = range(9999)|map('string')|groupby(0) %}"),
    "slicing": _loop("{% set x = range(99999)|slice(50000) %}"),
    "numbers in words": _loop("{{ 123456789012345|bang_chu }}") * 9,
    "reading numbers": _loop("{% set x = '1.500.000'|so %}") * 9,
    "reading days": _loop("{% set x = '5/2/2026'|ngay_chu %}") * 9,
    "patterns": _loop("{% set x = '%1000s'|format(1) %}") * 9,
    "joining": _loop("{% set x = range(9999)|join(',') %}"),
    "titles": "{% set a = 'ab '*300000 %}" + _loop("{% set x = a|title %}"),
    "lines": "{% set a = 'ab '*30000 %}" + _loop("{% set x = a|wordwrap(10) %}"),
    "replacing": "{% set a = 'a'*400000 %}" + _loop("{% set x = a|replace('a','bb') %}"),
    "searching": "{% set a = 'a'*900000 %}" + _loop("{% set x = a.find('a'*1000 ~ 'b') %}"),
    "powers": _loop("{% set x = 3**1200*i %}") * 5,
    "chain": "{{ ('a'*900000)" + "|upper|lower" * 400 + " }}",
    "sums": _loop("{% set x = range(999)|map('string')|map('center', 1000)|sum(start='') %}"),
    "names that are none": _loop("{% set x = 'a'.khong_co() %}"),
    "counting words": "{% set a = 'ấ b '*10000 %}" + _loop("{% set x = a|wordcount %}"),
    "letter by letter": "{% set a = 'ấ b '*10000 %}" + _loop("{% set x = a|reject|list %}"),
    "sums of numbers": "{% set a = range(9999)|list %}" + _loop("{% set x = a|sum %}"),
    "blocks in blocks": "{% if so %}" * 2000 + "a" + "{% endif %}" * 2000,
    "blocks that join": "{%- if so -%}" * 2000 + "a" + "{%- endif -%}" * 2000,
    "output": _loop("x" * 20_000),
}


@pytest.fixture(scope="module")
def limited(request: pytest.FixtureRequest) -> Iterator[Confined]:
    """A child that ends by its own limits; the clock is let run, for the machine may be busy."""
    with pytest.MonkeyPatch.context() as patch, Confined(600) as room:
        patch.setattr(
            confined, "launch", lambda _, *limits, **named: launch("tests.docx.limited:make", *limits, **named)
        )
        yield room


@pytest.mark.parametrize(
    ("name", "ask"), [(name, "make") for name in (*BOMBS, *ATTACKS)] + [(name, "prove") for name in BOMBS]
)
def test_a_bomb_is_refused_by_count(name: str, ask: str, limited: Confined, tmp_path: Path) -> None:
    file = tmp_path / "mau.docx"
    file.write_bytes(template(paragraph(escaped(BOMBS.get(name, name)))))
    part = Part(file, dict(DATA))
    with pytest.raises(TemplateError) as caught:
        limited.prove(part) if ask == "prove" else limited.render_document(part)
    assert "đã bị dừng" not in str(caught.value)
