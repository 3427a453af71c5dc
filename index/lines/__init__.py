"""Lines of many articles: which an outlet puts under everything, and which the reader put back or took out.

Reading judges a line by itself and its neighbours. Here the whole collection is evidence, and the reader has the last
word. The catalogue keeps each article as it was read, so that all of it can be taken back.
"""

from index.lines.carrying import carried
from index.lines.common import common_lines, told
from index.lines.houses import house_of, publisher, strayed
from index.lines.outline import Outline, line_id, normal, outline
from index.lines.settling import Rulings, settled, words_of

__all__ = [
    "Outline",
    "Rulings",
    "carried",
    "common_lines",
    "house_of",
    "line_id",
    "normal",
    "outline",
    "publisher",
    "settled",
    "strayed",
    "told",
    "words_of",
]
