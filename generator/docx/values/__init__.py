"""Values that are more than text: rich text, listings, pictures and documents made by docxtpl's classes."""
