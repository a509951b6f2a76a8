"""What the libraries below a template complain of, in an official's words: their own text is for the log alone."""

from __future__ import annotations

import re

from jinja2 import TemplateSyntaxError
from jinja2.exceptions import FilterArgumentError, SecurityError

from generator.logs import get_logger
from generator.opc import PackageError
from generator.patterns import late

_LOG = get_logger(__name__)
_CHECK = "kiểm tra dấu nháy, dấu ngoặc và phép tính trong thẻ"
# How Jinja's complaints begin, and what each says of the tag.
_SYNTAX: tuple[tuple[re.Pattern[str], str, str], ...] = tuple(
    (late(pattern), what, fix)
    for pattern, what, fix in (
        (r"unexpected char ['\"]{1,2}['\"\\]", "dấu nháy mở mà không đóng", "thêm dấu nháy cho đủ đôi"),
        (r"unexpected char (?P<char>.+?) at \d+", "có ký tự {char} không dùng được trong thẻ", "bỏ ký tự này"),
        (r"unexpected '[])}]'", "dấu ngoặc không đủ đôi", "đóng đủ các dấu ngoặc đã mở, bỏ dấu thừa"),
        (r"unexpected end of template|.*expected token '[])}]'|.*expected token ','",
         "thiếu dấu ngoặc đóng, dấu phẩy hoặc dấu phép tính", "đóng đủ các dấu ngoặc, đặt dấu phẩy giữa các mục"),
        (r"expected token 'in'", "vòng lặp for thiếu chữ in", "viết dạng: for mục in danh_sách"),
        (r"expected token 'end of|unexpected 'end of|Expected an expression, got 'end of",
         "biểu thức dừng dở hoặc thừa chữ", "mỗi thẻ một biểu thức; ghép chữ bằng dấu ~"),
        (r"can't assign to|expected token 'name'|expected token 'assign'|expected token '='",
         "thiếu tên, hoặc tên viết sai", "tên gồm chữ không dấu, chữ số, gạch dưới, không trùng từ của mẫu"),
    )
)  # fmt: skip


_STRINGS = late(r"\"[^\"]*\"|'[^']*'")
# Signs that a keyboard or Word's autocorrect puts in place of the language's own.
_SIGNS = {
    "≤": "<=", "≥": ">=", "≠": "!=", "＝": "==", "×": "*", "÷": "/", "｜": "|", "，": ",", "．": ".", "（": "(",
    "）": ")", "`": "'", "´": "'", "′": "'", "″": '"', "«": "'", "»": "'", "％": "%",
}  # fmt: skip
# What people write in place of Jinja's own signs.
_MEANT: tuple[tuple[re.Pattern[str], str, str], ...] = tuple(
    (late(pattern, re.IGNORECASE), what, fix)
    for pattern, what, fix in (
        (r"(?:if|elif)\b.*(?<![=!<>])=(?!=)", "so sánh bằng một dấu =", "so sánh bằng viết hai dấu: =="),
        (r".*\b(?:và|hoặc|không)\b", "có chữ và, hoặc, không", "viết “and”, “or”, “not”"),
        (r".*(?:&&|\|\||<>)", "có dấu của ngôn ngữ khác", "viết “and”, “or”, “!=”"),
        (r"\{", "thừa dấu ngoặc nhọn", "mỗi thẻ đúng hai dấu mỗi bên: {{ ten }}"),
        (r".*\}", "thẻ {% đóng bằng một dấu }", "thẻ mở {% đóng bằng %}, thẻ mở {{ đóng bằng }}"),
        (r".*\w\.\s*(?:$|\|)", "thừa dấu chấm sau tên", "bỏ dấu chấm; dấu chấm câu đặt ngoài thẻ"),
        (r".*\(.*;", "các giá trị trong ngoặc cách nhau bằng dấu chấm phẩy", "viết dấu phẩy: replace('a', 'b')"),
        (r"[rp]\s+\w", "có dấu cách trước r, p", "viết liền {{r … }}, {{p … }}"),
        (
            r"[\w\s.]*[^\W\x00-\x7f][\w\s.]*$",
            "tên có dấu, có dấu cách",
            "tên trường viết không dấu, nối bằng gạch dưới, ví dụ ho_ten",
        ),
    )
)


def syntax(error: TemplateSyntaxError, body: str = "") -> tuple[str, str]:
    """What is wrong with the writing of a tag that says ``body``, and what to do."""
    _LOG.debug("Jinja: %s", error.message)
    plain = _STRINGS.sub("''", body)
    if typed := next((char for char in plain if char in _SIGNS), ""):
        return f"viết sai cú pháp: có ký tự “{typed}”", f"viết {_SIGNS[typed]} thay cho {typed}"
    for pattern, what, fix in _MEANT:
        if pattern.match(plain):
            return f"viết sai cú pháp: {what}", fix
    for pattern, what, fix in _SYNTAX:
        if found := pattern.match(error.message or ""):
            char = found.groupdict().get("char") or ""
            return f"viết sai cú pháp: {what.format(char=f'“{char.strip(chr(39))}”')}", fix
    return "viết sai cú pháp", _CHECK


def computing(error: Exception) -> str:
    """Why an expression has no value."""
    if isinstance(error, SecurityError):  # the sandbox's own words
        return str(error)
    _LOG.debug("computing: %s: %s", type(error).__name__, error)
    if isinstance(error, TypeError | AttributeError) and (said := _of_kinds(str(error))):
        return said
    return next((what for kind, what in _COMPUTING if isinstance(error, kind)), "phép tính không thực hiện được")


def _of_kinds(error: str) -> str:
    """Which kinds of value an operator was set between, by Python's words; empty of any other complaint."""
    if found := _BETWEEN.search(error):
        signs, one, other = (found[key] for key in ("sign", "one", "other"))
        if signs in ("<", ">", "<=", ">="):
            return f"không so hơn kém {_kind(one)} với {_kind(other)} được"
        does = next((said for sign, said in _DOES.items() if signs.startswith(sign)), "tính")
        fix = "; ghép chữ bằng dấu ~" if does == "cộng" and "chữ" in (_kind(one), _kind(other)) else ""
        return f"không {does} {_kind(one)} với {_kind(other)} được{fix}"
    if found := _JOINED.search(error):
        one, other = _kind(found["one"]), _kind(found["other"])
        return f"không cộng {one} với {other} được" + ("; ghép chữ bằng dấu ~" if one == "chữ" else "")
    if found := _SIGNED.search(error):
        return f"không đổi dấu {_kind(found['one'])} được"
    if found := _MULTIPLIED.search(error):
        return f"không nhân chữ hay danh sách với {_kind(found['one'])} được"
    return ""


def _kind(called: str) -> str:
    """What Python's name of a kind of value is to an official."""
    return _KINDS.get(called.rpartition(".")[2], "giá trị này")


_BETWEEN = late(
    r"(?P<sign>[-+*/%<>=]+)(?: or [\w()]+)?(?:: |' not supported between instances of )'(?P<one>[\w.]+)' and "
    r"'(?P<other>[\w.]+)'"
)
_JOINED = late(r"can only concatenate (?P<one>\w+) \(not \"(?P<other>[\w.]+)\"\)")
_SIGNED = late(r"bad operand type for unary [-+]: '(?P<one>[\w.]+)'")
_MULTIPLIED = late(r"can't multiply sequence by non-int of type '(?P<one>[\w.]+)'")
_DOES = {"**": "tính lũy thừa", "//": "chia", "+": "cộng", "-": "trừ", "*": "nhân", "/": "chia", "%": "chia lấy dư"}
_KINDS = {
    "NoneType": "giá trị trống", "str": "chữ", "Rich": "chữ có định dạng", "bool": "có hoặc không", "int": "số",
    "float": "số", "Decimal": "số", "date": "ngày", "datetime": "ngày", "list": "danh sách", "tuple": "danh sách",
    "Texts": "nhiều dòng chữ", "Items": "danh sách", "Printed": "danh sách", "Group": "nhóm trường",
    "dict": "nhóm trường", "Blank": "giá trị chưa điền", "range": "danh sách",
}  # fmt: skip

_COMPUTING: tuple[tuple[type[Exception], str], ...] = (
    (MemoryError, "quá bộ nhớ cho phép"),
    (RecursionError, "lồng nhau quá sâu"),
    (ZeroDivisionError, "chia cho 0"),
    (OverflowError, "con số quá lớn"),
    (FilterArgumentError, "giá trị ghi trong ngoặc của bộ lọc không dùng được"),
    (TypeError, "phép tính hoặc bộ lọc không dùng được với kiểu giá trị này"),
    (ValueError, "giá trị không dùng được với phép tính hoặc bộ lọc này"),
)


def damage(error: Exception) -> str:
    """What is broken in a part of a Word file."""
    if isinstance(error, PackageError):
        return error.what
    _LOG.debug("damaged: %s: %s", type(error).__name__, error)
    return "có phần tử thiếu, đặt sai chỗ hoặc mang số không hợp lệ"
