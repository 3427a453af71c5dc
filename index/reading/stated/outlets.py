"""Which outlet a text says it comes from. Only what can be relied on; a name quoted in passing is not."""

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from index.reading.plain.furniture_words import MENU_WORDS

_PART = r"(?:[A-Z][a-z]?\.|[A-Z0-9][\w'’&-]*(?:\.[\w-]+)*)"  # "St. Brine's", "Sund.example", but no sentence's end
_NAME = rf"(?P<name>(?:[Tt]he )?{_PART}(?: (?:{_PART}|of|the|and|&)){{0,4}})"
_CLOSING = (
    re.compile(rf"^\W*{_NAME} is (?:now |also )?on (?:Telegram|WhatsApp|Google News|Signal|Viber)\b"),
    re.compile(
        rf"^(?:©|\([cC]\)|[Cc]opyright(?: ©)?)\s*(?:\d{{4}}(?:\s?[-–—]\s?\d{{2,4}})?\s*)?(?:by )?{_NAME}"
    ),
    re.compile(
        rf"\b(?:[Ff]ollow|[Jj]oin|[Ss]ubscribe to|[Dd]ownload) (?:the )?{_NAME} (?:on|app\b|newsletter)"
    ),
    re.compile(
        rf"^(?:This (?:article|story) (?:was )?(?:first|originally) (?:published|appeared) (?:in|on|by)) {_NAME}"
    ),
)
_READERS = re.compile(r"\bother (?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}) readers\b")
_TOLD = re.compile(r"\b(?:told|tells) (?P<name>[Tt]he (?:[A-Z][\w'’-]+)(?: [A-Z][\w'’-]+){0,2})")
_TRAILING = re.compile(
    r"[,.]?\s*(?:\b(?:All|Inc|LLC|Ltd|Limited|PLC|Corp|Corporation|Company|Co|GmbH|Pty|Group"
    r"|Media Group|Rights|Reserved)\b.*|\d{4}.*)$"
)
_NO_OUTLET = frozenset(
    {
        "the",
        "us",
        "our",
        "this",
        "copyright",
        "copyrights",
        "all",
        "getty images",
        "afp",
        "ap",
        "reuters",
        "photo",
        "image",
    }
)
OUTLET_WORDS = re.compile(
    r"\b(?:Reuters|AFP|AP|BBC|CNN|TASS|Xinhua|Bloomberg|Times|Post|News|Herald|Tribune|Gazette|Journal|Courier|Guardian"
    r"|Independent|Telegraph|Observer|Mail|Mirror|Express|Chronicle|Globe|Star|Sun|Press|Agency|Magazine|Review|Daily|Weekly|Today|Dispatch"
    r"|Echo|Zeitung|Presse|Monde|Figaro|Radio|TV|Online|Wire|Mercury|Standard|Examiner|Inquirer|Sentinel"
    r"|Ledger|Bulletin|Monitor|Record)\b"
)

_ENDS_NAME = re.compile(r" (?:Letter|Newsletter|Digest|Advertiser|Advocate|Argus|Messenger)$")
"""Words that end outlets' names, and that headlines may hold as well."""
_TITLED = re.compile(_NAME)
_DOMAIN = re.compile(r"(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}", re.IGNORECASE)
_OF_SECTIONS = frozenset("news review reviews online tv radio magazine bulletin".split())
"""Words of outlets that name a section after a section's word: "World News", "Film Review"."""


def is_outlet_name(text: str) -> bool:
    """A short name with one of the words that outlets call themselves by."""
    return (
        len(text) <= 40 and len(text.split()) <= 5 and text[:1].isupper() and bool(OUTLET_WORDS.search(text))
    )


def is_titled_name(text: str) -> bool:
    """Up to five words in capitals, as the names of outlets, places and desks have."""
    return len(text) <= 40 and _TITLED.fullmatch(text) is not None


def is_domain(text: str) -> bool:
    """A site's address and nothing else: "www.sund.example"."""
    return _DOMAIN.fullmatch(text) is not None


def outlet_alone(text: str) -> str | None:
    """The outlet that a text consists of, by its name or its site's address; a section, as "World News", is none."""
    if is_domain(text):
        return outlet_of_address(f"https://{text.lower()}")
    # "BBC" is a name in capitals, "THE SUND TRIBUNE" one that is only printed so.
    name = text.title() if text.isupper() and not is_outlet_name(text) else text
    known = is_outlet_name(name) or _ENDS_NAME.search(name)
    return name if known and is_titled_name(name) and not _is_section(name) else None


def _is_section(text: str) -> bool:
    words = text.lower().split()
    return words[0] in MENU_WORDS and all(word in MENU_WORDS or word in _OF_SECTIONS for word in words)


def outlet_of_address(url: str) -> str | None:
    """The host that a page came from, which is what it states when it gives no name."""
    try:
        host = urlsplit(url.strip()).hostname or ""
    except ValueError:
        return None
    host = re.sub(r"^(?:www\d?|m|amp|mobile|edition)\.", "", host)
    return host if "." in host else None


def fuller_name(name: str, top: Sequence[str]) -> str:
    """The masthead among a page's top lines that a shortened name stands for: "Courier" for "The Sava Courier"."""
    small = name.lower().removeprefix("the ")
    for line in top:
        head = line.strip().lower()
        if len(head.split()) <= 5 and head.endswith(small) and head.removesuffix(small)[-1:] in {"", " "}:
            # A masthead in capitals has the words; the other place knows how they are written.
            return name if head.removeprefix("the ") == small and line.isupper() else masthead_name(line)
    return name


def masthead_name(text: str) -> str:
    """A masthead as a name: without a station's frequency, and not in capitals."""
    name = re.sub(r"\s[\d.,]+(?: ?fm)?$", "", text.strip(), flags=re.IGNORECASE)
    return name.title() if name.isupper() else name


def same_outlet(name: str, other: str) -> bool:
    """Whether two names are the same but for capitals and "The"."""
    return name.lower().removeprefix("the ") == other.lower().removeprefix("the ")


def stated_outlet(closing: Sequence[str], body: Sequence[str]) -> tuple[str, str] | None:
    """The outlet's name and the place that states it.

    Args:
        closing: the lines dropped around the article: copyright, channels, prompts to readers.
        body: the article's paragraphs, which count only together with a second clue, since copies of an article
            keep its "told The Courier".
    """
    for line in closing:
        for pattern in _CLOSING:
            match = pattern.search(line)
            if match and (name := _tidy(match["name"])):
                return name, "closing line"
    for line in closing:
        match = _READERS.search(line)
        if match:
            told = {told["name"] for text in body for told in _TOLD.finditer(text)}
            full = next(
                (name for name in told if name.lower() == f"the {match['name'].lower()}"), match["name"]
            )
            return full[0].upper() + full[1:], "closing line"
    return None


def _tidy(name: str) -> str | None:
    name = _TRAILING.sub("", name).strip(" .,-–|")
    if not name or name.lower() in _NO_OUTLET or len(name) < 3:
        return None
    return name
