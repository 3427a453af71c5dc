"""Where the configuration file is."""

import os
from pathlib import Path

NAME = "config.toml"


def config_file() -> Path:
    """In the folder of MORGUE_HOME where that is set, else in the platform's folder for configuration."""
    stated = os.environ.get("MORGUE_HOME")
    if stated:
        return Path(stated).expanduser() / NAME
    import platformdirs

    return Path(platformdirs.user_config_dir("morgue")) / NAME
