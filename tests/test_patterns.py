"""Patterns compiled when first used are right, and answer as compiled ones do."""

from __future__ import annotations

import importlib.util
import json
import re
from pathlib import Path

import pytest

from generator.patterns import kept, late

_ROOT = Path(__file__).parent.parent


def _all() -> set[kept.Key]:
    spec = importlib.util.spec_from_file_location("build_ready", _ROOT / "tools" / "build_ready.py")
    assert spec
    assert spec.loader
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    return {(found.pattern, int(found.flags)) for found in tool.patterns()}


_TEXTS = (
    "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 5 tháng 3 năm 2020 của Chính phủ; điểm a khoản 1 Điều 2",
    "TM. ỦY BAN NHÂN DÂN xã Bình Minh, huyện Khe Tre (sau đây gọi là UBND xã), email: a.b@tinh.gov.vn",
    "1. Các các phòng, ban ; đơn vị .. Văn Phòng HĐND - UBND “Một cửa”: 95 % hồ sơ, 1 000 lượt, TCVN ISO 9001:2015",
    "  -  Nơi nhận:\t- Như Điều 3;\n- Lưu: VT, 02/HC. Phụ lục II (kèm theo Quyết định số 12/QĐ-UBND ngày 1/2/2026)",
    "ông nguyễn văn An, chủ tịch UBND; thứ hai hằng tuần, quận 1, đảng và nhà nước, huân chương Lao động hạng ba",
    "QuyÕt ®Þnh, Uy3 ban nhaân daân, Ðảng, ﬃ ſ K İ ı ß, оа, α; https://vanban.vn/x?id=1&y=[2], «a» {b}",
)


def test_every_pattern_held_by_a_module_finds_what_the_compiled_one_does() -> None:
    found = _all()
    assert len(found) > 300
    texts = [*_TEXTS, *map(str.upper, _TEXTS), *map(str.swapcase, _TEXTS)]
    for pattern, flags in found:
        ours, theirs = kept.compiled(pattern, flags), re.compile(pattern, flags)
        for text in texts if isinstance(pattern, str) else map(str.encode, texts):
            assert [*map(re.Match.span, ours.finditer(text))] == [*map(re.Match.span, theirs.finditer(text))], pattern


@pytest.mark.parametrize("flags", [0, re.IGNORECASE])
@pytest.mark.parametrize(
    "pattern",
    [
        r"(?<!\w)số \d+", r"\b[k]m", r"(?:(?<=a)|(?<=b ))(?:s|[t-v])+x?", r"(?:-|\d)?(?i:k)m", r"(?=.)(?:(?:a)*b|k)",
        r"\b(?:[^x]|s)m", r"(?:\W|s)+s", r"\b(?>i|k)m?", r"(?<!s)(?P<a>s)?(?P=a)k", r"(?<!k)\d*", r"(?<!k)[^\W\d_]m",
    ],
)  # fmt: skip
def test_first_letters_hide_no_match(pattern: str, flags: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "kept.json"
    file.write_text(kept.to_keep([(pattern, flags)]))
    monkeypatch.setattr(kept, "KEPT", file)
    kept._table.cache_clear()
    text = "số 12 Số 3 km Km \u212am KM 5km -Km sx ux vvx b tx aab k ab ssk ſ ſm sm xm İm ım im k.s;S _km-s"
    try:
        ours = kept.compiled(pattern, flags)
    finally:
        kept._table.cache_clear()
    assert [*map(re.Match.span, ours.finditer(text))] == [*map(re.Match.span, re.finditer(pattern, text, flags))]


def test_a_kept_pattern_names_its_groups_as_the_compiled_one() -> None:
    for pattern, flags in _all():
        ours, theirs = kept.compiled(pattern, flags), re.compile(pattern, flags)
        assert (ours.groups, ours.groupindex, ours.flags) == (theirs.groups, theirs.groupindex, theirs.flags)


@pytest.mark.skipif(json.loads(kept.KEPT.read_bytes())["engine"] != kept.engine(), reason="kept for another Python")
def test_what_is_kept_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(kept.re, "compile", refuse)
    for pattern, flags in _all():
        found = kept.compiled(pattern, flags)
        assert found.pattern == pattern


@pytest.mark.parametrize(
    "said",
    [None, "", "<<<<<<< HEAD", "{}", '{"engine": [1, 4, "little", "1.0"], "patterns": []}', '{"engine": null}'],
)
def test_under_another_engine_or_without_a_sound_file_patterns_are_compiled(
    said: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "kept.json"
    if said is not None:
        file.write_text(said)
    monkeypatch.setattr(kept, "KEPT", file)
    kept._table.cache_clear()
    try:
        assert late(r"(?P<day>\d+)/\d+").search("ngày 02/9")["day"] == "02"  # type: ignore[index]
    finally:
        kept._table.cache_clear()


def test_answers_as_the_compiled_pattern() -> None:
    pattern = late(r"(?P<day>\d+)/(?P<month>\d+)", re.IGNORECASE)
    match = pattern.search("ngày 02/9")
    assert match is not None
    assert (match["day"], match["month"], pattern.groups) == ("02", "9", 2)
    assert [found[0] for found in pattern.finditer("1/2 3/4")] == ["1/2", "3/4"]
    assert pattern.sub("x", "1/2") == "x"


def test_knows_nothing_else() -> None:
    with pytest.raises(AttributeError):
        late("a").scaner  # noqa: B018 – asked for, to be refused
