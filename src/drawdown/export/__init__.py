"""Files that other programs open: a mission and a plan in the formats people use.

Every export takes one ``Dossier`` and gives the same bytes for the same one.
"""
