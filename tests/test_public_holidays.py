"""The days the country calls holidays, by name."""

from datetime import date

import pytest

from places.public_holidays import YEARS, holidays_between, named_by_the_library


def test_kings_day_moves_when_it_would_be_a_sunday() -> None:
    assert holidays_between(date(2025, 4, 26), date(2025, 4, 27), "nl") == {
        date(2025, 4, 26): "Koningsdag"
    }
    assert date(2027, 4, 27) in holidays_between(date(2027, 4, 1), date(2027, 4, 30), "nl")


def test_the_turn_of_the_year_is_one_stretch() -> None:
    found = holidays_between(date(2026, 12, 26), date(2027, 1, 1), "nl")
    assert found == {
        date(2026, 12, 26): "Tweede kerstdag",
        date(2027, 1, 1): "Nieuwjaarsdag",
    }


def test_names_are_in_the_language_of_the_page() -> None:
    assert holidays_between(date(2026, 12, 25), date(2026, 12, 25), "en") == {
        date(2026, 12, 25): "Christmas Day"
    }


def test_liberation_day_is_a_holiday_once_in_five_years() -> None:
    fifth_of_may = [date(year, 5, 5) for year in range(2025, 2031)]
    found = [day.year for day in fifth_of_may if holidays_between(day, day, "nl")]
    assert found == [2025, 2030]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_days_that_are_kept_are_those_of_the_library(language: str) -> None:
    for year in YEARS:
        kept = holidays_between(date(year, 1, 1), date(year, 12, 31), language)
        assert list(kept.items()) == list(named_by_the_library(year, language).items())


def test_of_other_years_the_library_is_asked() -> None:
    first = date(YEARS.start - 1, 1, 1)
    assert holidays_between(first, first, "nl") == {first: "Nieuwjaarsdag"}


def test_another_language_has_the_dutch_names() -> None:
    assert holidays_between(date(2026, 1, 1), date(2026, 1, 1), "de") == {
        date(2026, 1, 1): "Nieuwjaarsdag"
    }
