"""The content controls of a Word file that lose something when the words in them are all that is kept."""

from __future__ import annotations

from collections.abc import Iterator

from generator.layout.names import Element, W
from generator.opc import WORD, PackageReader
from generator.opc.reader import OFFICE_DOCUMENT

_CHOOSING = ("dropDownList", "comboBox")
_SHOWN = 60  # characters of a quotation


def controls(docx: bytes) -> list[str]:
    """What a person is told of: choices of a list beside the one chosen, a control that only shows what to fill in.

    The file has been read already; PackageError for one that is unsound.
    """
    reader = PackageReader(docx, WORD)
    main = reader.related("", OFFICE_DOCUMENT)
    content = reader.content(main) if main else None
    if main is None or content is None or b"sdtPr" not in content:
        return []
    return [told for control in reader.parse(content, main).iter(W + "sdt") for told in _told(control)]


def _told(control: Element) -> Iterator[str]:
    properties, held = control.find(W + "sdtPr"), control.find(W + "sdtContent")
    if properties is None or held is None:
        return
    words = " ".join("".join(text.text or "" for text in held.iter(W + "t")).split())
    quoted = f"«{words if len(words) <= _SHOWN else f'{words[: _SHOWN - 1]}…'}»"
    if properties.find(W + "showingPlcHdr") is not None:
        yield f"ô nhập chưa điền, chỉ có lời nhắc {quoted}: lời nhắc đọc thành lời văn"
    for kind in _CHOOSING:
        items = properties.findall(f"{W}{kind}/{W}listItem")
        names = [item.get(W + "displayText") or item.get(W + "value") or "" for item in items]
        others = [name for name in names if name and name != words]
        if others:
            yield f"ô chọn {quoted}: hồ sơ giữ lời đang chọn, không giữ các lời khác ({', '.join(others)})"
