"""The addresses of Hồ sơ năm, put together from its pages; those of a fixed name before those of a part."""

from __future__ import annotations

from fastapi import APIRouter

from generator.web.pages.ho_so import beginning, bringing, closing, forms, listing, versions

router = APIRouter()
router.include_router(listing.router)
router.include_router(beginning.router)
router.include_router(bringing.router)
router.include_router(versions.router)
router.include_router(closing.router)
router.include_router(forms.router)
