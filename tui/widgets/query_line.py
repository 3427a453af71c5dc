"""The search line, and every other line that is typed into."""

from textual.events import Key
from textual.geometry import Size
from textual.reactive import reactive
from textual.widgets import Input

_EDITS = ("cursor_", "delete_", "home", "end")
"""How the names of the actions begin that edit the line or move in it."""


class QueryLine(Input):
    """A text field for which the screen is not laid out anew with every key, because its size is fixed.

    Its keys work in the order in which they were pressed. Textual has a letter written by the field, but a correction
    only when the key has gone up to the app and come back, so that letters typed meanwhile would go first.
    """

    virtual_size: reactive[Size] = reactive(Size(0, 0), init=False)

    async def _on_key(self, event: Key) -> None:
        bound = () if event.is_printable else self._bindings.key_to_bindings.get(event.key, ())
        edit = next((binding.action for binding in bound if binding.action.startswith(_EDITS)), None)
        if edit is None:
            await super()._on_key(event)
            return
        event.stop()
        event.prevent_default()
        await self.run_action(edit)
