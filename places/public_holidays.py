"""The public holidays of the Netherlands by name, in the language of the page.

Their names and days are those of the `holidays` library, written to a file by ``manage.py
name_holidays``: to import it, which brings the holidays of 250 countries, took 17 MB of every
worker. ``tests/test_public_holidays.py`` holds the file to the library.
"""

import json
from datetime import date
from functools import cache
from pathlib import Path

FILE = Path(__file__).resolve().parent.parent / "fixtures" / "public_holidays.json"
"""Per language, per day of the years below the name."""

YEARS = range(2000, 2101)
"""What the file holds; of another year the library itself is asked."""

# The library says `en_US` for English; its Dutch names are the fallback for any other language.
_LIBRARY_LANGUAGES = {"nl": "nl", "en": "en_US"}


def holidays_between(first: date, last: date, language: str) -> dict[date, str]:
    """Date -> name, `first` and `last` included. `language` as Django says it: nl, en, en-gb."""
    known = language[:2] if language[:2] in _LIBRARY_LANGUAGES else "nl"
    return {
        day: name
        for year in range(first.year, last.year + 1)
        for day, name in _holidays_in(year, known).items()
        if first <= day <= last
    }


def named_by_the_library(year: int, language: str) -> dict[date, str]:
    """The holidays of a year in order; ``language`` is nl or en."""
    from holidays import country_holidays  # imported where it is needed: see above

    return dict(
        sorted(country_holidays("NL", years=year, language=_LIBRARY_LANGUAGES[language]).items())
    )


@cache
def _holidays_in(year: int, language: str) -> dict[date, str]:
    if year not in YEARS:
        return named_by_the_library(year, language)
    return {
        date.fromisoformat(day): name
        for day, name in _file()[language].items()
        if day.startswith(str(year))
    }


@cache
def _file() -> dict[str, dict[str, str]]:
    said: dict[str, dict[str, str]] = json.loads(FILE.read_text())
    return said
