"""A document with a very long table, set in parts one after the other and joined to one file: memory stays bounded."""
