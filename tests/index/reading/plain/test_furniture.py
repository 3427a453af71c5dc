import pytest

from index.reading.plain.furniture import verdict
from index.reading.plain.furniture_rules import RULES


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Print Save as PDF +A A -A", "share bar"),
        ("Share this with Facebook", "share bar"),
        ("Powered by", "advertisement"),
        ("ALSO READ: What the drills were really for", "link to another article"),
        ("Lesen Sie auch", "link to another article"),
        ("COMMENTS", "comment area"),
        ("12 Comments", "comment area"),
        ("Join our commenting forum", "comment area"),
        (
            "📣 The Courier is now on Telegram. Click here to join our channel (@courier)",
            "link to an app or channel",
        ),
        ("Follow The Courier on Facebook and Twitter", "link to an app or channel"),
        ("© 2021 The Courier. All rights reserved.", "copyright or republishing line"),
        ("Sign up for our newsletter", "newsletter or registration prompt"),
        ("This website uses cookies to improve your visit.", "cookie notice"),
        ("Photo: Ana Petrović", "photo caption or credit"),
        ("Soldiers at the Sava line (Ana Petrović/Getty Images)", "photo caption or credit"),
        ("-Inputs from agencies", "agency credit"),
        ("Additional reporting by agencies", "agency credit"),
        ("REUTER", "agency credit"),
        ("Tom Reed contributed reporting from Brod.", "agency credit"),
        ("From wire services", "agency credit"),
        ("Ana Berg at the pier on Friday. Picture: Gazette", "photo caption or credit"),
        ("A version of this article appears in print on June 11, 2021.", "note on the printed edition"),
        ("This is a developing story and will be updated.", "note on updates"),
        ("We ask that comments are polite. Do not post links.", "comment area"),
        ("We want to hear from you. Write to the letters page.", "comment area"),
        ("Get the latest news on your phone with the Courier app.", "link to an app or channel"),
        ("If you value our work, please consider a donation.", "newsletter or registration prompt"),
        ("Text the studio on 4711", "newsletter or registration prompt"),
        ("The Courier is not responsible for the opinions expressed here.", "legal notice"),
        ("Next on air: The Fish Report", "navigation"),
        ("FEATURE | ISSUE 12", "navigation"),
        ("Subscribe · Unsubscribe", "navigation"),
        ("About Archive Write for us Donate", "navigation"),
        ("Unsubscribe: https://lisk.example/out?u=17", "newsletter or registration prompt"),
        ("To unsubscribe from this list, write to us.", "newsletter or registration prompt"),
        (
            "You are receiving this email because you signed up at lisk.example. Unsubscribe here: lisk.example/out",
            "newsletter or registration prompt",
        ),
        ("View this letter in your browser", "navigation"),
        ("* * *", "separator"),
    ],
)
def test_furniture(line: str, reason: str) -> None:
    found = verdict(line)
    assert found is not None
    assert (found.reason, found.sure) == (reason, True)


@pytest.mark.parametrize(
    "line",
    [
        "Share 6.0p vs 4.1p, diluted",
        "<NORTHERN PLANTATIONS BHD>",
        "Related-party transactions rose by a fifth, the ministry said.",
        "Like many of his colleagues, the minister posts on Twitter and Facebook.",
        "Further research is needed before the dam can be opened, Ms Reed said.",
        "Reporting by the commission found that the guards had left their posts.",
        "Reports from the valley suggest that the road is closed.",
        "Pictures by the ministry showed lorries at the crossing.",
        "He published a weekly newsletter on the mines of the north.",
        "We bake cookies every winter, the mayor said.",
        "“Click here to join the fight,” the message read.",
        "What do you think will happen next week?",
        "Search for survivors goes on",
        "Return to the Sava line",
        "This picture of calm will not last, diplomats say.",
        "The group is on Telegram, where it has 400 readers.",
        "He tried to unsubscribe, but clicking the link did nothing, he said.",
        "Unsubscribe buttons often do nothing, a study of 400 letters found.",
        "You are receiving this money late, the minister told the farmers.",
        "Net profit 2,598,000 vs loss 687,000",
        "The bigger picture: a valley that waits",
        "The mill is powered by the river, as it was in 1904.",
        "Users of the new app said that it lost their bookings.",
        "She found that reproduction without males is common among the lizards.",
        "The ministry said that it was not responsible for the flood.",
        "Sport · The match that never ended",
        "The story was developing when the bridge gave way.",
    ],
)
def test_what_articles_say_is_no_furniture(line: str) -> None:
    assert verdict(line) is None


def test_menu_words_are_unsure() -> None:
    found = verdict("Business")
    assert found is not None
    assert not found.sure


def test_rules_have_no_capitals() -> None:
    # Lines are compared in small letters.
    letters = (
        "".join(pattern for rule in RULES for pattern in rule.patterns).replace("\\W", "").replace("\\S", "")
    )
    assert letters == letters.lower()
