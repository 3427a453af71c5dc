"""The engine measured side by side with its peers, in one run; the machine may be busy, so look at the ratios.

uv run python -m tests.bench.engine [--full] [--json FILE]

Words are drawn, with a fixed seed, from the collection itself; every answer is the best 50 rows and the exact
total. Stock Whoosh takes minutes to write a million passages, so that with --full it is left out.
"""

import argparse
import json
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.bench.engine import corpus, product
from tests.bench.engine.building import Built, build
from tests.bench.engine.measuring import Times, disagreement, measure
from tests.bench.engine.peers import NAMES, Peer, peer
from tests.bench.engine.questions import Sample


def main() -> None:
    options = _options()
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        wanted = options.passages or (1_000_000 if options.full else 100_000)
        texts = corpus.read(options.source, scratch / "articles")
        source = scratch / "corpus"
        total = corpus.save(corpus.documents(texts, wanted), source)
        del texts
        engines = [n for n in NAMES if n in options.engines and not (n == "whoosh" and wanted > 300_000)]
        print(f"{total:,} passages")
        report: dict[str, Any] = {"passages": total}
        built = {n: build(n, source, scratch / n) for n in engines}
        report["indexing"] = {n: {**b._asdict(), "rate": total / b.seconds} for n, b in built.items()}
        _show_building(built, total)
        sample = Sample((d for chunk in corpus.load(source) for d in chunk), total)
        asked: dict[str, Peer] = {n: peer(n, scratch / n) for n in engines}
        report["queries"] = _queries(asked, sample, options)
        del asked
        if not options.no_product and "morgue" in engines:
            report["product"] = _product(scratch, source, sample)
    if options.json:
        options.json.write_text(json.dumps(report, indent=1))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("source", type=Path, nargs="?", default=corpus.ARTICLES, help="folder or .tar.gz")
    parser.add_argument("--full", action="store_true", help="a million passages")
    parser.add_argument("--passages", type=int, help="another number of passages")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures here too")
    parser.add_argument("--engines", nargs="+", choices=NAMES, default=NAMES)
    parser.add_argument("--classes", nargs="+", help="these query classes only")
    parser.add_argument("--questions", type=int, default=60, help="of each class (default 60)")
    parser.add_argument(
        "--no-product", action="store_true", help="leave out whole answers, opening, changing"
    )
    return parser.parse_args()


def _show_building(built: Mapping[str, Built], total: int) -> None:
    print(f"\n{'indexing':18}{'passages/s':>12}{'peak MB':>10}{'on disk MB':>12}{'ratio':>9}")
    ours = built.get("morgue")
    for name, one in built.items():
        ratio = one.seconds / ours.seconds if ours else float("nan")
        print(
            f"{name:18}{total / one.seconds:12,.0f}{one.peak / 1e6:10,.0f}{one.size / 1e6:12,.0f}{ratio:8.2f}x"
        )


def _queries(asked: Mapping[str, Peer], sample: Sample, options: argparse.Namespace) -> dict[str, Any]:
    others = [name for name in asked if name != "morgue"]
    print("\nms a query, cold | warm; ratio: the other engine's median by Morgue's, cold | warm")
    print(f"{'':16}{'morgue p50':>16}{'p95':>16}" + "".join(f"{n:>16}{'ratio':>14}" for n in others))
    report = {}
    for name, make in sample.classes().items():
        questions = [make() for _ in range(options.questions)]
        if options.classes and name not in options.classes:
            continue
        times = measure(asked, questions)
        report[name] = {engine: one.summary() for engine, one in times.items()}
        for other in times.keys() - {"morgue"}:
            report[name][other]["differs"] = disagreement(times, "morgue", other)
        print(_line(name, times, others))
    return report


def _line(name: str, times: Mapping[str, Times], others: list[str]) -> str:
    ours = times["morgue"].summary()
    line = (
        f"{name:16}" + _pair(ours["cold_p50"], ours["warm_p50"]) + _pair(ours["cold_p95"], ours["warm_p95"])
    )
    for other in others:
        if other not in times:
            line += f"{'-':>16}{'':14}"
            continue
        theirs = times[other].summary()
        cold, warm = (theirs[f"{w}_p50"] / ours[f"{w}_p50"] for w in ("cold", "warm"))
        line += _pair(theirs["cold_p50"], theirs["warm_p50"]) + f"{f'{cold:.2f}|{warm:.2f}x':>14}"
        share = disagreement(times, "morgue", other)
        line += f" (totals differ: {share:.0%})" if share else ""
    return line


def _pair(cold: float, warm: float) -> str:
    return f"{f'{cold:.3f}|{warm:.3f}':>16}"


def _product(scratch: Path, source: Path, sample: Sample) -> dict[str, Any]:
    folder = scratch / "morgue"
    opened = product.opening(folder)
    print(f"\nopen to first answer {opened['milliseconds']:.1f} ms")
    print(f"memory {opened['resident'] / 1e6:.0f} MB, of which its own {opened['own'] / 1e6:.0f} MB")
    product.fill(source, scratch / "catalogue.sqlite")
    answers = product.whole_answers(folder, scratch / "catalogue.sqlite", sample, source)
    print(f"\n{'whole answers, ms':28}{'p50':>9}{'p95':>9}{'p50 of 200':>13}{'p95 of 200':>13}")
    for kind, times in answers.items():
        print(
            f"{kind:28}{times['p50']:9.2f}{times['p95']:9.2f}{times['p50 of 200']:13.2f}{times['p95 of 200']:13.2f}"
        )
    changed = product.changing(folder, source)
    print(f"\none changed article visible after {changed:.1f} ms")
    return {"opening": opened, "answers": answers, "changing": changed}


if __name__ == "__main__":
    main()
