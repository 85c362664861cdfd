"""Cleaning: raw lines in, the report's own lines out, with a record of every cut and what the cut words said."""
