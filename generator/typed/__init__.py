"""What people type, read with its place: kinds of value, YAML and JSON with lines, complaints in their words."""
