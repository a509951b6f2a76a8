"""Issued documents read back into the data of a dossier, each value with its place and how sure the reading is."""
