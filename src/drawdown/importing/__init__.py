"""Tables of other programs become mission folders: Geo-PKO, and movement requirements.

What a table cannot know is filled in, marked ``assumed``, and listed as a to-do.
"""
