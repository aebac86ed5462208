"""Reading: a document goes in; clauses, claims and dates come out, with their quotes."""
