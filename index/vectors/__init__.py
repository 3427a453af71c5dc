"""What the collection itself teaches of its words: where articles stand among its topics, and which words are alike."""

from index.vectors.keeping import fold_in, learn, learning_due
from index.vectors.learning import LearningStopped
from index.vectors.store import Vectors, state_of

__all__ = ["LearningStopped", "Vectors", "fold_in", "learn", "learning_due", "state_of"]
