"""Opens an index in a process of its own: prints ms to the first answer, then bytes after a hundred queries."""

import sys
import time
from pathlib import Path

from whoosh import query

from index.engine import Snapshot
from tests.bench.engine.product import memory


def main() -> None:
    begun = time.perf_counter()
    snapshot = Snapshot.open(Path(sys.argv[1]))
    snapshot.top(query.Term("words", "market"), 50)
    milliseconds = (time.perf_counter() - begun) * 1000
    snapshot.warm()
    for first in "abcdefghijklmnoprstw":
        for second in ("", "a", "e", "i", "o"):
            tree = query.Or([query.Prefix("words", first + second), query.Term("stems", "year")])
            snapshot.top(query.And([query.Term("words", "the"), tree]), 50)
    snapshot.top(query.FuzzyTerm("words", "goverment", prefixlength=0), 50)
    print(milliseconds, *memory())


if __name__ == "__main__":
    main()
