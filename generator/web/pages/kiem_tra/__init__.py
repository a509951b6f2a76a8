"""Kiểm tra tệp Word: anyone's DOCX shown with marks, the findings beside it, its copies to take away."""

from generator.web.pages.kiem_tra.routes import router

__all__ = ["router"]
