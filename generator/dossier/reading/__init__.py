"""The files of a dossier, or one JSON or YAML file, read into the model, with all that is wrong said at once."""
