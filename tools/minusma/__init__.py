"""MINUSMA as it stood on 30 June 2023: the tables and what is assumed in each."""
