"""Reports in, mentions out: the only room that knows spaCy. Every annotator is versioned; what it finds is in text order."""

from variorum.annotations.annotate import ANNOTATORS, annotate, contrast_set

__all__ = ["ANNOTATORS", "annotate", "contrast_set"]
