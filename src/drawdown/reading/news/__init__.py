"""News and statements: sentences, claims with their sources, dated events, actors."""
