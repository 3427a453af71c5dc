"""Words that a link leads to and that are not there, as a page: what is known of them, and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.text.kept_page import draw_kept, in_passage, surroundings, written
from tui.text.page import MEASURE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.bookmark import Bookmark
    from models.link import Link
    from tui.text.painting import Runs


def draw_lost(
    link: Link, kept: Bookmark | None, standing: str, advice: Sequence[str], width: int
) -> list[Runs]:
    """What a link leads to.

    Args:
        link: The link.
        kept: The bookmark that it was written of, where that is still kept.
        standing: Whether the words are still being looked for, or in vain.
        advice: What the reader can do about it, each a sentence.
        width: Cells of a line.
    """
    width = min(width, MEASURE)
    lines = [*written(standing, "warning", width), []]
    if kept is not None:
        lines += draw_kept(kept, surroundings(kept.anchor, None, None), None, "", width)
    else:
        for paragraph in surroundings(link.anchor, None, None):
            lines += [*in_passage(paragraph, width), []]
        lines += written(f"from {link.path} in {link.folder}", "dim", width)
    lines.append([])
    for sentence in advice:
        lines += written(sentence, "text", width)
    return lines
