"""Title, standfirst, byline and date of a copied page, from the lines above and around the article's first ones."""

import re
from collections.abc import Iterator, Sequence

from index.reading.draft import Draft
from index.reading.plain.furniture_rules import CAPTION
from index.reading.plain.head_lines import (
    LONGEST_STANDFIRST,
    LONGEST_TITLE,
    states_date,
    take_byline,
    take_date,
    unglued,
)
from index.reading.plain.lines import Line
from index.reading.stated.bylines import byline, clean_authors, is_persons_name, looks_like_name

_CONTENT_WORD = re.compile(r"\w{4,}")
_BEFORE = 30
"""Lines before the article's body, furniture not counted, among which its head is looked for."""
_INSIDE = 8
"""Lines of the body among which a byline and a date may stand, below a standfirst and a caption."""
_MOST_PROSE = 4
"""Lines of prose after which the head is over."""
_FAR = 15
"""Lines above the body beyond which a title's distance says nothing more."""
_TRAIL = re.compile(r"\s[»›>→/]\s.+\s[»›>→/]\s")
_LABEL_BY = re.compile(r"(?:written |words |story )?by:?|authors?:?", re.IGNORECASE)
_ROLE_AFTER = re.compile(
    r"(?:(?:in [A-Z]\w+ )?(?:[\w&]+ ){0,3}(?:editor|correspondent|reporter|writer|columnist|journalist|producer))$",
    re.IGNORECASE,
)


def read_page_head(draft: Draft, lines: Sequence[Line], first: int, day_first: bool | None) -> None:
    """Take title, byline and date from the lines around the beginning of a copied page's body.

    Args:
        draft: receives them.
        lines: all lines of the text.
        first: the first line of the article's body.
        day_first: as for `index.reading.read`.
    """
    start = _start(lines, first)
    title = _take_title(draft, lines, start, first, day_first)
    for index in _around(lines, start, title, first):
        line = lines[index]
        if line.taken is not None:
            continue
        if (not draft.published and take_date(draft, line, day_first, loose=index < first)) or (
            not draft.authors and take_byline(draft, line)
        ):
            line.reason = None
    _take_standfirst(draft, lines, title, first)
    if not draft.authors:
        _take_names(draft, lines, title, first)


def _start(lines: Sequence[Line], first: int) -> int:
    """Where the head can begin: so many lines before the body that are no furniture."""
    left = _BEFORE
    for index in range(first - 1, -1, -1):
        left -= not lines[index].furniture
        if not left:
            return index
    return 0


def _take_title(draft: Draft, lines: Sequence[Line], start: int, first: int, day_first: bool | None) -> int:
    """Keep the likeliest title; returns its line, or where the head begins if there is none."""
    body = _body(lines, first)
    ranked = [
        (score, -index)
        for index in range(start, min(first + 2, len(lines)))
        if (score := _title_score(lines, index, first, body, day_first)) is not None
    ]
    if not ranked:
        return start
    title = -max(ranked)[1]
    draft.note("title", lines[title].text, "line before the text")
    lines[title].taken = "title"
    lines[title].reason = None
    for line in lines[first:]:
        if line.text == draft.title and line.taken is None:
            line.reason = line.reason or "title repeated"
    return title


def _around(lines: Sequence[Line], start: int, title: int, first: int) -> Iterator[int]:
    """The lines after the title as far as the head goes, then those just above it, nearest first."""
    prose = 0
    for index in range(title, min(max(first, title) + _INSIDE, len(lines))):
        prose += lines[index].prose and index >= first
        if prose > _MOST_PROSE:
            break
        yield index
    yield from range(title - 1, max(start, title - 5), -1)


def _take_names(draft: Draft, lines: Sequence[Line], title: int, first: int) -> None:
    """The names under "By", or a name alone beside the date line or under the standfirst."""
    end = min(max(first, title) + _INSIDE, len(lines))
    for index in range(title + 1, end):
        if _LABEL_BY.fullmatch(lines[index].text):
            signed = _names_below(lines[index + 1 : index + 8])
            if signed:
                draft.note("authors", tuple(line.text for line in signed), "byline")
                for line in signed:
                    line.taken, line.reason = "byline", None
                return
    for index in range(title + 1, end):
        line = lines[index]
        name = _name_alone(line)
        beside = {lines[near].taken for near in (index - 1, index + 1) if near < len(lines)}
        if name and line.taken is None and beside & {"date line", "standfirst"}:
            draft.note("authors", clean_authors(name), "line before the text")
            line.taken, line.reason = "byline", None
            return


def _names_below(lines: Sequence[Line]) -> list[Line]:
    """The lines that are names, up to the first that is neither a name nor a handle."""
    signed: list[Line] = []
    for line in lines:
        if looks_like_name(line.text):
            signed.append(line)
        elif not line.text.startswith("@"):
            break
    return signed


def _name_alone(line: Line) -> str | None:
    """The name that a line consists of, with or without its role: "Mara Ilić Foreign editor"."""
    if line.verdict is not None or line.prose:
        return None
    if is_persons_name(line.text):
        return line.text
    first, _, rest = line.text.partition(" ")
    last, _, role = rest.partition(" ")
    name = f"{first} {last}"
    return name if _ROLE_AFTER.match(role) and looks_like_name(name) else None


def _take_standfirst(draft: Draft, lines: Sequence[Line], title: int, first: int) -> None:
    """The line between title and byline, if it is as long as a standfirst and nothing else by its words."""
    if not draft.title or title + 2 >= first:
        return
    line, after = lines[title + 1], lines[title + 2 : title + 5]
    long = 40 <= len(line.text) <= LONGEST_STANDFIRST and len(line.text.split()) >= 6
    free = line.taken is None and line.verdict is None and not line.cut_short
    signed = any(
        near.taken in {"date line", "byline"} or _name_alone(near) or _LABEL_BY.fullmatch(near.text)
        for near in after
    )
    if long and free and signed:
        draft.note("standfirst", line.text, "line after the title")
        line.taken, line.reason = "standfirst", None


def _is_signed(line: Line, day_first: bool | None) -> bool:
    """Whether a line is of the kind that stands under a title: date, byline, or the label of one."""
    return (
        _LABEL_BY.fullmatch(line.text) is not None
        or states_date(line, day_first)
        or bool(byline(line.text))
        or (len(line.text) <= 80 and unglued(line.text) != line.text)
    )


def _body(lines: Sequence[Line], first: int, without: Line | None = None) -> str:
    kept = (line.text for line in lines[first:] if line.reason is None and line is not without)
    return " ".join(kept).lower()


def _title_score(
    lines: Sequence[Line], index: int, first: int, body: str, day_first: bool | None
) -> float | None:
    """How much speaks for a line as the title; None where it cannot be one.

    Its words come again in the body, it stands close above it with date and byline beneath, and the page says it
    twice: in the way to it ("Home News Title"), in the window's name, or in its share links.
    """
    line = lines[index]
    text = line.text
    small = text.lower()
    words = _CONTENT_WORD.findall(small)
    # A sentence that stands there twice may be the title and its copy.
    caption = line.reason == CAPTION and not line.prose
    if line.verdict or line.cut_short or caption or not 12 <= len(text) <= LONGEST_TITLE:
        return None
    if text.endswith((",", ":", ";")) or not words or _TRAIL.search(text):
        return None
    signs = sum(_is_signed(near, day_first) for near in lines[index + 1 : index + 5])
    if line.prose and line.ends and not (signs and len(text) <= 120):
        return None
    if (
        byline(text)
        or states_date(line, day_first)
        or (", " in text and looks_like_name(text.split(", ")[0]))
    ):
        return None
    if index >= first:
        body = _body(lines, first, without=line)
    shared = sum(word in body for word in words) / len(words)
    repeats = [other.text for other in lines if other is not line and text in other.text]
    trail = any(len(other) > len(text) and not byline(other) for other in repeats)
    # A few words may be a section's name or a person's, unless they are right above a text about them.
    few = len(text.split()) < 3 or looks_like_name(text)
    if shared < 0.3 or (few and not (trail and shared == 1 and index == first - 1)):
        return None
    distance = sum(not other.furniture for other in lines[min(index, first) : max(index, first)])
    score = 3 * shared + min(len(words), 6) * 0.25 - 0.08 * min(distance, _FAR)
    top = [other.text for other in lines[:3]]
    # The outlet's name stands at the top of the page and in its copyright line.
    if len(text.split()) <= 4 and any("©" in other or other in top for other in repeats):
        score -= 1.5
    # The title opens the article; what follows another line of its kind is the standfirst.
    before = lines[index - 1] if index else None
    opens = (
        before is None or before.verdict is not None or len(before.text.split()) <= 3 or before.text == text
    )
    below = [near.text.lower() for near in lines[index + 1 : index + 5] if len(near.text) > len(text)]
    if any(small in longer and len(longer) <= LONGEST_TITLE for longer in below):
        # The subject above a title that names it.
        score -= 1.0
    return (
        score
        + (0.0, 1.0, 2.5)[min(signs, 2)]
        + (0.5 if before and states_date(before, day_first) else 0.0)
        + (1.0 if repeats else 0.0)
        + (1.0 if opens else 0.0)
        - (0.5 if text.endswith(".") else 0.0)
    )
