"""Short pages for the tests, written for them in our own words."""

from datetime import date

from drawdown.reading.document import Document, Language
from drawdown.reading.news.reading import News, read_news
from drawdown.reading.page import document_of

VOTE = """\
Council ends mission in Borduria

3 July 2023

The Security Council voted on Friday to end the mission known as MINUBOR. The \
resolution calls for the cessation of patrols, handover of camps, and the safe \
withdrawal of personnel by December 31. It requests the Secretary-General to \
present a plan by 15 August and asks Borduria to lift its restrictions.

Foreign Minister Anton Kral accused the mission of spying. "It has become part of \
the problem," he said. Kral also promised that his government would respect the \
calendar.

The mission’s chief, Mara Lindt, denied the accusation. She warned that leaving too \
fast could create a vacuum.

Residents fear for their safety, a local official told reporters. At least 40 people \
have reportedly been killed since 2021.
"""

ANSWER = """\
Mission answers minister

5 July 2023

MINUBOR rejects the accusation of Foreign Minister Anton Kral that it was spying. \
According to the mission, its drones never left the area of its camps.
"""

FRENCH = """\
La mission quittera la Bordurie

4 juillet 2023

Le ministre des Affaires étrangères, Anton Kral, a accusé la mission d’espionnage. \
« Elle fait partie du problème », a-t-il affirmé. Il s’est engagé à respecter le \
calendrier.

Selon la cheffe de la mission, Mara Lindt, un départ précipité créerait un vide. Des \
experts craignent des violences. La France dément toute ingérence.
"""


def page(
    text: str, *, dct: date | None = None, language: Language | None = None
) -> Document:
    """Return a text as a document."""
    return document_of(text, name="page.txt", dct=dct, language=language)


def news(
    text: str, *, dct: date | None = None, language: Language | None = None
) -> News:
    """Return what a text tells."""
    return read_news(page(text, dct=dct, language=language))
