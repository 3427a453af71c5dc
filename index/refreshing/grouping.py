"""Which articles are near-identical, into the catalogue."""

from index.catalogue import Catalogue


def regroup(catalogue: Catalogue) -> None:
    """Compare the articles that have come, and those that a leaving one was grouped with, with all others."""
    due = catalogue.ungrouped()
    if not due:
        return
    from index.copies.grouping import grouped

    sketches, before = catalogue.sketches()
    after = grouped(sketches, before, due, catalogue.text)
    catalogue.put_groups({r: after.get(r, 0) for r in sketches if r in due or before[r] != after.get(r, 0)})
