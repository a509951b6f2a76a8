"""Rules of form: what a Word file shows against what the decree asks, in rooms by component."""
