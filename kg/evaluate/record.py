"""Reads the fields of a JSON object one by one, and says clearly where one is missing or is not what it should be."""

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum

from kg.errors import GoldError


class Record:
    """An object of an annotation; ``where`` says which one, such as ``events[0].participants[2]``."""

    def __init__(self, data: object, where: str = "") -> None:
        """Take a parsed JSON value.

        Raises:
            GoldError: it is no object.
        """
        if not isinstance(data, Mapping):
            raise GoldError(f"{where or 'the file'} is not a JSON object")
        self._data: Mapping[str, object] = data
        self._where = where

    def text(self, name: str) -> str:
        """A text that must be there.

        Raises:
            GoldError: it is missing, empty or no text.
        """
        value = self.words(name)
        if not value:
            raise GoldError(f"{self._at(name)} is missing")
        return value

    def words(self, name: str) -> str | None:
        """A text that may be missing or null.

        Raises:
            GoldError: it is something else than a text.
        """
        value = self._data.get(name)
        if value is not None and not isinstance(value, str):
            raise GoldError(f"{self._at(name)} is not a text")
        return value

    def choice(self, name: str, values: type[StrEnum]) -> str:
        """One of the values of an enumeration.

        Raises:
            GoldError: it is missing or none of them.
        """
        value = self.text(name)
        if value not in set(values):
            raise GoldError(f"{self._at(name)} is {value!r}: write one of {', '.join(values)}")
        return value

    def number(self, name: str) -> int | None:
        """A whole number from 1 on, or None where there is none.

        Raises:
            GoldError: it is something else.
        """
        value = self._data.get(name)
        if value is not None and (not isinstance(value, int) or isinstance(value, bool) or value < 1):
            raise GoldError(f"{self._at(name)} is not a number from 1 on")
        return value

    def days(self, name: str) -> tuple[date, ...]:
        """The day, or the first and the last day, of ``2020-10-20`` or ``2020-10-20/2020-10-27``; nothing where it is null.

        Raises:
            GoldError: it is none of these.
        """
        value = self.words(name)
        try:
            days = tuple(date.fromisoformat(day) for day in value.split("/")) if value else ()
        except ValueError as error:
            raise GoldError(f"{self._at(name)} is {value!r}: write 2020-10-20 or 2020-10-20/2020-10-27") from error
        if len(days) > 2 or days != tuple(sorted(days)):
            raise GoldError(f"{self._at(name)} is {value!r}: write the first day and the last")
        return days

    def records(self, name: str) -> Iterator["Record"]:
        """The objects of a list, none where it is missing.

        Raises:
            GoldError: it is no list, or holds something else.
        """
        for number, value in enumerate(self._list(name)):
            yield Record(value, f"{self._at(name)}[{number}]")

    def texts(self, name: str) -> Iterator[str]:
        """The texts of a list, none where it is missing.

        Raises:
            GoldError: it is no list, or holds something else.
        """
        for value in self._list(name):
            if not isinstance(value, str):
                raise GoldError(f"{self._at(name)} holds something else than texts")
            yield value

    def _list(self, name: str) -> list[object]:
        value = self._data.get(name)
        if value is None:
            return []
        if not isinstance(value, list):
            raise GoldError(f"{self._at(name)} is not a list")
        return value

    def _at(self, name: str) -> str:
        return f"{self._where}.{name}" if self._where else name
