"""Other names in the same texts, still marked where they stand."""

from index.annotating.names.gazetteer import gazetteer
from index.annotating.training.corpora import from_marks, own_texts
from index.annotating.training.scores import score_texts
from index.annotating.training.variation import Variation


def test_spans_stay_with_their_names() -> None:
    texts = list(own_texts())[:40]
    variation = Variation(gazetteer(), texts, seed=1)
    changed = 0
    for text in texts:
        varied = variation.varied(text)
        assert len(varied.spans) >= len(text.spans)
        for start, end, _ in varied.spans:
            assert varied.text[start:end].strip() == varied.text[start:end] != ""
            assert not varied.text[start - 1 : start].isalnum() or not varied.text[start].isalnum()
        changed += varied.text != text.text
    assert changed > 35


def test_one_name_stays_one_name() -> None:
    text = from_marks(
        "own-0", "It was [[PER|Davor Kern]].\nThe aide of [[PER|Kern]] said that [[PER|Kern]] left."
    )
    seen = set()
    for seed in range(12):
        varied = Variation(gazetteer(), [text], seed).varied(text)
        first, second, third = [varied.text[a:b].lower() for a, b, kind in varied.spans if kind == "PER"]
        assert second == third
        assert first.endswith(second)
        seen.add(first)
    assert len(seen) > 5


def test_the_same_seed_gives_the_same_texts() -> None:
    texts = list(own_texts())[:5]
    first, second = (
        [variation.varied(text) for text in texts]
        for variation in (Variation(gazetteer(), texts, 3) for _ in range(2))
    )
    assert first == second
    assert list(score_texts(gazetteer(), 3, 1)) == list(score_texts(gazetteer(), 3, 1))


def test_sports_pages_name_clubs_countries_and_people() -> None:
    kinds = {kind for page in score_texts(gazetteer(), 30, 2) for _, _, kind in page.spans}
    assert kinds == {"PER", "ORG", "LOC"}
    assert not [page for page in score_texts(gazetteer(), 30, 2) if "{" in page.text or "[" in page.text]
