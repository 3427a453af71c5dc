"""The search line."""

from textual.geometry import Size
from textual.reactive import reactive
from textual.widgets import Input


class QueryLine(Input):
    """A text field for which the screen is not laid out anew with every key, because its size is fixed."""

    virtual_size: reactive[Size] = reactive(Size(0, 0), init=False)
