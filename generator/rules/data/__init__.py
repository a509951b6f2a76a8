"""Rules on what a document says of itself and of the others of its dossier: numbers, days, annexes, names."""
