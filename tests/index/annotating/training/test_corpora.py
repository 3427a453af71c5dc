"""Marked texts: our own as they stand, the licensed ones written as texts."""

import json
from pathlib import Path

from index.annotating.training.corpora import OWN, from_marks, licensed_texts, own_texts


def spans(marked: object) -> list[tuple[str, str]]:
    return [(marked.text[a:b], kind) for a, b, kind in marked.spans]  # type: ignore[attr-defined]


def test_marks_become_spans() -> None:
    marked = from_marks("a-0", "It was [[PER|Davor Kern]] in [[LOC|Norway]].")
    assert marked.text == "It was Davor Kern in Norway."
    assert spans(marked) == [("Davor Kern", "PER"), ("Norway", "LOC")]


def test_our_own_texts() -> None:
    texts = list(own_texts())
    assert len(texts) >= 600
    assert not [text.id for text in texts if "[[" in text.text or "]]" in text.text or "###" in text.text]
    assert all(0 <= a < b <= len(text.text) for text in texts for a, b, _ in text.spans)
    assert {kind for text in texts for _, _, kind in text.spans} == {"PER", "ORG", "LOC", "MISC"}
    assert (OWN / "ANNOTATION.md").exists()


def test_tokens_are_written_as_a_text(tmp_path: Path) -> None:
    document = {
        "id": "gum-0",
        "sentences": [
            {"tokens": ["He", "saw", "the", "Russian", "Minister", "Davor", "Kern", "'s", "aide", "(", "32", ")", "."],
             "tags": ["O", "O", "O", "B-PER", "I-PER", "I-PER", "I-PER", *["O"] * 6]},
            {"tokens": ["``", "Yes", ",", "''", "said", "Norway", "and", "the", "Oslo", "militia", "."],
             "tags": [*["O"] * 5, "B-ORG", "O", "O", "B-ORG", "I-ORG", "O"]},
        ],
    }  # fmt: skip
    file = tmp_path / "gum.jsonl"
    file.write_text(json.dumps(document))
    (marked,) = licensed_texts(file)
    assert (
        marked.text
        == 'He saw the Russian Minister Davor Kern\'s aide (32). "Yes," said Norway and the Oslo militia.'
    )
    # Titles are outside, a country is a place, small words end no name.
    assert spans(marked) == [("Davor Kern", "PER"), ("Norway", "LOC"), ("Oslo", "ORG")]
