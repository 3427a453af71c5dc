"""Several segments into one, without their deleted rows, by copying runs of arrays."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from index.engine.arrays import Array, smallest
from index.engine.postings import Postings, join_keys, place_type, starts_of

_BLOCK = 4_000_000
"""Elements moved at a time: what bounds the memory of a merge beside its result."""

RATIO = 1.0
"""A segment is left alone while it has more live rows than this many times all smaller ones together.

With 1 the segments' sizes at least double from one to the next, so that there are no more than log2(rows) of
them, and a row is written again at most as many times.
"""
DEAD = 1 / 3
"""A segment with a larger share of deleted rows is written again, to win their space back."""


def worth_merging(live: Sequence[int], total: Sequence[int]) -> list[int]:
    """Which segments to merge into one, as places in the sequences; empty when all is well.

    Args:
        live: Rows of each segment that are not deleted.
        total: All its rows.
    """
    by_size = sorted(range(len(live)), key=live.__getitem__)
    chosen = 0
    below = 0
    for place, segment in enumerate(by_size):
        if place and live[segment] <= RATIO * below:
            chosen = place + 1
        below += live[segment]
    merged = set(by_size[:chosen])
    merged |= {i for i in range(len(live)) if total[i] and (total[i] - live[i]) / total[i] > DEAD}
    return sorted(merged)


def merge(parts: Sequence[Postings], kept: Sequence[Array | None], rows: Sequence[int]) -> Postings:
    """The postings of several segments as those of one.

    Args:
        parts: One field of each segment.
        kept: For each segment, a mask of its rows that live on; None when all do.
        rows: How many rows each segment has.
    """
    alive = [mask_rows(part, mask) for part, mask in zip(parts, kept, strict=True)]
    bases = starts_of(np.array([n if m is None else int(m.sum()) for n, m in zip(rows, kept, strict=True)]))
    keys = sorted(set().union(*(_used_keys(part) for part in alive)))
    number = {key: i for i, key in enumerate(keys)}
    numbers = [np.fromiter((number[key] for key in _used_keys(part)), np.int64) for part in alive]

    sizes = [part.frequencies()[part.frequencies() > 0] for part in alive]
    starts = starts_of(_sum_by_term(sizes, numbers, len(keys)))
    merged_rows = np.empty(int(starts[-1]), np.uint32)
    counts = np.empty(int(starts[-1]), np.result_type(*(part.counts.dtype for part in alive)))
    free = starts[:-1].copy()
    for part, base, into, size in zip(alive, bases, numbers, sizes, strict=False):
        _copy_runs(part.rows, size, merged_rows, free[into], shift=int(base))
        _copy_runs(part.counts, size, counts, free[into])
        free[into] += size

    lengths = np.concatenate([_lengths(p, n) for p, n in zip(alive, np.diff(bases), strict=True)])
    positional = any(part.tokens is not None for part in alive)
    tokens, token_starts = _merge_tokens(alive, numbers, len(keys)) if positional else (None, None)
    scorable = any(part.lengths is not None for part in alive)
    return Postings(*join_keys(keys), starts, merged_rows, counts, tokens, token_starts,
                    smallest(lengths) if scorable else None)  # fmt: skip


def _lengths(part: Postings, rows: int) -> Array:
    return part.lengths if part.lengths is not None else np.zeros(rows, np.uint8)


def _used_keys(part: Postings) -> list[bytes]:
    return [key for key, n in zip(part.all_keys(), part.frequencies().tolist(), strict=True) if n]


def _sum_by_term(sizes: Sequence[Array], numbers: Sequence[Array], terms: int) -> Array:
    total = np.zeros(terms, np.int64)
    for size, into in zip(sizes, numbers, strict=True):
        total[into] += size
    return total


def _merge_tokens(parts: Sequence[Postings], numbers: Sequence[Array], terms: int) -> tuple[Array, Array]:
    sizes = [_occurrences(part)[part.frequencies() > 0] for part in parts]
    starts = starts_of(_sum_by_term(sizes, numbers, terms))
    bases = starts_of(np.array([int(part.row_starts[-1]) for part in parts]))
    tokens = np.empty(int(starts[-1]), place_type(int(bases[-1])))
    free = starts[:-1].copy()
    for part, base, into, size in zip(parts, bases, numbers, sizes, strict=False):
        if part.tokens is not None:
            _copy_runs(
                part.tokens.astype(tokens.dtype, copy=False), size, tokens, free[into], shift=int(base)
            )
            free[into] += size
    return tokens, starts


def _occurrences(part: Postings) -> Array:
    return np.diff(part.token_starts) if part.token_starts is not None else np.zeros(len(part), np.int64)


def _copy_runs(source: Array, sizes: Array, target: Array, places: Array, *, shift: int = 0) -> None:
    """Copy runs that lie end to end in `source` to their places in `target`, adding `shift`."""
    ends = np.cumsum(sizes)
    begin_run = 0
    while begin_run < len(sizes):
        begin = int(ends[begin_run] - sizes[begin_run])
        end_run = max(int(np.searchsorted(ends, begin + _BLOCK, side="right")), begin_run + 1)
        end = int(ends[end_run - 1])
        run_starts = ends[begin_run:end_run] - sizes[begin_run:end_run]
        moved = np.repeat(places[begin_run:end_run] - run_starts, sizes[begin_run:end_run])
        moved += np.arange(begin, end)
        target[moved] = source[begin:end] + source.dtype.type(shift) if shift else source[begin:end]
        begin_run = end_run


def mask_rows(part: Postings, mask: Array | None) -> Postings:
    """Postings without the rows that a mask leaves out, the others renumbered; terms may become empty."""
    if mask is None:
        return part
    renumbered = np.cumsum(mask, dtype=np.int64) - 1
    stays = mask[part.rows]
    before = np.concatenate([[0], np.cumsum(stays, dtype=np.int64)])
    lengths = None if part.lengths is None else part.lengths[mask]
    masked = Postings(
        part.keys,
        part.key_offsets,
        part.heads,
        before[part.starts],
        renumbered[part.rows[stays]].astype(np.uint32),
        part.counts[stays],
        lengths=lengths,
    )
    if part.tokens is None:
        return masked
    moved = np.zeros(len(mask), np.int64)
    moved[mask] = masked.row_starts[:-1] - part.row_starts[:-1][mask]
    tokens = part.tokens[np.repeat(stays, part.counts)] + np.repeat(moved[part.rows[stays]], masked.counts)
    tokens_before = np.concatenate([[0], np.cumsum(np.where(stays, part.counts, 0), dtype=np.int64)])
    return replace(masked, tokens=tokens.astype(part.tokens.dtype), token_starts=tokens_before[part.starts])
