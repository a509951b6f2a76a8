import pytest

from generator.wording.nearest import SURE, did_you_mean

TYPES = ("quyết định", "kế hoạch", "thông báo", "báo cáo", "tờ trình")


@pytest.mark.parametrize(
    ("typed", "close"),
    [
        ("quyet dinh", ["quyết định"]), ("QUYẾT_ĐỊNH", ["quyết định"]), ("quyết đinh", ["quyết định"]),
        ("kế hoach", ["kế hoạch"]), ("bao-cao", ["báo cáo"]), ("hợp đồng", []), ("", []), ("???", []),
    ],
)  # fmt: skip
def test_the_name_most_alike_is_found_as_it_is_written(typed: str, close: list[str]) -> None:
    assert did_you_mean(typed, TYPES) == close


def test_as_many_as_asked_the_most_alike_first() -> None:
    assert did_you_mean("59/QĐ-UBND", ["58/QĐ-UBND", "59/KH-UBND", "59/QĐ-UBND.", "x"], most=2) == [
        "59/QĐ-UBND.",
        "58/QĐ-UBND",
    ]


def test_a_sure_guess_is_closer_than_a_hint() -> None:
    units = ["Phòng Kinh tế", "Văn phòng"]
    assert did_you_mean("Phòng Y tế", units) == ["Phòng Kinh tế"]
    assert did_you_mean("Phòng Y tế", units, likeness=SURE) == []
    assert did_you_mean("phong kinh te", units, likeness=SURE) == ["Phòng Kinh tế"]
