"""The value of a field that is not there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NoReturn

from jinja2 import Undefined
from jinja2.exceptions import SecurityError
from jinja2.utils import missing

from generator.docx.rendering.current import RENDERING, describe, did_you_mean
from generator.docx.sandbox import names
from generator.docx.sandbox.bounds import charge

_NOTED = 300  # units of work


class Missing(Undefined):
    """A value that is not there: every use of it is noted, so that one rendering finds all of them."""

    __slots__ = ()

    def _note(self) -> None:
        charge(_NOTED)
        rendering = RENDERING.get()
        name = self._undefined_name
        if self._undefined_exception is SecurityError:
            return rendering.report(f"không được dùng “{name}” trong mẫu", "chỉ dùng các trường của dữ liệu")
        if self._undefined_obj is missing:
            return rendering.report(f"không có trường “{name}”", did_you_mean(str(name), rendering.names))
        known = names(self._undefined_obj)
        return rendering.report(
            f"không có “{name}” trong {describe(self._undefined_obj)}", did_you_mean(str(name), known)
        )

    def __str__(self) -> str:
        self._note()
        return ""

    def __iter__(self) -> Iterator[NoReturn]:
        self._note()
        return iter(())

    def __len__(self) -> int:
        self._note()
        return 0

    def __bool__(self) -> bool:
        self._note()
        return False

    def __eq__(self, other: object) -> bool:
        self._note()
        return False

    def __ne__(self, other: object) -> bool:
        self._note()
        return True

    def __hash__(self) -> int:
        return id(type(self))

    def _chain(self, *_: object, **__: object) -> Missing:
        self._note()
        return self

    def __getattr__(self, name: str) -> Missing:
        if name[:2] == "__":
            raise AttributeError(name)
        return self._chain()

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = __rtruediv__ = _chain  # type: ignore[assignment]
    __floordiv__ = __rfloordiv__ = __mod__ = __rmod__ = __pow__ = __rpow__ = __neg__ = __pos__ = _chain  # type: ignore[assignment]
    __getitem__ = __call__ = _chain  # type: ignore[assignment]

    def _compare(self, _: object) -> bool:
        self._note()
        return False

    __lt__ = __le__ = __gt__ = __ge__ = __contains__ = _compare  # type: ignore[assignment]
