"""Make the word lists beside this file; run by a developer, never by Morgue.

    uv run --with names --with faker python index/annotating/data/make_lists.py FOLDER

FOLDER holds news texts of our own (`*.txt`); only their lower-case words are kept. Given names and surnames are
taken from the packages `names` (US census counts) and `faker`, both MIT-licensed: see NOTICE.
"""

import importlib
import pkgutil
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

HERE = Path(__file__).parent
LATIN_NAME = re.compile(
    r"[A-Z\u00c0-\u024f][a-z\u00c0-\u024f]{2,}(?:[-'\u2019][A-Z\u00c0-\u024f][a-z\u00c0-\u024f]+)?"
)
LOWER_WORD = re.compile(r"(?<![\w'\u2019-])[a-z]{2,}(?![\w-])")
# Shares of the population, in per cent, beyond which the census lists are mostly curiosities.
CENSUS_GIVEN, CENSUS_SURNAMES = 85.0, 45.0
# Words such as "grace" and "mark" are taken for names when that many people bear them.
CENSUS_USUAL = 70.0
# Their lists hold every patronymic in both genders, thousands that no newspaper prints.
GRAMMATICAL_FORMS = {"is_IS", "lv_LV", "lt_LT", "cs_CZ", "sk_SK", "bg_BG"}


def census(file: str, share: float) -> Iterator[str]:
    """Names of one census list until they cover `share` per cent of the people."""
    import names  # type: ignore[import-not-found]  # only there when this script is run as above

    for line in (Path(names.__file__).parent / file).read_text().splitlines():
        name, _, cumulative, _ = line.split()
        if float(cumulative) <= share:
            yield name.title()


def faker_names(*attributes: str) -> Iterator[str]:
    """Names of every locale of faker in the attributes that contain one of the given words."""
    import faker.providers.person as people  # type: ignore[import-not-found]  # the same

    for module in pkgutil.iter_modules(people.__path__):
        if not module.ispkg or module.name in GRAMMATICAL_FORMS:
            continue
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for attribute in dir(provider):
            value = getattr(provider, attribute)
            if not isinstance(value, (tuple, list, dict)) or not any(
                word in attribute for word in attributes
            ):
                continue
            for entry in value:
                name = entry if isinstance(entry, str) else entry[0]
                if LATIN_NAME.fullmatch(name):
                    yield name


def ordinary_words(folder: Path) -> list[str]:
    """Words that our own texts write in lower case, and hardly ever with a capital inside a sentence."""
    lower: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for path in sorted(folder.glob("*.txt")):
        text = re.sub(r"\[\[[A-Z]+\|([^\]]*)\]\]", r"\1", path.read_text(encoding="utf-8"))
        lower.update(LOWER_WORD.findall(text))
        capital.update(word.lower() for word in re.findall(r"(?<=[a-z,] )[A-Z][a-z]+", text))
    return sorted(word for word, count in lower.items() if count > capital[word])


def write(file: str, words: Iterable[str]) -> None:
    """One word a line."""
    (HERE / file).write_text("\n".join(sorted(set(words))) + "\n", encoding="utf-8")


def main(folder: Path) -> None:
    """Write the three lists."""
    ordinary = ordinary_words(folder)
    common = set(ordinary)
    given = set(faker_names("first_name")) | set(census("dist.male.first", CENSUS_GIVEN))
    given |= set(census("dist.female.first", CENSUS_GIVEN))
    usual = set(census("dist.male.first", CENSUS_USUAL)) | set(census("dist.female.first", CENSUS_USUAL))
    given = {name for name in given if name in usual or name.lower() not in common}
    surnames = (set(faker_names("last_name")) | set(census("dist.all.last", CENSUS_SURNAMES))) - given
    write("ordinary_words.txt", ordinary)
    write("given_names.txt", given)
    write("surnames.txt", (name for name in surnames if name.lower() not in common))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
