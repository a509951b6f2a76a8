"""The HTTP service for other programs: ``/api/v1``, tokens instead of sessions, problem details instead of pages."""
