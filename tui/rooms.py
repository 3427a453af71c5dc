"""The screens that the desk leads to: loaded on a thread once the desk works, so that each opens at once."""

import pkgutil
from importlib import import_module

from tui import screens


def load() -> None:
    """Import whatever the desk did not need itself, one module after the other: keys are answered in between."""
    for found in pkgutil.iter_modules(screens.__path__, "tui.screens."):
        import_module(found.name)
    import_module("tui.cards")
    import_module("tui.palette")
