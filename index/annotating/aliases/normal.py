"""Names in the forms that make different spellings of them equal."""

import re
from functools import lru_cache

from index.annotating.aliases.tables import spellings
from index.annotating.names import cues
from index.words import fold

_POSSESSIVE = re.compile(r"['’]s?$")
_SPACE = re.compile(r"\s+")
_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,7}\d?|(?:[A-Z]\. ){1,4}[A-Z]\.?")
_SHORT = 3
_OWN_STOPS = ("Inc.", "Corp.", "Co.", "Ltd.", "Jr.", "Sr.", "Bros.")
_DOTS = re.compile(r"[. ]")
_NOT_WORD = re.compile(r"[^\w&]+")
_HONORIFICS = frozenset(fold(title) for title in cues.TITLES) | {"the", "late", "former"}
_SMALL = frozenset(
    {"of", "for", "the", "and", "on", "in", "to", "at", "de", "la", "du", "des", "der", "und", "y"}
)
_BRITISH = (
    (re.compile(r"isation(s?)\b"), r"ization\1"),
    (re.compile(r"\bdefence\b"), "defense"),
    (re.compile(r"\bcentre\b"), "center"),
    (re.compile(r"\blabour\b"), "labor"),
    (re.compile(r"\bprogramme\b"), "program"),
    (re.compile(r"\btheatre\b"), "theater"),
    (re.compile(r"\bharbour\b"), "harbor"),
    (re.compile(r"\bco-operation\b"), "cooperation"),
)
_CYRILLIC = str.maketrans(
    dict(zip("абвгґдезиклмнопрстуфхыэіј", "abvggdeziklmnoprstufhyeij", strict=True))
    | {"ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "yu", "я": "ya", "є": "ye", "ъ": "",
       "ь": "", "љ": "lj", "њ": "nj", "ћ": "c", "ђ": "dj", "џ": "dz"}
)  # fmt: skip
"""Folded letters of Russian, Ukrainian, Belarusian, Bulgarian and Serbian as English newspapers write them."""
_ARABIC_ARTICLE = re.compile(r"\b(?:(?:[AaEe]l|A[ds]|Ash|A[nrz])[-‐‑](?=\w)|(?:al|el) (?=\w))")
"""al-Assad, as-Sadr, el Sissi; but Al Gore is no Gore of the Arabs."""
COMPANY_ENDS = frozenset(
    {"inc", "corp", "corporation", "co", "company", "ltd", "plc", "llc", "limited", "incorporated"}
)


def plain(name: str) -> str:
    """A name as written, without line ends inside, possessive, quotation marks and a stop that is not its own."""
    bare = _POSSESSIVE.sub("", _SPACE.sub(" ", name)).strip(" \"“”'‘’,")
    return bare if is_acronym(bare) or bare.endswith(_OWN_STOPS) else bare.rstrip(".")


def is_acronym(name: str) -> bool:
    """Whether a name is all initials: "CSTO", "U.N.", "U. S."."""
    return _ACRONYM.fullmatch(name) is not None


def folded(name: str) -> str:
    """A name without accents and capitals, in Latin letters."""
    return fold(name).translate(_CYRILLIC)


@lru_cache(maxsize=100_000)
def _person_words(name: str) -> tuple[str, ...]:
    words = [word for word in _NOT_WORD.split(folded(name.replace("’", "'").replace("'", ""))) if word]
    while len(words) > 1 and words[0] in _HONORIFICS:
        words.pop(0)
    if len(words) > 2 and words[-1] in ("jr", "sr", "ii", "iii"):
        words.pop()
    return tuple(words)


def person_words(name: str) -> list[str]:
    """The folded words of a person's name, without titles: "Mr. Davor Ilić-Kern" is davor, ilic, kern."""
    return list(_person_words(name))


@lru_cache(maxsize=100_000)
def spelled_alike(name: str) -> tuple[str, ...]:
    """The words of a person's name in one spelling, without Arabic articles: "Moammar al-Kadafi", muammar gaddafi."""
    usual = spellings()
    return tuple(usual.get(word, word) for word in _person_words(_ARABIC_ARTICLE.sub("", name)))


@lru_cache(maxsize=100_000)
def body_key(name: str) -> str:
    """A body's or place's name folded, in American spelling, without article and stops.

    A short word is kept as it is: "Md" is not "MD".
    """
    key = folded(name.replace("’", "'"))
    if is_acronym(name):
        return _DOTS.sub("", key)
    if len(key) <= _SHORT:
        return name
    for british, american in _BRITISH:
        key = british.sub(american, key)
    words = [
        word for word in _NOT_WORD.split(key.replace("'s", "").replace("'", "").replace(".", "")) if word
    ]
    if len(words) > 1 and words[0] == "the":
        words.pop(0)
    return " ".join(words).replace(" & ", " and ")


def without_company_end(key: str) -> str:
    """A key of `body_key` without "Inc", "Co Ltd" and the like; the key itself if nothing else would be left."""
    words = key.split()
    while len(words) > 1 and words[-1] in COMPANY_ENDS:
        words.pop()
    return " ".join(words)


def initials(name: str) -> str:
    """The first letters of a name's words: "Collective Security Treaty Organisation", CSTO.

    Small words and a company's ending are left out.
    """
    words = [word for word in re.split(r"[\s-]+", name) if word and word.lower() not in _SMALL]
    while len(words) > 1 and words[-1].strip(".,").lower() in COMPANY_ENDS:
        words.pop()
    return "".join(word[0] for word in words).upper()


_VOWELS = re.compile(r"[aeiouy]+")
_SOUNDS = ((re.compile(r"kh|ck|q|c(?![eiyh])"), "k"), (re.compile(r"ph"), "f"), (re.compile(r"zh|dzh|dj"), "j"),
           (re.compile(r"sch|tch|tsh|ch"), "c"), (re.compile(r"w"), "v"), (re.compile(r"z"), "s"),
           (re.compile(r"h(?=$|[^aeiou])|(?<=[a-z])h"), ""), (re.compile(r"ks|x"), "ks"),
           (re.compile(r"(.)\1+"), r"\1"))  # fmt: skip


@lru_cache(maxsize=100_000)
def skeleton(word: str) -> str:
    """A folded word with its runs of vowels as one and sounds written in one way: taliban and taleban are t*l*b*n."""
    bones = word
    for sound, letter in _SOUNDS:
        bones = sound.sub(letter, bones)
    return _VOWELS.sub("*", bones).rstrip("*")


_TRANSLITERATED = ((re.compile(r"kh"), "h"), (re.compile(r"zh"), "z"), (re.compile(r"sh|sch"), "s"),
                   (re.compile(r"ck"), "k"), (re.compile(r"(?<=i)c$"), "C"), (re.compile(r"c(?![eiyh])|q"), "k"),
                   (re.compile(r"tch|ch"), "C"), (re.compile(r"ph"), "f"), (re.compile(r"w"), "v"),
                   (re.compile(r"iy|yi|y"), "i"), (re.compile(r"(.)\1+"), r"\1"))  # fmt: skip


@lru_cache(maxsize=100_000)
def sounds(word: str) -> str:
    """A folded word with what transliterations write differently in one way; vowels stay.

    Khorunov and Horunov, sholich and solic (Šolić without its accents), zherav and zerav sound alike.
    """
    for written, sound in _TRANSLITERATED:
        word = written.sub(sound, word)
    return word


def sound_bones(word: str) -> str:
    """The sounds of a folded word with its runs of vowels as one, for finding what may be spelled alike."""
    return _VOWELS.sub("*", sounds(word)).rstrip("*")
