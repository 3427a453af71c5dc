"""Containers and exports with bytes changed, cut off and named otherwise: an article or a reason, nothing else."""

import gzip
import io
import json
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from index.reading import read
from models.errors import UnreadableFile

STORY = "Weir holds\n\n28 July 2021\n\n" + "The weir holds, the warden said on Tuesday in Brod.\n\n" * 5
PAGE = f"<!DOCTYPE html><html><body><article><h1>Weir holds</h1><p>{STORY}</p></article></body></html>"


def _zip() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("weir.txt", STORY)
        archive.writestr("in/weir.html", PAGE)
        archive.writestr("in/weir.jsonl.gz", gzip.compress(_lines()))
    return file.getvalue()


def _lines() -> bytes:
    return "\n".join(json.dumps({"title": f"Weir {n}", "text": STORY}) for n in range(3)).encode()


def _table() -> bytes:
    return ("Title;Date;Text\n" + f'"Weir";2021-07-28;"{STORY}"\n' * 3).encode()


def _warc() -> bytes:
    return (Path(__file__).parent / "data/wget.warc.gz").read_bytes()


def _list() -> bytes:
    return json.dumps({"articles": [{"title": "Weir", "content": PAGE, "date": 1627473420}] * 3}).encode()


@pytest.mark.parametrize("make", [_zip, _lines, _table, _warc, _list, lambda: gzip.decompress(_warc())])
def test_an_article_or_a_reason(tmp_path: Path, make: Callable[[], bytes]) -> None:
    chance = random.Random(11)
    whole = make()
    for number in range(60):
        data = bytearray(whole)
        for _ in range(chance.randrange(12)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        suffix = chance.choice(["zip", "gz", "warc", "json", "jsonl", "csv", "txt", "html"])
        path = tmp_path / f"{number}.{suffix}"
        path.write_bytes(bytes(data[: chance.choice([len(data), chance.randrange(1, len(data))])]))
        problems: list[str] = []
        try:
            articles = list(read(path, path.name, on_problem=problems.append))
        except UnreadableFile as error:
            problems.append(str(error))
        else:
            assert [article.part for article in articles] == list(range(len(articles)))
            assert articles
        assert not any("Error" in problem for problem in problems), "each in words for a reader of newspapers"
