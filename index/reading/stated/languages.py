"""Which language a text is in, by its script or by its commonest words."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

_COMMON = {
    "en": "the and of to in that was for is with he said on it as by from has have",
    "de": "der die und das den von ist des mit sich dem nicht ein eine auf für im auch wie",
    "fr": "le la les des et du est que une dans qui pour pas sur plus par au avec sont",
    "es": "el la los de que y en las por con una para del se su como más al ha",
    "it": "il di che è la per un non del con una sono della gli anche nel dei ha alla",
    "pt": "o de que e do da em um para com não uma os no se na dos mais por ao",
    "nl": "de het een van en in dat is op te zijn met voor niet aan er ook als bij",
    "sv": "och att det som en på är av för med den till inte har ett om var de",
    "da": "og at det som en på er af for med den til ikke har et om var der",
    "no": "og at det som en på er av for med den til ikke har et om var fra",
    "fi": "ja on ei että se oli hän mutta ovat myös kun joka mukaan sen",
    "pl": "i w na nie z się do że to jest o jak po od za przez ale",
    "cs": "a v se na je že o s z do i to jako za pro by ale",
    "ro": "și de în a la pe cu nu din că o este un mai care pentru",
    "hu": "a az és hogy nem is egy volt meg de csak ez már",
    "tr": "ve bir bu da de için ile olarak çok daha olan ne",
    "hr": "je i u na se da su za od s koji što nije o kako",
    "id": "yang dan di dengan untuk dari ini pada tidak dalam itu akan",
    "vi": "của và là các những cho không được một có trong đã",
    "ru": "и в не на что с он по это как из за был его",
    "uk": "і в не на що з та до як за це про від був його",
    "bg": "и на да в се за от не е че с по са",
}
_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
    ("ka", re.compile("[\u10a0-\u10ff]")),
    ("hy", re.compile("[\u0530-\u058f]")),
)
_BEYOND_LATIN = re.compile("[\u0370-\u1cff\u2e80-\ud7ff]")
_PERSIAN = re.compile("[پچژگ]")
_URDU = re.compile("[ٹڈڑے]")
_WORD = re.compile(r"[^\W\d_]+")
_NO_LETTERS = "".join(chr(code) if chr(code).isalpha() else " " for code in range(128))
_SAMPLE = 1500


@cache
def _languages_of_word() -> dict[str, tuple[str, ...]]:
    table: dict[str, list[str]] = {}
    for language, words in _COMMON.items():
        for word in words.split():
            table.setdefault(word, []).append(language)
    return {word: tuple(languages) for word, languages in table.items()}


def language_of(texts: Iterable[str]) -> str | None:
    """The ISO 639-1 code of the first 1,500 characters; None where the evidence is thin."""
    sample = ""
    for text in texts:
        sample += text + "\n"
        if len(sample) > _SAMPLE:
            break
    sample = sample[:_SAMPLE]
    if not sample.isascii():
        by_script = _by_script(sample)
        if by_script:
            return by_script
    table = _languages_of_word()
    words = _words_of(sample.lower())
    votes: dict[str, int] = {}
    for word, times in Counter(filter(table.__contains__, words)).items():
        for language in table[word]:
            votes[language] = votes.get(language, 0) + times
    most = max(votes.values(), default=0)
    # Common words make up a third of prose; a table of figures or a list of names shows no language.
    if most < max(4, 0.1 * len(words)):
        return None
    first = [language for language, number in votes.items() if number == most]
    return first[0] if len(first) == 1 else None


def _words_of(text: str) -> list[str]:
    # Most samples are English ones without any accent, and split at a third of the price.
    return text.translate(_NO_LETTERS).split() if text.isascii() else _WORD.findall(text)


def _by_script(sample: str) -> str | None:
    if not _BEYOND_LATIN.search(sample):
        return None
    letters = sum(char.isalpha() for char in sample)
    for language, script in _SCRIPTS:
        # Japanese kana stand among Chinese characters, so a tenth decides for them.
        least = 0.1 if language == "ja" else 0.3
        if len(script.findall(sample)) > least * letters > 0:
            if language == "ar":
                return "ur" if _URDU.search(sample) else "fa" if _PERSIAN.search(sample) else "ar"
            return language
    return None


def language_code(stated: str | None) -> str | None:
    """A page's own language tag ("en-GB", "pt_BR") as ISO 639-1."""
    match = re.match(r"\s*([A-Za-z]{2})(?:$|[-_\s])", stated or "")
    return match.group(1).lower() if match else None
