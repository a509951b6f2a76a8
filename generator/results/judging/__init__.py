"""One result held against its target: numbers, levels, numbers asked for in every span of time."""
