"""The sandbox of the templates: what their expressions may do, and how much time and memory that may take."""

from generator.docx.sandbox.bounds import begin_rendering, bounded, gathered
from generator.docx.sandbox.environment import GLOBAL_LIST, BoundedEnvironment
from generator.docx.sandbox.methods import names
from generator.docx.sandbox.vietnamese import use_wording

__all__ = ["GLOBAL_LIST", "BoundedEnvironment", "begin_rendering", "bounded", "gathered", "names", "use_wording"]
