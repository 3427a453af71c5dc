import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.linking import link_to, parse
from index.linking.uri import LONGEST, QUOTED
from models.bookmark import Anchor, Bookmark
from models.errors import MorgueError


def kept(
    exact: str, *, path: str = "ferries.txt", prefix: str = "", suffix: str = "", start: int = 0
) -> Bookmark:
    end = start + len(exact)
    anchor = Anchor(exact=exact, prefix=prefix, suffix=suffix, start=start, end=end, passage=1)
    moment = "2031-04-01T10:00:00Z"
    return Bookmark(
        id=1, folder="/clip pings", path=path, part=3, anchor=anchor, created=moment, changed=moment
    )


def test_a_link_says_where_and_what() -> None:
    link = parse(link_to(kept("Nobody sails", prefix="she said: ", suffix=", and left", start=90)))
    assert (link.folder, link.path, link.part, link.length) == ("/clip pings", "ferries.txt", 3, 12)
    assert link.anchor.exact == "Nobody sails"
    assert (link.anchor.prefix, link.anchor.suffix, link.anchor.start) == ("she said: ", ", and left", 90)


def test_of_a_long_quote_it_has_the_beginning_and_what_follows() -> None:
    words = " ".join(f"word{i}" for i in range(500))
    link = parse(link_to(kept(words, suffix=" the end")))
    assert link.anchor.exact == words[:QUOTED]
    assert words.startswith(link.anchor.exact + link.anchor.suffix)
    assert link.length == len(words)
    assert len(link_to(kept(words))) < 400


@given(
    words=st.text(min_size=1).filter(str.strip),
    path=st.text(min_size=1, max_size=30),
    before=st.text(max_size=40),
)
def test_any_words_and_names_survive(words: str, path: str, before: str) -> None:
    text = link_to(kept(words, path=path, prefix=before))
    assert re.fullmatch(r"morgue:[A-Za-z0-9._~/,%?&=-]+[0-9]", text)
    if words[:QUOTED].strip():
        link = parse(text)
        assert link.anchor.exact == words[:QUOTED].encode("utf-8", "replace").decode()
        assert link.path == path.encode("utf-8", "replace").decode()


def test_brackets_and_blanks_around_a_link_are_passed_over() -> None:
    text = link_to(kept("Nobody sails"))
    assert parse(f" <{text}> ") == parse(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "no link of Morgue's"),
        ("https://quay.example/strike", "no link of Morgue's"),
        ("morgue:", "which folder"),
        ("morgue:clippings?path=a", "which folder"),
        ("morgue:/clippings", "cut off: it has no “path”"),
        ("morgue:/clippings?path=a&part=0&at=1,2", "cut off: it has no “quote”"),
        ("morgue:/clippings?path=a&part=x&at=1,2&quote=b&before=&after=", "“x” for “part”"),
        ("morgue:/clippings?path=a&part=0&at=1&quote=b&before=&after=", "“1” for “at”"),
        ("morgue:/clippings?path=a&part=0&at=1,99999999999&quote=b&before=&after=", "for “at”"),
        ("morgue:/clippings?path=a&part=0&at=1,0&quote=%20&before=&after=", "no words"),
        ("morgue:/a%00b?path=a&part=0&at=1,2&quote=b&before=&after=", "which folder"),
        ("morgue:/clippings?quote=" + "x" * LONGEST, "characters"),
    ],
)
def test_a_wrong_link_is_told_clearly(text: str, told: str) -> None:
    with pytest.raises(MorgueError, match=re.escape(told)):
        parse(text)
