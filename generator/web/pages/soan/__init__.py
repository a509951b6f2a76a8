"""Soạn văn bản: the fields of one document, its real pages beside them, what is found in it."""

from generator.web.pages.soan.routes import router

__all__ = ["router"]
