"""From objects to suggestions: what is new about which place, each thing proposed once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.contrib.gis.geos import Point, Polygon
from django.db import connection, transaction
from django.utils import translation
from django.utils.translation import gettext as _

from places.exchange.words import kept_words, lexicon
from places.models import Area, Place, Suggestion
from places.osm_import.facts import KEYS, Facts, Words, facts_of
from places.osm_import.kinds import NOT_PUBLIC, Selection
from places.osm_import.matching import KnownContacts, place_meant
from places.osm_import.memory import Memory
from places.osm_import.news import news
from places.osm_import.objects import OsmObject
from places.osm_import.outcome import Fate, Outcome
from places.osm_import.surroundings import Surroundings, is_guess, municipality_of, point_of
from places.suggesting.differences import text_now

SAME_SPOT = 100
"""Metres within which two objects of one name are one place that was mapped twice."""


@dataclass(frozen=True)
class Request:
    """What is asked of an import: where, how many at most, and whether to write at all."""

    today: date
    selection: Selection
    box: Polygon | None = None
    limit: int | None = None
    dry_run: bool = False


def propose(objects: Sequence[OsmObject], request: Request) -> Outcome:
    """Make the suggestions, all or none; two imports at once wait for each other.

    Nobody is mailed: what comes from a file is not waiting for an answer.
    """
    with transaction.atomic(), kept_words(), translation.override("nl"):
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended('import_osm', 0))")
        proposer = _Proposer(request)
        for one in objects:
            proposer.remember(one)
        for one in objects:
            proposer.take(one)
    return proposer.outcome


class _Proposer:
    """One import on its way."""

    def __init__(self, request: Request) -> None:
        self.request = request
        self.outcome = Outcome()
        self.words = Words()
        self.memory = Memory()
        self.contacts = KnownContacts()
        self.surroundings = Surroundings()
        self.taken: set[int] = set()
        self.new: dict[str, list[Point | None]] = {}

    def remember(self, one: OsmObject) -> None:
        """What was proposed before holds its place, or the twin of it would be something new."""
        if self._known_before(one):
            before = self.memory.place_named(one)
            self.taken |= {before.pk} if before else set()
            self._is_twin(one)

    def take(self, one: OsmObject) -> None:
        """Weigh one object, and propose what is new about it."""
        fate = self._obstacle(one) or self._known_before(one)
        if fate:
            self.outcome.note(one, fate)
            return
        rule = self.request.selection.rule_for(one.tags)
        if rule is None:
            raise ValueError(f"{one.reference} was not selected")
        facts = facts_of(one, rule, self.words, self.request.today)
        facts.asides.insert(0, _("Als ontmoetingsplek herkend aan %s") % rule)
        area = self.surroundings.area_of(one)
        place = self.memory.place_of(one) or place_meant(one, facts, self.contacts)
        if place and place.status == Place.Status.ARCHIVED:
            self.outcome.note(one, Fate.ARCHIVED, str(place))
        elif place and place.pk not in self.taken:
            self.taken.add(place.pk)
            self._change(one, facts, place, area)
        elif area is None:
            self.outcome.note(one, Fate.ELSEWHERE)
        elif place or self._is_twin(one):
            self.outcome.note(one, Fate.TWICE, str(place or facts.name))
        else:
            self._add(one, facts, area)

    def _obstacle(self, one: OsmObject) -> Fate | None:
        """Why this is nothing to propose at all."""
        if not one.first("name", "name:nl"):
            return Fate.NAMELESS
        if one.first("access") in NOT_PUBLIC:
            return Fate.NOT_PUBLIC
        if "" < one.first("end_date") <= self.request.today.isoformat():
            return Fate.ENDED
        point = point_of(one)
        if self.request.box and (point is None or not self.request.box.covers(point)):
            return Fate.OUT_OF_BOX
        return None

    def _known_before(self, one: OsmObject) -> Fate | None:
        return Fate.BEFORE if self.memory.has(one, one.fingerprint(KEYS)) else None

    def _is_twin(self, one: OsmObject) -> bool:
        """Whether one of this name was proposed for the same spot; from now on this one is."""
        name = one.first("name", "name:nl").casefold()
        point, others = point_of(one), self.new.setdefault(name, [])
        twin = any(
            point is None or other is None or point.distance(other) <= SAME_SPOT for other in others
        )
        others.append(point)
        return twin

    def _add(self, one: OsmObject, facts: Facts, area: Area) -> None:
        texts = {"city": municipality_of(area).name} | facts.texts
        texts["area"] = lexicon(Area).word(area)
        if one.longitude is None:
            texts["location_precision"] = Place.Precision.AREA
        _doubt_area(facts, texts, one, area)
        self._propose(Fate.NEW, one, facts, texts, None)

    def _change(self, one: OsmObject, facts: Facts, place: Place, area: Area | None) -> None:
        if area and one.longitude is not None:
            facts.texts["area"] = lexicon(Area).word(area)
        texts = news(place, one, facts)
        if not texts:
            self.outcome.note(one, Fate.NO_NEWS, str(place))
            return
        if place.note and "note" in facts.texts:
            facts.asides.append(facts.texts["note"])
        _doubt_area(facts, texts, one, area)
        self._propose(Fate.CHANGE, one, facts, texts, place)

    def _propose(
        self, fate: Fate, one: OsmObject, facts: Facts, texts: dict[str, str], place: Place | None
    ) -> None:
        if self.request.limit is not None and self.outcome.proposed >= self.request.limit:
            self.outcome.note(one, Fate.LIMIT)
            return
        waiting = self.memory.waiting(one)
        suggestion = waiting or Suggestion(origin=Suggestion.Origin.OPENSTREETMAP)
        suggestion.place = place
        suggestion.kind = Suggestion.Kind.CORRECTION if place else Suggestion.Kind.NEW
        suggestion.proposed = texts
        suggestion.seen = {column: text_now(place, column) for column in texts} if place else {}
        suggestion.remark = "\n".join([*facts.asides, *_unreadable(facts, texts)])
        suggestion.remark += self.memory.earlier_answer(one)
        suggestion.source, suggestion.source_date = one.source, one.day
        suggestion.reference, suggestion.fingerprint = one.reference, one.fingerprint(KEYS)
        if not self.request.dry_run:
            suggestion.save()
        self.outcome.note(one, Fate.RENEWED if waiting else fate, str(place or ""))
        self.outcome.note_texts(facts, texts)


def _doubt_area(facts: Facts, texts: dict[str, str], one: OsmObject, area: Area | None) -> None:
    """Say so where the wijk is only the nearest one."""
    if "area" in texts and area and is_guess(area, one):
        facts.asides.append(_("De wijk is die met het dichtstbijzijnde midden: kijk het na."))


def _unreadable(facts: Facts, texts: dict[str, str]) -> Iterable[str]:
    """Why some texts are proposed as they were written; hours say it in words of their own."""
    for column, reason in facts.unreadable.items():
        if column not in texts:
            continue
        if column == "hours":
            words = _("De openingstijden kunnen we niet in rijen zeggen: %s")
            yield words % reason
        else:
            yield _("‘%(text)s’: %(reason)s") % {"text": texts[column], "reason": reason}
