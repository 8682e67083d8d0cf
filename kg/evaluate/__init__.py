"""How well articles are read, measured against what a careful reader found in them."""

from kg.evaluate.compare import Result, compare
from kg.evaluate.counts import Count, Score
from kg.evaluate.evaluation import Evaluation, evaluate
from kg.evaluate.gold import Annotation
from kg.evaluate.misses import misread

__all__ = ["Annotation", "Count", "Evaluation", "Result", "Score", "compare", "evaluate", "misread"]
