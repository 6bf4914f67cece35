"""What was proposed of an object before, and what came of it."""

from django.utils.translation import gettext as _

from places.models import Place, Suggestion
from places.osm_import.objects import OsmObject


class Memory:
    """The newest suggestion of each object, read once."""

    def __init__(self) -> None:
        before = Suggestion.objects.from_openstreetmap().select_related("place")
        self._newest = {one.reference: one for one in before.iterator()}

    def has(self, one: OsmObject, fingerprint: str) -> bool:
        """Whether the object said just this when it was proposed; also if it was declined."""
        newest = self._newest.get(one.reference)
        return newest is not None and newest.fingerprint == fingerprint

    def place_named(self, one: OsmObject) -> Place | None:
        """The place that the newest suggestion names, whatever came of it."""
        newest = self._newest.get(one.reference)
        return newest.place if newest else None

    def place_of(self, one: OsmObject) -> Place | None:
        """The place that staff made of it, or that it was about."""
        newest = self._newest.get(one.reference)
        if newest is None or newest.status == Suggestion.Status.DECLINED:
            return None
        return newest.place

    def waiting(self, one: OsmObject) -> Suggestion | None:
        """The suggestion about it that nobody handled yet; nobody can until the import is done."""
        newest = self._newest.get(one.reference)
        return Suggestion.objects.held(newest.pk) if newest else None

    def earlier_answer(self, one: OsmObject) -> str:
        """What staff said when they declined it, as a line under a remark."""
        newest = self._newest.get(one.reference)
        if newest is None or newest.status != Suggestion.Status.DECLINED:
            return ""
        return "\n" + _("Eerder afgewezen: %s") % (newest.words or _("zonder reden"))
