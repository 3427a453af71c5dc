"""`uv run python -m tests.pages` makes the tables of docs/ anew."""

from tests.pages import commands, config, keys

for module in (keys, commands, config):
    module.PAGE.write()
