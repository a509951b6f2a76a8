"""Văn bản không thấy ngày ký thì nói ra là đã xét theo ngày nào.

Quy định: không có; đây là giới hạn của việc rà soát. Không biết ngày ký thì không biết căn cứ còn hiệu lực hay không
vào ngày ấy; các nhận xét phụ thuộc ngày chỉ là thông tin, trừ văn bản đến hôm nay vẫn chưa có hiệu lực.

Vì sao: bản quét hay mất dòng ngày; xét theo hôm nay mà im lặng thì bị hiểu là xét theo ngày ký.

Sai: rà soát bản quét mất dòng địa danh, ngày tháng mà không ghi --on

Đúng: vanthu bases audit ban-quet.txt --on 15/02/2022
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.law._reading import BasesReading

RULE = Rule(__name__, Level.NOTE, "bases")


def check(reading: BasesReading) -> Iterator[Finding]:
    """Bases judged by another day than that of signing, which the text does not show."""
    if reading.undated and reading.lines:
        what = f"không thấy ngày ký trong văn bản: hiệu lực của căn cứ xét vào ngày {reading.undated:%d/%m/%Y}"
        yield RULE.found(what, "biết ngày ký thì rà soát lại theo ngày ấy (--on NGÀY)")
