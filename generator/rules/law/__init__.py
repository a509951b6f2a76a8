"""Rules on legal bases, standards, and names of units that no longer exist."""
