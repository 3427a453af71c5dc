"""The reader's configuration file, and the theme chosen in the explorer."""

from index.configuring.chosen import choose_theme, chosen_theme
from index.configuring.place import config_file
from index.configuring.reading import Reading, day_first, read_config

__all__ = ["Reading", "choose_theme", "chosen_theme", "config_file", "day_first", "read_config"]
