"""What Morgue does about its own mistakes: it says so, and the rest goes on."""

from textual.dom import DOMNode
from textual.worker import Worker, WorkerState

from tui.text.safety import printable


class SaysFaults(DOMNode):
    """A screen whose workers may fail without taking the explorer down."""

    _last_fault = ""

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say what failed; once, where the same fails again and again."""
        error = event.worker.error
        if event.state is not WorkerState.ERROR or error is None:
            return
        fault = f"{type(error).__name__}: {error}"
        if fault != self._last_fault:
            self._last_fault = fault
            self.app.notify(
                printable(fault), title="A fault in Morgue", severity="error", timeout=12, markup=False
            )
