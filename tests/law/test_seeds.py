"""The bases of four issued documents, as a scanner read them: every cite recognised, every fault found, no false alarm.

What is expected was written by reading the documents, line by line.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from generator.findings import Level
from generator.judgement.auditing import Audit, audit
from generator.law.loading.files import read_registry_file
from generator.law.loading.shared import law_of, shared_registry, territory
from generator.law.paragraphs import paragraphs_of_text
from generator.resources import DATA

SEEDS = Path(__file__).parents[1] / "seeds"


@dataclass(frozen=True)
class Expected:
    cited: list[tuple[int, str | None]]  # line, document; None where no registry can know it
    faults: list[tuple[int, str]]  # line, code: warnings and errors
    notes: list[tuple[int, str]]  # line, code: information
    day: date | None = None  # where the scan lost it


EXPECTED = {
    "bau-bang-2024": Expected(
        cited=[
            (13, "luat-77-2015-qh13"), (13, "luat-47-2019-qh14"),
            (15, "nd-63-2010"), (15, "nd-48-2013"), (15, "nd-92-2017"),
            (17, "nd-61-2018"), (19, "qd-19-2014-qd-ttg"), (21, "tt-02-2017-tt-vpcp"),
            (23, "tt-01-2018-tt-vpcp"), (23, "nd-61-2018"),
            (25, "qd-101-qd-bkhcn-2019"), (27, "qd-2449-qd-ubnd-2019"), (29, None), (45, None),
        ],
        faults=[
            (25, "so-ky-hieu"),  # BKHCHN
            (27, "co-quan"),  # «của Ủy ban nhân dân huyện», name left out
            (80, "kem-theo-ghi-tat"),  # the same
        ],
        notes=[
            (15, "trich-yeu"),  # «của Chính phủ về sửa đổi»
            (21, "trich-yeu"),  # «về hướng dẫn về»
            (23, "trich-yeu"),  # «về hướng dẫn thi hành»
            (17, "sua-doi"),  # 107/2021 not cited
            (19, "chinh-ta"),  # «hành chính Nhà nước»
            (27, "can-xac-minh"), (27, "chinh-ta"),  # «Huyện Bầu Bàng»
            (45, "chua-biet"), (45, "thieu-chu-so"),  # last year's decision, without «số»
            (11, "tham-quyen-thieu-ten"), (55, "dau-ket-thuc"), (117, "doan-lap"),
        ],
    ),
    "duyen-hai-2022": Expected(
        cited=[
            (7, "qd-19-2014-qd-ttg"), (9, "tt-26-2014-tt-bkhcn"), (9, "qd-19-2014-qd-ttg"), (11, "tt-116-2015-tt-btc"),
            (13, "qd-101-qd-bkhcn-2019"), (15, "qd-2968-qd-bkhcn-2010"), (17, "qd-89-qd-ubnd-2022"),
            (73, "tt-116-2015-tt-btc"), (135, "tt-116-2015-tt-btc"),
        ],
        faults=[
            (7, "thu-tu"),  # 101 of 2019 before 2968 of 2010
            (9, "so-ky-hieu"),  # QĐ/TTg, inside the title
            (9, "thieu-co-quan"),
            (11, "trich-yeu-van-ban-khac"),  # the title of 159/2010/TT-BTC
            (13, "so-ky-hieu"),  # BKCN
            (13, "trich-yeu"),
            (15, "trich-yeu"),  # «các loại hình» left out
            (73, "trich-yeu-van-ban-khac"),
            (135, "trich-yeu"),
            (171, "quyen-han-ky"), (171, "quyen-han-ky"),  # «K CHỦ TỊCH dao»
        ],
        notes=[
            (7, "chinh-ta"), (9, "chinh-ta"), (11, "can-xac-minh"), (13, "thieu-chu-so"), (15, "can-xac-minh"),
            (17, "can-xac-minh"), (17, "viet-tat"),
            *((line, "cach-ghi-ngay") for line in (7, 9, 11, 13, 15, 17)),  # «ngày 05/3/2014»
            (17, "co-quan-ghi-tat"),  # UBND tỉnh Trà Vinh
            (17, "dau-cuoi-can-cu"),  # the last one, «;»
            (34, "dau-cuoi-liet-ke"), (129, "doan-lap"),
        ],
        day=date(2022, 2, 15),
    ),
    "giong-rieng-2019": Expected(
        cited=[
            (13, "luat-77-2015-qh13"), (15, "qd-2885-qd-bkhcn-2008"), (17, "qd-2968-qd-bkhcn-2010"),
            (19, "tt-27-2011-tt-bkhcn"), (21, "qd-19-2014-qd-ttg"),
        ],
        faults=[
            (9, "tieu-chuan"), (27, "tieu-chuan"), (33, "tieu-chuan"),
            (13, "thu-tu"),
            (15, "het-hieu-luc"),  # the standard it announced was cancelled in 2015
            (19, "het-hieu-luc"),  # replaced by 26/2014
        ],
        notes=[
            (17, "trich-yeu"),  # «về công bố» for «về việc công bố»
            (19, "trich-yeu"),  # «về hướng dẫn»
            (13, "chinh-ta"),  # «Luật tổ chức Chính quyền địa phương»
            (17, "can-xac-minh"), (19, "thieu-chu-so"), (21, "chinh-ta"),
            *((line, "dau-phay-thua") for line in (15, 17, 19, 21)),  # «… Công nghệ, về việc», «QĐ-TTg, ngày»
        ],
    ),
    "thuong-lo-2024": Expected(
        cited=[
            (13, "qd-19-2014-qd-ttg"), (15, "tt-26-2014-tt-bkhcn"), (15, "qd-19-2014-qd-ttg"),
            (17, "qd-12-2015-tinh"), (19, "kh-55-2023-xa"), (122, None),
        ],
        faults=[
            (13, "thieu-tham-quyen"),  # no Luật Tổ chức chính quyền địa phương
            (53, "phu-luc-so"), (55, "kem-theo-ghi-tat"), (85, "phu-luc-so"), (85, "kem-theo-ghi-tat"),
        ],
        notes=[
            (17, "can-xac-minh"), (19, "can-xac-minh"), (19, "co-quan-ghi-tat"), (122, "chua-biet"),
            (11, "tham-quyen-thieu-ten"), (43, "noi-nhan"), (44, "noi-nhan"), (46, "noi-nhan"),
            (55, "kem-theo-ghi-tat"), (85, "kem-theo-ghi-tat"), (83, "dau-ket-thuc"), (93, "dau-cuoi-liet-ke"),
            (140, "doan-lap"),
        ],
    ),
}  # fmt: skip


@cache
def _audited(name: str) -> Audit:
    own = DATA / name / "can-cu.yaml"
    registry = read_registry_file(own).over(shared_registry()) if own.is_file() else shared_registry()
    paragraphs = paragraphs_of_text((SEEDS / f"{name}.txt").read_text(encoding="utf-8"))
    return audit(paragraphs, law_of(registry), day=EXPECTED[name].day, territory=territory())


def _found(done: Audit, *levels: Level) -> list[tuple[int, str]]:
    return sorted((int(f.place.split()[1].rstrip(",")), f.rule) for f in done.findings if f.level in levels)


@pytest.mark.parametrize("name", EXPECTED)
def test_every_cite_of_a_seed_is_recognised(name: str) -> None:
    done = _audited(name)
    assert [(int(c.place.split()[1]), c.document.id if c.document else None) for c in done.cited] == EXPECTED[
        name
    ].cited


@pytest.mark.parametrize("name", EXPECTED)
def test_every_fault_of_a_seed_is_found_and_nothing_else(name: str) -> None:
    done = _audited(name)
    assert _found(done, Level.ERROR, Level.WARNING) == sorted(EXPECTED[name].faults)
    assert _found(done, Level.NOTE) == sorted(EXPECTED[name].notes)


def test_the_message_shows_what_is_printed_and_what_is_right() -> None:
    (finding,) = [f for f in _audited("bau-bang-2024").findings if f.rule == "so-ky-hieu"]
    assert "101/QĐ-BKHCHN" in finding.what
    assert finding.fix == "sửa thành 101/QĐ-BKHCN"
    other = next(f for f in _audited("duyen-hai-2022").findings if f.rule == "trich-yeu-van-ban-khac")
    assert "Thông tư số 159/2010/TT-BTC" in other.what


def test_the_day_of_signing_is_read_from_the_head() -> None:
    assert _audited("giong-rieng-2019").day == date(2019, 1, 2)
    assert _audited("giong-rieng-2019").day_from_text
