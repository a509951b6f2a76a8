"""A dossier whose every value is well typed held against itself and the law: what does not fit together."""
