"""Every error that diplo-kg raises on purpose, so that callers can catch one family.

The tree::

    KgError                      anything the user can act on; str(error) is one clear sentence
    ├── StoreError               the store can't be opened, read or written
    │   ├── StoreLocked          another process is writing to it
    │   ├── NotAStore            the path holds something else
    │   └── QueryError           a query is malformed or can't be run
    ├── PackError                a language pack is missing or malformed
    ├── ExtractionError          an extractor failed on an article
    ├── AuthorityError           an authority file is refused, or its name is unknown
    ├── JudgementError           a judgement contradicts what is, or what it is about can't be told
    ├── GoldError                an annotation to evaluate with is malformed, or its article is missing
    ├── BackupError              a backup is damaged, or can't be written or put back
    ├── ExportError              a format is unknown or can't be written
    └── QuestionError            a named question is unknown or lacks a parameter

``kg_loaders.LoadError`` stands apart: the loaders are a leaf that imports nothing of ``kg``.
"""


class KgError(Exception):
    """Something the user can act on: what, where, and what to do."""


class StoreError(KgError):
    """The store can't be opened, read or written."""


class StoreLocked(StoreError):
    """Another process is writing to the store."""


class NotAStore(StoreError):
    """The path exists and holds something that is not a store."""


class QueryError(StoreError):
    """A query is malformed or can't be run."""


class PackError(KgError):
    """A language pack is missing or malformed."""


class ExtractionError(KgError):
    """An extractor failed on an article."""


class AuthorityError(KgError):
    """An authority file can't be believed as it is, there is none of that name, or a service can't reconcile it."""


class JudgementError(KgError):
    """A judgement can't be made or taken back: it is about nothing that is known, says what is so already, or its file is damaged."""


class GoldError(KgError):
    """An annotation can't be read, breaks the format, or its article is missing."""


class BackupError(KgError):
    """A backup is damaged or of a newer version, can't be written, or there is something where it should go."""


class ExportError(KgError):
    """An export format is unknown or its output can't be written."""


class QuestionError(KgError):
    """A named question is unknown, or a parameter is missing."""
