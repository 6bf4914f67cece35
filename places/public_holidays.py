"""The public holidays of the Netherlands by name, in the language of the page."""

from datetime import date
from functools import cache

import holidays

# The library says `en_US` for English; its Dutch names are the fallback for any other language.
_LIBRARY_LANGUAGE = {"en": "en_US"}


def holidays_between(first: date, last: date, language: str) -> dict[date, str]:
    """Date -> name, `first` and `last` included. `language` as Django says it: nl, en, en-gb."""
    return {
        day: name
        for year in range(first.year, last.year + 1)
        for day, name in _holidays_in(year, language[:2]).items()
        if first <= day <= last
    }


@cache
def _holidays_in(year: int, language: str) -> dict[date, str]:
    library_language = _LIBRARY_LANGUAGE.get(language, "nl")
    return dict(
        sorted(holidays.country_holidays("NL", years=year, language=library_language).items())
    )
