"""The rules of an invented decree, as a real successor's would stand beside those of today."""
