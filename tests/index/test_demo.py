"""The demo keeps what docs/demo.md promises of it: these tests read the tables there."""

import html
import re
import unicodedata
from collections import Counter
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

from index.demo import demo_folder

GUIDE = (Path(__file__).parents[2] / "docs" / "demo.md").read_text(encoding="utf-8")
WINDOWS_1252 = "drills/selvany-wire.txt"
"""The one file that is not UTF-8, on purpose."""

PATH = re.compile(r"`([\w-]+/[\w-]+\.(?:txt|html|md))`")
FILES = sorted(p.relative_to(demo_folder()).as_posix() for p in demo_folder().rglob("*") if p.is_file())

REAL_OUTLETS = (
    "BBC|CNN|Reuters|Associated Press|Agence France|AFP|Bloomberg|Al Jazeera|Guardian|Independent|Telegraph|"
    "New York Times|NYT|Washington Post|Wall Street Journal|Financial Times|The Times|Economist|Le Monde|El País|"
    "Der Spiegel|TASS|Interfax|RIA Novosti|Xinhua|Kyodo|Anadolu|The Week|Haaretz|Politico|Axios|Deutsche Welle"
)
REAL_PLACES = (
    "Russia|Ukraine|Tajik|Afghan|America|Britain|England|London|France|Germany|China|Chinese|India|Turkey|Serbia|"
    "Croatia|Bosnia|Poland|Hungar|Czech|Slovak|Europe|Asia|Moscow|Kremlin|NATO|Soviet|Danube|Sava|Drina"
)


def source(path: str) -> str:
    encoding = "cp1252" if path == WINDOWS_1252 else "utf-8"
    return (demo_folder() / path).read_bytes().decode(encoding)


def plain(path: str) -> str:
    """A file's words without markup, scripts or styles; line breaks kept."""
    text = source(path)
    if path.endswith(".html"):
        text = re.sub(r"(?s)<head.*?</head>|<script.*?</script>", "", text)
        text = re.sub(r"</?(?:em|span|a|b)\b[^>]*>", "", text)
        text = html.unescape(re.sub(r"<[^>]+>", "\n", text))
    return text


def section(heading: str) -> list[list[str]]:
    """The rows of the table that follows a heading or a bold line in the guide."""
    rows = []
    for line in GUIDE.split(heading, 1)[1].splitlines():
        if line.startswith("|"):
            rows.append([cell.strip() for cell in line.strip("|").split("|")])
        elif rows:
            break
    return rows[2:]


def stated(cell: str) -> list[tuple[str, str]]:
    """Pairs of words and file from a cell such as "5,000 `a/b.txt`; 3,200 `c/d.txt`"."""
    return [
        (words.strip(), PATH.findall(f"`{path}`")[0])
        for words, path in re.findall(r"([^;`]+)`([^`]+)`", cell)
    ]


ARTICLES = {PATH.findall(row[0])[0]: row for row in section("## The articles")}


def test_the_folder_is_an_ordinary_one() -> None:
    assert isinstance(demo_folder(), Path)
    assert demo_folder().is_dir()
    assert {Path(path).suffix for path in FILES} == {".txt", ".html", ".md"}


def test_every_article_is_in_the_guide_and_nothing_else() -> None:
    assert sorted(ARTICLES) == FILES
    assert set(PATH.findall(GUIDE)) <= set(FILES)
    assert "thirty-one" in GUIDE
    assert len(FILES) == 31


def test_formats_and_outlets() -> None:
    formats = Counter(Path(path).suffix for path in FILES)
    assert formats == {".txt": 21, ".html": 8, ".md": 2}
    outlets = Counter(row[1] for row in ARTICLES.values())
    assert len(outlets) - ("not stated" in outlets) >= 9
    assert outlets["The Velmar Courier"] >= 4


@pytest.mark.parametrize("path", FILES)
def test_an_article_is_clean_text_of_a_fair_length(path: str) -> None:
    text = source(path)
    assert not [c for c in text if unicodedata.category(c) == "Cc" and c != "\n"]
    assert unicodedata.is_normalized("NFC", text)
    assert 180 <= len(plain(path).split()) <= 900


def test_one_file_is_windows_1252() -> None:
    data = (demo_folder() / WINDOWS_1252).read_bytes()
    with pytest.raises(UnicodeDecodeError):
        data.decode("utf-8")
    assert "Žerav" in source(WINDOWS_1252)
    assert "“We did not choose" in source(WINDOWS_1252)


@pytest.mark.parametrize("path", FILES)
def test_nothing_in_it_is_real(path: str) -> None:
    # Attributes of tags hold the web's own words, so only what a reader sees counts.
    assert re.findall(rf"\b(?:{REAL_OUTLETS})\b", plain(path)) == []
    assert re.findall(rf"\b(?:{REAL_PLACES})", plain(path)) == []
    hosts = re.findall(r"https?://([\w.-]+)", source(path))
    vocabularies = {"schema.org", "ogp.me", "www.w3.org"}
    assert [host for host in hosts if not host.endswith(".example") and host not in vocabularies] == []


@pytest.mark.parametrize("path", [p for p in FILES if ARTICLES[p][1] != "not stated"])
def test_an_article_states_its_outlet(path: str) -> None:
    assert ARTICLES[path][1].casefold() in html.unescape(source(path)).casefold()


NUMERIC = r"\b\d{1,2}[./]\d{1,2}[./]\d{4}\b|\b\d{4}-\d{2}-\d{2}"
WRITTEN = r"\b\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+ (?:19|20)\d\d\b|\b[A-Z][a-z]+\.? \d{1,2}, (?:19|20)\d\d\b"


@pytest.mark.parametrize("path", FILES)
def test_a_date_is_stated_or_there_is_none(path: str) -> None:
    dates = re.findall(f"{NUMERIC}|{WRITTEN}", source(path))
    if ARTICLES[path][2] == "undated":
        assert dates == []
        return
    day = date.fromisoformat(ARTICLES[path][2])
    forms = (
        f"{day:%Y-%m-%d}",
        f"{day:%d.%m.%Y}",
        f"{day:%d/%m/%Y}",
        f"{day.day} {day:%B %Y}",
        f"{day:%B} {day.day}, {day.year}",
        f"{day:%b}. {day.day}, {day.year}",
    )
    assert any(form in source(path) for form in forms)


def test_dates_come_in_many_forms_and_weekdays_are_right() -> None:
    everything = "\n".join(map(source, FILES))
    dates = re.findall(r"\b([MTWFS][a-z]+day) (\d{1,2}) ([A-Z][a-z]+) (\d{4})\b", everything)
    assert len(dates) >= 5
    months = "January February March April May June July August September October November December".split()
    for weekday, day, month, year in dates:
        assert f"{date(int(year), months.index(month) + 1, int(day)):%A}" == weekday
    for form in (
        "28 July 2021 11:57 BST",
        "19.05.2021",
        "July 29, 2021",
        "Aug. 14, 2021, 6:32 p.m. ET",
        "11/06/2021",
    ):
        assert form in everything
    assert '"datePublished": "2021-06-09T06:30:00+01:00"' in everything
    assert 'datetime="2021-07-31T19:05+03:00"' in everything


QUOTATION = section("**One sentence, five cuts.**")


@pytest.mark.parametrize("row", QUOTATION, ids=lambda row: row[0][:40])
def test_the_quotation_stands_as_cut(row: list[str]) -> None:
    words, whole = row[0], QUOTATION[0][0]
    assert words in whole
    for path in PATH.findall(row[1]):
        assert re.search(rf"[“\"]{words}[,.]?[”\"]", plain(path)), path
        longer = [other[0] for other in QUOTATION if words in other[0] and other[0] != words]
        assert not any(other in plain(path) for other in longer), path


def test_the_whole_quotation_is_the_earliest() -> None:
    def days(row: list[str]) -> list[str]:
        return [ARTICLES[path][2] for path in PATH.findall(row[1]) if ARTICLES[path][2] != "undated"]

    assert max(days(QUOTATION[0])) < min(day for row in QUOTATION[1:] for day in days(row))


def test_the_phrase_of_the_tour_is_in_seven_articles() -> None:
    holders = [path for path in FILES if "we will hold it" in plain(path)]
    assert len(holders) == 7
    assert "cut in six other articles" in GUIDE


WIRE = ("drills/ledger-wire.txt", "drills/evening-post-wire.html", "drills/selvany-wire.txt")


def shingles(path: str) -> set[tuple[str, ...]]:
    """The four-word shingles of an agency story's body, up to its last full paragraph."""
    paragraphs = [p for p in re.split(r"\n\s*\n|\n", plain(path)) if len(p.split()) > 15 and "©" not in p]
    words = re.findall(r"\w+", " ".join(paragraphs[paragraphs.index(_opening(paragraphs)) :]).lower())
    return set(zip(words, words[1:], words[2:], words[3:], strict=False))


def _opening(paragraphs: list[str]) -> str:
    return next(p for p in paragraphs if "crossed their border river together" in p)


@pytest.mark.parametrize(("one", "other"), combinations(WIRE, 2))
def test_copies_of_the_wire_share_most_of_their_words(one: str, other: str) -> None:
    a, b = shingles(one), shingles(other)
    assert len(a & b) / min(len(a), len(b)) > 0.8
    assert a != b


def test_copies_differ_as_the_guide_says() -> None:
    assert "Trade between the two has fallen" in plain(WIRE[0])
    assert "Trade between the two has fallen" not in plain(WIRE[1])
    assert "Neighbors Hold War Games" in plain(WIRE[0])
    assert "Neighbors Hold War Games" not in plain(WIRE[1]) + plain(WIRE[2])
    assert "Some 5,000 troops" in plain(WIRE[0])
    assert "About 5,000 troops" in plain(WIRE[1])


@pytest.mark.parametrize(
    "heading",
    [
        "**Figures that conflict.**",
        "**Figures that only seem to.**",
        "**One quantity, two units.**",
        "**One person,",
    ],
)
def test_figures_and_spellings_stand_where_the_guide_says(heading: str) -> None:
    pairs = [pair for row in section(heading) for pair in stated(row[1])]
    assert len(pairs) >= 5
    missing = [(words, path) for words, path in pairs if words not in plain(path)]
    assert missing == []


@pytest.mark.parametrize("row", section("**Abbreviations.**"), ids=lambda row: row[0])
def test_abbreviations_are_defined_once_and_used_bare(row: list[str]) -> None:
    short, definition, bare = row
    ((words, path),) = stated(definition)
    assert words in plain(path)
    for user in PATH.findall(bare):
        assert re.search(rf"\b{short}\b", plain(user))
        assert f"({short})" not in plain(user)


def test_british_and_american_spelling() -> None:
    ledger = "\n".join(plain(path) for path in FILES if "ledger" in path)
    others = "\n".join(plain(path) for path in FILES if path.split("/")[1].startswith(("courier", "herald")))
    for british, american in (
        ("Defence", "Defense"),
        ("Organisation", "Organization"),
        ("neighbour", "neighbor"),
    ):
        assert american in ledger
        assert british not in ledger
        assert british in others
        assert american not in others


JUNK = re.compile(
    r"(?i)also read|read also|comments|commenting forum|\bshare\b|subscribe|advertisement|whatsapp|telegram|"
    r"donation|newsletter|skip to|log in|sign in|most read|you may also like|all rights reserved|listen live"
)


def test_most_text_files_have_their_article_in_the_middle_of_junk() -> None:
    surrounded = []
    for path in FILES:
        lines = [line for line in source(path).splitlines() if line]
        if (
            path.endswith(".txt")
            and JUNK.search("\n".join(lines[:12]))
            and JUNK.search("\n".join(lines[-8:]))
        ):
            surrounded.append(path)
    assert len(surrounded) >= 12


def test_captions_are_repeated_where_pages_repeat_them() -> None:
    repeated = [p for p in FILES if p.endswith(".txt") and re.search(r"(?m)^(.{30,})\n+\1$", source(p))]
    assert len(repeated) == 5


def test_other_scripts_and_wide_characters() -> None:
    everything = "\n".join(map(plain, FILES))
    assert "Жерав" in everything
    assert "三号闸门" in everything
    assert {"📣", "👍"} <= set(everything)


def test_pages_are_whole() -> None:
    for path in FILES:
        if path.endswith(".html"):
            page = source(path)
            assert page.startswith("<!DOCTYPE html")
            assert page.rstrip().endswith("</html>")
            for mark in ("og:site_name", "<title>", "©"):
                assert mark in html.unescape(page) or path == "flood/ledger-acres.html"
            assert re.search(r"(?i)cookie|advertisement|share|print", page)
