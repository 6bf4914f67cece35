"""``{{ briefings|of:place }}``: what a professional may know of one place, if anything."""

from collections.abc import Mapping

from django import template

from places.models import Place
from places.referral.briefing import Briefing

register = template.Library()


@register.filter
def of(known: Mapping[int, Briefing] | str, place: Place) -> Briefing | None:
    """``known`` is an empty text where a page knows of no briefings at all."""
    return known.get(place.pk) if isinstance(known, Mapping) else None
