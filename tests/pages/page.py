"""A page of docs/, and the tables in it that are made from the code."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

DOCS = Path(__file__).resolve().parents[2] / "docs"


class Page(NamedTuple):
    """A page of docs/.

    Attributes:
        path: The file.
        tables: What makes each table, by the name in the marks around it: `<!-- keys -->` and `<!-- /keys -->`.
    """

    path: Path
    tables: Mapping[str, Callable[[], str]]

    def text(self) -> str:
        """The page as it is."""
        return self.path.read_text(encoding="utf-8")

    def current(self) -> str:
        """The page with each table made anew.

        Raises:
            ValueError: The marks around a table are missing.
        """
        text = self.text()
        for name, table in self.tables.items():
            before, begin, rest = text.partition(f"<!-- {name} -->\n")
            _, end, after = rest.partition(f"<!-- /{name} -->")
            if not (begin and end):
                raise ValueError(f"{self.path.name} has no marks for the table {name}")
            text = f"{before}{begin}{table()}\n{end}{after}"
        return text

    def write(self) -> None:
        """Make the file current."""
        self.path.write_text(self.current(), encoding="utf-8")


def rows(*cells: tuple[str, ...]) -> str:
    """Rows of a table in Markdown."""
    return "\n".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |" for row in cells)
