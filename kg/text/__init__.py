"""Text before meaning: normalising, sentences, dates, language."""
