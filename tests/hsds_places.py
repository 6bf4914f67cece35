"""A place of which everything is known that HSDS has a word for."""

from datetime import date, time

from django.utils import timezone

from places.models import Audience, Language, OpeningHours, Place, PlaceTrait, SpecialDay, Trait
from tests.entries import rows_around

NEXT_YEAR = timezone.localdate().year + 1
TEN, NOON, EVENING, NIGHT = time(10), time(12), time(22), time(2)


def everything_known(place: Place) -> None:
    """All texts, all words, rows of every sort, special days, and rows of every other kind."""
    texts = {name: f"{name} van hier" for name in ("description", "first_visit", "note")}
    address = {"street": "Kruiskade", "house_number": "1", "city": "Rotterdam"}
    contact = {"phone": "010 123 45 67", "email": "post@plek.example", "postcode": "3014 RA"}
    Place.objects.at_address(place.slug).update(
        **texts, **address, **contact, name_variants=["De Kerk", "Kerkje"], checked_on="2026-11-01"
    )
    place.audiences.set(Audience.objects.all()[:2])
    place.languages.set(Language.objects.all()[:3])
    for row in [*rows_around(place)[1:], *_hours(place), *_days(place)]:
        row.save()
    for trait in Trait.objects.all()[1:]:
        PlaceTrait.objects.create(place=place, trait=trait, answer="ja")


def _hours(place: Place) -> list[OpeningHours]:
    place.hours.all().delete()
    spring = {"valid_from": date(NEXT_YEAR - 1, 3, 1), "valid_until": date(NEXT_YEAR, 5, 31)}
    said = {"note": "soep", "cost": "2 euro", "sign_up": "bij de deur"}
    return [
        *(OpeningHours(place=place, weekday=day, opens=TEN, closes=NOON) for day in range(5)),
        OpeningHours(place=place, weekday=4, opens=EVENING, closes=NIGHT, **spring),
        OpeningHours(place=place, weekday=5, opens=NOON, mode="activiteit", **said),
        OpeningHours(place=place, weekday=6, opens=time(0), closes=time(0), mode="afspraak"),
        OpeningHours(place=place, weekday=2, opens=TEN, closes=TEN, mode="activiteit", **spring),
    ]


def _days(place: Place) -> list[SpecialDay]:
    turn = {"first_day": date(NEXT_YEAR - 1, 12, 30), "last_day": date(NEXT_YEAR, 1, 2)}
    summer = {"first_day": date(NEXT_YEAR, 7, 1), "last_day": date(NEXT_YEAR, 8, 9)}
    return [
        SpecialDay(place=place, opens=TEN, closes=NOON, mode="afspraak", reason="feest", **turn),
        SpecialDay(place=place, opens=EVENING, closes=NIGHT, reason="feest", **turn),
        SpecialDay(place=place, reason="vakantie", **summer),
    ]
