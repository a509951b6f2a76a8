"""What stands in a form for words still to be filled in: «…», «<số>», «{{ so }}», ««soHopDong»», «ngay_ky», «$ten»."""

from __future__ import annotations

GAP = (
    r"[<>{}\[\]…«»]|\bMERGEFIELD\b|\$\w|#\w+#|%\w+%|(?<![^\W_])[a-zđ]{2,}[A-Z][A-Za-z]*(?![^\W_])"
    r"|(?<![^\W_])[a-zđ]{2,}_[a-zđ]+"
)
"""A pattern, to be joined with what else means a gap where it is looked for; small letters are not capitals in it."""
