"""How tests ask for a client: by the fields of the form, on a Tuesday morning that is given."""

from datetime import datetime

from django.http import QueryDict

from places.models import Place, PlaceTrait, Trait
from places.referral.answer import Answer, Found
from places.referral.asking import ReferralFilter
from places.schedule import AMSTERDAM

TUESDAY_MORNING = datetime(2026, 11, 24, 10, 0, tzinfo=AMSTERDAM)


def asked(fields: str = "", now: datetime = TUESDAY_MORNING) -> ReferralFilter:
    """The filter for fields written as a query string."""
    return ReferralFilter(QueryDict(fields), now)


def answered(fields: str = "", *more: str) -> Answer:
    """The answer to these fields."""
    return Answer(asked(fields), more)


def sure(fields: str) -> list[str]:
    """Names of the places that surely fit, in order."""
    return [found.card.name for found in answered(fields).sure]


def to_ask(fields: str) -> list[str]:
    """Names of those with something to ask, in order."""
    return [found.card.name for found in answered(fields, "ask").to_ask]


def found_at(name: str, fields: str) -> Found:
    """What the answer to these fields says of one place."""
    answer = answered(fields, "sure", "ask")
    return next(found for found in answer.sure + answer.to_ask if found.card.name == name)


def said(name: str, fields: str) -> list[str]:
    """The reasons of one place, in words."""
    return [reason.words for reason in found_at(name, fields).reasons]


def observe(slug: str, trait: str, answer: str) -> None:
    """Somebody saw, or did not see, a trait at a place."""
    place = Place.objects.get(slug=slug)
    PlaceTrait.objects.create(place=place, trait=Trait.objects.get(slug=trait), answer=answer)
