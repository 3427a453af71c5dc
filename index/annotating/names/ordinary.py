"""Which words texts write small, by the lists and by how the texts read so far write them."""

from index.annotating.names.gazetteer import Gazetteer
from index.annotating.names.statistics import Statistics


class Ordinary:
    """Whether a capitalised word is rather one that would be small inside a sentence; remembered word by word."""

    def __init__(self, known: Gazetteer, statistics: Statistics) -> None:
        self._known, self._statistics = known, statistics
        self._answers: dict[str, bool] = {}

    def __call__(self, word: str) -> bool:
        """The answer for a word, given with a capital."""
        answer = self._answers.get(word)
        if answer is None:
            share = self._statistics.lower_share(word)
            if self._known.is_ordinary(word.lower()):
                answer = share is None or share > 0.25
            else:
                answer = share is not None and share > 0.5
            self._answers[word] = answer
        return answer
