"""One of several near-identical articles, as far as it has to be told from the others."""

from models.base import Value


class Version(Value):
    """One of several near-identical articles."""

    path: str
    part: int
    paths: tuple[str, ...]
    """Every file in which it was saved."""
    title: str | None
    outlet: str | None
    published: str | None
    earliest: bool = False
    """Published before all others that are dated, of which there is one at least."""
    likeness: float | None = None
    """0 to 1: the Jaccard of its runs of four words with those of the first version; None where not asked for."""
