"""Word files of anyone's checked: one, many, on what terms, and what is told or written of it."""
