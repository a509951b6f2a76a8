import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.wording.markers import Emphasis, Literal, Money, Value, parse_markers


@pytest.mark.parametrize(
    "text", ["{{ nam }}", "{{nam}}", "{% raw %}", "{x}", "{nam", "nam}", "{ x }", "{X}", "a {b: c}", "}{", "{", "}"]
)
def test_other_braces_are_ordinary_text(text: str) -> None:
    assert "".join(part.text for part in parse_markers(text) if isinstance(part, Literal)) == text


def test_a_backslash_makes_a_marker_ordinary_text() -> None:
    assert parse_markers(r"năm \{nam}") == (Literal("năm {nam}"),)


def test_markers_nest() -> None:
    assert parse_markers("({dam: đến cuối năm {nam}})") == (
        Literal("("),
        Emphasis("dam", (Literal("đến cuối năm "), Value("nam"))),
        Literal(")"),
    )


def test_money_is_a_number() -> None:
    assert parse_markers("{tien: 15.000.000}") == (Money("tien", 15_000_000),)


@pytest.mark.parametrize("text", ["{năm}", "{Nam}", "{ nam }", "Năm {NĂM} tới", "{đậm: x}", "{Tiền: 5}"])
def test_a_marker_typed_nearly_right_is_refused_with_the_right_one(text: str) -> None:
    with pytest.raises(ValueError, match="có phải ý bạn là"):
        parse_markers(text)


@pytest.mark.parametrize("text", ["{dam: chưa đóng", "{tien: nhiều}", "{tien: 1000000000000000}"])
def test_a_broken_marker_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"thiếu dấu đóng|không phải là số tiền|quá lớn"):
        parse_markers(text)


@given(st.text(alphabet="ab{}\\% \n", max_size=40))
def test_text_without_known_names_arrives_whole(text: str) -> None:
    assert "".join(part.text for part in parse_markers(text) if isinstance(part, Literal)) == text
