"""Answers named questions about the graph: each is a folder of the ontology with its text, its parameters and its queries."""

from kg.questions.ask import ask, ask_cypher, question_nodes
from kg.questions.catalogue import Parameter, Question, Sort, names, question
from kg.questions.find import people

__all__ = ["Parameter", "Question", "Sort", "ask", "ask_cypher", "names", "people", "question", "question_nodes"]
