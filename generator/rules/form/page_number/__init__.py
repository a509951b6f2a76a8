"""Page numbers."""
