import pytest

from index.reading.formats import format_of


@pytest.mark.parametrize(
    ("data", "suffix", "name"),
    [
        (b"<!DOCTYPE html><html>", "txt", "html"),
        (b"\n<?xml version='1.0'?><html xmlns='x'>", "", "html"),
        (b"<p>A page without a head</p>", "htm", "html"),
        (b"Only words, named like a page.", "html", "text"),
        (b"# Heading\n\nText", "md", "markdown"),
        (b"---\ntitle: Bridge closed\n---\nText", "txt", "markdown"),
        (b"Plain words", "txt", "text"),
        (b"Plain words", "", "text"),
        (b"\x1f\x8b\x08rest", "txt", "gzip"),
        (b"Unpacked on its way, named as before.", "gz", "text"),
    ],
)
def test_by_content_then_by_name(data: bytes, suffix: str, name: str) -> None:
    assert format_of(data, suffix).name == name
