"""`morgue:` links: a kept quote as a URI, and back.

    morgue:/clippings?path=2021/drills.txt&part=0&quote=We%20will...&before=...&after=...&at=412,38

The folder is the URI's path. `at` is where the quote begins in the article's text and how long it is, in code points.
`quote` is its first words, `before` and `after` what stands around these, so that it is found in a changed text
(W3C Web Annotation, text-quote and text-position selectors). Everything but letters, digits and ``-._~/`` is
percent-encoded, and a number stands last, so that a link is one word in any format and no program cuts its end off.
"""

import re
from pathlib import Path
from urllib.parse import parse_qsl, quote, unquote

from models.bookmark import Anchor, Bookmark
from models.errors import MorgueError
from models.link import Link

SCHEME = "morgue:"

QUOTED, AROUND = 120, 32
"""Code points of the quote, and of what stands on each side of it, that a link carries: enough to tell a sentence
from all others of an article, and no more than a note can hold."""

LONGEST = 20_000
"""Characters of the longest text that is looked at; what is written here has at most a third of it."""

_FIELDS = ("path", "part", "quote", "before", "after", "at")


class WrongLink(MorgueError):
    """What was given is no link of Morgue's."""


def link_to(bookmark: Bookmark) -> str:
    """The link back to a bookmark's quote."""
    return link_of(bookmark.folder, bookmark.path, bookmark.part, bookmark.anchor)


def link_of(folder: str, path: str, part: int, anchor: Anchor) -> str:
    """The link to a quote that need not be kept: its folder in full, its article in it, and its words."""
    length = len(anchor.exact)
    following = anchor.exact[QUOTED:] + anchor.suffix
    values = {
        "path": path,
        "part": str(part),
        "quote": anchor.exact[:QUOTED],
        "before": anchor.prefix[-AROUND:],
        "after": following[:AROUND],
    }
    fields = "&".join(f"{name}={_encoded(value)}" for name, value in values.items())
    return f"{SCHEME}{_encoded(folder)}?{fields}&at={anchor.start},{length}"


def _encoded(value: str) -> str:
    return quote(value, safe="/", errors="replace")


def parse(text: str) -> Link:
    """What a link says.

    Raises:
        WrongLink: It is none, or something is missing or wrong in it; the message says what.
    """
    text = text.strip().removeprefix("<").removesuffix(">")
    if len(text) > LONGEST:
        raise WrongLink(f"This link has {len(text):,} characters, more than any of Morgue's.", _ADVICE)
    if not text.lower().startswith(SCHEME):
        raise WrongLink(f"This is no link of Morgue's, which begins with “{SCHEME}”.", _ADVICE)
    folder, _, query = text[len(SCHEME) :].partition("?")
    folder = unquote(folder)
    if not Path(folder).is_absolute() or "\0" in folder:
        raise WrongLink("This link does not say which folder it leads into.", _ADVICE)
    fields = dict(parse_qsl(query, keep_blank_values=True))
    if missing := [name for name in _FIELDS if name not in fields]:
        raise WrongLink(f"This link was cut off: it has no “{missing[0]}”.", _ADVICE)
    start, length = _numbers(fields["at"], "at", 2)
    (part,) = _numbers(fields["part"], "part", 1)
    exact = fields["quote"]
    if not exact.strip() or not length:
        raise WrongLink("This link has no words to look for.", _ADVICE)
    return Link(
        folder=folder,
        path=fields["path"],
        part=part,
        anchor=Anchor(
            exact=exact,
            prefix=fields["before"],
            suffix=fields["after"],
            start=start,
            end=start + len(exact),
            passage=0,
        ),
        length=length,
    )


_ADVICE = "Copy the whole of it, from an export or from the bookmarks, and put it in quotation marks."


def _numbers(text: str, name: str, count: int) -> list[int]:
    # Longer numbers than any text has code points are no places.
    if not re.fullmatch(rf"[0-9]{{1,10}}(,[0-9]{{1,10}}){{{count - 1}}}", text):
        raise WrongLink(f"This link says “{text[:40]}” for “{name}”, which is no place in a text.", _ADVICE)
    return [int(number) for number in text.split(",")]
