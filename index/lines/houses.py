"""Who puts the same lines around articles: the outlet; the web site or folder where no outlet is stated."""

from pathlib import PurePosixPath
from urllib.parse import urlsplit

from models.article import Article


def house_of(article: Article) -> str:
    """What the articles that share their furniture have in common, as one string to compare by."""
    kind, name = _house(article)
    return f"{kind}:{name.casefold()}"


def publisher(article: Article) -> str:
    """The same for people, to stand after "articles of"."""
    kind, name = _house(article)
    if kind == "folder":
        return f"the folder {name}" if name else "this folder"
    return name


def strayed(house: str, path: str) -> bool:
    """Whether a house that was a folder is not the one of a file that was at another path then."""
    return house.startswith("folder:") and house != f"folder:{_folder(path).casefold()}"


def _house(article: Article) -> tuple[str, str]:
    if article.outlet:
        return "outlet", " ".join(article.outlet.split())
    if host := _host(article.url):
        return "site", host
    return "folder", _folder(article.path)


def _folder(path: str) -> str:
    parent = PurePosixPath(path).parent
    return "" if parent == PurePosixPath() else str(parent)


def _host(url: str | None) -> str:
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""
