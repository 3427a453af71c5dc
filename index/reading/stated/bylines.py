"""Names of authors: bylines in lines of text, and the author fields of pages, without what is no name."""

import re
from functools import lru_cache

from index.reading.plain.furniture_words import MENU_WORDS
from index.reading.stated.months import month_numbers

_BY = re.compile(
    r"^(?:(?:written|words|story|report|exclusive|text|reported|posted|published|article|interview|review|analysis|photographs?|"
    r"authored|created|submitted|compiled|opinion) (?:and \w+ )?by|by"
    r"|by-line|byline|words|authors?|von|par|por|di|autor(?:in|es)?|auteur|autore|text|av|door|przez|автор)(?::\s*|\s+)(?=\S)",
    re.IGNORECASE,
)
_GLUED = re.compile(r"By(?=[A-Z])")
"""A page sets label and name side by side without a blank: "ByMara Ilić"."""
_COLON_NEEDED = re.compile(
    r"^(?:authors?|byline|text|words|autor\w*|auteur|autore|автор)\s+(?!:)", re.IGNORECASE
)
_SPLIT = re.compile(
    r"\s*(?:;|\||\n|•|·|/|\s–\s|\s-\s|,?\s+(?:[Aa]nd|AND|und|et|y|e|och|en|with)\s+|,?\s*&\s*|,)\s*"
)
_NOISE = re.compile(
    r"\S+@\S+|https?://\S+|www\.\S+|@\w+|\(.*?\)|\b(?:follow|email|bio)\b.*$|\b(?:[Ff]or|at) (?:[Tt]he )?[A-Z].*$"
    r"|\b(?:in|on|from) [A-Z].*$|’s .*$"
    r"|(?<=\w{4}) (?:(?:The )?Associated Press|Agence France-Presse|Reuters|AP|AFP)\b.*$",
)
_ROLE = re.compile(
    r"\b(?:staff|editors?|editorial|desk|team|newsroom|reporters?|correspondents?|columnists?|contributors?|contributing|writers?|"
    r"journalists?|producers?|bureau|chief|officer|director|manager|professor|fellow|analyst|author|admin(?:istrator)?|webmaster|guest|"
    r"service|services|agency|agencies|agence|press|news|media|reuters|afp|bloomberg|xinhua|ians|pti|ani|associated|magazine|times|"
    r"herald|gazette|journal|tribune|courier|post|daily|weekly|online|today|network|radio|tv|television|web|blog|"
    r"redaktion|redazione|rédaction|redacción|redação|company|inc|llc|ltd|gmbh|university|institute|department|"
    r"ministry|council|customs|protection|police|government|office|union|committee|reports?|cent(?:er|re)|society|association|foundation|board|community|group|follow|comments?|read|share|updated?|published|posted|views?|"
    r"ph\.?d|m\.?d|rd|mph|msc|mba|unknown|anonymous|none|null|user|more|about|all|archives?|photos?|images?|videos?)\b\.?",
    re.IGNORECASE,
)
_PARTICLES = frozenset(
    "de da do dos das di del della der den van von zu zum la le el al bin ibn abu ben e y ter ten af av du st".split()
)
_TITLE = re.compile(r"^(?:dr|prof|mr|mrs|ms|sir)\.?\s+", re.IGNORECASE)
_INITIAL = re.compile(r"[^\W\d_]\.")
_TOKEN = re.compile(r"(?:[^\W\d_]+[.'’-]?)+$")


_DESK = re.compile(
    r"\b(?:staff|(?:news|web|city|sports?|foreign|national) desk|newsroom|news team|(?:staff|special|our|own|city) "
    r"(?:reporters?|correspondents?|writers?)|bureau|news services?|wire services?|(?:news )?agenc(?:y|ies)"
    r"|editorial board|associated press|press association|reuters|afp|agence france-presse|bloomberg|xinhua|tass"
    r"|ians|pti|ani|dpa|efe|ansa|upi"
    r"|redaktion|redazione|rédaction|redacción|redação)\b",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"(?:(?:site|web|super)?[ -]?admin(?:istrator)?|unknown|anonymous|none|null|user\d*|guest(?: \w+)?|author"
    r"|editor(?:ial)?"
    r"|webmaster|staff|team|contributor|writer|published|posted|follow|share|home|comments?)",
    re.IGNORECASE,
)


_OUTLET_ENDS = re.compile(
    r"\b(?:news|press|reuters|afp|ap|bbc|times|post|journal|herald|agency)\b", re.IGNORECASE
)


def looks_like_name(text: str) -> bool:
    """Two to five capitalised words, as a person's name has, none of them a role, a month or a menu word."""
    tokens = text.split()
    if not 2 <= len(tokens) <= 5 or len(text) > 45 or text.lower() in MENU_WORDS or _ROLE.search(text):
        return False
    for number, token in enumerate(tokens):
        if not _TOKEN.match(token):
            return False
        if token.lower().strip(".") in month_numbers() and number != 0:
            return False
        if not token[0].isupper() and (token.lower() not in _PARTICLES or number == len(tokens) - 1):
            return False
    return True


def is_persons_name(text: str) -> bool:
    """Whether a name is a person's by itself: it begins with a title, an initial or a known given name.

    Where no "By" says so the look of a name is not enough: "Lisk Letter" and "Port Calder" have it too.
    """
    title = _TITLE.match(text)
    name = text[title.end() :] if title else text
    if not looks_like_name(name):
        return False
    first, second, *_ = name.split()
    # The family name comes first in "Kim Min-jun".
    if title or _INITIAL.match(first) or "-" in second:
        return True
    from index.annotating.names.gazetteer import given_names

    return any(part.title() in given_names() for part in (first, *first.split("-")))


def clean_authors(stated: str, outlet: str | None = None, *, single_names: bool = False) -> tuple[str, ...]:
    """The people's names in a byline or author field; addresses, roles, desks and the outlet's own name are left out.

    Args:
        stated: "By Mara Ilić and Tom Reed, Political Editor".
        outlet: the outlet's name, which many pages give as their author.
        single_names: accept names of one word, as an author field of a page may hold.
    """
    text = _BY.sub("", " ".join(stated.split()))
    names: list[str] = []
    for piece in _SPLIT.split(text):
        name = _NOISE.sub("", piece).strip(" ,.;:*\"'“”-–—_|")
        name = _TITLE.sub("", name)
        if not name or (outlet and (_same(name, outlet) or _is_branch(name, outlet))):
            continue
        if names and _OUTLET_ENDS.search(name):
            # "By Mara Ilić, Courier News, Belgrade": what follows the outlet is a place.
            break
        if name.isupper():
            name = name.title()
        if (looks_like_name(name) or (single_names and _single(name))) and name not in names:
            names.append(name)
    return tuple(names[:8])


def _single(name: str) -> bool:
    return bool(_FIELD_NAME.fullmatch(name)) and name[0].isupper() and not _ROLE.search(name)


_FIELD_NAME = re.compile(r"[^\W\d_][\w'’.-]{2,24}(?: [^\W\d_][\w'’.-]{1,24}){0,2}")


def _same(name: str, outlet: str) -> bool:
    plain = [re.sub(r"\W|^the\b", "", text.lower()) for text in (name, outlet)]
    return plain[0] == plain[1] or (len(plain[0]) > 4 and plain[0] in plain[1])


def _is_branch(name: str, outlet: str) -> bool:
    """Whether a name of two words is a section of the outlet, as "Courier Business" is."""
    first, _, section = name.partition(" ")
    return first == outlet and bool(section) and " " not in section


def desk(stated: str, outlet: str | None = None, *, linked: bool = False) -> tuple[str, ...]:
    """The desk, agency or group that a byline names instead of people, as "Staff and wire services"; empty if none.

    Args:
        stated: a byline, with or without "by".
        outlet: the outlet's name, which alone is no byline.
        linked: the page links it as its author, so that a pen name will do too.
    """
    # "ZNA, Sund": the agency, and where its report was written.
    name = _BY.sub("", " ".join(stated.split())).split(", ")[0].strip(" ,.;:*|–—-")
    if not 2 <= len(name) <= 60 or len(name.split()) > 6 or not name[0].isalnum() or name.islower():
        return ()
    if _NOBODY.fullmatch(name) or "@" in name or "http" in name or (outlet and _same(name, outlet)):
        return ()
    return (name,) if linked or _DESK.search(name) else ()


@lru_cache(maxsize=64)  # a head's lines are asked about by each of their neighbours
def byline(line: str) -> tuple[str, ...]:
    """The authors that a line beginning with "By" or the like names; empty if it is no byline."""
    match = _BY.match(line) or _GLUED.match(line)
    if not match or len(line) > 160 or _COLON_NEEDED.match(line):
        return ()
    # "By seeking a larger role, the city ..." goes on in small letters; a name does not.
    rest = line[match.end() :]
    if not rest[0].isupper():
        return ()
    return clean_authors(rest)
