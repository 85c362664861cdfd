"""The planted oracle: worlds whose truth is known, the press that reports them, and what a record makes of that."""
