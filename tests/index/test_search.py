from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from index.collection import Collection
from models.key import ArticleKey
from models.search import Answer, Hit, Order


@pytest.fixture
def collection(indexed: Callable[[dict[str, str]], Path]) -> Collection:
    folder = indexed(
        {
            "a.md": "---\ntitle: Gate three jams\nauthor: Mara Vell\noutlet: The Courier\ndate: 2021-05-02\n---\n\n"
            "The third gate of the dam jammed at noon, said Davor Kern, the water minister.\n\n"
            "“We did not build it,” Kern told reporters. The gate was last tested in spring.\n",
            "b.md": "---\ntitle: Water in the lower town\noutlet: Lower Town Herald\ndate: 2021-05-03\n---\n\n"
            "The river rose two metres and the gate could not be opened.\n\n"
            "Some 5,000 people left the lower town before the water came.\n",
            "c.md": "---\ntitle: Spring tests\noutlet: The Courier\ndate: 2020-03-12\n---\n\n"
            "Engineers tested each gate. None jammed; each opened in four minutes.\n",
            "d.md": "---\ntitle: Recipes\n---\n\nA soup of nettles and eggs for spring.\n",
        }
    )
    return Collection.open(folder)


def texts(answer: Answer) -> list[str]:
    return texts_of(answer.hits)


def texts_of(hits: Iterable[Hit]) -> list[str]:
    return [hit.text for hit in hits]


def found(answer: Answer) -> set[str]:
    return {hit.path for hit in answer.hits if hit.full}


def test_all_the_words_first_then_the_best_of_the_rest(collection: Collection) -> None:
    answer = collection.search("gate jammed")
    full = [hit for hit in answer.hits if hit.full]
    assert [hit.full for hit in answer.hits] == [True] * len(full) + [False] * (len(answer.hits) - len(full))
    assert answer.total == len(full) == 3  # the headline "Gate three jams" too
    assert answer.partial == len(answer.hits) - len(full) > 0
    assert [hit.rank for hit in answer.hits] == list(range(1, len(answer.hits) + 1))


def test_the_foremost_articles_have_all_their_hits_as_in_the_whole_answer(collection: Collection) -> None:
    whole = collection.search("jammed gate", limit=200).hits
    first = {hit.path for hit in whole[:1]}
    answer = collection.search("jammed gate", limit=200, foremost=1)
    assert texts(answer) == [hit.text for hit in whole if hit.path in first]
    assert 1 < len(answer.hits) < len(whole)
    assert (answer.total, answer.partial) == (3, len(whole) - 3)


@pytest.fixture
def hearing(indexed: Callable[[dict[str, str]], Path]) -> Collection:
    """A transcript that says "tolva" in all of its 40 paragraphs, and two older articles that say it once."""
    paragraphs = "\n\n".join(f"Witness {n} spoke of the Tolva, and of the Tolva again." for n in range(40))
    return Collection.open(
        indexed(
            {
                "hearing.md": f"---\ntitle: The hearing\ndate: 2021-06-01\n---\n\n{paragraphs}\n",
                "barge.md": "---\ntitle: A barge\ndate: 2021-05-01\n---\n\n"
                "A barge with a load of gravel sank in the lower Tolva on Monday, and two men swam ashore.\n",
                "ferry.md": "---\ntitle: The ferry\ndate: 2021-04-01\n---\n\nNo ferry on the Tolva.\n\n"
                "Of witness statements nothing was heard.\n",
            }
        )
    )


@pytest.mark.parametrize("order", ["relevance", "newest", "oldest"])
def test_an_article_of_many_passages_does_not_hide_the_others(hearing: Collection, order: Order) -> None:
    answer = hearing.search("tolva", limit=3, of_each=2, order=order)
    assert (answer.total, answer.articles) == (42, 3)
    assert Counter(hit.path for hit in answer.hits) == {"hearing.md": 2, "barge.md": 1, "ferry.md": 1}
    assert {hit.path: hit.passages for hit in answer.hits}["hearing.md"] == 40
    first = hearing.search("tolva", limit=1, of_each=5, order=order)
    assert {hit.path for hit in first.hits} == {answer.hits[0].path}


def test_of_each_article_the_best_passages_are_given(hearing: Collection) -> None:
    every = hearing.search("witness tolva", limit=200).hits
    answer = hearing.search("witness tolva", limit=200, of_each=3)
    best = [hit.passage for hit in every if hit.path == "hearing.md"][:3]
    assert [hit.passage for hit in answer.hits if hit.path == "hearing.md"] == best
    assert [hit.full for hit in answer.hits] == sorted((hit.full for hit in answer.hits), reverse=True)
    assert {(hit.path, hit.passage) for hit in answer.hits if not hit.full} == {
        ("barge.md", 1),
        ("ferry.md", 1),
        ("ferry.md", 2),
    }
    assert answer.partial == 3


def test_the_foremost_articles_stand_as_in_the_whole_list(hearing: Collection) -> None:
    whole = hearing.search("witness tolva", limit=200, of_each=3).hits
    for count in (1, 2):
        articles = list(dict.fromkeys(hit.path for hit in whole))[:count]
        hits = hearing.search("witness tolva", limit=200, of_each=3, foremost=count).hits
        assert texts_of(hits) == texts_of(hit for hit in whole if hit.path in articles)


def test_words_stem_and_phrases_do_not(collection: Collection) -> None:
    assert found(collection.search("jamming")) == {"a.md", "c.md"}
    assert found(collection.search('"gate jammed"')) == set()
    assert found(collection.search('"the third gate of the dam"')) == {"a.md"}


def test_a_phrase_never_runs_from_one_passage_into_the_next(collection: Collection) -> None:
    assert collection.search('"minister we did"').total == 0


def test_nothing_partial_where_nothing_may_be_missing(collection: Collection) -> None:
    answer = collection.search('"jammed at noon" gate')
    assert answer.total == 1
    assert answer.partial == 0


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("gate -jammed", {"a.md", "b.md"}),
        ("nettles OR metres", {"b.md", "d.md"}),
        ("gate (metres OR noon)", {"a.md", "b.md"}),
        ("net*", {"d.md"}),
        ("m?tres", {"b.md"}),
        ("netles~", {"d.md"}),
        ('"gate dam"~3', {"a.md"}),
        ("title:tests gate", {"c.md"}),
        ("outlet:courier gate", {"a.md", "c.md"}),
        ('outlet:"lower town" gate', {"b.md"}),
        ("outlet:cour tested", {"a.md", "c.md"}),
        ("by:vell gate", {"a.md"}),
        ("after:2021 gate", {"a.md", "b.md"}),
        ("before:2021 gate", {"c.md"}),
        ("date:2021-05-03 gate", {"b.md"}),
        ("spring after:2000", {"a.md", "c.md"}),
        ("5,000", {"b.md"}),
        ("gate -outlet:courier", {"b.md"}),
        ("person:kern", {"a.md"}),
        ("said:kern", {"a.md"}),
        ("date:2021-99", set()),
    ],
)
def test_the_query_language(collection: Collection, query: str, expected: set[str]) -> None:
    assert found(collection.search(query)) == expected


def test_a_field_beside_a_word_drops_no_true_hit(collection: Collection) -> None:
    """Stock Whoosh with its default `optimize=True` gave three of ten."""
    every = {(h.path, h.passage) for h in collection.search("gate").hits}
    courier = {(h.path, h.passage) for h in collection.search("outlet:courier gate").hits}
    assert courier == {place for place in every if place[0] in {"a.md", "c.md"}}


def test_a_long_question_passes_over_its_small_words(collection: Collection) -> None:
    answer = collection.search("what did the engineers do about each gate")
    assert answer.hits[0].path == "c.md"
    assert "passing over what, did, the" in answer.understood


@pytest.fixture
def quoted(indexed: Callable[[dict[str, str]], Path]) -> Collection:
    """A saying, and passages that its longer words fit better."""
    return Collection.open(
        indexed(
            {
                "said.md": "A barge sank in the lower river on Monday with a load of gravel, its owners said, and two "
                "men swam ashore; asked who was to blame, the harbour master said that there is no such barge on "
                "the books, and that his clerks had been looking for it since the spring.\n",
                "other.md": "The barge is no barge.\n\nThe barge was such a loss. Barge, barge!\n\n"
                "Such was it that no barge came. Its load is lost.\n\nSuch was its load.\n",
                "far.md": "No captain has ever seen such rain, or a barge like it.\n",
            }
        )
    )


@pytest.mark.parametrize(
    "query",
    [
        "no such barge",
        "there is no such barge",
        "is no such barge on books",
        "there is not such barge",
        "said that there is no barge on the books",
    ],
)
@pytest.mark.parametrize("typing", [True, False])
def test_what_is_said_as_it_was_typed_comes_first(quoted: Collection, query: str, typing: bool) -> None:
    for group in ("passage", "article"):
        assert quoted.search(query, typing=typing, group=group).hits[0].path == "said.md"


def test_words_in_another_order_or_far_apart_do_not(quoted: Collection) -> None:
    assert quoted.search("barge such no").hits[0].path == "other.md"


def test_small_words_light_up_in_the_whole_run_only(quoted: Collection) -> None:
    def lit(query: str, path: str) -> list[str]:
        hits = [hit for hit in quoted.search(query, typing=True).hits if hit.path == path]
        return [hit.text[start:end] for hit in hits for start, end in hit.highlights]

    assert lit("no such barge", "said.md") == ["barge", "no such barge"]
    assert set(lit("no such barge", "other.md")) == {"barge", "Barge"}
    assert set(lit("barge it", "other.md")) == {"barge", "Barge"}


def test_a_small_word_is_no_other_form_of_itself(quoted: Collection) -> None:
    full = [hit for hit in quoted.search("it such was").hits if hit.full]
    assert {hit.passage for hit in full if hit.path == "other.md"} == {3}
    assert quoted.search("barge it", typing=True).understood == "barge · passing over it"
    assert quoted.search("it").total == 3
    assert quoted.search("it", typing=True).total == 4


def test_highlights_point_at_the_words(collection: Collection) -> None:
    hit = next(h for h in collection.search("dam gate").hits if h.full)
    assert {hit.text[start:end] for start, end in hit.highlights} == {"gate", "dam"}


def test_a_name_lights_up_under_each_of_its_forms(collection: Collection) -> None:
    lit = {hit.text[a:b] for hit in collection.search("person:davor").hits for a, b in hit.highlights}
    assert lit == {"Davor Kern", "Kern"}


def test_the_headline_is_passage_0_and_has_no_place(collection: Collection) -> None:
    (hit,) = [h for h in collection.search("recipes").hits if h.full]
    assert (hit.passage, hit.start, hit.end, hit.text) == (0, None, None, "Recipes")


def test_hits_point_into_the_article(collection: Collection) -> None:
    hit = collection.search("metres").hits[0]
    text = collection.article(ArticleKey(hit.path, hit.part)).article.text
    assert text[hit.start : hit.end] == hit.text


def test_a_typo_gets_a_suggestion(collection: Collection) -> None:
    assert collection.search("egnineers gate", limit=0).suggestion == "engineers gate"
    assert collection.search("engineers gate").suggestion is None
    assert collection.search("xqzvw").suggestion is None


def test_a_suggestion_keeps_the_first_letter(indexed: Callable[[dict[str, str]], Path]) -> None:
    text = "Bread would be cheaper.\n\nThe mill would not hold.\n\nNobody would say why."
    collection = Collection.open(indexed({"mill.txt": f"The mill\n\n{text}\n"}))
    assert collection.search("hould mill", limit=0).suggestion == "hold mill"


def test_a_suggestion_changes_words_only(collection: Collection) -> None:
    assert collection.search("outlet:cour cour", limit=0).suggestion == "outlet:cour four"
    assert collection.search("after:jam egnineers").suggestion is None
    assert collection.search("0009 gate", limit=0).suggestion is None


def test_a_suggestion_that_finds_nothing_is_not_made(collection: Collection) -> None:
    for query in (
        "outlet:egnineers egnineers",
        "egnineers nettles",
        "outlet:herald egnineers",
        '"the soup" gaet',
    ):
        suggested = collection.search(query, limit=0).suggestion
        assert suggested is None or collection.search(suggested).total
    assert collection.search("outlet:herald egnineers", limit=0).suggestion is None
    assert collection.search("outlet:herald gaet", limit=0).suggestion == "outlet:herald gate"


@pytest.fixture
def misheard(indexed: Callable[[dict[str, str]], Path]) -> Collection:
    """Sayings, and the words that a slip in them is nearer to, alone, in order and together."""
    return Collection.open(
        indexed(
            {
                "said.md": "“Nobody waited for the ferry,” she wrote, “and the water came.”\n\n"
                "He put the key in his hand and left. Later he held it.\n\n"
                "They will not choose this harbour again.\n",
                "other.md": "Nobody wants water. Nobody held a putty knife, a ferry or a head of cause.\n\n"
                "Water, water, water; held, held, held.\n\nThis quay is their pride.\n\nThey close at night.\n",
            }
        )
    )


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("nobdy wated for the ferry", "nobody waited for the ferry"),
        ("putt the key in his hend", "put the key in his hand"),
        ("will not chuse this harbur", "will not choose this harbour"),
        ("they will not close this harbour", "they will not choose this harbour"),
        ("Nobdy wated, -putty", "nobody waited, -putty"),
        ("knife quay", None),
    ],
)
def test_words_are_corrected_together(misheard: Collection, query: str, meant: str | None) -> None:
    assert misheard.search(query, limit=0).suggestion == meant
    assert misheard.search(query, limit=0, typing=True).suggestion == meant
    if meant is not None:
        assert misheard.search(meant).hits[0].path == "said.md"
        assert misheard.search(meant).total == 1


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        # "nobody" is somewhere, though not beside the others.
        ("nobody putt the kee in a hend", "nobody put the key in a hand"),
        ("quay chuse harbur", "quay choose harbour"),
        # No two of these stand in one passage.
        ("quay wated", None),
    ],
)
def test_what_is_nowhere_is_corrected_though_no_passage_has_all_the_others(
    misheard: Collection, query: str, meant: str | None
) -> None:
    answer = misheard.search(query)
    assert (answer.total, answer.suggestion) == (0, meant)
    assert misheard.search(query, foremost=25).suggestion is None
    if meant is not None:
        assert misheard.search(meant).hits[0].path == "said.md"


def test_between_two_keys_only_words_that_are_nowhere_are_corrected(misheard: Collection) -> None:
    assert misheard.search("they will not close this harbour", foremost=25).suggestion is None
    assert misheard.search("nobdy wated for", foremost=25).suggestion == "nobody waited for"


def test_a_word_still_being_typed_finds_what_it_begins(collection: Collection) -> None:
    assert found(collection.search("gate jam", typing=True)) >= {"a.md", "c.md"}
    assert collection.search("engi", typing=True).total == 1
    assert collection.search("engi").total == 0


def test_a_hit_knows_how_many_of_its_article_there_are_whatever_the_limit(collection: Collection) -> None:
    every = collection.search("gate").hits
    for hit in every:
        assert hit.passages == sum(other.path == hit.path for other in every)
    assert collection.search("gate", limit=1).hits[0].passages == every[0].passages


def test_grouping_by_article(collection: Collection) -> None:
    answer = collection.search("gate", group="article")
    assert answer.total == 3
    assert len(answer.hits) == 3
    best = next(h for h in answer.hits if h.path == "a.md")
    assert best.passages == 3


def test_order_by_date_puts_the_undated_last(collection: Collection) -> None:
    assert [h.path for h in collection.search("spring", order="newest").hits] == ["a.md", "c.md", "d.md"]
    assert [h.path for h in collection.search("spring", order="oldest").hits] == ["c.md", "a.md", "d.md"]


def test_an_empty_query_lists_the_newest_articles(collection: Collection) -> None:
    answer = collection.search("", group="article")
    assert [h.path for h in answer.hits] == ["b.md", "a.md", "c.md", "d.md"]
    assert answer.understood == "everything, newest first"


def test_the_limit_cuts_hits_not_totals(collection: Collection) -> None:
    answer = collection.search("gate", limit=1)
    assert len(answer.hits) == 1
    assert answer.total == collection.search("gate").total > 1


def lit(collection: Collection, path: str, query: str) -> list[str]:
    article = collection.article(ArticleKey(path)).article
    found = collection.highlights(ArticleKey(path), query, typing=True)
    return [((article.title or "") if h.passage == 0 else article.text)[h.start : h.end] for h in found]


def test_all_of_an_article_lights_up_whatever_the_answer_held(collection: Collection) -> None:
    assert lit(collection, "a.md", "gate") == ["Gate", "gate", "gate"]
    assert lit(collection, "a.md", "person:davor test") == ["Davor Kern", "Kern", "tested"]
    assert lit(collection, "a.md", "title:jams") == ["jams"]
    assert lit(collection, "a.md", "") == []
    assert collection.highlights(ArticleKey("gone.md"), "gate") == ()


def test_names_in_headlines_are_found_and_lit(indexed: Callable[[dict[str, str]], Path]) -> None:
    text = "\n\nThe water minister, Davor Kern, said the gate had jammed. Mr Kern left at noon.\n"
    collection = Collection.open(indexed({"a.txt": "KERN LEAVES" + text, "b.txt": "Gate jams" + text}))
    hits = collection.search("person:kern").hits
    [headline] = [hit for hit in hits if hit.passage == 0]
    assert (headline.path, headline.text, headline.highlights) == ("a.txt", "KERN LEAVES", ((0, 4),))
    [lit] = [lit for lit in collection.highlights(ArticleKey("a.txt"), "person:kern") if not lit.passage]
    assert (lit.start, lit.end) == (0, 4)
    [mention] = collection.article(ArticleKey("a.txt")).annotations.title_mentions
    assert mention.entity is not None
    card = collection.card(mention.entity)
    assert card is not None
    assert card.mentions == 5
    assert next((m.path, m.passage, m.text) for m in collection.mentions(mention.entity)) == (
        "a.txt",
        0,
        "KERN",
    )


def test_a_month_without_a_year_is_the_latest_that_the_collection_knows(collection: Collection) -> None:
    after = collection.search("gate after:march")
    assert after.understood == "gate · from March 2021"
    assert found(after) == {"a.md", "b.md"}
    before = collection.search("gate before:june")
    assert before.understood == "gate · before June 2020"
    assert found(before) == {"c.md"}
    assert collection.search('date:"3 may" gate').understood == "gate · on 3 May 2021"
    assert collection.search('date:"4 may" gate').understood == "gate · on 4 May 2020"
    assert collection.search("date:march..may gate").understood == "gate · from March 2021 to May 2021"
    assert collection.timeline("gate after:march").understood == "gate · from March 2021"
    assert [outlet.articles for outlet in collection.facets("gate after:march").outlets] == [1, 1]
    assert {key.path for key in collection.found("gate after:march")} == {"a.md", "b.md"}
