"""Which suggestions and reports somebody with an account may handle."""

from typing import Any

from places.exchange.words import lexicon
from places.models import Area, Report, Suggestion
from places.models.suggestion import ReportQuerySet, SuggestionQuerySet
from places.roles import places_to_change


def suggestions_for(user: Any) -> SuggestionQuerySet:
    """Those about places that the user may change, and new ones in the user's areas.

    A new place that names no known area is for those who are not limited to areas.
    """
    suggestions = Suggestion.objects.all()
    if not user.has_perm("places.change_suggestion"):
        return suggestions.none()
    return suggestions.about_or_new_in(places_to_change(user), _area_names(user))


def reports_for(user: Any) -> ReportQuerySet:
    """Those about places that the user may change."""
    reports = Report.objects.all()
    if not user.has_perm("places.change_report"):
        return reports.none()
    return reports.about(places_to_change(user))


def _area_names(user: Any) -> list[str] | None:
    """Names of the areas that the user is limited to and of their parts; None without a limit.

    Where more areas have a name, also the longer one that only that area has.
    """
    colleague = getattr(user, "colleague", None)
    if user.is_superuser or colleague is None:
        return None
    areas = list(colleague.areas.prefetch_related("parts"))
    known = [*areas, *(part for area in areas for part in area.parts.all())]
    if not known:
        return None
    words = lexicon(Area)
    return [word for area in known for word in {area.name, words.word(area)}]
