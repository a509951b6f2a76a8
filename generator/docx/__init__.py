"""DOCX files from Word templates and data: compile a template once, render it many times, join the sections."""

from generator.docx.confined import Confined
from generator.docx.document import Part, render_document
from generator.docx.template import Template
from generator.docx.word.properties import Properties, is_ours

__all__ = ["Confined", "Part", "Properties", "Template", "is_ours", "render_document"]
