"""The least that Textual can do, an app with one text field: what the explorer's start and echo are measured beside."""

from textual.app import App, ComposeResult
from textual.widgets import Input


class Bare(App[None]):
    """One text field, on the first line."""

    def compose(self) -> ComposeResult:
        yield Input(compact=True, placeholder="type here")


if __name__ == "__main__":
    Bare().run()
