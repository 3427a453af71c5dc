import re
import tomllib

from tests.pages.config import PAGE
from tui.keys import KEYS, remap
from tui.text.citing import check_template

TEXT = PAGE.text()


def test_the_examples_hold() -> None:
    examples = [tomllib.loads(text) for text in re.findall(r"```toml\n(.*?)```", TEXT, flags=re.DOTALL)]
    assert len(examples) >= 3
    for example in examples:
        if "citation" in example:
            check_template(example["citation"])
        assert remap(KEYS, _flat(example.get("keymap", {}))).refused == ()


def _flat(table: dict[str, object], before: str = "") -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in table.items():
        found |= _flat(value, f"{before}{name}.") if isinstance(value, dict) else {before + name: str(value)}
    return found
