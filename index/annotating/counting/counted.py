"""What a number counts: the noun phrase behind it ("armoured vehicles"), or the noun before it ("a population of")."""

import re

_WORD = re.compile(r"[ \u00a0-]([A-Za-z](?:[\w’'-]|[–](?=[A-Za-z]))*)")
_OF = re.compile(r" (?:(?:more|others?) )?of (?=[A-Za-z])")
_SKIPPED = frozenset(
    "more other additional extra further new long wide high deep tall thick total old so-called strong odd".split()
)
_STOP = frozenset(
    "a an the this that these those his her its their our my your in on at to from for with by of and or but as after "
    "before over under near along into onto through when while than because since during across around between among "
    "including per each is are was were be been has have had will would could can may might must did do does who whom "
    "whose which where there here also now still already currently not no nor if so then said says say told took takes "
    "against about above below toward towards without within until till up down out off away back only just even both "
    "all every any some such what why how ago later earlier apart north south east west northwest northeast southwest "
    "southeast yesterday today tomorrow perhaps always via amid despite unless though although whether is’ nearly"
    " largely very too once twice thus us plus versus vs across besides times percent".split()
)
_PLURALS = frozenset(
    "people men women children troops personnel police staff aircraft cattle sheep fish crew dead population "
    "injured wounded missing homeless killed displaced hurt arrested detained infected unemployed wives lives media "
    "data criteria fishermen policemen congressmen lawmakers spacecraft helicopters nationals dozen servicemen "
    "servicewomen gunmen workmen".split()
)
_PARTITIVES = frozenset(
    "pieces members kinds cases pairs rounds units acts counts forms types percent share".split()
)
_PEOPLE = re.compile(r"[A-Z]\w*(?:ese|ish|[sz])$")
_BEFORE = re.compile(
    r"\b(population|death toll|toll|magnitude|intensity|depth|height|length|width|distance|altitude|elevation|price"
    r"|cost|value|speed|weight|temperature|turnout|unemployment|inflation|total|capacity|salary|fine|reward|turnover"
    r"|revenue|profit|loss|budget|debt|sentence|membership|circulation|age|score|rate)"
    r"(?: (?:of|from|in|for|on) (?:(?:the|its|their|a) )?[\w’'-]+(?: [\w’'-]+)?)?"
    r"(?:[ -]|:|,)*(?:(?:is|was|of|at|to|now|stands|stood|reached|reaching|rose|rising|fell|had|has|been|being|just"
    r"|only|about|around|above|over|almost|nearly|some|roughly|more|than|least|most|up|approximately|estimated|an|a"
    r"|put)[ -])*$",
    re.IGNORECASE,
)
_NUMBER_OF = re.compile(
    r"\bnumber of ([\w’'-]+(?: [\w’'-]+){0,3}?)(?: (?:on|in|at|who|killed|injured|had|has|have)\b[^.;:,]{0,40})? "
    r"(?:(?:is|was|stands|stood)(?: now)?(?: at)?|at|to|reached|rose to|had reached|has reached|exceeded)"
    r"(?: (?:about|around|some|over|more than|at least|nearly|almost))? $"
)
_THE_NUMBER_OF = re.compile(r" the number of ([\w’'-]+(?: [\w’'-]+){0,2})")
_QUAKE = re.compile(r"[ -](?:magnitude|quake|earthquake|temblor|tremor)\b")
_MEASURED = re.compile(r"(?:magnitude|measuring|measured)[ -]$", re.IGNORECASE)


def counted_after(text: str, end: int, *, share: bool, single: bool) -> str | None:
    """The noun phrase behind a number and its unit, in the text's words; None where nothing countable follows.

    Args:
        text: Where the number stands.
        end: Where it and its unit end.
        share: A percentage or fraction: its phrase keeps its "of".
        single: A single thing may follow, as after a unit ("a six-day exercise") or after "one".
    """
    of = _OF.match(text, end)
    if of:
        phrase_end = _phrase(text, of.end() - 1, single=True, determined=True)
        return text[of.start() + 1 if share else of.end() : phrase_end] if phrase_end else None
    if share:
        return None
    number = _THE_NUMBER_OF.match(text, end)
    if number:
        words = number.group(1).split()
        kept = next((i for i, word in enumerate(words) if word.lower() in _STOP), len(words))
        return " ".join(words[:kept]) or None
    phrase_end = _phrase(text, end, single=single or bool(_QUAKE.match(text, end)), determined=False)
    return _without_skipped(text[end:phrase_end].strip(" -\u00a0")) if phrase_end else None


def counted_before(text: str, start: int) -> str | None:
    """The noun that a number in front of it gives the size of: "a death toll of", "magnitude"."""
    lead = text[max(0, start - 90) : start]
    if _MEASURED.search(lead):
        return "magnitude"
    found = _BEFORE.search(lead)
    if found:
        return found.group(1).lower()
    number = _NUMBER_OF.search(lead)
    return number.group(1) if number else None


def _phrase(text: str, at: int, *, single: bool, determined: bool) -> int | None:
    """Where the noun phrase ends that begins behind `at`.

    A phrase ends with its first plural, or with further plurals that follow at once ("police officers"); one without
    a plural counts only where a single thing may stand.
    """
    plural_end: int | None = None
    last_end: int | None = None
    for count in range(6):
        match = _WORD.match(text, at)
        if not match:
            break
        word = match.group(1)
        lower = word.lower()
        if (
            determined
            and count == 0
            and lower in ("the", "its", "his", "her", "their", "these", "those", "our", "all")
        ):
            at = match.end()
            continue
        if lower in _STOP or (plural_end is not None and not _is_plural(word)):
            break
        if word.endswith(("’s", "'s")) and not determined:
            break
        at = match.end()
        if lower in _SKIPPED:
            continue
        last_end = at
        if _is_plural(word):
            plural_end = at
            if lower in _PARTITIVES:
                of = _OF.match(text, at)
                inner = _phrase(text, of.end() - 1, single=True, determined=True) if of else None
                return inner or at
    if plural_end is not None:
        return plural_end
    return last_end if single else None


def _is_plural(word: str) -> bool:
    lower = word.lower()
    if lower in _PLURALS:
        return True
    if word[:1].isupper():
        return bool(_PEOPLE.match(word))
    return lower.endswith("s") and not lower.endswith(("ss", "us", "is", "’s", "'s")) and len(lower) > 3


def _without_skipped(phrase: str) -> str:
    words = phrase.split()
    while len(words) > 1 and words[0].lower() in _SKIPPED:
        words.pop(0)
    return " ".join(words)
