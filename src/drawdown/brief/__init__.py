"""Briefings: what a mission and a plan say, for those who did not plan it."""
