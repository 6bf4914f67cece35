"""What a person with an account may do, asked in the same words at every door.

A role (a group, see the migration) says what; the areas of a ``Colleague`` say where an editor may
do it. Both must hold: Django's own permission check alone is never enough for something that
belongs to a place. Who changes nothing is not limited: a wijkteam refers across the border of its
own gebied, which is only where it starts.
"""

from typing import Any

from django.db.models import Model

from places.models import Area, Organisation, Place
from places.models.area import AreaQuerySet
from places.models.place import PlaceQuerySet

ADMINISTRATOR, EDITOR, TEAM = "beheerder", "redacteur", "wijkteam"


def places_to_see(user: Any) -> PlaceQuerySet:
    """The places that this user may see in the admin, drafts and archived ones too."""
    places = Place.objects.all()
    if not user.has_perm("places.view_place"):
        return places.none()
    return places.of_colleague(user) if _is_limited(user) else places


def places_to_refer(user: Any) -> PlaceQuerySet:
    """The places of which this user may read how somebody is referred there."""
    may = user.has_perm("places.view_referral")
    return places_to_see(user) if may else Place.objects.none()


def areas_to_see(user: Any) -> AreaQuerySet:
    """Where the places lie that this user may see."""
    areas = Area.objects.all()
    return areas.of_colleague(user) if _is_limited(user) else areas


def places_to_change(user: Any) -> PlaceQuerySet:
    """The places that this user may change, by whatever door."""
    places = Place.objects.all()
    return places.of_colleague(user) if user.has_perm("places.change_place") else places.none()


def may_change(user: Any, place: Place) -> bool:
    """Whether the user may change this place and the rows around it."""
    return places_to_change(user).with_key(place.pk).exists()


def may_change_organisation(user: Any, organisation: Organisation) -> bool:
    """Whether all places of this organisation, which show what is said of it, are the user's."""
    own = places_to_change(user).of_organisation(organisation)
    return own.count() == Place.objects.of_organisation(organisation).count()


def may_see(user: Any, model: type[Model], place: Place) -> bool:
    """Whether the user may read rows of this model (a dossier, referral information) there."""
    permission = f"places.view_{model._meta.model_name}"
    return user.has_perm(permission) and places_to_see(user).with_key(place.pk).exists()


def _is_limited(user: Any) -> bool:
    """Whether the areas of this user say where; they are for who changes places."""
    return bool(user.has_perm("places.change_place"))
