"""Trình duyệt: documents on their way from draft to issued, a person a step."""

from generator.web.pages.trinh_duyet.routes import router as router
