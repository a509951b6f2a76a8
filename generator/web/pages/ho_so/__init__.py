"""Hồ sơ năm: the dossiers of an agency, their forms and tables, versions, Excel and Word in and out."""

from generator.web.pages.ho_so.routes import router

__all__ = ["router"]
