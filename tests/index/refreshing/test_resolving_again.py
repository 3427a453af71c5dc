"""Names resolved as articles come and go are what they would be if all were resolved at once."""

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from index.annotating.aliases.names import LocalName
from index.annotating.entities.recasting import Recasts
from index.annotating.entities.resolving import Resolution, resolve
from index.catalogue import Catalogue, FileState, kind_of
from index.refreshing.enriching import names_record
from index.refreshing.naming import heed, resolve_names
from index.refreshing.preparing import record
from index.refreshing.tallying import tally
from models.annotation import Annotations, Mention
from models.article import Article, Passage
from models.decision import NameDecision
from models.entity import Entity
from models.kind import NAME_KINDS, Kind

POOL = [
    ("PERSON:Davor Kern", "Davor Kern"),
    ("PERSON:Davor Kern", "Kern"),
    ("PERSON:Davor Ivan Kern", "Davor Ivan Kern"),
    ("PERSON:D. Kern", "D. Kern"),
    ("PERSON:Mara Kern", "Mara Kern"),
    ("PERSON:Kern", "Kern"),
    ("PERSON:Sergei Orlikov", "Sergei Orlikov"),
    ("PERSON:Sergey Orlikov", "Sergey Orlikov"),
    ("PERSON:Orlikov", "Orlikov"),
    ("PERSON:Viktar Khorunov", "Viktar Khorunov"),
    ("PERSON:Victor Horunov", "Victor Horunov"),
    ("ORG:CTTO", "CTTO"),
    ("ORG:Collective Tea Treaty Organisation", "Collective Tea Treaty Organisation"),
    ("ORG:Collective Tea Treaty Organisation", "CTTO"),
    ("ORG:Collective Tea Treaty Organization", "Collective Tea Treaty Organization"),
    ("ORG:Common Tin Trade Office", "Common Tin Trade Office"),
    ("ORG:Quellora", "Quellora"),
    ("ORG:Quellora Ltd", "Quellora Ltd"),
    ("PLACE:Quellora", "Quellora"),
    ("PERSON:Quellora", "Quellora"),
    ("NORP:Quellora", "Quellora"),
    ("NORP:Tajik", "Tajik"),
    ("NORP:Tajiks", "Tajiks"),
    ("PLACE:US", "US"),
    ("PLACE:United States", "United States"),
    ("ORG:America", "America"),
    ("ORG:UN", "UN"),
    ("ORG:United Nations", "United Nations"),
    ("ORG:77th military base", "77th military base"),
    ("ORG:base No.77", "base No.77"),
    ("ORG:Rovers", "Rovers"),
    ("ORG:Stockholm Rovers", "Stockholm Rovers"),
    ("ORG:Oslo Rovers", "Oslo Rovers"),
    ("ORG:Talibar", "Talibar"),
    ("ORG:Taliber", "Taliber"),
]


class Shelf:
    """A catalogue whose articles consist of names."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.articles: dict[str, list[tuple[str, str]]] = {}
        self.decisions: list[NameDecision] = []

    def put(self, path: str, names: Sequence[tuple[str, str]]) -> None:
        words, text, mentions = [f"Item {path} of the day:"], "", []
        for local, form in names:
            text = " ".join(words)
            mentions.append(
                Mention(
                    start=len(text) + 1,
                    end=len(text) + 1 + len(form),
                    text=form,
                    kind=kind_of(local),
                    entity=local,
                )
            )
            words.append(form)
        text = " ".join(words)
        passage = Passage(number=1, start=0, end=len(text), text=text)
        article = Article(path=path, published="2031-05-02", passages=(passage,))
        came, _ = self.catalogue.put_file(path, FileState(len(self.articles), 1), [record(article)])
        for revision in came:
            self.catalogue.put_names(revision, names_record(article, Annotations(mentions=tuple(mentions))))
        self.articles[path] = list(names)

    def drop(self, path: str) -> None:
        self.catalogue.drop_file(path)
        del self.articles[path]

    def settle(self) -> None:
        came, went = self.catalogue.pending(), self.catalogue.leaving()
        with self.catalogue.transaction():
            tally(self.catalogue, came, went)
            self.catalogue.settle(came, went)

    def decide(self, decisions: Sequence[NameDecision]) -> None:
        self.decisions = [*decisions]
        heed(self.catalogue, lambda: self.decisions)

    def fresh(self) -> Resolution:
        """What all names are when they are resolved at once."""
        forms: defaultdict[str, dict[str, int]] = defaultdict(dict)
        where: defaultdict[str, set[int]] = defaultdict(set)
        recasts = Recasts(self.decisions)
        for number, names in enumerate(self.articles.values()):
            for read_as, form in names:
                local = recasts.local(read_as, form)
                if local is not None:
                    forms[local][form] = forms[local].get(form, 0) + 1
                    where[local].add(number)
        return resolve(
            [LocalName(key, kind_of(key), forms[key], len(where[key]), where[key]) for key in forms],
            self.decisions,
        )

    def entities(self) -> list[Entity]:
        found = map(self.catalogue.entity, self.catalogue.entities_named(["*"], sorted(NAME_KINDS)))
        return [entity for entity in found if entity is not None]

    def check(self) -> None:
        expected = self.fresh()
        assert sorted(map(known, self.entities())) == sorted(map(known, expected.entities))
        locals_ = sorted(expected.entity_of)
        suggested = {frozenset(pair[:2]) for pair in self.catalogue.suggested(locals_)}
        assert suggested == {frozenset((one.name, one.other)) for one in expected.suggestions}


def known(entity: Entity) -> str:
    """All of an entity but its id."""
    return entity.model_copy(update={"id": ""}).model_dump_json()


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    with Catalogue(tmp_path / "catalogue.sqlite", writable=True) as catalogue:
        yield Shelf(catalogue)


def some_decision(pick: random.Random) -> NameDecision:
    one, other = pick.sample(sorted({local for local, _ in POOL}), 2)
    match pick.choice(["same", "same", "apart", "apart", "named", "kind", "split", "split", "never"]):
        case "same":
            return NameDecision(says="same", names=(one,), others=(other,))
        case "apart":
            return NameDecision(says="apart", names=(one,), others=(other,))
        case "split":
            local, form = pick.choice(POOL)
            kind = kind_of(local)
            return NameDecision(says="apart", names=(f"{kind}:{form}",), others=(local, other), text=form)
        case "never":
            return NameDecision(says="never", text=pick.choice(POOL)[1])
        case "named":
            return NameDecision(says="named", names=(one, other), text="The Other")
        case _:
            return NameDecision(says="kind", names=(one,), kind=pick.choice([Kind.PERSON, Kind.EVENT]))


@pytest.mark.parametrize("seed", range(12))
def test_names_are_the_same_whatever_way_they_came(shelf: Shelf, seed: int) -> None:
    pick = random.Random(seed)
    for step in range(40):
        for _ in range(pick.randrange(1, 4)):
            if shelf.articles and pick.random() < 0.4:
                shelf.drop(pick.choice(sorted(shelf.articles)))
            else:
                names = [pick.choice(POOL) for _ in range(pick.randrange(1, 7))]
                shelf.put(f"{step}-{pick.randrange(9)}.txt", names)
        shelf.settle()
        if pick.random() < 0.3:
            kept = [one for one in shelf.decisions if pick.random() < 0.7]
            shelf.decide([*kept, some_decision(pick)])
        resolve_names(shelf.catalogue)
        assert shelf.catalogue.unresolved() == []
        shelf.check()


def test_a_name_is_found_before_it_is_compared(shelf: Shelf) -> None:
    shelf.put("a.txt", [("PERSON:Davor Kern", "Davor Kern"), ("PERSON:Davor Kern", "Kern")])
    shelf.settle()
    assert shelf.catalogue.entities_named(["kern"], ["PERSON"]) == ["PERSON:Davor Kern"]
    entity = shelf.catalogue.entity("PERSON:Davor Kern")
    assert entity is not None
    assert [alias.text for alias in entity.aliases] == ["Davor Kern", "Kern"]


def test_an_entity_keeps_its_id_as_it_grows_shrinks_and_is_named_otherwise(shelf: Shelf) -> None:
    shelf.put("a.txt", [("PERSON:D. Kern", "D. Kern")])
    shelf.settle()
    resolve_names(shelf.catalogue)
    (first,) = shelf.entities()
    shelf.put("b.txt", [("PERSON:Davor Kern", "Davor Kern")] * 3)
    shelf.settle()
    resolve_names(shelf.catalogue)
    (grown,) = shelf.entities()
    assert (grown.id, grown.name) == (first.id, "Davor Kern")
    shelf.drop("a.txt")
    shelf.settle()
    resolve_names(shelf.catalogue)
    assert [entity.id for entity in shelf.entities()] == [first.id]
    shelf.decide([NameDecision(says="named", names=("PERSON:Davor Kern",), text="The Minister")])
    (renamed,) = shelf.entities()
    assert (renamed.id, renamed.name) == (first.id, "The Minister")
    assert shelf.catalogue.entities_named(["minister"], ["PERSON"]) == [first.id]


def test_the_bigger_one_s_id_stays_and_the_other_leads_there(shelf: Shelf) -> None:
    shelf.put("a.txt", [("PERSON:Mara Vell", "Mara Vell")] * 2 + [("PERSON:Ida Marsh", "Ida Marsh")] * 5)
    shelf.settle()
    resolve_names(shelf.catalogue)
    vell, marsh = (shelf.catalogue.entity_of(f"PERSON:{name}") for name in ("Mara Vell", "Ida Marsh"))
    one = NameDecision(says="same", names=("PERSON:Mara Vell",), others=("PERSON:Ida Marsh",))
    shelf.decide([one])
    (both,) = shelf.entities()
    assert both.id == marsh
    assert shelf.catalogue.current_id(vell) == marsh
    assert shelf.catalogue.current_id("PERSON:Mara Vell") == marsh
    shelf.decide([])
    assert {entity.id for entity in shelf.entities()} == {vell, marsh}
    assert shelf.catalogue.current_id(vell) == vell


def test_apart_holds_through_a_third(shelf: Shelf) -> None:
    shelf.put("a.txt", [("ORG:Quellora", "Quellora")] * 3 + [("ORG:Quellora Ltd", "Quellora Ltd")])
    shelf.put("b.txt", [("PLACE:Quellora", "Quellora")])
    shelf.settle()
    resolve_names(shelf.catalogue)
    assert len(shelf.entities()) == 1
    shelf.decide([NameDecision(says="apart", names=("PLACE:Quellora",), others=("ORG:Quellora",))])
    assert shelf.catalogue.entity_of("PLACE:Quellora") != shelf.catalogue.entity_of("ORG:Quellora")


def test_a_decision_holds_for_a_name_that_is_read_as_another_kind(shelf: Shelf) -> None:
    shelf.decide([NameDecision(says="same", names=("ORG:Mara Vell",), others=("PERSON:Ida Marsh",))])
    shelf.put("a.txt", [("PERSON:Mara Vell", "Mara Vell"), ("PERSON:Ida Marsh", "Ida Marsh")])
    shelf.settle()
    resolve_names(shelf.catalogue)
    assert len(shelf.entities()) == 1
