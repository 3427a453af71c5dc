"""What a single line of a saved page shows by itself: menus, share bars, prompts, teasers, credits.

A verdict is *sure* where the words can hardly stand in an article. Words that can (a lone "Business") are furniture
only in the company of other furniture, which `index.reading.cleaning` judges.
"""

import re
from functools import cache
from typing import NamedTuple

from index.reading.furniture_rules import AGENCY_CREDIT, MENU, RULES, SHARE
from index.reading.furniture_signs import SIGNS, Sign
from index.reading.furniture_words import MENU_WORDS, NETWORKS, SHARE_WORDS

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


_LETTER = re.compile(r"[^\W\d_]")
_BAR = re.compile(r"\s[|·•/]\s")
_QUOTATION = re.compile('["“”]')


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """All rules as one pattern, and those that hold for sentences. For lines in small letters."""
    parts = [(rule, f"(?P<r{number}>{'|'.join(rule.patterns)})") for number, rule in enumerate(RULES)]
    whole, sentences = (
        re.compile(rf"[\W_]{{0,4}}(?:{'|'.join(chosen)})[\s.:!»›→>…\]]*$")
        for chosen in ([part for _, part in parts], [part for rule, part in parts if rule.sentences])
    )
    return whole, sentences


@cache
def _signs() -> tuple[tuple[str, Sign, re.Pattern[str]], ...]:
    return tuple((sign.keyword, sign, re.compile(sign.pattern)) for sign in SIGNS)


def _is_sentence(line: str) -> bool:
    """Five words or more that begin with a letter and end with a sentence's mark."""
    return (
        line.rstrip("\"'”’)").endswith((".", "!", "?"))
        and (line[0].isalnum() or line[0] == "_")
        and len(line.split(None, 4)) == 5
    )


def verdict(line: str) -> Verdict | None:
    """What a line alone shows; None where it may well be the article's."""
    small = line.lower()
    is_sentence = len(line) <= LONGEST and _is_sentence(line)
    for sign, pattern in [found[1:] for found in _signs() if found[0] in small]:
        if (
            len(line) <= sign.longest
            and (sign.sentences or not is_sentence)
            and (sign.quoted or not _QUOTATION.search(line))
            and pattern.search(small)
        ):
            return Verdict(sign.reason)
    if len(line) > LONGEST:
        return None
    if len(line) <= 200 and _CREDIT.fullmatch(small) and not _is_told(line):
        return Verdict(AGENCY_CREDIT)
    any_line, sentences = _patterns()
    match = (sentences if is_sentence else any_line).match(small)
    if match and match.lastgroup:
        rule = RULES[int(match.lastgroup[1:])]
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
    tokens = _TOKENS.findall(bare)
    if len(line) <= 90 and _is_menu(tokens):
        return Verdict(MENU)
    if tokens and all(token in SHARE_WORDS for token in tokens):
        # "Post" or "Save" alone may be a menu's word or a table's; two of them are a share bar.
        return Verdict(SHARE, sure=len(tokens) > 1 or bare in NETWORKS)
    return None


def _is_label(section: str) -> bool:
    """One of a bar's labels: a menu's word, a line of furniture by itself, or a mere count."""
    return section in MENU_WORDS or not _LETTER.search(section) or bool(_patterns()[0].match(section))


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
