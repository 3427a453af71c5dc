"""A screen as text in which a person can read what changed: its lines, and below them how their parts look.

Not the SVG that Textual exports: 24 of them take 1.5 MB, each change of one cell changes long lines of coordinates, and
fonts, ids and clipping differ from one Textual to the next.
"""

from collections.abc import Iterable, Iterator

from rich.color import Color
from rich.segment import Segment

from tui.app import Explorer

_ATTRIBUTES = ("bold", "dim", "italic", "underline", "reverse", "strike")


def look(explorer: Explorer) -> str:
    """Each line between bars, so that blanks at its end are seen; then, by line and column, whatever is not plain text.

    Colours are called by the theme's names for them, so that another shade changes nothing here.
    """
    strips = [list(strip) for strip in explorer.screen._compositor.render_strips()]
    inks = {
        name.removeprefix("ink-"): value.lower()
        for name, value in explorer.get_css_variables().items()
        if name.startswith("ink-")
    }
    grounds = {inks[name]: name for name in inks if name.endswith(("-ground", "row", "row-away", "landing"))}
    names = {inks[name]: name for name in inks if inks[name] not in grounds or not name.endswith("-ground")}
    lines = ["|" + "".join(segment.text for segment in strip) + "|" for strip in strips]
    looks = [
        f"{number:2} {' · '.join(parts)}"
        for number, strip in enumerate(strips, 1)
        if (parts := list(_parts(strip, names, grounds)))
    ]
    return "\n".join([*lines, "", *looks, ""])


def _parts(strip: Iterable[Segment], names: dict[str, str], grounds: dict[str, str]) -> Iterator[str]:
    """What stands out in a line, as "3-17 title bold": columns from 0, the last one excluded."""
    start, end, known = 0, 0, ""
    for segment in strip:
        called = _called(segment, names, grounds)
        if called != known:
            if known:
                yield f"{start}-{end} {known}"
            start, known = end, called
        end += segment.cell_length
    if known:
        yield f"{start}-{end} {known}"


def _called(segment: Segment, names: dict[str, str], grounds: dict[str, str]) -> str:
    style = segment.style
    if style is None:
        return ""
    words = []
    if segment.text.strip():
        words = [name for name in _ATTRIBUTES if getattr(style, name)]
        colour = names.get(_hex(style.color))
        words = [*([colour] if colour and colour != "text" else []), *words]
    ground = grounds.get(_hex(style.bgcolor))
    return " ".join([*words, *([f"on {ground.removesuffix('-ground')}"] if ground else [])])


def _hex(color: Color | None) -> str:
    return color.triplet.hex if color is not None and color.triplet is not None else ""
