"""Why the text of a file could not be had."""

__all__ = ["Failure"]


class Failure(Exception):  # noqa: N818  it becomes a DocumentError for the user
    """A file has no text that can be read; the message says why."""
