"""The pages, one module (or room) a page; each has a ``router``."""
