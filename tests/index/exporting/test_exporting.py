import csv
import io
import json
import re
from typing import Any

import pytest

from index.exporting import FORMATS, Format, export
from index.linking import parse
from models.bookmark import Anchor, Bookmark, Citation, Entry, Heading

HOSTILE = (
    '=1+1 {x} \\ "q" <b>bold</b> [l](javascript:x) *s*\x1b[31m\x9b\x00\r\nER  - \n# head & 50% of #1_ ~^ $'
)


def bookmark(exact: str = "We will hold the line", start: int = 5, **given: Any) -> Bookmark:
    values: dict[str, Any] = {
        "id": 1,
        "folder": "/clippings",
        "path": "ferries.txt",
        "part": 0,
        "anchor": Anchor(
            exact=exact, prefix="before ", suffix=" after", start=start, end=start + len(exact), passage=2
        ),
        "kind": "direct",
        "speaker": "Orla Penhale",
        "note": "Ask her again.",
        "tags": ("ports", "strike"),
        "citation": Citation(
            title="Ferries stay in harbour",
            outlet="The Tarrow Gazette",
            authors=("Ines Dovale", "Staff and agencies"),
            published="2022-02-01T09:30+01:00",
            url="https://gazette.example/ferries?a=1&b=2",
        ),
        "created": "2022-03-01T10:00:00.000+00:00",
        "changed": "2022-03-02T10:00:00.000+00:00",
    }
    return Bookmark(**(values | given))


UNDATED = bookmark(path="other.txt", kind="passage", speaker=None, note="", tags=(), citation=Citation())


LINK = (
    "morgue:/clippings?path=ferries.txt&part=0&quote=We%20will%20hold%20the%20line&before=before%20"
    "&after=%20after&at=5,21"
)


def test_markdown() -> None:
    later = bookmark("Nobody sails", start=90, speaker=None, note="", tags=())
    text = export([bookmark(), later, UNDATED], "md")
    labels = re.findall(r"^\[([0-9a-f]{10})\]: <(.+)>$", text, re.MULTILINE)
    page, first, second, third = (label for label, _ in labels)
    assert [address.split("?")[0] for _, address in labels] == [
        "https://gazette.example/ferries", "morgue:/clippings", "morgue:/clippings", "morgue:/clippings",
    ]  # fmt: skip
    assert labels[1][1] == LINK
    assert text.split(f"\n[{page}]: ")[0] == (
        "# Kept quotes\n\n"
        "## Ferries stay in harbour\n\n"
        "The Tarrow Gazette · Ines Dovale, Staff and agencies · 1 February 2022 · "
        f"[gazette.example][{page}] · file ferries.txt\n\n"
        "> We will hold the line\n\n"
        f"— Orla Penhale · [passage][{first}]\n\n"
        "Ask her again.\n\n"
        "Tags: ports, strike\n\n"
        "> Nobody sails\n\n"
        f"[passage][{second}]\n\n"
        "## other.txt\n\n"
        "undated · file other.txt\n\n"
        "> We will hold the line\n\n"
        f"[passage][{third}]\n"
    )


def test_addresses_stand_behind_the_text_each_once_under_a_label_of_its_own() -> None:
    long = "https://gazette.example/" + "a" * 300
    kept = [bookmark(citation=Citation(url=long)), bookmark("Nobody sails", start=90), UNDATED]
    text = export(kept, "md")
    read, _, addresses = text.rpartition("\n\n")
    assert max(map(len, read.split("\n"))) < 120
    assert "morgue:" not in read
    labels = re.findall(r"\]\[([0-9a-f]+)\]", read)
    assert sorted(set(labels)) == sorted(re.findall(r"^\[(.+?)\]: <", addresses, re.MULTILINE))
    # Pasted below each other, two exports still lead each to its own passages.
    (alone,) = re.findall(r"\[passage\]\[(.+?)\]", export([UNDATED], "md"))
    assert labels.count(alone) == 1
    assert export([], "md") == "# Kept quotes\n"


def test_markdown_follows_the_outline() -> None:
    other, again = (
        bookmark(path="b.txt", citation=Citation(title="Boats")),
        bookmark("Nobody sails", start=90),
    )
    entries: list[Entry] = [
        UNDATED, Heading(id=1, folder="/clippings", text="What was *said*\n# x"), bookmark(), other, again,
        Heading(id=2, folder="/clippings", text="To find"),
    ]  # fmt: skip
    lines = export(entries, "md").split("\n")
    assert [line for line in lines if line.startswith("#")] == [
        "# Kept quotes",
        "## other.txt",
        "## What was \\*said\\* # x",
        "### Ferries stay in harbour",
        "### Boats",
        "### Ferries stay in harbour",
        "## To find",
    ]


def test_every_format_leads_back_to_the_passage() -> None:
    for fmt in FORMATS:
        text = export([bookmark()], fmt)
        link = re.search(r"morgue:/[^\s\"})]+\d", text)
        assert link is not None
        assert link[0] == LINK
        assert parse(link[0]).anchor.exact == "We will hold the line"


def test_headings_go_where_a_format_has_room_for_them() -> None:
    entries: list[Entry] = [UNDATED, Heading(id=1, folder="/clippings", text="The strike"), bookmark()]
    rows = list(csv.DictReader(io.StringIO(export(entries, "csv"))))
    assert [row["heading"] for row in rows] == ["", "The strike"]
    first, second = json.loads(export(entries, "w3c"))["first"]["items"]
    assert "morgue:heading" not in first
    assert second["morgue:heading"] == "The strike"
    for fmt in ("csl", "bibtex", "ris"):
        assert export(entries, fmt) == export([UNDATED, bookmark()], fmt)


def test_the_comma_that_leads_on_to_the_speaker_is_not_shown() -> None:
    kept = [bookmark("“We will hold the line, and wait,”")]
    for fmt in ("md", "ris", "csl"):
        text = export(kept, fmt).split("morgue:")[0]
        assert "“We will hold the line, and wait”" in text
        assert "wait," not in text
    assert "“We will hold the line, and wait,”" in export(kept, "csv")
    (item,) = json.loads(export(kept, "w3c"))["first"]["items"]
    assert item["target"]["selector"][0]["exact"] == "“We will hold the line, and wait,”"


def test_the_words_of_the_outlet_between_two_halves_are_not_quoted() -> None:
    exact = "“We did not choose this,” Orla Penhale said, “but we will hold it.”"
    kept = [bookmark(exact, kind="direct", cue="said")]
    for fmt in ("md", "ris", "csl"):
        assert "“We did not choose this … but we will hold it.”" in export(kept, fmt).split("morgue:")[0]
    # What programs compare with the text has all of it.
    assert f'"{exact}"' in export(kept, "csv")
    (item,) = json.loads(export(kept, "w3c"))["first"]["items"]
    assert item["target"]["selector"][0]["exact"] == exact
    # The same words as a passage are quoted as they are printed.
    passage = [bookmark(exact, kind="passage", speaker=None)]
    assert all(exact in export(passage, fmt).split("morgue:")[0] for fmt in ("md", "ris", "csl"))


def test_markdown_is_not_markup() -> None:
    text = export([bookmark(HOSTILE, note="# no heading\n1. no list\n- nor this")], "md")
    assert r"\<b\>bold\</b\>" in text
    assert r"\[l\](javascript:x)" in text
    assert "\n> \\# head" in text
    # The lines of a note stay lines.
    assert "\\# no heading\\\n1\\. no list\\\n\\- nor this\n" in text
    unsafe = export([bookmark(citation=Citation(url="javascript:alert(1)"))], "md")
    assert "<javascript" not in unsafe
    for url in ("https://gazette.example/a>b", "https://gazette.example/a\\", "https://[x/"):
        assert "gazette" not in export([bookmark(citation=Citation(url=url))], "md").rpartition("\n\n")[2]


def test_csl() -> None:
    dated, undated = json.loads(export([bookmark(), UNDATED], "csl"))
    assert dated == {
        "id": "dovale-2022-ferries",
        "type": "article-newspaper",
        "title": "Ferries stay in harbour",
        "container-title": "The Tarrow Gazette",
        "author": [{"literal": "Ines Dovale"}, {"literal": "Staff and agencies"}],
        "issued": {"date-parts": [[2022, 2, 1]]},
        "URL": "https://gazette.example/ferries?a=1&b=2",
        "keyword": "ports, strike",
        "note": f"“We will hold the line” — Orla Penhale [Ask her again.] {LINK}",
    }
    assert "issued" not in undated
    assert undated["title"] == "other.txt"


def test_reported_speech_is_never_a_quotation_in_any_format() -> None:
    kept = [bookmark("the dam leaked", kind="indirect", cue="denied")]
    for fmt in FORMATS:
        text = export(kept, fmt)
        assert "“" not in text
        assert "denied by Orla Penhale, reported speech" in text
        assert "— Orla Penhale" not in text
    (row,) = csv.DictReader(io.StringIO(export(kept, "csv")))
    assert (row["kind"], row["cue"]) == ("reported speech", "denied")
    (item,) = json.loads(export(kept, "w3c"))["first"]["items"]
    assert not any(body["value"].startswith("Speaker:") for body in item["body"])


def test_a_passage_with_a_quotation_in_it_gets_no_marks_around_it() -> None:
    kept = [bookmark("He called it “a precaution” and left.", kind="passage", speaker=None)]
    for fmt in ("csl", "bibtex", "ris"):
        assert "““" not in export(kept, fmt)
        assert "“He" not in export(kept, fmt)


def test_what_was_guessed_is_said_and_no_author_of_a_bibliography() -> None:
    guessed = bookmark().citation.model_copy(update={"guessed": ("title", "authors")})
    kept = [bookmark(citation=guessed)]
    said = "Guessed: author Ines Dovale, Staff and agencies; headline"
    assert "Ines Dovale, Staff and agencies (guessed) · 1 February 2022 · headline guessed" in export(
        kept, "md"
    )
    (item,) = json.loads(export(kept, "csl"))
    assert "author" not in item
    assert item["note"].endswith(said)
    assert item["id"] == "gazette-2022-ferries"
    assert f"note = {{{said}}}" in export(kept, "bibtex")
    assert "author =" not in export(kept, "bibtex")
    assert f"N1  - {said}" in export(kept, "ris")
    assert "AU  - " not in export(kept, "ris")
    (row,) = csv.DictReader(io.StringIO(export(kept, "csv")))
    assert row["guessed"] == "title; authors"


@pytest.mark.parametrize("fmt", FORMATS)
@pytest.mark.parametrize(
    ("missed", "said"), [("gone", "no longer in its folder"), ("changed", "no longer says this")]
)
def test_a_quote_whose_words_are_gone_is_said_to_be_missed(fmt: Format, missed: str, said: str) -> None:
    assert said in export([bookmark(missed=missed)], fmt)
    assert "no longer" not in export([bookmark()], fmt)


def test_what_is_missed_stands_below_its_quote_and_in_a_column_of_its_own() -> None:
    kept = [bookmark(missed="changed", note="", tags=())]
    said = "The article has changed and no longer says this in these words."
    assert f"· [passage][{'x' * 10}]\n\n**{said}**\n" in re.sub(
        r"\[passage\]\[\w+\]", f"[passage][{'x' * 10}]", export(kept, "md")
    )
    (row,) = csv.DictReader(io.StringIO(export(kept, "csv")))
    assert row["missed"] == said
    (annotation,) = json.loads(export(kept, "w3c"))["first"]["items"]
    assert {"type": "TextualBody", "value": said, "purpose": "assessing"} in annotation["body"]


def test_bibtex() -> None:
    text = export([bookmark()], "bibtex")
    assert text == (
        "@article{dovale-2022-ferries,\n"
        "  title = {{Ferries stay in harbour}},\n"
        "  author = {Ines Dovale and {Staff and agencies}},\n"
        "  journal = {The Tarrow Gazette},\n"
        "  year = {2022},\n"
        "  month = feb,\n"
        "  day = {1},\n"
        "  url = {https://gazette.example/ferries?a=1&b=2},\n"
        "  keywords = {ports, strike},\n"
        "  annote = {“We will hold the line” — Orla Penhale [Ask her again.]},\n"
        f"  morgue = {{{LINK}}},\n"
        "}\n"
    )
    assert "year" not in export([UNDATED], "bibtex")


def test_bibtex_braces_balance() -> None:
    citation = Citation(title="A } and {{ in a title", url="https://x.example/{a}?q=%20 b\\")
    text = export([bookmark(HOSTILE, citation=citation)], "bibtex")
    depth = 0
    for character in text:
        depth += {"{": 1, "}": -1}.get(character, 0)
        assert depth >= 0
    assert depth == 0
    assert r"50\% of \#1\_" in text
    assert "https://x.example/%7Ba%7D?q=%20%20b%5C" in text


def test_keys_are_never_given_twice() -> None:
    text = export([bookmark(path=f"{i}.txt") for i in range(3)], "bibtex")
    assert re.findall(r"@article\{(.*),", text) == [
        "dovale-2022-ferries",
        "dovale-2022-ferries-2",
        "dovale-2022-ferries-3",
    ]


def test_ris() -> None:
    assert export([bookmark()], "ris").split("\n") == [
        "TY  - NEWS",
        "TI  - Ferries stay in harbour",
        "T2  - The Tarrow Gazette",
        "AU  - Ines Dovale",
        "AU  - Staff and agencies",
        "PY  - 2022",
        "DA  - 2022/02/01/",
        "UR  - https://gazette.example/ferries?a=1&b=2",
        "KW  - ports",
        "KW  - strike",
        f"N1  - “We will hold the line” — Orla Penhale [Ask her again.] {LINK}",
        "ER  - ",
        "",
    ]
    forged = export([bookmark(HOSTILE)], "ris")
    assert len(re.findall("^ER  - ", forged, re.MULTILINE)) == 1
    assert "DA  -" not in export([UNDATED], "ris")


def test_w3c() -> None:
    collection = json.loads(export([bookmark(HOSTILE), UNDATED], "w3c"))
    assert collection["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert collection["total"] == 2
    first, second = collection["first"]["items"]
    quote, position = first["target"]["selector"]
    assert quote == {"type": "TextQuoteSelector", "exact": HOSTILE, "prefix": "before ", "suffix": " after"}
    assert position == {"type": "TextPositionSelector", "start": 5, "end": 5 + len(HOSTILE)}
    assert first["target"]["source"] == "https://gazette.example/ferries?a=1&b=2"
    assert [(body["purpose"], body["value"]) for body in first["body"]] == [
        ("commenting", "Ask her again."),
        ("tagging", "ports"),
        ("tagging", "strike"),
        ("describing", "Speaker: Orla Penhale"),
    ]
    assert second["target"]["source"] == "file:///clippings/other.txt"
    assert second["body"] == []
    assert first["id"] != second["id"]


def test_csv_has_no_formulas() -> None:
    hostile = bookmark(HOSTILE, note=" @SUM(A1)", speaker="＝cmd", tags=("+1",), path="-x.txt")
    rows = list(csv.DictReader(io.StringIO(export([bookmark(), hostile], "csv"))))
    assert rows[0]["quote"] == "We will hold the line"
    assert rows[0]["authors"] == "Ines Dovale; Staff and agencies"
    assert rows[0]["published"] == "2022-02-01T09:30+01:00"
    assert rows[1]["quote"].startswith("'=1+1")
    for name in ("note", "speaker", "tags", "path"):
        assert rows[1][name].startswith("'")


@pytest.mark.parametrize("fmt", FORMATS)
def test_every_format_is_plain_text_without_control_characters(fmt: Any) -> None:
    for bookmarks in ([], [bookmark(HOSTILE, note=HOSTILE, tags=(HOSTILE,), speaker=HOSTILE), UNDATED]):
        text = export(bookmarks, fmt)
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", text)
        assert not text or text.endswith("\n")
