"""What surely fits, and what perhaps does, against wishes weighed one by one in plain Python.

The witness reads the rows of each place and knows nothing of tags, statements or conditions.
"""

import math
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from unittest.mock import patch

import pytest
from django.contrib.gis.geos import Point
from django.db import transaction
from django.http import QueryDict
from hypothesis import given, settings
from hypothesis import strategies as st

from places.cards import schedule_of
from places.coordinates import in_degrees
from places.models import (
    Area,
    Audience,
    Kind,
    Language,
    Offer,
    Place,
    PlaceTrait,
    Trait,
    weighing,
)
from places.public_holidays import holidays_between
from places.referral.asking import DAYS, ReferralFilter
from places.schedule import Part, Schedule, State, local_moment, match, slots
from places.travel import TRAVELS, WALKING
from tests.schedules import dates, schedules
from tests.test_openness import store

pytestmark = pytest.mark.django_db

YES, PERHAPS, NO = range(3)
WISHED_TRAITS = ["gelijkvloers", "geen-balie"]
OFFERS, LANGUAGES = ["samen-eten", "taal"], ["turks", "spaans"]
AUDIENCES, KINDS = ["ouderen"], ["huiskamer", "wijktuin"]
CENTRE = (92_000, 437_000)
FAR = 2_500


@dataclass(frozen=True)
class Told:
    """What somebody told of a place."""

    schedule: Schedule
    traits: dict[str, str]
    offers: list[str]
    languages: list[str]
    audiences: list[str]
    kind: str | None
    away: tuple[float, float] | None
    area: str | None


def some(words: list[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(words), unique=True)


# Half metres: no distance is a whole reach, where a rounding of degrees would decide.
offsets = st.integers(-FAR, FAR).map(lambda metres: metres + 0.5)
tellings = st.builds(
    Told,
    schedule=schedules(),
    traits=st.dictionaries(
        st.sampled_from(WISHED_TRAITS), st.sampled_from(["ja", "nee", "onbekend"])
    ),
    offers=some(OFFERS),
    languages=some(LANGUAGES),
    audiences=some(AUDIENCES),
    kind=st.none() | st.sampled_from(KINDS),
    away=st.none() | st.tuples(offsets, offsets),
    area=st.none() | st.sampled_from(["noord", "hoogvliet"]),
)
forms = st.fixed_dictionaries(
    {},
    optional={
        "kenmerk": some(WISHED_TRAITS),
        "aanbod": some(OFFERS),
        "taal": some(LANGUAGES),
        "doelgroep": some(AUDIENCES),
        "soort": some(KINDS),
        "dag": some(list(DAYS)),
        "dagdeel": some(list(Part)),
        "minuten": st.integers(1, 40).map(lambda minutes: [str(minutes)]),
        "hoe": some(list(TRAVELS)).filter(lambda ways: len(ways) < 2),
    },
)


def stored(tellings: list[Told]) -> dict[int, Told]:
    """Published places of which this is told, by key."""
    places = list(store([told.schedule for told in tellings]).order_by("name"))
    places.sort(key=lambda place: int(place.name.split()[-1]))
    for place, told in zip(places, tellings, strict=True):
        place.status = "gepubliceerd"
        place.kind = Kind.objects.filter(slug=told.kind).first()
        place.area = Area.objects.filter(slug=told.area, level="gebied").first()
        if told.away:
            place.location = Point(CENTRE[0] + told.away[0], CENTRE[1] + told.away[1], srid=28992)
            place.location_precision = "adres"
        place.save()
        place.offers.set(Offer.objects.filter(slug__in=told.offers))
        place.languages.set(Language.objects.filter(slug__in=told.languages))
        place.audiences.set(Audience.objects.filter(slug__in=told.audiences))
        for slug, answer in told.traits.items():
            trait = Trait.objects.get(slug=slug)
            PlaceTrait.objects.create(place=place, trait=trait, answer=answer)
    return {place.pk: told for place, told in zip(places, tellings, strict=True)}


def named(told: list[str], wished: list[str]) -> int:
    """Nobody says what a place does not have."""
    return YES if set(wished) <= set(told) else PERHAPS


def observed(told: Told, wished: list[str]) -> int:
    answers = {told.traits.get(slug, "onbekend") for slug in wished}
    return NO if "nee" in answers else PERHAPS if "onbekend" in answers else YES


def of_kind(told: Told, wished: list[str]) -> int:
    if not wished or told.kind in wished:
        return YES
    return PERHAPS if told.kind is None else NO


def near(told: Told, how: str, minutes: int) -> int:
    way = TRAVELS.get(how, WALKING)
    if told.away:
        metres = math.hypot(*told.away)
        quickest = min(way.minutes(metres), WALKING.minutes(metres) if way.or_walk else 999)
        return YES if quickest <= minutes else NO
    if told.area is None:
        return PERHAPS
    middle = Area.objects.get(slug=told.area, level="gebied").centre
    away = math.hypot(middle.x - CENTRE[0], middle.y - CENTRE[1])
    return PERHAPS if away <= way.reach(minutes) + 5000 else NO


def open_then(schedule: Schedule, form: dict[str, list[str]], today: date) -> int:
    chosen = slots(
        [list(DAYS).index(day) for day in form.get("dag", [])], map(Part, form.get("dagdeel", []))
    )
    free = holidays_between(today - timedelta(days=1), today + timedelta(weeks=4), "nl")
    states = {match(schedule, slot, today, free).state for slot in chosen}
    if not chosen or State.OPEN in states:
        return YES
    return NO if states == {State.CLOSED} else PERHAPS


def weighed(told: Told, schedule: Schedule, form: dict[str, list[str]], today: date) -> int:
    """The worst of all wishes."""
    wished = defaultdict(list, form)
    minutes = wished["minuten"]
    return max(
        named(told.offers, wished["aanbod"]),
        named(told.languages, wished["taal"]),
        named(told.audiences, wished["doelgroep"]),
        observed(told, wished["kenmerk"]),
        of_kind(told, wished["soort"]),
        near(told, "".join(wished["hoe"]), int(minutes[0])) if minutes else YES,
        open_then(schedule, form, today),
    )


def asked(form: dict[str, list[str]], today: date) -> ReferralFilter:
    fields = QueryDict(mutable=True)
    for name, values in form.items():
        fields.setlist(name, values)
    start = in_degrees(Point(*CENTRE, srid=28992))
    fields["bij"] = f"{start.y:.9f},{start.x:.9f}"
    return ReferralFilter(fields, local_moment(datetime.combine(today, time(12))))


@settings(max_examples=60, deadline=None)
@given(st.lists(tellings, min_size=3, max_size=8), forms, dates)
def test_the_database_weighs_as_a_person_would(
    tellings: list[Told], form: dict[str, list[str]], today: date
) -> None:
    with transaction.atomic():
        told = stored(tellings)
        places = Place.objects.filter(pk__in=told)
        kept = {place.pk: schedule_of(place) for place in places.with_timetable()}
        expected = {key: weighed(told[key], kept[key], form, today) for key in told}
        wishes = asked(form, today).wishes()
        for few in (0, weighing.FEW):  # those that are left looked up, and all
            with patch.object(weighing, "FEW", few):
                found = places.by_name().weighed(wishes, most=len(told))
            assert set(found.sure) == {key for key in told if expected[key] == YES}
            assert set(found.perhaps) == {key for key in told if expected[key] == PERHAPS}
            assert (found.sure_total, found.perhaps_total) == (len(found.sure), len(found.perhaps))
        assert set(
            places.meeting(*(wish.condition for wish in wishes)).values_list("pk", flat=True)
        ) == set(found.sure)
        transaction.set_rollback(True)
