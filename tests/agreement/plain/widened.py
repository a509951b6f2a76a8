"""Justified lines widened only, as LibreOffice 7.4 sets them: Word 2013 and later narrow their spaces as well.

Nothing said to LibreOffice makes it do so, and every paragraph would differ: the files are compared as if both were
of before. Word's own page breaks judge the lines as they are (``--word``).
"""

from __future__ import annotations

import io
import re
import zipfile

from generator.layout.reader import WIDEN_ONLY

_MODE = re.compile(rb'<w:compatSetting\b[^>]*w:name="compatibilityMode"[^>]*/>')
_ONLY = b'<w:compatSetting w:name="%s" w:uri="urn:vanthu" w:val="1"/>' % WIDEN_ONLY.encode()


def widened_only(docx: bytes) -> bytes:
    """The file with a setting by which our own PDF widens justified lines only; one that is no zip as it is."""
    try:
        source = zipfile.ZipFile(io.BytesIO(docx))
        settings = source.read("word/settings.xml")
    except (zipfile.BadZipFile, KeyError, RuntimeError):
        return docx
    if not _MODE.search(settings):
        return docx
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for info in source.infolist():
            data = source.read(info)
            if info.filename == "word/settings.xml":
                data = _MODE.sub(lambda found: found[0] + _ONLY, data, count=1)
            package.writestr(info, data)
    return stream.getvalue()
