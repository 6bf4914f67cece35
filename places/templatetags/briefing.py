"""``{{ briefings|of:place }}``: what a professional may know of one place, if anything."""

from collections.abc import Mapping

from django import template

from places.models import Place
from places.referral.briefing import Briefing

register = template.Library()


@register.filter
def of(known: Mapping[int, Briefing], place: Place) -> Briefing | None:
    return known.get(place.pk)
