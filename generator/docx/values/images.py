"""A picture that a tag prints inside a line (docxtpl's InlineImage)."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Any

from generator.docx.blocks.pictures import drawing_xml
from generator.docx.word.media import Media


def image_xml(value: Any, media: Media) -> str:
    """The drawing of the picture, as large as the value says or the file does; raises ValueError for what is none."""
    from docx.image.exceptions import (  # here: python-docx takes longer to import than a document to render
        InvalidImageStreamError,
        UnexpectedEndOfFileError,
        UnrecognizedImageError,
    )
    from docx.image.image import Image

    data, name = _read(value.image_descriptor)
    try:
        image = Image.from_blob(data)
        width, height = image.scaled_dimensions(value.width, value.height)
    except (InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError, ZeroDivisionError) as error:
        raise ValueError(f"«{name or 'hình'}» không phải tệp hình đọc được") from error
    key, number = media.picture(data, image.content_type, f"hinh1.{image.ext}")
    link = media.link(str(value.anchor)) if value.anchor else ""
    return drawing_xml(key, number, (int(width), int(height)), f"Hình {number}", name, link)


def _read(descriptor: Any) -> tuple[bytes, str]:
    if hasattr(descriptor, "read"):
        with suppress(OSError, AttributeError):
            descriptor.seek(0)
        return bytes(descriptor.read()), ""
    path = Path(str(descriptor))
    try:
        return path.read_bytes(), path.name
    except OSError as error:
        raise ValueError(f"không mở được tệp hình «{path}»") from error
