"""Code of what floats, where its place is known only once pages are set."""
