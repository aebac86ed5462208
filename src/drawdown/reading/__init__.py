"""Reading: a document goes in; clauses, claims, dates come out with their quotes."""
