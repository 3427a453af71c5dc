"""The articles of the small collection, invented from end to end, with what is found in them."""

import re

from models.annotation import AnnotatedArticle, Annotations, Figure, Mention, Quotation
from models.article import Article, Dropped, Passage
from tests.tui.fake_names import NAMES

HOSTILE = "The note read [bold]stop[/bold] and \x1b[31mred\x1b[0m and \x07 a bell, then \u202eturned round."
WIDE = "东京的港口今天恢复了航运，船只排成长队 🚢 等待进港。 e\u0301t\u00e9 café"


def _article(
    path: str, title: str | None, outlet: str | None, published: str | None, *texts: str, **extra: object
) -> AnnotatedArticle:
    passages, start = [], 0
    for number, text in enumerate(texts, 1):
        passages.append(Passage(number=number, start=start, end=start + len(text), text=text))
        start += len(text) + 2
    article = Article.model_validate(
        {
            "path": path,
            "title": title,
            "outlet": outlet,
            "published": published,
            "passages": passages,
            **extra,
        }
    )
    return AnnotatedArticle(article=article, annotations=_annotations(article.text), paths=(path,))


def _annotations(text: str) -> Annotations:
    mentions = [
        Mention(start=m.start(), end=m.end(), text=name, kind=kind, entity=entity)
        for name, (kind, entity) in NAMES.items()
        for m in re.finditer(re.escape(name), text)
    ]
    quotations = [
        Quotation(
            start=m.start(),
            end=m.end(),
            text=m.group(),
            kind="direct",
            speaker="Ida Marsh",
            entity="marsh",
            cue="said",
        )
        for m in re.finditer("“[^”]*”", text)
    ]
    figures = [
        Figure(
            start=m.start(),
            end=m.end(),
            text=m.group(),
            value=float(m.group(1).replace(",", "")),
            of="containers",
        )
        for m in re.finditer(r"([\d,]+) containers", text)
    ]
    mentions.sort(key=lambda mention: mention.start)
    return Annotations(mentions=tuple(mentions), quotations=tuple(quotations), figures=tuple(figures))


ARTICLES = (
    _article(
        "strike.txt", "Dockers walk out at Tolva", "The Quay", "2031-03-02T08:15+01:00",
        "Dockers in Tolva walked out on Monday after talks with the Harbour Board failed overnight.",
        "“We asked for rest, and they offered us slogans,” said Ida Marsh, who speaks for the crane drivers.",
        "The Harbour Board said that 4,000 containers were waiting on the quays; Ms Marsh put it higher.",
        "Shipping companies told customers to expect delays of a week or more. " * 6,
        authors=("Rui Bell",), url="https://quay.example/strike",
        standfirst="Crane drivers stop work over night shifts",
        dropped=(Dropped(text="Sign up for our newsletter", reason="newsletter prompt", before=2),),
    ),
    _article(
        "count.txt", "How many containers are waiting?", "Northern Ledger", "2031-03-03",
        "The strike in Tolva has left 6,500 containers on the quays, by the count of Ida Marsh.",
        "“They offered us slogans,” she said of the Harbour Board.",
    ),
    _article("calm.txt", "Ferries sail as usual", "The Quay", "2031-03-01",
        "Ferries from Tolva sailed on time, and few Tolvans noticed the dispute."),
    _article("hostile.txt", "[red]Careful[/red] \x1b[2Jnow", None, None, HOSTILE),
    _article("wide.txt", None, "港口日报", "2031-02-28", WIDE, WIDE * 6),
)  # fmt: skip
