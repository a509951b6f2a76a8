"""The law's data as it travels with the program, or stands in an agency's own file: read, checked and kept."""
