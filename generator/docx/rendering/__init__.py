"""One rendering of a template: what its tags print, what is missing, and the document mended afterwards."""
