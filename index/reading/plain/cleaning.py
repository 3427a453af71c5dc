"""Which lines of a text are not the article's: by the line, by its neighbours, and by its place."""

import itertools
import re
from collections import Counter
from collections.abc import Sequence

from index.reading.plain.boxes import drop_enclosed, mark_author_card, mark_cards, mark_shouted_links
from index.reading.plain.extent import article_extent, is_whole_page
from index.reading.plain.furniture import Verdict
from index.reading.plain.furniture_rules import CAPTION, COMMENTS, MENU, SHARE, TEASER
from index.reading.plain.lines import Line

_TAGGED = re.compile(
    r"</?(?:p|br|hr|div|span|a|b|i|em|strong|u|h[1-6]|ul|ol|li|blockquote|img|figure|figcaption)\b[^<>]*/?>",
    re.IGNORECASE,
)
_PARTING = re.compile(r"</?(?:p|br|hr|div|h[1-6]|ul|ol|li|blockquote)\b[^<>]*/?>", re.IGNORECASE)
_BARE_COUNT = re.compile(r"\W*(?:\d+\s)?comments?(?:\s?\(?\d+\)?)?\W*$", re.IGNORECASE)
_COMMENTER = re.compile(r"\S.{0,40} (?:says|said|writes|wrote|schreibt|sagt|dit|dice|diz|пишет)\s?:$")
_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])[:.][0-5]\d(?: ?[ap]\.?m\.?)?", re.IGNORECASE)
_ENTRIES = 3
_AMONG_COMMENTS = frozenset({COMMENTS, MENU, SHARE})
_MENU_ITEM = 30
"""Characters; the names of sections are shorter."""
_REPEATED = "repeated line"
OUTSIDE = "outside the article"


def without_tags(text: str) -> str:
    """A line with the tags of a careless copy taken off."""
    if "<" not in text:
        return text
    # A break or a paragraph parts words, other tags stand inside them.
    return " ".join(_TAGGED.sub("", _PARTING.sub(" ", text)).split())


def clean(lines: Sequence[Line]) -> tuple[int, int, bool]:
    """Give every line that is not the article's its reason.

    Returns:
        The article's first line and the one after its last, and whether the text is a copy of a whole page.
    """
    _drop_tagged_captions(lines)
    _keep_entry_times(lines)
    whole = is_whole_page(lines)
    if whole:
        mark_cards(lines)
        mark_author_card(lines)
        mark_shouted_links(lines)
        drop_enclosed(lines)
        _drop_slide_captions(lines)
        _mark_commenters(lines)
    first, last = article_extent(lines) if whole else (0, len(lines))
    if last == 0:
        whole, last = False, len(lines)
    last = _cut_comments(lines, first, last)
    for line in (*lines[:first], *lines[last:]):
        line.reason = line.reason or (line.verdict.reason if line.verdict else OUTSIDE)
    _name_outside(lines[:first])
    _name_outside(lines[last:])
    inside = lines[first:last]
    for line in inside:
        if line.furniture and line.verdict:
            line.reason = line.reason or line.verdict.reason
    _drop_teased_titles(inside, whole=whole)
    _drop_menu_words(inside, whole=whole)
    _drop_repeated(inside)
    if whole:
        _drop_lists_of_links(inside)
    return first, last, whole


def _name_outside(lines: Sequence[Line]) -> None:
    """A line outside the article is what its neighbours are: an item of a menu, or a comment under their heading."""
    in_comments = False
    for index, line in enumerate(lines):
        above = lines[index - 1].reason if index else None
        below = lines[index + 1].reason if index + 1 < len(lines) else None
        if line.opens_comments:
            in_comments = True
        elif line.furniture and line.reason not in _AMONG_COMMENTS:
            in_comments = False
        elif line.reason == above == MENU:
            # One such line asks to log in or to reply; two are the page's foot.
            in_comments = False
        if line.reason != OUTSIDE:
            continue
        if above == below == MENU and not line.prose and not line.ends and len(line.text) <= _MENU_ITEM:
            line.reason = MENU
        elif in_comments:
            line.reason = COMMENTS


def _drop_tagged_captions(lines: Sequence[Line]) -> None:
    """A line in tags beside the same line without them is a picture's alternative text and its caption."""
    for index, line in enumerate(lines):
        bare = without_tags(line.text)
        if bare == line.text:
            continue
        following = lines[index + 1] if index + 1 < len(lines) else None
        before = lines[index - 1] if index else None
        if following and following.text == bare:
            line.reason = CAPTION
            if not following.prose:
                following.reason = CAPTION
        elif not bare or (before and before.text == bare):
            line.reason = "HTML remnant"
        else:
            line.text = bare


def _keep_entry_times(lines: Sequence[Line]) -> None:
    """Clock times over paragraphs, several of them, head a live report's entries; one alone is a video's length."""
    times = [line for line, after in itertools.pairwise(lines) if is_clock(line.text) and not after.furniture]
    if len(times) >= _ENTRIES:
        for line in times:
            line.verdict = None


def is_clock(text: str) -> bool:
    """Whether a line is a time of day and nothing else."""
    return _CLOCK.fullmatch(text) is not None


def _drop_slide_captions(lines: Sequence[Line]) -> None:
    """Paragraphs that stand there twice are the captions of a slide show, or teasers, not the article's."""
    times = Counter(line.text for line in lines if line.prose)
    repeated = sum(len(text) for text, count in times.items() if count > 1)
    # A page that was pasted twice repeats nearly everything; there nothing can be told.
    if repeated > 0.4 * sum(map(len, times)):
        return
    for line in lines:
        if times[line.text] > 1:
            line.reason = CAPTION


def _mark_commenters(lines: Sequence[Line]) -> None:
    """Lines "somebody says:", several of them, are the names over readers' comments."""
    commenters = [line for line in lines if _COMMENTER.match(line.text)]
    if len(commenters) >= 2:
        for line in commenters:
            line.verdict = Verdict(COMMENTS)


def _cut_comments(lines: Sequence[Line], first: int, last: int) -> int:
    """Where a comment area begins after the article's prose; `last` if none does."""
    prose = 0
    for index in range(first, last):
        line = lines[index]
        if line.prose:
            prose += len(line.text)
        # Before a few hundred characters of prose, "Comments" is a link in the head of the page.
        elif line.opens_comments and prose >= 300 and _surely_comments(lines[index:last], prose):
            for after in lines[index:last]:
                after.reason = after.reason or COMMENTS
            return index
    return last


def _surely_comments(rest: Sequence[Line], prose_before: int) -> bool:
    if not _BARE_COUNT.match(rest[0].text):
        return True
    more_signs = sum(line.opens_comments for line in rest[1:])
    return more_signs >= 2 or sum(len(line.text) for line in rest if line.prose) < prose_before


def _drop_teased_titles(lines: Sequence[Line], *, whole: bool) -> None:
    """The titles under "Read more:" go with it, up to the next line of prose."""
    most = 8
    for index, line in enumerate(lines):
        if not line.teaser or len(line.text) > 40:
            continue
        teased = []
        for after in lines[index + 1 : index + 1 + most]:
            if after.prose or after.ends or len(after.text) < 12:
                break
            teased.append(after)
        end = index + 1 + len(teased)
        # A lone heading may as well belong to the prose that follows, unless the teaser announces something.
        announced = end < len(lines) and (whole or line.text.endswith(":")) and lines[end].prose
        in_one_block = (
            not any(after.blank_before for after in teased) and end < len(lines) and lines[end].blank_before
        )
        if teased and (announced or in_one_block or not any(after.prose for after in lines[index:])):
            for after in (line, *teased):
                after.reason = after.reason or TEASER


def _drop_menu_words(lines: Sequence[Line], *, whole: bool) -> None:
    """Menu words go where they keep company: in a copied page, beside furniture, or before and after all prose."""
    prose = [index for index, line in enumerate(lines) if line.prose]
    first, last = (prose[0], prose[-1]) if prose else (0, len(lines))
    for index, line in enumerate(lines):
        if line.verdict is None or line.furniture or (line.ends and not whole):
            continue
        beside = [lines[near] for near in (index - 1, index + 1) if 0 <= near < len(lines)]
        if (
            whole
            or (index < first and len(prose) > 0 and index + 1 < first)
            or index > last > 0
            or any(near.furniture for near in beside)
        ):
            line.reason = line.reason or line.verdict.reason


def _drop_repeated(lines: Sequence[Line]) -> None:
    before = ""
    for line in lines:
        if line.reason is None and line.text == before and not line.ends and len(line.text) > 3:
            line.reason = _REPEATED
        before = line.text


def _drop_lists_of_links(lines: Sequence[Line]) -> None:
    """A run of lines without a sentence among them is a box of links, unless it is a list with its marks."""
    run: list[Line] = []
    for line in (*lines, None):
        if line is not None and not line.prose and not line.ends:
            run.append(line)
            continue
        marked = sum(item.verdict is not None or item.cut_short for item in run)
        if len(run) >= 4 and marked >= 1:
            for item in run:
                item.reason = item.reason or (item.verdict.reason if item.verdict else MENU)
        run = []
