"""The engine beside stock Whoosh, SQLite FTS5 and tantivy: `uv run python -m tests.bench.engine`."""
