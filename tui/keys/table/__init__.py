"""Every key of the explorer: the one table that bindings, footers, help, palette and README are made from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.keys.table import article, desk, screens

if TYPE_CHECKING:
    from tui.keys.key import Key

KEYS: tuple[Key, ...] = (*desk.KEYS, *article.KEYS, *screens.KEYS)
"""In the order in which the help shows them."""
