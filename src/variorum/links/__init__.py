"""Who copied whom, and which mentions are one entity, one event, one story, one process."""
