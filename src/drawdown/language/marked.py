"""Mark a phrase of a table for the catalogues."""


def marked(message: str) -> str:
    """Return a phrase as it is, so that the catalogues have it.

    For constants, which are made before the language is known: the phrase is given to
    ``Language.text`` when it is shown.
    """
    return message
