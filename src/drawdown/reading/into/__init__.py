"""Findings written into a mission folder, for a reviewer to check and correct."""
