"""Numbers as newspapers write them: 1,200 · 5.4bn · twenty-six · two dozen · half a million · tens of thousands."""

import re
from typing import NamedTuple

_SMALL = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
} | {
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_SCALES = {
    "dozen": 12.0, "hundred": 1e2, "thousand": 1e3, "lakh": 1e5, "million": 1e6, "crore": 1e7, "billion": 1e9,
    "trillion": 1e12,
}  # fmt: skip
_SHORT_SCALES = {"k": 1e3, "mn": 1e6, "mln": 1e6, "m": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12, "trn": 1e12}
_FRACTIONS = {"half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fifth": 1 / 5, "tenth": 1 / 10}
_GLYPHS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}

_NAMES = "|".join(sorted(_SMALL, key=len, reverse=True))
_LONG = "dozen|hundred|thousand|lakh|million|crore|billion|trillion"
# "1, 000" and "9. 1" are what badly saved pages make of 1,000 and 9.1.
_DIGITS = (
    r"(?:(?<=agnitude[ -])\d\. \d|(?<=[$£€])\d{1,3}\. \d\d?(?!\d)"
    r"|(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?:, \d{3})+|\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+|\d+)(?!\d)"
    r"(?:\.\d+|\. ?\d(?=[ -]?(?:magn|per|%|[mb]illion|[mb]n?\b|miles|feet|met|kilom|quake|earthq|inch)))?)"
)
_CROWDS = "tens|scores|dozens|hundreds|thousands|millions|billions"
CANDIDATE = re.compile(
    rf"(?<![\w/:#@&])(?<!\d[.,])(?P<digits>{_DIGITS}[½¼¾⅓⅔]?)"
    r"|\b(?P<fraction>(?:(?:an?|one|two|three|four|nine)[ -])?(?:half|thirds?|quarters?|fifths?|tenths?)\b(?: an?)?)"
    rf"|\b(?P<crowd>(?:{_CROWDS})(?: (?:of|and) (?:hundreds|thousands|millions|billions))*)\b"
    rf"|\b(?P<few>(?:several|(?:a|the) (?:few|couple of)) (?:dozen|hundred|thousand|million|billion)\b)(?! of the)"
    rf"|\b(?P<words>(?:{_NAMES}|an?(?= (?:{_LONG})\b))"
    rf"(?:[ -](?:{_NAMES}|{_LONG})|(?<=hundred) and (?:{_NAMES}))*)\b",
    re.IGNORECASE,
)
_SCALE = re.compile(
    rf"(?:[ \u00a0-]|-)?({_LONG})\b(?!s)|(?:[ \u00a0]?)(k|mn|mln|bn|tn|trn|m|b)\b", re.IGNORECASE
)
_OF_A_SCALE = re.compile(rf" of an? ({_LONG})\b(?!s)", re.IGNORECASE)
_AND_A_HALF = re.compile(
    r" and (a half|a quarter)(?= (?:million|billion|thousand|hours|days|weeks|months|years|miles))"
)
_MANY = re.compile(
    r" (?:[a-z]+ )?(?:people|voters|users|customers|viewers|refugees|migrants|children|women|men|homes|households|jobs"
    r"|residents|inhabitants|citizens|patients|visitors|passengers|members|workers|cases|doses|barrels|copies)\b"
)
"""Of these a letter counts millions or thousands: "1.5m people"."""
_ALONE = re.compile(r"(?:one|a|an)", re.IGNORECASE)


class Numeral(NamedTuple):
    """A number in a text. `least` says that only a lower bound is told ("dozens"); `step` is its last digit's place."""

    start: int
    end: int
    value: float
    least: bool = False
    spelled: bool = False
    fraction: bool = False
    scaled: bool = False
    grouped: bool = False


def read_numeral(text: str, candidate: re.Match[str], *, money: bool) -> Numeral | None:
    """The number that begins at a candidate, with its scale; None where the words are no number.

    Args:
        text: Where the candidate was found.
        candidate: A match of `CANDIDATE`.
        money: Whether a currency stands before it, so that "5m" is five million and not five metres.
    """
    start, end = candidate.span()
    if candidate.group("crowd"):
        return Numeral(start, end, _crowd(candidate.group()), least=True, spelled=True)
    if candidate.group("few"):
        return Numeral(
            start, end, _SCALES[candidate.group("few").split()[-1].lower()], least=True, spelled=True
        )
    if candidate.group("fraction"):
        return _fraction(text, candidate)
    digits = candidate.group("digits")
    value = _digits(digits) if digits else _spelled(candidate.group())
    if value is None:
        return None
    half = _AND_A_HALF.match(text, end)
    if half:
        value, end = value + (0.5 if half.group(1) == "a half" else 0.25), half.end()
    scaled = not digits and any(scale in candidate.group().lower() for scale in _SCALES)
    scale = _SCALE.match(text, end)
    crowd = money or bool(_MANY.match(text, scale.end() if scale else end))
    if scale and (scale.group(1) or _short_scale_fits(scale.group(2), money=crowd)):
        name = (scale.group(1) or scale.group(2)).lower()
        value, end, scaled = value * (_SCALES.get(name) or _SHORT_SCALES[name]), scale.end(), True
    return Numeral(
        start, end, value, spelled=not digits, scaled=scaled, grouped=bool(digits) and "," in (digits or "")
    )


def _short_scale_fits(letters: str, *, money: bool) -> bool:
    """Letters alone are a scale after money; without it "60m" is a length and "10k" a run, but "3bn" is a count."""
    return money or letters.lower() in ("mn", "mln", "bn", "tn", "trn")


def _digits(written: str) -> float | None:
    glyph = _GLYPHS.get(written[-1], 0.0)
    plain = re.sub(r"[,\s\u00a0\u202f\u2009]", "", written.rstrip("½¼¾⅓⅔"))
    return float(plain) + glyph if len(plain) <= 18 else None


def _spelled(written: str) -> float | None:
    total = current = 0.0
    for word in re.split(r"[ -]", written.lower()):
        if word in _SMALL:
            current += _SMALL[word]
        elif word in ("a", "an"):
            current += 1
        elif word in _SCALES:
            scale = _SCALES[word]
            if scale >= 1000:
                total, current = total + (current or 1) * scale, 0.0
            else:
                current = (current or 1) * scale
    return total + current


def _crowd(written: str) -> float:
    value = 1.0
    for word in re.split(r" (?:of|and) ", written.lower()):
        value *= {"tens": 10.0, "scores": 20.0}.get(word) or _SCALES[word[:-1]]
    return value


def _fraction(text: str, candidate: re.Match[str]) -> Numeral | None:
    """For instance "half", "two-thirds", "half a million"; an ordinal such as "the third" is no fraction."""
    words = [w for w in re.split(r"[ -]", candidate.group().lower()) if w]
    article = words[-1] if words[-1] in ("a", "an") and len(words) > 1 else ""
    name = words[-2 if article else -1].rstrip("s") if not words[-1].startswith("hal") else "half"
    count = _SMALL.get(words[0], 1) if words[0] not in ("a", "an") else 1
    value = count * _FRACTIONS.get(name, 0)
    end = candidate.end() - (len(article) + 1 if article else 0)
    if name != "half" and words[0] not in ("a", "an", *_SMALL):
        return None
    scale = _SCALE.match(text, candidate.end()) if article else None
    of_scale = None if article else _OF_A_SCALE.match(text, end)
    if of_scale and value:
        large = value * _SCALES[of_scale.group(1).lower()]
        return Numeral(candidate.start(), of_scale.end(), large, spelled=True, scaled=True)
    if scale and scale.group(1):
        return Numeral(
            candidate.start(), scale.end(), value * _SCALES[scale.group(1).lower()], spelled=True, scaled=True
        )
    if not value or not re.match(r"(?: of\b| an? | the \w)", text[end : end + 8]):
        return None
    return Numeral(candidate.start(), end, value, spelled=True, fraction=True)
