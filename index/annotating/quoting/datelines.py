"""Datelines: where a report comes from, in front of what it says: "VELMAR, Halvenia (AP) — "."""

import re

from index.sentences import paragraphs

_CAPITALS = r"[^\W\d_a-z](?:[^\W\d_a-z]|[.'’-])+"
_WORD = r"[^\W\d_a-z][\w.'’-]*"
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DAY = rf"(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?"
_REGION = rf"(?:, (?!{_DAY}){_WORD}(?: {_WORD}){{0,2}}){{0,2}}"
_AGENCY = r"\([^\W\d_a-z][^()\n]{1,39}\)"
_DASH = r"(?:\s*[–—]\s*|\s+(?:-{1,2}|_)\s+)"
_DATELINE = re.compile(
    rf"(?:{_CAPITALS}(?:[ /]{_CAPITALS}){{0,3}}{_REGION}(?:,? {_DAY})?(?:,? {_AGENCY})?"
    rf"|{_WORD}(?: {_WORD}){{0,3}}{_REGION}(?:,? {_DAY}(?:,? {_AGENCY})?|,? {_AGENCY})){_DASH}(?=\S)"
)
"""A place in capitals with all that may follow it; of one in small letters only a day or an agency tells."""


def without_datelines(text: str) -> str:
    """The text, same length, with blanks for its datelines, so that no place in one is taken for who speaks."""
    pieces, at = [], 0
    for start, end in paragraphs(text):
        found = _DATELINE.match(text, start, end)
        if found:
            pieces += [text[at:start], " " * (found.end() - start)]
            at = found.end()
    return "".join([*pieces, text[at:]])
