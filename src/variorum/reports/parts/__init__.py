"""Parts: stretches of a clean text that are not its ordinary body, and the language of each of its passages."""
