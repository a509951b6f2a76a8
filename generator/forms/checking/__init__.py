"""A form held against the tag language, the fields in its reach and what Word hides, before anyone prints with it."""

from generator.forms.checking.checking import FormCheck, check_form
from generator.forms.checking.known import Known
from generator.forms.checking.lengthening import with_pages

__all__ = ["FormCheck", "Known", "check_form", "with_pages"]
