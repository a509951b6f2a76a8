"""Random documents from seeds: rare constructs, and whole papers as offices type them."""
