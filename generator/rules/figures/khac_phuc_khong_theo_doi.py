"""Hành động khắc phục của kỳ trước được theo dõi đến khi xong.

Quy định: không điều khoản nào của Nghị định 30 nói riêng; TCVN ISO 9001:2015, 10.2 yêu cầu thực hiện hành động khắc
phục và xem xét hiệu lực của hành động đó (docs/ket-qua.md).

Vì sao: báo cáo kỳ sau nêu tình hình thực hiện từng hành động; không ghi người, hạn, ngày xong thì không nêu được.

Sai: quý I ghi khac_phuc mà không ghi nguoi_khac_phuc, han_khac_phuc, xong_khac_phuc; lập báo cáo quý II.

Đúng: ghi ít nhất một trong ba: người, hạn, ngày xong.
"""

from __future__ import annotations

from generator.findings import Level
from generator.rules.base import Rule

RULE = Rule(__name__, Level.NOTE, "document")
