"""What a single line of a saved page shows by itself: menus, share bars, prompts, teasers, credits.

A verdict is *sure* where the words can hardly stand in an article. Words that can (a lone "Business") are furniture
only in the company of other furniture, which `index.reading.plain.cleaning` judges.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from index.reading.plain.furniture_rules import AGENCY_CREDIT, MENU, RULES, SHARE, Rule
from index.reading.plain.furniture_signs import SIGNS, Sign
from index.reading.plain.furniture_words import MENU_WORDS, NETWORKS, SHARE_WORDS

LONGEST = 400
"""Characters above which a line is never furniture by its words alone."""


class Verdict(NamedTuple):
    """Why a line looks like furniture."""

    reason: str
    sure: bool = True


_AGENCIES = (
    r"(?:reuters?|associated press|ap|afp|agence france-presse|ians|pti|ani|dpa|xinhua|tass|upi|efe|ansa|agencies"
    r"|wire services|news agencies|bloomberg)"
)
_CREDIT = re.compile(
    r"[-–—(\[*\s]*(?:"
    r"(?:with )?(?:additional |agency )?inputs? (?:from|by) [^.]{2,80}"
    r"|with (?:additional )?(?:reports?|files?|reporting|material|information|contributions?) (?:from|by) [^.]{2,80}"
    r"|(?:additional|further) (?:reporting|writing|research) (?:by|from) .{2,120}"
    r"|(?:reporting|writing|compiled|edited|editing|translated|produced) by .{2,160}"
    r"|this (?:story|report|article|copy)(?: (?:was|has been|is|first))+ (?:published|auto-?generated|taken|syndicated"
    r"|sourced|provided|edited|republished|originally)\b.{0,160}"
    r"|.{2,100} contributed (?:to this (?:report|story|article)|reporting(?: from [^.]{2,60})?)|source ?: ?.{2,60}"
    r"|(?:from|staff and|compiled from) (?:wire|news|agency) (?:services?|agencies|reports|dispatches)"
    rf"|{_AGENCIES}(?:\s?[/,&]\s?{_AGENCIES})*"
    r")\s*[)\]*.]*",
)
_LOWER_WORD = re.compile(r"\b[a-zà-ÿ]{4,}")
_WORD = re.compile(r"\w+")
_EDGES = " \t.,:;!*•·|»«›‹<>→←▼▲▾▸+-–—_/\\#()[]…"
_TOKENS = re.compile(r"[^\W_]+(?:['’-]\w+)*")


_OPENINGS = SHARE_WORDS | {word.split(" ", 1)[0] for word in MENU_WORDS}
"""The first words of lines that menus and share bars can consist of."""
_LETTER = re.compile(r"[^\W\d_]")
_BAR = re.compile(r"\s[|·•/]\s")
_QUOTATION = re.compile('["“”]')


def _whole_line(patterns: Iterable[str]) -> re.Pattern[str]:
    """A pattern for lines in small letters, with the marks around them."""
    return re.compile(rf"[\W_]{{0,4}}(?:{'|'.join(patterns)})[\s.:!»›→>…\]]*$")


@cache
def _any_rule(*, sentences: bool) -> re.Pattern[str]:
    """All rules, or those that hold for sentences too. Named groups would make it twice as slow."""
    return _whole_line(
        pattern for rule in RULES if rule.sentences or not sentences for pattern in rule.patterns
    )


@cache
def _each_rule() -> tuple[tuple[Rule, re.Pattern[str]], ...]:
    return tuple((rule, _whole_line(rule.patterns)) for rule in RULES)


class Sought(NamedTuple):
    """A sign made ready to be looked for."""

    keyword: str
    sign: Sign
    pattern: re.Pattern[str]


@cache
def _signs() -> tuple[Sought, ...]:
    return tuple(Sought(sign.keyword, sign, re.compile(sign.pattern)) for sign in SIGNS)


def signs_within(text: str) -> tuple[Sought, ...]:
    """The signs whose keyword stands anywhere in a text: few, and the others can be in none of its lines."""
    small = text.lower()
    return tuple(sought for sought in _signs() if sought.keyword in small)


def _is_sentence(line: str) -> bool:
    """Five words or more that begin with a letter and end with a sentence's mark."""
    return (
        line.rstrip("\"'”’)").endswith((".", "!", "?"))
        and (line[0].isalnum() or line[0] == "_")
        and len(line.split(None, 4)) == 5
    )


def verdict(line: str, signs: Sequence[Sought] | None = None) -> Verdict | None:
    """What a line alone shows; None where it may well be the article's.

    Args:
        line: without line ends, and without blanks around it.
        signs: the `signs_within` its text, where they are known.
    """
    small = line.lower()
    is_sentence = len(line) <= LONGEST and _is_sentence(line)
    for keyword, sign, pattern in _signs() if signs is None else signs:
        if (
            keyword in small
            and len(line) <= sign.longest
            and (sign.sentences or not is_sentence)
            and (sign.quoted or not _QUOTATION.search(line))
            and pattern.search(small)
        ):
            return Verdict(sign.reason)
    if len(line) > LONGEST:
        return None
    if len(line) <= 200 and _CREDIT.fullmatch(small) and not _is_told(line):
        return Verdict(AGENCY_CREDIT)
    if _any_rule(sentences=is_sentence).match(small):
        rule = next(
            rule
            for rule, pattern in _each_rule()
            if (rule.sentences or not is_sentence) and pattern.match(small)
        )
        return Verdict(rule.reason, rule.sure)
    if len(line) > 120:
        return None
    bare = small.strip(_EDGES)
    if bare in MENU_WORDS:
        return Verdict(MENU, sure=False)
    sections = [section.strip() for section in _BAR.split(bare)]
    if len(sections) >= 2 and all(map(_is_label, sections)):
        return Verdict(MENU)
    if len(sections) >= 3 and sum(section in MENU_WORDS for section in sections) * 2 >= len(sections):
        return Verdict(MENU)
    opening = _TOKENS.search(bare)
    if opening is None or opening.group() not in _OPENINGS:
        return None
    tokens = _TOKENS.findall(bare)
    if len(line) <= 90 and _is_menu(tokens):
        return Verdict(MENU)
    if all(token in SHARE_WORDS for token in tokens):
        # "Post" or "Save" alone may be a menu's word or a table's; two of them are a share bar.
        return Verdict(SHARE, sure=len(tokens) > 1 or bare in NETWORKS)
    return None


def _is_label(section: str) -> bool:
    """One of a bar's labels: a menu's word, a line of furniture by itself, or a mere count."""
    return (
        section in MENU_WORDS
        or not _LETTER.search(section)
        or bool(_any_rule(sentences=False).match(section))
    )


def _is_menu(tokens: list[str]) -> bool:
    """Three menu words or more, one after the other, and nothing else."""
    found = position = 0
    while position < len(tokens):
        size = next((n for n in (3, 2, 1) if " ".join(tokens[position : position + n]) in MENU_WORDS), 0)
        if not size:
            return False
        found += 1
        position += size
    return found >= 3


def _is_told(line: str) -> bool:
    """A long line mostly of common words tells something; a credit consists of names."""
    return len(line) > 60 and len(_LOWER_WORD.findall(line)) > 0.5 * len(_WORD.findall(line))
