"""Text out of files: saved pages, PDF, Word and plain text, within hard limits."""
