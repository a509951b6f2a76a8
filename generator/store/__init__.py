"""What an office keeps: people, dossiers with versions, documents on their way, the register, the bytes of files.

It knows nothing of what is inside a document: values come as JSON text, files as bytes; ``service`` judges and makes.
Several processes may share one store; each act is one transaction.
"""
