"""Whether a place is among those a user may see or change, asked once per request."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest

from places.models import Place
from places.models.place import PlaceQuerySet


def is_among(
    request: HttpRequest, place: Place | None, allowed: Callable[[Any], PlaceQuerySet]
) -> bool:
    """``allowed`` is one of the questions of ``roles``; a place that is not saved yet: yes."""
    if place is None or place.pk is None:
        return True
    answers: dict[Any, bool] = request.__dict__.setdefault("allowed_places", {})
    question = (allowed.__name__, place.pk)
    if question not in answers:
        answers[question] = allowed(request.user).with_key(place.pk).exists()
    return answers[question]
