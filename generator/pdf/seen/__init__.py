"""What of a finished PDF a reader sees: text that lies beyond the paper nobody does."""
