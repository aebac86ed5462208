"""A mission to start from: where people are is known, and all the rest is assumed."""
