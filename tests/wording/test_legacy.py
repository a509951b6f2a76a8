from __future__ import annotations

import pytest

from generator.wording.hygiene import findings, tidy
from generator.wording.mistyped.legacy import encoding_of, to_unicode


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("QuyÕt ®Þnh", "Quyết định"),
        ("Céng hßa x· héi chñ nghÜa ViÖt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh phúc"),
        ("ñy ban nh©n d©n x· Th\u00adîng Lé", "ủy ban nhân dân xã Thượng Lộ"),
        ("QUYÕT §ÞNH sè 5/Q§-UBND", "QUYẾT ĐỊNH số 5/QĐ-UBND"),
        ("V¨n phßng H§ND vµ UBND thÞ x·", "Văn phòng HĐND và UBND thị xã"),
        ("NguyÔn V¨n An", "Nguyễn Văn An"),
        ("Phßng Kinh tÕ", "Phòng Kinh tế"),
    ],
)
def test_text_of_vntime_becomes_unicode(typed: str, meant: str) -> None:
    assert tidy(typed) == meant
    assert encoding_of(typed) == "TCVN3"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Quyeát ñònh", "Quyết định"),
        ("QUYEÁT ÑÒNH", "QUYẾT ĐỊNH"),
        ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("Ñoäc laäp - Töï do - Haïnh phuùc", "Độc lập - Tự do - Hạnh phúc"),
        ("Uûy ban nhaân daân xaõ Thöôïng Loä", "Ủy ban nhân dân xã Thượng Lộ"),
        ("ñ) Raø soaùt soá 5/QÑ-UBND", "đ) Rà soát số 5/QĐ-UBND"),
        ("kyõ thuaät, lyù lòch", "kỹ thuật, lý lịch"),
    ],
)
def test_text_of_vni_becomes_unicode(typed: str, meant: str) -> None:
    assert tidy(typed) == meant
    assert encoding_of(typed) == "VNI"


@pytest.mark.parametrize(
    "text",
    [
        "Hòa Bình, các xã", "là", "São Paulo, Zürich, café", "El Niño và Curaçao", "5 µm, 3 m², 20°C ± 2",
        "«Ban hành» §5", "Công ty ABC®, © 2024", "Ủy ban nhân dân «tỉnh»", "Müller Straße",
        "Quality management systems — Requirements",
    ],
)  # fmt: skip
def test_other_text_stays_as_it_is(text: str) -> None:
    assert to_unicode(text) == text
    assert not findings(text)


@pytest.mark.parametrize("text", ["Quyết định và QuyÕt ®Þnh", "Ủy ban nhaân daân xã", "Uû ban nh©n d©n xã"])
def test_a_mixture_is_refused_with_the_words_named(text: str) -> None:
    with pytest.raises(ValueError, match=r"phông cũ.*gõ lại"):
        tidy(text)


def test_right_words_are_not_decoded_for_the_sake_of_a_wrong_one() -> None:
    text = "Uû ban nhân dân xã công khai"
    assert tidy(text) == text
    assert [(remark.rule, remark.suggestion) for remark in findings(text)] == [("LV15", "Uỷ")]


def test_a_single_word_is_reported_not_touched() -> None:
    assert tidy("HuÖ") == "HuÖ"
    assert [(remark.rule, remark.suggestion) for remark in findings("thành phố HuÖ")] == [("LV15", "Huệ")]
