"""An issued document of anyone's → a form: what varies gives way to tags, how it looks stays."""

from generator.drafting.drafting import Draft, draft_form
from generator.drafting.model import Note, Said

__all__ = ["Draft", "Note", "Said", "draft_form"]
