import random
import subprocess
import sys
from pathlib import Path

from index.reading import read
from models.errors import UnreadableFile

TEXT = "Bridge closed\n\n28 July 2021\n\n" + "\n\n".join(
    f"Paragraph {number} says that the bridge over the Sava will stay closed for the time being."
    for number in range(6)
)


def test_light_import() -> None:
    code = (
        "import sys, index.reading; print({'trafilatura', 'lxml', 'charset_normalizer'} & set(sys.modules))"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "set()"


def test_read_names_the_article_after_its_place(tmp_path: Path) -> None:
    path = tmp_path / "bridge.txt"
    path.write_text(TEXT)
    (article,) = read(path, "clippings/bridge.txt")
    assert article.path == "clippings/bridge.txt"
    assert (article.title, article.published) == ("Bridge closed", "2021-07-28")
    assert article.model_dump_json()


def test_mutated_files_end_in_an_article_or_a_reason(tmp_path: Path) -> None:
    body = TEXT.replace("\n\n", "</p><p>")
    page = f"<html><head><title>Bridge</title></head><body><article><p>{body}</p></article></body></html>"
    chance = random.Random(7)
    for number in range(120):
        data = bytearray(chance.choice([TEXT, page]).encode(chance.choice(["utf-8", "utf-16", "latin-1"])))
        for _ in range(chance.randrange(30)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        path = tmp_path / f"{number}.{chance.choice(['txt', 'html', 'md'])}"
        path.write_bytes(bytes(data[: chance.randrange(1, len(data))]))
        try:
            articles = list(read(path, path.name))
        except UnreadableFile:
            continue
        assert all(article.passages or article.title for article in articles)
