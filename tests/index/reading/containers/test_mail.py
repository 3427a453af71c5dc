import mailbox
from email.message import EmailMessage
from pathlib import Path

import pytest

from index.reading import read
from models.article import Article
from models.errors import UnreadableFile
from tests.index.reading.ferry import DATA, STATED, ferry, stated

STORY = (
    "The weir at Brod holds, the warden Ida Falk said on Tuesday, and the water falls by a hand each hour.\n\n"
    "Nobody on the lower road had to leave the house, and the school of Brod opens again on Thursday morning.\n\n"
    "The county pays for the sandbags, of which some 3,000 lie along the quay, and for the two pumps."
)


def message(text: str = STORY, **headers: str) -> EmailMessage:
    made = EmailMessage()
    for name, value in {
        "From": "Lena Voss <lena@sund.example>",
        "Subject": "Weir at Brod holds",
        "Date": "Tue, 18 Jan 2022 08:15:00 +0100",
        "Message-ID": "<1@sund.example>",
        **{name.replace("_", "-"): value for name, value in headers.items()},
    }.items():
        made[name] = value
    made.set_content(text)
    return made


def read_bytes(tmp_path: Path, data: bytes, name: str = "a.eml") -> tuple[list[Article], list[str]]:
    (tmp_path / name).write_bytes(data)
    problems: list[str] = []
    return list(read(tmp_path / name, name, on_problem=problems.append)), problems


def test_a_mailbox_that_a_mail_program_wrote() -> None:
    first, second = read(DATA / "sent.mbox", "sent.mbox")
    assert (first.title, second.title) == (
        "Ferry company raises fares, part 1",
        "Ferry company raises fares, part 2",
    )
    # The program does not guard the line of the text that begins with "From".
    assert all(article.passages[-1].text.startswith("From the county") for article in (first, second))
    assert (second.part, second.authors) == (1, ("Lena Voss",))
    assert second.published is not None
    assert second.confidence("published") == "likely"


def test_a_page_that_a_browser_saved() -> None:
    article = ferry("ferry.mhtml")
    assert stated(article) == STATED
    assert article.found["url"] == "Snapshot-Content-Location"
    assert "“We did not want to do this in winter,” Mr Holm told" in article.text


def test_a_note_from_a_colleague_states_no_outlet_author_or_date(tmp_path: Path) -> None:
    (article,), _ = read_bytes(tmp_path, bytes(message(Subject="Fwd: Weir at Brod holds")))
    assert article.title == "Weir at Brod holds"
    assert (article.outlet, article.authors, article.published) == (None, (), None)
    assert article.text == STORY


@pytest.mark.parametrize("note", ["FYI", "Hi all", "FYI!"])
def test_a_word_above_the_story_is_no_headline_over_the_subject(tmp_path: Path, note: str) -> None:
    letter = message(f"{note}\n\n{STORY}", Subject="Re: Fwd: Weir at Brod holds: full story")
    (article,), _ = read_bytes(tmp_path, bytes(letter))
    assert (article.title, article.found["title"]) == ("Weir at Brod holds: full story", "subject")
    assert article.text == f"{note}\n\n{STORY}"


@pytest.mark.parametrize("subject", ["Fwd: weir", "FYI", ""])
def test_a_subject_that_says_less_is_none_over_the_story(tmp_path: Path, subject: str) -> None:
    letter = message(f"Weir at Brod holds\n\n{STORY}", Subject=subject)
    (article,), _ = read_bytes(tmp_path, bytes(letter))
    assert (article.title, article.text) == ("Weir at Brod holds", STORY)


def test_a_pasted_storys_own_headline_stays_over_another_subject(tmp_path: Path) -> None:
    letter = message(f"Weir at Brod holds\n\n{STORY}", Subject="for tomorrow's meeting please")
    (article,), _ = read_bytes(tmp_path, bytes(letter))
    assert (article.title, article.text) == ("Weir at Brod holds", STORY)


def test_what_people_send_themselves_states_neither(tmp_path: Path) -> None:
    (article,), _ = read_bytes(tmp_path, bytes(message(To="lena@sund.example")))
    assert (article.authors, article.published) == ((), None)


def test_a_newsletter_states_its_outlet_and_date(tmp_path: Path) -> None:
    letter = message(List_Id="<letters.sund.example>")
    letter.replace_header("From", "The Sund Courier <letters@sund.example>")
    (article,), _ = read_bytes(tmp_path, bytes(letter))
    assert article.outlet == "The Sund Courier"
    assert article.published == "2022-01-18T08:15+01:00"
    assert article.found["published"] == "newsletter's date"


@pytest.mark.parametrize(
    ("sender", "outlet"),
    [
        ("Lisk Letter", "Lisk Letter"),
        ("Mara Ilić from Lisk Letter", "Lisk Letter"),
        ("Grace Letter", "Grace Letter"),
        ("Mara Ilić", None),
        ("", None),
    ],
)
def test_a_newsletters_sender_is_its_outlet_unless_a_person(
    tmp_path: Path, sender: str, outlet: str | None
) -> None:
    letter = message(List_Id="Grace Letter <letter.sund.example>")
    letter.replace_header("From", f"{sender} <news@sund.example>")
    (article,), _ = read_bytes(tmp_path, bytes(letter))
    assert (article.outlet, article.authors) == (outlet, ())


def test_the_line_by_which_one_leaves_a_newsletter_goes(tmp_path: Path) -> None:
    letter = message(f"{STORY}\n\nUnsubscribe: https://sund.example/out", List_Id="<letters.sund.example>")
    (article,), _ = read_bytes(tmp_path, bytes(letter))
    assert article.text == STORY


def test_what_forwarding_adds_and_the_signature_go(tmp_path: Path) -> None:
    added = (
        "---------- Forwarded message ----------\nFrom: A <a@b.example>\nDate: Tue, 18 Jan\nSubject: Weir\n\n"
    )
    (article,), _ = read_bytes(tmp_path, bytes(message(f"{added}{STORY}\n-- \nLena Voss\n+99 123 456")))
    assert article.text == STORY


def test_a_page_in_a_message_without_plain_text(tmp_path: Path) -> None:
    letter = message("See the page.")
    markup = "<h1>Weir at Brod holds</h1>" + "".join(f"<p>{line}</p>" for line in STORY.split("\n\n"))
    letter.add_alternative(markup, subtype="html")
    (article,), _ = read_bytes(tmp_path, bytes(letter))
    assert (article.title, article.text) == ("Weir at Brod holds", STORY)


def test_attachments_are_articles_beside_the_message(tmp_path: Path) -> None:
    letter = message()
    letter.add_attachment(
        (DATA / "ferry.pdf").read_bytes(), maintype="application", subtype="pdf", filename="f.pdf"
    )
    letter.add_attachment(b"\x89PNG\r\n\x1a\n", maintype="image", subtype="png", filename="a.png")
    letter.add_attachment(message(Subject="Weir opened"))
    articles, problems = read_bytes(tmp_path, bytes(letter))
    assert [article.title for article in articles] == [
        "Weir at Brod holds",
        "Ferry company raises winter fares after storm season",
        "Weir opened",
    ]
    assert problems == []


def test_a_covering_note_is_no_article(tmp_path: Path) -> None:
    letter = message("See attached. L.")
    letter.add_attachment(STORY, filename="weir.txt")
    (article,), problems = read_bytes(tmp_path, bytes(letter))
    assert (article.text, problems) == (STORY, [])


def test_a_message_without_an_article_is_told_of(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        read_bytes(tmp_path, bytes(message("Lunch?")))


def test_messages_of_a_standard_mailbox_in_their_order(tmp_path: Path) -> None:
    box = mailbox.mbox(tmp_path / "Inbox")
    for number in range(3):
        box.add(mailbox.mboxMessage(message(f"From here on, {number}:\n\nFrom Brod.\n\n{STORY}")))
    box.close()
    articles, _ = read_bytes(tmp_path, (tmp_path / "Inbox").read_bytes(), "Inbox")
    assert [article.passages[0].text for article in articles] == [
        f"From here on, {number}:" for number in range(3)
    ]
    assert all("From Brod." in article.text for article in articles)


@pytest.mark.parametrize(
    "data",
    [
        b"From: a\nMessage-ID: <\xff\xfe\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\n\n",
        b"Subject: =?utf-8?B?////?=\nMIME-Version: 1.0\nReceived: x\nContent-Type: text/plain; charset=nonsense\n\nHi",
        b"MIME-Version: 1.0\nReceived: a\nFrom: a\nContent-Type: multipart/mixed; boundary=a\n\n"
        + b"--a\n\n" * 3000,
    ],
)
def test_broken_messages_give_a_reason(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(UnreadableFile):
        read_bytes(tmp_path, data)


def test_a_clipping_with_labelled_lines_is_no_message(tmp_path: Path) -> None:
    text = f"Title: Weir at Brod holds\nAuthor: Ida Falk\nDate: 18 January 2022\n\n{STORY}"
    (article,), _ = read_bytes(tmp_path, text.encode(), "a.txt")
    assert (article.title, article.authors) == ("Weir at Brod holds", ("Ida Falk",))
