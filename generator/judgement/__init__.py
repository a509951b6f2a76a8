"""A dossier judged: its documents composed, read as they are printed, and held against every rule."""
