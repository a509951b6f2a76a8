"""What differs from page to page."""
