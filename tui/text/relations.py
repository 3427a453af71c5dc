"""The rows of the related panel: what another article says, and why it stands here."""

from models.related import Related
from tui.text.dates import short_date
from tui.text.painting import Run, Runs, justify
from tui.text.safety import printable
from tui.text.snippets import snippet
from tui.text.wrapping import wrap

_INDENT = 2
_SNIPPET_LINES = 4


def draw_related(number: int, related: Related, width: int) -> list[Runs]:
    """The lines of one row: number and badge, source, words, reasons."""
    inner = max(1, width - _INDENT)
    badge = "differs" if related.relation == "figure differs" else "badge"
    head = justify(
        [Run(str(number), ("number",)), Run(" "), Run(related.relation, (badge,))], _marks(related), width
    )
    source = f"{related.outlet or 'outlet unknown'} · {short_date(related.published)}"
    lines = [head, _inset(justify([Run(printable(source), ("dim",))], [], inner))]
    lines += [_inset(line) for line in snippet(related.text, (), inner, _SNIPPET_LINES)]
    if related.reasons:
        chips = printable(" · ".join(related.reasons))
        lines += [_inset([Run(chips[a:b], ("chip",))]) for a, b in wrap(chips, inner)[:2]]
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
