"""Local names to entities: what is joined, what must not be, and the reasons given."""

import json
import random
import time
from pathlib import Path

import pytest

from index.annotating.entities.resolving import LocalName, Resolution, resolve
from models.kind import Kind

SHARED = Path(__file__).parents[5] / "shared"


def name(key: str, mentions: int = 3, articles: int = 1, **forms: int) -> LocalName:
    kind, _, text = key.partition(":")
    return LocalName(key, Kind(kind), {text: mentions} | forms, articles)


def resolved(*names: LocalName | str) -> Resolution:
    return resolve([name(entry) if isinstance(entry, str) else entry for entry in names])


def reason(resolution: Resolution, text: str) -> str | None:
    return next(
        alias.reason for entity in resolution.entities for alias in entity.aliases if alias.text == text
    )


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("ORG:Tarnby Tea Organisation", "ORG:Tarnby Tea Organization", "written differently"),
        ("ORG:Defence Board of Tarnby", "ORG:Defense Board of Tarnby", "written differently"),
        ("ORG:The Tarnby Herald", "ORG:Tarnby Herald", "written differently"),
        ("ORG:Quellora Ltd", "ORG:Quellora", "written differently"),
        ("ORG:Talibar", "ORG:Taliber", "spelling variant"),
        ("PERSON:Sergei Orlikov", "PERSON:Sergey Orlikov", "spelling variant"),
        ("PERSON:Davor Ilić", "PERSON:Davor Ilic", "written differently"),
        ("PERSON:Viktar Khorunov", "PERSON:Viktor Horunov", "spelling variant"),
        ("PERSON:Viktar Khorunov", "PERSON:Victor Horunov", "spelling variant"),
        ("PERSON:Mira Šolić", "PERSON:Mira Sholich", "spelling variant"),
        ("PERSON:Tamara Bellich", "PERSON:Tamara Belic", "spelling variant"),
        ("PLACE:Žerav", "PLACE:Zherav", "spelling variant"),
        ("PERSON:Mr Davor Kern", "PERSON:Davor Kern", "written differently"),
        ("PERSON:Davor Kern", "PERSON:Davor Ivan Kern", "form of"),
        ("PLACE:US", "PLACE:United States", "another name of the country"),
        ("PLACE:UK", "PLACE:Britain", "another name of the country"),
        ("PLACE:Burma", "PLACE:Myanmar", "another name of the country"),
        ("NORP:Tajik", "NORP:Tajiks", "plural of Tajik"),
        ("ORG:201st military base", "ORG:base No.201", "the same kind and number"),
        ("ORG:Collective Tea Treaty Organisation", "ORG:CTTO", "initials of"),
        ("ORG:UN", "ORG:United Nations", "abbreviation of United Nations"),
        ("ORG:ISIS", "ORG:Isis", "written differently"),
        ("ORG:Stockholm Rovers", "ORG:Rovers", "short for Stockholm Rovers"),
        ("ORG:Quellora", "PLACE:Quellora", "the same words"),
    ],
)
def test_joined_with_its_reason(first: str, second: str, said: str) -> None:
    found = resolved(name(first, 4), second)
    assert len(found.entities) == 1
    assert found.entity_of[first] == found.entity_of[second] == found.entities[0].id
    aliases = found.entities[0].aliases
    assert aliases[0].text == found.entities[0].name
    assert aliases[0].reason is None
    assert all(said in str(alias.reason) for alias in aliases[1:])


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("PLACE:Niger", "PLACE:Nigeria"),
        ("PERSON:Mira Šolić", "PERSON:Miro Sholich"),
        ("PERSON:Mira Šolić", "PERSON:Mona Sholich"),
        ("PERSON:Jan Khorunov", "PERSON:Jean Horunov"),
        ("PERSON:Eric Solik", "PERSON:Erik Solich"),
        ("PLACE:Austria", "PLACE:Australia"),
        ("PLACE:Iran", "PLACE:Iraq"),
        ("PLACE:Guinea", "PLACE:Guinea-Bissau"),
        ("PLACE:North Korea", "PLACE:South Korea"),
        ("PLACE:Congo-Kinshasa", "PLACE:Congo-Brazzaville"),
        ("ORG:Boston Corp", "PLACE:Boston"),
        ("ORG:Trust Co", "ORG:Trust Ltd"),
        ("PLACE:Md", "ORG:MD"),
        ("NORP:Georgian", "PLACE:Georgia"),
        ("NORP:Turkmen", "PLACE:Turkmen"),
        ("ORG:201st military base", "ORG:202nd military base"),
        ("ORG:12th brigade", "ORG:12th division"),
        ("ORG:Taliban", "PERSON:Taliban Orlik"),
        ("PERSON:Vice President", "PERSON:Vice President Kern"),
        ("PERSON:Maria Kern", "PERSON:Mario Kern"),
        ("PERSON:K Visand", "PERSON:C Visand"),
        ("PERSON:Ben Moore", "PERSON:Ben Moir"),
        ("PERSON:Davor Kern", "PERSON:Mara Kern"),
        ("ORG:Dana Tools", "ORG:Diana Tools"),
        ("ORG:National Bank", "ORG:National Bank of Norway"),
    ],
)
def test_never_joined(first: str, second: str) -> None:
    assert len(resolved(first, second).entities) == 2


def test_a_surname_is_joined_to_the_only_bearer() -> None:
    found = resolved(name("PERSON:Davor Kern", 5), name("PERSON:Kern", 2))
    assert len(found.entities) == 1
    assert reason(found, "Kern") == "surname of Davor Kern, the only one in the collection"


def test_a_surname_of_two_people_is_nobodys() -> None:
    found = resolved(name("PERSON:Davor Kern", 5), name("PERSON:Mara Kern", 5), name("PERSON:Kern", 2))
    assert len(found.entities) == 3


def test_a_word_met_alone_more_often_is_something_else() -> None:
    assert len(resolved(name("PERSON:Davor Salm", 2), name("PERSON:Salm", 40)).entities) == 2


def test_initials_of_two_bodies_are_nobodys() -> None:
    found = resolved("ORG:Tarnby Tea Board", "ORG:Torvik Trade Board", "ORG:TTB")
    assert len(found.entities) == 3


def test_a_definition_in_one_article_holds_in_another() -> None:
    defined = name("ORG:Tarnby Tea Board", 4, NTB=2)
    found = resolved(defined, "ORG:NTB")
    assert len(found.entities) == 1
    assert reason(found, "NTB") == "defined in parentheses after Tarnby Tea Board"


def test_the_forms_an_article_joined_have_their_reasons() -> None:
    found = resolved(name("PERSON:Davor Kern", 4, Kern=3))
    assert reason(found, "Kern") == "surname of Davor Kern in the same article"


def test_kinds_are_voted_by_mentions() -> None:
    found = resolved(name("ORG:Talvira", 9), name("PERSON:Talvira", 1), name("NORP:Talvira", 20))
    assert {(entity.kind, entity.id) for entity in found.entities} == {
        (Kind.ORG, "org/talvira"),
        (Kind.NORP, "norp/talvira"),
    }


def test_ids_are_unique_and_readable() -> None:
    found = resolved("PERSON:Davor Kern", "ORG:İş Bankası", "ORG:!!!", "PERSON:Dávor Kern Šmid")
    ids = [entity.id for entity in found.entities]
    assert len(set(ids)) == len(ids)
    assert "person/davor-kern" in ids


def test_articles_are_counted_once() -> None:
    first, second = name("PERSON:Davor Kern"), name("PERSON:Mr Davor Kern")
    first.where, second.where = {1, 2}, {2, 3}
    assert resolved(first, second).entities[0].articles == 3


def test_the_order_of_names_does_not_matter() -> None:
    keys = ["PERSON:Davor Kern", "PERSON:Kern", "ORG:CTTO", "ORG:Collective Tea Treaty Organisation", "PLACE:US",
            "PLACE:America", "ORG:Quellora", "PLACE:Quellora", "ORG:Quellora Ltd"]  # fmt: skip
    names = [name(key, mentions) for mentions, key in enumerate(keys, start=2)]
    expected = resolve(names)
    for seed in range(5):
        random.Random(seed).shuffle(names)
        assert resolve(names) == expected


def test_nothing_gives_nothing() -> None:
    assert resolve([]) == Resolution((), {})


def test_time_grows_with_the_number_of_names() -> None:
    """Of four times as many names, many of them with one surname, comparing all pairs would take sixteen times."""
    rng = random.Random(3)
    syllables = ["ka", "lo", "min", "tor", "ves", "ra", "du", "sel", "bin", "or", "gat", "pil"]

    def word(n: int) -> str:
        return "".join(rng.choice(syllables) for _ in range(n)).capitalize()

    surnames = [word(3) for _ in range(4000)] + ["Kern"] * 400
    people = [f"PERSON:{word(2)} {rng.choice(surnames)}" for _ in range(10_000)]
    boards = [f"ORG:{word(3)} {word(2)} Board" for _ in range(10_000)]

    def seconds(count: int) -> float:
        names = [name(key) for key in sorted({*people[:count], *boards[:count]})]
        began = time.process_time()
        resolve(names)
        return time.process_time() - began

    few = min(seconds(2_500) for _ in range(2))
    assert seconds(10_000) < 10 * few


@pytest.mark.shared
def test_agreement_with_human_links() -> None:
    """Pairs of names of one thing, over the development half of ECB+; a name not found counts as missed."""
    from index.annotating import annotate_collection

    gold_file = SHARED / "eval/data/aliases/ecbplus_entities.jsonl"
    if not gold_file.exists():
        pytest.skip("the evaluation data is not beside the checkout")
    rows = [json.loads(line) for line in gold_file.read_text(encoding="utf-8").splitlines()]
    right = ours = 0
    for row, found in zip(rows, annotate_collection([row["text"] for row in rows]), strict=True):
        places = {(mention.start, mention.end): mention.entity for mention in found.mentions}
        named = [(e["id"], e["text"], places.get((e["start"], e["end"]))) for e in row["entities"]]
        for i, (gold, text, entity) in enumerate(named):
            for other_gold, other_text, other in named[:i]:
                if text != other_text and entity is not None and entity == other:
                    ours += 1
                    right += gold == other_gold
    assert ours > 50
    assert right / ours >= 0.9
