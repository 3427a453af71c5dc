import pytest

from index.reading.plain.markdown import read_markdown

BODY = "The ministry said on [Wednesday](https://a.example/x) that **5,000 troops** would take part in the drills."


def test_front_matter() -> None:
    draft = read_markdown(
        '---\ntitle: "Bridge closed: what now"\nauthor:\n  - "[[Mara Ilić]]"\n  - Tom Reed\npublished: 2021-07-28\n'
        "source: https://www.courier.example/bridge\nlang: en-GB\n---\n\n"
        f"# Bridge closed: what now\n\n{BODY}\n\n## What the valley says\n\n"
        "> It holds, said *Ms Reed*, who lives there."
    )
    assert draft.title == "Bridge closed: what now"
    assert draft.authors == ("Mara Ilić", "Tom Reed")
    assert (draft.published, draft.language) == ("2021-07-28", "en")
    assert (draft.url, draft.outlet) == ("https://www.courier.example/bridge", "courier.example")
    assert [(block.kind, block.text) for block in draft.blocks] == [
        ("paragraph", "The ministry said on Wednesday that 5,000 troops would take part in the drills."),
        ("heading", "What the valley says"),
        ("paragraph", "It holds, said Ms Reed, who lives there."),
    ]
    assert draft.found["title"] == "front matter title"


def test_first_heading_is_the_title() -> None:
    draft = read_markdown(f"Bridge closed\n=============\n\n{BODY}\n\n![a picture](x.png)\n")
    assert draft.title == "Bridge closed"
    assert len(draft.blocks) == 1


def test_only_front_matter() -> None:
    draft = read_markdown("---\ntitle: Bridge closed\n---\n")
    assert draft.title == "Bridge closed"


@pytest.mark.parametrize(
    "line",
    ["**Sund Letters** · Ana Berg · 18 August 2021", "**Ana Berg** · Sund Gazette · 18 August 2021"],
)
def test_a_bold_line_of_outlet_author_and_date(line: str) -> None:
    draft = read_markdown(f"# What the gauge said\n\n{line}\n\n{BODY}\n")
    assert draft.outlet in {"Sund Letters", "Sund Gazette"}
    assert (draft.authors, draft.published) == (("Ana Berg",), "2021-08-18")


def test_a_bold_line_that_is_no_head_states_nothing() -> None:
    draft = read_markdown(
        f"# What the gauge said\n\n**Note** · this letter was written on 18 August 2021\n\n{BODY}\n"
    )
    assert (draft.outlet, draft.authors) == (None, ())
