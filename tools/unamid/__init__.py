"""UNAMID as it stood on 31 December 2020: the tables and what is assumed in each."""
