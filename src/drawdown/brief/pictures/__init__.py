"""The pictures of a briefing as SVG and HTML text.

They know nothing of missions: what they show comes in as plain types, with all words
already translated. Each picture has a title and a description, says nothing by colour
alone, and is whole without a script. A page holds :func:`style` once, and the script of
the slider (:func:`script`) if it has one.
"""
