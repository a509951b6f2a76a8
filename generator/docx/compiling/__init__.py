"""A template made ready once: its tags found and judged, the fields it reads, its Jinja source."""
