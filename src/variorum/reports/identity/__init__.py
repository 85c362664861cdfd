"""Identity: who published a report, where and when, chosen from clues in order of trust; contradictions are kept."""
