"""What tables and columns mean: the texts that stand in the code beside them."""

import ast
import inspect
import re
import sys
from enum import StrEnum


def table_text(row: type) -> str:
    """Return what a table (or another object) is, as its type says it."""
    return _plain(inspect.getdoc(row) or "")


def column_texts(row: type) -> dict[str, str]:
    """Return what each column means; columns that their name explains are left out."""
    return _texts(row)


def choice_texts(choices: type[StrEnum]) -> dict[str, str]:
    """Return what each word of an enumeration means, by the word."""
    texts = _texts(choices)
    return {word.value: texts.get(word.name, "") for word in choices}


def _texts(described: type) -> dict[str, str]:
    """Return the text that stands under each field of a class."""
    tree = ast.parse(inspect.getsource(sys.modules[described.__module__]))
    body = next(
        node.body
        for node in tree.body
        if isinstance(node, ast.ClassDef) and node.name == described.__name__
    )
    texts, name = {}, None
    for node in body:
        text = _constant(node)
        if name is not None and text is not None:
            texts[name] = _plain(text)
        name = _target(node)
    return texts


def _constant(node: ast.stmt) -> str | None:
    """Return the text of a statement that is nothing but a text."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        value = node.value.value
        return value if isinstance(value, str) else None
    return None


def _target(node: ast.stmt) -> str | None:
    """Return the name that a statement gives to a field."""
    target: ast.expr | None = None
    if isinstance(node, ast.AnnAssign):
        target = node.target
    elif isinstance(node, ast.Assign):
        target = node.targets[0]
    return target.id if isinstance(target, ast.Name) else None


def _plain(text: str) -> str:
    """Return a text on one line for each paragraph."""
    paragraphs = re.split(r"\n\s*\n", text.strip())
    return "\n\n".join(" ".join(part.split()) for part in paragraphs)
