"""Objectives and plan recognised in the text and the tables of a document."""
