"""The office's page and the HTTP service: what comes in over HTTP is handed to ``service`` and ``store``.

A door: it adds no rule and skips none. ``create_app`` is the whole; ``vanthu serve`` runs it.
"""
