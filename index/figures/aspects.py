"""What a figure tells of what it counts: the fate of people and things, or the side of a thing that is measured."""

import re
from collections.abc import Mapping

from index.catalogue.figured import FiguredText
from index.figures.pieces import own_piece
from models.annotation import Figure

_FATES = {
    "killed": r"kill\w*|dead|deaths?|die[sd]?|dying|lives|toll|lost their lives|perished|slain|murdered|fatal\w*"
    r"|drown\w*",
    "injured": r"injur\w*|wound\w*|hurt",
    "missing": r"missing|unaccounted",
    "displaced": r"fled|flee\w*|displaced|homeless|shelter\w*|refug\w*|evacuat\w*|camps?|brought out|moved (?:out|from)"
    r"|le(?:ft|aving) (?:their|home)|away from home",
    "arrested": r"arrest\w*|detain\w*|jailed|imprisoned",
    "trapped": r"trapped|buried",
    "rescued": r"rescued|saved|pulled (?:out|from)",
    "damaged": r"damag\w*|destroy\w*|collaps\w*|flattened",
    "employed": r"employ\w*|workforce|payroll",
    "aboard": r"carrying"
    r"|(?:aboard|on board)(?!(?: [\w’'-]+){0,3} (?:were|was|are|have|had|die|died|drowned|perished)\b)",
    "capacity": r"licen[sc]ed (?:for|to)|certified (?:for|to)|capacity|room for|carr(?:y|ies)(?! out\b)|seats?",
}
_SIDES: Mapping[str, Mapping[str, str]] = {
    "length": {
        "fall": r"fall\w*|fell|plung\w*|plummet\w*|tumbl\w*",
        "rise": r"rose|rise|risen|rising",
        "depth": r"deep|depth|below|beneath",
        "height": r"tall|high|height|elevation|altitude|above",
        "width": r"wide|width|broad|across|diameter",
        "distance": r"within|away|from|near|off|outside|inside|north\w*|south\w*|east\w*|west\w*|distance",
        "extent": r"long|length|border|frontier|stretch|route|road|pipeline|coast\w*|wall|fence",
    },
    "time": {
        "sentence": r"sentenc\w*|prison|jail\w*|behind bars|imprison\w*",
        "deliberation": r"deliberat\w*",
        "rule": r"in power|in office|reign\w*|career",
    },
}
"""Sides of a measured thing; of the measures that are not listed none is told apart."""
_MONEY_KINDS: Mapping[str, str] = {
    "price": r"buy\w*|bought|acqui\w+|purchas\w*|takeover|deal|contracts?|tender|price|worth|valued|sold",
    "cash": r"in cash|cash",
    "advance": r"advances?|down payments?|deposits?|instal?ments?|up ?front",
    "stock": r"stock|shares?",
    "funding": r"fund\w*|raised|backed|round|invest\w*|grants?",
    "revenue": r"revenues?|sales|turnover",
    "profit": r"profits?|earnings|earned|net income",
    "loss": r"loss(?:es)?|damages?",
    "fine": r"fin(?:es?|ed)|penalt\w+",
    "wage": r"salar(?:y|ies)|wages?|a-year|a year|an hour",
    "debt": r"debts?|loans?|borrow\w*|mortgage",
    "tax": r"tax(?:es)?",
    "reward": r"rewards?|bount\w+",
    "bail": r"bail|bond",
    "budget": r"budget|spending",
    "aid": r"aid|donat\w*|relief",
    "rent": r"rents?|dividends?",
}
_REACH = 60
"""Code points around a figure in which the word for its aspect is looked for."""
_LONG_REACH = 120
"""The same where it stands in the relative clause that the figure sums up."""
_REACH_OF_MONEY = 45


def _pattern(words: Mapping[str, str]) -> re.Pattern[str]:
    return re.compile(
        "|".join(rf"(?P<{name}>\b(?:{found})\b)" for name, found in words.items()), re.IGNORECASE
    )


_FATE = _pattern(_FATES)
_FATE_BEFORE = re.compile(
    "(?:" + "|".join(rf"(?P<{name}>\b(?:{words}))" for name, words in _FATES.items())
    + r")(?:[ ](?!and\b|or\b|while\b|as\b)[\w’'-]+){0,4}[ ]*$",
    re.IGNORECASE,
)  # fmt: skip
_SIDE = {measure: _pattern(sides) for measure, sides in _SIDES.items()}
_MONEY = _pattern(_MONEY_KINDS)
_INHABITED = re.compile(
    r"\b(?:village|town|city|hamlet|suburb|parish|settlement|island|country|nation|region|population|home to)"
    r"(?: of| with|,)?(?: (?:about|around|some|nearly|over|more than|just))* $",
    re.IGNORECASE,
)
_MORTAL = re.compile(
    r"soldier|troop|men\b|women\b|people|civilian|fighter|officer|[a-z](?:ans|is)\b", re.IGNORECASE
)
_DWELLERS = re.compile(
    r"people|residents|villagers|inhabitants|families|men\b|women\b|children|patients|[a-z]ans\b"
)
_GUESTS = re.compile(r"refugee|evacuee|displaced|migrant|soldier|troop", re.IGNORECASE)
"""Whom a place may be home to without being its population."""
_STAFF = re.compile(r"\b(?:workers|staff)$")
_RELATIVE = re.compile(
    r"\b(?:those|everybody|everyone|people|residents|persons) (?:who|whom)\b[^.;]*$", re.IGNORECASE
)
_MOVED = re.compile(r"\b(?:moved|brought|took|taken|led|carried|drove|bussed) (?:[\w ]{1,12} )?$")
_OUT = re.compile(r" (?:[\w’'-]+ ){1,4}(?:out|from|away|to safety)\b")
_LOST = re.compile(r"\b(?:has|have|had) (?:so far |already |now )?lost (?:[\w ]+ )?$")
_FATE_BEHIND = re.compile(
    r" (?:(?!and\b|or\b)[\w’'-]+ ){1,3}(?:(?:still|now|feared|reported|left|were|are|remain(?:ed)?) )?"
    r"(?P<found>dead|trapped|injured|wounded|hurt|missing|displaced|homeless)\b"
)
"""Right behind the noun it outweighs what is done to the counted: "to evacuate 14 children still trapped"."""
_OF_ALL = re.compile(r"\bof (?:the |all |some |about )*$")
_ABOARD = re.compile(r" (?:(?!and\b|or\b)[\w’'-]+ ){0,3}(?:aboard|on board)\b")
"""Of "42 killed of the 310 people aboard" the second number is no toll, though "killed" stands before it."""
_EXCESS = re.compile(
    r" (?:(?!and\b|or\b)[a-z][\w’'-]* ){0,2}(?:more|fewer|less|higher|lower) than (?!\d)", re.IGNORECASE
)
_HANDICAP = 15
"""By so many code points a word for distance must stand nearer than any other."""
_LEADS_IN = re.compile(
    r"\b(?:an?|the|its|another)(?: [\w-]+){1,3} of(?: (?:about|some|nearly|over|more than))? $"
)
"""At the end of a piece it tells of the next figure: "a contract of $48 million, with an advance of $12 million"."""
_COMPASS = re.compile(r" (?:to the |due )?(?:north|south|east|west)\w* of\b", re.IGNORECASE)


def is_excess(written: FiguredText, figure: Figure) -> bool:
    """Whether a figure is only how far something goes beyond another: "32 more than allowed", "$5m less than hoped"."""
    return bool(_EXCESS.match(written.text, figure.end))


def fate(written: FiguredText, figure: Figure, start: int, end: int) -> str | None:
    """What happened to the people or things that a count counts, from the sentence between `start` and `end`.

    "population" of people who just live somewhere.
    """
    if is_excess(written, figure):
        return None
    lead, tail = own_piece(written, figure, start, end, _REACH)
    if _OF_ALL.search(lead) and _ABOARD.match(tail):
        return "aboard"
    if _INHABITED.search(lead) and not _GUESTS.search(figure.of or ""):
        return "population"
    plain = _FATE_BEHIND.match(tail)
    led = None if plain else _FATE_BEFORE.search(lead)
    if led:
        return led.lastgroup
    if _LOST.search(lead) and _MORTAL.search(figure.of or ""):
        return "killed"
    if _MOVED.search(lead) and _OUT.match(tail) and _DWELLERS.search(figure.of or ""):
        return "displaced"
    found = _FATE.search(plain.group("found") if plain else tail)
    if not found and figure.of:
        found = _FATE.search(figure.of)
    if not found:
        # A relative clause tells of everybody whom the figure at its end sums up.
        relative = _RELATIVE.search(own_piece(written, figure, start, end, _LONG_REACH).lead)
        ahead = list(_FATE.finditer(relative.group() if relative else lead))
        found = ahead[-1] if ahead else None
    if found:
        return found.lastgroup
    return "employed" if _STAFF.search(figure.of or "") else None


def side(written: FiguredText, figure: Figure, measure: str, start: int, end: int) -> str | None:
    """Which side of a thing a length or time measures: its nearest word in the figure's own piece of the sentence.

    A distance is only what is told to be nothing else: who falls 60 metres from a ridge has fallen.
    """
    pattern = _SIDE.get(measure)
    if pattern is None:
        return None
    named = pattern.search(figure.of or "")
    if named:
        return named.lastgroup
    lead, tail = own_piece(written, figure, start, end, _REACH)
    if _COMPASS.match(tail):
        return "distance"
    found = [(len(lead) - m.end(), m.lastgroup) for m in pattern.finditer(lead)]
    found += [(m.start(), m.lastgroup) for m in pattern.finditer(tail)]
    return min(found, key=lambda item: item[0] + _HANDICAP * (item[1] == "distance"), default=(0, None))[1]


def kinds_of_money(written: FiguredText, figure: Figure, start: int, end: int) -> frozenset[str]:
    """What a sum of money is, as far as the figure's own piece of the sentence names it: "price", "cash", "fine"."""
    piece = own_piece(written, figure, start, end, _REACH_OF_MONEY)
    parts = (piece.lead, _LEADS_IN.sub("", piece.tail))
    return named_kinds_of_money(*parts)


def named_kinds_of_money(*texts: str) -> frozenset[str]:
    """What sums of money some texts name."""
    return frozenset(m.lastgroup for text in texts for m in _MONEY.finditer(text) if m.lastgroup)
