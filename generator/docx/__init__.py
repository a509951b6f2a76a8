"""DOCX files from Word templates and data: compile a template once, render it many times, join the sections."""

from generator.docx.document import Part, render_document
from generator.docx.properties import Properties
from generator.docx.template import Template

__all__ = ["Part", "Properties", "Template", "render_document"]
