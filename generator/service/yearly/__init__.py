"""A dossier from one year to the next, and what changed between two."""
