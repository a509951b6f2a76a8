"""A layout tree written as Typst source, and the source set as PDF or pictures."""
