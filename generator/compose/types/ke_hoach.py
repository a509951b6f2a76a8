"""Kế hoạch and the other named types that share its form (Mẫu 1.4, ND30-III.3)."""

from __future__ import annotations

from generator.compose.document import Composer

COMPOSER = Composer(
    types=frozenset(
        {
            "kế hoạch", "chỉ thị", "quy chế", "quy định", "thông cáo", "thông báo", "hướng dẫn", "chương trình",
            "phương án", "đề án", "dự án", "báo cáo", "tờ trình",
        }
    ),
    template="ke-hoach",
)  # fmt: skip
