"""What can be wrong with a tag, as codes: the same for who renders a template and who only checks it."""

from __future__ import annotations

HALF = "M03"  # opened or closed only
BLOCKS = "M04"  # blocks not closed, not opened, crossed
SYNTAX = "M05"  # an expression that cannot be read
BESIDE = "M06"  # what would be lost with the paragraph, row or cell of its tag
COMMAND = "M07"  # a statement that is none
FILTER = "M08"  # a filter or test that is none
JOINING = "M09"  # what would be lost where tags join paragraphs
PRINTING = "M11"  # a value printed in a way that does not fit
OUTSIDE = "M16"  # a tag where nothing is filled in
UNPRINTED = "M25"  # a kind of block that the template does not print
TAGLESS = "M31"  # no tag that prints anything of a document
OWED = "M22"  # a part of the document that the template does not print
