"""The days the country calls holidays, by name."""

from datetime import date

from places.public_holidays import holidays_between


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
