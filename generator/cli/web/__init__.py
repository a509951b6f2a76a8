"""The commands of the page and the HTTP service."""
