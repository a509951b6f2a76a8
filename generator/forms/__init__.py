"""The agency's own Word forms: where they are found, what they declare of themselves, the values of their fields."""
