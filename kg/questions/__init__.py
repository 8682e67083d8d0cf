"""Answers named questions about the graph: each is a folder of the ontology with its text, its parameters and its query."""

from kg.questions.ask import ask
from kg.questions.catalogue import Parameter, Question, names, question
from kg.questions.find import people

__all__ = ["Parameter", "Question", "ask", "names", "people", "question"]
