"""The tables of the catalogue."""

FORMAT = 13
"""Raised whenever the tables or what is written into them change, as the keys of names do with the rules that compare
them; an older catalogue is built again."""

TABLES = """
CREATE TABLE IF NOT EXISTS about (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS files (
    path TEXT PRIMARY KEY, size INTEGER, changed INTEGER, inode INTEGER, problem TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS articles (
    revision INTEGER PRIMARY KEY AUTOINCREMENT,
    digest BLOB NOT NULL UNIQUE,
    state INTEGER NOT NULL,
    path TEXT NOT NULL, part INTEGER NOT NULL,
    title TEXT, outlet TEXT, published TEXT, day INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS unsettled ON articles (state) WHERE state != 0;
CREATE VIEW IF NOT EXISTS searchable AS SELECT * FROM articles WHERE state IN (0, 2, 3);
CREATE INDEX IF NOT EXISTS by_day ON articles (day);
CREATE TABLE IF NOT EXISTS texts (revision INTEGER PRIMARY KEY, article BLOB NOT NULL, as_read BLOB);
CREATE TABLE IF NOT EXISTS outlines (
    revision INTEGER PRIMARY KEY, house TEXT NOT NULL, lines BLOB NOT NULL, prose BLOB NOT NULL);
CREATE INDEX IF NOT EXISTS outlines_of ON outlines (house);
CREATE TABLE IF NOT EXISTS sketches (revision INTEGER PRIMARY KEY, sketch BLOB NOT NULL, copies INTEGER);
CREATE INDEX IF NOT EXISTS copies_of ON sketches (copies);
CREATE TRIGGER IF NOT EXISTS parted AFTER UPDATE OF state ON articles WHEN (old.state = -1) != (new.state = -1)
BEGIN UPDATE sketches SET copies = NULL WHERE revision = new.revision AND sketch != x'' OR copies IN (
    SELECT copies FROM sketches WHERE revision = new.revision AND copies > 0); END;
CREATE TABLE IF NOT EXISTS common (line INTEGER PRIMARY KEY, articles INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS due (revision INTEGER PRIMARY KEY);
CREATE TABLE IF NOT EXISTS annotations (
    revision INTEGER PRIMARY KEY, names TEXT NOT NULL, annotations BLOB NOT NULL,
    counted INTEGER NOT NULL DEFAULT 0);
CREATE TABLE IF NOT EXISTS passages (
    revision INTEGER, number INTEGER, start INTEGER, "end" INTEGER, text TEXT,
    PRIMARY KEY (revision, number)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS mentions (
    local TEXT, revision INTEGER, passage INTEGER, start INTEGER, "end" INTEGER, was TEXT,
    PRIMARY KEY (local, revision, passage, start)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS mentions_that_were ON mentions (was) WHERE was IS NOT NULL;
CREATE INDEX IF NOT EXISTS mentions_of ON mentions (revision);
CREATE TABLE IF NOT EXISTS sources (
    path TEXT, part INTEGER, revision INTEGER NOT NULL, PRIMARY KEY (path, part)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS sources_of ON sources (revision);
CREATE TABLE IF NOT EXISTS arrivals (
    path TEXT, title TEXT, moment TEXT NOT NULL, PRIMARY KEY (path, title)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS came (revision INTEGER PRIMARY KEY, moment TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS came_at ON came (moment);
CREATE TABLE IF NOT EXISTS day_orders (
    path TEXT PRIMARY KEY, outlet TEXT, stated INTEGER, undecided INTEGER NOT NULL, read_as INTEGER) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS former (
    path TEXT, part INTEGER, revision INTEGER NOT NULL, followed INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (path, part)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS former_of ON former (revision);
CREATE INDEX IF NOT EXISTS unfollowed ON former (followed) WHERE followed = 0;
CREATE TABLE IF NOT EXISTS names (
    id INTEGER PRIMARY KEY, local TEXT NOT NULL UNIQUE, kind TEXT NOT NULL,
    forms TEXT NOT NULL, articles INTEGER NOT NULL,
    entity TEXT NOT NULL, reason TEXT, confidence TEXT);
CREATE INDEX IF NOT EXISTS names_of ON names (entity);
CREATE TABLE IF NOT EXISTS name_words (
    word TEXT, name INTEGER, PRIMARY KEY (word, name)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS name_keys (
    key INTEGER, name INTEGER, role INTEGER NOT NULL, PRIMARY KEY (key, name)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS keys_of ON name_keys (name);
CREATE TABLE IF NOT EXISTS unresolved (name INTEGER PRIMARY KEY);
CREATE TABLE IF NOT EXISTS entities (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, main TEXT NOT NULL,
    articles INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS former_entities (id TEXT PRIMARY KEY, entity TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS former_of_entity ON former_entities (entity);
CREATE TABLE IF NOT EXISTS shown_words (
    word TEXT, entity TEXT, PRIMARY KEY (word, entity)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS suggestions (
    name INTEGER, other INTEGER, reason TEXT NOT NULL, strength REAL NOT NULL,
    PRIMARY KEY (name, other)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS suggested_as ON suggestions (other);
"""

SETTLED, PENDING, PLAIN, NAMED, LEAVING = 0, 1, 2, 3, -1
"""States of an article: in the engine with its names; to be added to it; in it as text, its names still to be found;
its names found and still to be given to the engine; to be taken out of it."""
PER_ARTICLE = (
    "passages",
    "mentions",
    "texts",
    "annotations",
    "outlines",
    "sketches",
    "due",
    "former",
    "came",
    "articles",
)
"""The tables with rows of one article each."""
