"""Places from a file, all or none, and never over a place that is already there."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from django.db import connection, models, transaction
from django.utils.translation import gettext as _

from places.importing.documents import json_of
from places.importing.entries import Entry, entry_of
from places.importing.register import Register
from places.importing.report import Refused
from places.importing.row import Row
from places.importing.weeks import overlapping
from places.models import Dossier, OpeningHours, Place, PlaceDilemma, PlaceValue, Quote, Source


def load_places(source: str) -> list[str]:
    """Make the places that are not there yet. Those that are stay as their editors made them.

    Returns what was done, one line per fact. Raises Refused with every reason there is, and then
    changes nothing.
    """
    document = json_of(source)
    if not isinstance(document, list):
        raise Refused(_("%(source)s is geen lijst van plekken.") % {"source": source})
    rows = [Row(number, data) for number, data in enumerate(document, 1)]
    with transaction.atomic():
        register = Register()
        entries = _new_entries(rows, register)
        refusals = [refusal for row in rows for refusal in row.refusals()]
        if refusals:
            raise Refused(*refusals)
        for organisation in register.new_organisations:
            organisation.save()
        _store(entries)
    return _lines(rows, entries, register)


def _new_entries(rows: list[Row], register: Register) -> list[Entry]:
    identities = {row.number: register.identity(row) for row in rows}
    times = Counter(identities.values())
    entries = []
    for row in rows:
        identity = identities[row.number]
        if times[identity] > 1:
            row.refuse(_("deze plek staat vaker in het bestand; geef elke plek een eigen uuid"))
        elif not row.problems and not register.knows(identity, row):
            entries.append(entry_of(row, identity, register))
    for position in overlapping([entry.hours for entry in entries]):
        entries[position].row.refuse(_("twee openingstijden van dezelfde soort overlappen"))
    return entries


def _store(entries: list[Entry]) -> None:
    """Write everything, a statement per table.

    The places come last: the database derives what is searched from all that belongs to a place,
    and so does it once. Foreign keys are checked at the end of the transaction.
    """
    for entry, key in zip(entries, _new_keys(len(entries)), strict=True):
        entry.place.pk = key
        for item in entry.around():
            item.place = entry.place
    for model in (OpeningHours, Source, Quote, PlaceValue, PlaceDilemma, Dossier):
        rows: Any = [row for e in entries for row in e.around() if isinstance(row, model)]
        model._default_manager.bulk_create(rows)
    _connect(Place.audiences.through, "audience", [(e.place, e.audiences) for e in entries])
    _connect(Place.offers.through, "offer", [(e.place, e.offers) for e in entries])
    _connect(Place.languages.through, "language", [(e.place, e.languages) for e in entries])
    Place.objects.bulk_create(entry.place for entry in entries)


def _connect(
    through: type[models.Model],
    name: str,
    pairs: Sequence[tuple[Place, Sequence[models.Model]]],
) -> None:
    through._default_manager.bulk_create(
        through(place=place, **{name: term}) for place, terms in pairs for term in terms
    )


def _new_keys(count: int) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence('places_place', 'id'))"
            " FROM generate_series(1, %s)",
            [count],
        )
        return [key for (key,) in cursor.fetchall()]


def _lines(rows: list[Row], entries: list[Entry], register: Register) -> list[str]:
    lines = [
        _("plekken: %(made)d gemaakt, %(known)d bestonden al")
        % {"made": len(entries), "known": len(rows) - len(entries)}
    ]
    if register.new_organisations:
        names = ", ".join(organisation.name for organisation in register.new_organisations)
        lines.append(_("nieuwe organisaties: %s") % names)
    return lines
