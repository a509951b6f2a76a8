"""A dossier as the rows of sheets, and what helps who fills them: look, guide, drop-down lists, examples."""
