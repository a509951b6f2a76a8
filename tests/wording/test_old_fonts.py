"""Text of fonts before Unicode, read by the name of its font: each case is one paragraph, its runs with their fonts."""

from __future__ import annotations

from collections import Counter

import pytest

from generator.wording.mistyped.old_fonts import Leanings, Piece, as_shown, leanings
from generator.wording.mistyped.old_letters import draws_capitals, encoding_of_font, one_letter

T, H, V, U = ".VnTime", ".VnTimeH", "VNI-Times", ""
NOTHING: Leanings = Counter()


def read(*runs: tuple[str, str]) -> list[str]:
    return as_shown([Piece(text, font) for text, font in runs], NOTHING)


@pytest.mark.parametrize(
    ("font", "encoding", "capitals"),
    [
        (".VnTime", "TCVN3", False), (".VnTimeH", "TCVN3", True), (".vntimeh", "TCVN3", True),
        (".VnArial", "TCVN3", False), (".VnArial NarrowH", "TCVN3", True), (".VnCourier New", "TCVN3", False),
        ("VnTime", "TCVN3", False), ("VnTimeH", "TCVN3", True), (".VnAristote", "TCVN3", False),
        ("VNI-Times", "VNI", False), ("VNI Times", "VNI", False), ("vni-helve", "VNI", False),
        ("Times New Roman", None, False), ("Arial", None, False), ("UTM Times", None, False),
        ("VNF-Comic Sans", None, False), ("Vnexpress", None, False), ("", None, False), ("SVN-Times", None, False),
    ],
)  # fmt: skip
def test_a_fonts_name_says_its_encoding(font: str, encoding: str | None, capitals: bool) -> None:
    assert encoding_of_font(font) == encoding
    assert draws_capitals(font) == capitals


@pytest.mark.parametrize(
    ("typed", "font", "shown"),
    [
        ("Céng hßa x· héi chñ nghÜa ViÖt Nam", T, "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("§éc lËp - Tù do - H¹nh phóc", T, "Độc lập - Tự do - Hạnh phúc"),
        ("Th\u00adîng Lé, ®· cã, ¸o, ®i, ¬n", T, "Thượng Lộ, đã có, áo, đi, ơn"),
        ("®Ò ¸n ®é", T, "đề án độ"),
        ("QUYÕT §ÞNH sè 5/Q§-UBND", T, "QUYẾT ĐỊNH số 5/QĐ-UBND"),
        ("quyÕt ®Þnh cña ubnd", H, "QUYẾT ĐỊNH CỦA UBND"),
        ("ubnd", H, "UBND"),
        ("cã", T, "có"),
        ("ch©u ¸; « t«; ®) §/c Nam; 5.000®; 3®ång", T, "châu á; ô tô; đ) Đ/c Nam; 5.000đ; 3đồng"),
        ("tr\u00adêng BG§T nghiªmm", T, "trường BGĐT nghiêmm"),
        ("QUYEÁT ÑÒNH, Quyeát ñònh", V, "QUYẾT ĐỊNH, Quyết định"),
        ("Uûy ban nhaân daân xaõ Thöôïng Loä", V, "Ủy ban nhân dân xã Thượng Lộ"),
        ("soá", V, "số"),
        ("nhieàu hôn", V, "nhiều hơn"),
        ("«cã» quyÕt", T, "«có» quyết"),
        ("ÑAÊNG KYÙ; Aùo; ngöôøi", V, "ĐĂNG KÝ; Áo; người"),
    ],
)  # fmt: skip
def test_old_text_is_read_as_its_font_shows_it(typed: str, font: str, shown: str) -> None:
    assert read((typed, font)) == [shown]


@pytest.mark.parametrize("font", [T, H, V])
@pytest.mark.parametrize(
    "text",
    [
        "Ủy ban nhân dân xã công khai", "Quyết định của UBND", "không có tháng nào là ngắn, đã họp",
        "Nguyễn Müller, café, São Paulo", "«Trích» Điều 5 § 3 © 2024 ABC® ở 20°C ± 2 · 5 µm",
        "Số: 12/QĐ-UBND", "đăng ký kết hôn", "«I. Quyết định»", "Que\u0302\u0301 hu\u031bo\u031bng",
    ],
)  # fmt: skip
def test_unicode_stays_although_its_font_has_an_old_name(text: str, font: str) -> None:
    assert read((text, font)) == [text]


@pytest.mark.parametrize(
    "text", ["10 ± 2, 3 m², 20°C", "5 ÷ 7, 5÷7, 3 × 4", "5 µm, 5µm", "«UBND»", "ABC®, © 2024", "½ m", "«I»"]
)
def test_signs_of_old_text_are_left_alone(text: str) -> None:
    assert read((f"QuyÕt ®Þnh {text} cña", T)) == [f"Quyết định {text} của"]


@pytest.mark.parametrize("text", ["QuyÕt ®Þnh", "Quyeát ñònh", "Müller «a» §5"])
def test_text_in_a_font_of_unicode_is_never_touched(text: str) -> None:
    assert read((text, "Times New Roman"), ("cña", T)) == [text, "của"]


@pytest.mark.parametrize(
    ("runs", "shown"),
    [
        ([("Quye", V), ("át ñònh", V)], ["Quyế", "t định"]),
        ([("Quye", U), ("á", V), ("t", U)], ["Quyế", "", "t"]),
        ([("Thö", V), ("ô", V), ("ïng", V)], ["Thư", "ợ", "ng"]),
        ([("§", T), ("iÒu 5", T)], ["Đ", "iều 5"]),
        ([("Đ", U), ("iÒu 5", T)], ["Đ", "iều 5"]),
        ([("Vi", U), ("Ö", T), ("t Nam", U)], ["Vi", "ệ", "t Nam"]),
        ([("céng hßa ", H), ("x· héi", T)], ["CỘNG HÒA ", "xã hội"]),
        ([("Quyết ", U), ("®Þnh ", T), ("naøy", V)], ["Quyết ", "định ", "này"]),
        ([("Ủy ban ", T), ("nh©n d©n", T)], ["Ủy ban ", "nhân dân"]),
    ],
)
def test_words_are_read_across_runs(runs: list[tuple[str, str]], shown: list[str]) -> None:
    assert read(*runs) == shown


@pytest.mark.parametrize(
    ("typed", "font", "shown"),
    [
        ("Thöôïng Loä, QUYEÁT ÑÒNH vaø Vieät Nam", V, "Thượng Lộ, QUYẾT ĐỊNH và Việt Nam"),
        ("Th­îng Lé, QuyÕt ®Þnh vµ ViÖt Nam", T, "Thượng Lộ, Quyết định và Việt Nam"),
    ],
)
def test_where_a_text_is_cut_into_runs_changes_no_letter(typed: str, font: str, shown: str) -> None:
    for cut in range(1, len(typed)):
        for other in range(cut, len(typed)):
            assert "".join(read((typed[:cut], font), (typed[cut:other], font), (typed[other:], font))) == shown


def test_a_word_that_can_be_both_follows_its_paragraph_then_the_document() -> None:
    def document(*texts: str) -> Leanings:
        found = NOTHING.copy()
        for text in texts:
            found.update(leanings([Piece(text, T)]))
        return found

    unicode = document("Quyết định", "cú")
    assert as_shown([Piece("cã", T)], unicode) == ["cã"]
    assert as_shown([Piece("uBND", H)], unicode) == ["uBND"]
    old = document("QuyÕt ®Þnh")
    assert as_shown([Piece("cã", T)], old) == ["có"]
    assert as_shown([Piece("Quyết cú", T)], old) == ["Quyết cú"]


def test_a_font_that_draws_nothing_of_the_text_needs_words_that_say_so() -> None:
    def unsure(text: str) -> list[str]:
        return as_shown([Piece(text, T, is_drawn=False)], NOTHING)

    assert unsure("QuyÕt ®Þnh cã hiÖu lùc") == ["Quyết định có hiệu lực"]
    assert unsure("cã") == ["cã"]
    assert unsure("Müller ABC® §5") == ["Müller ABC® §5"]


def test_a_sign_inserted_by_its_code_is_its_letter() -> None:
    assert (one_letter(T, "®"), one_letter(H, "®"), one_letter(V, "Ñ"), one_letter(T, "•")) == ("đ", "Đ", "Đ", "•")
