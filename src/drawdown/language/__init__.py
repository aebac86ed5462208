"""What is shown, in the language of who reads it: sentences, dates, numbers.

The sentences in the code are English and are the keys of the catalogues (gettext); how
to add a language stands in ``docs/language.md``.
"""

from drawdown.language.language import ENGLISH, TERMINAL, Language
from drawdown.language.marked import marked
from drawdown.language.tongues import TONGUES

__all__ = ["ENGLISH", "TERMINAL", "TONGUES", "Language", "marked"]
