"""What is read of files that anybody may have written."""

import json
from pathlib import Path
from typing import Any

import pytest

from index.importing import read_annotations
from index.importing.annotations import LONGEST, WrongAnnotations


def written(tmp_path: Path, value: Any) -> Path:
    file = tmp_path / "annotations.json"
    file.write_text(value if isinstance(value, str) else json.dumps(value), encoding="utf-8")
    return file


def annotation(exact: object = "Nobody sails", **more: Any) -> dict[str, Any]:
    selector = {"type": "TextQuoteSelector", "exact": exact, "prefix": "she said: ", "suffix": ", and left"}
    return {
        "type": "Annotation",
        "target": {"source": "https://quay.example/a", "selector": [selector]},
        **more,
    }


@pytest.mark.parametrize(
    "wrapped",
    [
        lambda one: one,
        lambda one: [one],
        lambda one: {"type": "AnnotationPage", "items": [one]},
        lambda one: {"type": "AnnotationCollection", "total": 1, "first": {"items": [one]}},
        lambda one: {"total": 1, "rows": [one]},
    ],
)
def test_annotations_come_in_many_wrappings(tmp_path: Path, wrapped: Any) -> None:
    (one,), problems = read_annotations(written(tmp_path, wrapped(annotation())))
    assert problems == []
    assert (one.anchor.exact, one.anchor.prefix, one.anchor.start) == ("Nobody sails", "she said: ", -1)
    assert (one.source, one.note, one.tags, one.kept) == ("https://quay.example/a", "", (), None)


def test_an_annotation_of_hypothesis(tmp_path: Path) -> None:
    selectors = [
        {"type": "RangeSelector", "startContainer": "/div[1]"},
        {"type": "TextPositionSelector", "start": 90, "end": 102},
        {"type": "TextQuoteSelector", "exact": "Nobody sails"},
    ]
    row = {
        "id": "x1", "created": "2031-04-01T10:00:00.123456+00:00", "updated": "2031-04-02T10:00:00+00:00",
        "uri": "https://quay.example/strike", "text": "Ask her.", "tags": ["ports", 7, "strike"],
        "target": [{"source": "https://quay.example/strike", "selector": selectors}],
        "document": {"title": ["Dockers walk out"]}, "user": "acct:ada@h.example",
    }  # fmt: skip
    (one,), _ = read_annotations(written(tmp_path, {"rows": [row]}))
    assert (one.note, one.tags, one.title) == ("Ask her.", ("ports", "strike"), "Dockers walk out")
    assert one.anchor.start == 90
    assert one.created == "2031-04-01T10:00:00.123456+00:00"


def test_the_lines_of_a_pages_source_are_not_those_of_its_text(tmp_path: Path) -> None:
    (one,), _ = read_annotations(
        written(tmp_path, annotation("Nobody\n      sails\u00a0now.\n  \n\tThey wait"))
    )
    assert one.anchor.exact == "Nobody sails now.\n\nThey wait"


def test_what_is_no_annotation_of_words_is_named_by_its_number(tmp_path: Path) -> None:
    page_note = {"target": {"source": "https://quay.example/a"}, "text": "The whole page"}
    items = [
        7,
        {"type": "x"},
        page_note,
        annotation(),
        annotation(exact=["no"]),
        annotation("x" * (LONGEST + 1)),
    ]
    annotations, problems = read_annotations(written(tmp_path, {"items": items}))
    assert [one.number for one in annotations] == [4]
    assert [(p.number, p.why) for p in problems] == [
        (1, "is no annotation"),
        (2, "does not say what it is about"),
        (3, "has no quoted words"),
        (5, "has no quoted words"),
        (6, "has a text of 100,001 characters"),
    ]


def test_wrong_types_are_passed_over(tmp_path: Path) -> None:
    hostile = annotation(
        created=7, modified="yesterday", body=[3, {"value": 5}, "a note", {"value": "tag", "purpose": "tagging"}],
        tags="no list", document=[], **{"morgue:kept": {"folder": 5, "path": "a"}},
    )  # fmt: skip
    hostile["target"]["selector"].append({"type": "TextPositionSelector", "start": "12"})
    hostile["target"]["selector"].append({"refinedBy": {"refinedBy": [None, 5]}})
    (one,), problems = read_annotations(written(tmp_path, [hostile]))
    assert problems == []
    assert (one.created, one.changed, one.note, one.tags, one.kept) == (None, None, "a note", ("tag",), None)
    assert one.anchor.start == -1
    (half,), _ = read_annotations(written(tmp_path, json.dumps([annotation("\ud83d x")])))
    assert half.anchor.exact == "? x"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("Nobody sails", "not JSON"),
        ('"words"', "no annotations"),
        ("7", "no annotations"),
        ('{"first": {"first": {"first": {"first": []}}}}', "no annotations"),
    ],
)
def test_other_files_are_refused_with_a_reason(tmp_path: Path, text: str, told: str) -> None:
    file = written(tmp_path, text)
    if told == "no annotations" and text.startswith("{"):
        annotations, problems = read_annotations(file)
        assert not annotations
        assert len(problems) == 1
        return
    with pytest.raises(WrongAnnotations, match=told):
        read_annotations(file)


def test_a_file_that_cannot_be_read_or_is_huge_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(WrongAnnotations, match="No such file"):
        read_annotations(tmp_path / "gone.json")
    with pytest.raises(WrongAnnotations, match="cannot be read"):
        read_annotations(tmp_path)
    monkeypatch.setattr("index.importing.annotations.LARGEST", 10)
    with pytest.raises(WrongAnnotations, match="larger than"):
        read_annotations(written(tmp_path, [annotation()]))
