"""Chỉ tiêu hiểu thế nào thì nói lại cho người ghi.

Quy định: không điều khoản nào của Nghị định 30 nói riêng; cách đọc chỉ tiêu ở docs/ket-qua.md.

Vì sao: đạt hay không đạt là theo cách hiểu chỉ tiêu. Hiểu khác ý người ghi mà không nói ra thì báo cáo sai mà không ai
biết. Chỉ tiêu ghi thẳng (≥ 95%, không quá 3 vụ, 100%) thì không nhắc.

Sai: «05 vụ trở xuống» hiểu là không quá 5 vụ, cộng các kỳ; không phải ý ấy thì sửa.

Đúng: nói lại đúng ý thì để nguyên; không đúng thì ghi gia_tri (≥ 95%, không quá 3 vụ …), cách cộng thì ghi cach_cong.
"""

from __future__ import annotations

from generator.findings import Level
from generator.rules.base import Rule

RULE = Rule(__name__, Level.NOTE, "dossier")
