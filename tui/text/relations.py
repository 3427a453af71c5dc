"""The rows of the related panel: what another article says, and why it stands here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.text.dates import short_date
from tui.text.painting import Run, Runs, justify
from tui.text.publishers import publisher
from tui.text.safety import printable
from tui.text.snippets import cut_lines, snippet

if TYPE_CHECKING:
    from models.related import Related

_INDENT = 2
_SNIPPET_LINES = 4
_CHIP_LINES = 2


def draw_related(number: int, related: Related, width: int) -> list[Runs]:
    """The lines of one row: number and badge, source, words, reasons."""
    inner = max(1, width - _INDENT)
    badge = "differs" if related.altered or related.relation == "figure differs" else "badge"
    head = justify(
        [Run(str(number), ("number",)), Run(" "), Run(related.badge, (badge,))], _marks(related), width
    )
    known_as = publisher(related.outlet, related.title, related.path)
    source = f"{short_date(related.published)} · {known_as}"
    lines = [head, _inset(justify([Run(printable(source), ("dim",))], [], inner))]
    lines += [_inset(line) for line in snippet(related.text, (), inner, _SNIPPET_LINES)]
    if related.reasons:
        # No line begins with the dot.
        chips = "\u00a0· ".join(related.reasons)
        lines += [_inset(line) for line in cut_lines(chips, (), inner, _CHIP_LINES, ink="chip")]
    return [*lines, []]


def _marks(related: Related) -> Runs:
    marks: Runs = []
    if related.earliest:
        marks.append(Run("earliest", ("strong",)))
    if related.copies:
        marks.append(Run(f"{' · ' if marks else ''}copies {related.copies}", ("dim",)))
    return marks


def _inset(runs: Runs) -> Runs:
    return [Run(" " * _INDENT), *runs]
