"""Records declared field by field, and checked by pydantic's engine: what is typed becomes an instance, or is refused.

``pydantic_core`` is that engine, the half of pydantic that is not Python. The other half, which turns declarations into
what the engine is told, takes a fifth of a command's time to import and to look through our classes: here it is done
for the kinds of value a dossier has, when a record is first checked. Names and meanings are pydantic's.
"""
