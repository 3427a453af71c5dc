from models.annotation import AnnotatedArticle, Annotations, Figure, Mention, Quotation
from models.article import Article, Passage
from models.kind import Kind
from models.search import Hit
from tui.text import spans

TEXTS = ("Ida Marsh spoke.", "“We wait. ", "And wait,” said Marsh.")


def annotated() -> AnnotatedArticle:
    passages, start = [], 0
    for number, text in enumerate(TEXTS, 1):
        passages.append(Passage(number=number, start=start, end=start + len(text), text=text))
        start += len(text) + 2
    article = Article(path="a.txt", title="Waiting", passages=tuple(passages))
    text = article.text
    marsh = text.rindex("Marsh")
    quotation = Quotation(start=text.index("“"), end=text.index("”") + 1, text="", kind="direct")
    return AnnotatedArticle(
        article=article,
        annotations=Annotations(
            mentions=(
                Mention(start=0, end=9, text="Ida Marsh", kind=Kind.PERSON),
                Mention(start=marsh, end=marsh + 5, text="Marsh", kind=Kind.PERSON),
                Mention(start=10, end=15, text="spoke", kind=Kind.DATE),
            ),
            quotations=(quotation,),
        ),
    )


def hit(passage: int, start: int | None, text: str, *highlights: tuple[int, int]) -> Hit:
    return Hit(
        rank=1, score=1, path="a.txt", paths=("a.txt",), part=0, title=None, outlet=None, published=None,
        passage=passage, start=start, end=None, text=text, highlights=highlights, full=True,
    )  # fmt: skip


def test_names_and_quotations_are_spans_but_dates_are_not() -> None:
    found = [(span.kind, span.passage) for span in spans.annotated_spans(annotated())]
    assert found == [("quotation", 2), ("name", 1), ("name", 3)]


def test_a_quotation_that_runs_on_is_painted_in_every_passage_it_covers() -> None:
    article = annotated()
    table = spans.by_passage(spans.annotated_spans(article), article.article)
    assert {number: [s.kind for s in here] for number, here in table.items()} == {
        1: ["name"],
        2: ["quotation"],
        3: ["quotation", "name"],
    }


def test_hits_come_in_reading_order_with_the_headline_first() -> None:
    found = spans.hit_spans([hit(2, 18, TEXTS[1], (4, 8)), hit(0, None, "Waiting", (0, 4))])
    assert [(span.passage, span.start, span.end) for span in found] == [(0, 0, 4), (2, 22, 26)]


def test_steps_from_the_focus_or_from_the_passage() -> None:
    names = spans.of_kind(spans.annotated_spans(annotated()), "name")
    first, second = names
    assert spans.step(names, None, 1, 1) == first
    assert spans.step(names, first, 1, 1) == second
    assert spans.step(names, second, 3, 1) is None
    assert spans.step(names, second, 3, -1) == first
    assert spans.step(names, None, 3, -1) == first
    assert spans.step(names, first, 3, 1) == second, "the cursor has left the focus behind"


def test_what_holds_the_focus_comes_first() -> None:
    article = annotated()
    quotations = spans.of_kind(spans.annotated_spans(article), "quotation")
    quotation = quotations[0]
    inside = spans.Span("hit", quotation.passage, quotation.start + 2, quotation.start + 5, "hit")
    assert spans.step(quotations, inside, quotation.passage, 1) == quotation
    assert spans.step(quotations, inside, quotation.passage, -1) == quotation


def test_the_shortest_span_lies_under_the_mouse() -> None:
    article = annotated()
    found = spans.annotated_spans(article)
    quotation = found[0]
    assert spans.at(found, 2, quotation.start + 1) == quotation
    assert spans.at(found, 0, 1) is None


def test_what_is_in_the_headline_comes_first_and_at_its_own_offsets() -> None:
    article = annotated()
    name = Mention(start=0, end=9, text="Ida Marsh", kind=Kind.PERSON)
    figure = Figure(start=20, end=22, text="12", value=12)
    found = article.annotations.model_copy(update={"title_mentions": (name,), "title_figures": (figure,)})
    all_ = spans.annotated_spans(article.model_copy(update={"annotations": found}))
    names = spans.of_kind(all_, "name")
    assert [(span.passage, span.start) for span in names] == [(0, 0), (1, 0), (3, names[2].start)]
    assert [(span.passage, span.start) for span in spans.of_kind(all_, "figure")] == [(0, 20)]
    assert spans.step(names, None, 0, 1) == names[0]
    assert spans.step(names, names[0], 0, 1) == names[1]
    assert spans.step(names, names[1], 1, -1) == names[0]
