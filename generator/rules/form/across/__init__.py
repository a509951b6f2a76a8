"""Rules of what two components say of each other, and of how long what they say may be."""
