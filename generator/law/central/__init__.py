"""Ministries and other bodies of the centre: their names, signs, and from when to when they were called so."""
