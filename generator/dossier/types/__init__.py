"""One module a document type that has fields of its own: each names its ``DETAILS``."""
