from index.lines import Rulings, carried, house_of, line_id, normal, settled
from models.annotation import AnnotatedArticle, Annotations, Mention
from models.article import Article, Dropped
from models.kind import Kind
from models.ruling import Ruling
from tests.index.lines.articles import CLOSING, FOLLOW, article, prose

MENU = Dropped(text="Home News", reason="menu", before=1)
SHARE = Dropped(text="Share", reason="share", before=3)


def common(*texts: str) -> set[int]:
    return {line_id("outlet:the courier", text) for text in texts}


def here(text: str, *, keep: bool) -> Ruling:
    return Ruling("article", "courier/a.txt", 0, text, keep)


def everywhere(text: str, *, keep: bool) -> Ruling:
    return Ruling("house", "outlet:the courier", 0, normal(text), keep)


def shape(one: Article) -> list[str]:
    """All lines in order: passages as they are, the others in brackets."""
    lines = [(d.before, 0, n, f"[{d.text}]") for n, d in enumerate(one.dropped)]
    lines += [(p.number, 1, 0, p.text) for p in one.passages]
    return [text for *_, text in sorted(lines)]


def whole(one: Article) -> bool:
    return all(one.text[p.start : p.end] == p.text for p in one.passages) and [
        p.number for p in one.passages
    ] == list(range(1, len(one.passages) + 1))


def test_common_lines_leave_their_place_among_the_passages() -> None:
    one, two = prose(1, 2)
    read = article(one, FOLLOW, two, CLOSING, dropped=[MENU, SHARE])
    shown = settled(read, common(FOLLOW, CLOSING), Rulings())
    assert shape(shown) == ["[Home News]", one, f"[{FOLLOW}]", "[Share]", two, f"[{CLOSING}]"]
    assert whole(shown)


def test_an_article_without_such_lines_is_itself() -> None:
    read = article(*prose(1), dropped=[MENU])
    assert settled(read, common(FOLLOW), Rulings()) is read
    assert settled(read, (), Rulings([here("Nowhere", keep=True)])) is read


def test_an_article_is_never_emptied() -> None:
    read = article(FOLLOW, CLOSING)
    assert settled(read, common(FOLLOW, CLOSING), Rulings()) is read
    out = Rulings([here(FOLLOW, keep=False), here(CLOSING, keep=False)])
    assert settled(read, (), out) is read
    ruled = settled(read, common(FOLLOW, CLOSING), Rulings([here(FOLLOW, keep=False)]))
    assert shape(ruled) == [f"[{FOLLOW}]", CLOSING]


def test_the_reader_puts_lines_back_and_takes_them_out() -> None:
    one, two = prose(1, 2)
    read = article(one, FOLLOW, two, dropped=[MENU, SHARE])
    shown = settled(
        read,
        common(FOLLOW),
        Rulings([here("Home News", keep=True), here(two, keep=False), here(FOLLOW, keep=True)]),
    )
    assert shape(shown) == ["Home News", one, FOLLOW, "[Share]", f"[{two}]"]
    assert shown.dropped[-1].reason == "you took it out"
    assert whole(shown)


def test_what_is_said_of_the_article_counts_more_than_of_its_outlet() -> None:
    read = article(*prose(1), FOLLOW)
    rulings = [everywhere(FOLLOW, keep=False), here(FOLLOW, keep=True)]
    assert settled(read, (), Rulings(rulings)) is read
    elsewhere = read.model_copy(update={"path": "courier/b.txt"})
    (line,) = settled(elsewhere, (), Rulings(rulings)).dropped
    assert line.reason == "you took it out of all articles of The Courier"
    assert settled(elsewhere.model_copy(update={"outlet": "The Herald"}), (), Rulings(rulings)).dropped == ()


def test_the_outlet_may_have_its_line_back_whatever_the_number_in_it() -> None:
    read = article(*prose(1), "Page 7 of the Courier today")
    kept = Rulings([everywhere("Page 12 of the Courier today", keep=True)])
    assert settled(read, common("Page 3 of the Courier today"), kept) is read


def test_what_is_known_of_the_text_is_carried_over() -> None:
    one, two = prose(1, 2)
    read = article(one, FOLLOW, two)
    at = read.text.index("warden", len(one))
    gone = read.text.index("Courier")
    annotated = AnnotatedArticle(
        article=read,
        annotations=Annotations(
            mentions=(
                Mention(start=gone, end=gone + 7, text="Courier", kind=Kind.ORG),
                Mention(start=at, end=at + 6, text="warden", kind=Kind.PERSON),
            ),
            title_mentions=(Mention(start=0, end=3, text="The", kind=Kind.PLACE),),
        ),
    )
    shown = carried(annotated, settled(read, common(FOLLOW), Rulings()))
    (mention,) = shown.annotations.mentions
    assert shown.article.text[mention.start : mention.end] == "warden"
    assert shown.annotations.title_mentions == annotated.annotations.title_mentions
    assert house_of(shown.article) == house_of(read)
