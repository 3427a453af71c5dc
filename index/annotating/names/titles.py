"""What stands beside a person's name and tells one bearer of it from another: Mr and Mrs, the minister, the chair."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Literal, NamedTuple

from index.annotating.names import cues
from index.words import fold

Sex = Literal["m", "f"]

OFFICES = (
    "minister|president|governor|mayor|senator|congressman|congresswoman|general|commander|colonel|captain|judge|prosecutor"
    "|chairman|chairwoman|chair|chancellor|premier|ambassador|envoy|secretary|director|chief|coach|bishop|archbishop"
    "|pope|king|queen|prince|princess|sheriff|spokesman|spokeswoman|spokesperson|leader|speaker|deputy|professor|economist"
    "|analyst|lawyer|attorney|author|candidate|nominee|billionaire|businessman|actor|actress|singer|manager|inspector"
    "|commissioner|treasurer|engineer|doctor|historian|hydrologist|scientist"
)
"""Last words of what a person may be called instead of by name, as alternatives of an expression."""
REACH = 80
"""Code points to each side of a name within which its titles stand."""

_FEMALE = re.compile(
    r"(?:Mrs|Ms|Miss|Madam|Mme|Lady|Dame|Sister|Queen|Princess|Baroness|[Ss]pokeswoman|[Cc]hairwoman|[Cc]ongresswoman"
    r"|[Bb]usinesswoman|[Aa]ctress|mother|daughter|wife|sister|aunt|widow)\.?\s$"
)
_MALE = re.compile(
    r"(?:Mr|Sir|Lord|King|Prince|Baron|Father|[Ss]pokesman|[Cc]hairman|[Cc]ongressman|[Bb]usinessman|father|\bson|husband"
    r"|brother|uncle|widower)\.?\s$"
)
_COURTESY = re.compile(r"\b(Mr|Mrs|Ms|Miss|Sir|Lady|Lord|Dame)\.?\s$")
_DESCRIBED = r"((?:(?!(?:of|to|by|with|for|and|about|that)\b)[\w’'-]+\s){0,3})"
_OFFICE_BEFORE = re.compile(rf"(?:^|(?<=[\s“\"(]))(?:{_DESCRIBED})({OFFICES})(,?)\s$", re.IGNORECASE)
_OFFICE_BEHIND = re.compile(
    rf",\s(?:who\s(?:is|was)\s)?(?:the|an?|its|their|his|her|[A-Z][\w-]+['’]s?)\s{_DESCRIBED}({OFFICES})\b",
    re.IGNORECASE,
)
_BEHIND_APPOSED = re.compile(r"[,.;:)]|$")
_AMERICAN = {"defence": "defense", "labour": "labor"}
_WHICH = frozenset(
    "prime foreign defense interior finance home health education justice trade labor agriculture energy transport "
    "environment economy culture sports infrastructure water vice deputy former ex acting assistant shadow late".split()
)
"""Words before an office that say which one it is, or that it is another."""
_OTHER = frozenset("prime vice deputy former ex acting assistant shadow late".split())
"""Those without which it is another office: a vice president is no president."""
_FEMALE_NAMES = frozenset(
    "mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley "
    "kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca sharon laura cynthia kathleen amy "
    "angela shirley anna brenda pamela emma nicole helen samantha katherine christine debra rachel carolyn janet "
    "catherine maria heather diane ruth julie olivia joyce virginia victoria kelly lauren christina joan evelyn judith "
    "megan andrea cheryl hannah jacqueline martha gloria teresa ann sara madison frances kathryn janice jean abigail "
    "alice julia judy sophia grace denise amber doris marilyn danielle beverly isabella theresa diana natalie brittany "
    "charlotte marie kayla alexis lori fatima aisha leila yasmin olga natalia svetlana irina elena tatiana ekaterina "
    "anastasia ingrid astrid greta angela ursula claire anne chloe camille elise sofia lucia carmen rosa ana isabel "
    "hillary ivanka melania kellyanne megyn sally jane kate lucy molly jill theresa priti liz nicola penny harriet "
    "huma condoleezza madeleine sonia indira mariana paula silvia chiara giulia francesca monica yuki keiko sakura mei "
    "li-chen ling amina khadija zainab noor mara ivana jelena milica katarina tamara vera nina lena eva petra".split()
)
_MALE_NAMES = frozenset(
    "james robert john michael david william richard joseph thomas charles christopher daniel matthew anthony mark "
    "donald steven paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary "
    "nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory alexander frank patrick raymond "
    "jack dennis jerry tyler aaron jose adam nathan henry douglas zachary peter kyle ethan walter noah jeremy "
    "keith roger terry austin sean gerald carl harold dylan arthur lawrence jordan jesse bryan billy bruce gabriel joe "
    "logan alan juan albert willie elijah wayne randy vincent philip bobby johnny bradley mohammed muhammad mohammad "
    "ahmed ali hassan hussein omar ibrahim abdul yusuf khalid vladimir sergei dmitry ivan nikolai andrei boris alexei "
    "mikhail yuri igor oleg viktor yevgeniy evgeny hans klaus jurgen wolfgang pierre jacques francois jean luc carlos "
    "luis jorge pedro miguel antonio francisco manuel diego pablo mario marco giovanni giuseppe tim jim tom bob bill "
    "mike dave steve chris matt dan greg ted ben bernie barack rand marco mitt newt rick chuck harry tony gordon nigel "
    "jeremy simon ian colin neil graham stuart kenji hiroshi takeshi wei jun davor goran zoran milan dragan stefan "
    "josef karl otto fritz kurt lars erik sven olaf bjorn rahul amit raj sanjay narendra imran nawaz asif".split()
)


class Titles(NamedTuple):
    """What a name is given beside it at one place."""

    shown: str | None = None
    """The title that stands before the name, without a stop: "Mr", "Minister"."""
    sex: Sex | None = None
    offices: frozenset[str] = frozenset()
    """In small letters and American spelling: "defense minister", "chair"."""


def titles_beside(before: str, behind: str) -> Titles:
    """The titles that a name has where it stands.

    Args:
        before: What stands before it; `REACH` code points are enough.
        behind: What stands behind it, up to the end of its paragraph at most.
    """
    courtesy = _COURTESY.search(before)
    shown = courtesy[1] if courtesy else None
    offices: set[str] = set()
    held = _OFFICE_BEFORE.search(before[: courtesy.start()] if courtesy else before)
    if held is not None and (not held[3] or _BEHIND_APPOSED.match(behind)):
        offices.add(_office(held[1], held[2]))
        if shown is None and not held[3] and held[2] in cues.TITLES:
            shown = held[2]
    apposed = _OFFICE_BEHIND.match(behind)
    if apposed is not None:
        offices.add(_office(apposed[1], apposed[2]))
    return Titles(shown, sex_before(before), frozenset(offices))


def sex_before(before: str) -> Sex | None:
    """What the last word before a name tells: Mr, the widow, Queen."""
    return "f" if _FEMALE.search(before) else "m" if _MALE.search(before) else None


def titles_at(text: str, start: int, end: int) -> Titles:
    """The titles of the name at a place of a text."""
    return titles_beside(*sides(text, start, end))


def sides(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and behind a place in its line, as far as `REACH`."""
    before, behind = text[max(0, start - REACH) : start], text[end : end + REACH]
    return before.rpartition("\n")[2], behind.partition("\n")[0]


def titles_in(name: str) -> Titles:
    """The titles that a name is written with: "Mr Kern", "Minister Kern"."""
    title, _, rest = name.partition(" ")
    return titles_beside(f"{title} ", "") if rest else Titles()


def sex_of_given(given: str) -> Sex | None:
    """What a given name tells; None where it tells nothing."""
    word = fold(given)
    return "f" if word in _FEMALE_NAMES else "m" if word in _MALE_NAMES else None


def sex_told(told: Iterable[Sex | None], name: str) -> Sex | None:
    """The sex of somebody from the titles that texts give and the given name; None where they are not at one.

    Args:
        told: By the titles of each mention.
        name: A surname alone tells nothing.
    """
    votes = Counter(sex for sex in told if sex is not None)
    first, _, surname = name.partition(" ")
    given = sex_of_given(first) if surname else None
    if given is not None:
        votes[given] += 1
    if not votes:
        return None
    (sex, most), *_ = votes.most_common(1)
    return sex if most * 3 > votes.total() * 2 else given


def same_office(office: str, other: str) -> bool:
    """Whether two offices can be one: the minister is the defense minister, but not the foreign or a former one."""
    *which, head = office.split()
    *others, other_head = other.split()
    if head != other_head or not _OTHER.isdisjoint({*which} ^ {*others}):
        return False
    return not which or not others or which == others


def _office(described: str, head: str) -> str:
    words = [_AMERICAN.get(word, word) for word in described.lower().replace("-", " ").split()]
    return " ".join([*(word for word in words if word in _WHICH), head.lower()])
